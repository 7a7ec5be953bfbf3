using System.Linq.Expressions;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>Conditions made from the one status function, for the database to filter by.</summary>
public static class AssignmentRules
{
    public static readonly Expression<Func<Assignment, bool>> IsCompleted =
        a => a.State == AssignmentState.CompletedOnTime || a.State == AssignmentState.CompletedLate;

    public static readonly Expression<Func<Assignment, bool>> IsNotCompleted =
        a => a.State != AssignmentState.CompletedOnTime && a.State != AssignmentState.CompletedLate;

    public static Expression<Func<Assignment, bool>> InState(AssignmentState state) => a => a.State == state && a.WithdrawnOn == null;

    public static Expression<Func<Assignment, bool>> WithUrgency(Urgency urgency, StatusDay day) =>
        Over(AssignmentStatus.UrgencyRule(day), u => u == urgency);

    /// <summary>Neither late nor without the deadline it should have.</summary>
    public static Expression<Func<Assignment, bool>> IsInTime(StatusDay day) =>
        Over(AssignmentStatus.UrgencyRule(day), u => u != Urgency.Overdue && u != Urgency.SeverelyOverdue && u != Urgency.NeedsDeadline);

    public static Expression<Func<Assignment, bool>> IsOverdue(StatusDay day) =>
        Over(AssignmentStatus.UrgencyRule(day), u => u == Urgency.Overdue || u == Urgency.SeverelyOverdue);

    /// <summary>Puts the body of a rule in the place of a condition's parameter.</summary>
    private static Expression<Func<Assignment, bool>> Over<T>(Expression<Func<Assignment, T>> rule, Expression<Func<T, bool>> condition)
    {
        var body = new ParameterReplacement(condition.Parameters[0], rule.Body).Visit(condition.Body);
        return Expression.Lambda<Func<Assignment, bool>>(body, rule.Parameters);
    }
}

/// <summary>Puts an expression in the place of a parameter.</summary>
internal sealed class ParameterReplacement(ParameterExpression parameter, Expression value) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? value : base.VisitParameter(node);
}
