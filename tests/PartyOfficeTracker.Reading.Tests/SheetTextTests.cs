using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace PartyOfficeTracker.Reading.Tests;

/// <summary>A workbook is read as the sheet on the screen: shown sheets, shown rows, days as days.</summary>
public class SheetTextTests
{
    private const string Names =
        "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";

    private const string Styles =
        "<numFmts count='3'><numFmt numFmtId='170' formatCode='dd\\/mm\\/yyyy;@'/><numFmt numFmtId='171' formatCode='&quot;tháng &quot;mm/yyyy'/>" +
        "<numFmt numFmtId='172' formatCode='#,##0&quot; đồng&quot;'/></numFmts>" +
        "<fonts><font><name val='Times New Roman'/></font><font><name val='.VnTime'/></font></fonts>" +
        "<cellXfs><xf numFmtId='0' fontId='0'/><xf numFmtId='14' fontId='0'/><xf numFmtId='170' fontId='0'/><xf numFmtId='171' fontId='0'/>" +
        "<xf numFmtId='172' fontId='0'/><xf numFmtId='9' fontId='0'/><xf numFmtId='0' fontId='1'/></cellXfs>";

    [Fact]
    public void A_table_of_tasks_is_a_line_a_row_with_tabs_between_the_columns() => Assert.Equal(
        "NHIỆM VỤ QUÝ II\nSTT\tNội dung\tChủ trì\tThời hạn\n" +
            "1\tLập danh mục hồ sơ\tPhòng Lưu trữ\t20/04/2021\n2\tKiểm kê con dấu\tPhòng Quản trị\t30/06/2021",
        Text(
            Row(1, Inline("A1", "NHIỆM VỤ QUÝ II")) + Row(3, Shared("A3", 0) + Shared("B3", 1) + Shared("C3", 2) + Shared("D3", 3)) +
            Row(4, Value("A4", "1") + Inline("B4", "Lập danh mục hồ sơ") + Inline("C4", "Phòng Lưu trữ") + Value("D4", "44306", 1)) +
            Row(5, Value("A5", "2") + Inline("B5", "Kiểm kê con dấu") + Inline("C5", "Phòng Quản trị") + Value("D5", "44377", 2)),
            "<mergeCells><mergeCell ref='A1:D1'/></mergeCells>"));

    [Fact]
    public void Merged_cells_say_their_words_in_every_row() => Assert.Equal(
        "1\tLập danh mục\tPhòng A\t20/04/2021\n1\tLập danh mục\tPhòng B\t20/04/2021\n2\tKiểm kê\tPhòng C",
        Text(
            Row(1, Value("A1", "1") + Inline("B1", "Lập danh mục") + Inline("C1", "Phòng A") + Value("D1", "44306", 1)) +
            Row(2, "<c r='A2'/><c r='B2'/>" + Inline("C2", "Phòng B")) + Row(3, Value("A3", "2") + Inline("B3", "Kiểm kê") + Inline("C3", "Phòng C")),
            "<mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='B1:B2'/><mergeCell ref='D1:D2'/></mergeCells>"));

    [Theory]
    [InlineData("44306", 1, "20/04/2021")]
    [InlineData("44306", 3, "04/2021")]
    [InlineData("44306", 0, "44306")]
    [InlineData("1500000", 4, "1500000")]
    [InlineData("0.955", 5, "95,5%")]
    [InlineData("0.1", 0, "0,1")]
    public void A_number_is_a_day_a_share_or_a_number_by_its_format(string value, int style, string shown) =>
        Assert.Equal(shown, Text(Row(1, Value("A1", value, style))));

    [Fact]
    public void Days_counted_from_1904_are_the_same_days() =>
        Assert.Equal("20/04/2021", Text(Row(1, Value("A1", "42844", 1)), properties: "<workbookPr date1904='1'/>"));

    [Fact]
    public void Results_of_formulas_and_texts_in_pieces_are_read_and_errors_are_not() => Assert.Equal("Xong\tĐúng\tRà soát quy chế", Text(
        Row(1, "<c r='A1' t='str'><f>IF(1,2)</f><v>Xong</v></c><c r='B1' t='b'><v>1</v></c><c r='C1' t='e'><v>#N/A</v></c>" +
            "<c r='D1' t='inlineStr'><is><r><t>Rà soát </t></r><r><t>quy chế</t></r><rPh><t>x</t></rPh></is></c>")));

    [Fact]
    public void Letters_of_an_old_font_are_read() => Assert.Equal("Kiểm kê con dấu", Text(Row(1, Inline("A1", "KiÓm kª con dÊu", 6))));

    [Fact]
    public void Hidden_rows_columns_and_sheets_are_not_read()
    {
        var text = Text(
            Row(1, Inline("A1", "Một") + Inline("B1", "khuất") + Inline("C1", "Hai")) + "<row r='2' hidden='1'>" + Inline("A2", "khuất") + "</row>" +
            "<row r='3' ht='0'>" + Inline("A3", "khuất") + "</row>" + Row(4, Inline("A4", "Ba")),
            columns: "<cols><col min='2' max='2' hidden='1' width='9'/></cols>",
            hiddenSheet: Row(1, Inline("A1", "khuất")));

        Assert.Equal("Một\tHai\nBa", text);
    }

    [Fact]
    public void Lines_within_a_cell_stay_in_its_row() => Assert.Equal(
        "1\tLập danh mục năm 2021\tPhòng A; Phòng B",
        Text(Row(1, Value("A1", "1") + Inline("B1", "Lập danh mục\nnăm 2021") + Inline("C1", "Phòng A\nPhòng B"))));

    [Fact]
    public void A_stamp_in_a_workbook_refuses_it_and_so_does_a_workbook_with_nothing_in_it()
    {
        Assert.Equal(SourceRefusal.SecrecyMarking, SourceText.Read(Book(Row(1, Inline("A1", "TỐI MẬT"))), "a.xlsx").Refusal);
        Assert.Equal(SourceRefusal.Empty, SourceText.Read(Book(""), "a.xlsx").Refusal);
    }

    [Fact]
    public void A_workbook_under_the_name_of_a_word_file_is_damaged_and_the_other_way_round()
    {
        Assert.Equal(SourceRefusal.Damaged, SourceText.Read(Book(Row(1, Inline("A1", "Một"))), "a.docx").Refusal);
        Assert.Equal(SourceRefusal.Damaged, SourceText.Read(WordFile.Of(WordFile.Line("Một")), "a.xlsx").Refusal);
    }

    [Fact]
    public void A_workbook_with_anything_missing_or_doubled_inside_is_read_or_refused_and_never_throws()
    {
        var file = Book(
            Row(1, Shared("A1", 0) + Inline("B1", "Lập danh mục") + Value("C1", "44306", 1)) + Row(2, Value("A2", "1") + "<c r='B2'/>"),
            "<mergeCells><mergeCell ref='B1:B2'/></mergeCells>",
            "<cols><col min='5' max='6' hidden='1' width='9'/></cols>");
        var random = new Random(20210420);
        for (var i = 0; i < 300; i++)
        {
            var broken = WordFile.Repacked(file, (name, xml) =>
            {
                if (!name.StartsWith("xl/", StringComparison.Ordinal) || xml.Length < 20) return xml;
                var at = random.Next(xml.Length - 10);
                var length = random.Next(1, 10);
                return random.Next(3) switch
                {
                    0 => xml.Remove(at, length),
                    1 => xml.Insert(at, xml.Substring(at, length)),
                    _ => xml.Replace("44306", random.NextInt64(-1000, 9_999_999_999).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
                };
            });

            Assert.True(SourceText.Read(broken, "a.xlsx").Refusal is null or SourceRefusal.Damaged or SourceRefusal.Empty);
        }
    }

    private static string Row(int number, string cells) => $"<row r='{number}'>{cells}</row>";

    private static string Inline(string place, string text, int style = 0) => $"<c r='{place}' s='{style}' t='inlineStr'><is><t>{text}</t></is></c>";

    private static string Shared(string place, int index) => $"<c r='{place}' t='s'><v>{index}</v></c>";

    private static string Value(string place, string value, int style = 0) => $"<c r='{place}' s='{style}'><v>{value}</v></c>";

    private static string Text(string rows, string merged = "", string columns = "", string? hiddenSheet = null, string properties = "")
    {
        var source = SourceText.Read(Book(rows, merged, columns, hiddenSheet, properties), "a.xlsx");
        Assert.Null(source.Refusal);
        return source.Text.TrimEnd('\n');
    }

    private static byte[] Book(string rows, string merged = "", string columns = "", string? hiddenSheet = null, string properties = "")
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            Feed(
                book.AddNewPart<SharedStringTablePart>(),
                "sst",
                "<si><t>STT</t></si><si><t>Nội dung</t></si><si><r><t>Chủ </t></r><r><t>trì</t></r></si><si><t>Thời hạn</t></si>");
            Feed(book.AddNewPart<WorkbookStylesPart>(), "styleSheet", Styles);
            var shown = book.AddNewPart<WorksheetPart>();
            Feed(shown, "worksheet", $"{columns}<sheetData>{rows}</sheetData>{merged}");
            var sheets = $"<sheet name='Việc' sheetId='1' r:id='{book.GetIdOfPart(shown)}'/>";
            if (hiddenSheet is not null)
            {
                var hidden = book.AddNewPart<WorksheetPart>();
                Feed(hidden, "worksheet", $"<sheetData>{hiddenSheet}</sheetData>");
                sheets += $"<sheet name='Nháp' sheetId='2' state='hidden' r:id='{book.GetIdOfPart(hidden)}'/>";
            }

            Feed(book, "workbook", $"{properties}<sheets>{sheets}</sheets>");
        }

        return stream.ToArray();
    }

    private static void Feed(OpenXmlPart part, string root, string content)
    {
        using var xml = new MemoryStream(Encoding.UTF8.GetBytes($"<{root} {Names}>{content}</{root}>"));
        part.FeedData(xml);
    }
}
