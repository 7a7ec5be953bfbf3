using System.Diagnostics;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Demo;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>The application cannot start as it is configured; the message says why and what to do.</summary>
public sealed class StartRefusedException : Exception
{
    public StartRefusedException()
    {
    }

    public StartRefusedException(string message)
        : base(message)
    {
    }

    public StartRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>
/// SQLite: one process only, database created and migrated here. SQL Server: the schema must be there already, since the
/// running application needs no right to change it.
/// </summary>
public sealed class DatabaseStart(
    DatabaseOptions options, IServiceScopeFactory scopes, IHostEnvironment environment, IConfiguration configuration,
    ILogger<DatabaseStart> log)
    : IHostedService, IDisposable
{
    private FileStream? _lock;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await PrepareAsync(cancellationToken);
        }
        catch (Exception e) when (DatabaseTrouble.Is(e) || e is UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The database cannot be opened: {e.Message}", e);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _lock?.Dispose();

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (options.SqliteFile(environment.ContentRootPath) is { } file)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            _lock = TakeLock(file + ".lock");
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await OldDatabase.RefuseAsync(db, cancellationToken);
        if (options.Provider == DatabaseProvider.Sqlite)
        {
            await db.Database.MigrateAsync(cancellationToken);
        }
        else if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            throw new StartRefusedException(
                "The SQL Server database is not up to date. Run: dotnet run --project src/PartyOfficeTracker.Web -- migrate");
        }

        await scope.ServiceProvider.GetRequiredService<ReferenceData>().EnsureAsync(cancellationToken);
        if (environment.IsDevelopment())
        {
            await scope.ServiceProvider.GetRequiredService<DemoAccounts>().EnsureAsync(cancellationToken);
            if (configuration.GetValue("Demo:Seed", defaultValue: false))
            {
                var began = Stopwatch.GetTimestamp();
                await scope.ServiceProvider.GetRequiredService<DemoData>().EnsureAsync(cancellationToken);
                log.LogInformation("The demo is there after {Milliseconds:0} ms", Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        if (!await db.Users.AnyAsync(cancellationToken))
        {
            // To the console only: a log keeps what it is given, and this code opens the installation.
            var code = await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().OpenAsync(cancellationToken);
            await Console.Out.WriteLineAsync($"No account exists yet. Open /account/first and enter this one-time code: {code}");
        }

        await SqliteUpkeep.LookAtIndexesAsync(db, cancellationToken);
        log.LogInformation("Database {Provider} is ready", options.Provider);
    }

    private static FileStream TakeLock(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new StartRefusedException(
                $"Another process already serves this SQLite database ({file} is locked). Stop it first, or use SQL Server for several processes.", e);
        }
    }
}

/// <summary>The command <c>migrate</c>: brings the configured database's schema and reference data up to date, then exits.</summary>
public static class MigrateCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output)
    {
        var options = services.GetRequiredService<DatabaseOptions>();
        if (options.SqliteFile(services.GetRequiredService<IHostEnvironment>().ContentRootPath) is { } file)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        }

        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await OldDatabase.RefuseAsync(db, CancellationToken.None);
        var pending = (await db.Database.GetPendingMigrationsAsync()).ToList();
        await MigrateAsync(db);
        await scope.ServiceProvider.GetRequiredService<ReferenceData>().EnsureAsync(CancellationToken.None);
        await output.WriteLineAsync($"{options.Provider}: {pending.Count} migrations applied.");
        return 0;
    }

    private static async Task MigrateAsync(AppDbContext db)
    {
        try
        {
            await db.Database.MigrateAsync();
        }
        catch (SqlException e) when (DatabaseErrors.IsThereAlready(e))
        {
            // Another process makes the same database at this moment; what it leaves to do is done now.
            await db.Database.MigrateAsync();
        }
    }
}
