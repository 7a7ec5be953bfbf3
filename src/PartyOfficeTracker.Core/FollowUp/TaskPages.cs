using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>The order of lists of tasks, in both directions: by <see cref="Assignment.SortKey"/>, or by the day they are overdue from.</summary>
internal static class TaskPages
{
    /// <summary>The tasks from a place on, in the order of reading. The first condition is the one an index seeks.</summary>
    public static IQueryable<Assignment> From(IQueryable<Assignment> tasks, Place place, bool byDay)
    {
        if (NumberKey.Parse(place.Key) is not { Number: <= int.MaxValue, Id: <= int.MaxValue } key)
        {
            return byDay ? tasks.OrderBy(a => a.OverdueAfter).ThenBy(a => a.Id) : tasks.OrderBy(a => a.SortKey).ThenBy(a => a.Id);
        }

        var (sort, id) = ((int)key.Number, (int)key.Id);
        if (byDay)
        {
            var day = DateOnly.FromDayNumber(Math.Clamp(sort, 0, DateOnly.MaxValue.DayNumber));
            return place.IsBackwards
                ? tasks.Where(a => a.OverdueAfter <= day && (a.OverdueAfter < day || a.Id < id))
                    .OrderByDescending(a => a.OverdueAfter).ThenByDescending(a => a.Id)
                : tasks.Where(a => a.OverdueAfter >= day && (a.OverdueAfter > day || a.Id > id)).OrderBy(a => a.OverdueAfter).ThenBy(a => a.Id);
        }

        return place.IsBackwards
            ? tasks.Where(a => a.SortKey <= sort && (a.SortKey < sort || a.Id < id)).OrderByDescending(a => a.SortKey).ThenByDescending(a => a.Id)
            : tasks.Where(a => a.SortKey >= sort && (a.SortKey > sort || a.Id > id)).OrderBy(a => a.SortKey).ThenBy(a => a.Id);
    }

    public static NumberKey KeyOf(Assignment task, bool byDay) =>
        new(byDay ? task.OverdueAfter?.DayNumber ?? 0 : task.SortKey, task.Id);
}
