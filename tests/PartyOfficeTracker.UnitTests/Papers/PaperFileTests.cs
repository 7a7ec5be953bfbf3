using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using PartyOfficeTracker.Core.Papers;

namespace PartyOfficeTracker.UnitTests.Papers;

/// <summary>What the writers do with any text and any number of rows.</summary>
public class PaperFileTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+84 28", "'+84 28")]
    [InlineData("-3,5%", "\"'-3,5%\"")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("\t=1+1", "\"'\t=1+1\"")]
    [InlineData("Cà Mau; Nghệ An", "\"Cà Mau; Nghệ An\"")]
    [InlineData("gọi là \"điểm nghẽn\"", "\"gọi là \"\"điểm nghẽn\"\"\"")]
    [InlineData("hai\ndòng", "\"hai\ndòng\"")]
    [InlineData("Khắc phục 3-5%", "Khắc phục 3-5%")]
    public async Task A_cell_of_a_csv_is_text(string text, string written)
    {
        var content = await CsvAsync(Table(1, text));

        Assert.StartsWith("\uFEFF", content, StringComparison.Ordinal);
        Assert.Contains(written + ";31/12/2021;7\r\n", content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "=1+1")]
    [InlineData("-3,5%", "-3,5%")]
    [InlineData("_x0041_", "_x0041_")]
    [InlineData("có\u0001ký tự\uFFFElạ", "cóký tựlạ")]
    [InlineData("dấu 😀 vui", "dấu 😀 vui")]
    public async Task A_cell_of_a_sheet_and_of_a_document_holds_what_was_written(string text, string read)
    {
        var excel = await PaperFile.OfAsync(Table(1, text), PaperFormat.Xlsx, TestContext.Current.CancellationToken);
        using var book = SpreadsheetDocument.Open(excel.Content, isEditable: false);
        var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var word = await PaperFile.OfAsync(Table(1, text), PaperFormat.Docx, TestContext.Current.CancellationToken);
        using var document = WordprocessingDocument.Open(word.Content, isEditable: false);

        Assert.Empty(sheet.Descendants<CellFormula>());
        Assert.Equal(read, sheet.Descendants<Cell>().Single(c => c.CellReference == "A4").InnerText.Replace("_x005F_", "_", StringComparison.Ordinal));
        Assert.Contains(read, document.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        Assert.Empty(new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).Select(e => e.Path?.XPath + " " + e.Description));
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => e.Path?.XPath + " " + e.Description));
    }

    [Fact]
    public async Task Half_a_pair_of_characters_is_left_out()
    {
        var excel = await PaperFile.OfAsync(Table(1, "nửa " + '\uD83D' + "đôi"), PaperFormat.Xlsx, TestContext.Current.CancellationToken);
        using var book = SpreadsheetDocument.Open(excel.Content, isEditable: false);

        Assert.Contains("nửa đôi", book.WorkbookPart!.WorksheetParts.Single().Worksheet!.InnerText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PaperTable.MostRows, false)]
    [InlineData(PaperTable.MostRows + 1, true)]
    public async Task A_list_longer_than_a_file_holds_is_cut_and_says_so(int rows, bool cut)
    {
        var table = Table(rows, "dòng");
        var content = await CsvAsync(table);

        Assert.Equal((PaperTable.MostRows, cut), (table.Count, table.IsCut));
        Assert.Equal(cut, content.TrimEnd().EndsWith("quá dài", StringComparison.Ordinal));
        Assert.Equal(PaperTable.MostRows + 3 + (cut ? 1 : 0), content.Split("\r\n").Length - 1);
    }

    [Fact]
    public async Task The_name_of_a_file_has_no_marks_and_ends_with_the_day()
    {
        var file = await PaperFile.OfAsync(Table(0, ""), PaperFormat.Csv, TestContext.Current.CancellationToken);

        Assert.Equal("chi-dao-nhiem-vu-ca-mau-2026-11-29.csv", file.FileName);
    }

    [Theory]
    [InlineData("Rà soát, bổ sung quy chế làm việc của cấp ủy trước kỳ họp cuối năm", "ra-soat-bo-sung-quy-che-lam-viec-cua-cap-uy-truoc-ky-hop")]
    [InlineData("Trangmotladaivatrangnaykhongcodaucachnaochoduocquasaumuoichucai", "trangmotladaivatrangnaykhongcodaucachnaochoduocquasaumuoichu")]
    public async Task A_long_title_gives_a_short_name(string title, string name)
    {
        var file = await PaperFile.OfAsync(Table(1, "a", title), PaperFormat.Csv, TestContext.Current.CancellationToken);

        Assert.Equal(name + "-2026-11-29.csv", file.FileName);
    }

    private static PaperTable Table(int rows, string text, string title = "Chỉ đạo, nhiệm vụ – Cà Mau") => new(
        [new("Nội dung", ColumnKind.Text, 60), new("Thời hạn", ColumnKind.Day, 12), new("Số", ColumnKind.Number, 7)],
        _ => Enumerable.Range(0, rows).Select(_ => new object?[] { text, new DateOnly(2021, 12, 31), 7 }).ToAsyncEnumerable())
    {
        Title = title,
        Line = "Không lọc",
        CutSentence = "quá dài",
        EmptySentence = "trống",
        Day = new DateOnly(2026, 11, 29),
    };

    private static async Task<string> CsvAsync(PaperTable table)
    {
        var file = await PaperFile.OfAsync(table, PaperFormat.Csv, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(((MemoryStream)file.Content).ToArray());
    }
}
