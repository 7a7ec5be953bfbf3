using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Directives;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.FollowUp;

public enum AssignmentRole
{
    Lead,
    Coordinating,
}

/// <summary>
/// A directive given to a unit. Holds what happened, newest first where only the newest matters; what it means today is
/// <see cref="AssignmentStatus"/> and nothing else.
/// </summary>
public sealed class Assignment : IVersioned
{
    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public int DirectiveId { get; init; }

    public Directive? Directive { get; init; }

    public int UnitId { get; init; }

    public Unit? Unit { get; init; }

    public AssignmentRole Role { get; set; }

    /// <summary>The unit's own deadline where it differs from the directive's.</summary>
    public DateOnly? OwnDueOn { get; private set; }

    /// <summary>The deadline in force: the unit's own, else the directive's; null when there is no day.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>No day and no standing or conditional deadline: somebody must fill it in.</summary>
    public bool NeedsDeadline { get; private set; }

    public DateTime AssignedAt { get; init; }

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

    public List<ProgressReport> Reports { get; init; } = [];

    public List<AssignmentReading> Readings { get; init; } = [];

    public Guid Version { get; set; }

    public void FollowDirective(Directive directive)
    {
        DueOn = OwnDueOn ?? directive.DueOn;
        NeedsDeadline = DueOn is null && directive.DeadlineKind == DeadlineKind.Missing;
    }

    public void SetOwnDeadline(DateOnly? dueOn, Directive directive)
    {
        OwnDueOn = dueOn;
        FollowDirective(directive);
    }

    public void MarkRead(DateTime now) => FirstReadAt ??= now;

    /// <summary>Takes over what a report says. A report of 100 percent asks for a decision.</summary>
    /// <returns>False when the work is completed or suspended and takes no more reports.</returns>
    public bool Report(ProgressReport report)
    {
        if (CompletedOn is not null || SuspendedOn is not null)
        {
            return false;
        }

        Reports.Add(report);
        LastReportOn = report.HappenedOn;
        Percent = report.Percent;
        ReturnedOn = null;
        SubmittedOn = report.Percent == 100 ? report.HappenedOn : null;
        return true;
    }

    /// <returns>False when no report waits for a decision.</returns>
    public bool Accept(ProgressReport report)
    {
        if (SubmittedOn is null || CompletedOn is not null)
        {
            return false;
        }

        CompletedOn = report.HappenedOn;
        SubmittedOn = null;
        return true;
    }

    /// <returns>False when no report waits for a decision.</returns>
    public bool Return(DateOnly today)
    {
        if (SubmittedOn is null || CompletedOn is not null)
        {
            return false;
        }

        SubmittedOn = null;
        ReturnedOn = today;
        return true;
    }
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

/// <summary>What a unit says it has done. True day and day of entry are kept apart.</summary>
public sealed class ProgressReport : IVersioned
{
    public const int TextLength = 4000;

    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public int AssignmentId { get; init; }

    public Assignment? Assignment { get; init; }

    public required string Text { get; init; }

    /// <summary>0 to 100; 100 asks for a decision.</summary>
    public int Percent { get; init; }

    /// <summary>The day it happened: the newest evidence's date, else the day the reporter gave.</summary>
    public DateOnly HappenedOn { get; init; }

    public DateTime EnteredAt { get; init; }

    public int EnteredById { get; init; }

    public AppUser? EnteredBy { get; init; }

    /// <summary>Entered by a clerk for a unit that has no account or is cut off.</summary>
    public bool OnBehalf { get; init; }

    public List<Evidence> Evidence { get; init; } = [];

    public DateTime? DecidedAt { get; private set; }

    public int? DecidedById { get; private set; }

    public AppUser? DecidedBy { get; private set; }

    public ReportVerdict? Verdict { get; private set; }

    public CompletionGrade? Grade { get; private set; }

    public string? VerdictReason { get; private set; }

    public Guid Version { get; set; }

    public void Decide(ReportVerdict verdict, CompletionGrade? grade, string? reason, int userId, DateTime now)
    {
        Verdict = verdict;
        Grade = grade;
        VerdictReason = reason;
        DecidedById = userId;
        DecidedAt = now;
    }
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
