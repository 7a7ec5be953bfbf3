using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>An order of tasks that an index has.</summary>
internal enum TaskOrder
{
    /// <summary>By <see cref="Assignment.SortKey"/>.</summary>
    Urgency,

    /// <summary>By the day they are overdue from.</summary>
    OverdueAfter,

    /// <summary>By the day they were closed, behind all others of a list.</summary>
    Closed,
}

/// <summary>Tasks, and the order in which an index has them.</summary>
internal sealed record TaskRange(IQueryable<Assignment> Tasks, TaskOrder Order);

/// <summary>The order of lists of tasks, in both directions.</summary>
internal static class TaskPages
{
    /// <summary>More than any <see cref="Assignment.SortKey"/>.</summary>
    private const int Behind = 20_000_000;

    /// <summary>The tasks from a place on, in the order of reading. The first condition is the one an index seeks.</summary>
    public static IQueryable<Assignment> From(TaskRange range, Place place)
    {
        var key = NumberKey.Parse(place.Key) is { Number: <= int.MaxValue, Id: <= int.MaxValue } known ? known : (NumberKey?)null;
        var (sort, id) = ((int)(key?.Number ?? 0), (int)(key?.Id ?? 0));
        return range.Order switch
        {
            TaskOrder.Closed => FromClosed(range.Tasks, DayOf(sort - Behind), id, place.IsBackwards && key is not null),
            TaskOrder.OverdueAfter => FromOverdue(range.Tasks, DayOf(sort), id, place.IsBackwards && key is not null),
            _ when place.IsBackwards && key is not null =>
                range.Tasks.Where(a => a.SortKey <= sort && (a.SortKey < sort || a.Id < id)).OrderByDescending(a => a.SortKey).ThenByDescending(a => a.Id),
            _ when key is null => range.Tasks.OrderBy(a => a.SortKey).ThenBy(a => a.Id),
            _ => range.Tasks.Where(a => a.SortKey >= sort && (a.SortKey > sort || a.Id > id)).OrderBy(a => a.SortKey).ThenBy(a => a.Id),
        };
    }

    public static NumberKey KeyOf(Assignment task, TaskOrder order) => KeyOf(task.Id, task.SortKey, task.OverdueAfter, task.ClosedOn, order);

    public static NumberKey KeyOf(int id, int sortKey, DateOnly? overdueAfter, DateOnly? closedOn, TaskOrder order) => new(
        order switch
        {
            TaskOrder.Closed => Behind + (closedOn?.DayNumber ?? 0),
            TaskOrder.OverdueAfter => overdueAfter?.DayNumber ?? 0,
            _ => sortKey,
        },
        id);

    private static IQueryable<Assignment> FromOverdue(IQueryable<Assignment> tasks, DateOnly day, int id, bool backwards) => backwards
        ? tasks.Where(a => a.OverdueAfter <= day && (a.OverdueAfter < day || a.Id < id)).OrderByDescending(a => a.OverdueAfter).ThenByDescending(a => a.Id)
        : tasks.Where(a => a.OverdueAfter >= day && (a.OverdueAfter > day || a.Id > id)).OrderBy(a => a.OverdueAfter).ThenBy(a => a.Id);

    private static IQueryable<Assignment> FromClosed(IQueryable<Assignment> tasks, DateOnly day, int id, bool backwards) => backwards
        ? tasks.Where(a => a.ClosedOn <= day && (a.ClosedOn < day || a.Id < id)).OrderByDescending(a => a.ClosedOn).ThenByDescending(a => a.Id)
        : tasks.Where(a => a.ClosedOn >= day && (a.ClosedOn > day || a.Id > id)).OrderBy(a => a.ClosedOn).ThenBy(a => a.Id);

    /// <summary>The first day for a place before all of them.</summary>
    private static DateOnly DayOf(int number) => DateOnly.FromDayNumber(Math.Clamp(number, 0, DateOnly.MaxValue.DayNumber));
}
