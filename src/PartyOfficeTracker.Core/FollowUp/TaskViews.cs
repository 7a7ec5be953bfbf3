using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>What the list of tasks is narrowed to; every part may be absent.</summary>
/// <param name="UnitIds">The units; with a year the units the tasks were given to, without one those that answer now.</param>
/// <param name="Year">The tasks that count in the summary of this year: given for it, carried over into it, and what was withdrawn.</param>
public sealed record TaskFilter(
    IReadOnlyCollection<int>? UnitIds, int? Year, int? ConferenceId, int? DirectiveId, AssignmentState? State, Urgency? Urgency,
    ResultGroup? Result, string? Text, string? After)
{
    public const int PageSize = 20;

    /// <summary>Lines of a page on which tasks that are alike are one.</summary>
    public const int GroupsOfAPage = 10;

    /// <summary>The tasks of one line of a list: of a directive those at this place in the order of lists.</summary>
    public int? SortKey { get; init; }

    /// <summary>By one of <see cref="TaskListReader.SortColumns"/>; null for the most urgent first.</summary>
    public Sort? Sort { get; init; }

    /// <summary>Rows of a page.</summary>
    public int Size { get; init; } = PageSize;

    /// <summary>A list of what is overdue or due soon is a range of days, and in their order.</summary>
    public bool IsByDay => Urgency is FollowUp.Urgency.Overdue or FollowUp.Urgency.SeverelyOverdue or FollowUp.Urgency.DueSoon
        || Result == ResultGroup.NotCompletedOverdue;
}

/// <summary>One task of a list: what is asked, where it comes from, where it stands.</summary>
public sealed record TaskListItem(
    int Id, int UnitId, int DirectiveId, AssignmentRole Role, string? Number, string Text, int ConferenceId, string ConferenceTitle, DateOnly ConferenceDate,
    int OrganiserId,
    DateOnly? DueOn, DeadlineKind DeadlineKind, string? DeadlineText, AssignmentState State, Urgency Urgency, int Percent, DateTime? FirstReadAt,
    DateOnly? LateAfter, bool IsWithdrawn, Period? Period, NumberKey Key)
{
    /// <summary>The unit it was given to; another one where the unit took over from it.</summary>
    public int GivenToId { get; init; }

    /// <summary>Whose it is in the list of this reader: a province's list says no unit, and is its own with what its forerunners answered for.</summary>
    public int UnitFor(Actor actor) => actor.Role == UserRole.Province && actor.UnitId is { } own ? own : UnitId;
}

/// <summary>Tasks of one directive with one deadline that stand together in a list.</summary>
/// <param name="First">The first of them.</param>
/// <param name="SortKey">Their place in the order of lists, which with the directive names the group.</param>
/// <param name="States">How many are in which state, those in most first.</param>
public sealed record TaskGroup(TaskListItem First, int SortKey, IReadOnlyList<(AssignmentState State, int Count)> States)
{
    public int Count => States.Sum(s => s.Count);
}

/// <summary>How many tasks of the actor's scope are in each urgency and state.</summary>
public sealed record TaskCounts(int NotCompleted, int NeedsDeadline, int DueSoon, int Overdue, int AwaitingDecision, int Returned);

public sealed record EvidenceItem(int Id, string? DocumentNumber, DateOnly? DocumentDate, string? ReceivedBy, string? FileName, long? FileLength);

public sealed record ReportItem
{
    public int Id { get; init; }

    public required string Text { get; init; }

    public int Percent { get; init; }

    public DateOnly HappenedOn { get; init; }

    public DateTime EnteredAt { get; init; }

    public required string EnteredBy { get; init; }

    public bool OnBehalf { get; init; }

    /// <summary>Why it was put in the place of the report before it; null for a report that corrects nothing.</summary>
    public string? CorrectedBecause { get; init; }

    /// <summary>Another report was put in its place.</summary>
    public bool IsCorrected { get; init; }

    public ReportVerdict? Verdict { get; init; }

    public CompletionGrade? Grade { get; init; }

    public string? VerdictReason { get; init; }

    public string? DecidedBy { get; init; }

    public DateTime? DecidedAt { get; init; }

    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];
}

/// <summary>One thing that happened to an assignment.</summary>
/// <param name="Event">What.</param>
/// <param name="Report">What was reported.</param>
/// <param name="By">Who entered it; null for the daily work.</param>
public sealed record HistoryItem(AssignmentEvent Event, ProgressReport? Report, string? By);

/// <summary>A shortcoming or obstacle a directive is meant to cure.</summary>
public sealed record CuredShortcoming(int Id, string Text);

public sealed record TaskDetails
{
    public required Assignment Assignment { get; init; }

    public required Row Directive { get; init; }

    public required Conference Conference { get; init; }

    public AssignmentState State { get; init; }

    public Urgency Urgency { get; init; }

    public required StatusDay Day { get; init; }

    /// <summary>Whether the actor has opened the task before.</summary>
    public bool IsRead { get; init; }

    public IReadOnlyList<CitationItem> Citations { get; init; } = [];

    public IReadOnlyList<CuredShortcoming> Cures { get; init; } = [];

    public IReadOnlyList<ReportItem> Reports { get; init; } = [];

    /// <summary>Everything that happened, oldest first.</summary>
    public IReadOnlyList<HistoryItem> History { get; init; } = [];

    /// <summary>Whose the days past the deadline are, as of today.</summary>
    public Lateness Lateness { get; init; } = Lateness.None;

    /// <summary>What the actor can do with the task now.</summary>
    public IReadOnlyList<FollowUpStep> Steps { get; init; } = [];
}
