using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;

namespace PartyOfficeTracker.Core.Directives;

/// <summary>A unit something happened to, by the unit it was then.</summary>
public sealed record SteppedUnit(int AssignmentId, int UnitId);

/// <summary>A file that came with a report.</summary>
public sealed record SteppedFile(int EvidenceId, string FileName);

/// <summary>What one act did to the tasks of a directive: 63 units urged at once are one step.</summary>
/// <param name="Event">What happened, as it happened to the first of the units.</param>
/// <param name="By">Who entered it; null for the daily work.</param>
/// <param name="Said">What was reported.</param>
public sealed record DirectiveStep(
    AssignmentEvent Event, string? By, string? Said, IReadOnlyList<SteppedUnit> Units, IReadOnlyList<SteppedFile> Files);

/// <param name="Changes">What was changed in the directive itself, newest first.</param>
/// <param name="Steps">What happened to its tasks, newest first.</param>
/// <param name="HasMore">Older steps are left out.</param>
public sealed record DirectiveTimeline(IReadOnlyList<RowChange> Changes, IReadOnlyList<DirectiveStep> Steps, bool HasMore);

/// <summary>Everything that happened to a directive and its tasks. A province reads of its own tasks only.</summary>
public sealed class DirectiveHistory(AppDbContext db, RowHistory rows)
{
    /// <summary>Acts shown at first.</summary>
    private const int NewestActs = 60;

    /// <summary>Events read for them: an act on every province is one of 63.</summary>
    private const int NewestEvents = 600;

    private const int MostEvents = 5000;

    /// <summary>The actor must have been found entitled to the directive.</summary>
    /// <param name="directive">With its conference.</param>
    /// <param name="all">Not only the newest steps.</param>
    public async Task<DirectiveTimeline> ReadAsync(Actor actor, Row directive, bool all, CancellationToken cancel)
    {
        var most = all ? MostEvents : NewestEvents;
        var changes = await rows.ChangesAsync(actor, directive, directive.Conference!.PublishedAt, cancel);

        // Withdrawn tasks are part of what happened; that a task was opened stands beside it in the list.
        // By their keys and not by whether there is one: SQLite begins that at all events.
        var mine = db.Assignments.IgnoreQueryFilters().VisibleTo(actor).Where(a => a.DirectiveId == directive.Id).Select(a => a.Id);
        var events = await db.AssignmentEvents.AsNoTracking()
            // What the words became is told by the row itself, once and not for each unit.
            .Where(e => e.Kind != AssignmentEventKind.Read && e.Kind != AssignmentEventKind.Reworded && mine.Contains(e.AssignmentId))
            .OrderByDescending(e => e.EnteredAt).ThenBy(e => e.Id)
            .Take(most + 1)
            .Select(e => new { Event = e, e.Assignment!.UnitId, By = e.EnteredBy!.DisplayName, Said = e.Report!.Text })
            .ToListAsync(cancel);
        var files = (await db.StoredFiles.AsNoTracking()
            .Where(f => mine.Contains(f.Evidence!.Report!.Event!.AssignmentId))
            .Select(f => new { f.Evidence!.Report!.EventId, File = new SteppedFile(f.EvidenceId, f.FileName) })
            .ToListAsync(cancel)).ToLookup(f => f.EventId, f => f.File);
        var steps = events.Take(most)
            .GroupBy(e => new
            {
                // A report is always its unit's own; anything else is one act when the same person did the same at the same moment.
                Report = e.Event.Kind is AssignmentEventKind.Reported or AssignmentEventKind.Corrected ? e.Event.Id : 0,
                e.Event.Kind,
                e.Event.EnteredById,
                e.Event.EnteredAt,
                e.Event.Reason,
                e.Event.Role,
                e.Event.OldDueOn,
                e.Event.NewDueOn,
                e.Event.OrderedDueOn,
                e.Event.Grade,
                e.Event.Level,
                e.Event.Urging,
                e.Event.AnswerDueOn,
                e.Event.DocumentNumber,
            })
            .Select(act => new DirectiveStep(
                act.First().Event,
                act.First().By,
                act.First().Said,
                [.. act.Select(e => new SteppedUnit(e.Event.AssignmentId, e.Event.UnitId ?? e.UnitId))],
                [.. act.SelectMany(e => files[e.Event.Id])]))
            .ToList();
        if (events.Count > most && steps.Count > 1)
        {
            // The oldest act read may have more units than were read.
            steps.RemoveAt(steps.Count - 1);
        }

        var shown = all ? steps : steps.Take(NewestActs).ToList();
        return new DirectiveTimeline(changes, shown, events.Count > most || shown.Count < steps.Count);
    }
}
