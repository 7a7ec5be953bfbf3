using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Speed;

/// <summary>
/// Exact checks that hold on any machine: commands a page, plans, bytes. The account is remembered and asks nothing. What the demo has a handful of, SQLite
/// reads whole and is right to: <see cref="FlatCostTests"/> reads the plans of every page on a large database.
/// </summary>
public abstract class SpeedTests : IAsyncDisposable
{
    protected CommandLog Log { get; } = new();

    protected AppHost Host { get; }

    protected SpeedTests(DatabaseProvider provider) => Host = AppHost.Create(new AppHostOptions
    {
        Provider = provider,
        Seed = true,
        Services = services => services.ConfigureDbContext<AppDbContext>(options => options.AddInterceptors(Log)),
    }).OrSkip();

    public static TheoryData<string, string, int> Pages => new()
    {
        { "chuyenvien", "/conferences", 2 },
        { "chuyenvien", "/conferences?text=giao+ban", 2 },
        { "chuyenvien", "/directives", 2 },
        { "chuyenvien", "/my-tasks", 2 },
        { "camau", "/my-tasks", 2 },
        { "camau", "/inbox", 2 },
        { "camau", "/inbox?after=0-100000", 2 },
        { "chuyenvien", "/my-tasks?text=ca+mau", 3 },
        { "chuyenvien", "/findings", 2 },
        { "chuyenvien", "/findings?unit=66", 3 },
        { "chuyenvien", "/findings?text=ca+mau", 3 },
        { "chuyenvien", "/recommendations", 2 },
        { "chuyenvien", "/documents", 2 },
        { "chuyenvien", "/search?q=van+phong", 2 },
        { "chuyenvien", "/conferences/3", 3 },
        { "chuyenvien", "/conferences/3/entry", 3 },
        { "chuyenvien", "/directives/59", 6 },
        { "chuyenvien", "/documents/1", 3 },
        { "chuyenvien", "/my-tasks/600", 4 },
        { "lanhdao", "/follow-up", 2 },
        { "lanhdao", "/follow-up?section=Overdue", 2 },
        { "lanhdao", "/follow-up?section=Recommendations", 2 },
        { "lanhdao", "/follow-up/why/600", 3 },
        { "lanhdao", "/conferences/3/matrix", 2 },
        { "chuyenvien", "/recommendations/1", 3 },
        { "lanhdao", "/units/ca-mau", 3 },
        { "lanhdao", "/my-units", 2 },
        { "thuongtruc", "/summaries/2020", 4 },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_SendsNoMoreCommandsThanItsKindMay(string user, string address, int most)
    {
        var browser = await WarmAsync(user, address);

        var page = await browser.GetPageAsync(address);

        Assert.Equal(200, (int)page.Status);
        Assert.True(Log.Commands.Count <= most, $"{Log.Commands.Count} commands:\n" + string.Join("\n\n", Log.Commands.Select(c => c.Text)));
    }

    [Fact]
    public async Task BoardAndMatrix_SendAsManyCommands_WithSixtyThreeUnitsAndEightDirectives_AsWithOneOfEach()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var entry = await clerk.SubmitAsync(
            await clerk.GetPageAsync("/conferences/create"),
            "main form[method=post]",
            ("Input.Kind", "Briefing"), ("Input.Form", "Online"), ("Input.Title", "Một đơn vị"), ("Input.Date", "14/01/2021"),
            ("Input.OrganiserId", (await Host.UnitIdAsync("vptw")).ToString(CultureInfo.InvariantCulture)));
        var id = int.Parse(entry.Url.Split('/', '?', '#')[2], CultureInfo.InvariantCulture);
        await AddAsync(1);
        await clerk.SubmitAsync(await clerk.GetPageAsync($"/conferences/{id}"), "form[action*='handler=Publish']");
        var first = await Host.DatabaseAsync(db => db.Rows.Where(r => r.ConferenceId == id).Select(r => r.Id).SingleAsync());
        await clerk.AssignDirectiveAsync(first, "None", await Host.UnitIdAsync("ca-mau"));
        string[] pages = ["/follow-up", "/follow-up?section=Overdue", $"/conferences/{id}/matrix", "/"];
        var one = await CountAsync();

        await AddAsync(7);
        await clerk.AssignConferenceAsync(id, "AllProvincial");
        var many = await CountAsync();

        Assert.Equal(63 * 8, await Host.DatabaseAsync(db => db.Assignments.CountAsync(a => a.Directive!.ConferenceId == id)));
        Assert.Equal(one, many);

        async Task AddAsync(int count) => await clerk.SubmitAsync(
            await clerk.GetPageAsync($"/conferences/{id}/entry"),
            "#quick-Directive",
            ("Add.Text", string.Join('\n', Enumerable.Range(1, count).Select(i => "Việc quá hạn " + i.ToString(CultureInfo.InvariantCulture)))),
            ("Add.DeadlineKind", "Fixed"), ("Add.DueOn", "31/03/2021"));

        async Task<List<string>> CountAsync()
        {
            var counts = new List<string>();
            foreach (var page in pages)
            {
                await (await WarmAsync("lanhdao", page)).GetPageAsync(page);
                counts.Add(page + " " + Log.Commands.Count.ToString(CultureInfo.InvariantCulture));
            }

            return counts;
        }
    }

    [Fact]
    public async Task Lists_StaySmall_AndKeepVietnameseLettersAsTheyAre()
    {
        const int most = 20 * 1024;
        var browser = await Host.SignInAsync("chuyenvien");
        foreach (var address in new[] { "/conferences", "/my-tasks", "/my-tasks?after=738000-1", "/directives", "/documents", "/findings?kind=Shortcoming",
            "/findings?kind=Achievement" })
        {
            var html = await browser.Client.GetStringAsync(new Uri(address, UriKind.Relative));

            Assert.DoesNotContain("&#x", html, StringComparison.Ordinal);
            Assert.True(Encoding.UTF8.GetByteCount(html) <= most, address + " " + Encoding.UTF8.GetByteCount(html).ToString(CultureInfo.InvariantCulture));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The second visit: small tables are remembered, queries compiled, the task marked as read.</summary>
    protected async Task<Browser> WarmAsync(string user, string address)
    {
        var browser = await Host.SignInAsync(user);
        await browser.GetPageAsync(address);
        Log.Clear();
        return browser;
    }
}

public sealed class SpeedOnSqlite() : SpeedTests(DatabaseProvider.Sqlite)
{
    [Theory]
    [InlineData("camau", "/my-tasks", "Assignments|Notices")]
    [InlineData("camau", "/inbox", "Notices|Assignments|AssignmentEvents|Rows")]
    [InlineData("chuyenvien", "/conferences/3", "Rows|Citations|Figure|RowMentions|Sources|Chair|ConnectionPoint|Assignments")]
    [InlineData("chuyenvien", "/directives/59", "Rows|Assignments|Citations|AssignmentReadings")]
    [InlineData("chuyenvien", "/my-tasks/600", "Assignments|AssignmentEvents|ProgressReports|Evidence|Citations|Rows")]
    [InlineData("chuyenvien", "/search?q=van+phong", "SearchTerms")]
    [InlineData("thuongtruc", "/summaries/2021", "Assignments|Rows")]
    [InlineData("lanhdao", "/follow-up?section=Reports", "Assignments|Rows")]
    [InlineData("lanhdao", "/follow-up?section=Extensions", "Assignments|Rows")]
    [InlineData("lanhdao", "/follow-up?section=Overdue", "Assignments|Rows")]
    [InlineData("lanhdao", "/follow-up?section=Urges", "Assignments|Rows")]
    [InlineData("lanhdao", "/follow-up?section=NeedsDeadline", "Assignments|Rows")]
    [InlineData("lanhdao", "/follow-up?section=Recommendations", "Assignments|Rows")]
    [InlineData("lanhdao", "/follow-up/why/600", "AssignmentEvents|ProgressReports|Evidence")]
    [InlineData("lanhdao", "/conferences/3/matrix", "Assignments|Rows")]
    [InlineData("lanhdao", "/", "Assignments|Rows")]
    [InlineData("lanhdao", "/units/ca-mau", "Assignments|AssignmentEvents|Rows")]
    [InlineData("lanhdao", "/my-units", "Assignments")]
    [InlineData("chuyenvien", "/recommendations?state=Waiting", "Rows")]
    public async Task Page_ScansNoTableThatGrows(string user, string address, string growing)
    {
        var browser = await WarmAsync(user, address);
        await browser.GetPageAsync(address);

        var scans = new List<string>();
        await using var connection = new SqliteConnection("Data Source=" + Host.SqliteFile);
        await connection.OpenAsync();
        foreach (var (text, parameters) in Log.Commands)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + text;
            foreach (var (name, value) in parameters)
            {
                command.Parameters.AddWithValue(name, value ?? DBNull.Value);
            }

            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var step = reader.GetString(3);
                var aliases = growing.Split('|').SelectMany(t => AliasesOf(t, text));
                if (aliases.Any(a => step.Equals("SCAN " + a, StringComparison.Ordinal) || step.StartsWith("SCAN " + a + " ", StringComparison.Ordinal)))
                {
                    scans.Add(step + "\n   " + text);
                }
            }
        }

        Assert.True(scans.Count == 0, string.Join('\n', scans));
    }

    private static IEnumerable<string> AliasesOf(string table, string sql)
    {
        var mark = $"\"{table}\" AS \"";
        for (var i = sql.IndexOf(mark, StringComparison.Ordinal); i >= 0; i = sql.IndexOf(mark, i + 1, StringComparison.Ordinal))
        {
            var from = i + mark.Length;
            yield return sql[from..sql.IndexOf('"', from)];
        }
    }
}

/// <summary>The plans are read on SQLite alone; an empty SQL Server chooses others than a full one.</summary>
public sealed class SpeedOnSqlServer() : SpeedTests(DatabaseProvider.SqlServer);
