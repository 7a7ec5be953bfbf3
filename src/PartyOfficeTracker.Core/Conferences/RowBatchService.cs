using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>What is done to several rows at once.</summary>
public enum RowBatchAct
{
    Addressee,
    Field,
    Kind,
    Deadline,
    Place,
    Delete,
}

/// <summary>Several rows of one conference, and the one thing that is done to them all.</summary>
public sealed record ChangeRows
{
    public List<int> Rows { get; init; } = [];

    public RowBatchAct Act { get; init; }

    public Addressee Addressee { get; init; }

    /// <summary>The unit, with <see cref="Conferences.Addressee.OneUnit"/>.</summary>
    public int? AddresseeUnitId { get; init; }

    public int? FieldOfWorkId { get; init; }

    public RowKind Kind { get; init; }

    public DeadlineKind DeadlineKind { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>The number the first of them has afterwards, with <see cref="RowBatchAct.Place"/>.</summary>
    public int? Position { get; init; }

    /// <summary>Why published rows are changed.</summary>
    public string? Reason { get; init; }

    /// <summary>The unit all of them are meant for; null when they are meant for none in particular.</summary>
    internal int? UnitNamed => Act == RowBatchAct.Addressee && Addressee == Addressee.OneUnit ? AddresseeUnitId : null;
}

public sealed class ChangeRowsValidator : AbstractValidator<ChangeRows>
{
    public ChangeRowsValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Rows).NotEmpty().WithMessage(_ => text["Batch.NoRows"]);
        RuleFor(c => c.Act).Known(text);
        RuleFor(c => c.Addressee).Known(text);
        RuleFor(c => c.AddresseeUnitId).NotNull().When(c => c is { Act: RowBatchAct.Addressee, Addressee: Addressee.OneUnit })
            .WithMessage(_ => text["Row.AddresseeUnitNeeded"]);
        RuleFor(c => c.Kind).Known(text);
        RuleFor(c => c.DeadlineKind).Known(text);
        RuleFor(c => c.DueOn).Must((c, day) => c.DeadlineKind.NeedsDay() == day.HasValue)
            .When(c => c.Act == RowBatchAct.Deadline).WithMessage(_ => text["Batch.DayAndKind"]);
        RuleFor(c => c.Position).NotNull().When(c => c.Act == RowBatchAct.Place).WithMessage(_ => text["Validation.Required"]);
        RuleFor(c => c.Reason).NoLongerThan(Conference.ReasonLength, text);
    }
}

/// <summary>One act on several rows, in one save that can be taken back as one.</summary>
public sealed class RowBatchService(
    AppDbContext db,
    ChangeContext change,
    ConferenceService conferences,
    UnitDirectory units,
    IDirectiveFollower follower,
    IValidator<ChangeRows> validator,
    IStringLocalizer<Strings> text)
{
    /// <returns>The rows that are there and changed.</returns>
    public async Task<Result<IReadOnlyList<int>>> ChangeAsync(Actor actor, int conferenceId, ChangeRows command, CancellationToken cancel)
    {
        var found = await conferences.FindForWritingAsync(actor, conferenceId, cancel);
        if (found.Failure is { } cannot)
        {
            return cannot;
        }

        if (validator.Check(command) is { } failure)
        {
            return failure;
        }

        var all = await db.Rows.Where(r => r.ConferenceId == conferenceId).OrderBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(cancel);
        var rows = all.Where(r => command.Rows.Contains(r.Id)).OrderBy(r => r.Kind).ToList();
        if (rows.Count == 0)
        {
            return Failure.Gone;
        }

        if (await RefusalAsync(found.Value, rows, command, cancel) is { } refusal)
        {
            return refusal;
        }

        change.Reason = command.Reason;
        var label = rows is [var only] ? only.Text : text["Batch.Rows", rows.Count];
        change.Undo = new UndoMark(UndoStep.OfConference(conferenceId), KindOf(command.Act), label);
        await ActAsync(all, rows, command, cancel);
        await db.TellUnitsAsync(follower, actor, found.Value, rows, command.Reason, cancel);
        IReadOnlyList<int> changed = command.Act == RowBatchAct.Delete ? [] : rows.ConvertAll(r => r.Id);
        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : Result.Success(changed);
    }

    private static UndoKind KindOf(RowBatchAct act) => act switch
    {
        RowBatchAct.Delete => UndoKind.Deleted,
        RowBatchAct.Kind or RowBatchAct.Place => UndoKind.Moved,
        _ => UndoKind.Changed,
    };

    private async Task<Failure?> RefusalAsync(Conference conference, List<Row> rows, ChangeRows command, CancellationToken cancel)
    {
        if (command.Act != RowBatchAct.Place && RowActs.Unexplained(conference, command.Reason, text) is { } unexplained)
        {
            return unexplained;
        }

        if (command.Act == RowBatchAct.Field && command.FieldOfWorkId is { } field && (await units.FieldsAsync(cancel)).All(f => f.Id != field))
        {
            return Failure.Invalid(nameof(command.FieldOfWorkId), text["Validation.Unknown"]);
        }

        if (command.UnitNamed is { } unit && (await units.FindAsync(unit, cancel))?.IsValidOn(conference.Date) != true)
        {
            return Failure.Invalid(nameof(command.AddresseeUnitId), text["Validation.Unknown"]);
        }

        if (command.Act == RowBatchAct.Deadline && RowActs.TooEarly(conference, command.DueOn, text) is { } early)
        {
            return early;
        }

        if (command.Act == RowBatchAct.Deadline && rows.TrueForAll(r => r.Kind != RowKind.Directive))
        {
            return Failure.Invalid("", text["Batch.OnlyDirectives"]);
        }

        if (command.Act is not (RowBatchAct.Delete or RowBatchAct.Kind))
        {
            return null;
        }

        foreach (var directive in rows.Where(r => r.Kind == RowKind.Directive))
        {
            if (command.Act == RowBatchAct.Delete ? await follower.HasHistoryAsync(directive.Id, cancel) : await follower.IsAssignedAsync(directive.Id, cancel))
            {
                return Failure.Invalid("", text["Batch.AssignedStays", UndoStep.Cut(directive.Text)]);
            }
        }

        return null;
    }

    private async Task ActAsync(List<Row> all, List<Row> rows, ChangeRows command, CancellationToken cancel)
    {
        switch (command.Act)
        {
            case RowBatchAct.Addressee:
                rows.ForEach(r => (r.Addressee, r.AddresseeUnitId) = (command.Addressee, command.UnitNamed));
                break;
            case RowBatchAct.Field:
                rows.ForEach(r => r.FieldOfWorkId = command.FieldOfWorkId);
                break;
            case RowBatchAct.Kind:
                var last = all.Count(r => r.Kind == command.Kind);
                foreach (var row in rows.Where(r => r.Kind != command.Kind))
                {
                    (row.Kind, row.Position) = (command.Kind, ++last);
                }

                Number(all);
                break;
            case RowBatchAct.Deadline:
                rows.FindAll(r => r.Kind == RowKind.Directive).ForEach(r => r.SetDeadline(command.DeadlineKind, command.DueOn));
                break;
            case RowBatchAct.Place:
                Place(all, rows, command.Position!.Value);
                break;
            default:
                await db.RemoveRowsAsync(rows, cancel);
                Number([.. all.Except(rows)]);
                break;
        }
    }

    /// <summary>The rows stand together from this number on, in the order they have, each among those of its kind.</summary>
    private static void Place(List<Row> all, List<Row> rows, int position)
    {
        foreach (var kind in rows.Select(r => r.Kind).Distinct())
        {
            var siblings = all.Where(r => r.Kind == kind && !rows.Contains(r)).ToList();
            var at = Math.Clamp(position - 1, 0, siblings.Count);
            siblings.InsertRange(at, rows.Where(r => r.Kind == kind));
            RowActs.Number(siblings);
        }
    }

    private static void Number(List<Row> rows)
    {
        foreach (var kind in rows.GroupBy(r => r.Kind))
        {
            RowActs.Number(kind.OrderBy(r => r.Position).ThenBy(r => r.Id));
        }
    }
}
