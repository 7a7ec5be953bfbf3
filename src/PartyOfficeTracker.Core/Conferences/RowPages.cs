using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>The order of lists of rows, in both directions: the newest conference first, its rows in the order they were entered.</summary>
internal static class RowPages
{
    /// <summary>The rows from a place on, in the order of reading. The first condition is the one an index seeks.</summary>
    public static IQueryable<Row> From(this IQueryable<Row> rows, Place place)
    {
        if (DayKey.Parse(place.Key) is not { } key)
        {
            return rows.OrderByDescending(r => r.HeldOn).ThenBy(r => r.Id);
        }

        var (day, id) = (key.Day, key.Id);
        return place.IsBackwards
            ? rows.Where(r => r.HeldOn >= day && (r.HeldOn > day || r.Id < id)).OrderBy(r => r.HeldOn).ThenByDescending(r => r.Id)
            : rows.Where(r => r.HeldOn <= day && (r.HeldOn < day || r.Id > id)).OrderByDescending(r => r.HeldOn).ThenBy(r => r.Id);
    }
}
