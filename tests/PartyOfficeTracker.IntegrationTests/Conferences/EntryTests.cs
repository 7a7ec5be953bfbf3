using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Conferences;

/// <summary>Rows are added, edited, reordered, moved and deleted; conferences publish, close and reopen with a reason.</summary>
public abstract class EntryTests(AppHost host) : AppTests(host)
{
    [Fact]
    public async Task Rows_PastedAsLines_BecomeOneRowEach()
    {
        var (browser, entry) = await StartAsync();

        entry = await browser.SubmitAsync(entry, "#s-Achievement form.quick", ("Add.Text", "- Một\r\n\r\n• Hai\r\nBa"));

        Assert.Equal(["Một", "Hai", "Ba"], Texts(entry, "Achievement"));
    }

    [Fact]
    public async Task NextRow_InheritsToWhomAndOfWhatField_AndNeverAFactOfTheRowBefore()
    {
        var (browser, entry) = await StartAsync();
        entry = await browser.SubmitAsync(
            entry, "#s-Directive form.quick", ("Add.Text", "(6) Gửi báo cáo"), ("Add.Addressee", "CentralOffice"), ("Add.DeadlineKind", "Fixed"),
            ("Add.DueOn", "25–12–2026"), ("Add.DeadlineText", "trước Tết"));
        entry = await browser.SubmitAsync(entry, "#s-Remark form.quick", ("Add.Text", "Nêu ý kiến"), ("Add.SpeakerName", "Nguyễn Văn An"));

        var start = Browser.Fields(entry, "#s-Directive form.quick").ToDictionary(f => f.Name, f => f.Value);
        Assert.Equal(
            ("CentralOffice", "Missing", "", ""), (start["Add.Addressee"], start["Add.DeadlineKind"], start["Add.DueOn"], start["Add.DeadlineText"]));
        Assert.Equal("", Browser.Fields(entry, "#s-Remark form.quick").Single(f => f.Name == "Add.SpeakerName").Value);
        Assert.Equal("6", entry.Find("#s-Directive .entry-number")!.TextContent);
        Assert.Contains("25/12/2026", entry.Find("#s-Directive .entry-text")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATitleNobodySees_IsEmpty()
    {
        var browser = await Host.SignInAsync("chuyenvien");

        var page = await browser.SubmitAsync(
            await browser.GetPageAsync("/conferences/create"), "main form[method=post]",
            ("Input.Kind", "Briefing"), ("Input.Form", "Online"), ("Input.Title", "\u200B\u200B"));

        Assert.Equal("Cần nhập ô này.", page.ErrorOf("Input.Title"));
    }

    [Fact]
    public async Task Row_MovedDown_ChangesPlacesAndKeepsTheKeyboardOnIt()
    {
        var (browser, entry) = await StartAsync();
        entry = await browser.SubmitAsync(entry, "#s-Shortcoming form.quick", ("Add.Text", "Một\nHai"));

        entry = await browser.SubmitAsync(entry, "#s-Shortcoming li:first-child button[data-move-down]");

        Assert.Equal(["Hai", "Một"], Texts(entry, "Shortcoming"));
        Assert.Equal("Một", entry.Find("li:has([autofocus]) .entry-text")!.FirstChild!.TextContent.Trim());
    }

    [Fact]
    public async Task Row_MovedToAnotherKindOfItsTableAndThenToAnotherTable_KeepsItsText()
    {
        var (browser, entry) = await StartAsync();
        entry = await browser.SubmitAsync(entry, "#s-Achievement form.quick", ("Add.Text", "Làm tốt việc nọ"));

        entry = await EditAsync(browser, entry, "Achievement", ("Input.Kind", "Shortcoming"));
        Assert.Equal(["Làm tốt việc nọ"], Texts(entry, "Shortcoming"));
        entry = await EditAsync(browser, entry, "Shortcoming", ("Input.Kind", "Directive"));

        Assert.Equal(["Làm tốt việc nọ"], Texts(entry, "Directive"));
        Assert.Empty(Texts(entry, "Shortcoming"));
    }

    [Fact]
    public async Task Directive_EditedWithNumberCitationsAndCures_ShowsThemOnItsPage()
    {
        var (browser, entry) = await StartAsync();
        entry = await browser.SubmitAsync(entry, "#s-Shortcoming form.quick", ("Add.Text", "Chậm báo cáo"));
        entry = await browser.SubmitAsync(entry, "#s-Directive form.quick", ("Add.Text", "Báo cáo đúng hạn"));
        var cure = entry.Find("#s-Shortcoming li")!.Id!.Split('-')[1];

        entry = await EditAsync(browser, entry, "Directive", ("Input.Number", "1"), ("Input.Citations", "Quy định số 04-QĐ/TW"), ("Input.Cures", cure),
            ("Input.Deliverable", "Báo cáo tháng"));
        var page = await browser.GetPageAsync("/directives/" + entry.Find("#s-Directive li")!.Id!.Split('-')[1]);

        Assert.Equal("Nhiệm vụ số 1", page.Title);
        Assert.Contains("Quy định số 04-QĐ/TW", page.MainText, StringComparison.Ordinal);
        Assert.Contains("Chậm báo cáo", page.MainText, StringComparison.Ordinal);
        Assert.Contains("Báo cáo tháng", page.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finding_WithFigures_ShowsBoundAndNumberTheVietnameseWay()
    {
        var (browser, entry) = await StartAsync();
        entry = await browser.SubmitAsync(entry, "#s-Achievement form.quick", ("Add.Text", "Kết nạp nhiều đảng viên"));

        entry = await EditAsync(browser, entry, "Achievement", ("Input.Figures", "trên 194.594 đảng viên\n99,5 % tổ chức"));
        var page = await browser.GetPageAsync("/conferences/" + Id(entry));

        Assert.Contains("trên 194.594 đảng viên", page.MainText, StringComparison.Ordinal);
        Assert.Contains("99,5 % tổ chức", page.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_Deleted_IsGoneAndStaysInTheAuditTrail()
    {
        var (browser, entry) = await StartAsync();
        var text = "Dòng nhập nhầm " + Guid.NewGuid();
        entry = await browser.SubmitAsync(entry, "#s-Remark form.quick", ("Add.Text", text));
        var form = await browser.GetPageAsync(EditAddress(entry, "Remark"));

        entry = await browser.SubmitAsync(form, "#edit button[formaction*='Delete']");

        Assert.Empty(Texts(entry, "Remark"));
        Assert.Equal(2, await Host.DatabaseAsync(db => db.AuditEntries.CountAsync(a => a.Label == text && a.UserName == "chuyenvien")));
    }

    [Fact]
    public async Task Directive_Assigned_CannotBeDeletedOrMoved()
    {
        var (browser, entry) = await StartAsync();
        entry = await browser.SubmitAsync(entry, "#s-Directive form.quick", ("Add.Text", "Đã giao"));
        await browser.AssignConferenceAsync(int.Parse(Id(entry), CultureInfo.InvariantCulture), "Cities");

        var moved = await EditAsync(browser, entry, "Directive", ("Input.Kind", "Remark"));

        Assert.Equal(HttpStatusCode.BadRequest, moved.Status);
        Assert.NotNull(moved.ErrorOf("Input.Kind"));
    }

    [Fact]
    public async Task Conference_Closed_IsReadOnlyUntilReopenedWithAReason()
    {
        var (browser, entry) = await StartAsync();
        var address = "/conferences/" + Id(entry);
        var page = await browser.SubmitAsync(await browser.GetPageAsync(address), "form[action*='handler=Publish']");
        page = await browser.SubmitAsync(page, "form[action*='handler=Close']");

        var refused = await browser.SubmitAsync(entry, "#s-Achievement form.quick", ("Add.Text", "Thêm sau khi kết thúc"));
        var withoutReason = await browser.SubmitAsync(page, "form[action*='handler=Reopen']");
        var reopened = await browser.SubmitAsync(withoutReason, "form[action*='handler=Reopen']", ("Reason", "Bổ sung theo công văn"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(HttpStatusCode.BadRequest, withoutReason.Status);
        Assert.Contains("Bổ sung theo công văn", reopened.MainText, StringComparison.Ordinal);
        Assert.True(await Host.DatabaseAsync(db => db.AuditEntries.AnyAsync(a => a.Reason == "Bổ sung theo công văn")));
    }

    [Fact]
    public async Task PublishedIsPublished_ARowChangesWithAReason_AndTakingItBackSaysWhatUnitsLose()
    {
        var (browser, entry) = await StartAsync();
        entry = await browser.SubmitAsync(entry, "#s-Directive form.quick", ("Add.Text", "Gửi báo cáo"));
        var id = int.Parse(Id(entry), CultureInfo.InvariantCulture);
        await browser.AssignConferenceAsync(id, "Cities");
        var page = await browser.GetPageAsync($"/conferences/{id}");
        Assert.Contains("Chưa đối chiếu", page.Find("form[action*='handler=Publish']")!.GetAttribute("data-confirm"), StringComparison.Ordinal);
        page = await browser.SubmitAsync(page, "form[action*='handler=Publish']");

        var silent = await EditAsync(browser, entry, "Directive", ("Input.Text", "Gửi báo cáo năm"));
        var said = await browser.SubmitAsync(silent, "#edit", ("Input.Reason", "Đính chính theo biên bản"));
        Assert.Contains("5 lượt", page.Find("form[action*='handler=Close']")!.GetAttribute("data-confirm"), StringComparison.Ordinal);
        var effect = page.Find("#unpublish-effect")!.TextContent;
        var draft = await browser.SubmitAsync(page, "form[action*='handler=Unpublish']", ("Reason", "Công bố nhầm"));
        var again = await browser.SubmitAsync(page, "form[action*='handler=Reopen'], form[action*='handler=Unpublish']", ("Reason", "Lần nữa"));

        Assert.Equal("Cần ghi lý do sửa nội dung đã công bố.", silent.ErrorOf("Input.Reason"));
        Assert.Equal(["Gửi báo cáo năm"], Texts(said, "Directive"));
        Assert.True(await Host.DatabaseAsync(db => db.AuditEntries.AnyAsync(a => a.Reason == "Đính chính theo biên bản")));
        Assert.Contains("5 đơn vị", effect, StringComparison.Ordinal);
        Assert.Contains("Đã gỡ công bố", draft.MainText, StringComparison.Ordinal);
        Assert.Equal(5, await Host.DatabaseAsync(db => db.Assignments.CountAsync(a => a.Directive!.ConferenceId == id)));
        Assert.NotEqual(HttpStatusCode.InternalServerError, again.Status);
    }

    [Theory]
    [InlineData("TỐI MẬT\nBáo cáo tình hình nọ")]
    [InlineData("Độ mật: Mật\nBáo cáo tình hình nọ")]
    public async Task Text_WithASecrecyMarking_IsRefusedAndStoredNowhere(string text)
    {
        var (browser, entry) = await StartAsync();

        var row = await browser.SubmitAsync(entry, "#s-Achievement form.quick", ("Add.Text", text));

        Assert.Equal(HttpStatusCode.BadRequest, row.Status);
        Assert.Contains("độ mật", row.Find("#s-Achievement [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.False(await Host.DatabaseAsync(db => db.Rows.AnyAsync(f => f.Text.Contains("tình hình nọ"))));
        Assert.False(await Host.DatabaseAsync(db => db.AuditEntries.AnyAsync(a => a.Changes.Contains("tình hình nọ"))));
    }

    [Fact]
    public async Task Text_ThatOnlySpeaksOfSecrecy_IsTaken()
    {
        var (browser, entry) = await StartAsync();

        entry = await browser.SubmitAsync(
            entry, "#s-Achievement form.quick", ("Add.Text", "Bảo đảm bảo mật, làm tốt công tác cơ yếu, mật mã và giữ bí mật nhà nước."));

        Assert.Single(Texts(entry, "Achievement"));
    }

    [Fact]
    public async Task ChairAndPoint_Corrected_StayOneEach_AndTheSecondEditorIsTold()
    {
        var (browser, entry) = await StartAsync();
        entry = await browser.SubmitAsync(entry, "form[action*='handler=Chair']", ("Chair.Name", "Bùi Văn Thach"));
        entry = await browser.SubmitAsync(entry, "form[action*='handler=Point']", ("Point.Place", "Ca Mau"));
        var chair = await browser.GetPageAsync(entry.Find("#parts a[href*='part=Chair']")!.GetAttribute("href")!.Split('#')[0]);
        var point = await browser.GetPageAsync(entry.Find("#parts a[href*='part=Point']")!.GetAttribute("href")!.Split('#')[0]);

        await browser.SubmitAsync(chair, "form[action*='handler=Chair']", ("Chair.Name", "Bùi Văn Thạch"));
        entry = await browser.SubmitAsync(point, "form[action*='handler=Point']", ("Point.Place", "Cà Mau"));
        var stale = await browser.SubmitAsync(chair, "form[action*='handler=Chair']", ("Chair.Name", "Ai đó"), ("__key", Guid.NewGuid().ToString("N")));

        Assert.Equal(["Bùi Văn Thạch", "Cà Mau"], entry.FindAll("#parts .card-box:nth-child(-n+2) li").Select(l => l.FirstChild!.TextContent.Trim()));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal("Ai đó", stale.ValueOf("Chair.Name"));
    }

    [Fact]
    public async Task Source_PastedTwice_IsKeptOnce()
    {
        var (browser, entry) = await StartAsync();
        entry = await browser.SubmitAsync(entry, "form[action*='handler=Source']", ("NewSource.Outlet", "A"), ("NewSource.Text", "Cùng một bài"));

        entry = await browser.SubmitAsync(entry, "form[action*='handler=Source']", ("NewSource.Outlet", "B"), ("NewSource.Text", "Cùng một bài\r\n"));

        Assert.Equal(HttpStatusCode.BadRequest, entry.Status);
        Assert.NotNull(entry.ErrorOf("NewSource.Text"));
        Assert.Equal("B", entry.ValueOf("NewSource.Outlet"));
    }

    private static List<string> Texts(WebPage page, string kind) =>
        [.. page.FindAll($"#s-{kind} .entry-text").Select(t => t.FirstChild!.TextContent.Trim())];

    private static string Id(WebPage page) => page.Url.Split('/', '?', '#')[2];

    private static string EditAddress(WebPage page, string kind) => page.Find($"#s-{kind} a[href*='edit=']")!.GetAttribute("href")!.Split('#')[0];

    private static async Task<WebPage> EditAsync(Browser browser, WebPage entry, string kind, params (string Name, string? Value)[] fields) =>
        await browser.SubmitAsync(await browser.GetPageAsync(EditAddress(entry, kind)), "#edit", fields);

    private async Task<(Browser Browser, WebPage Entry)> StartAsync()
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var entry = await browser.SubmitAsync(
            await browser.GetPageAsync("/conferences/create"),
            "main form[method=post]",
            ("Input.Kind", "Briefing"), ("Input.Form", "Online"), ("Input.Title", "Hội nghị thử nhập " + Guid.NewGuid()),
            ("Input.Date", "13/01/2021"),
            ("Input.OrganiserId", (await Host.UnitIdAsync("vptw")).ToString(CultureInfo.InvariantCulture)));
        return (browser, entry);
    }
}

public sealed class EntryOnSqlite(SqliteHost host) : EntryTests(host), IClassFixture<SqliteHost>;

public sealed class EntryOnSqlServer(SqlServerHost host) : EntryTests(host), IClassFixture<SqlServerHost>;
