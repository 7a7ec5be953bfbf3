using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>A later document gives a directive another deadline, other words, or both.</summary>
public sealed record AmendDirective
{
    /// <summary>The new deadline; null leaves the one it has.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>What the directive says from now on; null leaves its words.</summary>
    public string? Text { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    public string? Reason { get; init; }

    public Guid Version { get; init; }
}

public sealed class AmendDirectiveValidator : AbstractValidator<AmendDirective>
{
    public AmendDirectiveValidator(IStringLocalizer<Strings> text, TimeProvider time)
    {
        RuleFor(c => c.Text).NoLongerThan(RowFacts.TextLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.DocumentNumber).Filled(text).NoLongerThan(Evidence.DocumentNumberLength, text);
        RuleFor(c => c.DocumentDate).NotNull().WithMessage(_ => text["Validation.Required"]);
        RuleFor(c => c.DocumentDate).Must(d => d is null || d <= time.TodayInHanoi()).WithMessage(_ => text["Report.InTheFuture"]);
        RuleFor(c => c.Reason).NoLongerThan(Conference.ReasonLength, text);
    }
}

/// <summary>Changes what was ordered by a later document; every task that follows the directive keeps the number of the document.</summary>
public sealed class AmendmentService(
    AppDbContext db, ChangeContext change, UnitDirectory units, IValidator<AmendDirective> validator, IStringLocalizer<Strings> text, TimeProvider time)
{
    public async Task<Result> AmendAsync(Actor actor, int directiveId, AmendDirective command, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        var directive = await db.Rows.Include(r => r.Conference).SingleOrDefaultAsync(r => r.Id == directiveId && r.Kind == RowKind.Directive, cancel);
        if (directive is null)
        {
            return Failure.NotFound;
        }

        if (validator.Check(command) is { } failure)
        {
            return failure;
        }

        if (RowActs.TooEarly(directive.Conference!, command.DueOn, text) is { } early)
        {
            return early;
        }

        var isReworded = command.Text is { } words && !string.IsNullOrWhiteSpace(words) && VietnameseText.Normalise(words).Trim() != directive.Text;
        if (!isReworded && command.DueOn is null)
        {
            return Failure.Invalid(nameof(command.DueOn), text["Amend.Nothing"]);
        }

        db.ExpectVersion(directive, command.Version);
        if (isReworded)
        {
            directive.Text = command.Text!;
        }

        if (command.DueOn is not null)
        {
            directive.SetDeadline(DeadlineKind.Fixed, command.DueOn);
        }

        var paper = new Paper(command.DocumentNumber!, command.DocumentDate!.Value);
        var by = AssignmentEntry.Now(actor, time, await units.CalendarAsync(cancel));
        foreach (var assignment in await db.Assignments.Where(a => a.DirectiveId == directiveId && a.ClosedOn == null).ToListAsync(cancel))
        {
            assignment.FollowDirective(by, directive, paper, command.Reason);
            if (isReworded)
            {
                assignment.Reword(by, command.Reason, paper);
            }
        }

        change.Reason = string.Join(": ", new[] { $"{paper.Number}, {DayText.ToText(paper.Date)}", command.Reason }.Where(p => !string.IsNullOrWhiteSpace(p)));
        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }
}
