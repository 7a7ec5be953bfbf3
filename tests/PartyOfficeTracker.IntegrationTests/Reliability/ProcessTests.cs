using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Reliability;

/// <summary>The application as a process of its own: how it refuses to start, and what survives when it is killed.</summary>
public abstract class ProcessTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("partyoffice-process-").FullName;
    private readonly List<Process> _processes = [];

    /// <summary>The arguments that name the database of this test.</summary>
    protected abstract string[] Database { get; }

    protected string Folder => _folder;

    /// <summary>Whether the application fills an empty database with the demo.</summary>
    protected bool HasDemo { get; init; }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var process in _processes)
        {
            if (!process.HasExited)
            {
                process.Kill();
                process.WaitForExit();
            }

            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task AcknowledgedSave_SurvivesKillNine()
    {
        var (first, address) = await StartAsync();
        var browser = await SignInAsync(address);
        var answer = await browser.SubmitOnceAsync(await browser.GetPageAsync("/admin/fields"), "form[action*='Add']", ("Input.Name", "Sống sót"));
        first.Kill();
        await first.WaitForExitAsync();

        var (_, again) = await StartAsync();
        var page = await (await SignInAsync(again)).GetPageAsync("/admin/fields");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Contains("Sống sót", page.MainText, StringComparison.Ordinal);
    }

    protected static async Task<Browser> SignInAsync(string address, string user = "quantri")
    {
        var browser = new Browser(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) });
        var page = await browser.GetPageAsync("/account/login");
        await browser.SubmitAsync(page, "main form", ("Input.UserName", user), ("Input.Password", DemoAccounts.Password));
        return browser;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Process Launch(string address, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "PartyOfficeTracker.Web.dll");
        string[] own = ["--urls", address, "--Database:Folder", _folder, "--Demo:Seed", HasDemo ? "true" : "false"];
        var start = new ProcessStartInfo("dotnet", [program, .. arguments, .. own])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var process = Process.Start(start)!;
        _processes.Add(process);
        return process;
    }

    protected async Task<(int Code, string Error)> RunAsync(params string[] arguments)
    {
        var process = Launch($"http://127.0.0.1:{FreePort()}", arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, error + await output);
    }

    protected async Task<(Process Process, string Address)> StartAsync()
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var process = Launch(address, Database);
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        using var client = new HttpClient();
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Patience)
        {
            try
            {
                if ((await client.GetAsync(new Uri(address + "/health/ready"))).IsSuccessStatusCode)
                {
                    return (process, address);
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        throw new InvalidOperationException("The application did not start.");
    }
}

public sealed class ProcessOnSqlite : ProcessTests
{
    protected override string[] Database => [];

    [Theory]
    [InlineData]
    [InlineData("migrate")]
    public async Task DatabaseOfAnOlderShape_IsRefusedWithWhatToDo_AndNotTouched(params string[] command)
    {
        var file = Path.Combine(Folder, "partyoffice.db");
        await using (var old = new SqliteConnection("Data Source=" + file + ";Pooling=False"))
        {
            await old.OpenAsync();
            await using var create = old.CreateCommand();
            create.CommandText = """
                PRAGMA journal_mode = WAL;
                CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT PRIMARY KEY, "ProductVersion" TEXT);
                INSERT INTO "__EFMigrationsHistory" VALUES ('20261122051845_Initial', '10.0.14');
                CREATE TABLE "Findings" ("Text" TEXT);
                INSERT INTO "Findings" VALUES ('cũ');
                """;
            await create.ExecuteNonQueryAsync();
        }

        var before = await File.ReadAllBytesAsync(file);

        var (code, error) = await RunAsync(command);

        Assert.Equal(1, code);
        Assert.Contains("made by another version of this program", error, StringComparison.Ordinal);
        Assert.Contains("Database:Folder", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task UnknownProvider_RefusesWithOneClearLine()
    {
        var (code, error) = await RunAsync("--Database:Provider", "Oracle");

        Assert.Equal(1, code);
        Assert.Contains("Database:Provider is \"Oracle\"; it must be one of: Sqlite, SqlServer.", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SqlServerWithoutAConnectionString_Refuses()
    {
        var (code, error) = await RunAsync("--Database:Provider", "SqlServer");

        Assert.Equal(1, code);
        Assert.Contains("ConnectionString is empty", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SetClock_InProduction_RefusesWithOneClearLine()
    {
        var (code, error) = await RunAsync("--environment", "Production", "--Clock:Today", "2027-03-01");

        Assert.Equal(1, code);
        Assert.Contains("Clock:Today is set; the clock can be set in Development only.", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondProcessOnOneFile_RefusesAndSaysWhy()
    {
        await StartAsync();

        var (code, error) = await RunAsync();

        Assert.Equal(1, code);
        Assert.Contains("Another process already serves this SQLite database", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }
}

/// <summary>What saves count stays right when the process is killed in the middle of them.</summary>
public sealed class KilledWhileCounting : ProcessTests
{
    public KilledWhileCounting() => HasDemo = true;

    protected override string[] Database => [];

    [Fact]
    public async Task UnitsReportAndTheProcessIsKilled_ARecountFindsNothing()
    {
        var (process, address) = await StartAsync();
        using var acknowledged = new SemaphoreSlim(0);
        var work = new[] { "camau", "nghean", "khanhhoa" }.Select(user => ReportAsync(address, user, acknowledged)).ToList();
        for (var saves = 0; saves < 12; saves++)
        {
            Assert.True(await acknowledged.WaitAsync(TimeSpan.FromMinutes(1)), "Nobody reports.");
        }

        process.Kill();
        await process.WaitForExitAsync();
        await Task.WhenAll(work);

        var (code, said) = await RunAsync("recount");

        Assert.True(code == 0, said);
        Assert.Contains("Rows: 0, assignments: 0, directives: 0, counts: 0 differed.", said, StringComparison.Ordinal);
    }

    /// <summary>Reports on one task after the other, until nobody answers any more.</summary>
    private static async Task ReportAsync(string address, string user, SemaphoreSlim acknowledged)
    {
        try
        {
            var browser = await SignInAsync(address, user);
            var list = await browser.GetPageAsync("/my-tasks");
            var tasks = list.FindAll("tbody a[href^='/my-tasks/']").Select(a => a.GetAttribute("href")!).ToList();
            for (var i = 0; ; i = (i + 1) % tasks.Count)
            {
                var task = await browser.GetPageAsync(tasks[i]);
                if (task.Find("#new-report form") is null)
                {
                    continue;
                }

                var answer = await browser.SubmitOnceAsync(task, "#new-report form", ("Input.Text", "Đang làm"), ("Input.Percent", "40"));
                if (answer.IsRedirect)
                {
                    acknowledged.Release();
                }
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // Killed.
        }
    }
}

public sealed class ProcessOnSqlServer : ProcessTests
{
    private readonly AppHost _host = AppHost.Create(new AppHostOptions { Provider = DatabaseProvider.SqlServer }).OrSkip();

    protected override string[] Database
    {
        get
        {
            // The host makes the database and drops it at the end.
            _ = _host.Services;
            return Of(_host.ConnectionString!);
        }
    }

    [Fact]
    public async Task TwoMigrates_AtOnce_OnAServerWithoutTheDatabase_BothEndWell()
    {
        var name = "partyoffice_test_" + Guid.NewGuid().ToString("N");
        var connection = new SqlConnectionStringBuilder(_host.ConnectionString) { InitialCatalog = name }.ConnectionString;

        var ends = await Task.WhenAll(RunAsync(["migrate", .. Of(connection)]), RunAsync(["migrate", .. Of(connection)]));

        Assert.All(ends, end => Assert.True(end.Code == 0, end.Error));
        var builder = new DbContextOptionsBuilder<AppDbContext>();
        new DatabaseOptions { Provider = DatabaseProvider.SqlServer, ConnectionString = connection }.Configure(builder, Folder);
        await using var db = new AppDbContext(builder.Options);
        Assert.Equal(1, await db.Units.CountAsync(u => u.Code == "vptw"));
        await db.Database.EnsureDeletedAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _host.DisposeAsync();
    }

    private static string[] Of(string connection) => ["--Database:Provider", "SqlServer", "--Database:ConnectionString", connection];
}
