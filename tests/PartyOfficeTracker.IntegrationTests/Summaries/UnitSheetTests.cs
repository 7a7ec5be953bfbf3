using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Summaries;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.IntegrationTests.Notices;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Summaries;

/// <summary>All years of one unit on one sheet, and what somebody looks after; on the demo data.</summary>
public abstract class UnitSheetTests(AppHost host) : AppTests(host)
{
    [Fact]
    public async Task EveryYear_AddsUp_AndEveryNumberOpensItsRows()
    {
        var browser = await Host.SignInAsync("lanhdao");
        var sheet = await ReadAsync("lanhdao", "ca-mau");
        var page = await browser.GetPageAsync("/units/ca-mau");

        Assert.NotEmpty(sheet.Years);
        Assert.All(sheet.Years, y => Assert.Equal(y.Figures.Assigned, y.Figures.Completed + y.Figures.NotCompleted + y.Figures.Withdrawn));
        var numbers = page.FindAll("main td a[href^='/my-tasks']")
            .Select(a => (Address: a.GetAttribute("href")!, Count: int.Parse(a.TextContent, CultureInfo.InvariantCulture)))
            .ToList();
        Assert.Equal(8 * sheet.Years.Count, numbers.Count);
        foreach (var (address, count) in numbers)
        {
            var rows = await browser.GetPageAsync(address);
            Assert.True(count == Total(rows), $"{address} says {count} and shows {Total(rows)}");
        }
    }

    [Fact]
    public async Task AYear_IsTheSummarysRowOfTheUnit()
    {
        var sheet = await ReadAsync("lanhdao", "nghe-an");
        var year = sheet.Years[^1];
        var summary = await Host.AsAsync<SummaryReader, YearlySummary>(
            "lanhdao", (reader, actor) => reader.ReadAsync(actor, year.Year, asOf: null, unitsOfToday: true, CancellationToken.None));

        Assert.Equal(summary.Units.Single(u => u.UnitId == sheet.Unit.Id).Figures, year.Figures);
    }

    [Fact]
    public async Task LateDays_AreThoseOfItsTasks_EachChargedOnce()
    {
        var sheet = await ReadAsync("lanhdao", "ca-mau");
        var ids = sheet.Forerunners.Select(u => u.Id).Append(sheet.Unit.Id).ToList();
        var today = Host.Clock.TodayInHanoi();
        var events = await Host.DatabaseAsync(db => db.AssignmentEvents.AsNoTracking()
            .Where(e => ids.Contains(e.Assignment!.GivenToId) && e.Assignment.Directive!.Conference!.State != ConferenceState.Draft).ToListAsync());

        Assert.Equal(events.GroupBy(e => e.AssignmentId).Aggregate(Lateness.None, (sum, e) => sum + Lateness.Of(e, today)), sheet.Lateness);
    }

    [Fact]
    public async Task ASuccessor_CountsWhatItsForerunnersWereGiven()
    {
        var sheet = await ReadAsync("lanhdao", "ca-mau");
        var page = await (await Host.SignInAsync("lanhdao")).GetPageAsync("/units/ca-mau");

        Assert.NotEmpty(sheet.Forerunners);
        Assert.All(sheet.Forerunners, u => Assert.Contains(u.CurrentName, page.MainText, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ATaskTheCentreGaveToAnotherUnit_CountsThere_AndEachKeepsItsOwnDays()
    {
        var today = Host.Clock.TodayInHanoi();
        var (directive, task) = await Host.GiveAsync("dien-bien", "Đổi đơn vị " + Guid.NewGuid(), today.AddDays(7), alone: true);
        var due = await Host.DatabaseAsync(db => db.Assignments.Where(a => a.Id == task).Select(a => a.DueOn!.Value).SingleAsync());
        var (from, to) = (await ReadAsync("lanhdao", "dien-bien"), await ReadAsync("lanhdao", "son-la"));
        Host.Clock.SetDay(due.AddDays(3).Year, due.AddDays(3).Month, due.AddDays(3).Day);
        var step = new TakeStep { Step = FollowUpStep.PassOn, UnitId = await Host.UnitIdAsync("son-la"), Reason = "Đúng địa bàn" };
        Assert.True((await Host.StepAsync("lanhdao", task, step)).Succeeded);
        var after = due.AddDays(5);
        Host.Clock.SetDay(after.Year, after.Month, after.Day);
        var (old, now) = (await ReadAsync("lanhdao", "dien-bien"), await ReadAsync("lanhdao", "son-la"));
        var page = await (await Host.SignInAsync("lanhdao")).GetPageAsync("/units/dien-bien");
        var again = await Host.AsAsync<AssignmentService, Result<AssignmentPlan>>("chuyenvien", (service, actor) => service.PlanAsync(
            actor, 4, new AssignDirectives { Items = [new AssignUnits { DirectiveId = directive, Class = UnitClass.AllProvincial }] }, CancellationToken.None));
        var recount = await Host.RunAsync(s => s.GetRequiredService<TaskLedger>().RecountAsync(CancellationToken.None));
        var events = (await Host.DatabaseAsync(db => db.AssignmentEvents.AsNoTracking()
            .Where(e => e.Assignment!.Directive!.Conference!.State != ConferenceState.Draft).ToListAsync())).ToLookup(e => e.AssignmentId);
        Host.Clock.Reset();

        Assert.Equal(Given(from) - 1, Given(old));
        Assert.Equal(Given(to) + 1, Given(now));
        Assert.Equal(1, old.GivenAway - from.GivenAway);
        Assert.Equal((new Lateness(3, 0, 0, 0), new Lateness(2, 0, 0, 0)), (
            Lateness.While([old.Unit.Id], events[task], after), Lateness.While([now.Unit.Id], events[task], after)));
        Assert.All(new[] { old, now }, sheet => Assert.Equal(
            events.Aggregate(Lateness.None, (sum, e) => sum + Lateness.While([.. sheet.Forerunners.Select(u => u.Id), sheet.Unit.Id], e, after)),
            sheet.Lateness));
        Assert.True(recount.IsClean);
        Assert.Contains("đã chuyển đơn vị khác", page.MainText, StringComparison.Ordinal);
        Assert.DoesNotContain(from.Unit.Id, again.Value.Directives[0].Units.Select(u => u.UnitId));
    }

    [Fact]
    public async Task AProvince_SeesItsOwnSheetOnly()
    {
        var camau = await Host.SignInAsync("camau");
        var own = await camau.GetPageAsync("/units/own");

        Assert.Equal("/units/ca-mau", own.Url);
        Assert.NotNull(own.Find("nav a[href='/units/own']"));
        Assert.Equal(HttpStatusCode.NotFound, (await camau.GetPageAsync("/units/nghe-an")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await Host.SignInAsync("lanhdao")).GetPageAsync("/units/khong-co")).Status);
    }

    [Fact]
    public async Task AFinding_IsListedByHowItNamesTheUnit()
    {
        await AddFindingAsync("Chậm gửi báo cáo quý", addressee: "nghe-an", reporter: null);
        await AddFindingAsync("Thiếu máy scan", addressee: null, reporter: "nghe-an");
        await AddFindingAsync("Một số nơi như NGHỆ AN còn chậm", addressee: null, reporter: null);
        await AddFindingAsync("An toàn kho; Nghệ nhân chưa mời", addressee: null, reporter: null);

        var findings = (await ReadAsync("lanhdao", "nghe-an")).Findings;

        Assert.Equal(NamedAs.Addressee, Assert.Single(findings, f => f.Text == "Chậm gửi báo cáo quý").As);
        Assert.Equal(NamedAs.Reporter, Assert.Single(findings, f => f.Text == "Thiếu máy scan").As);
        Assert.Equal(NamedAs.InText, Assert.Single(findings, f => f.Text.Contains("NGHỆ AN", StringComparison.Ordinal)).As);
        Assert.DoesNotContain(findings, f => f.Text.StartsWith("An toàn", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ALead_GivesAClerkUnits_AndTheClerkSeesWhatIsOpenThere()
    {
        var (lead, unit) = (await Host.SignInAsync("lanhdao"), await Host.UnitIdAsync("ca-mau"));
        var clerkId = (await Host.ActorAsync("chuyenvien")).UserId;
        var form = await lead.GetPageAsync($"/my-units/of/{clerkId}");
        var field = Browser.Fields(form, "main form").Count;
        await lead.SubmitAsync(form, "main form", ("Input.UnitIds", unit.ToString(CultureInfo.InvariantCulture)), ("Input.FieldIds", "1"));
        var clerk = await Host.SignInAsync("chuyenvien");

        var page = await clerk.GetPageAsync("/my-units");
        var print = await clerk.GetPageAsync("/my-units?as=print");

        Assert.True(field > 0);
        Assert.NotNull(page.Find("a[href='/units/ca-mau']"));
        Assert.NotNull(page.Find("a[href='/directives?field=1']"));
        Assert.Equal(
            page.Find("main table.rows tbody tr")!.QuerySelectorAll("td.num").Select(c => c.TextContent),
            print.Find("main tbody tr")!.QuerySelectorAll("td").Skip(1).Select(c => c.TextContent));
        foreach (var link in page.FindAll("td a").Where(a => int.TryParse(a.TextContent, CultureInfo.InvariantCulture, out _)))
        {
            var rows = await clerk.GetPageAsync(link.GetAttribute("href")!);
            Assert.Equal(int.Parse(link.TextContent, CultureInfo.InvariantCulture), Total(rows));
        }

        await lead.SubmitAsync(await lead.GetPageAsync($"/my-units/of/{clerkId}"), "main form", ("Input.UnitIds", null), ("Input.FieldIds", null));
        Assert.Contains("Chưa được phân công", (await clerk.GetPageAsync("/my-units")).MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyWhoWorksForUnits_IsGivenAPortfolio()
    {
        var province = (await Host.ActorAsync("camau")).UserId;
        var byHimself = await Host.AsAsync<PortfolioService, Result>(
            "chuyenvien", (service, actor) => service.SetAsync(actor, actor.UserId, new SetPortfolio(), CancellationToken.None));

        Assert.Equal(HttpStatusCode.NotFound, (await (await Host.SignInAsync("lanhdao")).GetPageAsync($"/my-units/of/{province}")).Status);
        Assert.Equal(FailureKind.Forbidden, byHimself.Failure!.Kind);
    }

    private Task<UnitSheet> ReadAsync(string user, string code) =>
        Host.AsAsync<UnitSheetReader, UnitSheet>(user, async (reader, actor) => (await reader.FindAsync(actor, code, CancellationToken.None))!);

    private async Task AddFindingAsync(string text, string? addressee, string? reporter)
    {
        var conference = await Host.DatabaseAsync(db => db.Conferences
            .Where(c => c.State == ConferenceState.Published).OrderBy(c => c.Id).Select(c => c.Id).FirstAsync());
        var command = new AddRows
        {
            Kind = RowKind.Shortcoming,
            Text = text,
            Addressee = addressee is null ? Addressee.NotStated : Addressee.OneUnit,
            AddresseeUnitId = addressee is null ? null : await Host.UnitIdAsync(addressee),
            UnitId = reporter is null ? null : await Host.UnitIdAsync(reporter),
        };
        var added = await Host.AsAsync<MinutesService, Result<int>>(
            "chuyenvien", (service, actor) => service.AddAsync(actor, conference, command, CancellationToken.None));
        Assert.True(added.Succeeded);
    }

    private static int Given(UnitSheet sheet) => sheet.Years.Sum(y => y.Figures.Given);

    private static int Total(WebPage page)
    {
        var digits = new string([.. (page.Find(".actions .muted")?.TextContent ?? "").Where(char.IsAsciiDigit)]);
        return digits.Length > 0 ? int.Parse(digits, CultureInfo.InvariantCulture) : page.FindAll("tbody tr").Count;
    }
}

public sealed class UnitSheetsOnSqlite(SeededSqliteHost host) : UnitSheetTests(host), IClassFixture<SeededSqliteHost>;

public sealed class UnitSheetsOnSqlServer(SeededSqlServerHost host) : UnitSheetTests(host), IClassFixture<SeededSqlServerHost>;
