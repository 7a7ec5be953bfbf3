using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.TestSupport.Mirror;

namespace PartyOfficeTracker.TestSupport;

/// <summary>How one host of the application differs from the ordinary one of a test.</summary>
public sealed record AppHostOptions
{
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>Whether the demo conferences are there.</summary>
    public bool Seed { get; init; }

    /// <summary>
    /// The day the demo is made on; null for the clock's own. The end of 2022 finds the four conferences of 2020 to 2022 published, with work
    /// in every state, and nothing else.
    /// </summary>
    public DateOnly? SeedDay { get; init; } = new DateOnly(2022, 12, 31);

    public string EnvironmentName { get; init; } = Environments.Development;

    /// <summary>False: an empty folder, so that the host creates and migrates its own SQLite file.</summary>
    public bool FromTemplate { get; init; } = true;

    /// <summary>Given the SQL Server database's connection string, the one the application is to use.</summary>
    public Func<string, string>? Connect { get; init; }

    /// <summary>Configuration that wins over everything else.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public Action<IServiceCollection>? Services { get; init; }
}

/// <summary>
/// The whole application on a database of its own: on SQLite a copy of a file that real migrations made once in this test
/// process, on SQL Server a new database that is dropped at the end.
/// </summary>
public class AppHost : WebApplicationFactory<Program>
{
    /// <summary>Many hosts live at once, and each that watched its settings files would hold watches of which a machine grants few.</summary>
    static AppHost() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");

    private readonly AppHostOptions _options;
    private readonly TestDatabase _database;
    private bool _prepared;
    private InvalidOperationException? _unprepared;

    protected AppHost(AppHostOptions options)
        : this(options, options.Provider == DatabaseProvider.Sqlite ? new SqliteTestDatabase(TestFolders.New()) : new SqlServerTestDatabase())
    {
    }

    internal AppHost(AppHostOptions options, TestDatabase database)
    {
        _options = options;
        _database = database;
    }

    public TestClock Clock { get; } = new();

    /// <summary>The host's data folder, its own.</summary>
    public string Folder => _database.Folder;

    /// <summary>The SQLite file, whether or not this host uses it.</summary>
    public string SqliteFile => Path.Combine(Folder, "partyoffice.db");

    public DatabaseProvider Provider => _options.Provider;

    /// <summary>How the host's own SQL Server database is reached; null on SQLite.</summary>
    public string? ConnectionString => _database.ConnectionString;

    public static AppHost Create(AppHostOptions options) => new(options);

    /// <summary>Reports the test as skipped when this host's database cannot be had here.</summary>
    public AppHost OrSkip()
    {
        _database.SkipUnlessAvailable();
        return this;
    }

    /// <summary>A browser nobody has signed in with.</summary>
    public Browser Browser() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true }));

    /// <summary>A browser signed in through the sign-in page.</summary>
    public async Task<Browser> SignInAsync(string userName, string password = DemoAccounts.Password)
    {
        var browser = Browser();
        var page = await browser.GetPageAsync("/account/login");
        var after = await browser.SubmitOnceAsync(page, "main form", ("Input.UserName", userName), ("Input.Password", password));
        return after.IsRedirect ? browser : throw new InvalidOperationException($"{userName} could not sign in: {after.Status} {after.MainText}");
    }

    /// <summary>Works with the application's services in a scope of their own, as one request does.</summary>
    public async Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task RunAsync(Func<IServiceProvider, Task> work) => RunAsync(async services =>
    {
        await work(services);
        return true;
    });

    /// <summary>Reads or prepares the database directly.</summary>
    public Task<T> DatabaseAsync<T>(Func<AppDbContext, Task<T>> work) => RunAsync(s => work(s.GetRequiredService<AppDbContext>()));

    public Task DatabaseAsync(Func<AppDbContext, Task> work) => RunAsync(s => work(s.GetRequiredService<AppDbContext>()));

    /// <summary>Works with one service on behalf of an account.</summary>
    public Task<T> AsAsync<TService, T>(string userName, Func<TService, Actor, Task<T>> work)
        where TService : notnull => RunAsync(async services =>
    {
        var actor = await ReadActorAsync(services, userName);
        services.GetRequiredService<ChangeContext>().Actor = actor;
        return await work(services.GetRequiredService<TService>(), actor);
    });

    public Task<Actor> ActorAsync(string userName) => RunAsync(services => ReadActorAsync(services, userName));

    public Task<int> UnitIdAsync(string code) => DatabaseAsync(db => db.Units.Where(u => u.Code == code).Select(u => u.Id).SingleAsync());

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_options.EnvironmentName);
        builder.UseSetting("Database:Provider", _options.Provider.ToString());
        builder.UseSetting("Database:Folder", Folder);
        builder.UseSetting("Jobs:Enabled", "false");
        builder.UseSetting("Demo:Seed", _options.Seed ? "true" : "false");
        builder.UseSetting("Accounts:SignInAttemptsPerMinute", int.MaxValue.ToString(CultureInfo.InvariantCulture));
        if (_database.ConnectionString is { } connection)
        {
            builder.UseSetting("Database:ConnectionString", _options.Connect?.Invoke(connection) ?? connection);
        }

        foreach (var (key, value) in _options.Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.AddLogging(logging => logging.AddFilter(level => level >= LogLevel.Error));
            if (SqlServerMirror.IsOn && Provider == DatabaseProvider.Sqlite)
            {
                services.ConfigureDbContext<AppDbContext>(SqlServerMirror.AddTo);
            }

            _options.Services?.Invoke(services);
        });
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        if (!_prepared)
        {
            _prepared = true;
            try
            {
                _database.Prepare(_options);
            }
            catch (Exception e)
            {
                _unprepared = new InvalidOperationException("The database of this host could not be made: " + e.Message, e);
            }
        }

        if (_unprepared is not null)
        {
            // Every test of the host says so, instead of what an application says that starts without its database.
            throw _unprepared;
        }

        if (!_options.Seed || _options.SeedDay is not { } day)
        {
            return base.CreateHost(builder);
        }

        Clock.SetDay(day.Year, day.Month, day.Day);
        var host = base.CreateHost(builder);
        Clock.Reset();
        return host;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_unprepared is null)
        {
            await _database.RemoveAsync();
        }

        GC.SuppressFinalize(this);
    }

    private static async Task<Actor> ReadActorAsync(IServiceProvider services, string userName)
    {
        var user = await services.GetRequiredService<AppDbContext>().Users.AsNoTracking().SingleAsync(u => u.UserName == userName);
        return new Actor(user.Id, user.UserName!, user.DisplayName, user.Role, user.UnitId);
    }
}

/// <summary>The application on SQLite, without demo conferences.</summary>
public sealed class SqliteHost() : AppHost(new AppHostOptions());

/// <summary>The application on SQLite with the demo conferences.</summary>
public sealed class SeededSqliteHost() : AppHost(new AppHostOptions { Seed = true });

/// <summary>The application on SQL Server, without demo conferences; its tests are skipped without a server.</summary>
public sealed class SqlServerHost() : AppHost(new AppHostOptions { Provider = DatabaseProvider.SqlServer });

/// <summary>The application on SQL Server with the demo conferences; its tests are skipped without a server.</summary>
public sealed class SeededSqlServerHost() : AppHost(new AppHostOptions { Provider = DatabaseProvider.SqlServer, Seed = true });
