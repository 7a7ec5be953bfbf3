using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>Units report, leads decide.</summary>
public sealed class ReportService(
    AppDbContext db,
    ChangeContext change,
    IValidator<ReportProgress> validator,
    IValidator<ReportTogether> togetherValidator,
    IValidator<DecideReport> decideValidator,
    IValidator<SuspendTask> suspendValidator,
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
        if (isOwn ? assignment.UnitId != actor.UnitId : !actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        if (validator.Check(command) is { } failure)
        {
            return failure;
        }

        if (WhyTooEarly(assignment, command) is { } early)
        {
            return early;
        }

        if (WhyRefused(command.File, 1, out var contentType) is { } refusal)
        {
            return refusal;
        }

        var report = ReportOf(command, contentType);
        db.ExpectVersion(assignment, command.Version);
        if (!await TakeAsync(assignment, AssignmentEntry.Now(actor, time), report, command, onBehalf: !isOwn, cancel))
        {
            return Failure.Invalid("", text["Report.NoMore"]);
        }

        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    /// <summary>The open tasks one paper may answer together: of one unit, or of one directive.</summary>
    /// <param name="actor">Who asks; a province gets its own.</param>
    /// <param name="unitId">The unit that answers; null for every one.</param>
    /// <param name="directiveId">The directive; null for every one.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<Assignment>> OpenAsync(Actor actor, int? unitId, int? directiveId, CancellationToken cancel)
    {
        var unit = actor.Role == UserRole.Province ? actor.UnitId : unitId;
        if (!(actor.Role == UserRole.Province || actor.WritesConferences) || (unit is null && directiveId is null))
        {
            return [];
        }

        var open = db.Assignments.AsNoTracking().VisibleTo(actor).Where(a => a.SortKey < Assignment.SuspendedFrom);
        open = unit is null ? open : open.Where(a => a.UnitId == unit);
        open = directiveId is null ? open : open.Where(a => a.DirectiveId == directiveId);
        return await open.OrderBy(a => a.SortKey).ThenBy(a => a.Id).Take(StepService.MostAtOnce).Include(a => a.Directive!.Conference).ToListAsync(cancel);
    }

    /// <summary>Records one paper as the report on several tasks in one save; a task it does not fit stays as it is and says why.</summary>
    /// <param name="actor">Who reports; a province on its own tasks only.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="file">The paper itself, which each of the tasks keeps.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>One outcome a chosen task that was found.</returns>
    public async Task<Result<IReadOnlyList<StepOutcome>>> ReportTogetherAsync(
        Actor actor, ReportTogether typed, UploadedFile? file, CancellationToken cancel)
    {
        var command = typed with { File = file };
        var isOwn = actor.Role == UserRole.Province;
        if (!isOwn && !actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        var chosen = command.Tasks.Where(t => t.IsChosen).DistinctBy(t => t.Id).ToDictionary(t => t.Id);
        var found = await db.Assignments.VisibleTo(actor).Include(a => a.Directive!.Conference).Where(a => chosen.Keys.Contains(a.Id))
            .OrderBy(a => a.Unit!.SortOrder).ThenBy(a => a.Id).ToListAsync(cancel);
        if (found.Exists(a => isOwn && a.UnitId != actor.UnitId))
        {
            return Failure.Forbidden;
        }

        if (togetherValidator.Check(command) is { } failure)
        {
            return failure;
        }

        if (WhyRefused(file, found.Count, out var contentType) is { } refusal)
        {
            return refusal;
        }

        var by = AssignmentEntry.Now(actor, time);
        var outcomes = found.ConvertAll(assignment =>
        {
            var single = command.Of(chosen[assignment.Id]);
            var why = WhyTooEarly(assignment, single)?.Errors[0].Message
                ?? (assignment.Report(by, ReportOf(single, contentType), onBehalf: !isOwn) ? null : text["Report.NoMore"].Value);
            return new StepOutcome(assignment.Id, why);
        });
        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : Result.Success<IReadOnlyList<StepOutcome>>(outcomes);
    }

    /// <summary>Nothing was done for a conference before it was held.</summary>
    private Failure? WhyTooEarly(Assignment assignment, ReportProgress command)
    {
        var held = assignment.Directive!.Conference!.Date;
        return command.HappenedOn < held || command.DocumentDate < held
            ? Failure.Invalid(
                command.HappenedOn < held ? nameof(command.HappenedOn) : nameof(command.DocumentDate),
                text["Report.BeforeConference", DayText.ToText(held)])
            : null;
    }

    private ProgressReport ReportOf(ReportProgress command, string? contentType)
    {
        var report = new ProgressReport
        {
            Text = command.Text!,
            Percent = command.Percent!.Value,
            HappenedOn = command.DocumentDate ?? command.HappenedOn ?? time.TodayInHanoi(),
        };
        AddEvidence(report, command, contentType);
        return report;
    }

    /// <summary>Adds the report, or puts it in the place of the newest one, which stays as it was sent.</summary>
    private async Task<bool> TakeAsync(
        Assignment assignment, AssignmentEntry by, ProgressReport report, ReportProgress command, bool onBehalf, CancellationToken cancel)
    {
        if (command.Corrects is not { } reportId)
        {
            return assignment.Report(by, report, onBehalf);
        }

        var newest = await db.AssignmentEvents.Include(e => e.Report)
            .Where(e => e.AssignmentId == assignment.Id && e.Report != null).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancel);
        return newest?.Report!.Id == reportId && assignment.Correct(by, newest, report, onBehalf, command.CorrectedBecause!);
    }

    /// <summary>Accepts with a grade, or returns with a reason, the report that waits.</summary>
    public async Task<Result> DecideAsync(Actor actor, int assignmentId, DecideReport command, CancellationToken cancel)
    {
        if (!actor.DecidesOnReports)
        {
            return Failure.Forbidden;
        }

        var assignment = await FindAsync(actor, assignmentId, cancel);
        var reported = await db.AssignmentEvents.SingleOrDefaultAsync(e => e.Report!.Id == command.ReportId && e.AssignmentId == assignmentId, cancel);
        if (assignment is null || reported is null)
        {
            return Failure.NotFound;
        }

        if (decideValidator.Check(command) is { } failure)
        {
            return failure;
        }

        if (await db.StaleAsync(assignment, command.Version, cancel) is { } stale)
        {
            return stale;
        }

        var newest = await db.AssignmentEvents
            .Where(e => e.AssignmentId == assignmentId && e.Report != null).MaxAsync(e => e.Sequence, cancel);
        var by = AssignmentEntry.Now(actor, time);
        var decided = reported.Sequence == newest && (command.Verdict == ReportVerdict.Accepted
            ? assignment.Accept(by, reported, command.Grade)
            : assignment.Return(by, reported, command.Reason!));
        if (!decided)
        {
            return Failure.Invalid("", text["Report.NothingToDecide"]);
        }

        change.Reason = command.Reason;
        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    /// <summary>Stops the clock of an assignment, with a reason.</summary>
    public Task<Result> SuspendAsync(Actor actor, int assignmentId, SuspendTask command, CancellationToken cancel) =>
        PauseAsync(actor, assignmentId, command, a => a.Suspend(AssignmentEntry.Now(actor, time), command.Reason!), cancel);

    /// <summary>Lets a suspended assignment go on, with a reason.</summary>
    public Task<Result> ResumeAsync(Actor actor, int assignmentId, SuspendTask command, CancellationToken cancel) =>
        PauseAsync(actor, assignmentId, command, a => a.Resume(AssignmentEntry.Now(actor, time), command.Reason), cancel);

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

        var by = AssignmentEntry.Now(actor, time);
        assignment.MarkRead(by);
        db.AssignmentReadings.Add(new AssignmentReading { AssignmentId = assignmentId, UserId = actor.UserId, ReadAt = by.At });
        if (await db.SaveOrConflictAsync(cancel) is not null)
        {
            // The same person opened the task in two windows at once, or somebody worked on it meanwhile: the next visit records it.
            db.ChangeTracker.Clear();
        }
    }

    private async Task<Result> PauseAsync(Actor actor, int assignmentId, SuspendTask command, Func<Assignment, bool> verb, CancellationToken cancel)
    {
        if (!actor.DecidesOnReports)
        {
            return Failure.Forbidden;
        }

        if (await FindAsync(actor, assignmentId, cancel) is not { } assignment)
        {
            return Failure.NotFound;
        }

        if (suspendValidator.Check(command) is { } failure)
        {
            return failure;
        }

        if (await db.StaleAsync(assignment, command.Version, cancel) is { } stale)
        {
            return stale;
        }

        if (!verb(assignment))
        {
            return Failure.Invalid("", text["Task.CannotPause"]);
        }

        change.Reason = command.Reason;
        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    private Task<Assignment?> FindAsync(Actor actor, int assignmentId, CancellationToken cancel) =>
        db.Assignments.VisibleTo(actor).Include(a => a.Directive!.Conference).SingleOrDefaultAsync(a => a.Id == assignmentId, cancel);

    /// <param name="file">What was uploaded, if anything was.</param>
    /// <param name="copies">How many tasks keep it.</param>
    /// <param name="contentType">The type to serve it as.</param>
    private Failure? WhyRefused(UploadedFile? file, int copies, out string? contentType)
    {
        contentType = null;
        if (file is null)
        {
            return null;
        }

        var why = !FileRules.IsAllowed(file, out contentType, out var refused) ? refused
            : (long)file.Content.Length * copies > FileRules.MaximumCopiesBytes ? "File.TooLargeTogether"
            : FileDoor.Look(file.Content, file.FileName) switch
            {
                FileFinding.Marked => "Validation.Secret",
                FileFinding.Damaged => "File.Damaged",
                _ => null,
            };
        return why is null ? null : Failure.Invalid(nameof(ReportProgress.File), text[why, copies]);
    }

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
