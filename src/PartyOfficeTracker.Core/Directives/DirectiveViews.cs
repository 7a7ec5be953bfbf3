using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;

namespace PartyOfficeTracker.Core.Directives;

/// <summary>What the list of directives is narrowed to; every part may be absent.</summary>
/// <param name="Year">The year the directive is to be carried out in.</param>
/// <param name="State">At least one assignment is in this state.</param>
/// <param name="Urgency">At least one assignment has this urgency.</param>
public sealed record DirectiveFilter(
    int? ConferenceId, int? Year, int? FieldOfWorkId, Addressee? Addressee, DeadlineKind? DeadlineKind,
    AssignmentState? State, Urgency? Urgency, DirectiveProgress? Progress, string? Text, string? After)
{
    /// <summary>At least one assignment is this unit's, or one's that was merged into it.</summary>
    public int? UnitId { get; init; }

    /// <summary>By one of <see cref="DirectiveReader.SortColumns"/>; null for the newest first.</summary>
    public Sort? Sort { get; init; }

    /// <summary>Rows of a page.</summary>
    public int Size { get; init; } = DirectiveReader.PageSize;
}

public sealed record DirectiveListItem(
    int Id, string? Number, string Text, int ConferenceId, string ConferenceTitle, DateOnly ConferenceDate, Addressee Addressee, int? AddresseeUnitId,
    int? FieldOfWorkId, DeadlineKind DeadlineKind, DateOnly? DueOn, string? DeadlineText, int Assigned, int Completed, int Overdue);

/// <summary>One unit's share of a directive.</summary>
public sealed record AssignmentRow(
    int Id, int UnitId, AssignmentRole Role, DateOnly? DueOn, bool HasOwnDeadline, AssignmentState State, Urgency Urgency, int Percent,
    DateOnly? LastReportOn, DateTime? FirstReadAt, string? FirstReadBy, DateOnly? LateAfter)
{
    /// <summary>The unit it was given to; another one where the unit took over from it.</summary>
    public int GivenToId { get; init; }
}

public sealed record DirectiveDetails
{
    public required Row Directive { get; init; }

    public required string ConferenceTitle { get; init; }

    public required DateOnly ConferenceDate { get; init; }

    public required ConferenceState ConferenceState { get; init; }

    public IReadOnlyList<CitationItem> Citations { get; init; } = [];

    public IReadOnlyList<CuredShortcoming> Cures { get; init; } = [];

    public IReadOnlyList<AssignmentRow> Assignments { get; init; } = [];

    public DirectiveProgress Progress =>
        Of(Assignments.Count(a => a.Role == AssignmentRole.Lead), Assignments.Count(a => a.Role == AssignmentRole.Lead && a.State.IsCompleted()));

    /// <param name="leads">How many lead units have the directive.</param>
    /// <param name="completed">How many of them have completed it.</param>
    public static DirectiveProgress Of(int leads, int completed) => leads == 0 ? DirectiveProgress.NotAssigned
        : completed == 0 ? DirectiveProgress.NoneCompleted
        : completed < leads ? DirectiveProgress.PartlyCompleted
        : DirectiveProgress.AllCompleted;
}
