using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.Benchmarks.Scale;

/// <summary>
/// People at work on a large database, each with a session of their own: they read lists, open tasks, search and report, with a second between two pages. Says
/// what failed, how long an answer took at the 99th of a hundred, and what the process held in memory. It writes: give it a copy of the database.
/// </summary>
internal static class WorkDay
{
    private static readonly string[] Users = ["camau", "chuyenvien", "nghean", "lanhdao", "khanhhoa", "thuongtruc", "camau", "kiemtra"];

    private static readonly string[] Everybody = ["/", "/conferences", "/directives", "/my-tasks", "/documents", "/search?q=bao+cao", "/recommendations"];

    private static readonly string[] Office =
    [
        "/follow-up", "/findings", "/directives?urgency=Overdue", "/my-tasks?urgency=Overdue", "/search?q=van+phong+tinh+uy", "/summaries/2024",
        "/my-tasks?year=2024",
    ];

    public static Task RunAsync(string application, string folder, int people, TimeSpan time) =>
        PageTimes.OfAsync("dotnet", [application, "--Database:Folder=" + folder], "/account/login", async server =>
        {
            var (took, failed, memory) = (new ConcurrentBag<double>(), new ConcurrentBag<string>(), new List<long>());
            var users = Enumerable.Range(0, people).Select(i => Users[i % Users.Length]);
            var crowd = await Task.WhenAll(users.Select(async user => (User: user, Browser: await server.SignInAsync(user))));
            var (clock, cpu) = (Stopwatch.StartNew(), server.Processor);
            var work = Task.WhenAll(crowd.Select((person, i) => WorkAsync(person.Browser, person.User, new Random(i), time, took, failed)));
            while (!work.IsCompleted)
            {
                await Task.WhenAny(work, Task.Delay(TimeSpan.FromSeconds(10)));
                memory.Add(server.Memory / 1024 / 1024);
            }

            await work;
            var sorted = took.Order().ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{people} people, {clock.Elapsed.TotalMinutes:0.0} minutes: {sorted.Count} answers, {failed.Count} failed; "
                + $"half within {At(sorted, 0.5):0} ms, 99 of 100 within {At(sorted, 0.99):0} ms, all within {sorted[^1]:0} ms; "
                + $"processor {(server.Processor - cpu).TotalMilliseconds / sorted.Count:0.00} ms an answer; memory in MB: {string.Join(' ', memory)}"));
            foreach (var reason in failed.GroupBy(f => f, StringComparer.Ordinal))
            {
                Console.WriteLine($"{reason.Count()} × {reason.Key}");
            }

            return true;
        });

    /// <summary>What posting a report costs the processor: the forms are fetched before, and only their posts are measured.</summary>
    public static async Task PostAsync(string application, IEnumerable<string> folders, int reports)
    {
        foreach (var folder in folders)
        {
            await PageTimes.OfAsync("dotnet", [application, "--Database:Folder=" + folder], "/account/login", async server =>
            {
                var browser = await server.SignInAsync("camau");
                var forms = new List<WebPage>();
                for (var list = "/my-tasks"; forms.Count < reports * 2;)
                {
                    var page = await browser.GetPageAsync(list);
                    foreach (var task in Tasks(page))
                    {
                        if (await browser.GetPageAsync(task) is var form && form.Find("#new-report form") is not null)
                        {
                            forms.Add(form);
                        }
                    }

                    if (page.Find("a[rel=next]")?.GetAttribute("href") is not { } next)
                    {
                        break;
                    }

                    list = next;
                }

                var (warm, measured) = (forms.Take(forms.Count / 2).ToList(), forms.Skip(forms.Count / 2).ToList());
                foreach (var form in warm)
                {
                    await ReportAsync(browser, form);
                }

                var before = server.Processor;
                foreach (var form in measured)
                {
                    await ReportAsync(browser, form);
                }

                var each = (server.Processor - before).TotalMilliseconds / measured.Count;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{folder}: {each:0.00} ms of the processor a report ({measured.Count} reports)"));
                return true;
            });
        }
    }

    private static double At(List<double> sorted, double part) => sorted[(int)((sorted.Count - 1) * part)];

    private static List<string> Tasks(WebPage list) =>
        [.. list.FindAll("tbody a[href^='/my-tasks/']").Select(a => a.GetAttribute("href")!).Distinct(StringComparer.Ordinal)];

    private static async Task<WebPage> ReportAsync(Browser browser, WebPage form)
    {
        var answer = await PostAsync(browser, form);
        return answer.IsRedirect ? answer : throw new InvalidOperationException($"{form.Url}: {answer.Status} {answer.MainText}");
    }

    private static Task<WebPage> PostAsync(Browser browser, WebPage form) =>
        browser.SubmitOnceAsync(form, "#new-report form", ("Input.Text", "Đang thực hiện theo kế hoạch"), ("Input.Percent", "40"));

    private static async Task WorkAsync(
        Browser browser, string user, Random chance, TimeSpan time, ConcurrentBag<double> took, ConcurrentBag<string> failed)
    {
        var province = user is "camau" or "nghean" or "khanhhoa";
        var addresses = province ? Everybody : [.. Everybody, .. Office];
        var tasks = new List<string>();
        for (var from = Stopwatch.StartNew(); from.Elapsed < time;)
        {
            await Task.Delay(chance.Next(500, 1500));
            try
            {
                var address = tasks.Count > 0 && chance.Next(3) == 0 ? tasks[chance.Next(tasks.Count)] : addresses[chance.Next(addresses.Length)];
                var page = await TimedAsync(() => browser.GetPageAsync(address), address, took, failed);
                tasks = address == "/my-tasks" ? Tasks(page) : tasks;
                if (province && page.Find("#new-report form") is not null && chance.Next(2) == 0)
                {
                    await TimedAsync(() => PostAsync(browser, page), "report", took, failed);
                }
            }
            catch (HttpRequestException e)
            {
                failed.Add(e.Message);
            }
        }
    }

    private static async Task<WebPage> TimedAsync(Func<Task<WebPage>> ask, string what, ConcurrentBag<double> took, ConcurrentBag<string> failed)
    {
        var clock = Stopwatch.StartNew();
        var page = await ask();
        took.Add(clock.Elapsed.TotalMilliseconds);

        // Two people who report on one task at once are told so: that is an answer, no failure.
        if ((int)page.Status >= 400 && page.Status != HttpStatusCode.Conflict)
        {
            failed.Add($"{what}: {page.Status} {page.Title}");
        }

        return page;
    }
}
