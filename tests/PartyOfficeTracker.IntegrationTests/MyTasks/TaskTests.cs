using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.MyTasks;

/// <summary>A province opens and reports, a lead decides, a clerk reports on behalf; on the demo data.</summary>
public abstract class TaskTests(AppHost host) : AppTests(host)
{
    private static readonly byte[] Pdf = "%PDF-1.4 minh chứng"u8.ToArray();

    [Fact]
    public async Task Task_OpenedByItsUnit_ShowsTheClerkWhoReadItAndWhen()
    {
        var (id, directive) = await OpenTaskAsync("khanh-hoa");
        await (await Host.SignInAsync("khanhhoa")).GetPageAsync($"/my-tasks/{id}");

        var page = await (await Host.SignInAsync("chuyenvien")).GetPageAsync($"/directives/{directive}");

        var row = page.FindAll("tbody tr").Single(r => r.QuerySelector($"a[href='/my-tasks/{id}']") is not null);
        Assert.Contains("Văn phòng Tỉnh ủy Khánh Hòa", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Chưa xem", page.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_RightAfterTheFirstOpening_IsTaken()
    {
        var (id, _) = await OpenTaskAsync("nghe-an");
        var browser = await Host.SignInAsync("nghean");

        var page = await ReportAsync(browser, id, ("Input.Text", "Đang làm"), ("Input.Percent", "30"));

        Assert.Contains("Đang thực hiện", page.MainText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("30%")]
    [InlineData("30 %")]
    public async Task Percent_IsTakenWithItsSign_AndADayWithTwoDigitsOfItsYear(string percent)
    {
        var (id, _) = await OpenTaskAsync("nghe-an");
        var browser = await Host.SignInAsync("nghean");
        var day = Host.Clock.TodayInHanoi();

        var page = await ReportAsync(
            browser, id, ("Input.Text", "Đang làm"), ("Input.Percent", percent), ("Input.HappenedOn", day.ToString("d/M/yy", CultureInfo.InvariantCulture)));

        Assert.Contains(DayText.ToText(day) + " · 30%", page.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_WithAFile_IsServedToItsUnitAsAnAttachment_AndToNoOther()
    {
        var (id, _) = await OpenTaskAsync("ca-mau");
        var browser = await Host.SignInAsync("camau");
        var page = await browser.SubmitFilesAsync(
            await browser.GetPageAsync($"/my-tasks/{id}"), "#new-report form", [new FormFile("Input.File", "báo cáo.pdf", Pdf)], ("Input.Text", "Xong"),
            ("Input.Percent", "100"));
        var address = page.Find("a[href*='/evidence/']")!.GetAttribute("href")!;

        var own = await browser.Client.GetAsync(new Uri(address, UriKind.Relative));
        var other = await (await Host.SignInAsync("nghean")).Client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(Pdf, await own.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", own.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", own.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task Evidence_WithADisguisedFile_IsRefusedBesideItsFieldAndTheTextIsKept()
    {
        var (id, _) = await OpenTaskAsync("ca-mau");
        var browser = await Host.SignInAsync("camau");

        var page = await browser.SubmitFilesAsync(
            await browser.GetPageAsync($"/my-tasks/{id}"), "#new-report form", [new FormFile("Input.File", "a.pdf", "MZ…"u8.ToArray())],
            ("Input.Text", "Nội dung đã gõ"), ("Input.Percent", "10"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.ErrorOf("Input.File"));
        Assert.Equal("Nội dung đã gõ", page.ValueOf("Input.Text")!.Trim());
    }

    [Theory]
    [InlineData("Input.Percent", "101")]
    [InlineData("Input.Percent", "101%")]
    [InlineData("Input.Percent", "nhiều")]
    [InlineData("Input.HappenedOn", "30/02/2021")]
    [InlineData("Input.HappenedOn", "01/01/1999")]
    [InlineData("Input.DocumentDate", "01/01/2100")]
    [InlineData("Input.Text", "")]
    public async Task Report_ThatCannotBe_SaysWhyBesideTheField(string field, string value)
    {
        var (id, _) = await OpenTaskAsync("ca-mau");
        var browser = await Host.SignInAsync("camau");

        var page = await ReportAsync(
            browser, id, [.. new[] { ("Input.Text", (string?)"Đang làm"), ("Input.Percent", "10") }.Where(f => f.Item1 != field).Append((field, value))]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.ErrorOf(field));
    }

    [Fact]
    public async Task Report_OfCompletionWithoutEvidence_AsksForIt()
    {
        var (id, _) = await OpenTaskAsync("ca-mau");

        var page = await ReportAsync(await Host.SignInAsync("camau"), id, ("Input.Text", "Xong"), ("Input.Percent", "100"));

        Assert.Contains("minh chứng", page.ErrorOf("Input.DocumentNumber"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clerk_ReportsOnBehalfOfAUnit_AndTheRecordSaysSo()
    {
        var (id, _) = await OpenTaskAsync("ha-giang");

        var page = await ReportAsync(await Host.SignInAsync("chuyenvien"), id, ("Input.Text", "Theo công văn của tỉnh"), ("Input.Percent", "20"));

        Assert.Contains("nhập thay đơn vị", page.Find("article.report")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lead_ReturnsWithAReason_TheUnitReportsAgain_TheLeadAccepts()
    {
        var (id, _) = await OpenTaskAsync("ca-mau");
        var unit = await Host.SignInAsync("camau");
        var lead = await Host.SignInAsync("lanhdao");
        (string, string?)[] done = [("Input.Text", "Xong"), ("Input.Percent", "100"), ("Input.DocumentNumber", "9-BC/VPTU"),
            ("Input.DocumentDate", "1/2/2022")];
        await ReportAsync(unit, id, done);

        var withoutReason = await lead.SubmitAsync(await lead.GetPageAsync($"/my-tasks/{id}"), "button[value=Returned]");
        var returned = await lead.SubmitAsync(withoutReason, "button[value=Returned]", ("Decision.Reason", "Thiếu phụ lục"));
        await ReportAsync(unit, id, done);
        var accepted = await lead.SubmitAsync(await lead.GetPageAsync($"/my-tasks/{id}"), "button[value=Accepted]", ("Decision.Grade", "Excellent"));

        Assert.Equal(HttpStatusCode.BadRequest, withoutReason.Status);
        Assert.Contains("Bị trả lại", returned.Find(".page-head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Thiếu phụ lục", returned.MainText, StringComparison.Ordinal);
        Assert.Contains("Hoàn thành", accepted.Find(".page-head")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(accepted.FindAll("#new-report"));
    }

    [Fact]
    public async Task Lead_SuspendsWithAReason_NobodyReports_AndItGoesOn()
    {
        var (id, _) = await OpenTaskAsync("ca-mau");
        var lead = await Host.SignInAsync("lanhdao");
        var withoutReason = await lead.SubmitAsync(await lead.GetPageAsync($"/my-tasks/{id}"), "#pause form");
        var suspended = await lead.SubmitAsync(withoutReason, "#pause form", ("Pause.Reason", "Chờ văn bản mới"));
        var unit = await (await Host.SignInAsync("camau")).GetPageAsync($"/my-tasks/{id}");
        var resumed = await lead.SubmitAsync(await lead.GetPageAsync($"/my-tasks/{id}"), "#pause form", ("Pause.Reason", "Đã có văn bản"));

        Assert.Equal(HttpStatusCode.BadRequest, withoutReason.Status);
        Assert.NotNull(withoutReason.ErrorOf("Pause.Reason"));
        Assert.Contains("Tạm dừng", unit.Find(".page-head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tạm dừng", suspended.Find(".page-head")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(unit.FindAll("#new-report, #pause"));
        Assert.Contains("Chưa thực hiện", resumed.Find(".page-head")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Chờ văn bản mới", "Đã có văn bản"],
            await Host.DatabaseAsync(
                db => db.AssignmentEvents.Where(e => e.AssignmentId == id && e.Reason != null).OrderBy(e => e.Sequence).Select(e => e.Reason).ToListAsync()));
    }

    [Fact]
    public async Task EveryAssignment_IsTheFoldOverItsStoredEvents()
    {
        var assignments = await Host.DatabaseAsync(db => db.Assignments.IgnoreQueryFilters().AsNoTracking().Include(a => a.Events).ToListAsync());

        Assert.True(assignments.Count > 500);
        Assert.All(assignments, a => Assert.Equivalent(Columns(a), Columns(Assignment.Replay(a.Events, DateOnly.MaxValue)!)));
    }

    [Fact]
    public async Task AnEvent_IsNeverChangedOrDeleted()
    {
        await Host.DatabaseAsync(async db =>
        {
            var first = await db.AssignmentEvents.OrderBy(e => e.Id).FirstAsync();
            db.Entry(first).Property(e => e.Reason).CurrentValue = "khác";
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
            db.ChangeTracker.Clear();
            db.Remove(first);
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        });
    }

    [Fact]
    public async Task List_PutsWhatIsOpenAndDueFirst_AndNeverAnotherUnits()
    {
        int[] own = [await Host.UnitIdAsync("ca-mau"), await Host.UnitIdAsync("bac-lieu")];
        var page = await (await Host.SignInAsync("camau"))
            .GetPageAsync("/my-tasks?unit=" + (await Host.UnitIdAsync("nghe-an")).ToString(CultureInfo.InvariantCulture));
        Assert.Empty(page.FindAll("tbody tr"));

        page = await (await Host.SignInAsync("camau")).GetPageAsync("/my-tasks");
        var ids = page.FindAll("tbody a[href^='/my-tasks/']").Select(a => int.Parse(a.GetAttribute("href")!.Split('/')[2], CultureInfo.InvariantCulture))
            .ToList();
        var tasks = await Host.DatabaseAsync(db => db.Assignments.Where(a => ids.Contains(a.Id)).ToListAsync());
        var closed = ids.Select(id => AssignmentStatus.StateOf(tasks.Single(t => t.Id == id)).IsCompleted()).ToList();

        Assert.All(tasks, t => Assert.Contains(t.UnitId, own));
        Assert.Equal(closed.Order(), closed);
    }

    [Fact]
    public async Task ATaskTakenOverFromAMergedUnit_SaysSoWhereverItIsListed_AndTheUnitsOwnDoesNot()
    {
        var (task, directive) = await OpenTaskAsync("bac-lieu");
        var unit = await Host.UnitIdAsync("ca-mau");
        var (province, clerk) = (await Host.SignInAsync("camau"), await Host.SignInAsync("chuyenvien"));

        foreach (var (browser, address) in new[]
        {
            (province, $"/my-tasks?directive={directive}"), (clerk, $"/my-tasks?directive={directive}&unit={unit}"),
            (province, $"/directives/{directive}"), (clerk, $"/directives/{directive}"),
        })
        {
            var page = await browser.GetPageAsync(address);
            var file = await browser.GetPageAsync(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "as=print");
            var row = page.FindAll("tbody tr").Single(r => r.QuerySelector($"a[href='/my-tasks/{task}']") is not null);
            Assert.Contains("tiếp nhận từ Bạc Liêu", row.TextContent, StringComparison.Ordinal);
            Assert.Single(page.FindAll("tbody tr"), r => r.TextContent.Contains("tiếp nhận từ Bạc Liêu", StringComparison.Ordinal));
            Assert.Single(file.FindAll("tbody tr"), r => r.TextContent.Contains("tiếp nhận từ Bạc Liêu", StringComparison.Ordinal));
        }

        Assert.Contains("tiếp nhận từ Bạc Liêu", (await province.GetPageAsync($"/my-tasks/{task}")).Find(".page-head")!.TextContent, StringComparison.Ordinal);
        var home = (await province.GetPageAsync("/")).FindAll("tbody tr");
        var from = await Host.DatabaseAsync(db => db.Assignments.Where(a => a.GivenTo!.Code == "bac-lieu").Select(a => a.Id).ToListAsync());
        Assert.NotEmpty(home);
        Assert.All(home, r => Assert.Equal(
            from.Contains(int.Parse(r.QuerySelector("a")!.GetAttribute("href")!.Split('/')[2], CultureInfo.InvariantCulture)),
            r.TextContent.Contains("tiếp nhận từ Bạc Liêu", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Task_GivenAfterItsDeadline_SaysSoInEveryList_AndCountsItsLatenessFromTheDayItWasGiven()
    {
        try
        {
            Host.Clock.SetDay(2022, 3, 21);
            var directive = await Host.NewDirectiveAsync(new DateOnly(2022, 3, 11));
            string[] addresses = [$"/my-tasks?directive={directive}", "/"];
            var first = await ReadAsync(addresses);
            var task = await (await Host.SignInAsync("camau")).GetPageAsync(first[0].Find("tbody a[href^='/my-tasks/']")!.GetAttribute("href")!);
            var whole = await (await Host.SignInAsync("chuyenvien")).GetPageAsync($"/directives/{directive}");
            var file = await (await Host.SignInAsync("camau")).GetPageAsync(addresses[0] + "&as=print");

            Host.Clock.SetDay(2022, 3, 22);
            var next = await ReadAsync(addresses);

            Assert.All([.. first, task, whole, file], p => Assert.Contains("giao sau hạn 10 ngày", p.MainText, StringComparison.Ordinal));
            Assert.All([.. first, task, whole, file], p => Assert.DoesNotContain("hạn hôm nay", p.MainText, StringComparison.Ordinal));
            Assert.Contains("11/03/2022", first[0].MainText, StringComparison.Ordinal);
            Assert.All(next, p => Assert.Contains("quá hạn 1 ngày, giao sau hạn 10 ngày", p.MainText, StringComparison.Ordinal));
        }
        finally
        {
            Host.Clock.Reset();
        }

        async Task<List<WebPage>> ReadAsync(string[] addresses)
        {
            var unit = await Host.SignInAsync("camau");
            var pages = new List<WebPage>();
            foreach (var address in addresses)
            {
                pages.Add(await unit.GetPageAsync(address));
            }

            return pages;
        }
    }

    private static async Task<WebPage> ReportAsync(Browser browser, int id, params (string Name, string? Value)[] fields) =>
        await browser.SubmitAsync(await browser.GetPageAsync($"/my-tasks/{id}"), "#new-report form", fields);

    internal static object Columns(Assignment a) => new
    {
        a.Role,
        a.OwnDueOn,
        a.DueOn,
        a.NeedsDeadline,
        a.AssignedAt,
        a.FirstReadAt,
        a.LastReportOn,
        a.Percent,
        a.SubmittedOn,
        a.ReturnedOn,
        a.CompletedOn,
        a.SuspendedOn,
        a.WithdrawnOn,
        a.EventCount,
    };

    /// <summary>A new task of the unit that nobody has opened or reported on.</summary>
    private async Task<(int Task, int Directive)> OpenTaskAsync(string unit)
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var entry = await clerk.GetPageAsync("/conferences/4/entry");
        entry = await clerk.SubmitAsync(
            entry, "#s-Directive form.quick", ("Add.Text", "Việc thử " + Guid.NewGuid()), ("Add.DeadlineKind", "Standing"), ("Add.DueOn", ""));
        var directive = int.Parse(entry.FindAll("#s-Directive li")[^1].Id!.Split('-')[1], CultureInfo.InvariantCulture);
        await clerk.AssignDirectiveAsync(directive, "AllProvincial");
        var task = await Host.DatabaseAsync(
            db => db.Assignments.Where(a => a.DirectiveId == directive && a.GivenTo!.Code == unit).Select(a => a.Id).SingleAsync());
        return (task, directive);
    }
}

public sealed class TasksOnSqlite(SeededSqliteHost host) : TaskTests(host), IClassFixture<SeededSqliteHost>;

public sealed class TasksOnSqlServer(SeededSqlServerHost host) : TaskTests(host), IClassFixture<SeededSqlServerHost>;
