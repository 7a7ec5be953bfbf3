using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Conferences;

/// <summary>Published is published: what changes stays readable, whom it concerns is told, and a lead checks first where the office says so.</summary>
public abstract class PublishedTests(AppHost host) : AppTests(host)
{
    [Fact]
    public async Task AChangedDirective_ShowsOldBesideNew_ToItsUnitToo_AndTheUnitIsTold()
    {
        var (browser, id) = await StartAsync();
        await AddAsync(browser, id, RowKind.Directive, "Gửi báo cáo năm 2021");
        await AddAsync(browser, id, RowKind.Shortcoming, "Dòng sẽ bỏ");
        var row = await RowAsync(id, "Gửi báo cáo năm 2021");
        await browser.AssignDirectiveAsync(row.Id, "None", await Host.UnitIdAsync("ca-mau"));
        await EditAsync(browser, id, row.Id, ("Input.Text", "Gửi báo cáo năm 2022"));
        await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}"), "form[action*='handler=Publish']");
        Assert.DoesNotContain("Đã sửa sau công bố", (await browser.GetPageAsync($"/conferences/{id}")).MainText, StringComparison.Ordinal);

        await EditAsync(browser, id, row.Id, ("Input.Text", "Gửi báo cáo quý IV năm 2022"), ("Input.Reason", "Đính chính theo biên bản"));
        var gone = await RowAsync(id, "Dòng sẽ bỏ");
        await browser.SubmitAsync(
            await browser.GetPageAsync($"/conferences/{id}/entry?edit={gone.Id}"), "#edit button[formaction*='Delete']", ("Input.Reason", "Nhập nhầm"));

        var unit = await Host.SignInAsync("camau");
        var seen = await unit.GetPageAsync($"/conferences/{id}");
        Assert.Contains("Đã sửa sau công bố", seen.MainText, StringComparison.Ordinal);
        Assert.Equal("Gửi báo cáo năm 2022", seen.Find($"#row-{row.Id} del")!.TextContent);
        Assert.Equal("Gửi báo cáo quý IV năm 2022", seen.Find($"#row-{row.Id} ins")!.TextContent);
        Assert.Contains("Đính chính theo biên bản", seen.MainText, StringComparison.Ordinal);
        Assert.Contains("Dòng sẽ bỏ", seen.FindAll("del").Select(d => d.TextContent));
        var inbox = await unit.GetPageAsync("/inbox");
        Assert.Contains("Nhiệm vụ được đính chính", inbox.MainText, StringComparison.Ordinal);
        Assert.Contains("Đính chính theo biên bản", inbox.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheHeadOfAPublishedConference_ChangesWithAReason_AndShowsOldBesideNew_AsDoItsChairs()
    {
        var (browser, id) = await StartAsync();
        var draft = await browser.GetPageAsync($"/conferences/{id}/edit");
        await browser.SubmitAsync(draft, "main form[method=post]", ("Input.Venue", "Phòng họp nháp"));
        await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}"), "form[action*='handler=Publish']");

        var edit = await browser.GetPageAsync($"/conferences/{id}/edit");
        var unexplained = await browser.SubmitAsync(edit, "main form[method=post]", ("Input.Venue", "Trụ sở số 4"));
        var changed = await browser.SubmitAsync(unexplained, "main form[method=post]", ("Input.Venue", "Trụ sở số 4"), ("Input.Reason", "Ghi nhầm nơi họp"));
        await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}/entry"), "form[action*='handler=Chair']", ("Chair.Name", "Bùi Văn Thạch"));
        var seen = await (await Host.SignInAsync("kiemtra")).GetPageAsync($"/conferences/{id}");

        Assert.Null(draft.Find("[name='Input.Reason']"));
        Assert.Equal(HttpStatusCode.BadRequest, unexplained.Status);
        Assert.NotNull(unexplained.ErrorOf("Input.Reason"));
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        var changes = seen.Find("#head-changes")!;
        Assert.Contains("Ghi nhầm nơi họp", changes.TextContent, StringComparison.Ordinal);
        Assert.Equal("Phòng họp nháp", changes.QuerySelector("del")!.TextContent);
        Assert.Equal(["Trụ sở số 4", "Bùi Văn Thạch"], changes.QuerySelectorAll("ins").Select(i => i.TextContent.Trim()));
        Assert.Null(changed.Find("#head-changes")!.QuerySelectorAll("dt").FirstOrDefault(t => t.TextContent.Contains('.', StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SeveralRowsChangedAtOnce_AreToldToTheUnitsWithTheReason_AndSoIsTakingItBack()
    {
        var (browser, id) = await StartAsync();
        await AddAsync(browser, id, RowKind.Directive, "Gửi báo cáo năm\nRà soát danh sách");
        var (one, two) = (await RowAsync(id, "Gửi báo cáo năm"), await RowAsync(id, "Rà soát danh sách"));
        await browser.AssignDirectiveAsync(one.Id, "None", await Host.UnitIdAsync("ca-mau"));
        await browser.AssignDirectiveAsync(two.Id, "None", await Host.UnitIdAsync("ca-mau"));
        await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}"), "form[action*='handler=Publish']");

        await ChangeAsync(("Bulk.Act", "Addressee"), ("Bulk.Addressee", "CentralOffice"), ("Bulk.Reason", "Sửa nơi nhận theo biên bản"));
        await ChangeAsync(
            ("Bulk.Act", "Deadline"), ("Bulk.DeadlineKind", "Fixed"), ("Bulk.DueOn", "31/03/2021"), ("Bulk.Reason", "Bổ sung hạn theo kết luận"));
        var field = (await browser.GetPageAsync($"/conferences/{id}/entry")).Find("#bulk-field option:nth-child(2)")!.GetAttribute("value");
        await ChangeAsync(("Bulk.Act", "Field"), ("Bulk.FieldOfWorkId", field), ("Bulk.Reason", "Xếp lại lĩnh vực"));

        var inbox = await (await Host.SignInAsync("camau")).GetPageAsync("/inbox");
        Assert.Equal(2, Times(inbox, "Sửa nơi nhận theo biên bản"));
        Assert.Equal(2, Times(inbox, "Bổ sung hạn theo kết luận"));
        Assert.Equal(0, Times(inbox, "Xếp lại lĩnh vực"));
        Assert.Equal([new DateOnly(2021, 3, 31), new DateOnly(2021, 3, 31)], await DeadlinesAsync());

        for (var i = 0; i < 2; i++)
        {
            var undone = await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}/entry"), "[data-undo]");
            Assert.True((int)undone.Status == 200, undone.MainText);
        }

        Assert.Equal([null, null], await DeadlinesAsync());
        Assert.Equal(2, Times(await (await Host.SignInAsync("camau")).GetPageAsync("/inbox"), "Hoàn tác"));

        async Task ChangeAsync(params (string Name, string? Value)[] fields)
        {
            var ticked = new[] { one, two }.Select(r => ("Bulk.Rows", (string?)r.Id.ToString(CultureInfo.InvariantCulture)));
            var after = await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}/entry"), "#bulk", [.. fields, .. ticked]);
            Assert.True((int)after.Status == 200, after.MainText);
        }

        Task<List<DateOnly?>> DeadlinesAsync() => Host.DatabaseAsync(db =>
            db.Assignments.Where(a => a.Directive!.ConferenceId == id).OrderBy(a => a.Id).Select(a => a.DueOn).ToListAsync());
    }

    [Fact]
    public async Task ARecommendationMovedToAnotherKind_ComesBack_AndIsAskedAgain()
    {
        var (browser, id) = await StartAsync();
        await AddAsync(browser, id, RowKind.Recommendation, "Đề nghị cấp thêm biên chế");
        await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}"), "form[action*='handler=Publish']");
        var row = await RowAsync(id, "Đề nghị cấp thêm biên chế");
        await EditAsync(browser, id, row.Id, ("Input.Kind", nameof(RowKind.Shortcoming)), ("Input.Reason", "Nhầm loại"));
        Assert.False(await Host.DatabaseAsync(db => db.Recommendations.AnyAsync(r => r.RowId == row.Id)));

        var undone = await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}/entry"), "[data-undo]");

        Assert.True((int)undone.Status == 200, undone.MainText);
        Assert.True(await Host.DatabaseAsync(db => db.Recommendations.AnyAsync(r => r.RowId == row.Id)));
    }

    [Fact]
    public async Task WhereALeadChecks_AClerkHandsIn_AndTheLeadGivesBackOrPublishes()
    {
        var administrator = await Host.SignInAsync("quantri");
        await administrator.SubmitAsync(await administrator.GetPageAsync("/admin/settings"), "main form", ("Input.LeadPublishes", "true"));
        try
        {
            var (browser, id) = await StartAsync();
            var page = await browser.GetPageAsync($"/conferences/{id}");
            var lead = await Host.SignInAsync("lanhdao");
            var forged = await browser.PostAsync(
                $"/conferences/{id}?handler=Publish", ("version", page.ValueOf("version")!),
                ("__RequestVerificationToken", page.ValueOf("__RequestVerificationToken")!));

            Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
            Assert.Null(page.Find("form[action*='handler=Publish']"));
            page = await browser.SubmitAsync(page, "form[action*='handler=AskCheck']");
            Assert.Contains("Đã trình kiểm tra", page.MainText, StringComparison.Ordinal);
            var links = (await lead.GetPageAsync("/")).FindAll("main a").Select(a => a.GetAttribute("href")!);
            Assert.Single(links, a => a.StartsWith($"/conferences/{id}", StringComparison.Ordinal));
            var back = await lead.SubmitAsync(await lead.GetPageAsync($"/conferences/{id}"), "form[action*='handler=GiveBack']", ("Reason", "Thiếu điểm cầu"));
            Assert.Contains("Đã trả lại bản nháp", back.MainText, StringComparison.Ordinal);
            var again = await browser.GetPageAsync($"/conferences/{id}");
            Assert.Contains("Thiếu điểm cầu", again.MainText, StringComparison.Ordinal);
            Assert.Contains("Bị trả lại Thiếu điểm cầu", (await browser.GetPageAsync("/")).MainText, StringComparison.Ordinal);
            await browser.SubmitAsync(again, "form[action*='handler=AskCheck']");
            var published = await lead.SubmitAsync(await lead.GetPageAsync($"/conferences/{id}"), "form[action*='handler=Publish']");

            Assert.Contains("Đã công bố", published.MainText, StringComparison.Ordinal);
            Assert.DoesNotContain("Thiếu điểm cầu", published.MainText, StringComparison.Ordinal);
        }
        finally
        {
            await administrator.SubmitAsync(await administrator.GetPageAsync("/admin/settings"), "main form", ("Input.LeadPublishes", "false"));
        }
    }

    [Fact]
    public async Task Home_ShowsReportsThatWait_AndTheLeadershipNoDrafts()
    {
        var (browser, id) = await StartAsync();
        await browser.SubmitAsync(
            await browser.GetPageAsync("/conferences/import"),
            "main form[method=post]",
            ("Input.Text", "Sáng 13/01/2021, hội nghị giao ban. " + Guid.NewGuid()));

        Assert.Contains("Bài nhập đang chờ", (await browser.GetPageAsync("/")).MainText, StringComparison.Ordinal);
        var leadership = await (await Host.SignInAsync("thuongtruc")).GetPageAsync("/");
        Assert.DoesNotContain($"/conferences/{id}", leadership.FindAll("main a").Select(a => a.GetAttribute("href")));
    }

    private static int Times(WebPage page, string words) => page.MainText.Split(words).Length - 1;

    private static async Task AddAsync(Browser browser, int id, RowKind kind, string text) =>
        await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}/entry"), $"#quick-{kind}", ("Add.Text", text));

    private static async Task EditAsync(Browser browser, int id, int row, params (string Name, string? Value)[] fields)
    {
        var after = await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}/entry?edit={row}"), "#edit", fields);
        Assert.True((int)after.Status == 200, after.MainText);
    }

    private Task<Row> RowAsync(int id, string text) =>
        Host.DatabaseAsync(db => db.Rows.AsNoTracking().SingleAsync(r => r.ConferenceId == id && r.Text == text));

    [Fact]
    public async Task WithoutScript_WhatIsNotTakenBackByAPress_IsAskedOnAPageOfItsOwn_AndDoneOnceYesIsSaid()
    {
        var (browser, id) = await StartAsync();
        await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}/entry"), "#quick-Directive", ("Add.Text", "Gửi báo cáo quý."));
        var page = await browser.GetPageAsync($"/conferences/{id}");
        const string publish = "form[action$='handler=Publish']";
        var question = page.Find(publish + " [name=__question]")!.GetAttribute("value")!;

        var asked = await browser.SubmitAsync(page, publish, ("__question", question));
        var before = await StateAsync(id);
        var published = await browser.SubmitAsync(asked, "#question");
        var after = await StateAsync(id);
        var again = await browser.SubmitAsync(asked, "#question");
        var close = published.Find("form[action$='handler=Close'] [name=__question]")!.GetAttribute("value");

        Assert.Contains("chưa đối chiếu", asked.Find("#question p")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(asked.Find($"#question a[href='/conferences/{id}']"));
        Assert.Equal((ConferenceState.Draft, ConferenceState.Published), (before, after));
        Assert.Equal($"/conferences/{id}", new Uri("http://x" + again.Url).AbsolutePath);
        Assert.Contains("Kết thúc hội nghị?", close, StringComparison.Ordinal);
    }

    private Task<ConferenceState> StateAsync(int id) =>
        Host.DatabaseAsync(db => db.Conferences.Where(c => c.Id == id).Select(c => c.State).SingleAsync());

    private async Task<(Browser Browser, int Id)> StartAsync()
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var entry = await browser.SubmitAsync(
            await browser.GetPageAsync("/conferences/create"),
            "main form[method=post]",
            ("Input.Kind", "Briefing"), ("Input.Form", "Online"), ("Input.Title", "Hội nghị đã công bố " + Guid.NewGuid()),
            ("Input.Date", "13/01/2021"),
            ("Input.OrganiserId", (await Host.UnitIdAsync("vptw")).ToString(CultureInfo.InvariantCulture)));
        return (browser, int.Parse(entry.Url.Split('/', '?', '#')[2], CultureInfo.InvariantCulture));
    }
}

public sealed class PublishedOnSqlite(SqliteHost host) : PublishedTests(host), IClassFixture<SqliteHost>;

public sealed class PublishedOnSqlServer(SqlServerHost host) : PublishedTests(host), IClassFixture<SqlServerHost>;
