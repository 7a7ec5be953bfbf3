using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Undo;

/// <summary>What came back.</summary>
/// <param name="Label">The words it was done under.</param>
/// <param name="Rows">The rows of minutes that are there again or as before.</param>
/// <param name="HasParts">Whether chairs, points, documents or sources are among it.</param>
/// <param name="Address">Where a conference or report that was thrown away is now.</param>
public sealed record UndoneStep(string Label, IReadOnlyList<int> Rows, bool HasParts, string? Address);

public sealed record TrashItem(int Id, string Label, string By, DateTime At);

/// <summary>Takes the last acts back, one after another, and brings back what was thrown away.</summary>
public sealed class UndoService(
    AppDbContext db,
    ChangeContext change,
    UndoRestorer restorer,
    IDirectiveFollower follower,
    UnitDirectory units,
    SuccessionService succession,
    IStringLocalizer<Strings> text,
    TimeProvider time)
{
    /// <summary>How long what was thrown away comes back.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const int MostShown = 100;

    /// <summary>The act the actor would take back next; null when there is none.</summary>
    public Task<UndoItem?> LastAsync(Actor actor, string scope, CancellationToken cancel) =>
        db.UndoSteps.AsNoTracking().Where(s => s.Scope == scope && s.UserId == actor.UserId)
            .OrderByDescending(s => s.Id).Select(s => new UndoItem(s.Id, s.Kind, s.Label)).FirstOrDefaultAsync(cancel);

    /// <summary>Takes one of the actor's acts back, which must be the last of its place.</summary>
    public async Task<Result<UndoneStep>> UndoAsync(Actor actor, int id, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        var step = await db.UndoSteps.SingleOrDefaultAsync(s => s.Id == id && s.UserId == actor.UserId && s.Scope != UndoStep.Trash, cancel);
        if (step is null || await db.UndoSteps.AnyAsync(s => s.Scope == step.Scope && s.UserId == actor.UserId && s.Id > id, cancel))
        {
            return Failure.NotFound;
        }

        return await TakeBackAsync(actor, step, cancel);
    }

    /// <summary>The conferences and reports that were thrown away, newest first.</summary>
    public async Task<Result<IReadOnlyList<TrashItem>>> TrashAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        var since = time.GetUtcNow().UtcDateTime - Kept;
        return Result.Success<IReadOnlyList<TrashItem>>(await db.UndoSteps.AsNoTracking()
            .Where(s => s.Scope == UndoStep.Trash && s.At >= since)
            .OrderByDescending(s => s.Id)
            .Take(MostShown)
            .Select(s => new TrashItem(s.Id, s.Label, s.User!.DisplayName, s.At))
            .ToListAsync(cancel));
    }

    /// <summary>Brings back a conference or report anybody of the office has thrown away.</summary>
    public async Task<Result<UndoneStep>> RestoreAsync(Actor actor, int id, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        return await db.UndoSteps.SingleOrDefaultAsync(s => s.Id == id && s.Scope == UndoStep.Trash, cancel) is { } step
            ? await TakeBackAsync(actor, step, cancel)
            : Failure.NotFound;
    }

    private async Task<Result<UndoneStep>> TakeBackAsync(Actor actor, UndoStep step, CancellationToken cancel)
    {
        change.Reason = text["Undo.Reason", step.Label];
        var data = UndoRecorder.Read(step.Data);
        if (step.Kind == UndoKind.Withdrawn)
        {
            if (await GiveBackAsync(actor, data, cancel) is { } cannot)
            {
                return cannot;
            }
        }
        else if (!await restorer.RestoreAsync(data, cancel))
        {
            db.ChangeTracker.Clear();
            return Failure.Invalid("", text["Undo.ChangedSince", step.Label]);
        }

        var made = restorer.Made;
        var conferenceId = made.Select(ConferenceOf).FirstOrDefault(id => id > 0);
        if (await db.Conferences.SingleOrDefaultAsync(c => c.Id == conferenceId, cancel) is { } conference)
        {
            if (conference.State == ConferenceState.Closed)
            {
                db.ChangeTracker.Clear();
                return Failure.Invalid("", text["Conference.ClosedIsReadOnly"]);
            }

            await db.TellUnitsAsync(follower, actor, conference, made.OfType<Row>(), change.Reason, cancel);
        }

        db.Remove(step);
        if (await db.SaveOrConflictAsync(cancel) is { } conflict)
        {
            return conflict;
        }

        return new UndoneStep(
            step.Label, [.. made.OfType<Row>().Select(r => r.Id)], made.Any(e => e is Chair or ConnectionPoint or Source or Citation { RowId: null }),
            restorer.Address);
    }

    private static int? ConferenceOf(object made) => made switch
    {
        Row row => row.ConferenceId,
        Chair chair => chair.ConferenceId,
        ConnectionPoint point => point.ConferenceId,
        Source source => source.ConferenceId,
        Citation citation => citation.ConferenceId,
        _ => null,
    };

    /// <summary>
    /// What was taken from units, or from who carries their work on, is theirs again, as an event of its own: their history is never rewritten.
    /// </summary>
    private async Task<Failure?> GiveBackAsync(Actor actor, UndoData data, CancellationToken cancel)
    {
        var uids = data.Changed.Select(r => r.Uid!.Value).ToList();
        var withdrawn = await db.Assignments.IgnoreQueryFilters().Include(a => a.Directive!.Conference)
            .Where(a => uids.Contains(a.Uid) && a.WithdrawnOn != null).ToListAsync(cancel);
        if (withdrawn.Exists(a => a.Directive!.Conference!.State == ConferenceState.Closed))
        {
            return Failure.Invalid("", text["Conference.ClosedIsReadOnly"]);
        }

        var by = AssignmentEntry.Now(actor, time);
        var all = (await units.UnitsAsync(cancel)).ToDictionary(u => u.Id);
        foreach (var assignment in withdrawn)
        {
            assignment.Assign(by, assignment.Directive!, assignment.Role, assignment.OwnDueOn);
            succession.PassOn(assignment, by, all);
        }

        return withdrawn.Count == 0 ? Failure.Invalid("", text["Undo.NothingLeft"]) : null;
    }
}
