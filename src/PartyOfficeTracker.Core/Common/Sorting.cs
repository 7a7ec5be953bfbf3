using System.Globalization;

namespace PartyOfficeTracker.Core.Common;

/// <summary>The column a list is sorted by and which way; in an address "due" or "-due".</summary>
public sealed record Sort(string Column, bool IsDescending)
{
    /// <summary>Null for no sort, and for a column that is not among those a list knows.</summary>
    public static Sort? Parse(string? text, IReadOnlyCollection<string> columns)
    {
        var column = text?.TrimStart('-');
        return column is { Length: > 0 } && columns.Contains(column) ? new Sort(column, text![0] == '-') : null;
    }

    public override string ToString() => (IsDescending ? "-" : "") + Column;
}

/// <summary>What one row is sorted by; what is absent stands last, whichever way.</summary>
public sealed record SortValue(int Id, DateOnly? Day, string? Text, long? Number);

/// <summary>
/// A page of a list in an order no index has: the keys of all hits are read and sorted, as long as there are few enough of them, so that the cost has an end
/// however long the tables grow.
/// </summary>
public static class Sorting
{
    /// <summary>Hits a list may have to be sorted by a column.</summary>
    public const int Most = PagedList<object>.CountCap;

    private static readonly StringComparer Alphabet = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);

    /// <summary>The rows of one page, by their ids.</summary>
    /// <param name="values">The keys of all hits.</param>
    /// <param name="sort">The column and the way.</param>
    /// <param name="place">Where the page begins: behind the row of an id, or before it.</param>
    /// <param name="size">Rows of a page.</param>
    public static PagedList<int> Page(IEnumerable<SortValue> values, Sort sort, Place place, int size)
    {
        var byAbsence = values.OrderBy(v => v is { Day: null, Text: null, Number: null });
        var sorted = (sort.IsDescending
            ? byAbsence.ThenByDescending(v => v.Day).ThenByDescending(v => v.Text, Alphabet).ThenByDescending(v => v.Number)
            : byAbsence.ThenBy(v => v.Day).ThenBy(v => v.Text, Alphabet).ThenBy(v => v.Number)).ThenBy(v => v.Id).Select(v => v.Id).ToList();
        var at = int.TryParse(place.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? sorted.IndexOf(id) : -1;
        var first = at < 0 ? 0 : place.IsBackwards ? Math.Max(0, at - size) : at + 1;
        var count = at >= 0 && place.IsBackwards ? at - first : Math.Min(size, sorted.Count - first);
        var page = sorted.GetRange(first, count);
        return new PagedList<int>(page, sorted.Count, first + count < sorted.Count && count > 0 ? Key(page[^1]) : null)
        {
            Previous = first > 0 && count > 0 ? Key(page[0]) : null,
        };
    }

    /// <summary>The keys of a column of an enum, which is stored by name: in the order in which the program names its values.</summary>
    public static List<SortValue> InOrderOf<T>(this List<SortValue> values)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>();
        return values.ConvertAll(v => v with { Text = null, Number = Array.IndexOf(names, v.Text) });
    }

    /// <summary>The rows of a page that were read by their ids, in its order.</summary>
    public static PagedList<T> With<T>(this PagedList<int> page, IEnumerable<T> rows, Func<T, int> id)
    {
        var byId = rows.ToDictionary(id);
        return new PagedList<T>([.. page.Items.Where(byId.ContainsKey).Select(i => byId[i])], page.Total, page.Next) { Previous = page.Previous };
    }

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}
