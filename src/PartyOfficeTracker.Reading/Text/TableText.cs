using System.Text;

namespace PartyOfficeTracker.Reading;

/// <summary>A cell of a table, by the column it begins in.</summary>
/// <param name="Column">Its first column.</param>
/// <param name="Text">Its words in one line.</param>
/// <param name="Lines">Its own lines; none when the words are those of the cell it is merged with.</param>
internal sealed record ReadCell(int Column, string Text, IReadOnlyList<string> Lines)
{
    public bool IsNumberOnly => Text.All(c => char.IsAsciiDigit(c) || c is '.' or ')');
}

/// <summary>
/// A table as lines, a row a line, its cells in their columns with tabs between them. Columns nothing stands in are left out; what stands
/// alone in its row is no row.
/// </summary>
internal static class TableText
{
    public static IEnumerable<string> Of(IReadOnlyList<IReadOnlyList<ReadCell>> rows)
    {
        var used = rows.SelectMany(row => row.Where(cell => cell.Text.Length > 0).Select(cell => cell.Column)).ToHashSet().Order().ToList();
        return rows.SelectMany(row => Row(row, used));
    }

    private static IEnumerable<string> Row(IReadOnlyList<ReadCell> row, List<int> used)
    {
        var filled = row.Where(cell => cell.Text.Length > 0).ToList();
        // A printed number alone is a row nobody has filled in, and one with words of merged cells only says nothing of its own.
        if (filled.TrueForAll(cell => cell.Lines.Count == 0) || (row.Count > 1 && filled is [{ IsNumberOnly: true }])) return [];
        if (filled is [var only]) return only.Lines.Count > 1 ? only.Lines : [only.Text];
        var last = filled[^1].Column;
        var byColumn = filled.ToDictionary(cell => cell.Column, cell => cell.Text);
        return [string.Join('\t', used.TakeWhile(column => column <= last).Select(column => byColumn.GetValueOrDefault(column, "")))];
    }

    /// <summary>The lines of a cell as one; what begins with a capital behind a line without a stop is the next of several.</summary>
    public static string OneLine(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines.SelectMany(line => line.Split(['\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            if (text.Length == 0)
            {
                text.Append(line);
                continue;
            }

            var isListed = line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("+ ", StringComparison.Ordinal);
            var isNext = char.IsLetterOrDigit(text[^1]) && (isListed || (char.IsUpper(line[0]) && line.Any(char.IsLower)));
            text.Append(isNext ? "; " : " ").Append(isNext && isListed ? line.AsSpan(2) : line);
        }

        return text.ToString();
    }
}
