using System.Xml.Linq;

namespace PartyOfficeTracker.Reading;

/// <summary>
/// A table of a Word file. A cell merged downwards says its words in every row it stands for; one merged to the right says them once, in its first column.
/// </summary>
internal sealed class DocxTable(DocxWriter writer)
{
    /// <summary>Word takes 63.</summary>
    private const int MostColumns = 1000;
    private readonly Dictionary<int, string> _held = [];

    public void Write(XElement table, DocxLines lines, int depth)
    {
        var rows = Rows(table, depth).ToList();
        var read = rows.ConvertAll(row => Cells(row, depth + 1));
        // A single row of one or two cells with paragraphs in them is no table but two columns of a head or a foot.
        if (read is [{ Count: <= 2 } layout] && layout.Exists(cell => cell.Lines.Count > 1))
        {
            foreach (var line in layout.SelectMany(cell => cell.Lines)) lines.End("", line);
            return;
        }

        foreach (var line in TableText.Of(read)) lines.End("", line);
    }

    private static IEnumerable<XElement> Rows(XElement container, int depth) => Inside(container, "tr", depth).Where(row =>
        row.Child("trPr") is var properties && properties.Child("del") is null && properties.Child("hidden").Switch() != true);

    /// <summary>Rows or cells, also those in content controls, custom XML and alternatives.</summary>
    private static IEnumerable<XElement> Inside(XElement container, string name, int depth)
    {
        DocxWriter.Guard(depth);
        foreach (var element in container.Elements())
        {
            var inner = element.Name.LocalName switch
            {
                "sdt" => DocxWriter.ContentOf(element),
                "customXml" or "ins" or "moveTo" or "smartTag" => element,
                "AlternateContent" => element.Branch(),
                _ => null,
            };
            if (element.Is(name)) yield return element;
            if (inner is null) continue;
            foreach (var found in Inside(inner, name, depth + 1)) yield return found;
        }
    }

    private List<ReadCell> Cells(XElement row, int depth)
    {
        var cells = new List<ReadCell>();
        var column = Math.Clamp(row.Child("trPr").Child("gridBefore").Number() ?? 0, 0, MostColumns);
        foreach (var cell in Inside(row, "tc", depth))
        {
            if (column > MostColumns) throw new InvalidDataException("The table is wider than any office program writes.");
            var properties = cell.Child("tcPr");
            if (properties.Child("cellDel") is not null) continue;
            var merge = properties.Child("vMerge");
            var lines = new DocxLines();
            if (properties.Child("hMerge") is not { } across || across.Val() == "restart") writer.Blocks(cell, lines, inCell: true, depth + 1);
            var own = lines.Finish().SelectMany(line => line.Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
            var text = TableText.OneLine(own);
            if (merge is not null && merge.Val() != "restart")
            {
                own = [];
                text = _held.GetValueOrDefault(column, text);
            }

            if (merge is null) _held.Remove(column);
            else _held[column] = text;
            cells.Add(new ReadCell(column, text, own));
            column += Math.Clamp(properties.Child("gridSpan").Number() ?? 1, 1, MostColumns);
        }

        return cells;
    }
}
