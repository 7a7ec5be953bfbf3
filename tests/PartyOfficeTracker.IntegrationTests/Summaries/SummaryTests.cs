using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Summaries;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Summaries;

/// <summary>On the demo data: the arithmetic adds up, and every number opens exactly its rows.</summary>
public abstract class SummaryTests(AppHost host) : AppTests(host)
{
    [Theory]
    [InlineData(2021)]
    [InlineData(2022)]
    public async Task Figures_AddUp_ForTheUnitsOfThenAndOfToday(int year)
    {
        var then = await ReadAsync(year, ofToday: false);
        var today = await ReadAsync(year, ofToday: true);

        Assert.True(then.Total.Assigned > 0);
        Assert.Equal(
            then.Total.CarriedOver + then.Total.Given,
            then.Total.CompletedOnTime + then.Total.CompletedLate + then.Total.NotCompletedInTime + then.Total.NotCompletedOverdue
                + then.Total.NeedsDeadline + then.Total.Withdrawn);
        Assert.Equal(then.Total.Assigned, then.Units.Sum(u => u.Figures.Assigned));
        Assert.Equal(then.Total.Assigned, today.Units.Sum(u => u.Figures.Assigned));
        Assert.Equal(then.Total, today.Total);
        Assert.True(today.Units.Count <= then.Units.Count);
    }

    [Theory]
    [InlineData(2021)]
    [InlineData(2022)]
    public async Task AsOfToday_ReplayGivesTheSameFiguresAsTheColumns(int year)
    {
        var columns = await ReadAsync(year, ofToday: false);
        var replayed = await Host.RunAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            var day = await StatusDay.TodayAsync(Host.Clock, services.GetRequiredService<UnitDirectory>(), default);
            var ids = await db.Assignments.IgnoreQueryFilters().InYear(year).Select(a => a.Id).ToListAsync();
            var tasks = await db.Assignments.IgnoreQueryFilters().Where(a => ids.Contains(a.Id))
                .Select(a => new { a.Directive!.Conference!.TaskYear, a.Events }).ToListAsync();
            return StatusCounts.CountAsOf(tasks.Select(t => (t.TaskYear, (IReadOnlyList<AssignmentEvent>)t.Events)), day, year);
        });

        Assert.Equal(columns.Total, ResultFigures.Of(replayed));
    }

    [Fact]
    public async Task AsOfTheEndOfTheYear_WhatWasEnteredLaterDoesNotCount_AndTheSumStillHolds()
    {
        var then = (await ReadAsync(2021, ofToday: false, new DateOnly(2021, 6, 30))).Total;
        var now = (await ReadAsync(2021, ofToday: false)).Total;

        Assert.True(then.Completed < now.Completed);
        Assert.Equal(then.CarriedOver + then.Given, then.Completed + then.NotCompleted + then.Withdrawn);
    }

    [Fact]
    public async Task WhatIsOpenWhenTheYearEnds_IsCarriedOverIntoTheNext()
    {
        var before = (await ReadAsync(2021, ofToday: false, new DateOnly(2021, 12, 31))).Total;
        var next = (await ReadAsync(2022, ofToday: false, new DateOnly(2022, 1, 1))).Total;

        Assert.Equal(before.NotCompleted, next.CarriedOver);
    }

    [Fact]
    public async Task Findings_KeepTheirKindsAndAddressees()
    {
        var summary = await ReadAsync(2021, ofToday: false);

        Assert.Equal((18, 14, 3), (summary.Achievements.Sum(c => c.Count), summary.Shortcomings.Sum(c => c.Count), summary.Obstacles.Sum(c => c.Count)));
        Assert.Equal(8, summary.Shortcomings.Where(c => c.Addressee == Core.Conferences.Addressee.CentralOffice).Sum(c => c.Count));
        Assert.Equal([Core.Conferences.DeadlineKind.PeriodEnd], (await ReadAsync(2022, ofToday: false)).Directives.Select(d => d.DeadlineKind));
    }

    [Theory]
    [InlineData(2021)]
    [InlineData(2022)]
    public async Task EveryNumber_OpensAsManyRowsAsItSays(int year)
    {
        var browser = await Host.SignInAsync("thuongtruc");
        var page = await browser.GetPageAsync($"/summaries/{year}");
        var numbers = page.FindAll("main a[href]")
            .Where(a => int.TryParse(a.TextContent, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(a => (Address: a.GetAttribute("href")!, Count: int.Parse(a.TextContent, CultureInfo.InvariantCulture)))
            .Where(a => a.Address.Contains("reviewed", StringComparison.Ordinal) || a.Address.Contains("year=", StringComparison.Ordinal))
            .Where(a => !a.Address.Contains("unit=", StringComparison.Ordinal))
            .Distinct()
            .ToList();

        Assert.True(numbers.Count > 10, numbers.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var (address, count) in numbers)
        {
            var rows = await browser.GetPageAsync(address);
            Assert.Equal(HttpStatusCode.OK, rows.Status);
            Assert.True(count == Total(rows), $"{address} says {count} and shows {Total(rows)}");
        }
    }

    [Theory]
    [InlineData("/summaries/2021", "")]
    [InlineData("/summaries/2021?units=today", "&units=today")]
    public async Task UnitRow_OpensTheTasksOfThatUnit(string address, string reading)
    {
        var browser = await Host.SignInAsync("lanhdao");
        var unit = await Host.UnitIdAsync("ca-mau");
        var page = await browser.GetPageAsync(address);
        var link = page.Find($"a[href='/my-tasks?year=2021&unit={unit}{reading}']")!;

        var rows = await browser.GetPageAsync(link.GetAttribute("href")!);

        Assert.Equal(int.Parse(link.TextContent, CultureInfo.InvariantCulture), Total(rows));
    }

    [Fact]
    public async Task DatabaseAndFunction_GiveEveryAssignmentTheSameState()
    {
        await Host.AsAsync<TaskListReader, bool>("lanhdao", async (tasks, actor) =>
        {
            foreach (var state in Enum.GetValues<AssignmentState>())
            {
                var filter = new TaskFilter(null, null, null, null, state, null, null, null, null);
                Assert.All((await tasks.ListAsync(actor, filter, CancellationToken.None)).Items, i => Assert.Equal(state, i.State));
            }

            foreach (var urgency in Enum.GetValues<Urgency>().Where(u => u != Urgency.Overdue))
            {
                var filter = new TaskFilter(null, null, null, null, null, urgency, null, null, null);
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

    private Task<YearlySummary> ReadAsync(int year, bool ofToday, DateOnly? asOf = null) =>
        Host.AsAsync<SummaryReader, YearlySummary>("thuongtruc", (reader, actor) => reader.ReadAsync(actor, year, asOf, ofToday, CancellationToken.None));
}

public sealed class SummaryOnSqlite(SeededSqliteHost host) : SummaryTests(host), IClassFixture<SeededSqliteHost>;

public sealed class SummaryOnSqlServer(SeededSqlServerHost host) : SummaryTests(host), IClassFixture<SeededSqlServerHost>;
