using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Conferences;

/// <summary>What helps the typing hand: facts offered for a line, a block of cells in columns, names that are known.</summary>
public abstract class TypingTests(AppHost host) : AppTests(host)
{
    [Theory]
    [InlineData("Rà soát hồ sơ trước 15/3 @Cà Mau #tham mưu", "Hạn 14/03/2021 | Cà Mau | Tham mưu, tổng hợp", "| @Cà Mau | #tham mưu")]
    [InlineData("Cử người dự họp @ca mau", "Cà Mau", "@ca mau")]
    [InlineData("Gửi về @nghe trước ngày 20/12/2021.", "Hạn 19/12/2021 | Nghệ An", "| @nghe")]
    [InlineData("Chủ trì tổng kết @vptw", "Văn phòng Trung ương Đảng", "@vptw")]
    [InlineData("Báo cáo kết quả trong quý II/2021", "Hạn 30/06/2021 | Thông tin, báo cáo", "|")]
    [InlineData("Hoàn thành số hóa tài liệu lưu trữ", "Văn thư – lưu trữ", "")]
    [InlineData("Gửi thư tới a@b.vn", "", "")]
    [InlineData("Tổ chức các hội thi @", "", "")]
    public async Task FactsOfALine_AreOffered_WithTheWordsThatGoWithThem(string line, string offered, string taken)
    {
        var (browser, id) = await StartAsync();

        var page = await browser.GetPageAsync($"/conferences/{id}/entry/chips?kind=Directive&text={Uri.EscapeDataString(line)}");

        var chips = page.FindAll("[data-chip]");
        Assert.Equal(offered, string.Join(" | ", chips.Select(c => c.ChildNodes[0].TextContent.Trim())));
        Assert.Equal(taken, string.Join(" | ", chips.Select(c => c.GetAttribute("data-takes"))).Trim());
    }

    [Fact]
    public async Task TheCentralOffice_IsOfferedAsTheAddresseeItIs_AndAProvinceAsOneUnit()
    {
        var (browser, id) = await StartAsync();

        var page = await browser.GetPageAsync($"/conferences/{id}/entry/chips?kind=Directive&text=" + Uri.EscapeDataString("Chủ trì tổng kết @vptw"));
        var one = await browser.GetPageAsync($"/conferences/{id}/entry/chips?kind=Directive&text=" + Uri.EscapeDataString("Cử người dự họp @ca-mau"));

        Assert.Contains("Add.Addressee=CentralOffice", page.Find("[data-chip]")!.GetAttribute("data-chip"), StringComparison.Ordinal);
        Assert.Contains("Add.Addressee=OneUnit", one.Find("[data-chip]")!.GetAttribute("data-chip"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFinding_IsOfferedNoDeadline_AndAShortLineNothing()
    {
        var (browser, id) = await StartAsync();

        var finding = await browser.GetPageAsync($"/conferences/{id}/entry/chips?kind=Achievement&text=" + Uri.EscapeDataString("Xong trước 15/3"));
        var short1 = await browser.GetPageAsync($"/conferences/{id}/entry/chips?kind=Directive&text=@");

        Assert.Empty(finding.FindAll("[data-chip]"));
        Assert.Empty(short1.FindAll("[data-chip]"));
    }

    [Fact]
    public async Task ABlockOfCells_IsShownInItsColumnsFirst_AndAddedAsItWasShown()
    {
        var (browser, id) = await StartAsync();
        var pasted = "STT\tNội dung nhiệm vụ\tĐơn vị chủ trì\tThời hạn\tGhi chú\n"
            + "1\tRà soát quy chế làm việc\tCà Mau\t15/03/2021\tgấp\n"
            + "2\t\"Tổng hợp\nbáo cáo quý\"\tVăn phòng Tỉnh ủy Nghệ An\ttrong quý II/2021\t\n"
            + "3\tĐôn đốc các đơn vị\tTổ liên ngành\tkhi có yêu cầu\t\n";
        var preview = await PreviewAsync(browser, id, pasted);

        Assert.Equal(
            ["Number", "Text", "Unit", "Deadline", "Skipped"],
            preview.FindAll("select[name=Columns] option[selected]").Select(o => o.GetAttribute("value")));
        Assert.Contains("Không nhận ra “Tổ liên ngành”", preview.MainText, StringComparison.Ordinal);
        Assert.Contains("Cột không đưa vào dòng nào: “Ghi chú”", preview.MainText, StringComparison.Ordinal);
        Assert.Empty(await RowsAsync(id));

        var added = await browser.SubmitAsync(preview, "form:has(#block-rows)", ("Input.Rows[2].IsChosen", "false"));

        Assert.Contains("Đã thêm 2 dòng", added.MainText, StringComparison.Ordinal);
        Assert.Equal(
            ["1 Rà soát quy chế làm việc OneUnit ca-mau Fixed 2021-03-15", "2 Tổng hợp báo cáo quý OneUnit nghe-an PeriodEnd 2021-06-30"],
            (await RowsAsync(id)).ConvertAll(r => r.Replace('\n', ' ')));
    }

    [Theory]
    [InlineData("Nội dung\tĐối tượng\tThời hạn\tĐơn vị\n")]
    [InlineData("")]
    public async Task ABlockWithAddresseeAndUnit_GivesEachRowItsOwn(string heads)
    {
        var (browser, id) = await StartAsync();
        var preview = await PreviewAsync(
            browser,
            id,
            heads + "Rà soát quy chế làm việc của cấp ủy\tMột đơn vị\t15/03/2021\tCà Mau\n"
            + "Gửi báo cáo tổng kết năm theo mẫu\tCác tỉnh ủy\t31/03/2021\t\n"
            + "Cử cán bộ dự lớp tập huấn nghiệp vụ\tMột đơn vị\t15/04/2021\tNghệ An\n"
            + "Chuẩn bị tài liệu hội nghị quý II\tMột đơn vị\t20/04/2021\tTổ liên ngành\n");

        await browser.SubmitAsync(preview, "form:has(#block-rows)");

        Assert.Equal(
            ["Text", "Addressee", "Deadline", "Unit"],
            preview.FindAll("select[name=Columns] option[selected]").Select(o => o.GetAttribute("value")));
        Assert.Contains("Không nhận ra “Tổ liên ngành”", preview.MainText, StringComparison.Ordinal);
        Assert.Equal(
            [
                "Rà soát quy chế làm việc của cấp ủy OneUnit ca-mau Fixed 2021-03-15",
                "Gửi báo cáo tổng kết năm theo mẫu ProvincialOffices  Fixed 2021-03-31",
                "Cử cán bộ dự lớp tập huấn nghiệp vụ OneUnit nghe-an Fixed 2021-04-15",
                "Chuẩn bị tài liệu hội nghị quý II NotStated  Fixed 2021-04-20",
            ],
            (await RowsAsync(id)).ConvertAll(r => r.Trim()));
    }

    [Fact]
    public async Task TheFirstRowOfASection_GoesToNobodyWhoWasNotChosen_AndWhatTheNextTakesOverLooksLikeIt()
    {
        var (browser, id) = await StartAsync();
        var entry = await browser.GetPageAsync($"/conferences/{id}/entry");
        Assert.Empty(entry.FindAll(".is-carried, .carried"));

        var first = await browser.SubmitAsync(entry, "#quick-Directive", ("Add.Text", "Gửi báo cáo quý."));
        await browser.SubmitAsync(first, "#quick-Directive", ("Add.Text", "Cử người dự tập huấn."), ("Add.Addressee", "ProvincialOffices"));
        var next = await browser.GetPageAsync($"/conferences/{id}/entry");

        Assert.Equal(
            ["Gửi báo cáo quý. NotStated  Missing", "Cử người dự tập huấn. ProvincialOffices  Missing"], (await RowsAsync(id)).ConvertAll(r => r.Trim()));
        Assert.Equal("ProvincialOffices", next.Find("#add-addressee-Directive.is-carried option[selected]")?.GetAttribute("value"));
        Assert.Contains("như dòng trước", next.Find("label[for=add-addressee-Directive]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASessionNobodyNamed_IsNotMadeUp()
    {
        var (browser, id) = await StartAsync();

        var page = await browser.GetPageAsync($"/conferences/{id}");

        Assert.Equal("13/01/2021", page.FindAll("dl.facts dd")[0].TextContent.Trim());
        Assert.Equal(DaySession.NotStated, await Host.DatabaseAsync(db => db.Conferences.Where(c => c.Id == id).Select(c => c.Session).SingleAsync()));
    }

    [Fact]
    public async Task ABlockWithoutHeads_IsReadByWhatItsCellsAre_AndTheColumnsCanBeChosenOtherwise()
    {
        var (browser, id) = await StartAsync();
        var guessed = await PreviewAsync(browser, id, "Cà Mau\tGửi báo cáo tổng kết\t31/3/2021\nNghệ An\tCử người dự tập huấn\t15/4/2021");
        var chosen = guessed.FindAll("select[name=Columns] option[selected]").Select(o => o.GetAttribute("value")).ToList();
        var otherwise = await browser.SubmitAsync(
            guessed, "form:has([name=Pasted])", ("Columns", "Skipped"), ("Columns", "Text"), ("Columns", "Skipped"));

        var classes = await PreviewAsync(browser, id, "Các tỉnh ủy\tGửi báo cáo tổng kết\nVăn phòng Trung ương Đảng\tTổng hợp báo cáo");

        Assert.Equal("Addressee", classes.Find("select[name=Columns] option[selected]")!.GetAttribute("value"));
        Assert.Equal(["Addressee", "Text", "Deadline"], chosen);
        Assert.Equal(2, otherwise.FindAll("#block-rows tbody tr").Count);
        Assert.DoesNotContain("31/03/2021", otherwise.Find("#block-rows")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABlockWithADeadlineBeforeTheConference_OrWithoutText_IsRefused_AndStaysOnTheScreen()
    {
        var (browser, id) = await StartAsync();
        var preview = await PreviewAsync(browser, id, "Nội dung\tThời hạn\nGửi báo cáo\t01/01/2020");
        var early = await browser.SubmitAsync(preview, "form:has(#block-rows)");
        var empty = await browser.SubmitAsync(preview, "form:has(#block-rows)", ("Input.Rows[0].Text", " "));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (early.Status, empty.Status));
        Assert.Equal("Gửi báo cáo", early.ValueOf("Input.Rows[0].Text")?.Trim());
        Assert.Empty(await RowsAsync(id));
    }

    [Fact]
    public async Task PeopleOfEarlierConferences_AreKnownWithTheTitleTheyHadLast()
    {
        var (browser, id) = await StartAsync();
        await browser.SubmitAsync(
            await browser.GetPageAsync($"/conferences/{id}/entry"),
            "form[action*='handler=Chair']",
            ("Chair.Name", "Đặng Thị Mẫu"), ("Chair.Title", "Phó Chánh Văn phòng"));
        await browser.SubmitAsync(
            await browser.GetPageAsync($"/conferences/{id}/entry"),
            "form[action*='handler=Point']",
            ("Point.Place", "Cà Mau"), ("Point.Room", "Phòng họp số 2"));

        var known = JsonDocument.Parse((await browser.GetPageAsync("/conferences/known")).Document.Body!.TextContent).RootElement;

        var person = Assert.Single(known.GetProperty("people").EnumerateArray(), p => p.GetProperty("name").GetString() == "Đặng Thị Mẫu");
        Assert.Equal("Phó Chánh Văn phòng", person.GetProperty("title").GetString());
        Assert.Contains(known.GetProperty("places").EnumerateArray(), p => p.GetString() == "Phòng họp số 2");
    }

    private static async Task<WebPage> PreviewAsync(Browser browser, int id, string pasted) => await browser.SubmitAsync(
        await browser.GetPageAsync($"/conferences/{id}/entry/block?kind=Directive"), "form:has([name=Pasted])", ("Pasted", pasted));

    private Task<List<string>> RowsAsync(int id) => Host.DatabaseAsync(async db =>
    {
        var codes = await db.Units.ToDictionaryAsync(u => u.Id, u => u.Code);
        return (await db.Rows.Where(r => r.ConferenceId == id && r.Kind == RowKind.Directive).OrderBy(r => r.Position).ToListAsync())
            .ConvertAll(r => string.Create(
                CultureInfo.InvariantCulture,
                $"{r.Number} {r.Text} {r.Addressee} {(r.AddresseeUnitId is { } u ? codes[u] : "")} {r.DeadlineKind} {r.DueOn:yyyy-MM-dd}"));
    });

    private async Task<(Browser Browser, int Id)> StartAsync()
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var entry = await browser.SubmitAsync(
            await browser.GetPageAsync("/conferences/create"),
            "main form[method=post]",
            ("Input.Kind", "Briefing"), ("Input.Form", "Online"), ("Input.Title", "Hội nghị gõ nhanh " + Guid.NewGuid()),
            ("Input.Date", "13/01/2021"),
            ("Input.OrganiserId", (await Host.UnitIdAsync("vptw")).ToString(CultureInfo.InvariantCulture)));
        return (browser, int.Parse(entry.Url.Split('/', '?', '#')[2], CultureInfo.InvariantCulture));
    }
}

public sealed class TypingOnSqlite(SqliteHost host) : TypingTests(host), IClassFixture<SqliteHost>;

public sealed class TypingOnSqlServer(SqlServerHost host) : TypingTests(host), IClassFixture<SqlServerHost>;
