using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.FollowUp;

public enum AssignmentRole
{
    Lead,
    Coordinating,
}

/// <summary>
/// A directive given to a unit. Its columns are the fold over its events, kept so that lists filter and sort by them; every verb
/// makes an event and <see cref="Apply"/>, the only setter, takes it in. What the columns mean today is <see cref="AssignmentStatus"/>.
/// </summary>
public sealed class Assignment : IVersioned
{
    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public int DirectiveId { get; init; }

    public Row? Directive { get; init; }

    public int UnitId { get; init; }

    public Unit? Unit { get; init; }

    public AssignmentRole Role { get; private set; }

    /// <summary>The unit's own deadline where it differs from the directive's.</summary>
    public DateOnly? OwnDueOn { get; private set; }

    /// <summary>The deadline in force: the unit's own, else the directive's; null when there is no day.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>No day and no standing or conditional deadline: somebody must fill it in.</summary>
    public bool NeedsDeadline { get; private set; }

    public DateTime AssignedAt { get; private set; }

    public DateTime? FirstReadAt { get; private set; }

    /// <summary>The day the newest report speaks of, null before the first.</summary>
    public DateOnly? LastReportOn { get; private set; }

    public int Percent { get; private set; }

    /// <summary>The day on which the unit says it was done, while the report waits for a decision.</summary>
    public DateOnly? SubmittedOn { get; private set; }

    /// <summary>The day of the newest return, until the next report.</summary>
    public DateOnly? ReturnedOn { get; private set; }

    /// <summary>The evidence's own day of the accepted report.</summary>
    public DateOnly? CompletedOn { get; private set; }

    public DateOnly? SuspendedOn { get; private set; }

    /// <summary>Taken back on this day; such an assignment is in no list, and its history stays.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>How many events made it what it is.</summary>
    public int EventCount { get; private set; }

    public List<AssignmentEvent> Events { get; init; } = [];

    public List<AssignmentReading> Readings { get; init; } = [];

    public Guid Version { get; set; }

    /// <summary>Gives the directive to the unit; one that was withdrawn is given again.</summary>
    public void Assign(AssignmentEntry by, Row directive, AssignmentRole role, DateOnly? ownDueOn) => Add(new AssignmentEvent
    {
        Kind = AssignmentEventKind.Assigned,
        HappenedOn = by.Today,
        EnteredAt = by.At,
        EnteredById = by.UserId,
        Role = role,
        OldDueOn = DueOn,
        NewDueOn = ownDueOn ?? directive.DueOn,
        IsOwnDeadline = ownDueOn is not null,
        NeedsDeadline = IsMissing(ownDueOn, directive),
    });

    /// <summary>Follows the directive's deadline where the unit has none of its own; nothing happens when it is the same.</summary>
    public void FollowDirective(AssignmentEntry by, Row directive) => ChangeDeadline(by, OwnDueOn, directive);

    public void SetOwnDeadline(AssignmentEntry by, DateOnly? dueOn, Row directive) => ChangeDeadline(by, dueOn, directive);

    public void MarkRead(AssignmentEntry by)
    {
        if (FirstReadAt is null)
        {
            Add(new AssignmentEvent { Kind = AssignmentEventKind.Read, HappenedOn = by.Today, EnteredAt = by.At, EnteredById = by.UserId });
        }
    }

    /// <summary>Takes over what a report says. A report of 100 percent asks for a decision.</summary>
    /// <returns>False when the work is completed, suspended or withdrawn and takes no more reports.</returns>
    public bool Report(AssignmentEntry by, ProgressReport report, bool onBehalf)
    {
        if (CompletedOn is not null || SuspendedOn is not null || WithdrawnOn is not null)
        {
            return false;
        }

        Add(new AssignmentEvent
        {
            Kind = AssignmentEventKind.Reported,
            HappenedOn = report.HappenedOn,
            EnteredAt = by.At,
            EnteredById = by.UserId,
            OnBehalf = onBehalf,
            Percent = report.Percent,
            Report = report,
        });
        return true;
    }

    /// <param name="by">Who accepts.</param>
    /// <param name="reported">The event of the report that waits.</param>
    /// <param name="grade">How well it was done.</param>
    /// <returns>False when no report waits for a decision.</returns>
    public bool Accept(AssignmentEntry by, AssignmentEvent reported, CompletionGrade grade)
    {
        if (!AwaitsDecision)
        {
            return false;
        }

        Add(new AssignmentEvent
        {
            Kind = AssignmentEventKind.Accepted,
            HappenedOn = by.Today,
            EnteredAt = by.At,
            EnteredById = by.UserId,
            Decides = reported,
            Grade = grade,
        });
        return true;
    }

    /// <returns>False when no report waits for a decision.</returns>
    public bool Return(AssignmentEntry by, AssignmentEvent reported, string reason)
    {
        if (!AwaitsDecision)
        {
            return false;
        }

        Add(new AssignmentEvent
        {
            Kind = AssignmentEventKind.Returned,
            HappenedOn = by.Today,
            EnteredAt = by.At,
            EnteredById = by.UserId,
            Decides = reported,
            Reason = reason,
        });
        return true;
    }

    /// <returns>False when it is completed, withdrawn or suspended already.</returns>
    public bool Suspend(AssignmentEntry by, string reason) =>
        CompletedOn is null && SuspendedOn is null && WithdrawnOn is null && Add(AssignmentEventKind.Suspended, by, reason);

    /// <returns>False when it is not suspended.</returns>
    public bool Resume(AssignmentEntry by, string? reason) => SuspendedOn is not null && Add(AssignmentEventKind.Resumed, by, reason);

    /// <returns>False when somebody has reported on it, or it is withdrawn already.</returns>
    public bool Withdraw(AssignmentEntry by, string? reason) =>
        LastReportOn is null && WithdrawnOn is null && Add(AssignmentEventKind.Withdrawn, by, reason);

    /// <summary>Takes one event in: the only place where what an assignment is changes.</summary>
    public void Apply(AssignmentEvent happened)
    {
        EventCount++;
        switch (happened.Kind)
        {
            case AssignmentEventKind.Assigned:
                Role = happened.Role!.Value;
                AssignedAt = happened.EnteredAt;
                WithdrawnOn = null;
                TakeDeadline(happened);
                break;
            case AssignmentEventKind.DeadlineChanged:
                TakeDeadline(happened);
                break;
            case AssignmentEventKind.Read:
                FirstReadAt = happened.EnteredAt;
                break;
            case AssignmentEventKind.Reported:
                LastReportOn = happened.HappenedOn;
                Percent = happened.Percent!.Value;
                ReturnedOn = null;
                SubmittedOn = Percent == 100 ? happened.HappenedOn : null;
                break;
            case AssignmentEventKind.Accepted:
                CompletedOn = SubmittedOn;
                SubmittedOn = null;
                break;
            case AssignmentEventKind.Returned:
                SubmittedOn = null;
                ReturnedOn = happened.HappenedOn;
                break;
            case AssignmentEventKind.Suspended:
                SuspendedOn = happened.HappenedOn;
                break;
            case AssignmentEventKind.Resumed:
                SuspendedOn = null;
                break;
            case AssignmentEventKind.Withdrawn:
                WithdrawnOn = happened.HappenedOn;
                break;
        }
    }

    /// <summary>The assignment as it was known at the end of a day in Hà Nội: the fold over what had been entered by then.</summary>
    /// <param name="events">Every event of one assignment, in any order.</param>
    /// <param name="day">The last day of entry that counts.</param>
    /// <returns>Null when nothing had been entered yet.</returns>
    public static Assignment? Replay(IEnumerable<AssignmentEvent> events, DateOnly day)
    {
        Assignment? known = null;
        foreach (var happened in events.Where(e => HanoiTime.ToDay(e.EnteredAt) <= day).OrderBy(e => e.Sequence))
        {
            known ??= new Assignment { Id = happened.AssignmentId };
            known.Apply(happened);
        }

        return known;
    }

    private bool AwaitsDecision => SubmittedOn is not null && CompletedOn is null && SuspendedOn is null;

    private static bool IsMissing(DateOnly? ownDueOn, Row directive) =>
        ownDueOn is null && directive.DueOn is null && directive.DeadlineKind == DeadlineKind.Missing;

    private void ChangeDeadline(AssignmentEntry by, DateOnly? ownDueOn, Row directive)
    {
        var (due, missing) = (ownDueOn ?? directive.DueOn, IsMissing(ownDueOn, directive));
        if (due == DueOn && missing == NeedsDeadline && ownDueOn == OwnDueOn)
        {
            return;
        }

        Add(new AssignmentEvent
        {
            Kind = AssignmentEventKind.DeadlineChanged,
            HappenedOn = by.Today,
            EnteredAt = by.At,
            EnteredById = by.UserId,
            OldDueOn = DueOn,
            NewDueOn = due,
            IsOwnDeadline = ownDueOn is not null,
            NeedsDeadline = missing,
        });
    }

    private void TakeDeadline(AssignmentEvent happened)
    {
        DueOn = happened.NewDueOn;
        OwnDueOn = happened.IsOwnDeadline ? happened.NewDueOn : null;
        NeedsDeadline = happened.NeedsDeadline;
    }

    private bool Add(AssignmentEventKind kind, AssignmentEntry by, string? reason)
    {
        Add(new AssignmentEvent { Kind = kind, HappenedOn = by.Today, EnteredAt = by.At, EnteredById = by.UserId, Reason = reason });
        return true;
    }

    private void Add(AssignmentEvent happened)
    {
        happened.Sequence = EventCount + 1;
        Events.Add(happened);
        Apply(happened);
    }
}

/// <summary>Who enters something about an assignment, and when.</summary>
/// <param name="UserId">The account.</param>
/// <param name="At">The moment, UTC.</param>
public sealed record AssignmentEntry(int UserId, DateTime At)
{
    /// <summary>The day of the moment in Hà Nội.</summary>
    public DateOnly Today => HanoiTime.ToDay(At);

    public static AssignmentEntry Now(Actor actor, TimeProvider time) => new(actor.UserId, time.GetUtcNow().UtcDateTime);
}

/// <summary>Who opened an assignment, and when first.</summary>
public sealed class AssignmentReading
{
    public int AssignmentId { get; init; }

    public Assignment? Assignment { get; init; }

    public int UserId { get; init; }

    public AppUser? User { get; init; }

    public DateTime ReadAt { get; init; }
}

/// <summary>What a unit says it has done, hanging on the event of saying it.</summary>
public sealed class ProgressReport : IVersioned
{
    public const int TextLength = 4000;

    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public int EventId { get; init; }

    public AssignmentEvent? Event { get; init; }

    public required string Text { get; init; }

    /// <summary>0 to 100; 100 asks for a decision.</summary>
    public int Percent { get; init; }

    /// <summary>The day it happened: the newest evidence's date, else the day the reporter gave.</summary>
    public DateOnly HappenedOn { get; init; }

    public List<Evidence> Evidence { get; init; } = [];

    public Guid Version { get; set; }
}

public enum ReportVerdict
{
    Accepted,
    Returned,
}

public enum CompletionGrade
{
    Excellent,
    Good,
    Satisfactory,
}

/// <summary>Proof of work: a document by number, date and receiving body, and the file where there is one.</summary>
public sealed class Evidence : IVersioned
{
    public const int DocumentNumberLength = 100;
    public const int ReceivedByLength = 200;

    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public int ReportId { get; init; }

    public ProgressReport? Report { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    public string? ReceivedBy { get; init; }

    public StoredFile? File { get; init; }

    public Guid Version { get; set; }
}

/// <summary>An uploaded file. Kept in the database, so that one save and one backup hold everything (docs/decisions/0006).</summary>
public sealed class StoredFile
{
    public const int FileNameLength = 200;
    public const int ContentTypeLength = 100;

    public int Id { get; init; }

    public int EvidenceId { get; init; }

    public Evidence? Evidence { get; init; }

    public required string FileName { get; init; }

    public required string ContentType { get; init; }

    public long Length { get; init; }

    public required byte[] Content { get; init; }
}
