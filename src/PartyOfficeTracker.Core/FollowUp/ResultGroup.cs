namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>The groups of the yearly figure block, so that every number opens exactly the rows behind it.</summary>
public enum ResultGroup
{
    Completed,
    NotCompleted,
    NotCompletedInTime,
    NotCompletedOverdue,
    FellDue,
    FellDueOnTime,

    /// <summary>Open at the end of the year before.</summary>
    CarriedOver,

    /// <summary>To be done in the year.</summary>
    Given,

    /// <summary>Not completed, and without the deadline it should have.</summary>
    WithoutDeadline,

    Withdrawn,
}

/// <summary>The tasks of a year and their groups: carried over + given = completed + not completed + withdrawn.</summary>
public static class ResultGroups
{
    /// <summary>Given for the year, or for one before and still open when it began.</summary>
    public static IQueryable<Assignment> InYear(this IQueryable<Assignment> query, int year)
    {
        // Two queries and not one with OR: each begins at an index of its own.
        var first = new DateOnly(year, 1, 1);
        var published = query.Where(a => a.Shown == 1);
        return published.Where(a => a.CountedIn == year)
            .Concat(published.Where(a => a.CountedIn < year && (a.ClosedOn == null || a.ClosedOn >= first)));
    }

    /// <summary>The same of one task in memory.</summary>
    /// <param name="assignment">The task, as it is or as it was on a day that is past.</param>
    /// <param name="taskYear">The year it was given for.</param>
    /// <param name="year">The year counted.</param>
    public static bool IsInYear(Assignment assignment, int taskYear, int year) =>
        taskYear == year || (taskYear < year && (assignment.IsOpen || assignment.ClosedOn >= new DateOnly(year, 1, 1)));

    /// <param name="query">The tasks; with those withdrawn where they count.</param>
    /// <param name="group">The group.</param>
    /// <param name="day">What urgency is measured against.</param>
    /// <param name="year">The year the group is of, where it is of one.</param>
    public static IQueryable<Assignment> InGroup(this IQueryable<Assignment> query, ResultGroup group, StatusDay day, int? year)
    {
        var standing = query.Where(a => a.WithdrawnOn == null);
        var open = standing.Where(a => a.SortKey < Assignment.ClosedFrom);
        return group switch
        {
            ResultGroup.Completed => standing.Where(a => a.SortKey >= Assignment.ClosedFrom),
            ResultGroup.NotCompleted => open,
            ResultGroup.NotCompletedInTime => open.Where(AssignmentRules.IsInTime(day)),
            ResultGroup.NotCompletedOverdue => open.Where(AssignmentRules.IsOverdue(day)),
            ResultGroup.WithoutDeadline => open.Where(AssignmentRules.WithUrgency(Urgency.NeedsDeadline, day)),
            ResultGroup.FellDue => standing.Where(a => a.DueOn <= day.Today),
            ResultGroup.FellDueOnTime => standing.Where(a => a.DueOn <= day.Today && a.State == AssignmentState.CompletedOnTime),
            ResultGroup.CarriedOver => query.Where(a => a.CountedIn < year),
            ResultGroup.Given => query.Where(a => a.CountedIn == year),
            _ => query.Where(a => a.WithdrawnOn != null),
        };
    }
}
