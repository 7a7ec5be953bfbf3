using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Jobs;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Conferences;

/// <summary>What was deleted, moved, merged, split or withdrawn comes back as it was; drafts thrown away come back for thirty days.</summary>
public abstract class UndoTests(AppHost host) : AppTests(host)
{
    [Fact]
    public async Task ADeletedRow_ComesBackInItsPlace_WithEverythingThatHungOnIt_AndItsHistory()
    {
        var (browser, id) = await StartAsync();
        await AddAsync(browser, id, RowKind.Shortcoming, "Chậm báo cáo");
        await AddAsync(browser, id, RowKind.Directive, "Một\nHai\nBa");
        var row = await RowAsync(id, "Hai");
        await EditAsync(
            browser, id, row.Id, ("Input.Citations", "Quy định số 04-QĐ/TW"), ("Input.Cures", Text((await RowAsync(id, "Chậm báo cáo")).Id)),
            ("Input.DeadlineKind", "Fixed"), ("Input.DueOn", "31/03/2021"));
        var before = await SnapshotAsync(id, "Hai");

        var gone = await browser.SubmitAsync(await EntryAsync(browser, id, row.Id), "#edit button[formaction*='Delete']");
        Assert.Equal(["Một 1", "Ba 2"], await OrderAsync(id, RowKind.Directive));
        Assert.Contains("Xóa: “Hai”", gone.MainText, StringComparison.Ordinal);
        var back = await browser.SubmitAsync(gone, "[data-undo]");

        Assert.Contains("Đã hoàn tác: “Hai”.", back.MainText, StringComparison.Ordinal);
        Assert.Equal(["Một 1", "Hai 2", "Ba 3"], await OrderAsync(id, RowKind.Directive));
        Assert.Equal(before, await SnapshotAsync(id, "Hai"));
        Assert.Contains("Hai", (await browser.GetPageAsync("/conferences/" + id)).MainText, StringComparison.Ordinal);
        Assert.True(await Host.DatabaseAsync(db => db.AuditEntries.AnyAsync(a => a.EntityUid == row.Uid && a.Reason == "Hoàn tác: Hai")));
        Assert.True(await Host.DatabaseAsync(db => db.SearchEntries.AnyAsync(e => e.Row!.Uid == row.Uid)));
    }

    [Fact]
    public async Task TheLastTenActs_AreTakenBackOneAfterAnother_ByWhoDidThem()
    {
        var (browser, id) = await StartAsync();
        await AddAsync(browser, id, RowKind.Achievement, "Một\nHai");
        var page = await browser.GetPageAsync($"/conferences/{id}/entry");
        for (var i = 0; i < 11; i++)
        {
            page = await browser.SubmitAsync(page, "#s-Achievement li:first-child [data-move-down]");
        }

        Assert.Equal(10, await StepsAsync(id));
        Assert.Null((await (await Host.SignInAsync("lanhdao")).GetPageAsync($"/conferences/{id}/entry")).Find("[data-undo]"));
        for (var i = 0; i < 10; i++)
        {
            page = await browser.SubmitAsync(page, "[data-undo]");
        }

        Assert.Null(page.Find("[data-undo]"));
        Assert.Equal(["Hai 1", "Một 2"], await OrderAsync(id, RowKind.Achievement));
    }

    [Fact]
    public async Task ARowMovedToAnotherKind_AndAChairRemoved_ComeBack_ButNotOverWhatSomebodyChangedSince()
    {
        var (browser, id) = await StartAsync();
        await AddAsync(browser, id, RowKind.Achievement, "Một\nHai\nBa");
        var row = await RowAsync(id, "Hai");
        await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}/entry"), "form[action*='handler=Chair']", ("Chair.Name", "Bùi Văn Thạch"));
        await EditAsync(browser, id, row.Id, ("Input.Kind", nameof(RowKind.Shortcoming)));
        var page = await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}/entry"), "#parts button[name=remove][value^='Chair']");

        page = await browser.SubmitAsync(page, "[data-undo]");
        Assert.Contains("Bùi Văn Thạch", page.Find("#parts")!.TextContent, StringComparison.Ordinal);
        var lead = await Host.SignInAsync("lanhdao");
        await EditAsync(lead, id, row.Id, ("Input.Text", "Hai, lãnh đạo sửa"));
        var refused = await browser.SubmitAsync(page, "[data-undo]");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("đã được sửa sau đó", refused.MainText, StringComparison.Ordinal);
        Assert.Equal(["Hai, lãnh đạo sửa 1"], await OrderAsync(id, RowKind.Shortcoming));
    }

    [Fact]
    public async Task AChairRemoved_DoesNotComeBack_OnceTheConferenceIsClosed()
    {
        var (browser, id) = await StartAsync();
        await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}/entry"), "form[action*='handler=Chair']", ("Chair.Name", "Bùi Văn Thạch"));
        await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}"), "form[action*='handler=Publish']");
        var page = await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}/entry"), "#parts button[name=remove][value^='Chair']");
        var lead = await Host.SignInAsync("lanhdao");
        var closed = await lead.SubmitAsync(await lead.GetPageAsync($"/conferences/{id}"), "form[action*='handler=Close']");
        Assert.True((int)closed.Status == 200, closed.MainText);

        var refused = await browser.SubmitAsync(page, "[data-undo]");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.False(await Host.DatabaseAsync(db => db.Set<Chair>().AnyAsync(c => c.ConferenceId == id)));
    }

    [Fact]
    public async Task RowsDeletedTogether_AndRowsMovedToAnotherKindTogether_ComeBackInTheirPlaces()
    {
        var (browser, id) = await StartAsync();
        await AddAsync(browser, id, RowKind.Achievement, "A\nB\nC\nD\nE\nF\nG");
        await AddAsync(browser, id, RowKind.Remark, "X");
        string[] before = ["A 1", "B 2", "C 3", "D 4", "E 5", "F 6", "G 7"];

        var deleted = await BulkAsync(browser, id, ["A", "B", "C"], ("Bulk.Act", "Delete"));
        await browser.SubmitAsync(deleted, "[data-undo]");
        var afterDelete = await OrderAsync(id, RowKind.Achievement);
        var moved = await BulkAsync(browser, id, ["B", "D", "G"], ("Bulk.Act", "Kind"), ("Bulk.Kind", "Remark"));
        var between = (await OrderAsync(id, RowKind.Remark), await OrderAsync(id, RowKind.Achievement));
        await browser.SubmitAsync(moved, "[data-undo]");

        Assert.Equal(before, afterDelete);
        Assert.Equal(["X 1", "B 2", "D 3", "G 4"], between.Item1);
        Assert.Equal(["A 1", "C 2", "E 3", "F 4"], between.Item2);
        Assert.Equal(before, await OrderAsync(id, RowKind.Achievement));
        Assert.Equal(["X 1"], await OrderAsync(id, RowKind.Remark));
    }

    [Fact]
    public async Task ATaskTakenBackFromOneUnit_AsksWhy_AndIsGivenBackFromTheSamePage_AsAnEventOfItsOwn()
    {
        var (browser, id) = await StartAsync();
        await AddAsync(browser, id, RowKind.Directive, "Gửi báo cáo");
        var row = await RowAsync(id, "Gửi báo cáo");
        await browser.AssignDirectiveAsync(row.Id, "None", await Host.UnitIdAsync("ca-mau"));

        var unexplained = await browser.WithdrawAsync(row.Id, reason: " ");
        var kept = await Host.DatabaseAsync(db => db.Assignments.AnyAsync(a => a.DirectiveId == row.Id));
        var withdrawn = await browser.WithdrawAsync(row.Id, reason: "Trùng nhiệm vụ");
        var gone = await Host.DatabaseAsync(db => db.Assignments.AnyAsync(a => a.DirectiveId == row.Id));
        await browser.SubmitAsync(withdrawn, "[data-undo]");

        Assert.Equal(HttpStatusCode.BadRequest, unexplained.Status);
        Assert.NotNull(unexplained.ErrorOf("Reason"));
        Assert.Equal((true, false), (kept, gone));
        Assert.True(await Host.DatabaseAsync(db => db.Assignments.AnyAsync(a => a.DirectiveId == row.Id)));
        Assert.Equal([null, "Trùng nhiệm vụ", null], await Host.DatabaseAsync(db => db.AssignmentEvents
            .Where(e => e.Assignment!.DirectiveId == row.Id).OrderBy(e => e.Id).Select(e => e.Reason).ToListAsync()));
    }

    [Fact]
    public async Task WhatOneActionGave_IsGivenBackToWhoCarriesTheWorkOn_AndItsButtonNamesWhatWasWithdrawn()
    {
        var (browser, id) = await StartAsync();
        await AddAsync(browser, id, RowKind.Directive, "Gửi báo cáo");
        await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}"), "form[action*='handler=Publish']");
        await browser.AssignConferenceAsync(id, "AllProvincial");
        var (ended, successor) = (await Host.UnitIdAsync("bac-lieu"), await Host.UnitIdAsync("ca-mau"));
        var reported = await Host.DatabaseAsync(db => db.Assignments
            .Where(a => a.Directive!.ConferenceId == id && a.GivenTo!.Code == "nghe-an").Select(a => a.Id).SingleAsync());
        await browser.SubmitAsync(await browser.GetPageAsync($"/my-tasks/{reported}"), "#new-report form", ("Input.Text", "Đã gửi"), ("Input.Percent", "50"));

        var assign = await browser.GetPageAsync($"/conferences/{id}/assign");
        var withdrawn = await browser.SubmitAsync(assign, "#actions tbody tr:first-child form", ("Reason", "Giao nhầm nhóm đơn vị"));
        var told = await ToldAsync();
        Host.Clock.Advance(TimeSpan.FromMinutes(5));
        await browser.SubmitAsync(withdrawn, "[data-undo]");
        Host.Clock.Reset();

        Assert.Contains("62 lượt giao", withdrawn.Find("#undo")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(63, await Host.DatabaseAsync(db => db.Assignments.CountAsync(a => a.Directive!.ConferenceId == id)));
        Assert.Equal(successor, await Host.DatabaseAsync(db => db.Assignments
            .Where(a => a.Directive!.ConferenceId == id && a.GivenToId == ended).Select(a => a.UnitId).SingleAsync()));
        Assert.True(await ToldAsync() > told);

        Task<int> ToldAsync() => Host.DatabaseAsync(db => db.Notices.CountAsync(n => n.Event!.Assignment!.Directive!.ConferenceId == id
            && n.Event.Assignment.GivenToId == ended && n.User!.UserName == "camau"));
    }

    [Fact]
    public async Task ADraftConference_ThrownAway_ComesBackWhole_AndIsRemovedAfterThirtyDays()
    {
        var (browser, id) = await StartAsync();
        await AddAsync(browser, id, RowKind.Shortcoming, "Chậm báo cáo\nThiếu người");
        await AddAsync(browser, id, RowKind.Directive, "Báo cáo đúng hạn");
        await EditAsync(
            browser, id, (await RowAsync(id, "Báo cáo đúng hạn")).Id, ("Input.Citations", "Quy định số 04-QĐ/TW"),
            ("Input.Cures", Text((await RowAsync(id, "Chậm báo cáo")).Id)));
        var entry = await browser.GetPageAsync($"/conferences/{id}/entry");
        entry = await browser.SubmitAsync(entry, "form[action*='handler=Chair']", ("Chair.Name", "Bùi Văn Thạch"));
        entry = await browser.SubmitAsync(entry, "form[action*='handler=Source']", ("NewSource.Outlet", "Bản tin"), ("NewSource.Text", "Toàn văn"));
        var page = await browser.GetPageAsync($"/conferences/{id}");
        var title = page.Title!;
        Assert.Contains(title, page.Find("form[action*='handler=Discard']")!.GetAttribute("data-confirm"), StringComparison.Ordinal);

        var trash = await browser.SubmitAsync(page, "form[action*='handler=Discard']");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetPageAsync($"/conferences/{id}")).Status);
        Assert.Empty((await browser.GetPageAsync("/search?q=" + Uri.EscapeDataString(title))).FindAll($"a[href='/conferences/{id}']"));
        var lead = await Host.SignInAsync("lanhdao");
        var back = await lead.SubmitAsync(await lead.GetPageAsync("/conferences/deleted"), $"form:has([value='{StepOf(trash, title)}'])");

        Assert.Equal(title, back.Title);
        Assert.Contains("Bùi Văn Thạch", back.MainText, StringComparison.Ordinal);
        Assert.Contains("Bản tin", back.MainText, StringComparison.Ordinal);
        Assert.Contains("Thiếu người", back.MainText, StringComparison.Ordinal);
        Assert.Contains("04-QĐ/TW", back.MainText, StringComparison.Ordinal);
        var restored = int.Parse(back.Url.Split('/')[2], CultureInfo.InvariantCulture);
        Assert.Equal(1, await Host.DatabaseAsync(db => db.Cures.CountAsync(c => c.Directive!.ConferenceId == restored)));

        await lead.SubmitAsync(back, "form[action*='handler=Discard']");
        var later = Host.Clock.GetUtcNow().AddDays(31);
        Host.Clock.SetDay(later.Year, later.Month, later.Day);
        await Host.RunAsync(services => services.GetRequiredService<DailyWork>().RunAsync(CancellationToken.None));
        Host.Clock.Reset();
        Assert.False(await Host.DatabaseAsync(db => db.UndoSteps.AnyAsync(s => s.Scope == UndoStep.Trash && s.Label == UndoStep.Cut(title))));
    }

    private static string StepOf(WebPage trash, string title) =>
        trash.FindAll("tbody tr").Single(r => r.TextContent.Contains(UndoStep.Cut(title), StringComparison.Ordinal))
            .QuerySelector("[name=step]")!.GetAttribute("value")!;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Task<WebPage> EntryAsync(Browser browser, int id, int row) => browser.GetPageAsync($"/conferences/{id}/entry?edit={row}");

    private static async Task AddAsync(Browser browser, int id, RowKind kind, string text) =>
        await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}/entry"), $"#quick-{kind}", ("Add.Text", text));

    private static async Task EditAsync(Browser browser, int id, int row, params (string Name, string? Value)[] fields)
    {
        var after = await browser.SubmitAsync(await EntryAsync(browser, id, row), "#edit", fields);
        Assert.True((int)after.Status == 200, after.MainText);
    }

    private async Task<WebPage> BulkAsync(Browser browser, int id, string[] rows, params (string Name, string? Value)[] fields)
    {
        var ids = await Host.DatabaseAsync(db => db.Rows.Where(r => r.ConferenceId == id && rows.Contains(r.Text)).Select(r => r.Id).ToListAsync());
        var ticked = ids.Select(r => ("Bulk.Rows", (string?)Text(r)));
        return await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}/entry"), "#bulk", [.. fields, .. ticked]);
    }

    private Task<int> StepsAsync(int id) => Host.DatabaseAsync(db => db.UndoSteps.CountAsync(s => s.Scope == UndoStep.OfConference(id)));

    private Task<Row> RowAsync(int id, string text) =>
        Host.DatabaseAsync(db => db.Rows.AsNoTracking().SingleAsync(r => r.ConferenceId == id && r.Text == text));

    private Task<List<string>> OrderAsync(int id, RowKind kind) => Host.DatabaseAsync(async db =>
        (await db.Rows.Where(r => r.ConferenceId == id && r.Kind == kind).OrderBy(r => r.Position).ToListAsync()).ConvertAll(r => $"{r.Text} {r.Position}"));

    private Task<string> SnapshotAsync(int id, string text) => Host.DatabaseAsync(async db =>
    {
        var row = await db.Rows.AsNoTracking().Include(r => r.Citations).Include(r => r.Cures).SingleAsync(r => r.ConferenceId == id && r.Text == text);
        return string.Join(
            "; ", row.Uid, row.Kind, row.Position, row.DeadlineKind, row.DueOn, string.Join(',', row.Citations.Select(c => c.AsPrinted)),
            string.Join(',', row.Cures.Select(c => c.FindingId)));
    });

    private async Task<(Browser Browser, int Id)> StartAsync()
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var entry = await browser.SubmitAsync(
            await browser.GetPageAsync("/conferences/create"),
            "main form[method=post]",
            ("Input.Kind", "Briefing"), ("Input.Form", "Online"), ("Input.Title", "Hội nghị hoàn tác " + Guid.NewGuid()),
            ("Input.Date", "13/01/2021"),
            ("Input.OrganiserId", Text(await Host.UnitIdAsync("vptw"))));
        return (browser, int.Parse(entry.Url.Split('/', '?', '#')[2], CultureInfo.InvariantCulture));
    }
}

public sealed class UndoOnSqlite(SqliteHost host) : UndoTests(host), IClassFixture<SqliteHost>;

public sealed class UndoOnSqlServer(SqlServerHost host) : UndoTests(host), IClassFixture<SqlServerHost>;
