using System.Linq.Expressions;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>Conditions made from the one status function, for the database to filter by.</summary>
public static class AssignmentRules
{
    public static readonly Expression<Func<Assignment, bool>> IsCompleted =
        a => a.State == AssignmentState.CompletedOnTime || a.State == AssignmentState.CompletedLate;

    public static Expression<Func<Assignment, bool>> InState(AssignmentState state) => a => a.State == state && a.WithdrawnOn == null;

    /// <summary>What <see cref="AssignmentStatus.UrgencyRule"/> says, as ranges of the columns an index begins with.</summary>
    public static Expression<Func<Assignment, bool>> WithUrgency(Urgency urgency, StatusDay day)
    {
        var (today, soon, severe) = (day.Today, day.DueSoonUntil, day.SeverelyOverdueFrom);
        return urgency switch
        {
            Urgency.None => a => a.SortKey >= Assignment.SuspendedFrom,
            Urgency.NeedsDeadline => a => a.SortKey == Assignment.MissingDeadline || a.SortKey == Assignment.MissingDeadlineWaiting,
            Urgency.DueSoon => a => a.OverdueAfter >= today && a.OverdueAfter <= soon,
            Urgency.SeverelyOverdue => a => a.OverdueAfter <= severe && a.SubmittedOn == null,
            Urgency.Overdue => a => a.OverdueAfter < today && (a.OverdueAfter > severe || a.SubmittedOn != null),
            _ => a => a.SortKey < Assignment.SuspendedFrom && !a.NeedsDeadline && (a.OverdueAfter == null || a.OverdueAfter > soon),
        };
    }

    /// <summary>Neither late nor without the deadline it should have.</summary>
    public static Expression<Func<Assignment, bool>> IsInTime(StatusDay day)
    {
        var today = day.Today;
        return a => a.SortKey >= Assignment.SuspendedFrom || (!a.NeedsDeadline && (a.OverdueAfter == null || a.OverdueAfter >= today));
    }

    public static Expression<Func<Assignment, bool>> IsOverdue(StatusDay day)
    {
        var today = day.Today;
        return a => a.OverdueAfter < today;
    }
}
