using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Data;
using Xunit;

namespace PartyOfficeTracker.TestSupport;

/// <summary>The database of one host: made before it starts, removed after it stopped.</summary>
internal abstract class TestDatabase(string folder)
{
    public string Folder => folder;

    public virtual string? ConnectionString => null;

    public virtual void SkipUnlessAvailable()
    {
    }

    public abstract void Prepare(AppHostOptions options);

    public virtual Task RemoveAsync()
    {
        TestFolders.Remove(folder);
        return Task.CompletedTask;
    }
}

internal sealed class SqliteTestDatabase(string folder, bool isTemplate = false) : TestDatabase(folder)
{
    private static readonly Lazy<string> Plain = new(() => Template(new AppHostOptions()));
    private static readonly ConcurrentDictionary<DateOnly, Lazy<string>> Seeded = new();

    public override void Prepare(AppHostOptions options)
    {
        Directory.CreateDirectory(Folder);
        if (options.FromTemplate)
        {
            File.Copy(TemplateOf(options).Value, Path.Combine(Folder, "partyoffice.db"));
        }
    }

    public override Task RemoveAsync()
    {
        ReleaseFile(Path.Combine(Folder, "partyoffice.db"));
        return isTemplate ? Task.CompletedTask : base.RemoveAsync();
    }

    private static Lazy<string> TemplateOf(AppHostOptions options) => options.Seed
        ? Seeded.GetOrAdd(options.SeedDay ?? DateOnly.MinValue, _ => new Lazy<string>(() => Template(options)))
        : Plain;

    /// <summary>Lets the application itself create, migrate and fill a file once; closing its last connection empties the write-ahead log into it.</summary>
    private static string Template(AppHostOptions options)
    {
        var folder = TestFolders.New();
        var blank = new AppHostOptions { Seed = options.Seed, SeedDay = options.SeedDay, FromTemplate = false };
        var host = new AppHost(blank, new SqliteTestDatabase(folder, isTemplate: true));
        _ = host.Services;
        ((IDisposable)host).Dispose();
        return Path.Combine(folder, "partyoffice.db");
    }

    private static void ReleaseFile(string file)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 10 };
        using var pooled = new SqliteConnection(connection.ConnectionString);
        SqliteConnection.ClearPool(pooled);
    }
}

internal sealed class SqlServerTestDatabase() : TestDatabase(TestFolders.New())
{
    private const string Variable = "PARTYOFFICE_TEST_SQLSERVER";

    private bool _isMade;

    private readonly string _name = "partyoffice_test_" + Guid.NewGuid().ToString("N");

    /// <summary>As the application reads it: 1 for a server without MERGE.</summary>
    private static int? MaxBatchSize =>
        int.TryParse(Environment.GetEnvironmentVariable("Database__MaxBatchSize"), CultureInfo.InvariantCulture, out var size) ? size : null;

    private static string? Server => Environment.GetEnvironmentVariable(Variable);

    public override string? ConnectionString =>
        string.IsNullOrWhiteSpace(Server) ? null : new SqlConnectionStringBuilder(Server) { InitialCatalog = _name }.ConnectionString;

    public override void SkipUnlessAvailable() =>
        Assert.SkipWhen(string.IsNullOrWhiteSpace(Server), $"No SQL Server: {Variable} holds no connection string.");

    public override void Prepare(AppHostOptions options)
    {
        Directory.CreateDirectory(Folder);
        using var db = NewContext();
        db.Database.Migrate();
        _isMade = true;
    }

    public override async Task RemoveAsync()
    {
        if (_isMade)
        {
            await using var db = NewContext();
            await db.Database.EnsureDeletedAsync();
        }

        await base.RemoveAsync();
    }

    private AppDbContext NewContext()
    {
        var builder = new DbContextOptionsBuilder<AppDbContext>();
        var options = new DatabaseOptions { Provider = DatabaseProvider.SqlServer, ConnectionString = ConnectionString, MaxBatchSize = MaxBatchSize };
        options.Configure(builder, Folder);
        return new AppDbContext(builder.Options);
    }
}

public static class TestFolders
{
    private static readonly string Root = Path.Combine(Path.GetTempPath(), "partyoffice-tests", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

    static TestFolders() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(Root);

    public static string New()
    {
        var folder = Path.Combine(Root, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        return folder;
    }

    public static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (IOException)
        {
            // Somebody still holds a file; the system clears its temporary folder.
        }
    }
}
