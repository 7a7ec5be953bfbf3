using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;

namespace PartyOfficeTracker.Core.Summaries;

/// <summary>
/// The figure block everybody knows: carried over + given = completed (on time + late) + not completed (in time + overdue + without a
/// deadline) + withdrawn. The rate is over the tasks that fell due, not over all.
/// </summary>
public sealed record ResultFigures(
    int CarriedOver, int Given, int CompletedOnTime, int CompletedLate, int NotCompletedInTime, int NotCompletedOverdue,
    int NeedsDeadline, int Withdrawn, int Suspended, int AwaitingDecision, int FellDue, int FellDueOnTime)
{
    public int Completed => CompletedOnTime + CompletedLate;

    public int NotCompleted => NotCompletedInTime + NotCompletedOverdue + NeedsDeadline;

    public int Assigned => CarriedOver + Given;

    /// <summary>Percent of the tasks that fell due which were completed on time, to one decimal, halves away from zero; null when none fell due.</summary>
    public decimal? OnTimeRate => FellDue == 0 ? null : Math.Round(100m * FellDueOnTime / FellDue, 1, MidpointRounding.AwayFromZero);

    public static ResultFigures Of(IEnumerable<StatusCount> counts)
    {
        var all = counts as IReadOnlyCollection<StatusCount> ?? [.. counts];
        var standing = all.Where(c => !c.IsWithdrawn).ToList();
        var open = standing.FindAll(c => !c.State.IsCompleted());
        static int Sum(IEnumerable<StatusCount> counts) => counts.Sum(c => c.Count);
        return new ResultFigures(
            Sum(all.Where(c => c.IsCarried)),
            Sum(all.Where(c => !c.IsCarried)),
            Sum(standing.Where(c => c.State == AssignmentState.CompletedOnTime)),
            Sum(standing.Where(c => c.State == AssignmentState.CompletedLate)),
            Sum(open.Where(c => !c.Urgency.IsOverdue() && c.Urgency != Urgency.NeedsDeadline)),
            Sum(open.Where(c => c.Urgency.IsOverdue())),
            Sum(open.Where(c => c.Urgency == Urgency.NeedsDeadline)),
            Sum(all.Where(c => c.IsWithdrawn)),
            Sum(open.Where(c => c.State == AssignmentState.Suspended)),
            Sum(open.Where(c => c.State == AssignmentState.Submitted)),
            Sum(standing.Where(c => c.FellDue)),
            Sum(standing.Where(c => c.FellDue && c.State == AssignmentState.CompletedOnTime)));
    }
}

public sealed record UnitResult(int UnitId, ResultFigures Figures);

/// <summary>A conference of the year, by one clock or both.</summary>
/// <param name="IsReviewed">Its findings count in the year.</param>
/// <param name="IsAhead">Its tasks count in the year.</param>
/// <param name="HasNoPeriod">It names no period of its own for what it counts in, so its day decides.</param>
public sealed record SummaryConference(int Id, string Title, DateOnly Date, bool IsReviewed, bool IsAhead, bool HasNoPeriod);

/// <summary>How many findings of one kind share a field and an addressee.</summary>
public sealed record FindingCell(int? FieldOfWorkId, Addressee Addressee, int Count);

/// <summary>How many directives share a kind of deadline and stand alike.</summary>
public sealed record DirectiveCell(DeadlineKind DeadlineKind, DirectiveProgress Progress, int Count);

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

    /// <summary>The conferences of the year; the newest where they are more than a page names.</summary>
    public IReadOnlyList<SummaryConference> Conferences { get; init; } = [];

    public bool HasMoreConferences { get; init; }

    public IReadOnlyList<FindingCell> Achievements { get; init; } = [];

    public IReadOnlyList<FindingCell> Shortcomings { get; init; } = [];

    public IReadOnlyList<FindingCell> Obstacles { get; init; } = [];

    public IReadOnlyList<DirectiveCell> Directives { get; init; } = [];

    /// <summary>What waits longest, then the newest answers, as far as a page names them.</summary>
    public IReadOnlyList<SummaryRecommendation> Recommendations { get; init; } = [];

    public int RecommendationCount { get; init; }

    public int WaitingRecommendations { get; init; }
}
