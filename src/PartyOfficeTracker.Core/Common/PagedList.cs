using System.Globalization;

namespace PartyOfficeTracker.Core.Common;

/// <summary>
/// One page of a list read by keyset. <see cref="Next"/> is the address of the row after the last one, null at the end.
/// <see cref="Total"/> stops counting at <see cref="CountCap"/>.
/// </summary>
public sealed record PagedList<T>(IReadOnlyList<T> Items, int Total, string? Next)
{
    public const int CountCap = 1000;

    public bool IsTotalCapped => Total >= CountCap;
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
