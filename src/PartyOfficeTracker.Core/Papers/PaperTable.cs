using System.Runtime.CompilerServices;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>What a list leaves the house as.</summary>
public enum PaperFormat
{
    Docx,
    Xlsx,
    Csv,

    /// <summary>A page of all rows, to be printed.</summary>
    Print,
}

public enum ColumnKind
{
    Text,
    Day,
    Number,
}

/// <param name="Head">What stands above it.</param>
/// <param name="Kind">Days and numbers stay days and numbers in a spreadsheet.</param>
/// <param name="Width">In characters; on paper a share of the sheet.</param>
public sealed record PaperColumn(string Head, ColumnKind Kind, int Width);

/// <summary>
/// A list as every writer takes it: what it is, what it was narrowed to, when and by whom, and its rows, read a page at a time. A cell is a text, a
/// <see cref="DateOnly"/>, an <see cref="int"/> or null.
/// </summary>
public sealed class PaperTable(IReadOnlyList<PaperColumn> columns, Func<CancellationToken, IAsyncEnumerable<object?[]>> rows)
{
    /// <summary>More is no list to read or print: it is narrowed first.</summary>
    public const int MostRows = 10_000;

    /// <summary>Rows read at once.</summary>
    public const int PageSize = 500;

    public required string Title { get; init; }

    /// <summary>Filter, time and person.</summary>
    public required string Line { get; init; }

    /// <summary>Said below a table that was cut.</summary>
    public required string CutSentence { get; init; }

    /// <summary>Said in the place of rows when there are none.</summary>
    public required string EmptySentence { get; init; }

    /// <summary>The day it was made on, for the name of its file.</summary>
    public required DateOnly Day { get; init; }

    public IReadOnlyList<PaperColumn> Columns { get; } = columns;

    /// <summary>How many rows have been read.</summary>
    public int Count { get; private set; }

    /// <summary>There were more rows than <see cref="MostRows"/>; known once all have been read.</summary>
    public bool IsCut { get; private set; }

    /// <summary>What is said below the rows that were read; null for nothing.</summary>
    public string? Foot => IsCut ? CutSentence : Count == 0 ? EmptySentence : null;

    public async IAsyncEnumerable<object?[]> RowsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        Count = 0;
        IsCut = false;
        await foreach (var row in rows(cancel).WithCancellation(cancel))
        {
            if (Count == MostRows)
            {
                IsCut = true;
                yield break;
            }

            Count++;
            yield return row;
        }
    }
}
