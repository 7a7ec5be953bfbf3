using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>How many assignments are in one state and urgency.</summary>
/// <param name="FellDue">Whether the deadline has passed or is today.</param>
public sealed record StatusCount(int UnitId, AssignmentState State, Urgency Urgency, bool FellDue, int Count);

/// <summary>Counts assignments by the one status function, grouped by the database.</summary>
public static class StatusCounts
{
    public static async Task<IReadOnlyList<StatusCount>> CountByStatusAsync(
        this IQueryable<Assignment> query, StatusDay day, CancellationToken cancel)
    {
        var keyed = query.Select(Key(day));
        return await keyed
            .GroupBy(k => new { k.UnitId, k.State, k.Urgency, k.FellDue })
            .Select(g => new StatusCount(g.Key.UnitId, g.Key.State, g.Key.Urgency, g.Key.FellDue, g.Count()))
            .ToListAsync(cancel);
    }

    /// <summary>State and urgency as one projection.</summary>
    private static Expression<Func<Assignment, StatusKey>> Key(StatusDay day)
    {
        var urgency = AssignmentStatus.UrgencyRule(day);
        var a = urgency.Parameters[0];
        Expression<Func<Assignment, bool>> fellDue = x => x.DueOn != null && x.DueOn <= day.Today;
        var init = Expression.MemberInit(
            Expression.New(typeof(StatusKey)),
            Bind(nameof(StatusKey.UnitId), Expression.Property(a, nameof(Assignment.UnitId))),
            Bind(nameof(StatusKey.State), Expression.Property(a, nameof(Assignment.State))),
            Bind(nameof(StatusKey.Urgency), urgency.Body),
            Bind(nameof(StatusKey.FellDue), new ParameterReplacement(fellDue.Parameters[0], a).Visit(fellDue.Body)));
        return Expression.Lambda<Func<Assignment, StatusKey>>(init, a);
    }

    private static MemberAssignment Bind(string name, Expression value) => Expression.Bind(typeof(StatusKey).GetProperty(name)!, value);

    private sealed class StatusKey
    {
        public int UnitId { get; init; }

        public AssignmentState State { get; init; }

        public Urgency Urgency { get; init; }

        public bool FellDue { get; init; }
    }
}
