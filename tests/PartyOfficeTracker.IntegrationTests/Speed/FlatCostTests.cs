using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.TestSupport;
using PartyOfficeTracker.TestSupport.Scale;
using SQLitePCL;

namespace PartyOfficeTracker.IntegrationTests.Speed;

/// <summary>Two thousand tasks, and twenty thousand: made once, by copying what the application wrote.</summary>
public sealed class TwoSizes : IAsyncLifetime
{
    internal Sized Small { get; private set; } = null!;

    internal Sized Large { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Small = await Sized.MakeAsync(2_000);
        Large = await Sized.MakeAsync(20_000);
    }

    public async ValueTask DisposeAsync()
    {
        await Small.DisposeAsync();
        await Large.DisposeAsync();
    }
}

/// <summary>The application on a database of a size, with a log of what it asks.</summary>
internal sealed class Sized : IAsyncDisposable
{
    private readonly string _folder = TestFolders.New();
    private readonly Dictionary<string, Browser> _browsers = new(StringComparer.Ordinal);

    public CommandLog Log { get; } = new();

    public AppHost Host { get; private set; } = null!;

    public static async Task<Sized> MakeAsync(int assignments)
    {
        var sized = new Sized();
        await ManyTimes.MakeAsync(sized._folder, assignments);
        sized.Host = AppHost.Create(new AppHostOptions
        {
            FromTemplate = false,
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Database:Folder"] = sized._folder },
            Services = services => services.ConfigureDbContext<AppDbContext>(options => options.AddInterceptors(sized.Log)),
        });
        var found = await ManyTimes.SettleAsync(sized.Host);
        Assert.True(found.IsClean);
        return sized;
    }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "partyoffice.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>The commands of a page, the second time it is shown.</summary>
    public async Task<IReadOnlyList<(string Text, List<(string Name, object? Value)> Parameters)>> AskAsync(string user, string address)
    {
        if (!_browsers.TryGetValue(user, out var browser))
        {
            _browsers[user] = browser = await Host.SignInAsync(user);
        }

        await browser.GetPageAsync(address);
        Log.Clear();
        var page = await browser.GetPageAsync(address);
        Assert.True((int)page.Status == 200, $"{address}: {page.Status}");
        return [.. Log.Commands];
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        SqliteConnection.ClearAllPools();
        TestFolders.Remove(_folder);
    }
}

/// <summary>
/// No page costs more because the tables are longer: held by SQLite's plans of every page and filter, and by the steps its machine takes for them with two
/// thousand tasks and with twenty thousand. Nothing here looks at a clock.
/// </summary>
public sealed partial class FlatCostTests(TwoSizes sizes) : IClassFixture<TwoSizes>
{
    /// <summary>What SQLite's machine does for an entry of an index that is counted, and for a hit of a search that is ranked.</summary>
    private const int StepsOfACount = 13;

    private const int StepsOfAHit = 120;

    private const int StepsOfATaskFound = 400;

    /// <summary>Tasks looked at for a page of groups, and the steps of one.</summary>
    private const int MostGrouped = 600;

    private const int StepsOfAGroupedTask = 40;

    private const int RowsOfAYear = 6000;

    private const int MostFound = 500;

    private const string OfAYear = "/my-tasks?year=";

    private const string Sort = "USE TEMP B-TREE FOR ORDER BY";

    /// <summary>Given for the year, carried into it and open, carried into it and closed: each is read up to a page and counted up to the cap.</summary>
    private const int RangesOfAYear = 3;

    /// <summary>Tables that grow with the years.</summary>
    private static readonly string[] Growing =
    [
        "Assignments", "AssignmentEvents", "AssignmentReadings", "ProgressReports", "Evidence", "Notices", "Rows", "Conferences", "Citations", "Figure",
        "RowMentions", "Chair", "ConnectionPoint", "Sources", "Cures", "Recommendations", "SearchEntries", "SearchTerms", "AuditEntries", "Documents",
    ];

    private static readonly string[] Lists =
    [
        "/", "/conferences", "/conferences?year=2024", "/conferences?text=giao+ban", "/conferences?state=Closed", "/conferences?kind=Briefing",
        "/conferences?after=20220101-5", "/conferences?after=~20220101-5",
        "/directives", "/directives?year=2024", "/directives?field=1", "/directives?text=bao+cao", "/directives?after=20220101-5",
        "/directives?after=~20220101-5",
        "/findings", "/findings?kind=Shortcoming", "/findings?reviewed=2024", "/findings?field=1", "/findings?after=20220101-5",
        "/findings?unit=66", "/findings?unit=66&kind=Shortcoming", "/findings?text=bao+cao", "/findings?text=ca+mau",
        "/my-tasks?text=ca+mau", "/my-tasks?text=bao+cao+ca+mau",
        "/my-tasks", "/my-tasks?text=bao+cao", "/my-tasks?directive=60", "/directives?unit=66", "/my-tasks?after=738000-5", "/my-tasks?after=~738000-5",
        "/my-tasks?year=2024", "/my-tasks?year=2024&unit=66", "/my-tasks?year=2024&result=CarriedOver", "/my-tasks?year=2024&state=Returned",
        "/recommendations", "/recommendations?state=Waiting", "/recommendations?state=Answered", "/recommendations?year=2024",
        "/documents", "/documents?after=5", "/inbox", "/search?q=bao+cao", "/search?q=hiem5", "/search?q=van+phong",
    ];

    private static IEnumerable<string> Filters =>
        Enum.GetNames<AssignmentState>().SelectMany(s => new[] { "/directives?state=" + s, "/my-tasks?state=" + s })
            .Concat(Enum.GetNames<Urgency>().SelectMany(u => new[] { "/directives?urgency=" + u, "/my-tasks?urgency=" + u }))
            .Concat(Enum.GetNames<DirectiveProgress>().Select(p => "/directives?progress=" + p))
            .Concat(Enum.GetNames<DeadlineKind>().Select(d => "/directives?deadline=" + d))
            .Concat(Enum.GetNames<Addressee>().SelectMany(a => new[] { "/directives?addressee=" + a, "/findings?addressee=" + a }))
            .Concat(["/my-tasks?result=NotCompleted", "/my-tasks?result=Completed", "/my-tasks?result=NotCompletedOverdue"]);

    /// <summary>Every page somebody may read and every filter, each as the office and as a province where both may.</summary>
    private static IReadOnlyList<(string User, string Address)> Everything =>
    [
        .. Lists.Concat(Filters).SelectMany(a => new[] { ("chuyenvien", a), ("camau", a) }),
        ("lanhdao", "/"), ("thuongtruc", "/"), ("thuongtruc", "/summaries/2024"), ("thuongtruc", "/summaries"),
        .. Enum.GetNames<BoardSection>().Select(s => ("lanhdao", "/follow-up?section=" + s)),
        ("lanhdao", "/follow-up"), ("lanhdao", "/follow-up/why/600"), ("lanhdao", "/conferences/3/matrix"), ("lanhdao", "/my-units"),
        ("chuyenvien", "/conferences/3"), ("chuyenvien", "/conferences/3/entry"), ("chuyenvien", "/conferences/3/assign"), ("chuyenvien", "/directives/59"),
        ("chuyenvien", "/my-tasks/600"), ("chuyenvien", "/recommendations/1"), ("chuyenvien", "/documents/1"),
        ("kiemtra", "/admin/audit"), ("kiemtra", "/admin/audit?entity=Conference"), ("kiemtra", "/admin/audit?user=1"),
        ("kiemtra", "/admin/audit?from=1/3/2024&to=31/3/2024"), ("kiemtra", "/admin/audit?before=638000000000000000-5"),
        ("kiemtra", "/admin/audit?before=~638000000000000000-5"), ("chuyenvien", "/my-tasks?unit=66"), ("chuyenvien", "/my-tasks?unit=66&state=Returned"),
    ];

    /// <summary>A sort, and why it sorts few rows however many there are.</summary>
    private static readonly (string Address, string Why)[] SortsFew =
    [
        ("text=", "what a search found, at most five hundred"),
        ("/search", "what a search found, at most three hundred"),
        ("directive=", "the units of one directive"),
        ("/directives/", "the units of one directive"),
        ("/my-tasks/", "one task"),
        ("/conferences/", "one conference"),
        ("/documents/", "the places that cite one document"),
        ("/summaries", "kinds of rows and lines of the ledger"),
        ("/follow-up", "one page"),
        ("/directives?state", "the directives of at most a thousand tasks"),
        ("/directives?urgency", "the directives of at most a thousand tasks"),
        ("/directives?unit", "the directives of at most two hundred tasks of a unit"),
        ("/findings?unit", "at most a thousand findings of a unit"),
        ("/my-tasks?year=2024&state", "one unit's tasks of a year in one state"),
        ("/my-units", "what one person looks after"),
        ("/recommendations", "what one province and its forerunners ask"),
    ];

    /// <summary>
    /// "In time" begins behind all that is overdue, and so reads that first. How many ask the same is asked only of what is in a group, which none is
    /// here, so that SQLite takes the index of groups for useless.
    /// </summary>
    private static readonly (string Address, string Step)[] Known = [("urgency=InTime", ""), ("/recommendations", "SCAN r2")];

    [Fact]
    public async Task NoPageAndNoFilter_ScansOrSortsATableThatGrows()
    {
        var found = new List<string>();
        foreach (var (user, address) in Everything)
        {
            var commands = await sizes.Large.AskAsync(user, address);
            await using var connection = sizes.Large.Open();
            foreach (var command in commands)
            {
                var steps = Steps(connection, command).ToList();
                var bad = steps.Where(s => IsBad(s, steps, command.Text, address) && !IsKnown(address, s.Text));
                found.AddRange(bad.Select(s => $"{user} {address}: {s.Text}"));
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found.Distinct(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task EveryPage_TakesAsManySteps_WithTenTimesTheTasks()
    {
        var found = new List<string>();
        foreach (var (user, address) in Everything)
        {
            var (small, large) = (await CountAsync(sizes.Small, user, address), await CountAsync(sizes.Large, user, address));
            if (large.Steps > (small.Steps * 1.1) + Allowed(large.Commands, address) && !IsKnown(address, ""))
            {
                found.Add(string.Create(CultureInfo.InvariantCulture, $"{user} {address}: {small.Steps} steps, then {large.Steps}; most for\n{large.Longest}"));
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static bool IsKnown(string address, string step) =>
        Known.Any(k => address.Contains(k.Address, StringComparison.Ordinal) && (k.Step.Length == 0 || k.Step == step));

    /// <summary>
    /// What may come with more records, and ends: a count goes on to its thousand and a page to its last row. Two thousand tasks fill neither.
    /// </summary>
    private static int Allowed(IReadOnlyList<string> commands, string address)
    {
        const int count = PagedList<object>.CountCap * StepsOfACount;
        const int page = 60 * 100;
        var found = address.Contains("text=", StringComparison.Ordinal) ? MostFound * StepsOfATaskFound
            : address.StartsWith("/search", StringComparison.Ordinal) ? MostFound * StepsOfAHit
            : address.StartsWith("/my-tasks", StringComparison.Ordinal) ? MostGrouped * StepsOfAGroupedTask
            : 0;

        // A year's findings and directives are counted from one index, and its tasks from the ledger: what a year holds, and not what the table holds.
        var year = address.StartsWith("/summaries/", StringComparison.Ordinal) || address == "/" ? RowsOfAYear * StepsOfACount : 0;
        var ranges = address.StartsWith(OfAYear, StringComparison.Ordinal) ? RangesOfAYear : 1;
        return page + year + (ranges * (found + (commands.Sum(c => CountOf().Count(c)) * count)));
    }

    private static bool IsBad(PlanStep step, List<PlanStep> plan, string text, string address)
    {
        var growing = Growing.SelectMany(t => AliasesOf(t, text)).ToHashSet(StringComparer.Ordinal);
        return (step.Text.StartsWith("SCAN ", StringComparison.Ordinal) && IsWhole(step.Text, text) && growing.Contains(step.Table))
            || (step.Text.StartsWith(Sort, StringComparison.Ordinal)
                && plan.Exists(s => s.Parent == step.Parent && growing.Contains(s.Table))
                && !SortsFew.Any(s => address.Contains(s.Address, StringComparison.Ordinal)));
    }

    /// <summary>A walk along an index that ends with the page, or with the count, reads no whole table.</summary>
    private static bool IsWhole(string step, string text) =>
        !step.Contains(" INDEX ", StringComparison.Ordinal) || !text.Contains("LIMIT", StringComparison.Ordinal);

    /// <summary>A step of SQLite's plan. What puts the first rows of several ranges in order sorts beside those ranges, and beside no table.</summary>
    private sealed record PlanStep(int Parent, string Text)
    {
        public string Table => Text.Split(' ') is ["SCAN" or "SEARCH", var table, ..] ? table : "";
    }

    private static IEnumerable<PlanStep> Steps(SqliteConnection connection, (string Text, List<(string Name, object? Value)> Parameters) asked)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + asked.Text;
        foreach (var (name, value) in asked.Parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return new PlanStep(reader.GetInt32(1), reader.GetString(3));
        }
    }

    /// <summary>The steps SQLite's machine takes for all commands of a page.</summary>
    private static async Task<(long Steps, IReadOnlyList<string> Commands, string Longest)> CountAsync(Sized sized, string user, string address)
    {
        var commands = await sized.AskAsync(user, address);
        await using var connection = sized.Open();
        var steps = commands.Select(c => (c.Text, Steps: Count(connection, c.Text, c.Parameters))).ToList();
        return (steps.Sum(s => s.Steps), [.. steps.Select(s => s.Text)], steps.MaxBy(s => s.Steps).Text);
    }

    private static long Count(SqliteConnection connection, string text, List<(string Name, object? Value)> parameters)
    {
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_prepare_v2(connection.Handle!, text, out var statement));
        using (statement)
        {
            foreach (var (name, value) in parameters)
            {
                var index = raw.sqlite3_bind_parameter_index(statement, name);
                _ = value switch
                {
                    null or DBNull => raw.sqlite3_bind_null(statement, index),
                    bool flag => raw.sqlite3_bind_int(statement, index, flag ? 1 : 0),
                    int or long => raw.sqlite3_bind_int64(statement, index, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
                    DateOnly day => raw.sqlite3_bind_text(statement, index, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                    DateTime at => raw.sqlite3_bind_text(statement, index, at.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
                    _ => raw.sqlite3_bind_text(statement, index, Convert.ToString(value, CultureInfo.InvariantCulture)!),
                };
            }

            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            {
                // Every row, as the application reads every row.
            }

            return raw.sqlite3_stmt_status(statement, raw.SQLITE_STMTSTATUS_VM_STEP, 0);
        }
    }

    private static IEnumerable<string> AliasesOf(string table, string sql) =>
        Alias().Matches(sql).Where(m => m.Groups["table"].Value == table).Select(m => m.Groups["alias"].Value);

    [GeneratedRegex(@"COUNT\(\*\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CountOf();

    [GeneratedRegex("\"(?<table>\\w+)\" AS \"(?<alias>\\w+)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alias();
}
