using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>The rows of the minutes: add, edit, move up and down, move to another kind, delete.</summary>
public sealed class MinutesService(
    AppDbContext db,
    ChangeContext change,
    ConferenceService conferences,
    CitationRegister citations,
    IDirectiveFollower follower,
    IValidator<AddRows> addValidator,
    IValidator<EditRow> editValidator,
    IStringLocalizer<Strings> text)
{
    /// <summary>Adds one row a line at the end of its kind.</summary>
    /// <returns>The first of the rows that were added.</returns>
    public async Task<Result<int>> AddAsync(Actor actor, int conferenceId, AddRows command, CancellationToken cancel)
    {
        var found = await conferences.FindForWritingAsync(actor, conferenceId, cancel);
        if (found.Failure is { } cannot)
        {
            return cannot;
        }

        if ((addValidator.Check(command) ?? TooEarly(command, found.Value)) is { } failure)
        {
            return failure;
        }

        var position = await LastPositionAsync(conferenceId, command.Kind, cancel);
        Row? first = null;
        foreach (var (number, line) in RowText.Entries(command.Text))
        {
            var row = new Row { ConferenceId = conferenceId, Position = ++position };
            row.Take(command);
            row.Text = line;
            row.Number = command.Kind == RowKind.Directive ? number : null;
            db.Rows.Add(row);
            first ??= row;
        }

        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : first!.Id;
    }

    /// <summary>Changes a row, and moves it to the end of another kind when the command names another.</summary>
    public async Task<Result> EditAsync(Actor actor, int conferenceId, int rowId, EditRow command, CancellationToken cancel)
    {
        var found = await FindAsync(actor, conferenceId, rowId, cancel);
        if (found.Failure is { } cannot)
        {
            return cannot;
        }

        var (conference, row) = found.Value;
        if ((editValidator.Check(command) ?? TooEarly(command, conference) ?? RowActs.Unexplained(conference, command.Reason, text)) is { } failure)
        {
            return failure;
        }

        db.ExpectVersion(row, command.Version);
        change.Reason = command.Reason;
        var hasMoved = command.Kind != row.Kind;
        await HangAsync(row, command, onlyGiven: false, cancel);
        if (!hasMoved)
        {
            row.Take(command);
        }
        else if (await MoveAsync(row, command.Kind, () => row.TakeAndMove(command), cancel) is { } stays)
        {
            return stays;
        }
        else
        {
            await HangAsync(row, command, onlyGiven: true, cancel);
            change.Undo = Mark(UndoKind.Moved, row);
        }

        await db.TellUnitsAsync(follower, actor, conference, [row], command.Reason, cancel);
        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    /// <summary>Changes places with the row before (−1) or after (+1) it among the rows of its kind.</summary>
    public async Task<Result> MoveAsync(Actor actor, int conferenceId, int rowId, int step, CancellationToken cancel)
    {
        var found = await FindAsync(actor, conferenceId, rowId, cancel);
        if (found.Failure is { } cannot)
        {
            return cannot;
        }

        var siblings = await OfKindAsync(conferenceId, found.Value.Row.Kind, cancel);
        var from = siblings.FindIndex(r => r.Id == rowId);
        var to = from + Math.Sign(step);
        if (to >= 0 && to < siblings.Count)
        {
            (siblings[from], siblings[to]) = (siblings[to], siblings[from]);
            RowActs.Number(siblings);
            change.Undo = Mark(UndoKind.Moved, found.Value.Row);
        }

        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    /// <summary>Moves a row to the end of another kind, as it stands.</summary>
    public async Task<Result> MoveToKindAsync(Actor actor, int conferenceId, int rowId, RowKind kind, CancellationToken cancel)
    {
        var found = await FindAsync(actor, conferenceId, rowId, cancel);
        if (found.Failure is { } cannot)
        {
            return cannot;
        }

        if (!Enum.IsDefined(kind))
        {
            return Failure.Invalid(nameof(kind), text["Validation.Unknown"]);
        }

        var row = found.Value.Row;
        change.Undo = Mark(UndoKind.Moved, row);
        return row.Kind != kind && await MoveAsync(row, kind, () => row.Kind = kind, cancel) is { } stays
            ? stays
            : Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    public async Task<Result> DeleteAsync(Actor actor, int conferenceId, int rowId, Guid version, string? reason, CancellationToken cancel)
    {
        var found = await FindAsync(actor, conferenceId, rowId, cancel);
        if (found.Failure is { } cannot)
        {
            return cannot;
        }

        var (conference, row) = found.Value;
        if (RowActs.Unexplained(conference, reason, text) is { } failure)
        {
            return failure;
        }

        if (await follower.HasHistoryAsync(row.Id, cancel))
        {
            return Failure.Invalid("", text[await follower.IsAssignedAsync(row.Id, cancel) ? "Row.AssignedStays" : "Row.HistoryStays"]);
        }

        db.ExpectVersion(row, version);
        change.Reason = reason;
        change.Undo = Mark(UndoKind.Deleted, row);
        await db.RemoveRowsAsync([row], cancel);
        RowActs.Number((await OfKindAsync(conferenceId, row.Kind, cancel)).Where(r => r != row));
        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    /// <summary>The row as its form shows it; null when there is no such row of this conference.</summary>
    public async Task<EditRow?> FormAsync(Actor actor, int conferenceId, int rowId, CancellationToken cancel)
    {
        if (!actor.WritesConferences || await FindRowAsync(conferenceId, rowId, cancel) is not { } row)
        {
            return null;
        }

        var form = new EditRow
        {
            Figures = string.Join('\n', row.Figures.Select(f => FigureText.ToText(f.Bound, f.Value, f.OfWhat))),
            Cures = [.. row.Cures.Select(c => c.FindingId)],
            Citations = string.Join('\n', row.Citations.OrderBy(c => c.Id).Select(c => c.AsPrinted)),
            Version = row.Version,
        };
        form.TakeAll(row);
        return form;
    }

    private static UndoMark Mark(UndoKind kind, Row row) => new(UndoStep.OfConference(row.ConferenceId), kind, row.Text);

    private async Task<Result<(Conference Conference, Row Row)>> FindAsync(Actor actor, int conferenceId, int rowId, CancellationToken cancel)
    {
        var found = await conferences.FindForWritingAsync(actor, conferenceId, cancel);
        if (found.Failure is { } cannot)
        {
            return cannot;
        }

        return await FindRowAsync(conferenceId, rowId, cancel) is { } row ? (found.Value, row) : Failure.NotFound;
    }

    private Task<Row?> FindRowAsync(int conferenceId, int rowId, CancellationToken cancel) =>
        db.Rows.Include(r => r.Figures).Include(r => r.Cures).Include(r => r.Citations).AsSplitQuery()
            .SingleOrDefaultAsync(r => r.Id == rowId && r.ConferenceId == conferenceId, cancel);

    /// <summary>The rows of one kind in order, tracked.</summary>
    private Task<List<Row>> OfKindAsync(int conferenceId, RowKind kind, CancellationToken cancel) =>
        db.Rows.Where(r => r.ConferenceId == conferenceId && r.Kind == kind).OrderBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(cancel);

    private async Task<int> LastPositionAsync(int conferenceId, RowKind kind, CancellationToken cancel) =>
        await db.Rows.Where(r => r.ConferenceId == conferenceId && r.Kind == kind).MaxAsync(r => (int?)r.Position, cancel) ?? 0;

    /// <summary>To the end of another kind; those it leaves close up. What units work on stays a directive.</summary>
    private async Task<Failure?> MoveAsync(Row row, RowKind kind, Action change, CancellationToken cancel)
    {
        if (row.Kind == RowKind.Directive && await follower.IsAssignedAsync(row.Id, cancel))
        {
            return Failure.Invalid(nameof(row.Kind), text["Row.AssignedStays"]);
        }

        var left = (await OfKindAsync(row.ConferenceId, row.Kind, cancel)).Where(r => r != row).ToList();
        row.Position = await LastPositionAsync(row.ConferenceId, kind, cancel) + 1;
        change();
        RowActs.Number(left);
        return null;
    }

    private Failure? TooEarly(RowFacts command, Conference conference) =>
        command.Kind == RowKind.Directive ? RowActs.TooEarly(conference, command.DueOn, text) : null;

    /// <summary>What hangs on a row besides its facts, as far as its kind has it; see <see cref="RowFacts.TakeAndMove"/>.</summary>
    private async Task HangAsync(Row row, EditRow command, bool onlyGiven, CancellationToken cancel)
    {
        if (row.Kind.IsFinding() && !(onlyGiven && string.IsNullOrWhiteSpace(command.Figures)))
        {
            SetFigures(row, FigureText.ParseAll(command.Figures) ?? []);
        }

        if (row.Kind != RowKind.Directive)
        {
            return;
        }

        if (!onlyGiven || command.Cures.Count > 0)
        {
            await SetCuresAsync(row, command.Cures, cancel);
        }

        if (!onlyGiven || !string.IsNullOrWhiteSpace(command.Citations))
        {
            await citations.ReplaceAsync(row, DocumentReference.ParseAll(command.Citations), cancel);
        }
    }

    private void SetFigures(Row row, IReadOnlyList<(FigureBound Bound, decimal Value, string OfWhat)> wanted)
    {
        if (row.Figures.Select(f => (f.Bound, f.Value, f.OfWhat)).SequenceEqual(wanted))
        {
            return;
        }

        db.RemoveRange(row.Figures);
        row.Figures.Clear();
        row.Figures.AddRange(wanted.Select(w => new Figure { Bound = w.Bound, Value = w.Value, OfWhat = w.OfWhat }));
    }

    /// <summary>A directive cures shortcomings and obstacles of its own conference; other ids are left out.</summary>
    private async Task SetCuresAsync(Row directive, IReadOnlyList<int> findingIds, CancellationToken cancel)
    {
        var wanted = await db.Rows
            .Where(r => findingIds.Contains(r.Id) && (r.Kind == RowKind.Shortcoming || r.Kind == RowKind.Obstacle) && r.ConferenceId == directive.ConferenceId)
            .Select(r => r.Id)
            .ToListAsync(cancel);
        db.RemoveRange(directive.Cures.Where(c => !wanted.Contains(c.FindingId)));
        directive.Cures.RemoveAll(c => !wanted.Contains(c.FindingId));
        var kept = directive.Cures.Select(c => c.FindingId).ToHashSet();
        directive.Cures.AddRange(wanted.Where(id => !kept.Contains(id)).Select(id => new Cure { FindingId = id }));
    }
}
