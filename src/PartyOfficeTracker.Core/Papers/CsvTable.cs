using System.Buffers;
using System.Globalization;
using System.Text;
using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>
/// UTF-8 with a mark and semicolons: a spreadsheet in Vietnamese, whose decimals have a comma, opens it in columns with a double click. What a program would
/// take for a formula is a text with an apostrophe before it.
/// </summary>
internal static class CsvTable
{
    private static readonly SearchValues<char> s_quoted = SearchValues.Create(";,\"\r\n\t");

    private const char Separator = ';';

    public static async Task WriteAsync(PaperTable table, Stream to, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(Text(table.Title).AsMemory(), cancel);
        await writer.WriteLineAsync(Text(table.Line).AsMemory(), cancel);
        await writer.WriteLineAsync(string.Join(Separator, table.Columns.Select(c => Text(c.Head))).AsMemory(), cancel);
        await foreach (var row in table.RowsAsync(cancel))
        {
            await writer.WriteLineAsync(string.Join(Separator, row.Select(Cell)).AsMemory(), cancel);
        }

        if (table.Foot is { } foot)
        {
            await writer.WriteLineAsync(Text(foot).AsMemory(), cancel);
        }
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        DateOnly day => DayText.ToText(day),
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => Text((string)value),
    };

    private static string Text(string text)
    {
        var safe = text.Length > 0 && text.TrimStart(' ') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + text : text;
        return safe.AsSpan().ContainsAny(s_quoted) ? "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : safe;
    }
}
