using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>Reads assignments: a province its own, once their conference is published; everybody else every unit's.</summary>
public sealed class TaskReader(AppDbContext db, UnitDirectory units, TimeProvider time)
{
    /// <summary>Most urgent first: overdue by days, then by the day it is due, then those without a day.</summary>
    public async Task<PagedList<TaskListItem>> ListAsync(Actor actor, TaskFilter filter, CancellationToken cancel)
    {
        var day = await StatusDay.TodayAsync(time, units, cancel);
        var all = filter.Year is null ? db.Assignments.AsNoTracking() : db.Assignments.IgnoreQueryFilters().AsNoTracking();
        var query = Filter(all.VisibleTo(actor), filter, day);
        var total = await query.Take(PagedList<TaskListItem>.CountCap).CountAsync(cancel);
        var rows = await query
            .OrderBy(a => a.Rank).ThenBy(a => a.SortDay).ThenBy(a => a.Id)
            .Skip(filter.Page * filter.Size)
            .Take(filter.Size + 1)
            .Select(a => new
            {
                Assignment = a,
                a.Directive!.Number,
                a.Directive.Text,
                a.Directive.ConferenceId,
                a.Directive.Conference!.Title,
                a.Directive.Conference.Date,
                a.Directive.Conference.OrganiserId,
                a.Directive.DeadlineKind,
                a.Directive.DeadlineText,
            })
            .ToListAsync(cancel);
        var items = rows.Take(filter.Size).Select(r => new TaskListItem(
            r.Assignment.Id,
            r.Assignment.UnitId,
            r.Assignment.DirectiveId,
            r.Assignment.Role,
            r.Number,
            r.Text,
            r.ConferenceId,
            r.Title,
            r.Date,
            r.OrganiserId,
            r.Assignment.DueOn,
            r.DeadlineKind,
            r.DeadlineText,
            AssignmentStatus.StateOf(r.Assignment),
            AssignmentStatus.UrgencyOf(r.Assignment, day),
            r.Assignment.Percent,
            r.Assignment.FirstReadAt,
            r.Assignment.LateAfter,
            r.Assignment.WithdrawnOn is not null,
            r.Assignment.Period)).ToList();
        var next = rows.Count > filter.Size ? (filter.Page + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
        return new PagedList<TaskListItem>(items, total, next);
    }

    /// <summary>Where the tasks of the actor's scope stand, in one command.</summary>
    public async Task<TaskCounts> CountAsync(Actor actor, CancellationToken cancel)
    {
        var day = await StatusDay.TodayAsync(time, units, cancel);
        var groups = await db.Assignments.AsNoTracking().VisibleTo(actor).CountByStatusAsync(day, year: null, cancel);
        int Sum(Func<StatusCount, bool> of) => groups.Where(of).Sum(g => g.Count);
        return new TaskCounts(
            Sum(g => !g.State.IsCompleted() && g.State != AssignmentState.Suspended),
            Sum(g => g.Urgency == Urgency.NeedsDeadline),
            Sum(g => g.Urgency == Urgency.DueSoon),
            Sum(g => g.Urgency.IsOverdue()),
            Sum(g => g.State == AssignmentState.Submitted),
            Sum(g => g.State == AssignmentState.Returned),
            Sum(g => g.State.IsCompleted()));
    }

    /// <summary>Null when there is no such assignment, or it is another unit's, or its conference is not published yet.</summary>
    public async Task<TaskDetails?> FindAsync(Actor actor, int id, CancellationToken cancel)
    {
        var assignment = await db.Assignments.AsNoTracking().VisibleTo(actor)
            .Include(a => a.Directive!.Conference)
            .Include(a => a.Directive!.Cures).ThenInclude(c => c.Finding)
            .Include(a => a.Directive!.Citations)
            .Include(a => a.Readings.Where(r => r.UserId == actor.UserId))
            .SingleOrDefaultAsync(a => a.Id == id, cancel);
        if (assignment is null)
        {
            return null;
        }

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
            Directive = assignment.Directive!,
            Conference = assignment.Directive!.Conference!,
            State = AssignmentStatus.StateOf(assignment),
            Urgency = AssignmentStatus.UrgencyOf(assignment, day),
            Day = day,
            IsRead = assignment.Readings.Count > 0,
            Citations = [.. assignment.Directive.Citations.OrderBy(c => c.Id).Select(c => new CitationItem(c.Id, c.DocumentId, c.AsPrinted, null))],
            Cures = [.. assignment.Directive.Cures.Select(c => new CuredShortcoming(c.FindingId, c.Finding!.Text))],
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

    private IQueryable<Assignment> Filter(IQueryable<Assignment> query, TaskFilter filter, StatusDay day)
    {
        if (filter.UnitIds is { } unitIds)
        {
            query = filter.Year is null ? query.Where(a => unitIds.Contains(a.UnitId)) : query.Where(a => unitIds.Contains(a.GivenToId));
        }

        if (filter.Year is { } year)
        {
            query = query.InYear(year);
        }

        if (filter.ConferenceId is { } conference)
        {
            query = query.Where(a => a.Directive!.ConferenceId == conference);
        }

        if (filter.DirectiveId is { } directive)
        {
            query = query.Where(a => a.DirectiveId == directive);
        }

        if (filter.State is { } state)
        {
            query = query.Where(AssignmentRules.InState(state));
        }

        if (filter.Urgency is { } urgency)
        {
            query = query.Where(urgency == Urgency.Overdue ? AssignmentRules.IsOverdue(day) : AssignmentRules.WithUrgency(urgency, day));
        }

        if (filter.Result is { } result)
        {
            query = query.InGroup(result, day, filter.Year);
        }

        return string.IsNullOrWhiteSpace(filter.Text)
            ? query
            : SearchQuery.Entries(db, filter.Text) is { } hits
                ? query.Where(a => hits.Any(e => e.RowId == a.DirectiveId))
                : query.Where(a => false);
    }
}
