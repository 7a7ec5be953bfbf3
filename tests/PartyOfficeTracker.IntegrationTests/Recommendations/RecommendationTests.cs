using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Recommendations;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Recommendations;

/// <summary>What provinces ask upward, in a conference and between them, and how the centre answers; on the demo data.</summary>
public abstract class RecommendationTests(AppHost host) : AppTests(host)
{
    private DateOnly Today => Host.Clock.TodayInHanoi();

    [Fact]
    public async Task WhatAProvinceWrites_WaitsOnTheBoard_UntilTheCentreAnswersWithADocument()
    {
        var before = await WaitingAsync();
        var province = await Host.SignInAsync("camau");
        var sent = await WriteAsync(province, "Bổ sung biên chế văn thư");
        var id = IdOf(sent);
        var board = await (await Host.SignInAsync("lanhdao")).GetPageAsync("/follow-up?section=Recommendations");
        var waiting = await WaitingAsync();
        var answered = await AnswerAsync("chuyenvien", id, "12-CV/VPTW");

        Assert.Contains("chờ 20 ngày", sent.MainText, StringComparison.Ordinal);
        Assert.NotNull(board.Find($"a[href='/recommendations/{id}']"));
        Assert.Equal((before + 1, before), (waiting, await WaitingAsync()));
        Assert.Contains("Đã trả lời 1 kiến nghị", answered.MainText, StringComparison.Ordinal);
        var seen = await province.GetPageAsync($"/recommendations/{id}");
        Assert.Contains("12-CV/VPTW", seen.MainText, StringComparison.Ordinal);
        Assert.Null(seen.Find($"a[href='/recommendations/{id}/edit']"));
    }

    [Fact]
    public async Task TheUnit_IsToldThatItsRecommendationIsAnswered_AndOfAnAnswerPutRight_AndNobodyElseIs()
    {
        var words = "Bố trí kinh phí số hóa " + Guid.NewGuid();
        var id = IdOf(await WriteAsync(await Host.SignInAsync("camau"), words));
        await AnswerAsync("chuyenvien", id, "61-CV/VPTW");
        var province = await Host.SignInAsync("camau");
        var entry = (await province.GetPageAsync("/inbox")).FindAll(".inbox li").Single(l => l.TextContent.Contains(words, StringComparison.Ordinal));
        var opened = await province.GetOnceAsync(entry.QuerySelector("a")!.GetAttribute("href")!);
        await AnswerAsync("chuyenvien", id, "62-CV/VPTW");

        var told = (await province.GetPageAsync("/inbox")).FindAll(".inbox li").Where(l => l.TextContent.Contains(words, StringComparison.Ordinal)).ToList();
        Assert.Contains("Đã trả lời kiến nghị", entry.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đồng ý, bố trí trong quý tới.", entry.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/recommendations/{id}", opened.Location);
        Assert.Equal(["is-unread", ""], told.Select(l => l.ClassName ?? ""));
        foreach (var other in (string[])["nghean", "lanhdao", "chuyenvien"])
        {
            var entries = (await (await Host.SignInAsync(other)).GetPageAsync("/inbox")).FindAll(".inbox li").Select(l => l.TextContent);
            Assert.DoesNotContain(entries, t => t.Contains(words, StringComparison.Ordinal) && t.Contains("Đã trả lời", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task TheOffice_IsToldThatAUnitRecommendsSomething_AndNoOtherUnitNorWhoTypedItIs()
    {
        var (asked, typed) = ("Trang bị máy quét " + Guid.NewGuid(), "Mở lớp tin học " + Guid.NewGuid());
        var id = IdOf(await WriteAsync(await Host.SignInAsync("camau"), asked));
        await WriteAsync(await Host.SignInAsync("chuyenvien"), typed, "nghe-an");

        var lead = await (await Host.SignInAsync("lanhdao")).GetPageAsync("/inbox?show=unread");
        var clerk = await (await Host.SignInAsync("chuyenvien")).GetPageAsync("/inbox?show=unread");
        var entry = lead.FindAll(".inbox li").Single(l => l.TextContent.Contains(asked, StringComparison.Ordinal));
        var opened = await (await Host.SignInAsync("lanhdao")).GetOnceAsync(entry.QuerySelector("a")!.GetAttribute("href")!);

        Assert.Contains("Kiến nghị mới chờ trả lời", entry.TextContent, StringComparison.Ordinal);
        Assert.Contains("Cà Mau", entry.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/recommendations/{id}", opened.Location);
        Assert.Contains(typed, lead.MainText, StringComparison.Ordinal);
        Assert.Equal((true, false), (
            clerk.MainText.Contains(asked, StringComparison.Ordinal), clerk.MainText.Contains(typed, StringComparison.Ordinal)));
        Assert.DoesNotContain(asked, (await (await Host.SignInAsync("nghean")).GetPageAsync("/inbox")).MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatTheUnitMayNoLongerSee_IsNotInItsInboxEither_NorTheAnswer()
    {
        var words = "Cấp xe chuyên dùng " + Guid.NewGuid();
        var id = IdOf(await WriteAsync(await Host.SignInAsync("camau"), words));
        await AnswerAsync("chuyenvien", id, "63-CV/VPTW");
        var another = await Host.UnitIdAsync("nghe-an");
        await Host.DatabaseAsync(db => db.Recommendations.Where(r => r.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.UnitId, another)));

        var inbox = await (await Host.SignInAsync("camau")).GetPageAsync("/inbox?show=unread");
        var entry = inbox.FindAll(".inbox li").First(l => l.TextContent.Contains("Đã trả lời kiến nghị", StringComparison.Ordinal));

        Assert.DoesNotContain(words, inbox.MainText, StringComparison.Ordinal);
        Assert.DoesNotContain("Đồng ý, bố trí trong quý tới.", entry.TextContent, StringComparison.Ordinal);
        Assert.Null(entry.QuerySelector("a"));
    }

    [Fact]
    public async Task ARowOfTheMinutes_IsAnsweredTheSameWay_AndTheMinutesSayTheSame()
    {
        var row = await AddRowAsync("Hướng dẫn chế độ cấp ủy viên");
        var id = await IdOfRowAsync(row.Id);
        var waiting = await WaitingAsync();

        await AnswerAsync("lanhdao", id, "77-CV/VPTW");
        await Host.DatabaseAsync(db => db.Notices.SingleAsync(n => n.RecommendationId == id && n.User!.UserName == "camau"));

        Assert.Equal(waiting - 1, await WaitingAsync());
        var now = await Host.DatabaseAsync(db => db.Rows.AsNoTracking().SingleAsync(r => r.Id == row.Id));
        Assert.Equal(("77-CV/VPTW", Today, "Đồng ý, bố trí trong quý tới."), (now.AnsweringDocument, now.AnsweredOn, now.Answer));
        var page = await (await Host.SignInAsync("camau")).GetPageAsync($"/recommendations/{id}");
        Assert.NotNull(page.Find($"a[href='/conferences/{row.ConferenceId}#row-{row.Id}']"));
    }

    [Fact]
    public async Task AnAnswerTypedIntoTheMinutes_AnswersItOnTheListToo()
    {
        var row = await AddRowAsync("Cấp máy tính cho cấp xã");
        var clerk = await Host.SignInAsync("chuyenvien");
        var entry = await clerk.GetPageAsync($"/conferences/{row.ConferenceId}/entry?edit={row.Id}");

        await clerk.SubmitAsync(
            entry, "#edit", ("Input.Answer", "Đã cấp"), ("Input.AnsweredOn", Text(Today)), ("Input.AnsweringDocument", "5-TB/VPTW"),
            ("Input.Reason", "Có trả lời"));

        var page = await clerk.GetPageAsync($"/recommendations/{await IdOfRowAsync(row.Id)}");
        Assert.Contains("5-TB/VPTW", page.MainText, StringComparison.Ordinal);
        Assert.Contains("ghi trong biên bản", page.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EqualOnesOfSeveralProvinces_AreProposedAsAGroup_AndOneAnswerAnswersEach()
    {
        var first = IdOf(await WriteAsync(await Host.SignInAsync("camau"), "Sửa quy chế làm việc, sớm."));
        var second = IdOf(await WriteAsync(await Host.SignInAsync("nghean"), "sua quy che  làm việc – SỚM"));
        var clerk = await Host.SignInAsync("chuyenvien");
        var list = await clerk.GetPageAsync("/recommendations");
        var proposal = $"form.note:has(input[value='{first}'])";

        var grouped = await clerk.SubmitAsync(list, proposal);
        await AnswerAsync("lanhdao", second, "31-CV/VPTW");

        Assert.Contains("Đã gộp 2 kiến nghị", grouped.MainText, StringComparison.Ordinal);
        foreach (var (user, id) in new[] { ("camau", first), ("nghean", second) })
        {
            var page = await (await Host.SignInAsync(user)).GetPageAsync($"/recommendations/{id}");
            Assert.Contains("31-CV/VPTW", page.MainText, StringComparison.Ordinal);
            Assert.DoesNotContain("Cùng nhóm", page.MainText, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AGroup_IsMadeOfWhatWasChosen_AndOneLeavesIt()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        int[] ids =
        [
            IdOf(await WriteAsync(clerk, "Gộp một", "nghe-an")), IdOf(await WriteAsync(clerk, "Gộp hai", "ca-mau")),
            IdOf(await WriteAsync(clerk, "Gộp ba", "ca-mau")),
        ];
        await GroupAsync(clerk, ids);
        var page = await clerk.GetPageAsync($"/recommendations/{ids[0]}");
        await clerk.SubmitAsync(page, "form[action*='Ungroup']");
        await AnswerAsync("lanhdao", ids[1], "32-CV/VPTW");

        var answered = await Host.DatabaseAsync(db => db.Recommendations
            .Where(r => ids.Contains(r.Id) && r.AnsweredOn != null).Select(r => r.Id).ToListAsync());
        Assert.Equal(ids[1..], answered.Order());
    }

    [Fact]
    public async Task OneAlone_OrAnAnsweredOne_MakesNoGroup()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var (waiting, answered) = (IdOf(await WriteAsync(clerk, "Còn chờ", "ca-mau")), IdOf(await WriteAsync(clerk, "Đã xong", "ca-mau")));
        await AnswerAsync("lanhdao", answered, "33-CV/VPTW");

        Assert.Equal(HttpStatusCode.BadRequest, (await GroupAsync(clerk, waiting)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await GroupAsync(clerk, waiting, answered)).Status);
        Assert.True(await Host.DatabaseAsync(db => db.Recommendations.AllAsync(r => r.GroupKey == null || (r.Id != waiting && r.Id != answered))));
    }

    [Fact]
    public async Task AUnit_ChangesAndWithdrawsItsOwn_UntilItIsAnswered()
    {
        var province = await Host.SignInAsync("camau");
        var id = IdOf(await WriteAsync(province, "Bản đầu"));
        var changed = await province.SubmitAsync(await province.GetPageAsync($"/recommendations/{id}/edit"), "main form", ("Input.Text", "Bản sau"));
        var stale = await province.GetPageAsync($"/recommendations/{id}");
        await AnswerAsync("lanhdao", id, "40-CV/VPTW");
        var late = await province.SubmitAsync(stale, "form[action*='Withdraw']");
        var other = IdOf(await WriteAsync(province, "Rút ngay"));
        var withdrawn = await province.SubmitAsync(await province.GetPageAsync($"/recommendations/{other}"), "form[action*='Withdraw']");

        Assert.Contains("Bản sau", changed.MainText, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Contains("không sửa hoặc rút được nữa", late.MainText, StringComparison.Ordinal);
        Assert.Contains("Đã rút", withdrawn.MainText, StringComparison.Ordinal);
        Assert.Null((await province.GetPageAsync("/recommendations")).Find($"a[href='/recommendations/{other}']"));
    }

    [Fact]
    public async Task AProvince_NeitherSeesNorAnswersNorActsForAnother()
    {
        var nghean = await Host.SignInAsync("nghean");
        var id = IdOf(await WriteAsync(nghean, "Chỉ của Nghệ An"));
        var camau = await Host.SignInAsync("camau");
        var form = await camau.GetPageAsync("/recommendations/create");
        var forged = await camau.SubmitAsync(
            form,
            "main form",
            ("Input.UnitId", (await Host.UnitIdAsync("nghe-an")).ToString(CultureInfo.InvariantCulture)),
            ("Input.Text", "Giả"),
            ("Input.SubmittedTo", "VPTW"));

        Assert.Equal(HttpStatusCode.NotFound, (await camau.GetPageAsync($"/recommendations/{id}")).Status);
        Assert.DoesNotContain("Chỉ của Nghệ An", (await camau.GetPageAsync("/recommendations")).MainText, StringComparison.Ordinal);
        Assert.Contains("Cà Mau", forged.Title!, StringComparison.Ordinal);
        Assert.Null((await nghean.GetPageAsync($"/recommendations/{id}")).Find("#answer"));
    }

    [Fact]
    public async Task WhatIsMissing_IsSaidBesideItsField_AndTheTextStays()
    {
        var province = await Host.SignInAsync("camau");
        var form = await province.GetPageAsync("/recommendations/create");

        var page = await province.SubmitAsync(
            form, "main form", ("Input.Text", "Còn đây"), ("Input.WrittenOn", Text(Today)), ("Input.WishedOn", Text(Today.AddDays(-1))));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.ErrorOf("Input.SubmittedTo"));
        Assert.NotNull(page.ErrorOf("Input.WishedOn"));
        Assert.Equal("Còn đây", page.ValueOf("Input.Text")?.Trim());
    }

    [Fact]
    public async Task TheWishedDate_OncePast_IsCountedInDays()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        await WriteAsync(clerk, "Quá mong muốn", "ca-mau", Today.AddDays(-7));

        var list = await clerk.GetPageAsync($"/recommendations?state=Waiting&unit={await Host.UnitIdAsync("ca-mau")}&year={Today.AddDays(-20).Year}");

        Assert.Contains("quá ngày mong muốn 7 ngày", RowOf(list, "Quá mong muốn"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AConferenceOpenedAgain_TakesItsOwnFromTheList_AndPublishedAgainBringsThemBack()
    {
        var row = await AddRowAsync("Ẩn rồi hiện");
        var id = await IdOfRowAsync(row.Id);
        var lead = await Host.SignInAsync("lanhdao");

        await Host.DatabaseAsync(async db =>
        {
            (await db.Conferences.SingleAsync(c => c.Id == row.ConferenceId)).Reopen("thử");
            await db.SaveChangesAsync();
        });
        var hidden = await lead.GetPageAsync($"/recommendations/{id}");
        await Host.DatabaseAsync(async db =>
        {
            (await db.Conferences.SingleAsync(c => c.Id == row.ConferenceId)).Publish(Host.Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.NotFound, hidden.Status);
        Assert.Equal(HttpStatusCode.OK, (await lead.GetPageAsync($"/recommendations/{id}")).Status);
    }

    [Fact]
    public async Task ARowMovedOrDeleted_TakesItsRecommendationAlong()
    {
        var (moved, deleted) = (await AddRowAsync("Thành phát biểu"), await AddRowAsync("Bị xóa"));
        var clerk = await Host.SignInAsync("chuyenvien");
        var entry = await clerk.GetPageAsync($"/conferences/{moved.ConferenceId}/entry?edit={moved.Id}");
        await clerk.SubmitAsync(entry, "#edit", ("Input.Kind", nameof(RowKind.Remark)), ("Input.Reason", "Xếp nhầm loại"));
        await Host.AsAsync<MinutesService, Result>("chuyenvien", (minutes, actor) =>
            minutes.DeleteAsync(actor, deleted.ConferenceId, deleted.Id, deleted.Version, "Nhập nhầm", CancellationToken.None));

        var left = await Host.DatabaseAsync(db => db.Recommendations.Where(r => r.RowId == moved.Id || r.RowId == deleted.Id).CountAsync());
        Assert.Equal(0, left);
        Assert.False(await Host.DatabaseAsync(db => db.Recommendations.IgnoreQueryFilters().AnyAsync(r => r.RowId == deleted.Id)));
    }

    [Fact]
    public async Task EveryPublishedRow_StandsInTheRegister_AndSaysWhatItSays()
    {
        var rows = await Host.DatabaseAsync(db => db.Rows.AsNoTracking()
            .Where(r => r.Kind == RowKind.Recommendation && r.Conference!.State != ConferenceState.Draft)
            .OrderBy(r => r.Id)
            .Select(r => new { r.Id, r.Text, r.UnitId, r.AnsweredOn, r.Answer, r.Conference!.Date, r.Conference.FindingYear })
            .ToListAsync());
        var register = await Host.DatabaseAsync(db => db.Recommendations.AsNoTracking().Where(r => r.RowId != null)
            .OrderBy(r => r.RowId)
            .Select(r => new { Id = r.RowId!.Value, r.Text, r.UnitId, r.AnsweredOn, r.Answer, Date = r.WrittenOn, FindingYear = r.Year })
            .ToListAsync());

        Assert.NotEmpty(rows);
        Assert.Equal(rows, register);
    }

    [Fact]
    public async Task TheSecondOfTwoAnswers_IsToldOfTheFirst()
    {
        var lead = await Host.SignInAsync("lanhdao");
        var id = IdOf(await WriteAsync(await Host.SignInAsync("camau"), "Hai người trả lời"));
        var stale = await lead.GetPageAsync($"/recommendations/{id}");
        await AnswerAsync("chuyenvien", id, "50-CV/VPTW");

        var page = await lead.SubmitAsync(stale, "#answer form", Answer("51-CV/VPTW"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("50-CV/VPTW", page.MainText, StringComparison.Ordinal);
        Assert.Equal("51-CV/VPTW", page.ValueOf("Input.AnsweringDocument"));
    }

    [Fact]
    public async Task TheSearch_FindsIt_ForWhoMaySeeIt()
    {
        var id = IdOf(await WriteAsync(await Host.SignInAsync("camau"), "Trang bị khoá bí mật quỳnh lưu tam kỳ"));

        foreach (var (user, sees) in new[] { ("lanhdao", true), ("camau", true), ("nghean", false) })
        {
            var found = await (await Host.SignInAsync(user)).GetPageAsync("/search?q=quynh+luu+tam+ky");
            Assert.Equal(sees, found.Find($"a[href='/recommendations/{id}']") is not null);
        }
    }

    private async Task<WebPage> WriteAsync(Browser browser, string text, string? unit = null, DateOnly? wished = null)
    {
        var form = await browser.GetPageAsync("/recommendations/create");
        return await browser.SubmitAsync(
            form,
            "main form",
            ("Input.UnitId", unit is null ? null : (await Host.UnitIdAsync(unit)).ToString(CultureInfo.InvariantCulture)),
            ("Input.Text", text),
            ("Input.SubmittedTo", "Văn phòng Trung ương Đảng"),
            ("Input.WrittenOn", Text(Today.AddDays(-20))),
            ("Input.WishedOn", wished is { } day ? Text(day) : ""));
    }

    [Fact]
    public async Task AnAnswer_OlderThanWhatItAnswers_IsRefused()
    {
        var id = IdOf(await WriteAsync(await Host.SignInAsync("camau"), "Bổ sung máy quét cho văn thư"));
        var written = await Host.DatabaseAsync(db => db.Recommendations.Where(r => r.Id == id).Select(r => r.WrittenOn).SingleAsync());
        var clerk = await Host.SignInAsync("chuyenvien");
        var form = await clerk.GetPageAsync($"/recommendations/{id}");

        var refused = await clerk.SubmitAsync(form, "#answer form", Answer("64-CV/VPTW", written.AddDays(-1)));
        var taken = await clerk.SubmitAsync(refused, "#answer form", Answer("64-CV/VPTW", written));

        Assert.Contains(Text(written), refused.ErrorOf("Input.AnsweredOn"), StringComparison.Ordinal);
        Assert.Contains("Đã trả lời 1 kiến nghị", taken.MainText, StringComparison.Ordinal);
    }

    private async Task<WebPage> AnswerAsync(string user, int id, string document)
    {
        var browser = await Host.SignInAsync(user);
        return await browser.SubmitAsync(await browser.GetPageAsync($"/recommendations/{id}"), "#answer form", Answer(document));
    }

    private (string, string?)[] Answer(string document, DateOnly? on = null) =>
        [("Input.AnsweringDocument", document), ("Input.AnsweredOn", Text(on ?? Today)), ("Input.Answer", "Đồng ý, bố trí trong quý tới.")];

    /// <summary>Posts what was ticked on the list.</summary>
    private static async Task<WebPage> GroupAsync(Browser clerk, params int[] ids)
    {
        var list = await clerk.GetPageAsync("/recommendations");
        var hidden = Browser.Fields(list, "#list").Where(f => f.Name != "id");
        return await clerk.PostAsync(
            "/recommendations?handler=Group", [.. hidden, .. ids.Select(i => ("id", i.ToString(CultureInfo.InvariantCulture)))]);
    }

    private async Task<Row> AddRowAsync(string text)
    {
        var unit = await Host.UnitIdAsync("ca-mau");
        var conference = await Host.DatabaseAsync(db => db.Conferences
            .Where(c => c.State == ConferenceState.Published).OrderBy(c => c.Id).Select(c => c.Id).FirstAsync());
        var added = await Host.AsAsync<MinutesService, Result<int>>("chuyenvien", (minutes, actor) => minutes.AddAsync(
            actor, conference, new AddRows { Kind = RowKind.Recommendation, Text = text, UnitId = unit }, CancellationToken.None));
        Assert.True(added.Succeeded);
        return await Host.DatabaseAsync(db => db.Rows.AsNoTracking().SingleAsync(r => r.Text == text));
    }

    private Task<int> IdOfRowAsync(int rowId) => Host.DatabaseAsync(db => db.Recommendations.Where(r => r.RowId == rowId).Select(r => r.Id).SingleAsync());

    /// <summary>What the board counts and what the desk counts are one number.</summary>
    private async Task<int> WaitingAsync()
    {
        var board = await Host.AsAsync<BoardReader, BoardCounts>(
            "lanhdao", async (reader, actor) => (await reader.CountAsync(actor, CancellationToken.None)).Value);
        var desk = await Host.AsAsync<DeskReader, Desk>("lanhdao", (reader, actor) => reader.ReadAsync(actor, CancellationToken.None));
        Assert.Equal(board.Of(BoardSection.Recommendations), desk.UnansweredRecommendations);
        return desk.UnansweredRecommendations;
    }

    private static int IdOf(WebPage page) => int.Parse(page.Url.Split('/')[^1], CultureInfo.InvariantCulture);

    private static string RowOf(WebPage page, string text) =>
        page.FindAll("tbody tr").Single(r => r.TextContent.Contains(text, StringComparison.Ordinal)).TextContent;

    private static string Text(DateOnly day) => DayText.ToText(day);
}

public sealed class RecommendationsOnSqlite(SeededSqliteHost host) : RecommendationTests(host), IClassFixture<SeededSqliteHost>;

public sealed class RecommendationsOnSqlServer(SeededSqlServerHost host) : RecommendationTests(host), IClassFixture<SeededSqlServerHost>;
