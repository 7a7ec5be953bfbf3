using System.Linq.Expressions;

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
}

public static class ResultGroups
{
    public static IQueryable<Assignment> InGroup(this IQueryable<Assignment> query, ResultGroup group, StatusDay day) => group switch
    {
        ResultGroup.Completed => query.Where(AssignmentRules.IsCompleted),
        ResultGroup.NotCompleted => query.Where(Not(AssignmentRules.IsCompleted)),
        ResultGroup.NotCompletedInTime => query.Where(Not(AssignmentRules.IsCompleted)).Where(Not(AssignmentRules.IsOverdue(day))),
        ResultGroup.NotCompletedOverdue => query.Where(AssignmentRules.IsOverdue(day)),
        ResultGroup.FellDue => query.Where(a => a.DueOn <= day.Today),
        _ => query.Where(a => a.DueOn <= day.Today).Where(AssignmentRules.InState(AssignmentState.CompletedOnTime)),
    };

    private static Expression<Func<Assignment, bool>> Not(Expression<Func<Assignment, bool>> rule) =>
        Expression.Lambda<Func<Assignment, bool>>(Expression.Not(rule.Body), rule.Parameters);
}
