using System.Linq.Expressions;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>Where an assignment stands. The values partition all assignments: for any filter, the groups add up to the total.</summary>
public enum AssignmentState
{
    NotStarted,
    InProgress,
    Submitted,
    Returned,
    CompletedOnTime,
    CompletedLate,
    Suspended,
}

/// <summary>What the calendar says of an assignment that is not completed and not suspended; for every other, <see cref="None"/>.</summary>
public enum Urgency
{
    None,
    NeedsDeadline,
    InTime,

    /// <summary>Three working days or fewer are left.</summary>
    DueSoon,
    Overdue,

    /// <summary>Three days or more past the deadline.</summary>
    SeverelyOverdue,
}

/// <summary>The days that status is measured against.</summary>
/// <param name="Today">Today in Hà Nội.</param>
/// <param name="DueSoonUntil">The third working day from today.</param>
public sealed record StatusDay(DateOnly Today, DateOnly DueSoonUntil)
{
    public const int DueSoonWorkingDays = 3;
    public const int SeverelyOverdueDays = 3;

    public DateOnly SeverelyOverdueFrom => Today.AddDays(-SeverelyOverdueDays);

    /// <summary>Today in Hà Nội by the calendar administrators keep.</summary>
    public static async Task<StatusDay> TodayAsync(TimeProvider time, UnitDirectory units, CancellationToken cancel) =>
        On(time.TodayInHanoi(), await units.CalendarAsync(cancel));

    public static StatusDay On(DateOnly today, WorkCalendar calendar) =>
        new(today, calendar.AddWorkingDays(today, DueSoonWorkingDays));
}

/// <summary>
/// The one function behind every status in the product. The state follows from what happened and is kept as a column; the urgency
/// depends on the day as well, is written once as an expression, and the database filters and groups by it. Whose days of lateness are
/// whose is <see cref="Lateness"/>.
/// </summary>
public static class AssignmentStatus
{
    /// <summary>
    /// What the other columns mean, for <see cref="Assignment.Apply"/> to keep. Completion counts from the evidence's own day, against
    /// the later of the deadline and the day the unit could first see the task; a returned report is not completed.
    /// </summary>
    public static (AssignmentState State, Turn Turn) Fold(Assignment a)
    {
        var state = a switch
        {
            { SuspendedOn: not null } => AssignmentState.Suspended,
            { CompletedOn: { } day } => day > (a.LateAfter ?? a.DueOn) ? AssignmentState.CompletedLate : AssignmentState.CompletedOnTime,
            { SubmittedOn: not null } => AssignmentState.Submitted,
            { ReturnedOn: not null } => AssignmentState.Returned,
            { LastReportOn: not null } => AssignmentState.InProgress,
            _ => AssignmentState.NotStarted,
        };
        var turn = a switch
        {
            { IsOpen: false } or { SuspendedOn: not null } => Turn.Nobody,
            { SubmittedOn: not null } => Turn.Decision,
            { ExtensionAskedOn: not null } => Turn.Extension,
            { DeclinedOn: not null } => Turn.Decline,
            { ObstacleOn: not null } => Turn.Obstacle,
            _ => Turn.Unit,
        };
        return (state, turn);
    }

    /// <summary>The urgency rule of the day last asked for: compiling it costs more than a page of rows, and it changes once a day.</summary>
    private static CompiledUrgency? s_urgency;

    /// <summary>
    /// A submitted report is measured at the day the unit says it was done, so that days spent deciding are not the unit's. What the unit
    /// cannot see yet is never overdue.
    /// </summary>
    public static Expression<Func<Assignment, Urgency>> UrgencyRule(StatusDay day)
    {
        var (today, soon, severe) = (day.Today, day.DueSoonUntil, day.SeverelyOverdueFrom);
        return a =>
            a.Turn == Turn.Nobody ? Urgency.None
            : a.NeedsDeadline ? Urgency.NeedsDeadline
            : a.LateAfter == null ? Urgency.InTime
            : a.SubmittedOn != null ? (a.SubmittedOn <= a.LateAfter ? Urgency.InTime : Urgency.Overdue)
            : a.LateAfter <= severe ? Urgency.SeverelyOverdue
            : a.LateAfter < today ? Urgency.Overdue
            : a.LateAfter <= soon ? Urgency.DueSoon
            : Urgency.InTime;
    }

    public static AssignmentState StateOf(Assignment assignment) => assignment.State;

    public static Urgency UrgencyOf(Assignment assignment, StatusDay day)
    {
        var rule = Volatile.Read(ref s_urgency);
        if (rule?.Day != day)
        {
            rule = new CompiledUrgency(day, UrgencyRule(day).Compile());
            Volatile.Write(ref s_urgency, rule);
        }

        return rule.Rule(assignment);
    }

    public static bool IsCompleted(this AssignmentState state) =>
        state is AssignmentState.CompletedOnTime or AssignmentState.CompletedLate;

    public static bool IsOverdue(this Urgency urgency) => urgency is Urgency.Overdue or Urgency.SeverelyOverdue;

    private sealed record CompiledUrgency(StatusDay Day, Func<Assignment, Urgency> Rule);
}
