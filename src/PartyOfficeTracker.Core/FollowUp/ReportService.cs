using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>An uploaded file as it arrived; its type is judged by its content.</summary>
public sealed record UploadedFile(string FileName, byte[] Content);

/// <summary>A unit's report on one assignment.</summary>
public sealed record ReportProgress
{
    public string? Text { get; init; }

    public int? Percent { get; init; }

    /// <summary>The day it happened; the evidence's date when absent, else today.</summary>
    public DateOnly? HappenedOn { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    public string? ReceivedBy { get; init; }

    public UploadedFile? File { get; init; }

    public Guid Version { get; init; }
}

public sealed class ReportProgressValidator : AbstractValidator<ReportProgress>
{
    public ReportProgressValidator(IStringLocalizer<Strings> text, TimeProvider time)
    {
        RuleFor(c => c.Text).Filled(text).NoLongerThan(ProgressReport.TextLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.Percent).NotNull().WithMessage(_ => text["Validation.Required"]);
        RuleFor(c => c.Percent).InclusiveBetween(0, 100).WithMessage(_ => text["Report.PercentRange"]);
        RuleFor(c => c.DocumentNumber).NoLongerThan(Evidence.DocumentNumberLength, text);
        RuleFor(c => c.ReceivedBy).NoLongerThan(Evidence.ReceivedByLength, text);
        RuleFor(c => c.DocumentDate).Must(d => d is null || d <= time.TodayInHanoi()).WithMessage(_ => text["Report.InTheFuture"]);
        RuleFor(c => c.HappenedOn).Must(d => d is null || d <= time.TodayInHanoi()).WithMessage(_ => text["Report.InTheFuture"]);
        RuleFor(c => c.DocumentDate).NotNull().When(c => c.DocumentNumber is not null).WithMessage(_ => text["Report.DocumentDateNeeded"]);
        RuleFor(c => c.DocumentNumber).NotNull()
            .When(c => c.DocumentDate is not null || c.ReceivedBy is not null)
            .WithMessage(_ => text["Report.DocumentNumberNeeded"]);
        RuleFor(c => c.DocumentNumber).NotNull()
            .When(c => c.Percent == 100 && c.File is null && c.DocumentDate is null && c.ReceivedBy is null)
            .WithMessage(_ => text["Report.EvidenceNeeded"]);
    }
}

public sealed record DecideReport
{
    public int ReportId { get; init; }

    public ReportVerdict Verdict { get; init; }

    public CompletionGrade Grade { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Units report, leads decide.</summary>
public sealed class ReportService(
    AppDbContext db,
    ChangeContext change,
    IValidator<ReportProgress> validator,
    IStringLocalizer<Strings> text,
    TimeProvider time)
{
    /// <summary>Records what a unit has done. A clerk or lead reports on the unit's behalf, and the record says so.</summary>
    public async Task<Result> ReportProgressAsync(Actor actor, int assignmentId, ReportProgress command, CancellationToken cancel)
    {
        var assignment = await FindAsync(actor, assignmentId, cancel);
        if (assignment is null)
        {
            return Failure.NotFound;
        }

        var isOwn = actor.Role == UserRole.Province;
        if (!isOwn && !actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        if (validator.Check(command) is { } failure)
        {
            return failure;
        }

        var held = assignment.Directive!.Conference!.Date;
        if (command.HappenedOn < held || command.DocumentDate < held)
        {
            return Failure.Invalid(
                command.HappenedOn < held ? nameof(command.HappenedOn) : nameof(command.DocumentDate),
                text["Report.BeforeConference", DayText.ToText(held)]);
        }

        string? contentType = null;
        if (command.File is { } file && !FileRules.IsAllowed(file, out contentType, out var why))
        {
            return Failure.Invalid(nameof(command.File), text[why]);
        }

        var report = new ProgressReport
        {
            Text = command.Text!,
            Percent = command.Percent!.Value,
            HappenedOn = command.DocumentDate ?? command.HappenedOn ?? time.TodayInHanoi(),
            EnteredAt = time.GetUtcNow().UtcDateTime,
            EnteredById = actor.UserId,
            OnBehalf = !isOwn,
        };
        AddEvidence(report, command, contentType);
        db.ExpectVersion(assignment, command.Version);
        if (!assignment.Report(report))
        {
            return Failure.Invalid("", text["Report.NoMore"]);
        }

        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : Result.Success();
    }

    /// <summary>Accepts with a grade, or returns with a reason, the report that waits.</summary>
    public async Task<Result> DecideAsync(Actor actor, int assignmentId, DecideReport command, CancellationToken cancel)
    {
        if (!actor.DecidesOnReports)
        {
            return Failure.Forbidden;
        }

        var assignment = await FindAsync(actor, assignmentId, cancel);
        var report = await db.ProgressReports.SingleOrDefaultAsync(r => r.Id == command.ReportId && r.AssignmentId == assignmentId, cancel);
        if (assignment is null || report is null)
        {
            return Failure.NotFound;
        }

        if (command.Verdict == ReportVerdict.Returned && string.IsNullOrWhiteSpace(command.Reason))
        {
            return Failure.Invalid(nameof(command.Reason), text["Report.ReasonNeeded"]);
        }

        if (command.Reason?.Length > Conference.ReasonLength)
        {
            return Failure.Invalid(nameof(command.Reason), text["Validation.TooLong", command.Reason.Length, Conference.ReasonLength]);
        }

        var accepted = command.Verdict == ReportVerdict.Accepted;
        var newest = await db.ProgressReports.Where(r => r.AssignmentId == assignmentId).MaxAsync(r => r.Id, cancel);
        var decided = report.Id == newest && report.Verdict is null
            && (accepted ? assignment.Accept(report) : assignment.Return(time.TodayInHanoi()));
        if (!decided)
        {
            return Failure.Invalid("", text["Report.NothingToDecide"]);
        }

        change.Reason = command.Reason;
        report.Decide(command.Verdict, accepted ? command.Grade : null, command.Reason, actor.UserId, time.GetUtcNow().UtcDateTime);
        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : Result.Success();
    }

    /// <summary>Records that the actor's unit has opened the task for the first time.</summary>
    public async Task MarkReadAsync(Actor actor, int assignmentId, CancellationToken cancel)
    {
        if (actor.Role != UserRole.Province)
        {
            return;
        }

        var assignment = await FindAsync(actor, assignmentId, cancel);
        if (assignment is null)
        {
            return;
        }

        var now = time.GetUtcNow().UtcDateTime;
        assignment.MarkRead(now);
        db.AssignmentReadings.Add(new AssignmentReading { AssignmentId = assignmentId, UserId = actor.UserId, ReadAt = now });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (db.AssignmentReadings.AsNoTracking().Any(r => r.AssignmentId == assignmentId && r.UserId == actor.UserId))
        {
            // The same person opened the task in two windows at once; the other one has recorded it.
            db.ChangeTracker.Clear();
        }
    }

    private Task<Assignment?> FindAsync(Actor actor, int assignmentId, CancellationToken cancel) =>
        db.Assignments.Include(a => a.Directive!.Conference).SingleOrDefaultAsync(
            a => a.Id == assignmentId
                && (actor.ReadsEverything || (a.UnitId == actor.UnitId && a.Directive!.Conference!.State != ConferenceState.Draft)),
            cancel);

    private static void AddEvidence(ProgressReport report, ReportProgress command, string? contentType)
    {
        if (command.DocumentNumber is null && command.File is null)
        {
            return;
        }

        report.Evidence.Add(new Evidence
        {
            DocumentNumber = command.DocumentNumber,
            DocumentDate = command.DocumentDate,
            ReceivedBy = command.ReceivedBy,
            File = command.File is null
                ? null
                : new StoredFile
                {
                    FileName = FileRules.SafeName(command.File.FileName),
                    ContentType = contentType!,
                    Length = command.File.Content.Length,
                    Content = command.File.Content,
                },
        });
    }
}
