using System.Globalization;
using System.Net;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Summaries;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Summaries;

/// <summary>On the demo data: the arithmetic adds up, and every number opens exactly its rows.</summary>
public abstract class SummaryTests(AppHost host) : AppTests(host)
{
    [Theory]
    [InlineData(2020)]
    [InlineData(2021)]
    public async Task Figures_AddUp_ForTheUnitsOfThenAndOfToday(int year)
    {
        var then = await ReadAsync(year, ofToday: false);
        var today = await ReadAsync(year, ofToday: true);

        Assert.True(then.Total.Assigned > 0);
        Assert.Equal(
            then.Total.Assigned, then.Total.CompletedOnTime + then.Total.CompletedLate + then.Total.NotCompletedInTime + then.Total.NotCompletedOverdue);
        Assert.Equal(then.Total.Assigned, then.Units.Sum(u => u.Figures.Assigned));
        Assert.Equal(then.Total.Assigned, today.Units.Sum(u => u.Figures.Assigned));
        Assert.Equal(then.Total, today.Total);
        Assert.True(today.Units.Count <= then.Units.Count);
    }

    [Fact]
    public async Task Findings_KeepTheirKindsAndAddressees()
    {
        var summary = await ReadAsync(2021, ofToday: false);

        Assert.Equal((18, 14, 3), (summary.Achievements.Sum(c => c.Count), summary.Shortcomings.Sum(c => c.Count), summary.Obstacles.Sum(c => c.Count)));
        Assert.Equal(8, summary.Shortcomings.Where(c => c.Addressee == Core.Conferences.Addressee.CentralOffice).Sum(c => c.Count));
        Assert.Equal([Core.Conferences.DeadlineKind.PeriodEnd], summary.Directives.Select(d => d.DeadlineKind));
    }

    [Fact]
    public async Task EveryNumber_OpensAsManyRowsAsItSays()
    {
        var browser = await Host.SignInAsync("thuongtruc");
        var page = await browser.GetPageAsync("/summaries/2020");
        var numbers = page.FindAll("main a[href]")
            .Where(a => int.TryParse(a.TextContent, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(a => (Address: a.GetAttribute("href")!, Count: int.Parse(a.TextContent, CultureInfo.InvariantCulture)))
            .Where(a => a.Address.Contains("reviewed", StringComparison.Ordinal) && !a.Address.Contains("unit=", StringComparison.Ordinal))
            .Distinct()
            .ToList();

        Assert.True(numbers.Count > 30, numbers.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var (address, count) in numbers)
        {
            var rows = await browser.GetPageAsync(address);
            Assert.Equal(HttpStatusCode.OK, rows.Status);
            Assert.True(count == Total(rows), $"{address} says {count} and shows {Total(rows)}");
        }
    }

    [Theory]
    [InlineData("/summaries/2020", "")]
    [InlineData("/summaries/2020?units=today", "&units=today")]
    public async Task UnitRow_OpensTheTasksOfThatUnit(string address, string reading)
    {
        var browser = await Host.SignInAsync("lanhdao");
        var unit = await Host.UnitIdAsync("ca-mau");
        var page = await browser.GetPageAsync(address);
        var link = page.Find($"a[href='/my-tasks?reviewed=2020&unit={unit}{reading}']")!;

        var rows = await browser.GetPageAsync(link.GetAttribute("href")!);

        Assert.Equal(int.Parse(link.TextContent, CultureInfo.InvariantCulture), Total(rows));
    }

    [Fact]
    public async Task DatabaseAndFunction_GiveEveryAssignmentTheSameState()
    {
        await Host.AsAsync<TaskReader, bool>("lanhdao", async (tasks, actor) =>
        {
            foreach (var state in Enum.GetValues<AssignmentState>())
            {
                var filter = new TaskFilter(null, null, null, null, state, null, null, null, 0);
                Assert.All((await tasks.ListAsync(actor, filter, CancellationToken.None)).Items, i => Assert.Equal(state, i.State));
            }

            foreach (var urgency in Enum.GetValues<Urgency>().Where(u => u != Urgency.Overdue))
            {
                var filter = new TaskFilter(null, null, null, null, null, urgency, null, null, 0);
                Assert.All((await tasks.ListAsync(actor, filter, CancellationToken.None)).Items, i => Assert.Equal(urgency, i.Urgency));
            }

            return true;
        });
    }

    [Fact]
    public async Task Province_MayNotOpenTheSummary() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await Host.SignInAsync("camau")).GetPageAsync("/summaries/2020")).Status);

    private static int Total(WebPage page)
    {
        var text = page.Find(".actions .muted")?.TextContent ?? "";
        var digits = new string([.. text.Where(char.IsAsciiDigit)]);
        return digits.Length > 0 ? int.Parse(digits, CultureInfo.InvariantCulture) : page.FindAll("tbody tr").Count;
    }

    private Task<YearlySummary> ReadAsync(int year, bool ofToday) =>
        Host.AsAsync<SummaryReader, YearlySummary>("thuongtruc", (reader, actor) => reader.ReadAsync(actor, year, ofToday, CancellationToken.None));
}

public sealed class SummaryOnSqlite(SeededSqliteHost host) : SummaryTests(host), IClassFixture<SeededSqliteHost>;

public sealed class SummaryOnSqlServer(SeededSqlServerHost host) : SummaryTests(host), IClassFixture<SeededSqlServerHost>;
