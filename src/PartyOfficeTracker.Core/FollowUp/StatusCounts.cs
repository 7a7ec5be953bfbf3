using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

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

/// <summary>Counts assignments by the one status function: grouped by the database for today, by replay for a day that is past.</summary>
public static class StatusCounts
{
    /// <param name="query">The assignments.</param>
    /// <param name="day">What urgency is measured against.</param>
    /// <param name="year">What was given for a year before this one is carried over; null when no year is counted.</param>
    /// <param name="cancel">Ends the counting.</param>
    public static async Task<IReadOnlyList<StatusCount>> CountByStatusAsync(
        this IQueryable<Assignment> query, StatusDay day, int? year, CancellationToken cancel)
    {
        var keyed = query.Select(Key(day, year));
        return await keyed
            .GroupBy(k => new { k.UnitId, k.State, k.Urgency, k.FellDue, k.IsWithdrawn, k.IsCarried })
            .Select(g => new StatusCount(g.Key.UnitId, g.Key.State, g.Key.Urgency, g.Key.FellDue, g.Key.IsWithdrawn, g.Key.IsCarried, g.Count()))
            .ToListAsync(cancel);
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

    /// <summary>State and urgency as one projection.</summary>
    private static Expression<Func<Assignment, StatusKey>> Key(StatusDay day, int? year)
    {
        var urgency = AssignmentStatus.UrgencyRule(day);
        var a = urgency.Parameters[0];
        Expression<Func<Assignment, bool>> fellDue = x => x.DueOn != null && x.DueOn <= day.Today;
        Expression<Func<Assignment, bool>> withdrawn = x => x.WithdrawnOn != null;
        Expression<Func<Assignment, bool>> carried = year is { } counted ? x => x.Directive!.Conference!.TaskYear < counted : x => false;
        var init = Expression.MemberInit(
            Expression.New(typeof(StatusKey)),
            Bind(nameof(StatusKey.UnitId), Expression.Property(a, nameof(Assignment.GivenToId))),
            Bind(nameof(StatusKey.State), Expression.Property(a, nameof(Assignment.State))),
            Bind(nameof(StatusKey.Urgency), urgency.Body),
            Bind(nameof(StatusKey.FellDue), Of(fellDue, a)),
            Bind(nameof(StatusKey.IsWithdrawn), Of(withdrawn, a)),
            Bind(nameof(StatusKey.IsCarried), Of(carried, a)));
        return Expression.Lambda<Func<Assignment, StatusKey>>(init, a);
    }

    private static Expression Of(Expression<Func<Assignment, bool>> rule, ParameterExpression a) =>
        new ParameterReplacement(rule.Parameters[0], a).Visit(rule.Body);

    private static MemberAssignment Bind(string name, Expression value) => Expression.Bind(typeof(StatusKey).GetProperty(name)!, value);

    private sealed class StatusKey
    {
        public int UnitId { get; init; }

        public AssignmentState State { get; init; }

        public Urgency Urgency { get; init; }

        public bool FellDue { get; init; }

        public bool IsWithdrawn { get; init; }

        public bool IsCarried { get; init; }
    }
}
