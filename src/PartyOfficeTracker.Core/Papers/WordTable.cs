using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>A list on A4 across: its title, the line of filter, time and person, and a table whose head stands on every page.</summary>
internal static class WordTable
{
    public static async Task WriteAsync(PaperTable table, Stream to, CancellationToken cancel)
    {
        using var document = WordPaper.Create(to, table.Title);
        using var writer = OpenXmlWriter.Create(document.MainDocumentPart!);
        writer.WriteStartElement(new Document());
        writer.WriteStartElement(new Body());
        writer.WriteElement(WordPaper.Of(WordPaper.TitleStyle, table.Title));
        writer.WriteElement(WordPaper.Of(WordPaper.LineStyle, table.Line));
        var widths = Widths(table.Columns, WordPaper.TextWidth(landscape: true));
        writer.WriteStartElement(new Table());
        writer.WriteElement(Frame(widths.Sum()));
        writer.WriteElement(new TableGrid(widths.Select(w => new GridColumn { Width = Twips(w) })));
        writer.WriteElement(new TableRow(
        [
            new TableRowProperties(new CantSplit(), new TableHeader()),
            .. table.Columns.Select((c, i) => CellOf(widths[i], WordPaper.Of(WordPaper.HeadStyle, c.Head), shaded: true)),
        ]));
        await foreach (var row in table.RowsAsync(cancel))
        {
            writer.WriteElement(new TableRow(
                [new TableRowProperties(new CantSplit()), .. row.Select((value, i) => CellOf(widths[i], ParagraphOf(table.Columns[i].Kind, value)))]));
        }

        writer.WriteEndElement();
        writer.WriteElement(WordPaper.Of(WordPaper.LineStyle, table.Foot ?? ""));
        writer.WriteElement(WordPaper.Section(landscape: true));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static TableProperties Frame(int width) => new(
        new TableWidth { Width = Twips(width), Type = TableWidthUnitValues.Dxa },
        new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" },
            new LeftBorder { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" },
            new BottomBorder { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" },
            new RightBorder { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" },
            new InsideVerticalBorder { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" }),
        new TableLayout { Type = TableLayoutValues.Fixed },
        new TableCellMarginDefault(
            new TableCellLeftMargin { Width = 60, Type = TableWidthValues.Dxa },
            new TableCellRightMargin { Width = 60, Type = TableWidthValues.Dxa }));

    private static TableCell CellOf(int width, Paragraph paragraph, bool shaded = false)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Twips(width), Type = TableWidthUnitValues.Dxa });
        if (shaded)
        {
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "EFEFEF" });
        }

        return new TableCell(properties, paragraph);
    }

    private static Paragraph ParagraphOf(ColumnKind kind, object? value)
    {
        var paragraph = WordPaper.Of(WordPaper.CellStyle, value switch
        {
            null => "",
            DateOnly day => DayText.ToText(day),
            int number => number.ToString(CultureInfo.InvariantCulture),
            _ => (string)value,
        });
        if (kind != ColumnKind.Text)
        {
            paragraph.ParagraphProperties!.Append(new Justification { Val = kind == ColumnKind.Day ? JustificationValues.Center : JustificationValues.Right });
        }

        return paragraph;
    }

    private static int[] Widths(IReadOnlyList<PaperColumn> columns, int room)
    {
        var all = columns.Sum(c => c.Width);
        return [.. columns.Select(c => room * c.Width / all)];
    }

    private static string Twips(int value) => value.ToString(CultureInfo.InvariantCulture);
}
