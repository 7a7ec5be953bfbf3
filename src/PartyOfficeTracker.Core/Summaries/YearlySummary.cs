using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Directives;
using PartyOfficeTracker.Core.FollowUp;

namespace PartyOfficeTracker.Core.Summaries;

/// <summary>
/// The figure block everybody knows: assigned = completed (on time + late) + not completed (in time + overdue).
/// The rate is over the tasks that fell due, not over all.
/// </summary>
public sealed record ResultFigures(
    int CompletedOnTime, int CompletedLate, int NotCompletedInTime, int NotCompletedOverdue,
    int NeedsDeadline, int Suspended, int AwaitingDecision, int FellDue, int FellDueOnTime)
{
    public int Completed => CompletedOnTime + CompletedLate;

    public int NotCompleted => NotCompletedInTime + NotCompletedOverdue;

    public int Assigned => Completed + NotCompleted;

    /// <summary>Percent of the tasks that fell due which were completed on time, to one decimal, halves away from zero; null when none fell due.</summary>
    public decimal? OnTimeRate => FellDue == 0 ? null : Math.Round(100m * FellDueOnTime / FellDue, 1, MidpointRounding.AwayFromZero);

    public static ResultFigures Of(IEnumerable<StatusCount> counts)
    {
        var all = counts as IReadOnlyCollection<StatusCount> ?? [.. counts];
        int Sum(Func<StatusCount, bool> of) => all.Where(of).Sum(c => c.Count);
        return new ResultFigures(
            Sum(c => c.State == AssignmentState.CompletedOnTime),
            Sum(c => c.State == AssignmentState.CompletedLate),
            Sum(c => !c.State.IsCompleted() && !c.Urgency.IsOverdue()),
            Sum(c => !c.State.IsCompleted() && c.Urgency.IsOverdue()),
            Sum(c => c.Urgency == Urgency.NeedsDeadline),
            Sum(c => c.State == AssignmentState.Suspended),
            Sum(c => c.State == AssignmentState.Submitted),
            Sum(c => c.FellDue),
            Sum(c => c.FellDue && c.State == AssignmentState.CompletedOnTime));
    }
}

public sealed record UnitResult(int UnitId, ResultFigures Figures);

public sealed record SummaryConference(int Id, string Title, DateOnly Date);

/// <summary>How many findings of one kind share a field and an addressee.</summary>
public sealed record FindingCell(int? FieldOfWorkId, Addressee Addressee, int Count);

public sealed record SummaryDirective(int Id, int? FieldOfWorkId, Addressee Addressee, DeadlineKind DeadlineKind, int Assigned, int Completed)
{
    public DirectiveProgress Progress => Assigned == 0 ? DirectiveProgress.NotAssigned
        : Completed == 0 ? DirectiveProgress.NoneCompleted
        : Completed < Assigned ? DirectiveProgress.PartlyCompleted
        : DirectiveProgress.AllCompleted;
}

public sealed record SummaryRecommendation(int Id, string Text, DateOnly MadeOn, DateOnly? AnsweredOn, DateOnly Today)
{
    /// <summary>How many days the answer took, or has been owed so far.</summary>
    public int DaysWaiting => (AnsweredOn ?? Today).DayNumber - MadeOn.DayNumber;
}

public sealed record YearlySummary
{
    public int Year { get; init; }

    public DateOnly AsOf { get; init; }

    public required ResultFigures Total { get; init; }

    public IReadOnlyList<UnitResult> Units { get; init; } = [];

    public IReadOnlyList<SummaryConference> Conferences { get; init; } = [];

    public IReadOnlyList<FindingCell> Achievements { get; init; } = [];

    public IReadOnlyList<FindingCell> Shortcomings { get; init; } = [];

    public IReadOnlyList<FindingCell> Obstacles { get; init; } = [];

    public IReadOnlyList<SummaryDirective> Directives { get; init; } = [];

    public IReadOnlyList<SummaryRecommendation> Recommendations { get; init; } = [];
}
