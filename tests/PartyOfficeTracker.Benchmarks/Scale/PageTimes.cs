using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.Benchmarks.Scale;

/// <summary>
/// What a page costs on small and large databases: the published application runs on each in turn, beside a page of plain EF on the same file, and what
/// counts is the processor's time a request. Ratios are of one run on one machine; milliseconds say little elsewhere.
/// </summary>
internal static class PageTimes
{
    private const int AtOnce = 4;
    private const int Measured = 400;
    private const int Warmed = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private static readonly (string User, string Name, string Address)[] Pages =
    [
        ("chuyenvien", "home, clerk", "/"),
        ("lanhdao", "home, lead", "/"),
        ("thuongtruc", "home, leadership", "/"),
        ("camau", "home, province", "/"),
        ("chuyenvien", "directives", "/directives"),
        ("chuyenvien", "directives, deep", "/directives?after={deep}"),
        ("chuyenvien", "directives, by state", "/directives?state=Submitted"),
        ("chuyenvien", "directives, suspended", "/directives?state=Suspended"),
        ("chuyenvien", "directives, overdue", "/directives?urgency=Overdue"),
        ("chuyenvien", "directives, not assigned", "/directives?progress=NotAssigned"),
        ("chuyenvien", "directives, of a year", "/directives?year={year}"),
        ("chuyenvien", "tasks of all units", "/my-tasks"),
        ("chuyenvien", "tasks of one unit", "/my-tasks?unit={unit}"),
        ("chuyenvien", "tasks, overdue", "/my-tasks?urgency=Overdue"),
        ("chuyenvien", "tasks, suspended", "/my-tasks?state=Suspended"),
        ("chuyenvien", "tasks of a year", "/my-tasks?year={year}"),
        ("camau", "my tasks", "/my-tasks"),
        ("camau", "my tasks, returned", "/my-tasks?state=Returned"),
        ("camau", "inbox", "/inbox"),
        ("chuyenvien", "one task", "/my-tasks/{task}"),
        ("chuyenvien", "one directive", "/directives/{directive}"),
        ("lanhdao", "follow-up", "/follow-up"),
        ("thuongtruc", "summary of a year", "/summaries/{year}"),
        ("chuyenvien", "search, common word", "/search?q=bao+cao"),
        ("chuyenvien", "search, rare word", "/search?q=hiem{conference}"),
        ("chuyenvien", "search, common words", "/search?q=van+phong+tinh+uy"),
        ("chuyenvien", "findings", "/findings"),
        ("chuyenvien", "findings, shortcomings", "/findings?kind=Shortcoming"),
        ("chuyenvien", "recommendations", "/recommendations"),
        ("chuyenvien", "conferences", "/conferences"),
        ("chuyenvien", "documents", "/documents"),
        ("chuyenvien", "conference", "/conferences/{conference}"),
        ("kiemtra", "audit", "/admin/audit"),
        ("kiemtra", "audit, by kind", "/admin/audit?entity=Unit"),
        ("kiemtra", "audit, of a month", "/admin/audit?from=1/3/{year}&to=31/3/{year}"),
    ];

    /// <param name="application">The published application's assembly.</param>
    /// <param name="folders">A database in each, the smallest first.</param>
    /// <param name="only">Part of a page's name; null for all.</param>
    public static async Task RunAsync(string application, IReadOnlyList<string> folders, string? only)
    {
        var pages = Pages.Where(p => only is null || p.Name.Contains(only, StringComparison.Ordinal)).ToList();
        var times = new List<(string Folder, double Floor, IReadOnlyList<(double Cpu, int Bytes)> Pages, long Memory, double Start)>();
        foreach (var folder in folders)
        {
            var floor = await OfAsync(
                Environment.ProcessPath!, Assembly("floor", folder), "/", client => FloorAsync(client));
            var start = Stopwatch.StartNew();
            var started = TimeSpan.Zero;
            times.Add(await OfAsync("dotnet", [application, "--Database:Folder=" + folder], "/account/login", async server =>
            {
                started = start.Elapsed;
                var measured = new List<(double, int)>();
                foreach (var page in pages)
                {
                    // What all pages share is compiled before the first is measured.
                    await server.WarmAsync(page.User, await FilledAsync(page.Address, folder));
                }

                foreach (var page in pages)
                {
                    measured.Add(await server.MeasureAsync(page.User, await FilledAsync(page.Address, folder)));
                }

                return (folder, floor, (IReadOnlyList<(double, int)>)measured, server.Memory, started.TotalSeconds);
            }));
        }

        Print(pages, times);
    }

    private static void Print(
        List<(string User, string Name, string Address)> pages,
        List<(string Folder, double Floor, IReadOnlyList<(double Cpu, int Bytes)> Pages, long Memory, double Start)> times)
    {
        var names = times.Select(t => Path.GetFileName(t.Folder.TrimEnd('/')) + ", ms");
        Console.WriteLine("| page | " + string.Join(" | ", names) + " | growth | × plain EF | KB |");
        Console.WriteLine("| --- |" + string.Concat(Enumerable.Repeat(" ---: |", times.Count + 3)));
        for (var i = 0; i < pages.Count; i++)
        {
            var row = times.ConvertAll(t => t.Pages[i]);
            var cells = string.Join(" | ", row.Select(r => r.Cpu.ToString("0.00", CultureInfo.InvariantCulture)));
            var (growth, floors) = (row[^1].Cpu / row[0].Cpu, row[^1].Cpu / times[^1].Floor);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {pages[i].Name} | {cells} | ×{growth:0.00} | ×{floors:0.0} | {row[^1].Bytes / 1024} |"));
        }

        foreach (var t in times)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{t.Folder}: plain EF {t.Floor:0.00} ms, start to first page {t.Start:0.0} s, memory at the end {t.Memory / 1024 / 1024} MB"));
        }
    }

    private static string[] Assembly(params string[] arguments)
    {
        var own = typeof(PageTimes).Assembly.Location;
        var isHost = Path.GetFileNameWithoutExtension(Environment.ProcessPath!).Equals("dotnet", StringComparison.Ordinal);
        return isHost ? [own, "scale", .. arguments] : ["scale", .. arguments];
    }

    private static async Task<double> FloorAsync(Server server) => (await server.MeasureAsync(null, "/")).Cpu;

    /// <summary>Runs a server in a process of its own, so that its processor time is its own.</summary>
    internal static async Task<T> OfAsync<T>(string program, string[] arguments, string ready, Func<Server, Task<T>> work)
    {
        var address = new Uri("http://127.0.0.1:" + FreePort().ToString(CultureInfo.InvariantCulture));
        var info = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(arguments[0]))!,
        };
        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        info.Environment["ASPNETCORE_URLS"] = address.ToString();
        info.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        info.Environment["Accounts__RequireSecondFactor"] = "false";
        info.Environment["Accounts__SignInAttemptsPerMinute"] = "100000";
        info.Environment["Jobs__Enabled"] = "false";
        info.Environment["Serilog__MinimumLevel__Default"] = "Warning";
        using var process = Process.Start(info)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        try
        {
            await using var server = new Server(process, address);
            await server.WaitAsync(ready);
            return await work(server);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Puts records of this database, of its middle, in the place of names.</summary>
    private static async Task<string> FilledAsync(string address, string folder)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "partyoffice.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        foreach (var (name, sql) in new[]
        {
            ("{unit}", "SELECT Id FROM Units WHERE Code = 'nghe-an'"),
            ("{task}", "SELECT Id FROM Assignments WHERE EventCount > 3 AND Id >= (SELECT MAX(Id) / 2 FROM Assignments) LIMIT 1"),
            ("{directive}", "SELECT DirectiveId FROM Assignments WHERE Id >= (SELECT MAX(Id) / 2 FROM Assignments) LIMIT 1"),
            ("{conference}", "SELECT Id FROM Conferences WHERE State <> 'Draft' AND Id >= (SELECT MAX(Id) / 2 FROM Conferences) LIMIT 1"),
            ("{deep}", "SELECT replace(HeldOn, '-', '') || '-' || Id FROM Rows WHERE Kind = 'Directive' AND HeldOn < '2021-06-01' "
                + "ORDER BY HeldOn DESC, Id LIMIT 1"),
            ("{year}", "SELECT 2024"),
        })
        {
            if (address.Contains(name, StringComparison.Ordinal))
            {
                await using var command = connection.CreateCommand();
                command.CommandText = sql;
                address = address.Replace(name, Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture), StringComparison.Ordinal);
            }
        }

        return address;
    }

    internal sealed class Server(Process process, Uri address) : IAsyncDisposable
    {
        private readonly Dictionary<string, HttpClient> _clients = new(StringComparer.Ordinal);

        public long Memory
        {
            get
            {
                process.Refresh();
                return process.WorkingSet64;
            }
        }

        public TimeSpan Processor
        {
            get
            {
                process.Refresh();
                return process.TotalProcessorTime;
            }
        }

        /// <summary>A session of its own.</summary>
        public async Task<Browser> SignInAsync(string user)
        {
            var browser = new Browser(New());
            var page = await browser.GetPageAsync("/account/login");
            var after = await browser.SubmitOnceAsync(page, "main form", ("Input.UserName", user), ("Input.Password", DemoAccounts.Password));
            return after.IsRedirect ? browser : throw new InvalidOperationException($"{user} could not sign in: {after.Status} {after.MainText}");
        }

        public async Task WaitAsync(string ready)
        {
            using var client = New();
            for (var from = Stopwatch.StartNew(); from.Elapsed < TimeSpan.FromMinutes(2); await Task.Delay(50))
            {
                try
                {
                    using var answer = await client.GetAsync(new Uri(ready, UriKind.Relative));
                    if (answer.IsSuccessStatusCode)
                    {
                        return;
                    }
                }
                catch (HttpRequestException) when (!process.HasExited)
                {
                    // It does not listen yet.
                }
            }

            throw new InvalidOperationException("The server does not answer.");
        }

        public async Task<(double Cpu, int Bytes)> MeasureAsync(string? user, string page)
        {
            var client = await ClientAsync(user);
            var target = new Uri(page, UriKind.Relative);
            var bytes = (await client.GetByteArrayAsync(target)).Length;
            await RunAsync(client, target, Measured);
            process.Refresh();
            var before = process.TotalProcessorTime;
            var done = await RunAsync(client, target, Measured);
            process.Refresh();
            return ((process.TotalProcessorTime - before).TotalMilliseconds / done, bytes);
        }

        public async Task WarmAsync(string user, string page) => await RunAsync(await ClientAsync(user), new Uri(page, UriKind.Relative), Warmed);

        public ValueTask DisposeAsync()
        {
            foreach (var client in _clients.Values)
            {
                client.Dispose();
            }

            return ValueTask.CompletedTask;
        }

        private static async Task<int> RunAsync(HttpClient client, Uri page, int most)
        {
            var (from, done, begun) = (Stopwatch.StartNew(), 0, 0);
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
            {
                while (Interlocked.Increment(ref begun) <= most && from.Elapsed < Longest)
                {
                    await client.GetByteArrayAsync(page);
                    Interlocked.Increment(ref done);
                }
            }));
            return done;
        }

        private HttpClient New() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(3) };

        private async Task<HttpClient> ClientAsync(string? user)
        {
            if (_clients.TryGetValue(user ?? "", out var known))
            {
                return known;
            }

            var client = user is null ? New() : (await SignInAsync(user)).Client;
            return _clients[user ?? ""] = client;
        }
    }
}
