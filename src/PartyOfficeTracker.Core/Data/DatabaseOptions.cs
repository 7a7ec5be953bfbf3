using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace PartyOfficeTracker.Core.Data;

public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
}

/// <summary>The section <c>Database</c> of the configuration.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>SQL Server 2016: nothing newer is sent.</summary>
    private const int OldestServer = 130;

    public DatabaseProvider Provider { get; init; }

    /// <summary>Required for SQL Server; for SQLite made from <see cref="Folder"/> when absent.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Where the SQLite file lives; created at start.</summary>
    public string Folder { get; init; } = "data";

    /// <summary>Statements EF puts into one batch on SQL Server; 1 for servers of the TDS protocol without MERGE.</summary>
    public int? MaxBatchSize { get; init; }

    /// <summary>How long a person may wait for one query, in seconds: then the page says so, and what it asked goes no further.</summary>
    public int LongestReadSeconds { get; init; } = 15;

    /// <exception cref="InvalidOperationException">The provider's name is unknown, or SQL Server has no connection string.</exception>
    public static DatabaseOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var name = section["Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) || !Enum.IsDefined(provider))
        {
            throw new InvalidOperationException(
                $"Database:Provider is \"{name}\"; it must be one of: {string.Join(", ", Enum.GetNames<DatabaseProvider>())}.");
        }

        var options = new DatabaseOptions
        {
            Provider = provider,
            ConnectionString = section["ConnectionString"],
            Folder = section["Folder"] ?? "data",
            MaxBatchSize = section.GetValue<int?>("MaxBatchSize"),
            LongestReadSeconds = section.GetValue("LongestReadSeconds", 15),
        };
        if (provider == DatabaseProvider.SqlServer && string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            throw new InvalidOperationException("Database:Provider is SqlServer and Database:ConnectionString is empty.");
        }

        return options;
    }

    /// <summary>The SQLite file, absolute; null on SQL Server.</summary>
    public string? SqliteFile(string contentRoot) => Provider != DatabaseProvider.Sqlite
        ? null
        : Path.GetFullPath(string.IsNullOrWhiteSpace(ConnectionString)
            ? Path.Combine(contentRoot, Folder, "partyoffice.db")
            : new SqliteConnectionStringBuilder(ConnectionString).DataSource);

    /// <summary>
    /// A server that is not there is given up after three seconds, unless the connection string says how long: the client uses up its time-out
    /// even where the connection is refused at once, and fifteen seconds a request fill the pool.
    /// </summary>
    private string SqlServerConnection()
    {
        const int patienceSeconds = 3;
        var connection = new SqlConnectionStringBuilder(ConnectionString);
        if (!connection.ShouldSerialize("Connect Timeout"))
        {
            connection.ConnectTimeout = patienceSeconds;
        }

        return connection.ConnectionString;
    }

    public void Configure(DbContextOptionsBuilder builder, string contentRoot)
    {
        const int busySeconds = 10;

        // The history of a withdrawn assignment is read without the assignment, on purpose.
        builder.ConfigureWarnings(w => w.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));

        // That the migrations lack nothing of the model is asked by a test; asked again at every start it costs a third of a second and builds the model twice.
        builder.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));

        // A count that stops at a thousand takes any thousand; pages are taken in the order of their key.
        builder.ConfigureWarnings(w => w.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
        if (Provider == DatabaseProvider.Sqlite)
        {
            var connection = new SqliteConnectionStringBuilder
            {
                DataSource = SqliteFile(contentRoot),
                ForeignKeys = true,
                DefaultTimeout = busySeconds,
            };
            builder.UseSqlite(connection.ConnectionString, sqlite => sqlite
                .MigrationsAssembly("PartyOfficeTracker.Migrations.Sqlite")
                .UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery));
            builder.AddInterceptors(SqliteDurability.Instance, new SqliteBound(TimeSpan.FromSeconds(LongestReadSeconds)));

            // SQLite adds a foreign key to a table by making the table anew, for which it must not look at foreign keys meanwhile. One process
            // holds the file while it is migrated, and docs/operations.md asks for a copy of it first.
            builder.ConfigureWarnings(w => w.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning));
        }
        else
        {
            builder.AddInterceptors(OpeningTrouble.Instance);
            builder.UseSqlServer(SqlServerConnection(), server =>
            {
                server.MigrationsAssembly("PartyOfficeTracker.Migrations.SqlServer");
                server.UseCompatibilityLevel(OldestServer);
                server.ExecutionStrategy(dependencies => new BriefRetry(dependencies));
                if (MaxBatchSize is { } size)
                {
                    server.MaxBatchSize(size);
                }
            });
        }
    }
}
