using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Documents;
using PartyOfficeTracker.Core.Findings;
using PartyOfficeTracker.Core.FollowUp;

namespace PartyOfficeTracker.Core.Directives;

/// <summary>How binding the words are.</summary>
public enum AuthorityVerb
{
    NotStated,

    /// <summary>đề nghị</summary>
    Asks,

    /// <summary>yêu cầu</summary>
    Requires,
}

public enum DeadlineKind
{
    /// <summary>No deadline was said: "cần điền hạn". Never a guessed date.</summary>
    Missing,

    /// <summary>A day was said.</summary>
    Fixed,

    /// <summary>A period was said ("trong năm 2021"); the deadline is its last day.</summary>
    PeriodEnd,

    /// <summary>To be done always (thường xuyên).</summary>
    Standing,

    /// <summary>Depends on an event or a condition ("sau đại hội").</summary>
    Conditional,
}

/// <summary>Something ordered or asked for at a conference, assigned to units.</summary>
public sealed class Directive : ConferenceRow
{
    public const int NumberLength = 20;
    public const int DeadlineTextLength = 200;
    public const int DeliverableLength = 500;

    /// <summary>The number as printed, null when the directive runs on in prose.</summary>
    public string? Number { get; set; }

    public AuthorityVerb Verb { get; set; }

    public DeadlineKind DeadlineKind { get; private set; }

    /// <summary>The last day, for <see cref="DeadlineKind.Fixed"/> and <see cref="DeadlineKind.PeriodEnd"/>; null for every other kind.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The deadline in the text's words: "trước mắt", "trong năm 2021".</summary>
    public string? DeadlineText { get; set; }

    /// <summary>Said to be immediate (trước mắt).</summary>
    public bool IsImmediate { get; set; }

    public string? Deliverable { get; set; }

    public List<DirectiveCure> Cures { get; init; } = [];

    public List<Assignment> Assignments { get; init; } = [];

    public List<Citation> Citations { get; init; } = [];

    public override RowKind RowKind => RowKind.Directive;

    /// <summary>Sets kind and day together, and passes the day on to the assignments that have none of their own.</summary>
    /// <exception cref="ArgumentException">The kind needs a day and has none, or has one it must not have.</exception>
    public void SetDeadline(DeadlineKind kind, DateOnly? dueOn)
    {
        if (NeedsDay(kind) != dueOn.HasValue)
        {
            throw new ArgumentException("A day goes with a fixed or period-end deadline, and with no other kind.", nameof(dueOn));
        }

        DeadlineKind = kind;
        DueOn = dueOn;
        foreach (var assignment in Assignments)
        {
            assignment.FollowDirective(this);
        }
    }

    public static bool NeedsDay(DeadlineKind kind) => kind is DeadlineKind.Fixed or DeadlineKind.PeriodEnd;
}

/// <summary>A shortcoming that a directive is meant to cure.</summary>
public sealed class DirectiveCure
{
    public int DirectiveId { get; init; }

    public Directive? Directive { get; init; }

    public int FindingId { get; init; }

    public Finding? Finding { get; init; }
}
