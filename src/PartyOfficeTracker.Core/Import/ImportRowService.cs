using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Core.Import;

/// <summary>The rows of a draft: taken in, set aside, moved, joined, corrected, split, made from a passage. Each keeps its place in the source.</summary>
public sealed class ImportRowService(
    AppDbContext db,
    ChangeContext change,
    UnitDirectory units,
    IValidator<ActOnImportRow> actValidator,
    IValidator<EditImportRow> editValidator,
    IValidator<AddImportRow> addValidator,
    IStringLocalizer<Strings> text)
{
    /// <summary>Characters between two rows that may still become one.</summary>
    private const int FurthestMerge = 400;

    /// <summary>What one key does: take in, set aside, move to another kind, join the next row of the kind.</summary>
    /// <returns>The row to go on with.</returns>
    public async Task<Result<int>> ActAsync(Actor actor, int id, int rowId, ActOnImportRow command, CancellationToken cancel)
    {
        var found = await FindAsync(actor, id, rowId, cancel);
        if (found.Failure is { } missing)
        {
            return missing;
        }

        var (draft, row) = found.Value;
        if (actValidator.Check(command) is { } failure)
        {
            return failure;
        }

        db.ExpectVersion(row, command.Version);
        change.Undo = Mark(command.Action switch
        {
            ImportRowAction.Merge => UndoKind.Merged,
            ImportRowAction.Move => UndoKind.Moved,
            ImportRowAction.Discard => UndoKind.Deleted,
            _ => UndoKind.Changed,
        }, row);
        switch (command.Action)
        {
            case ImportRowAction.Merge when Merge(draft, row) is { } cannot:
                return cannot;
            case ImportRowAction.Discard:
                row.IsAccepted = false;
                break;
            case ImportRowAction.Move:
                row.Kind = command.Kind;
                row.IsAccepted = true;
                break;
            default:
                row.IsAccepted = true;
                break;
        }

        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : row.Id;
    }

    /// <summary>Corrects a row, or makes one row of each line of its text. A row somebody corrected is taken in and no longer weak.</summary>
    /// <returns>The row to go on with.</returns>
    public async Task<Result<int>> EditAsync(Actor actor, int id, int rowId, EditImportRow command, CancellationToken cancel)
    {
        var found = await FindAsync(actor, id, rowId, cancel);
        if (found.Failure is { } missing)
        {
            return missing;
        }

        var (draft, row) = found.Value;
        if (editValidator.Check(command) is { } failure)
        {
            return failure;
        }

        if (await UnknownAsync(command, cancel) is { } unknown)
        {
            return unknown;
        }

        db.ExpectVersion(row, command.Version);
        var parts = command.Text!.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (command.IsSplit && parts.Length < 2)
        {
            return Failure.Invalid(nameof(command.Text), text["Import.SplitNeedsLines"]);
        }

        change.Undo = Mark(command.IsSplit ? UndoKind.Split : UndoKind.Changed, row);

        // The words are set below, with their place in the source.
        var words = row.Text;
        if (command.Kind == row.Kind)
        {
            row.Take(command);
        }
        else
        {
            row.TakeAndMove(command);
        }

        row.Text = words;
        if (command.IsSplit)
        {
            Split(draft, row, parts);
        }
        else
        {
            SetText(draft, row, string.Join('\n', parts));
        }

        row.IsAccepted = true;
        row.IsWeak = false;
        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : row.Id;
    }

    /// <summary>Makes a row of a passage the reader made none of. Words that do not stand in the source are refused: a row has a place.</summary>
    /// <returns>The new row.</returns>
    public async Task<Result<int>> AddAsync(Actor actor, int id, AddImportRow command, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        if (await db.ImportDrafts.SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } draft)
        {
            return Failure.NotFound;
        }

        if (addValidator.Check(command) is { } failure)
        {
            return failure;
        }

        var from = Math.Clamp(command.Start ?? 0, 0, draft.Text.Length);
        var span = SpanText.Find(draft.Text, new Span(from, draft.Text.Length), command.Text!)
            ?? SpanText.Find(draft.Text, new Span(0, draft.Text.Length), command.Text!);
        if (span is not { } place)
        {
            return Failure.Invalid(nameof(command.Text), text["Import.NotInTheText"]);
        }

        var row = new ImportRow
        {
            DraftId = id,
            Kind = command.Kind,
            Text = SpanText.Of(draft.Text, place),
            SpanStart = place.Start,
            SpanEnd = place.End,
            IsAccepted = true,
        };
        db.ImportRows.Add(row);
        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : row.Id;
    }

    private static UndoMark Mark(UndoKind kind, ImportRow row) => new(UndoStep.OfImport(row.DraftId), kind, row.Text);

    private async Task<Result<(ImportDraft Draft, ImportRow Row)>> FindAsync(Actor actor, int id, int rowId, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        return await db.ImportDrafts.Include(d => d.Rows).SingleOrDefaultAsync(d => d.Id == id, cancel) is { } draft
            && draft.Rows.Find(r => r.Id == rowId) is { } row
            ? (draft, row)
            : Failure.NotFound;
    }

    private async Task<Failure?> UnknownAsync(EditImportRow command, CancellationToken cancel)
    {
        var known = new (string Field, bool IsKnown)[]
        {
            (nameof(command.AddresseeUnitId), command.AddresseeUnitId is null || await units.FindAsync(command.AddresseeUnitId, cancel) is not null),
            (nameof(command.UnitId), command.UnitId is null || await units.FindAsync(command.UnitId, cancel) is not null),
            (nameof(command.FieldOfWorkId), command.FieldOfWorkId is null || (await units.FieldsAsync(cancel)).Any(f => f.Id == command.FieldOfWorkId)),
        };
        return known.All(k => k.IsKnown)
            ? null
            : Failure.Invalid(known.Where(k => !k.IsKnown).Select(k => new FieldError(k.Field, text["Validation.Unknown"])));
    }

    private static void SetText(ImportDraft draft, ImportRow row, string words)
    {
        if (row.Text == words)
        {
            return;
        }

        // A row that was made longer may still be the source's own words: look from its first word on.
        var exact = SpanText.Find(draft.Text, new Span(row.SpanStart, row.SpanEnd), words)
            ?? SpanText.Find(draft.Text, new Span(row.SpanStart, Math.Min(draft.Text.Length, row.SpanStart + RowFacts.TextLength)), words);
        if (exact is { } span)
        {
            // A line break somebody typed stays one, though the words are the source's own.
            (row.SpanStart, row.SpanEnd) = (span.Start, span.End);
            row.IsEdited = words.Contains('\n', StringComparison.Ordinal);
            row.Text = row.IsEdited ? words : SpanText.Of(draft.Text, span);
        }
        else
        {
            row.Text = words;
            row.IsEdited = true;
        }
    }

    /// <summary>Each line becomes a row with its own part of the span; words that are not the source's keep what is left of it.</summary>
    private static void Split(ImportDraft draft, ImportRow row, string[] parts)
    {
        var left = new Span(row.SpanStart, row.SpanEnd);
        for (var i = 0; i < parts.Length; i++)
        {
            var exact = SpanText.Find(draft.Text, left, parts[i]);
            var span = exact ?? left;
            var target = i == 0 ? row : CopyOf(row);
            (target.SpanStart, target.SpanEnd) = (span.Start, span.End);
            target.Text = exact is null ? parts[i] : SpanText.Of(draft.Text, span);
            target.IsEdited = exact is null;
            left = exact is null ? left : new Span(span.End, left.End);
            if (i > 0)
            {
                draft.Rows.Add(target);
            }
        }
    }

    /// <summary>Joins the next row of the kind; with nothing between them the words are the source's from the first to the last.</summary>
    private Failure? Merge(ImportDraft draft, ImportRow row)
    {
        var next = draft.Rows.Where(r => r.Kind == row.Kind && r != row && (r.SpanStart, r.Id).CompareTo((row.SpanStart, row.Id)) > 0)
            .OrderBy(r => r.SpanStart).ThenBy(r => r.Id).FirstOrDefault();
        if (next is null)
        {
            return Failure.Invalid("", text["Import.NothingToMerge"]);
        }

        var between = draft.Rows.Where(r => r.SpanStart >= row.SpanEnd && r.SpanEnd <= next.SpanStart);
        if (next.SpanStart - row.SpanEnd > FurthestMerge || between.Any(r => r.Kind is not (RowKind.Remark or RowKind.Training) && r.Kind != row.Kind))
        {
            return Failure.Invalid("", text["Import.MergeTooFar"]);
        }

        var whole = new Span(row.SpanStart, Math.Max(row.SpanEnd, next.SpanEnd));
        var isWhole = !row.IsEdited && !next.IsEdited
            && !draft.Rows.Exists(r => r.Kind != RowKind.Remark && r != row && r != next && r.SpanStart < whole.End && r.SpanEnd > whole.Start);
        var merged = isWhole ? SpanText.Of(draft.Text, whole) : row.Text + " " + next.Text;
        if (merged.Length > RowFacts.TextLength)
        {
            return Failure.Invalid("", text["Validation.TooLong", merged.Length, RowFacts.TextLength]);
        }

        (row.SpanStart, row.SpanEnd) = (whole.Start, whole.End);
        row.Text = merged;
        row.IsEdited = !isWhole;
        row.IsWeak = row.IsWeak && next.IsWeak;
        db.Remove(next);
        return null;
    }

    /// <summary>A part of a numbered task has no number of its own.</summary>
    private static ImportRow CopyOf(ImportRow row)
    {
        var copy = new ImportRow { IsAccepted = true };
        copy.TakeAll(row);
        copy.Number = null;
        return copy;
    }
}
