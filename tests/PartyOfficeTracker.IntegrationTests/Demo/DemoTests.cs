using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.IntegrationTests.MyTasks;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Demo;

/// <summary>The application on a day, with the demo made on that day; its clock stands at noon.</summary>
public class DemoHost(DateOnly day, DatabaseProvider provider = DatabaseProvider.Sqlite)
    : AppHost(new AppHostOptions { Provider = provider, Seed = true, SeedDay = day, FromTemplate = false })
{
    public DateOnly Day => day;

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        Clock.SetDay(day.Year, day.Month, day.Day);
        return host;
    }
}

/// <summary>What somebody finds who starts the application on a day: an office at work.</summary>
public abstract partial class DemoTests(DemoHost host) : AppTests(host)
{
    private const int LatestDays = 30;

    public static TheoryData<string> OfficeUsers => [.. DemoAccounts.All.Where(a => a.Role != UserRole.Administrator).Select(a => a.UserName)];

    public static TheoryData<string> ProvinceUsers => [.. DemoAccounts.All.Where(a => a.Role == UserRole.Province).Select(a => a.UserName)];

    [Theory]
    [MemberData(nameof(OfficeUsers))]
    public async Task NothingIsLaterThanAFewWeeks_ForAnybody(string user)
    {
        var browser = await Host.SignInAsync(user);
        foreach (var address in new[] { "/", "/my-tasks", "/my-tasks?urgency=Overdue" })
        {
            var page = await browser.GetPageAsync(address);

            Assert.All(DaysLate().Matches(page.MainText), m => Assert.InRange(int.Parse(m.Groups["days"].Value, CultureInfo.InvariantCulture), 1, LatestDays));
        }
    }

    [Fact]
    public async Task Why_NamesWhoTypedTheDeadline_AndWhen_AsInAnyOffice()
    {
        var (task, held) = await Host.DatabaseAsync(async db =>
        {
            var late = await db.Assignments.Include(a => a.Directive!.Conference).OrderBy(a => a.Id).FirstAsync(a => a.ClosedOn == null && a.DueOn != null);
            return (late.Id, late.Directive!.Conference!.Date);
        });
        var why = await (await Host.SignInAsync("lanhdao")).GetPageAsync($"/follow-up/why/{task}");

        var typed = Regex.Match(why.MainText, "nhập hạn lúc [0-9:]* ?(?<day>[0-9/]{10})", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        Assert.Contains("Chuyên viên", why.MainText, StringComparison.Ordinal);
        Assert.Equal(DayText.ToText(held.AddDays(1)), typed.Groups["day"].Value);
    }

    [Theory]
    [MemberData(nameof(ProvinceUsers))]
    public async Task Province_HasWorkDueInTheNextDays_AndSomethingThatWaitsOrCameBack(string user)
    {
        var browser = await Host.SignInAsync(user);

        Assert.NotEmpty(await RowsAsync(browser, "urgency=DueSoon"));
        Assert.True((await RowsAsync(browser, "state=Submitted")).Count + (await RowsAsync(browser, "state=Returned")).Count > 0);
        Assert.NotEmpty(await RowsAsync(browser, "state=NotStarted"));
        Assert.NotEmpty(await RowsAsync(browser, "result=Completed"));
    }

    [Fact]
    public async Task Lead_FindsLateWork_ReportsThatWait_AndReportsThatWereReturned()
    {
        var browser = await Host.SignInAsync("lanhdao");

        Assert.NotEmpty(await RowsAsync(browser, "urgency=Overdue"));
        Assert.NotEmpty(await RowsAsync(browser, "state=Submitted"));
        Assert.NotEmpty(await RowsAsync(browser, "state=Returned"));
        Assert.Equal(2, (await RowsAsync(browser, "state=Suspended")).Count);
    }

    [Fact]
    public async Task Lead_FindsFirstWhatWaitsForHisDecision_ThenWhatIsLate_AsTheBoardHasIt()
    {
        var browser = await Host.SignInAsync("lanhdao");
        var home = await browser.GetPageAsync("/");
        var board = await browser.GetPageAsync("/follow-up?section=Reports");

        var sections = home.FindAll("main section").ToList();
        Assert.Contains("Cần quyết định: Báo cáo chờ nghiệm thu", sections[0].QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        var first = sections[0].QuerySelectorAll(".board-units a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal(board.FindAll(".board-group tbody a[href^='/my-tasks/']").Select(a => a.GetAttribute("href")), first);
        Assert.NotEmpty(sections.Single(s => s.QuerySelector("h2")!.TextContent.StartsWith("Quá hạn", StringComparison.Ordinal)).QuerySelectorAll("details"));
        Assert.Empty((await (await Host.SignInAsync("chuyenvien")).GetPageAsync("/")).FindAll("a[href='/follow-up?section=Reports']:not(.figure)"));
    }

    [Fact]
    public async Task Clerk_FindsADraft_ADirectiveToGive_AndDeadlinesToFillIn()
    {
        var home = await (await Host.SignInAsync("chuyenvien")).GetPageAsync("/");

        Assert.Contains("đã nhập 7 / dự kiến 13", home.MainText, StringComparison.Ordinal);
        Assert.Contains("1 nhiệm vụ đã công bố chưa giao cho đơn vị nào", home.MainText, StringComparison.Ordinal);
        Assert.Contains("2 nhiệm vụ cần điền hạn", home.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneRecommendation_OfAProvince_WaitsForAnAnswer()
    {
        var page = await (await Host.SignInAsync("lanhdao")).GetPageAsync("/recommendations");

        var waiting = Assert.Single(page.FindAll("tbody tr"), r => r.TextContent.Contains("Chờ trả lời", StringComparison.Ordinal));
        Assert.Contains("Cà Mau", waiting.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Briefings_AreThoseOfTheLastFourQuarters_AndGoToTheUnitsOfToday()
    {
        var day = ((DemoHost)Host).Day;
        var briefings = await Host.DatabaseAsync(db => db.Conferences.AsNoTracking()
            .Where(c => c.Kind == ConferenceKind.Briefing && c.Date > day.AddYears(-2)).OrderBy(c => c.Date).ToListAsync());
        var units = await Host.DatabaseAsync(db => db.Assignments.AsNoTracking()
            .Where(a => a.Directive!.Conference!.Date > day.AddYears(-2)).Select(a => a.Unit!).Distinct().ToListAsync());

        Assert.Equal(4, briefings.Count);
        Assert.All(briefings.Zip(briefings.Skip(1)), b => Assert.Equal(b.First.ReviewedTo!.Value.AddDays(1), b.Second.ReviewedFrom));
        Assert.All(briefings, b => Assert.Contains(b.Reviewed!.ToVietnamese(), b.Title, StringComparison.Ordinal));
        Assert.InRange(briefings[^1].Date, day.AddDays(-40), day.AddDays(-24));
        Assert.True(briefings[0].Date > day.AddYears(-1));
        Assert.Equal(34 + 1, units.Count);
        Assert.All(units, u => Assert.True(u.ValidTo is null || u.ValidTo >= day));
    }

    [Fact]
    public async Task OldConferences_AreClosed_WithNothingOpen()
    {
        var old = await Host.DatabaseAsync(db => db.Conferences.AsNoTracking().Where(c => c.Id <= 4).ToListAsync());
        var open = await Host.DatabaseAsync(db => db.Assignments.CountAsync(a => a.Directive!.ConferenceId <= 4 && a.CompletedOn == null));

        Assert.All(old, c => Assert.Equal(ConferenceState.Closed, c.State));
        Assert.Equal(0, open);
    }

    [Fact]
    public async Task EveryAssignment_IsTheFoldOverEvents_ThatCameInOrderAndBeforeToday()
    {
        var day = ((DemoHost)Host).Day;
        var assignments = await Host.DatabaseAsync(db => db.Assignments.IgnoreQueryFilters().AsNoTracking().Include(a => a.Events).ToListAsync());

        Assert.All(assignments, a =>
        {
            Assert.Equivalent(TaskTests.Columns(a), TaskTests.Columns(Assignment.Replay(a.Events, DateOnly.MaxValue)!));
            var events = a.Events.OrderBy(e => e.Sequence).ToList();
            Assert.All(events.Zip(events.Skip(1)), e => Assert.True(e.First.EnteredAt <= e.Second.EnteredAt));
            Assert.All(events, e => Assert.True(e.HappenedOn <= HanoiTime.ToDay(e.EnteredAt) && HanoiTime.ToDay(e.EnteredAt) < day));
        });
    }

    private static async Task<IReadOnlyList<AngleSharp.Dom.IElement>> RowsAsync(Browser browser, string filter) =>
        (await browser.GetPageAsync("/my-tasks?group=false&" + filter)).FindAll("tbody tr");

    [GeneratedRegex(@"quá hạn (?<days>\d+) ngày", RegexOptions.NonBacktracking)]
    private static partial Regex DaysLate();
}

public sealed class WorkingDayHost() : DemoHost(new DateOnly(2026, 12, 2));

public sealed class DemoOnAWorkingDay(WorkingDayHost host) : DemoTests(host), IClassFixture<WorkingDayHost>;

public sealed class AfterTetHost() : DemoHost(new DateOnly(2027, 2, 10));

public sealed class DemoRightAfterTet(AfterTetHost host) : DemoTests(host), IClassFixture<AfterTetHost>;

public sealed class SundayHost() : DemoHost(new DateOnly(2026, 4, 5));

public sealed class DemoOnASunday(SundayHost host) : DemoTests(host), IClassFixture<SundayHost>;

public sealed class SqlServerDemoHost() : DemoHost(new DateOnly(2026, 12, 2), DatabaseProvider.SqlServer);

public sealed class DemoOnSqlServer(SqlServerDemoHost host) : DemoTests(host), IClassFixture<SqlServerDemoHost>;
