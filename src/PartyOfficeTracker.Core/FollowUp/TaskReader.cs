using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>Reads one assignment and what hangs on it: a province its own, once their conference is published; everybody else every unit's.</summary>
public sealed class TaskReader(AppDbContext db, UnitDirectory units, TimeProvider time)
{
    /// <summary>Null when there is no such assignment, or it is another unit's, or its conference is not published yet.</summary>
    public async Task<TaskDetails?> FindAsync(Actor actor, int id, CancellationToken cancel)
    {
        // The finding's text by a query of its own: joined, SQLite reads the findings of all directives first.
        var found = await db.Assignments.AsNoTracking().VisibleTo(actor)
            .Where(a => a.Id == id)
            .Select(a => new
            {
                Assignment = a,
                a.Directive,
                a.Directive!.Conference,
                IsRead = a.Readings.Any(r => r.UserId == actor.UserId),
                Citations = a.Directive.Citations.Select(c => new CitationItem(c.Id, c.DocumentId, c.AsPrinted, null)).ToList(),
                Cures = a.Directive.Cures
                    .Select(c => new CuredShortcoming(c.FindingId, db.Rows.Where(f => f.Id == c.FindingId).Select(f => f.Text).FirstOrDefault() ?? ""))
                    .ToList(),
            })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var assignment = found.Assignment;
        var history = await HistoryAsync(id, cancel);
        var reports = Reports(history);

        // A query of its own: joined to the reports, the databases read the whole table of evidence.
        var evidence = (await db.Evidence.AsNoTracking()
            .Where(e => e.Report!.Event!.AssignmentId == id)
            .OrderBy(e => e.Id)
            .Select(e => new { e.ReportId, Item = new EvidenceItem(e.Id, e.DocumentNumber, e.DocumentDate, e.ReceivedBy, e.File!.FileName, e.File.Length) })
            .ToListAsync(cancel)).ToLookup(e => e.ReportId, e => e.Item);
        var day = await StatusDay.TodayAsync(time, units, cancel);
        return new TaskDetails
        {
            Assignment = assignment,
            Directive = found.Directive!,
            Conference = found.Conference!,
            State = AssignmentStatus.StateOf(assignment),
            Urgency = AssignmentStatus.UrgencyOf(assignment, day),
            Day = day,
            IsRead = found.IsRead,
            Citations = [.. found.Citations.OrderBy(c => c.Id)],
            Cures = found.Cures,
            Reports = [.. reports.Select(r => r with { Evidence = [.. evidence[r.Id]] })],
            History = history,
            Lateness = Lateness.Of(history.Select(h => h.Event), day.Today),
            Steps = actor.Role == UserRole.Province && actor.UnitId != assignment.UnitId ? [] : FollowUpSteps.Of(actor, assignment),
        };
    }

    /// <summary>Everything that happened to an assignment, oldest first.</summary>
    private async Task<IReadOnlyList<HistoryItem>> HistoryAsync(int id, CancellationToken cancel) =>
    [
        .. (await db.AssignmentEvents.AsNoTracking()
            .Where(e => e.AssignmentId == id)
            .OrderBy(e => e.Sequence)
            .Select(e => new { Event = e, e.Report, By = e.EnteredBy!.DisplayName })
            .ToListAsync(cancel)).Select(e => new HistoryItem(e.Event, e.Report, e.By)),
    ];

    /// <summary>The reports, newest first, each with the decision on it and what was put in its place.</summary>
    private static IReadOnlyList<ReportItem> Reports(IReadOnlyList<HistoryItem> history)
    {
        var decisions = history.Where(h => h.Event.Kind is AssignmentEventKind.Accepted or AssignmentEventKind.Returned).ToLookup(h => h.Event.DecidesId);
        var corrected = history.Where(h => h.Event.Kind == AssignmentEventKind.Corrected).Select(h => h.Event.DecidesId).ToHashSet();
        var reported = history.Where(h => h.Report is not null).Reverse().Select(h => (Item: h, Decision: decisions[h.Event.Id].FirstOrDefault()));
        return
        [
            .. reported.Select(r => new ReportItem
            {
                Id = r.Item.Report!.Id,
                Text = r.Item.Report.Text,
                Percent = r.Item.Report.Percent,
                HappenedOn = r.Item.Report.HappenedOn,
                EnteredAt = r.Item.Event.EnteredAt,
                EnteredBy = r.Item.By ?? "",
                OnBehalf = r.Item.Event.OnBehalf,
                CorrectedBecause = r.Item.Event.Kind == AssignmentEventKind.Corrected ? r.Item.Event.Reason : null,
                IsCorrected = corrected.Contains(r.Item.Event.Id),
                Verdict = r.Decision is null ? null
                    : r.Decision.Event.Kind == AssignmentEventKind.Accepted ? ReportVerdict.Accepted : ReportVerdict.Returned,
                Grade = r.Decision?.Event.Grade,
                VerdictReason = r.Decision?.Event.Reason,
                DecidedBy = r.Decision?.By,
                DecidedAt = r.Decision?.Event.EnteredAt,
            }),
        ];
    }

    /// <summary>The file of a piece of evidence; null when the actor may not see the report it belongs to.</summary>
    public async Task<StoredFile?> FindFileAsync(Actor actor, int evidenceId, CancellationToken cancel)
    {
        var visible = db.Assignments.AsNoTracking().VisibleTo(actor);
        return await db.StoredFiles.AsNoTracking()
            .SingleOrDefaultAsync(f => f.EvidenceId == evidenceId && visible.Any(a => a.Id == f.Evidence!.Report!.Event!.AssignmentId), cancel);
    }
}
