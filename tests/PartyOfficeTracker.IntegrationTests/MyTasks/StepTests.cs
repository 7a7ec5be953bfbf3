using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.IntegrationTests.Notices;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.MyTasks;

/// <summary>The loop between two reports: a unit asks, the centre answers, somebody urges; on the demo data.</summary>
public abstract class StepTests(AppHost host) : AppTests(host)
{
    private DateOnly Today => Host.Clock.TodayInHanoi();

    [Fact]
    public async Task AnExtension_AskedForByTheUnit_WaitsOnTheBoard_AndTheOldDeadlineIsKept()
    {
        var (id, directive) = await TaskAsync("ca-mau");
        var (wished, old) = (Today.AddDays(40), (await FindAsync(id)).DueOn!.Value);
        var asked = await TakeAsync("camau", id, "ask-extension", ("Input.Day", Text(wished)), ("Input.Reason", "Chờ số liệu cấp xã"));
        var board = await (await Host.SignInAsync("lanhdao")).GetPageAsync("/follow-up?section=Extensions");
        var granted = await TakeAsync("lanhdao", id, "grant-extension");

        Assert.Contains("Lãnh đạo Văn phòng trả lời gia hạn", asked.MainText, StringComparison.Ordinal);
        Assert.NotNull(board.Find($"a[href='/my-tasks/{id}']"));
        Assert.NotNull(board.Find($"a[href='/directives/{directive}']"));
        var task = await FindAsync(id);
        Assert.True(task.DueOn >= wished);
        Assert.Equal((1, Turn.Unit), (task.Extensions, task.Turn));
        Assert.Contains(Text(old) + " → ", granted.Find(".history")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExtension_ToAnEarlierDay_IsRefusedBesideItsField_AndTheWordsStay()
    {
        var (id, _) = await TaskAsync("ca-mau");

        var page = await TakeAsync("camau", id, "ask-extension", ("Input.Day", Text(Today.AddDays(3))), ("Input.Reason", "Sớm hơn"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.ErrorOf("Input.Day"));
        Assert.Equal("Sớm hơn", page.ValueOf("Input.Reason")?.Trim());
        Assert.Null((await FindAsync(id)).ExtensionAskedOn);
    }

    [Fact]
    public async Task ARefusedExtension_LeavesTheDeadline_AndTheUnitReadsWhy()
    {
        var (id, _) = await TaskAsync("nghe-an");
        await TakeAsync("nghean", id, "ask-extension", ("Input.Day", Text(Today.AddDays(60))), ("Input.Reason", "Xin thêm"));
        await TakeAsync("lanhdao", id, "refuse-extension", ("Input.Reason", "Chưa đủ lý do"));

        var unit = await (await Host.SignInAsync("nghean")).GetPageAsync($"/my-tasks/{id}");

        Assert.Contains("Chưa đủ lý do", unit.MainText, StringComparison.Ordinal);
        Assert.Equal((Turn.Unit, 0), ((await FindAsync(id)).Turn, (await FindAsync(id)).Extensions));
    }

    [Fact]
    public async Task AnObstacle_NamesTheLevelThatDecides_AndIsSettled()
    {
        var (id, _) = await TaskAsync("ca-mau");
        await TakeAsync("camau", id, "raise-obstacle", ("Input.Level", "Secretariat"), ("Input.Reason", "Chưa có kinh phí"));
        var board = await (await Host.SignInAsync("chuyenvien")).GetPageAsync("/follow-up?section=Obstacles");
        var settled = await TakeAsync("lanhdao", id, "settle-obstacle", ("Input.Reason", "Đã bố trí"));

        var listed = board.FindAll("tbody tr").Single(r => r.QuerySelector($"a[href='/my-tasks/{id}']") is not null);
        Assert.Contains("Ban Bí thư", listed.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đã bố trí", settled.MainText, StringComparison.Ordinal);
        Assert.Equal(Turn.Unit, (await FindAsync(id)).Turn);
    }

    [Fact]
    public async Task ADeclinedTask_IsPassedOn_AndOnlyTheNewUnitHasItThen()
    {
        var (_, id) = await Host.GiveAsync("ca-mau", "Sáp nhập đầu mối " + Guid.NewGuid(), Today.AddDays(20), alone: true);
        await TakeAsync("camau", id, "decline", ("Input.Reason", "Thuộc địa bàn Nghệ An"));
        var nghean = (await Host.UnitIdAsync("nghe-an")).ToString(CultureInfo.InvariantCulture);
        await TakeAsync("lanhdao", id, "pass-on", ("Input.UnitId", nghean), ("Input.Reason", "Đúng địa bàn"));

        Assert.Equal(HttpStatusCode.NotFound, (await (await Host.SignInAsync("camau")).GetPageAsync($"/my-tasks/{id}")).Status);
        var page = await (await Host.SignInAsync("nghean")).GetPageAsync($"/my-tasks/{id}");
        Assert.Contains("Thuộc địa bàn Nghệ An", page.MainText, StringComparison.Ordinal);
        Assert.Contains("Đúng địa bàn", page.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AClerk_UrgesTwelveUnitsAtOnce_AfterSeeingWhatItWillDo_AndEachUnitCanAnswer()
    {
        var (_, directive) = await TaskAsync("ca-mau");
        var ids = await Host.DatabaseAsync(db => db.Assignments.Where(a => a.DirectiveId == directive).OrderBy(a => a.GivenTo!.Code == "ca-mau" ? 0 : 1)
            .ThenBy(a => a.Id).Select(a => a.Id).Take(12).ToListAsync());
        var clerk = await Host.SignInAsync("chuyenvien");
        var preview = await clerk.GetPageAsync("/follow-up/bulk?step=urge" + string.Concat(ids.Select(i => $"&id={i}")));
        var done = await clerk.SubmitAsync(preview, "main form", ("Input.Urging", "Evidence"), ("Input.Reason", "Gửi văn bản minh chứng"));
        var answered = await TakeAsync("camau", ids[0], "answer", ("Input.Reason", "Sẽ gửi trong tuần"));

        Assert.Contains("thực hiện được 12 lượt", preview.MainText, StringComparison.Ordinal);
        Assert.Contains("12/12", done.MainText, StringComparison.Ordinal);
        Assert.Equal(12, await Host.DatabaseAsync(db => db.Assignments.CountAsync(a => ids.Contains(a.Id) && a.Urges == 1)));
        Assert.Contains("Sẽ gửi trong tuần", answered.MainText, StringComparison.Ordinal);
        var task = await FindAsync(ids[0]);
        Assert.Null(task.UrgedOn);
        Assert.Equal(11, await Host.DatabaseAsync(db => db.Assignments.CountAsync(a => ids.Contains(a.Id) && a.AnswerDueOn > Today)));
    }

    [Fact]
    public async Task WhatAStepDoesNotFit_StaysAsItIs_AndSaysWhy()
    {
        var (id, _) = await TaskAsync("nghe-an");
        await ReportAllAsync("nghean", id);
        var clerk = await Host.SignInAsync("chuyenvien");

        var done = await clerk.SubmitAsync(await clerk.GetPageAsync($"/follow-up/bulk?step=urge&id={id}"), "main form");

        Assert.Contains("0/1", done.MainText, StringComparison.Ordinal);
        Assert.Contains("Chờ nghiệm thu", done.Find("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, (await FindAsync(id)).Urges);
    }

    [Fact]
    public async Task ASecondRequest_WhileTheFirstWaits_LeadsToTheTask_WhichSaysWhatItWaitsFor()
    {
        var (id, _) = await TaskAsync("khanh-hoa");
        await TakeAsync("khanhhoa", id, "ask-extension", ("Input.Day", Text(Today.AddDays(50))), ("Input.Reason", "x"));

        var again = await (await Host.SignInAsync("khanhhoa")).GetPageAsync($"/my-tasks/{id}/ask-extension");

        Assert.Equal($"/my-tasks/{id}", again.Url);
        Assert.Contains(
            "Chưa thực hiện được “Xin gia hạn”. Nhiệm vụ đang chờ: Lãnh đạo Văn phòng trả lời gia hạn.", again.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoLeadsDecidingAtOnce_TheSecondIsTold()
    {
        var (id, _) = await TaskAsync("khanh-hoa");
        await TakeAsync("khanhhoa", id, "ask-extension", ("Input.Day", Text(Today.AddDays(50))), ("Input.Reason", "x"));
        var lead = await Host.SignInAsync("lanhdao");
        var (first, second) = (await lead.GetPageAsync($"/my-tasks/{id}/grant-extension"), await lead.GetPageAsync($"/my-tasks/{id}/refuse-extension"));
        await lead.SubmitAsync(first, "main form");
        var late = await lead.SubmitAsync(second, "main form", ("Input.Reason", "Không"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal(1, (await FindAsync(id)).Extensions);
    }

    [Fact]
    public async Task TwoLeadsWithOneReportBeforeThem_TheFirstDecides_TheSecondIsToldAndChangesNothing()
    {
        var (id, _) = await TaskAsync("khanh-hoa");
        await ReportAllAsync("khanhhoa", id);
        var lead = await Host.SignInAsync("lanhdao");
        var (first, second) = (await lead.GetPageAsync($"/my-tasks/{id}"), await lead.GetPageAsync($"/my-tasks/{id}"));
        await lead.SubmitAsync(first, "button[value=Accepted]");
        var late = await lead.SubmitAsync(second, "button[value=Returned]", ("Decision.Reason", "Thiếu số liệu"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Hoàn thành", late.MainText, StringComparison.Ordinal);
        Assert.Equal((AssignmentState.CompletedOnTime, 0), ((await FindAsync(id)).State, (await FindAsync(id)).Returns));
    }

    [Theory]
    [InlineData("nghean", "raise-obstacle")]      // another unit's
    [InlineData("camau", "grant-extension")]      // the centre's
    [InlineData("chuyenvien", "extend")]          // the lead's
    [InlineData("camau", "set-deadline")]
    [InlineData("camau", "change-role")]
    [InlineData("thuongtruc", "urge")]            // leadership reads
    [InlineData("camau", "no-such-step")]
    public async Task AStepThatIsNotTheirs_IsNotThere(string user, string step)
    {
        var (id, _) = await TaskAsync("ca-mau");
        var before = (await FindAsync(id)).EventCount;
        var browser = await Host.SignInAsync(user);
        var token = (await browser.GetPageAsync("/search")).ValueOf("__RequestVerificationToken")!;

        var read = await browser.GetPageAsync($"/my-tasks/{id}/{step}");
        var posted = await browser.PostAsync(
            $"/my-tasks/{id}/{step}", ("Input.Reason", "x"), ("Input.Day", "31/12/2030"), ("__RequestVerificationToken", token));

        Assert.Equal(HttpStatusCode.NotFound, read.Status);
        Assert.True(
            posted.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden || posted.Url.Contains("/error/403", StringComparison.Ordinal),
            posted.Status.ToString());
        Assert.Equal(before, (await FindAsync(id)).EventCount);
    }

    [Fact]
    public async Task AClerk_MakesAUnitCoordinating_AndTheUnitIsTold_AndTheDirectiveWaitsForItNoMore()
    {
        var (id, directive) = await TaskAsync("ca-mau");
        var page = await TakeAsync("chuyenvien", id, "change-role", ("Input.Role", "Coordinating"), ("Input.Reason", "Nghệ An chủ trì"));
        var told = await (await Host.SignInAsync("camau")).GetPageAsync("/inbox");

        Assert.Equal(AssignmentRole.Coordinating, (await FindAsync(id)).Role);
        Assert.Contains("Nghệ An chủ trì", page.MainText, StringComparison.Ordinal);
        Assert.Contains("Phối hợp", told.FindAll("main li, main tr").First(r => r.TextContent.Contains("Đổi vai trò", StringComparison.Ordinal)).TextContent,
            StringComparison.Ordinal);
        var leads = await Host.DatabaseAsync(db => db.Assignments.CountAsync(a => a.DirectiveId == directive && a.Role == AssignmentRole.Lead));
        Assert.Equal(62, leads);
    }

    [Fact]
    public async Task ADeadlineOfItsOwn_IsEarlierWithATrace_AndMoreTimeIsAnExtension_AndAPastDayIsRefused()
    {
        var (id, _) = await TaskAsync("ca-mau");
        var old = (await FindAsync(id)).DueOn!.Value;
        var later = await TakeAsync("chuyenvien", id, "set-deadline", ("Input.Day", Text(old.AddDays(1))), ("Input.Reason", "x"));
        var past = await TakeAsync("chuyenvien", id, "set-deadline", ("Input.Day", Text(Today.AddDays(-1))), ("Input.Reason", "x"));
        var set = await TakeAsync("chuyenvien", id, "set-deadline", ("Input.Day", Text(Today.AddDays(2))), ("Input.Reason", "Họp sớm"));

        Assert.Contains("Cho thêm thời gian", later.ErrorOf("Input.Day"), StringComparison.Ordinal);
        Assert.NotNull(past.ErrorOf("Input.Day"));
        Assert.Contains("Họp sớm", set.MainText, StringComparison.Ordinal);
        var task = await FindAsync(id);
        Assert.Equal((Today.AddDays(2), 0), (task.OwnDueOn!.Value, task.Extensions));
        Assert.True(task.DueOn < old);
    }

    [Fact]
    public async Task ALaterDocument_WithdrawsATask_AndItsNumberIsInTheHistory()
    {
        var (id, _) = await TaskAsync("ca-mau");
        await TakeAsync("lanhdao", id, "withdraw", ("Input.DocumentNumber", "77-CV/VPTW"), ("Input.DocumentDate", Text(Today)));

        var kept = await Host.DatabaseAsync(db => db.Assignments.IgnoreQueryFilters().Include(a => a.Events).SingleAsync(a => a.Id == id));

        Assert.Equal((Today, "77-CV/VPTW"), (kept.WithdrawnOn!.Value, kept.Events[^1].DocumentNumber));
    }

    [Fact]
    public async Task ALaterDocument_ChangesTheDeadlineOfADirective_AndEveryTaskKeepsItsNumber()
    {
        var (id, directive) = await TaskAsync("ca-mau");
        var lead = await Host.SignInAsync("lanhdao");
        var form = await lead.GetPageAsync($"/directives/{directive}/amend");
        var missing = await lead.SubmitAsync(form, "main form", ("Input.DueOn", Text(Today.AddDays(90))));
        await lead.SubmitAsync(
            missing, "main form", ("Input.DueOn", Text(Today.AddDays(90))), ("Input.DocumentNumber", "15-TB/VPTW"), ("Input.DocumentDate", Text(Today)));

        var events = await Host.DatabaseAsync(db => db.AssignmentEvents.AsNoTracking().Where(e => e.Assignment!.DirectiveId == directive
            && e.Kind == AssignmentEventKind.DeadlineChanged).ToListAsync());
        Assert.NotNull(missing.ErrorOf("Input.DocumentNumber"));
        Assert.True(events.Count >= 63);
        Assert.All(events, e => Assert.Equal("15-TB/VPTW", e.DocumentNumber));
        Assert.True((await FindAsync(id)).DueOn >= Today.AddDays(90));
        Assert.Contains("15-TB/VPTW", (await (await Host.SignInAsync("camau")).GetPageAsync($"/my-tasks/{id}")).MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALaterDocument_ChangesTheWordsOfADirective_OldBesideNewForItsUnits_AndNothingIsChangedForNothing()
    {
        var (id, directive) = await TaskAsync("ca-mau");
        var due = (await FindAsync(id)).DueOn;
        var lead = await Host.SignInAsync("lanhdao");
        var form = await lead.GetPageAsync($"/directives/{directive}/amend");
        (string, string?)[] paper = [("Input.DocumentNumber", "16-TB/VPTW"), ("Input.DocumentDate", Text(Today))];
        var nothing = await lead.SubmitAsync(form, "main form", paper);
        var words = form.ValueOf("Input.Text")!.Trim();
        await lead.SubmitAsync(nothing, "main form", [.. paper, ("Input.Text", words.Replace("có hạn", "khẩn", StringComparison.Ordinal))]);

        Assert.NotNull(nothing.ErrorOf("Input.DueOn"));
        Assert.Equal(due, (await FindAsync(id)).DueOn);
        var unit = await Host.SignInAsync("camau");
        var task = (await unit.GetPageAsync($"/my-tasks/{id}")).Find(".history")!;
        Assert.Equal(("có hạn", "khẩn"), (task.QuerySelector("del")?.TextContent, task.QuerySelector("ins")?.TextContent));
        Assert.Contains($"16-TB/VPTW, {Text(Today)}", task.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nhiệm vụ được đính chính", (await unit.GetPageAsync("/inbox")).MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWrongFigure_IsCorrectedByANewReport_AndTheFirstStays()
    {
        var (id, _) = await TaskAsync("ca-mau");
        var unit = await Host.SignInAsync("camau");
        var first = await unit.SubmitAsync(
            await unit.GetPageAsync($"/my-tasks/{id}"), "#new-report form", ("Input.Text", "Đạt 80 xã"), ("Input.Percent", "80"));
        var report = first.FindAll("[name='Input.Corrects'] option")[^1].GetAttribute("value");
        var corrected = await unit.SubmitAsync(
            first,
            "#new-report form",
            ("Input.Text", "Đạt 60 xã"), ("Input.Percent", "60"), ("Input.Corrects", report), ("Input.CorrectedBecause", "Tính trùng 20 xã"));

        Assert.Contains("Đạt 80 xã", corrected.MainText, StringComparison.Ordinal);
        Assert.Contains("Tính trùng 20 xã", corrected.MainText, StringComparison.Ordinal);
        Assert.Contains("Đã được đính chính", corrected.MainText, StringComparison.Ordinal);
        Assert.Equal(60, (await FindAsync(id)).Percent);
    }

    [Fact]
    public async Task TheMatrix_ShowsEveryUnitAndDirective_AndAProvinceOnlyItsOwn()
    {
        var (id, _) = await TaskAsync("ca-mau");

        var whole = await (await Host.SignInAsync("lanhdao")).GetPageAsync("/conferences/4/matrix");
        var own = await (await Host.SignInAsync("camau")).GetPageAsync("/conferences/4/matrix");

        Assert.InRange(whole.FindAll("table.matrix").Count, 1, 3); // by how many directives other tests have added
        Assert.True(whole.FindAll("table.matrix tbody tr").Count >= 63);
        Assert.NotNull(whole.Find($"a[href='/my-tasks/{id}']"));
        Assert.All(own.FindAll("table.matrix tbody th"), h => Assert.Matches("Cà Mau|Bạc Liêu", h.TextContent));
    }

    [Fact]
    public async Task Why_TellsWhoSetTheDeadlineAndTheLastNews()
    {
        var (id, _) = await TaskAsync("ca-mau", givenBy: "lanhdao");
        await ReportAsync("camau", id, "Đang tổng hợp", 40);
        var lead = await Host.SignInAsync("lanhdao");
        Assert.Contains("Chưa có minh chứng", (await lead.GetPageAsync($"/follow-up/why/{id}")).MainText, StringComparison.Ordinal);
        await ReportAllAsync("camau", id);

        var why = await lead.GetPageAsync($"/follow-up/why/{id}");

        Assert.Contains("Chuyên viên Văn phòng Trung ương nhập hạn lúc", why.MainText, StringComparison.Ordinal);
        Assert.Contains("Lãnh đạo Văn phòng", why.MainText, StringComparison.Ordinal);
        Assert.Contains("Xong", why.MainText, StringComparison.Ordinal);
        Assert.Contains($"12-BC/VPTU, {Text(Today)}", why.MainText, StringComparison.Ordinal);
        await lead.SubmitAsync(await lead.GetPageAsync($"/my-tasks/{id}"), "button[value=Returned]", ("Decision.Reason", "Thiếu phụ lục"));
        why = await lead.GetPageAsync($"/follow-up/why/{id}");
        Assert.Contains("Đơn vị thực hiện", why.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADirectivesHistory_ShowsTheWordsOldAndNewWithTheReason_AndWhatWasDoneForManyUnitsAsOneStep()
    {
        var (id, directive) = await TaskAsync("ca-mau");
        await ReportAsync("camau", id, "Báo cáo của Cà Mau", 40);
        var clerk = await Host.SignInAsync("chuyenvien");
        var entry = await clerk.GetPageAsync($"/conferences/4/entry?edit={directive}");
        var words = entry.ValueOf("Input.Text")!.Trim();
        await clerk.SubmitAsync(entry, "#edit", ("Input.Text", words.Replace("có hạn", "gấp", StringComparison.Ordinal)), ("Input.Reason", "Theo bản gốc"));

        var office = (await clerk.GetPageAsync($"/directives/{directive}")).Find("#history")!;
        var other = (await (await Host.SignInAsync("nghean")).GetPageAsync($"/directives/{directive}")).Find("#history")!;
        var task = (await (await Host.SignInAsync("camau")).GetPageAsync($"/my-tasks/{id}")).Find(".history")!;

        foreach (var history in new[] { office, other, task })
        {
            Assert.Equal(("có hạn", "gấp"), (history.QuerySelector("del")?.TextContent, history.QuerySelector("ins")?.TextContent));
            Assert.Contains("Theo bản gốc", history.TextContent, StringComparison.Ordinal);
        }

        Assert.Contains("Báo cáo của Cà Mau", office.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Báo cáo của Cà Mau", other.TextContent, StringComparison.Ordinal);
        var given = Assert.Single(office.QuerySelectorAll(".history > li"), li => li.QuerySelector("strong")!.TextContent == "Giao việc");
        Assert.Matches("6[0-9] đơn vị", given.TextContent);
    }

    [Fact]
    public async Task WhatWasChangedInTheDraft_IsNoBusinessOfTheUnits()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var created = await clerk.SubmitAsync(
            await clerk.GetPageAsync("/conferences/create"),
            "main form",
            ("Input.Kind", "Briefing"), ("Input.Form", "Online"), ("Input.Date", Text(Today)),
            ("Input.Title", "Giao ban thử"),
            ("Input.OrganiserId", (await Host.UnitIdAsync("vptw")).ToString(CultureInfo.InvariantCulture)));
        var conference = int.Parse(created.Url.Split('/')[2], CultureInfo.InvariantCulture);
        var entry = await clerk.SubmitAsync(
            await clerk.GetPageAsync($"/conferences/{conference}/entry"), "#s-Directive form.quick", ("Add.Text", "Rà soát bản nháp"));
        var directive = int.Parse(entry.Find("#s-Directive li")!.Id!.Split('-')[1], CultureInfo.InvariantCulture);
        await clerk.SubmitAsync(
            await clerk.GetPageAsync($"/conferences/{conference}/entry?edit={directive}"), "#edit", ("Input.Text", "Rà soát bản chính"));
        await clerk.SubmitAsync(await clerk.GetPageAsync($"/conferences/{conference}"), "form[action*='handler=Publish']");

        var office = await clerk.GetPageAsync($"/directives/{directive}");
        var unit = await (await Host.SignInAsync("camau")).GetPageAsync($"/directives/{directive}");

        Assert.Equal("chính", office.Find("#history ins")?.TextContent);
        Assert.Equal(HttpStatusCode.OK, unit.Status);
        Assert.Null(unit.Find("#history del"));
    }

    [Fact]
    public async Task ADirective_SaysHowManyUnitsHaveOpenedIt_AndShowsThoseThatHaveNot_AndIsFoundByItsUnit()
    {
        var (id, directive) = await TaskAsync("ca-mau");
        await (await Host.SignInAsync("camau")).GetPageAsync($"/my-tasks/{id}");
        var clerk = await Host.SignInAsync("chuyenvien");

        var all = await clerk.GetPageAsync($"/directives/{directive}");
        var unread = await clerk.GetPageAsync(all.Find("a[href*='unread=true']")!.GetAttribute("href")!);

        Assert.Contains("Đã xem 1/63 đơn vị", all.MainText, StringComparison.Ordinal);
        Assert.NotNull(all.Find($"a[href='/my-tasks/{id}']"));
        Assert.DoesNotContain(unread.FindAll("h2#assignments ~ .table-wrap tbody a"), a => a.GetAttribute("href") == $"/my-tasks/{id}");
        var camau = await Host.UnitIdAsync("ca-mau");
        var office = await Host.UnitIdAsync("vptw");
        Assert.NotNull((await clerk.GetPageAsync($"/directives?unit={camau}&conference=4&size=100")).Find($"a[href='/directives/{directive}']"));
        Assert.Null((await clerk.GetPageAsync($"/directives?unit={office}&conference=4&size=100")).Find($"a[href='/directives/{directive}']"));
    }

    private static string Text(DateOnly day) => DayText.ToText(day);

    private async Task<WebPage> TakeAsync(string user, int id, string step, params (string Name, string? Value)[] fields)
    {
        var browser = await Host.SignInAsync(user);
        return await browser.SubmitAsync(await browser.GetPageAsync($"/my-tasks/{id}/{step}"), "main form", fields);
    }

    private Task<WebPage> ReportAllAsync(string user, int id) => ReportAsync(user, id, "Xong", 100);

    private async Task<WebPage> ReportAsync(string user, int id, string words, int percent)
    {
        var browser = await Host.SignInAsync(user);
        return await browser.SubmitAsync(
            await browser.GetPageAsync($"/my-tasks/{id}"),
            "#new-report form",
            ("Input.Text", words),
            ("Input.Percent", percent.ToString(CultureInfo.InvariantCulture)),
            ("Input.DocumentNumber", percent == 100 ? "12-BC/VPTU" : ""),
            ("Input.DocumentDate", percent == 100 ? Text(Today) : ""));
    }

    private Task<Assignment> FindAsync(int id) => Host.DatabaseAsync(db => db.Assignments.AsNoTracking().SingleAsync(a => a.Id == id));

    /// <summary>A task of a new directive of a published conference, due in twenty days, given to every unit of its day.</summary>
    private async Task<(int Task, int Directive)> TaskAsync(string unit, string givenBy = "chuyenvien")
    {
        var directive = await Host.NewDirectiveAsync(Today.AddDays(20), givenBy);
        var task = await Host.DatabaseAsync(
            db => db.Assignments.Where(a => a.DirectiveId == directive && a.GivenTo!.Code == unit).Select(a => a.Id).SingleAsync());
        return (task, directive);
    }
}

public sealed class StepsOnSqlite(SeededSqliteHost host) : StepTests(host), IClassFixture<SeededSqliteHost>;

public sealed class StepsOnSqlServer(SeededSqlServerHost host) : StepTests(host), IClassFixture<SeededSqlServerHost>;
