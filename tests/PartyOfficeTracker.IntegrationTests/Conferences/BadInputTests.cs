using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Conferences;

/// <summary>Bad input gets a clear answer beside its field and loses nothing that was typed.</summary>
public abstract class BadInputTests(AppHost host) : AppTests(host)
{
    private const string Head = "main form[method=post]";

    [Fact]
    public async Task Date_ThatDoesNotExist_IsSaidBesideTheFieldAndKept()
    {
        var (browser, page) = await CreatePageAsync();

        page = await browser.SubmitAsync(page, Head, ("Input.Title", "Giao ban quý I"), ("Input.Date", "31/02/2021"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("31/02/2021", page.ErrorOf("Input.Date"), StringComparison.Ordinal);
        Assert.Equal("31/02/2021", page.ValueOf("Input.Date"));
        Assert.Equal("Giao ban quý I", page.ValueOf("Input.Title")!.Trim());
    }

    [Fact]
    public async Task Deadline_BeforeTheConference_IsRefusedAndKept()
    {
        var (browser, entry) = await EntryPageAsync();

        var page = await browser.SubmitAsync(
            entry, "#s-Directive form.quick", ("Add.Text", "Báo cáo kết quả"), ("Add.DeadlineKind", "Fixed"), ("Add.DueOn", "12/01/2021"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("sớm hơn ngày họp", page.MainText, StringComparison.Ordinal);
        Assert.Equal("Báo cáo kết quả", page.Find("#add-Directive")!.TextContent.Trim());
        Assert.Equal("12/01/2021", page.Find("#add-due")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Deadline_MissingInTheText_StaysMissingAndIsNeverGuessed()
    {
        var (browser, entry) = await EntryPageAsync();

        var page = await browser.SubmitAsync(entry, "#s-Directive form.quick", ("Add.Text", "Đôn đốc thường kỳ"), ("Add.DeadlineText", "trước mắt"));

        Assert.Contains("Cần điền hạn (trước mắt)", page.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_OfFiveMegabytes_IsRefusedWithItsLengthAndKept()
    {
        var (browser, entry) = await EntryPageAsync();
        var text = new string('ă', 2_600_000);

        var page = await browser.SubmitAsync(entry, "#s-Achievement form.quick", ("Add.Text", text));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Quá dài", page.Find("#s-Achievement [role=alert]")?.TextContent ?? page.Title, StringComparison.Ordinal);
        Assert.Equal(text, page.Find("#add-Achievement")!.TextContent.Trim());
    }

    [Fact]
    public async Task Source_OfFiveMegabytes_IsKeptWhole_AndOfMoreIsRefused()
    {
        var (browser, entry) = await EntryPageAsync();
        var report = string.Concat(Enumerable.Repeat("Hội nghị giao ban. ", 5 * 1024 * 1024 / Encoding.UTF8.GetByteCount("Hội nghị giao ban. "))).Trim();

        var kept = await browser.SubmitFilesAsync(entry, "form[action*='handler=Source']", [], ("NewSource.Outlet", "Báo"), ("NewSource.Text", report));
        var refused = await browser.SubmitFilesAsync(
            kept, "form[action*='handler=Source']", [], ("NewSource.Outlet", "Báo"), ("NewSource.Text", report + report));

        Assert.Equal(HttpStatusCode.OK, kept.Status);
        Assert.Contains(report, await Host.DatabaseAsync(db => db.Sources.Select(s => s.Text!).ToListAsync()));
        Assert.Contains("5 MB", refused.ErrorOf("NewSource.Text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_Decomposed_WithIcelandicEthAndNoBreakSpaces_IsStoredInNormalForm()
    {
        var (browser, entry) = await EntryPageAsync();

        await browser.SubmitAsync(entry, "#s-Achievement form.quick", ("Add.Text", "Ða\u0309ng\u00A0b\u00F4\u0323 tỉnh".Normalize(NormalizationForm.FormD)));

        Assert.Contains("Đảng bộ tỉnh", await Host.DatabaseAsync(db => db.Rows.Select(f => f.Text).ToListAsync()));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("=cmd|'/c calc'!A1")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    public async Task Markup_InEveryTextField_IsShownAsText(string evil)
    {
        var (browser, entry) = await EntryPageAsync(title: "Tên " + evil);
        entry = await browser.SubmitAsync(entry, "form[action*='handler=Chair']", ("Chair.Name", evil), ("Chair.Title", evil));
        entry = await browser.SubmitAsync(
            entry, "form[action*='handler=Point']", ("Point.Place", evil), ("Point.Room", evil), ("Point.ChairName", evil), ("Point.Attendance", evil));
        entry = await browser.SubmitAsync(
            entry, "form[action*='handler=Source']", ("NewSource.Outlet", evil), ("NewSource.Author", evil), ("NewSource.Text", evil));
        entry = await browser.SubmitAsync(entry, "form[action*='handler=Citations']", ("Citations", evil));
        foreach (var kind in Enum.GetValues<RowKind>())
        {
            entry = await browser.SubmitAsync(entry, $"#s-{kind} form.quick", ("Add.Text", kind + " " + evil));
            Assert.Equal(HttpStatusCode.OK, entry.Status);
        }

        var details = await browser.GetPageAsync("/conferences/" + entry.Url.Split('/', '?', '#')[2]);
        foreach (var page in new[] { entry, details, await browser.GetPageAsync("/conferences"), await browser.GetPageAsync("/documents"),
            await browser.GetPageAsync("/directives"), await browser.GetPageAsync("/findings") })
        {
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Empty(page.FindAll("main script, main img, main [onerror]"));
        }

        Assert.Contains(evil, details.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_EditedByTwo_TellsTheSecondWithBothTexts_AndASecondSaveOverwrites()
    {
        var (browser, entry) = await EntryPageAsync();
        var address = entry.Url.Split('?', '#')[0].Replace("entry", "edit", StringComparison.Ordinal);
        var second = await Host.SignInAsync("lanhdao");
        var first = await browser.GetPageAsync(address);
        var stale = await second.GetPageAsync(address);
        await browser.SubmitAsync(first, Head, ("Input.Title", "Tên do người thứ nhất sửa"));

        var conflict = await second.SubmitAsync(stale, Head, ("Input.Title", "Tên do người thứ hai sửa"));
        var saved = await second.SubmitAsync(conflict, Head);

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Tên do người thứ nhất sửa", conflict.MainText, StringComparison.Ordinal);
        Assert.Equal("Tên do người thứ hai sửa", conflict.ValueOf("Input.Title")!.Trim());
        Assert.Equal("Tên do người thứ hai sửa", saved.Title);
    }

    [Fact]
    public async Task Row_EditedByTwo_TellsTheSecondWithBothTexts()
    {
        var (browser, entry) = await EntryPageAsync();
        entry = await browser.SubmitAsync(entry, "#s-Obstacle form.quick", ("Add.Text", "Thiếu người"));
        var edit = entry.Find("#s-Obstacle a[href*='edit=']")!.GetAttribute("href")!.Split('#')[0];
        var first = await browser.GetPageAsync(edit);
        var stale = await browser.GetPageAsync(edit);
        await browser.SubmitAsync(first, "#edit", ("Input.Text", "Thiếu người ở cấp huyện"));

        var conflict = await browser.SubmitAsync(stale, "#edit", ("Input.Text", "Thiếu chuyên viên"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Thiếu người ở cấp huyện", conflict.MainText, StringComparison.Ordinal);
        Assert.Equal("Thiếu chuyên viên", conflict.ValueOf("Input.Text")!.Trim());
    }

    [Fact]
    public async Task Form_PostedTwice_GivesOneConferenceAndTheSameAnswer()
    {
        var (browser, page) = await CreatePageAsync();
        var title = "Gửi hai lần " + Guid.NewGuid();
        var fields = await FieldsAsync(title);

        var first = await browser.SubmitOnceAsync(page, Head, fields);
        var second = await browser.SubmitOnceAsync(page, Head, fields);

        Assert.Equal(first.Location, second.Location);
        Assert.Equal(1, await Host.DatabaseAsync(db => db.Conferences.CountAsync(c => c.Title == title)));
    }

    [Fact]
    public async Task Form_SentAgainAfterGoingBack_DoesNotMakeATwin()
    {
        var (browser, page) = await CreatePageAsync();
        var fields = await FieldsAsync("Quay lại rồi gửi " + Guid.NewGuid());
        await browser.SubmitAsync(page, Head, fields);

        var again = await browser.SubmitAsync(await browser.GetPageAsync("/conferences/create"), Head, fields);

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.NotNull(again.ErrorOf("Input.Title"));
    }

    [Fact]
    public async Task Form_PostedTwiceAtOnce_GivesOneConference()
    {
        var (browser, page) = await CreatePageAsync();
        var title = "Bấm đúp " + Guid.NewGuid();
        var fields = await FieldsAsync(title);

        var answers = await Task.WhenAll(browser.SubmitOnceAsync(page, Head, fields), browser.SubmitOnceAsync(page, Head, fields));

        Assert.Equal(answers[0].Location, answers[1].Location);
        Assert.Equal(1, await Host.DatabaseAsync(db => db.Conferences.CountAsync(c => c.Title == title)));
    }

    [Fact]
    public async Task Report_WithAPostedUnitOfAnotherProvince_IsRecordedForTheActorsOwnTaskOnly()
    {
        var (browser, entry) = await EntryPageAsync();
        await browser.SubmitAsync(entry, "#s-Directive form.quick", ("Add.Text", "Báo cáo việc đã làm"));
        var id = entry.Url.Split('/', '?', '#')[2];
        await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}"), "form[action*='handler=Publish']");
        var conferenceId = int.Parse(id, CultureInfo.InvariantCulture);
        await browser.AssignConferenceAsync(conferenceId, "AllProvincial");
        var nghean = await Host.UnitIdAsync("nghe-an");
        var own = await TaskOfAsync(conferenceId, "ca-mau");
        var other = await TaskOfAsync(conferenceId, "nghe-an");
        var camau = await Host.SignInAsync("camau");
        var form = await camau.GetPageAsync($"/my-tasks/{own}");

        await camau.SubmitAsync(
            form, "#new-report form", ("Input.Text", "Đã làm"), ("Input.Percent", "50"), ("UnitId", nghean.ToString(CultureInfo.InvariantCulture)),
            ("Input.UnitId", nghean.ToString(CultureInfo.InvariantCulture)), ("Input.OnBehalf", "true"));
        var forged = await camau.PostAsync(
            $"/my-tasks/{other}?handler=Report", [.. Browser.Fields(await camau.GetPageAsync($"/my-tasks/{own}"), "#new-report form")]);

        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        var reports = await Host.DatabaseAsync(
            db => db.ProgressReports.Where(r => r.Event!.Assignment!.Directive!.ConferenceId == conferenceId)
                .Select(r => new { r.Event!.AssignmentId, r.Event.OnBehalf }).ToListAsync());
        Assert.Equal([new { AssignmentId = own, OnBehalf = false }], reports);
    }

    private Task<int> TaskOfAsync(int conferenceId, string unit) =>
        Host.DatabaseAsync(db => db.Assignments
            .Where(a => a.Directive!.ConferenceId == conferenceId && a.GivenTo!.Code == unit)
            .Select(a => a.Id).SingleAsync());

    private async Task<(Browser Browser, WebPage Page)> CreatePageAsync()
    {
        var browser = await Host.SignInAsync("chuyenvien");
        return (browser, await browser.GetPageAsync("/conferences/create"));
    }

    private async Task<(Browser Browser, WebPage Page)> EntryPageAsync(string title = "Hội nghị thử")
    {
        var (browser, page) = await CreatePageAsync();
        return (browser, await browser.SubmitAsync(page, Head, await FieldsAsync(title + " " + Guid.NewGuid())));
    }

    private async Task<(string Name, string? Value)[]> FieldsAsync(string title) =>
    [
        ("Input.Title", title),
        ("Input.Date", "13/01/2021"),
        ("Input.Kind", "Briefing"),
        ("Input.Form", "Online"),
        ("Input.OrganiserId", (await Host.UnitIdAsync("vptw")).ToString(CultureInfo.InvariantCulture)),
        ("Input.Reviewed", "2020"),
    ];
}

public sealed class BadInputOnSqlite(SqliteHost host) : BadInputTests(host), IClassFixture<SqliteHost>;

public sealed class BadInputOnSqlServer(SqlServerHost host) : BadInputTests(host), IClassFixture<SqlServerHost>;
