using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace PartyOfficeTracker.Reading;

/// <summary>Text of an .xlsx: the sheets that are shown, one after the other, a line a row that is shown, tabs between its columns.</summary>
internal static class XlsxText
{
    /// <summary>No report has a longer text; a sheet that has is a register, not a report.</summary>
    private const int MostLetters = 2_000_000;

    public static DecodedSource Read(byte[] bytes)
    {
        try
        {
            if (OfficePackage.Refusal(bytes) is { } refusal) return DecodedSource.Refused(refusal);
            using var stream = new MemoryStream(bytes, writable: false);
            using var document = SpreadsheetDocument.Open(stream, isEditable: false);
            if (document.WorkbookPart is not { } part) return DecodedSource.Refused(SourceRefusal.Damaged);
            if (FileSecrecy.Look(bytes, "") == FileFinding.Marked) return DecodedSource.Refused(SourceRefusal.SecrecyMarking);
            return Write(part);
        }
        catch (Exception exception) when (exception
            is InvalidDataException or IOException or XmlException or OpenXmlPackageException or FileFormatException
            or InvalidOperationException or NotSupportedException or FormatException or ArgumentException or UriFormatException)
        {
            return DecodedSource.Refused(SourceRefusal.Damaged);
        }
    }

    private static DecodedSource Write(WorkbookPart part)
    {
        using var content = part.GetStream(FileMode.Open, FileAccess.Read);
        if (OfficePackage.Root(content) is not { } workbook || !workbook.Is("workbook")) return DecodedSource.Refused(SourceRefusal.Damaged);
        var cells = new XlsxCells(part, workbook.Child("workbookPr").Attr("date1904") is "1" or "true");
        var lines = new List<string>();
        var letters = 0;
        foreach (var sheet in workbook.Child("sheets").Children("sheet"))
        {
            if (sheet.Attr("state") is "hidden" or "veryHidden" || part.GetPartById(sheet.Attr("id") ?? "") is not WorksheetPart shown) continue;
            if (lines.Count > 0) lines.Add("");
            foreach (var line in TableText.Of(new XlsxSheet(shown, cells).Rows()))
            {
                lines.Add(line);
                letters += line.Length + 1;
                if (letters > MostLetters) return DecodedSource.Refused(SourceRefusal.ArchiveBomb);
            }
        }

        return lines.Exists(line => line.Length > 0)
            ? new DecodedSource(SourceText.Pasted(string.Join('\n', lines) + "\n"), "xlsx", null)
            : DecodedSource.Refused(SourceRefusal.Empty);
    }
}

/// <summary>The rows of one sheet. It is walked, not loaded: a sheet unpacks to twenty times its size.</summary>
internal sealed class XlsxSheet
{
    private const int MostCells = 400_000;
    private const int MostRanges = 1000;
    private readonly WorksheetPart _part;
    private readonly XlsxCells _cells;
    private readonly Dictionary<(int Row, int Column), int> _downTo = [];
    private readonly List<(int From, int To)> _hidden = [];

    public XlsxSheet(WorksheetPart part, XlsxCells cells)
    {
        _part = part;
        _cells = cells;
        foreach (var element in XlsxCells.Elements(part, "col", "mergeCell"))
        {
            if (element.Is("col"))
            {
                if (_hidden.Count > MostRanges) throw new InvalidDataException("The sheet puts more columns away than a report.");
                if (XlsxCells.IsHidden(element, "width")) _hidden.Add((Whole(element.Attr("min")), Whole(element.Attr("max"))));
            }
            else if (element.Attr("ref")?.Split(':') is [var from, var to])
            {
                var (top, left) = Place(from);
                _downTo[(top, left)] = Place(to).Row;
            }
        }
    }

    /// <summary>The rows that are shown; the words of a cell merged downwards stand in each of its rows.</summary>
    public List<List<ReadCell>> Rows()
    {
        var rows = new List<List<ReadCell>>();
        var held = new Dictionary<int, (string Text, int To)>();
        var number = 0;
        var count = 0;
        foreach (var row in XlsxCells.Elements(_part, "row"))
        {
            number = row.Attr("r") is { } written ? Whole(written) : number + 1;
            var cells = new List<ReadCell>();
            var column = 0;
            foreach (var cell in row.Children("c"))
            {
                column = cell.Attr("r") is { } place ? Place(place).Column : column + 1;
                if (++count > MostCells) throw new InvalidDataException("The sheet has more cells than a report.");
                var text = _cells.TextOf(cell);
                var own = text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                if (_downTo.TryGetValue((number, column), out var to) && to > number) held[column] = (TableText.OneLine(own), to);
                if (own.Length > 0 && !IsHidden(column)) cells.Add(new ReadCell(column, TableText.OneLine(own), own));
            }

            count += Carry(held, number, cells);
            if (cells.Count > 0 && !XlsxCells.IsHidden(row, "ht")) rows.Add([.. cells.OrderBy(cell => cell.Column).DistinctBy(cell => cell.Column)]);
        }

        return rows;
    }

    /// <summary>Adds the words of cells that reach down to this row.</summary>
    private int Carry(Dictionary<int, (string Text, int To)> held, int number, List<ReadCell> cells)
    {
        foreach (var ended in held.Where(cell => cell.Value.To < number).Select(cell => cell.Key).ToList()) held.Remove(ended);
        var own = cells.ConvertAll(cell => cell.Column).ToHashSet();
        cells.AddRange(held.Where(cell => cell.Value.Text.Length > 0 && !own.Contains(cell.Key) && !IsHidden(cell.Key))
            .Select(cell => new ReadCell(cell.Key, cell.Value.Text, [])));
        return held.Count;
    }

    private bool IsHidden(int column) => _hidden.Exists(range => column >= range.From && column <= range.To);

    private static int Whole(string? text) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Row and column of "B12".</summary>
    private static (int Row, int Column) Place(string reference)
    {
        var column = 0;
        var i = 0;
        for (; i < reference.Length && char.IsAsciiLetter(reference[i]) && i < 3; i++) column = (column * 26) + (char.ToUpperInvariant(reference[i]) - 'A' + 1);
        return (Whole(reference[i..]), column);
    }
}
