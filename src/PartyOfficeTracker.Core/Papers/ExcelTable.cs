using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>A sheet of a list: typed cells and no formulas, days as days, the head frozen, filterable and repeated on every printed page.</summary>
internal static partial class ExcelTable
{
    private const string SheetName = "Danh sách";
    private const int HeadRow = 3;
    private const int Letters = 26;

    // Places in the table of cell formats.
    private const uint Title = 1;
    private const uint Line = 2;
    private const uint Head = 3;
    private const uint Text = 4;
    private const uint Day = 5;
    private const uint Number = 6;

    public static async Task WriteAsync(PaperTable table, Stream to, CancellationToken cancel)
    {
        using var book = SpreadsheetDocument.Create(to, SpreadsheetDocumentType.Workbook);
        var workbook = book.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var sheet = workbook.AddNewPart<WorksheetPart>();
        var last = ColumnName(table.Columns.Count);
        var end = await WriteSheetAsync(table, sheet, last, cancel);
        workbook.Workbook = new Workbook(
            new Sheets(new Sheet { Name = SheetName, SheetId = 1, Id = workbook.GetIdOfPart(sheet) }),
            new DefinedNames(
                new DefinedName($"'{SheetName}'!$A${HeadRow}:${last}${end}") { Name = "_xlnm._FilterDatabase", LocalSheetId = 0, Hidden = true },
                new DefinedName($"'{SheetName}'!${HeadRow}:${HeadRow}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
        book.PackageProperties.Title = PaperFile.Clean(table.Title);
    }

    /// <returns>The last row of the table.</returns>
    private static async Task<int> WriteSheetAsync(PaperTable table, WorksheetPart part, string last, CancellationToken cancel)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = HeadRow, TopLeftCell = "A4", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A4", SequenceOfReferences = new ListValue<StringValue> { InnerText = "A4" } })
        {
            TabSelected = true,
            WorkbookViewId = 0,
        }));
        writer.WriteElement(new Columns(table.Columns.Select((c, i) => new Column
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            Width = c.Width + 2,
            CustomWidth = true,
        })));
        writer.WriteStartElement(new SheetData());
        writer.WriteElement(RowOf(1, [TextCell(1, 1, table.Title, Title)]));
        writer.WriteElement(RowOf(2, [TextCell(2, 1, table.Line, Line)]));
        writer.WriteElement(RowOf(HeadRow, table.Columns.Select((c, i) => TextCell(HeadRow, i + 1, c.Head, Head))));
        var at = HeadRow;
        await foreach (var row in table.RowsAsync(cancel))
        {
            at++;
            writer.WriteElement(RowOf(at, row.Select((value, i) => CellOf(at, i + 1, table.Columns[i].Kind, value))));
        }

        if (table.Foot is { } foot)
        {
            writer.WriteElement(RowOf(at + 2, [TextCell(at + 2, 1, foot, Line)]));
        }

        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = $"A{HeadRow}:{last}{at}" });
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(new OddFooter("&C&P/&N")));
        writer.WriteEndElement();
        return at;
    }

    private static Row RowOf(int index, IEnumerable<Cell> cells) => new(cells) { RowIndex = (uint)index };

    private static Cell CellOf(int row, int column, ColumnKind kind, object? value) => value switch
    {
        null => new Cell { CellReference = Address(row, column), StyleIndex = kind == ColumnKind.Day ? Day : kind == ColumnKind.Number ? Number : Text },
        DateOnly day => NumberCell(row, column, day.ToDateTime(TimeOnly.MinValue).ToOADate(), Day),
        int number => NumberCell(row, column, number, Number),
        _ => TextCell(row, column, (string)value, Text),
    };

    private static Cell NumberCell(int row, int column, double value, uint style) => new(new CellValue(value))
    {
        CellReference = Address(row, column),
        StyleIndex = style,
    };

    private static Cell TextCell(int row, int column, string text, uint style) => new(new InlineString(
        new DocumentFormat.OpenXml.Spreadsheet.Text(Escaped().Replace(PaperFile.Clean(text), "_x005F_")) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = Address(row, column),
        DataType = CellValues.InlineString,
        StyleIndex = style,
    };

    private static string Address(int row, int column) => ColumnName(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>"A", and behind "Z" two letters.</summary>
    private static string ColumnName(int column) =>
        (column > Letters ? ColumnName((column - 1) / Letters) : "") + (char)('A' + ((column - 1) % Letters));

    private static Stylesheet Styles()
    {
        static Font FontOf(double size, params OpenXmlElement[] more) => new([.. more, new FontSize { Val = size }, new FontName { Val = "Times New Roman" }]);
        static Border Thin() => new(
            new LeftBorder { Style = BorderStyleValues.Thin },
            new RightBorder { Style = BorderStyleValues.Thin },
            new TopBorder { Style = BorderStyleValues.Thin },
            new BottomBorder { Style = BorderStyleValues.Thin },
            new DiagonalBorder());
        static CellFormat FormatOf(uint font, uint fill, uint border, uint number, Alignment? alignment) => new(alignment is null ? [] : [alignment])
        {
            FontId = font,
            FillId = fill,
            BorderId = border,
            NumberFormatId = number,
            FormatId = 0,
            ApplyFont = true,
            ApplyFill = fill > 0,
            ApplyBorder = border > 0,
            ApplyNumberFormat = number > 0,
            ApplyAlignment = alignment is not null,
        };
        static Alignment Top(HorizontalAlignmentValues side) => new() { Horizontal = side, Vertical = VerticalAlignmentValues.Top, WrapText = true };
        const uint dayFormat = 164;
        return new Stylesheet(
            new NumberingFormats(new NumberingFormat { NumberFormatId = dayFormat, FormatCode = "dd/mm/yyyy" }),
            new Fonts(FontOf(12), FontOf(14, new Bold()), FontOf(11, new Italic()), FontOf(12, new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFEFEFEF" }) { PatternType = PatternValues.Solid })),
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Thin()),
            new CellStyleFormats(new CellFormat { FontId = 0, FillId = 0, BorderId = 0, NumberFormatId = 0 }),
            new CellFormats(
                FormatOf(0, 0, 0, 0, null),
                FormatOf(1, 0, 0, 0, null),
                FormatOf(2, 0, 0, 0, null),
                FormatOf(3, 2, 1, 0, Top(HorizontalAlignmentValues.Center)),
                FormatOf(0, 0, 1, 0, Top(HorizontalAlignmentValues.Left)),
                FormatOf(0, 0, 1, dayFormat, Top(HorizontalAlignmentValues.Center)),
                FormatOf(0, 0, 1, 0, Top(HorizontalAlignmentValues.Right))),
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));
    }

    /// <summary>What a spreadsheet would read as a character by its number: _x0041_.</summary>
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escaped();
}
