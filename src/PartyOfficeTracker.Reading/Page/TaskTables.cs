using System.Globalization;

namespace PartyOfficeTracker.Reading;

/// <summary>A row of a table of tasks, cell by cell; offsets into the text.</summary>
internal sealed record TaskRow(int? Number, (int Start, int End) Task, (int Start, int End)? Lead, (int Start, int End)? Coordinating, (int Start,
    int End)? Due,
    (int Start, int End)? Product);

/// <summary>Tables of tasks, pasted with tabs between the cells or with one cell a line: which lines they are and what each row says.</summary>
internal static class TaskTables
{
    private const int FewestColumns = 3;
    private const int MostColumns = 9;
    private const int WideGap = 3;

    /// <summary>The rows by the line they begin with, and all lines that belong to a table.</summary>
    public static (Dictionary<int, TaskRow> Rows, HashSet<int> Lines) Find(SourceView view, IReadOnlyList<PageLine> lines)
    {
        var rows = new Dictionary<int, TaskRow>();
        var taken = new HashSet<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (taken.Contains(i)) continue;
            if (HeadInTabs(view, lines[i]) is { } head)
            {
                taken.Add(i);
                i = ReadTabs(view, lines, i + 1, head, rows, taken);
            }
            else if (HeadOfCells(view, lines, i) is { } cells) i = ReadTabs(view, lines, i, cells, rows, taken);
            else if (HeadInLines(view, lines, i) is { } column) i = ReadLines(view, lines, i, column, rows, taken);
        }

        return (rows, taken);
    }

    /// <summary>No cell of a table belongs to the page.</summary>
    public static void Mark(SourceView view, List<PageLine> lines)
    {
        foreach (var line in Find(view, lines).Lines) lines[line] = lines[line] with { Role = LineRole.Body };
    }

    /// <summary>Cells between tabs, else between strokes, else between wide gaps.</summary>
    private static List<(int Start, int End)> Cells(SourceView view, PageLine line)
    {
        var cells = new List<(int Start, int End)>();
        var text = view.Text.AsSpan(line.Start, line.End - line.Start);
        var mark = text.Contains('\t') ? '\t' : text.Contains('|') ? '|' : ' ';
        var from = line.Start;
        for (var i = line.Start; i <= line.End; i++)
        {
            if (i < line.End && !(view.Text[i] == mark && (mark != ' ' || IsGap(view.Text, i, line.End)))) continue;
            var start = Math.Min(i, PageLayout.SkipBlanks(view.Text, from, i));
            var isEdge = mark == '|' && start == i && (cells.Count == 0 || i == line.End);
            if (!isEdge) cells.Add((start, Sentences.TrimEnd(view.Text, start, i)));
            if (mark == ' ') i = PageLayout.SkipBlanks(view.Text, i, line.End);
            from = mark == ' ' ? i : i + 1;
        }

        return cells;
    }

    private static bool IsGap(string text, int at, int end) => at + WideGap <= end && text.AsSpan(at, WideGap).IsWhiteSpace();

    private static bool IsHead(List<RowLabel?> head) =>
        head.Count is >= FewestColumns and <= MostColumns && head.Contains(RowLabel.Task) && (head.Contains(RowLabel.Lead) || head.Contains(RowLabel.Due)) &&
            head.Count(label => label is not null) * 3 >= head.Count * 2;

    private static List<RowLabel?>? HeadInTabs(SourceView view, PageLine line)
    {
        var text = view.Text.AsSpan(line.Start, line.End - line.Start);
        if (!text.Contains('\t') && !text.Contains('|') && !text.Contains("   ", StringComparison.Ordinal)) return null;
        var head = Cells(view, line).ConvertAll(cell => cell.End > cell.Start ? RowLabels.Of(view, cell.Start, cell.End) : null);
        return IsHead(head) ? head : null;
    }

    /// <summary>
    /// A table without a head, told by what stands in its cells: counted from row to row, a day in one column, and one column of tasks. A unit is
    /// taken for the one in charge only where every row has one there.
    /// </summary>
    private static List<RowLabel?>? HeadOfCells(SourceView view, IReadOnlyList<PageLine> lines, int at)
    {
        var rows = new List<List<(int Start, int End)>>();
        for (var i = at; i < lines.Count && view.Text.AsSpan(lines[i].Start, lines[i].End - lines[i].Start).Contains('\t'); i++)
        {
            var cells = Cells(view, lines[i]);
            if (cells.Count is < FewestColumns or > MostColumns || (rows.Count > 0 && cells.Count != rows[0].Count)) break;
            if (NumberIn(view, cells[0]) is not { } number || (rows.Count > 0 && number != NumberIn(view, rows[^1][0]) + 1)) break;
            rows.Add(cells);
        }

        if (rows.Count < 2) return null;
        var head = Enumerable.Range(0, rows[0].Count).Select(column => LabelOf(view, [.. rows.Select(row => row[column])])).ToList();
        head[0] = RowLabel.Number;
        return head.Count(label => label == RowLabel.Task) == 1 && head.Contains(RowLabel.Due) ? head : null;
    }

    private static RowLabel? LabelOf(SourceView view, List<(int Start, int End)> cells) =>
        cells.TrueForAll(cell => IsDay(view, cell)) ? RowLabel.Due
        : cells.TrueForAll(cell => RowLabels.NamesAUnit(view, cell.Start, cell.End)) ? RowLabel.Lead
        : cells.TrueForAll(cell => PageLayout.CountWords(view.Text, cell.Start, cell.End, 3) >= 3) ? RowLabel.Task : null;

    private static bool IsDay(SourceView view, (int Start, int End) cell)
    {
        var parts = view.Text[cell.Start..cell.End].Split('/', '-', '.');
        return parts.Length is 2 or 3 && Array.TrueForAll(parts, part => part.Length is > 0 and <= 4 && part.All(char.IsAsciiDigit));
    }

    private static int ReadTabs(SourceView view, IReadOnlyList<PageLine> lines, int at, List<RowLabel?> head, Dictionary<int, TaskRow> rows,
        HashSet<int> taken)
    {
        var last = at - 1;
        for (var i = at; i < lines.Count; i++)
        {
            if (lines[i].Start >= lines[i].End) continue;
            var cells = Cells(view, lines[i]);
            // The rule below the head of a table typed with strokes.
            if (cells.Count >= 2 && !view.Text[lines[i].Start..lines[i].End].Any(char.IsLetterOrDigit))
            {
                taken.Add(i);
                continue;
            }

            if (cells.Count < 2 || cells.Count > head.Count) break;
            taken.Add(i);
            last = i;
            // Merged cells leave fewer: what is there stands in the first columns.
            var row = RowOf(view, [.. cells.Select((cell, column) => (head[column], cell))]);
            if (row is not null) rows[i] = row;
        }

        return last;
    }

    /// <summary>"STT", "Nội dung", "Đơn vị chủ trì", … one below the other: the head of a table pasted cell by cell.</summary>
    private static List<RowLabel?>? HeadInLines(SourceView view, IReadOnlyList<PageLine> lines, int at)
    {
        var head = new List<RowLabel?>();
        for (var i = at; i < lines.Count && head.Count < MostColumns; i++)
        {
            if (lines[i].Start >= lines[i].End || RowLabels.Of(view, lines[i].Start, lines[i].End) is not { } label || head.Contains(label)) break;
            head.Add(label);
        }

        return IsHead(head) && head[0] == RowLabel.Number ? head : null;
    }

    private static int ReadLines(SourceView view, IReadOnlyList<PageLine> lines, int at, List<RowLabel?> head, Dictionary<int, TaskRow> rows,
        HashSet<int> taken)
    {
        for (var i = at; i < at + head.Count; i++) taken.Add(i);
        var next = at + head.Count;
        var number = 1;
        while (next + 1 < lines.Count && NumberIn(view, lines[next]) == number)
        {
            var end = next + 1;
            while (end < lines.Count && end < next + head.Count && NumberIn(view, lines[end]) != number + 1) end++;
            var cells = Enumerable.Range(next, end - next).Select((line, column) => (head[column], (lines[line].Start, lines[line].End))).ToList();
            for (var i = next; i < end; i++) taken.Add(i);
            if (RowOf(view, cells) is { } row) rows[next] = row;
            next = end;
            number++;
        }

        return next - 1;
    }

    private static int? NumberIn(SourceView view, PageLine line) => NumberIn(view, (line.Start, line.End));

    private static int? NumberIn(SourceView view, (int Start, int End) cell) =>
        int.TryParse(view.Text.AsSpan(cell.Start, cell.End - cell.Start).TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : null;

    private static TaskRow? RowOf(SourceView view, List<(RowLabel? Label, (int Start, int End) Cell)> cells)
    {
        (int Start, int End)? In(RowLabel label) =>
            cells.Where(cell => cell.Label == label && cell.Cell.End > cell.Cell.Start).Select(cell => ((int, int)?)cell.Cell).FirstOrDefault();

        if (In(RowLabel.Task) is not var (start, end) || PageLayout.CountWords(view.Text, start, end, 3) < 3) return null;
        return new TaskRow(
            In(RowLabel.Number) is { } number ? NumberIn(view, number) : null, (start, end),
            In(RowLabel.Lead), In(RowLabel.Coordinating), In(RowLabel.Due), In(RowLabel.Product));
    }
}
