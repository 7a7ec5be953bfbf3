using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>What became of one assignment of a bulk action.</summary>
/// <param name="AssignmentId">The assignment.</param>
/// <param name="Why">Why nothing was done; null when it was.</param>
public sealed record StepOutcome(int AssignmentId, string? Why);

/// <summary>The steps between two reports: extensions, obstacles, refusals, urging, passing on, withdrawal by a later document.</summary>
public sealed class StepService(
    AppDbContext db, ChangeContext change, UnitDirectory units, IValidator<TakeStep> validator, IStringLocalizer<Strings> text, TimeProvider time)
{
    /// <summary>Working days a unit has to answer an urging.</summary>
    public const int AnswerWorkingDays = 2;

    /// <summary>Assignments one action may cover.</summary>
    public const int MostAtOnce = 500;

    /// <summary>Takes one step with one assignment.</summary>
    public async Task<Result> TakeAsync(Actor actor, int assignmentId, TakeStep command, CancellationToken cancel)
    {
        if (!command.Step.IsOpenTo(actor))
        {
            return Failure.Forbidden;
        }

        if (await Assignments(actor).SingleOrDefaultAsync(a => a.Id == assignmentId, cancel) is not { } assignment)
        {
            return Failure.NotFound;
        }

        if (await CheckAsync(command, cancel) is { } failure)
        {
            return failure;
        }

        if (await db.StaleAsync(assignment, command.Version, cancel) is { } stale)
        {
            return stale;
        }

        var by = AssignmentEntry.Now(actor, time, await units.CalendarAsync(cancel));
        if (Refusal(assignment, command, by, actor, await HeldAsync(command, [assignment.DirectiveId], cancel)) is { } refusal)
        {
            return refusal;
        }

        change.Reason = command.Reason;
        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    /// <summary>Takes one step with many assignments in one save; those it does not fit stay as they are and say why.</summary>
    /// <returns>One outcome an assignment asked for and seen, in the order asked.</returns>
    public async Task<Result<IReadOnlyList<StepOutcome>>> TakeAllAsync(
        Actor actor, IReadOnlyCollection<int> assignmentIds, TakeStep command, CancellationToken cancel)
    {
        if (!command.Step.IsOpenTo(actor))
        {
            return Failure.Forbidden;
        }

        if (assignmentIds.Count is 0 or > MostAtOnce)
        {
            return Failure.Invalid("", text[assignmentIds.Count == 0 ? "FollowUp.ChooseSome" : "FollowUp.TooMany", MostAtOnce]);
        }

        var found = await Assignments(actor).Where(a => assignmentIds.Contains(a.Id)).OrderBy(a => a.Unit!.SortOrder).ThenBy(a => a.Id).ToListAsync(cancel);
        if (await CheckAsync(command, cancel) is { } failure)
        {
            return failure;
        }

        var by = AssignmentEntry.Now(actor, time, await units.CalendarAsync(cancel));
        var held = await HeldAsync(command, [.. found.Select(a => a.DirectiveId).Distinct()], cancel);
        var outcomes = found.ConvertAll(a => new StepOutcome(a.Id, Refusal(a, command, by, actor, held)?.Errors[0].Message));
        change.Reason = command.Reason;
        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : Result.Success<IReadOnlyList<StepOutcome>>(outcomes);
    }

    private IQueryable<Assignment> Assignments(Actor actor)
    {
        var visible = db.Assignments.VisibleTo(actor).Include(a => a.Directive!.Conference);
        return actor.Role == UserRole.Province ? visible.Where(a => a.UnitId == actor.UnitId) : visible;
    }

    private async Task<Failure?> CheckAsync(TakeStep command, CancellationToken cancel)
    {
        if (validator.Check(command) is { } failure)
        {
            return failure;
        }

        var today = time.TodayInHanoi();
        if (command.Step == FollowUpStep.PassOn && (await units.FindAsync(command.UnitId, cancel))?.IsValidOn(today) != true)
        {
            return Failure.Invalid(nameof(command.UnitId), text["FollowUp.UnitEnded"]);
        }

        return command.DocumentDate > today ? Failure.Invalid(nameof(command.DocumentDate), text["Report.InTheFuture"]) : null;
    }

    /// <summary>What the unit that is to answer was given already of some directives, withdrawn or not: no unit is given one twice.</summary>
    private async Task<HashSet<(int DirectiveId, DateOnly PeriodFrom)>> HeldAsync(TakeStep command, IReadOnlyList<int> directives, CancellationToken cancel) =>
        command.Step != FollowUpStep.PassOn
            ? []
            : [.. (await db.Assignments.IgnoreQueryFilters().AsNoTracking()
                .Where(a => directives.Contains(a.DirectiveId) && a.GivenToId == command.UnitId)
                .Select(a => new { a.DirectiveId, a.PeriodFrom })
                .ToListAsync(cancel)).Select(a => (a.DirectiveId, a.PeriodFrom))];

    /// <summary>Takes the step; null when it was taken.</summary>
    private Failure? Refusal(Assignment assignment, TakeStep command, AssignmentEntry by, Actor actor, HashSet<(int, DateOnly)> held)
    {
        if (command.Step == FollowUpStep.PassOn && !held.Add((assignment.DirectiveId, assignment.PeriodFrom)))
        {
            return Failure.Invalid(nameof(command.UnitId), text["FollowUp.HasItAlready"]);
        }

        if (command.Step is FollowUpStep.AskExtension or FollowUpStep.Extend or FollowUpStep.GrantExtension)
        {
            var day = command.Day ?? assignment.WishedDueOn;
            if (day <= assignment.DueOn)
            {
                return Failure.Invalid(nameof(command.Day), text["FollowUp.NotLater", DayText.ToText(assignment.DueOn!.Value)]);
            }
        }

        if (command.Step == FollowUpStep.SetDeadline && WhyNotDeadline(assignment, command.Day, by.Today) is { } why)
        {
            return Failure.Invalid(nameof(command.Day), why);
        }

        return Take(assignment, command, by, actor) ? null : Failure.Invalid("", text["FollowUp.DoesNotFit", text.Of(assignment.State)]);
    }

    /// <summary>More time is an extension, which is counted; and nobody becomes late by a day that is past already.</summary>
    private string? WhyNotDeadline(Assignment assignment, DateOnly? day, DateOnly today)
    {
        var wanted = day ?? assignment.Directive!.DueOn;
        var isLater = assignment.DueOn is { } due && !(wanted <= (assignment.OrderedDueOn ?? due));
        return isLater ? text["FollowUp.LaterIsExtension", DayText.ToText(assignment.DueOn!.Value), text.Of(FollowUpStep.Extend)].Value
            : wanted < today ? text["FollowUp.PastDeadline"].Value
            : null;
    }

    private static bool Take(Assignment assignment, TakeStep command, AssignmentEntry by, Actor actor)
    {
        var paper = command is { DocumentNumber: { } number, DocumentDate: { } date } ? new Paper(number, date) : null;
        var reason = command.Reason ?? "";
        return command.Step switch
        {
            FollowUpStep.AskExtension => assignment.AskExtension(by, command.Day!.Value, reason),
            FollowUpStep.Decline => assignment.Decline(by, reason),
            FollowUpStep.RaiseObstacle => assignment.RaiseObstacle(by, command.Level, reason),
            FollowUpStep.Answer => assignment.Answer(by, reason, onBehalf: actor.Role != UserRole.Province),
            FollowUpStep.Urge => assignment.Urge(by, command.Urging, AnswerDue(by), command.Reason),
            FollowUpStep.GrantExtension => (command.Day ?? assignment.WishedDueOn) is { } day && assignment.GrantExtension(by, day, command.Reason),
            FollowUpStep.RefuseExtension => assignment.RefuseExtension(by, reason),
            FollowUpStep.Extend => assignment.Extend(by, command.Day!.Value, reason),
            FollowUpStep.RefuseDecline => assignment.RefuseDecline(by, reason),
            FollowUpStep.SettleObstacle => assignment.SettleObstacle(by, reason),
            FollowUpStep.SetDeadline => assignment.SetOwnDeadline(by, command.Day, assignment.Directive!, reason),
            FollowUpStep.ChangeRole => assignment.ChangeRole(by, command.Role, reason),
            FollowUpStep.PassOn => assignment.Reassign(by, command.UnitId!.Value, reason, paper),
            _ => paper is not null && assignment.WithdrawBy(by, paper, command.Reason),
        };
    }

    private static DateOnly AnswerDue(AssignmentEntry by) => by.Calendar!.AddWorkingDays(by.Today, AnswerWorkingDays);
}
