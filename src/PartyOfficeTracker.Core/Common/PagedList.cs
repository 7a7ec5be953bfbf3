using System.Globalization;

namespace PartyOfficeTracker.Core.Common;

/// <summary>
/// One page of a list read by keyset. <see cref="Next"/> and <see cref="Previous"/> name the row the page after, or before, begins behind; null at the ends.
/// <see cref="Total"/> stops counting at <see cref="CountCap"/>.
/// </summary>
public sealed record PagedList<T>(IReadOnlyList<T> Items, int Total, string? Next)
{
    public const int CountCap = 1000;

    public bool IsTotalCapped => Total >= (Cap ?? CountCap);

    public string? Previous { get; init; }

    /// <summary>Where a count that costs more stops earlier; null for <see cref="CountCap"/>.</summary>
    public int? Cap { get; init; }

    /// <summary>A sort was asked for, and there are too many hits for it (<see cref="Sorting.Most"/>).</summary>
    public bool IsUnsorted { get; init; }
}

/// <summary>Makes pages.</summary>
public static class PagedList
{
    /// <summary>A page from what was read: one row more than the page holds, where there are more, nearest to the place first.</summary>
    /// <param name="place">Where the page begins, and whether it was read backwards from there.</param>
    /// <param name="read">The rows.</param>
    /// <param name="size">Rows of a page.</param>
    /// <param name="total">How many there are, as far as was counted.</param>
    /// <param name="key">Names the place of a row.</param>
    public static PagedList<T> Of<T>(Place place, IReadOnlyList<T> read, int size, int total, Func<T, string> key)
    {
        var more = read.Count > size;
        List<T> items = [.. read.Take(size)];
        if (place.IsBackwards)
        {
            items.Reverse();
        }

        return items.Count == 0
            ? new PagedList<T>(items, total, null)
            : new PagedList<T>(items, total, more || place.IsBackwards ? key(items[^1]) : null)
            {
                Previous = place.IsBackwards ? (more ? key(items[0]) : null) : place.Key is null ? null : key(items[0]),
            };
    }
}

/// <summary>Where a page begins: behind a row, or before it and read backwards.</summary>
/// <param name="Key">Names the row, as the page beside it did; null for the beginning.</param>
/// <param name="IsBackwards">The page before the row.</param>
public readonly record struct Place(string? Key, bool IsBackwards)
{
    private const char Back = '~';

    /// <summary>How an address says it: the key, and a mark before it for the page before.</summary>
    public static Place Parse(string? text) => string.IsNullOrEmpty(text) ? default
        : text[0] == Back ? new Place(text[1..], IsBackwards: true)
        : new Place(text, IsBackwards: false);

    public static string? Before(string? key) => key is null ? null : Back + key;
}

/// <summary>A place in a list ordered by day and then id: where the next page begins.</summary>
public readonly record struct DayKey(DateOnly Day, int Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyyMMdd}-{Id}");

    public static DayKey? Parse(string? text)
    {
        var parts = text?.Split('-');
        return parts is { Length: 2 }
            && DateOnly.TryParseExact(parts[0], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new DayKey(day, id)
            : null;
    }
}

/// <summary>A place in a list ordered by a number and then id.</summary>
public readonly record struct NumberKey(long Number, long Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}-{Id}");

    public static NumberKey? Parse(string? text) => text?.Split('-') is [var number, var id]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var second)
        ? new NumberKey(first, second)
        : null;
}
