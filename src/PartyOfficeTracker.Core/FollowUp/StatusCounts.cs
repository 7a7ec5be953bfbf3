using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>How many assignments are alike.</summary>
/// <param name="UnitId">The unit they were given to.</param>
/// <param name="State">Where they stand; says nothing of those withdrawn.</param>
/// <param name="Urgency">What the calendar says of them.</param>
/// <param name="FellDue">Whether the deadline has passed or is today.</param>
/// <param name="IsWithdrawn">Taken back.</param>
/// <param name="IsCarried">Given for a year before the one counted.</param>
/// <param name="Count">How many.</param>
public sealed record StatusCount(int UnitId, AssignmentState State, Urgency Urgency, bool FellDue, bool IsWithdrawn, bool IsCarried, int Count)
{
    /// <summary>One assignment, counted.</summary>
    /// <param name="assignment">The assignment, as it is or as it was on a day that is past.</param>
    /// <param name="taskYear">The year it was given for.</param>
    /// <param name="day">What urgency is measured against.</param>
    /// <param name="year">The year counted.</param>
    public static StatusCount Of(Assignment assignment, int taskYear, StatusDay day, int year) => new(
        assignment.GivenToId,
        assignment.State,
        AssignmentStatus.UrgencyOf(assignment, day),
        assignment.DueOn <= day.Today,
        assignment.WithdrawnOn is not null,
        taskYear < year,
        1);
}

/// <summary>Counts assignments by the one status function: from the ledger for today, by replay for a day that is past.</summary>
public static class StatusCounts
{
    /// <summary>Sums up the ledger: as many lines as there are kinds of tasks, however many tasks.</summary>
    /// <param name="db">The database.</param>
    /// <param name="day">What urgency is measured against.</param>
    /// <param name="year">The year: what was given for one before is carried over.</param>
    /// <param name="cancel">Ends the counting.</param>
    public static async Task<IReadOnlyList<StatusCount>> CountYearAsync(AppDbContext db, StatusDay day, int year, CancellationToken cancel)
    {
        var today = day.Today;
        var lines = await db.TaskTallies.Where(t => t.CountedIn == year)
            .Concat(db.TaskTallies.Where(t => t.ClosedIn == 0 && t.CountedIn < year))
            .Concat(db.TaskTallies.Where(t => t.ClosedIn >= year && t.CountedIn < year))
            .Select(t => new
            {
                t.GivenToId,
                t.State,
                t.IsWithdrawn,
                t.NeedsDeadline,
                IsOverdue = t.OverdueAfter < today ? 1 : 0,
                FellDue = t.DueOn <= today ? 1 : 0,
                IsCarried = t.CountedIn < year ? 1 : 0,
                t.Count,
            })
            .GroupBy(t => new { t.GivenToId, t.State, t.IsWithdrawn, t.NeedsDeadline, t.IsOverdue, t.FellDue, t.IsCarried })
            .Select(g => new { g.Key, Count = g.Sum(t => t.Count) })
            .ToListAsync(cancel);
        return
        [
            .. lines.Where(l => l.Count != 0).Select(l => new StatusCount(
                l.Key.GivenToId,
                l.Key.State,
                l.Key.NeedsDeadline == 1 ? Urgency.NeedsDeadline : l.Key.IsOverdue == 1 ? Urgency.Overdue : Urgency.InTime,
                l.Key.FellDue == 1,
                l.Key.IsWithdrawn == 1,
                l.Key.IsCarried == 1,
                l.Count)),
        ];
    }

    /// <summary>The same count as of the end of a day that is past.</summary>
    /// <param name="histories">Every event of each assignment, and the year it was given for.</param>
    /// <param name="day">The day.</param>
    /// <param name="year">The year counted.</param>
    public static IReadOnlyList<StatusCount> CountAsOf(
        IEnumerable<(int TaskYear, IReadOnlyList<AssignmentEvent> Events)> histories, StatusDay day, int year) =>
    [
        .. histories
            .Select(h => (h.TaskYear, Known: Assignment.Replay(h.Events, day.Today)))
            .Where(h => h.Known is not null && ResultGroups.IsInYear(h.Known, h.TaskYear, year))
            .GroupBy(h => StatusCount.Of(h.Known!, h.TaskYear, day, year))
            .Select(g => g.Key with { Count = g.Count() }),
    ];
}
