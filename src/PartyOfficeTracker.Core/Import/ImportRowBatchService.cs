using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Import;

/// <summary>What is done to several rows of a draft at once.</summary>
public enum ImportBatchAct
{
    Accept,
    Discard,
    Kind,
    Addressee,
    Field,
}

/// <summary>Several rows of one draft, and the one thing that is done to them all.</summary>
public sealed record ChangeImportRows
{
    public List<int> Rows { get; init; } = [];

    public ImportBatchAct Act { get; init; }

    public RowKind Kind { get; init; }

    public Addressee Addressee { get; init; }

    /// <summary>The unit, with <see cref="Conferences.Addressee.OneUnit"/>.</summary>
    public int? AddresseeUnitId { get; init; }

    public int? FieldOfWorkId { get; init; }

    /// <summary>The unit all of them are meant for; null when they are meant for none in particular.</summary>
    internal int? UnitNamed => Act == ImportBatchAct.Addressee && Addressee == Addressee.OneUnit ? AddresseeUnitId : null;
}

public sealed class ChangeImportRowsValidator : AbstractValidator<ChangeImportRows>
{
    public ChangeImportRowsValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Rows).NotEmpty().WithMessage(_ => text["Batch.NoRows"]);
        RuleFor(c => c.Act).Known(text);
        RuleFor(c => c.Kind).Known(text);
        RuleFor(c => c.Addressee).Known(text);
        RuleFor(c => c.AddresseeUnitId).NotNull().When(c => c is { Act: ImportBatchAct.Addressee, Addressee: Addressee.OneUnit })
            .WithMessage(_ => text["Row.AddresseeUnitNeeded"]);
    }
}

/// <summary>One act on several rows of a draft, in one save that can be taken back as one.</summary>
public sealed class ImportRowBatchService(
    AppDbContext db, ChangeContext change, UnitDirectory units, IValidator<ChangeImportRows> validator, IStringLocalizer<Strings> text, TimeProvider time)
{
    /// <returns>The first of the rows, to go on with.</returns>
    public async Task<Result<int>> ChangeAsync(Actor actor, int draftId, ChangeImportRows command, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        if (await db.ImportDrafts.AsNoTracking().Where(d => d.Id == draftId).Select(d => new { d.Date }).SingleOrDefaultAsync(cancel) is not { } draft)
        {
            return Failure.NotFound;
        }

        if (validator.Check(command) is { } failure)
        {
            return failure;
        }

        var rows = await db.ImportRows.Where(r => r.DraftId == draftId && command.Rows.Contains(r.Id))
            .OrderBy(r => r.SpanStart).ThenBy(r => r.Id).ToListAsync(cancel);
        if (rows.Count == 0)
        {
            return Failure.Gone;
        }

        if (await UnknownAsync(command, draft.Date ?? time.TodayInHanoi(), cancel) is { } unknown)
        {
            return unknown;
        }

        var label = rows is [var only] ? only.Text : text["Batch.Rows", rows.Count];
        change.Undo = new UndoMark(UndoStep.OfImport(draftId), KindOf(command.Act), label);
        foreach (var row in rows)
        {
            Act(row, command);
        }

        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : rows[0].Id;
    }

    private static UndoKind KindOf(ImportBatchAct act) => act switch
    {
        ImportBatchAct.Discard => UndoKind.Deleted,
        ImportBatchAct.Kind => UndoKind.Moved,
        _ => UndoKind.Changed,
    };

    /// <summary>What a person says of a row is no longer the reader's guess.</summary>
    private static void Act(ImportRow row, ChangeImportRows command)
    {
        switch (command.Act)
        {
            case ImportBatchAct.Discard:
                row.IsAccepted = false;
                return;
            case ImportBatchAct.Kind:
                row.Kind = command.Kind;
                break;
            case ImportBatchAct.Addressee:
                (row.Addressee, row.AddresseeUnitId) = (command.Addressee, command.UnitNamed);
                break;
            case ImportBatchAct.Field:
                row.FieldOfWorkId = command.FieldOfWorkId;
                break;
            default:
                break;
        }

        row.IsAccepted = true;
    }

    private async Task<Failure?> UnknownAsync(ChangeImportRows command, DateOnly day, CancellationToken cancel)
    {
        if (command.UnitNamed is { } unit && (await units.FindAsync(unit, cancel))?.IsValidOn(day) != true)
        {
            return Failure.Invalid(nameof(command.AddresseeUnitId), text["Validation.Unknown"]);
        }

        return command.Act == ImportBatchAct.Field && command.FieldOfWorkId is { } field && (await units.FieldsAsync(cancel)).All(f => f.Id != field)
            ? Failure.Invalid(nameof(command.FieldOfWorkId), text["Validation.Unknown"])
            : null;
    }
}
