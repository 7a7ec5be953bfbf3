using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.TestSupport;
using Row = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace PartyOfficeTracker.IntegrationTests.Papers;

/// <summary>What leaves the house is what was seen, all pages of it, for whoever sees it and nobody else; on the demo data.</summary>
public abstract class ExportTests(AppHost host) : AppTests(host)
{
    private const int FirstRow = 4;

    /// <summary>Lists, with how many columns the table has for that person and which holds the text.</summary>
    public static TheoryData<string, string, int, int> Lists => new()
    {
        { "chuyenvien", "/my-tasks?state=InProgress&group=false", 9, 1 },
        { "chuyenvien", "/my-tasks?year=2021&urgency=Overdue&group=false", 9, 1 },
        { "camau", "/my-tasks", 8, 0 },
        { "chuyenvien", "/directives", 9, 0 },
        { "camau", "/directives?addressee=ProvincialOffices", 9, 0 },
        { "chuyenvien", "/findings?kind=Shortcoming", 6, 0 },
        { "thuongtruc", "/findings", 6, 0 },
        { "chuyenvien", "/recommendations", 9, 0 },
        { "chuyenvien", "/documents", 6, 0 },
        { "chuyenvien", "/conferences?year=2020", 10, 3 },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Sheet_HasEveryRowOfTheFilter_InTheOrderOfTheScreen(string user, string address, int columns, int text)
    {
        var browser = await Host.SignInAsync(user);
        var seen = await SeenAsync(browser, address);

        var rows = Rows(await ExcelAsync(browser, address));

        Assert.NotEmpty(seen);
        Assert.Equal(seen.Count, rows.Count);
        Assert.All(rows, row => Assert.Equal(columns, row.Count));
        Assert.All(seen.Zip(rows), pair => Assert.Contains(Plain(pair.Second[text]), pair.First, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task WordCsvAndPrint_HaveTheSameRows(string user, string address, int columns, int text)
    {
        var browser = await Host.SignInAsync(user);
        var rows = Rows(await ExcelAsync(browser, address));

        using var word = WordprocessingDocument.Open(await FileAsync(browser, address, "docx"), isEditable: false);
        var cells = word.MainDocumentPart!.Document!.Descendants<DocumentFormat.OpenXml.Wordprocessing.TableRow>()
            .Select(r => r.Elements<DocumentFormat.OpenXml.Wordprocessing.TableCell>().Select(c => c.InnerText).ToList()).ToList();
        var csv = await CsvAsync(browser, address);
        var print = await browser.GetPageAsync(With(address, "print"));

        AssertValid(word);
        Assert.Equal(rows.Count + 1, cells.Count);
        Assert.All(cells, row => Assert.Equal(columns, row.Count));
        Assert.Equal(rows.Select(r => Plain(r[text])), cells.Skip(1).Select(r => Plain(r[text])));
        Assert.All(rows, row => Assert.Contains(Plain(row[text]).Replace("\"", "\"\"", StringComparison.Ordinal), Plain(csv), StringComparison.Ordinal));
        Assert.Equal(rows.Select(r => Plain(r[text])), print.FindAll("main tbody tr").Select(r => Plain(r.Children[text].TextContent)));
        Assert.NotNull(print.Find("button[data-print]"));
    }

    [Theory]
    [InlineData("chuyenvien", "van phong")]
    [InlineData("chuyenvien", "48-CT/TW")]
    [InlineData("camau", "bao cao")]
    public async Task WhatASearchFound_LeavesTheHouse_InTheOrderOfTheScreen_WithTheWordsThatWereTyped(string user, string typed)
    {
        var browser = await Host.SignInAsync(user);
        var address = "/search?q=" + Uri.EscapeDataString(typed);
        var seen = (await browser.GetPageAsync(address)).FindAll("main li > a").Select(a => Plain(a.TextContent)).ToList();

        var sheet = await ExcelAsync(browser, address);
        var print = await browser.GetPageAsync(With(address, "print"));

        Assert.NotEmpty(seen);
        Assert.Equal(seen, Rows(sheet).Select(r => Plain(r[1])));
        Assert.Equal(seen, print.FindAll("main tbody tr").Select(r => Plain(r.Children[1].TextContent)));
        Assert.Contains(typed, Text(sheet, "A2"), StringComparison.Ordinal);
        Assert.Equal(seen.Count == 100, Text(sheet, "A2").Contains("100 kết quả đầu", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheAuditTrail_LeavesTheHouse_WithWhatWasChanged_AndOnlyByThoseWhoMayReadIt()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var title = "Hội nghị để kiểm tra " + Guid.NewGuid();
        await clerk.SubmitAsync(
            await clerk.GetPageAsync("/conferences/create"),
            "main form[method=post]",
            ("Input.Kind", "Briefing"), ("Input.Form", "Online"), ("Input.Title", title), ("Input.Date", "13/01/2021"),
            ("Input.OrganiserId", (await Host.UnitIdAsync("vptw")).ToString(CultureInfo.InvariantCulture)));
        var inspector = await Host.SignInAsync("kiemtra");
        var seen = await SeenAsync(inspector, "/admin/audit?entity=Conference");

        var rows = Rows(await ExcelAsync(inspector, "/admin/audit?entity=Conference"));

        Assert.Equal(seen.Count, rows.Count);
        var row = Assert.Single(rows, r => r[2].Contains(title, StringComparison.Ordinal));
        Assert.Equal(5, row.Count);
        Assert.Contains("13/01/2021", row[4], StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await clerk.GetPageAsync("/admin/audit?as=csv")).Status);
    }

    /// <summary>Lists that are no table of the usual kind on the screen, and what one of their rows is there.</summary>
    public static TheoryData<string, string, string, int> OtherLists => new()
    {
        { "camau", "/inbox", "ul.inbox > li", 0 },
        { "thuongtruc", "/summaries", "main ul.list-plain > li", 0 },
        { "chuyenvien", "/summaries/2021", "table.units tbody tr", 1 },
        { "quantri", "/admin/accounts", "main table.rows tbody tr", 0 },
        { "quantri", "/admin/units?living=true", "main table.rows tbody tr", 0 },
        { "quantri", "/admin/fields", "main table.rows tbody tr", 0 },
        { "quantri", "/admin/anchors", "main table.rows tbody tr", 0 },
        { "quantri", "/admin/holidays?year=2026", "main table.rows tbody tr", 0 },
        { "quantri", "/admin/abbreviations", "main table.rows tbody tr", 0 },
    };

    [Theory]
    [MemberData(nameof(OtherLists))]
    public Task InboxSummariesAndTheOfficesOwnLists_LeaveTheHouseWhole(string user, string address, string row, int sums) =>
        AssertLeavesWholeAsync(user, address, row, sums);

    [Fact]
    public async Task OneDirectivesUnits_AndThePlacesThatCiteOneDocument_LeaveTheHouseWhole_UnderTheirOwnName()
    {
        var (directive, text) = await Host.DatabaseAsync(async db =>
        {
            var id = await db.Assignments.Where(a => a.Shown == 1)
                .GroupBy(a => a.DirectiveId).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync();
            return (id, (await db.Rows.SingleAsync(r => r.Id == id)).Text);
        });
        var document = await Host.DatabaseAsync(db => db.Documents.Where(d => d.Citations.Count > 0 && d.Number != null).FirstAsync());

        var units = await AssertLeavesWholeAsync("lanhdao", $"/directives/{directive}", "#assignments ~ .table-wrap tbody tr", 0);
        var unread = await AssertLeavesWholeAsync("lanhdao", $"/directives/{directive}?unread=true", "#assignments ~ .table-wrap tbody tr", 0);
        var places = await AssertLeavesWholeAsync("camau", $"/documents/{document.Id}", "main ul.list-plain > li", 0);

        Assert.Contains(text, Text(units, "A1"), StringComparison.Ordinal);
        Assert.All(Rows(unread), r => Assert.Equal("Chưa xem", r[6]));
        Assert.Contains(document.Number!, Text(places, "A1"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await Host.SignInAsync("lanhdao")).GetOnceAsync("/directives/999999?as=docx")).Status);
    }

    [Theory]
    [InlineData("lanhdao")]
    [InlineData("camau")]
    public async Task TheUnitsAndDirectivesOfAConference_LeaveTheHouse_AUnitARow_ADirectiveAColumn_WithTheStateInWords(string user)
    {
        var id = await Host.DatabaseAsync(db => db.Assignments.Where(a => a.Unit!.Code == "ca-mau" && a.Shown == 1)
            .OrderBy(a => a.Id).Select(a => a.Directive!.ConferenceId).FirstAsync());
        var address = $"/conferences/{id}/matrix";
        var browser = await Host.SignInAsync(user);
        var screen = await browser.GetPageAsync(address);
        var units = screen.FindAll("table.matrix tbody tr").Select(r => Plain(r.QuerySelector("th")!.TextContent)).ToList();
        var states = screen.FindAll("table.matrix tbody tr")
            .Select(r => r.QuerySelectorAll("td").Select(c => c.QuerySelector("a")?.GetAttribute("title")).ToList());

        var sheet = await AssertLeavesWholeAsync(user, address, "table.matrix tbody tr", 0);
        var rows = Rows(sheet);

        Assert.Equal(units, rows.Select(r => r[0]));
        Assert.All(states.Zip(rows), pair => Assert.All(pair.First.Zip(pair.Second.Skip(1)), cell =>
            Assert.StartsWith(cell.First ?? "", cell.Second, StringComparison.Ordinal)));
        Assert.Equal(screen.Find("table.matrix thead")!.QuerySelectorAll("a").Length, rows[0].Count - 1);
        Assert.Contains(Plain(screen.Find("table.matrix thead a")!.GetAttribute("title")!)[..30], Text(sheet, "B3"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetOnceAsync("/conferences/999999/matrix?as=xlsx")).Status);
    }

    [Fact]
    public async Task ReportsUnderReview_AndWhatWasThrownAway_LeaveTheHouseWhole()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        foreach (var day in new[] { "4/3/2022", "5/3/2022" })
        {
            await clerk.SubmitAsync(
                await clerk.GetPageAsync("/conferences/import"),
                "#paste",
                ("Input.Text", $"Ngày {day}, Văn phòng Trung ương Đảng tổ chức hội nghị giao ban. Các văn phòng cấp ủy gửi báo cáo trước ngày 15 hằng tháng."));
        }

        var gone = (await clerk.GetPageAsync("/conferences/import")).FindAll("form[action*='Discard']")[0].GetAttribute("action")!;
        await clerk.SubmitAsync(await clerk.GetPageAsync("/conferences/import"), $"form[action='{gone}']");

        var open = await AssertLeavesWholeAsync("chuyenvien", "/conferences/import", "main section ul.list-plain > li", 0);
        await AssertLeavesWholeAsync("lanhdao", "/conferences/deleted", "main table.rows tbody tr", 0);

        var days = new[] { new DateTime(2022, 3, 4), new DateTime(2022, 3, 5) }.Select(d => d.ToOADate().ToString(CultureInfo.InvariantCulture));
        Assert.Contains(Rows(open), r => days.Contains(r[1]));
    }

    /// <summary>Every row of the screen, on all its pages, is in the sheet, on the printed page and in a valid Word file; the sheet is given back.</summary>
    private async Task<SpreadsheetDocument> AssertLeavesWholeAsync(string user, string address, string row, int sums)
    {
        var browser = await Host.SignInAsync(user);
        var seen = 0;
        for (string? next = address; next is not null;)
        {
            var page = await browser.GetPageAsync(next);
            Assert.Equal(4, page.FindAll(".paper a").Count);
            seen += page.FindAll(row).Count;
            next = page.Find("a[rel=next]")?.GetAttribute("href");
        }

        var sheet = await ExcelAsync(browser, address);
        var rows = Rows(sheet);
        var print = await browser.GetPageAsync(With(address, "print"));
        using var word = WordprocessingDocument.Open(await FileAsync(browser, address, "docx"), isEditable: false);

        AssertValid(word);
        Assert.NotEqual(0, seen);
        Assert.Equal(seen + sums, rows.Count);
        Assert.Equal(rows.Count, print.FindAll("main tbody tr").Count);
        Assert.Contains((await Host.ActorAsync(user)).DisplayName, print.Find(".paper-line")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", await CsvAsync(browser, address), StringComparison.Ordinal);
        return sheet;
    }

    [Fact]
    public async Task AProvince_TakesNoSummaryAlong_AndAClerkNoAccounts()
    {
        var province = await (await Host.SignInAsync("camau")).GetOnceAsync("/summaries/2021?as=csv");
        var clerk = await (await Host.SignInAsync("chuyenvien")).GetOnceAsync("/admin/accounts?as=csv");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (province.Status, clerk.Status));
    }

    [Fact]
    public async Task Line_SaysFilterTimeAndPerson()
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var person = (await Host.ActorAsync("chuyenvien")).DisplayName;
        var unit = await Host.UnitIdAsync("ca-mau");
        var now = HanoiTime.ToLocal(Host.Clock.GetUtcNow().UtcDateTime).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

        var sheet = await ExcelAsync(browser, $"/my-tasks?state=InProgress&unit={unit}&after=738000-1");
        var print = await browser.GetPageAsync($"/my-tasks?state=InProgress&unit={unit}&as=print");
        var all = await ExcelAsync(browser, "/documents");

        var line = Text(sheet, "A2");
        Assert.Equal($"Đơn vị: Cà Mau; Tình trạng: Đang thực hiện · Lúc {now} · Người lập: {person}", line);
        Assert.Equal("Giao việc theo đơn vị – Cà Mau", Text(sheet, "A1"));
        Assert.Equal(line, print.Find(".paper-line")!.TextContent);
        Assert.StartsWith("Không lọc · ", Text(all, "A2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_HasDaysAsDays_NumbersAsNumbers_AFrozenFilteredHead_AndNoFormula()
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var due = await Host.DatabaseAsync(db => db.Assignments.Where(a => a.DueOn != null).Select(a => a.DueOn!.Value).Distinct().ToListAsync());

        using var book = await ExcelAsync(browser, "/my-tasks?urgency=Overdue");
        var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var day = Cells(sheet, FirstRow)[4];
        var percent = Cells(sheet, FirstRow)[8];

        Assert.Null(day.DataType);
        Assert.Contains(DateOnly.FromDateTime(DateTime.FromOADate(double.Parse(day.CellValue!.Text, CultureInfo.InvariantCulture))), due);
        Assert.Equal("dd/mm/yyyy", FormatOf(book, day));
        Assert.Null(percent.DataType);
        Assert.Empty(sheet.Descendants<CellFormula>());
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        Assert.Equal($"A3:I{sheet.Descendants<Row>().Count()}", sheet.GetFirstChild<AutoFilter>()!.Reference!.Value);
    }

    [Fact]
    public async Task Csv_HasAMark_Semicolons_VietnameseLetters_AndAPlainName()
    {
        var browser = await Host.SignInAsync("camau");
        var answer = await browser.Client.GetAsync(new Uri("/my-tasks?as=csv", UriKind.Relative));
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains("Nội dung yêu cầu;Nguồn giao;Ngày họp;Thời hạn;", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        var day = Host.Clock.TodayInHanoi().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal($"nhiem-vu-duoc-giao-ca-mau-{day}.csv", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition.DispositionType);
    }

    [Fact]
    public async Task AFormula_StaysText_InEveryFormat()
    {
        const string text = "=HYPERLINK(\"http://example.com\";\"Bấm vào đây\")";
        var province = await Host.SignInAsync("camau");
        await province.SubmitAsync(
            await province.GetPageAsync("/recommendations/create"), "main form", ("Input.Text", text), ("Input.SubmittedTo", "+Văn phòng Trung ương"),
            ("Input.WrittenOn", DayText.ToText(Host.Clock.TodayInHanoi())));

        var csv = await CsvAsync(province, "/recommendations");
        using var book = await ExcelAsync(province, "/recommendations");

        Assert.Contains("\"'=HYPERLINK(", csv, StringComparison.Ordinal);
        Assert.Contains(";'+Văn phòng Trung ương;", csv, StringComparison.Ordinal);
        Assert.Contains(Rows(book), row => row[0] == text);
        Assert.Empty(book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<CellFormula>());
    }

    [Fact]
    public async Task AProvince_TakesAlongItsOwnAlone()
    {
        var camau = await Host.SignInAsync("camau");
        var nghean = await Host.UnitIdAsync("nghe-an");
        var mine = await Host.DatabaseAsync(db => db.Assignments.CountAsync(
            a => (a.Unit!.Code == "ca-mau" || a.Unit.Successor!.Code == "ca-mau") && a.Directive!.Conference!.State != ConferenceState.Draft));

        Assert.Equal(mine, Rows(await ExcelAsync(camau, "/my-tasks")).Count);
        Assert.Empty(Rows(await ExcelAsync(camau, $"/my-tasks?unit={nghean}")));
        Assert.DoesNotContain("Nghệ An", await CsvAsync(camau, $"/my-tasks?unit={nghean}"), StringComparison.Ordinal);
        foreach (var format in new[] { "docx", "xlsx", "csv", "print" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await camau.GetOnceAsync("/follow-up?as=" + format)).Status);
            Assert.True((await Host.Browser().GetOnceAsync("/my-tasks?as=" + format)).IsRedirect);
        }
    }

    [Theory]
    [InlineData("/follow-up?section=Overdue")]
    [InlineData("/follow-up?section=NeedsDeadline")]
    [InlineData("/follow-up?section=Recommendations")]
    [InlineData("/follow-up?section=Reports")]
    [InlineData("/conferences?text=khongcoconferencenao")]
    [InlineData("/conferences/1")]
    public async Task Board_AConference_AndAnEmptyList_AreValidFiles(string address)
    {
        var browser = await Host.SignInAsync("lanhdao");
        using var book = await ExcelAsync(browser, address);
        using var word = WordprocessingDocument.Open(await FileAsync(browser, address, "docx"), isEditable: false);

        AssertValid(word);
        Assert.Equal(
            Rows(book).Count == 0,
            book.WorkbookPart!.WorksheetParts.Single().Worksheet!.InnerText.Contains("Không có dòng nào khớp", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetPageAsync(With(address, "print"))).Status);
    }

    [Fact]
    public async Task Board_HasEveryLineOfItsSection()
    {
        var browser = await Host.SignInAsync("lanhdao");
        var late = await Host.DatabaseAsync(async db =>
        {
            var today = Host.Clock.TodayInHanoi();
            return await db.Assignments.CountAsync(a => a.Turn == Core.FollowUp.Turn.Unit && a.LateAfter < today);
        });

        Assert.Equal(late, Rows(await ExcelAsync(browser, "/follow-up?section=Overdue")).Count);
    }

    [Fact]
    public async Task ListPages_LeadToTheirFiles_WithTheFilter_AndWithoutThePlace()
    {
        var browser = await Host.SignInAsync("chuyenvien");

        var page = await browser.GetPageAsync("/my-tasks?state=InProgress&after=738000-1");
        var unit = await browser.GetPageAsync("/units/ca-mau");

        Assert.Equal(
            ["?state=InProgress&as=docx", "?state=InProgress&as=xlsx", "?state=InProgress&as=csv", "?state=InProgress&as=print"],
            page.FindAll(".paper a").Select(a => a.GetAttribute("href")));
        Assert.NotNull(unit.Find("a[href^='/my-tasks?unit='][href$='units=today&as=docx']"));
        var excel = unit.Find("a[href^='/my-tasks?unit='][href$='units=today&as=xlsx']")!.GetAttribute("href")!;
        using var tasks = await ExcelAsync(browser, excel.Replace("&as=xlsx", "", StringComparison.Ordinal));
        Assert.Equal("Giao việc theo đơn vị – Cà Mau", Text(tasks, "A1"));
        Assert.StartsWith("Đơn vị: Bạc Liêu, Cà Mau · ", Text(tasks, "A2"), StringComparison.Ordinal);
    }

    private static void AssertValid(OpenXmlPackage package) =>
        Assert.Empty(new OpenXmlValidator().Validate(package).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));

    /// <summary>The text of every row of every page of a list.</summary>
    private static async Task<List<string>> SeenAsync(Browser browser, string address)
    {
        var seen = new List<string>();
        for (string? next = address; next is not null;)
        {
            var page = await browser.GetPageAsync(next);
            seen.AddRange(page.FindAll("main table.rows tbody tr").Select(r => Plain(r.TextContent)));
            next = page.Find("a[rel=next]")?.GetAttribute("href");
        }

        return seen;
    }

    private static async Task<SpreadsheetDocument> ExcelAsync(Browser browser, string address)
    {
        var book = SpreadsheetDocument.Open(await FileAsync(browser, address, "xlsx"), isEditable: false);
        AssertValid(book);
        return book;
    }

    private static async Task<string> CsvAsync(Browser browser, string address) =>
        Encoding.UTF8.GetString(((MemoryStream)await FileAsync(browser, address, "csv")).ToArray());

    private static async Task<Stream> FileAsync(Browser browser, string address, string format)
    {
        var answer = await browser.Client.GetAsync(new Uri(With(address, format), UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.EndsWith("." + format, answer.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        return new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
    }

    private static string With(string address, string format) => address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "as=" + format;

    /// <summary>The rows below the head, as text; what is said below the table is none.</summary>
    private static List<List<string>> Rows(SpreadsheetDocument book)
    {
        var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var last = int.Parse(sheet.GetFirstChild<AutoFilter>()!.Reference!.Value!.Split(':')[1][1..], CultureInfo.InvariantCulture);
        return [.. Enumerable.Range(FirstRow, last - FirstRow + 1).Select(r => Cells(sheet, r).ConvertAll(c => c.InnerText))];
    }

    private static List<Cell> Cells(Worksheet sheet, int row) => [.. sheet.Descendants<Row>().Single(r => r.RowIndex! == (uint)row).Elements<Cell>()];

    private static string Text(SpreadsheetDocument book, string address) =>
        book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().Single(c => c.CellReference == address).InnerText;

    private static string FormatOf(SpreadsheetDocument book, Cell cell)
    {
        var styles = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
        return styles.NumberingFormats!.Elements<NumberingFormat>().Single(n => n.NumberFormatId! == format.NumberFormatId!).FormatCode!.Value!;
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

public sealed class ExportsOnSqlite(SeededSqliteHost host) : ExportTests(host), IClassFixture<SeededSqliteHost>;

public sealed class ExportsOnSqlServer(SeededSqlServerHost host) : ExportTests(host), IClassFixture<SeededSqlServerHost>;
