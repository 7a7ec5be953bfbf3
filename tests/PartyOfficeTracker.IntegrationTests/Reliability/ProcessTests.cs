using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Reliability;

/// <summary>The application as a process of its own: how it refuses to start, and what survives when it is killed.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("partyoffice-process-").FullName;
    private readonly List<Process> _processes = [];

    public void Dispose()
    {
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
    public async Task SecondProcessOnOneFile_RefusesAndSaysWhy()
    {
        await StartAsync();

        var (code, error) = await RunAsync();

        Assert.Equal(1, code);
        Assert.Contains("Another process already serves this SQLite database", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
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

    [Theory]
    [InlineData]
    [InlineData("migrate")]
    public async Task DatabaseOfAnOlderShape_IsRefusedWithWhatToDo_AndNotTouched(params string[] command)
    {
        var file = Path.Combine(_folder, "partyoffice.db");
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

    private static async Task<Browser> SignInAsync(string address)
    {
        var browser = new Browser(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) });
        var page = await browser.GetPageAsync("/account/login");
        await browser.SubmitAsync(page, "main form", ("Input.UserName", "quantri"), ("Input.Password", DemoAccounts.Password));
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
        var start = new ProcessStartInfo("dotnet", [program, .. arguments, "--urls", address, "--Database:Folder", _folder, "--Demo:Seed", "false"])
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

    private async Task<(int Code, string Error)> RunAsync(params string[] arguments)
    {
        var process = Launch($"http://127.0.0.1:{FreePort()}", arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, error + await output);
    }

    private async Task<(Process Process, string Address)> StartAsync()
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var process = Launch(address);
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
