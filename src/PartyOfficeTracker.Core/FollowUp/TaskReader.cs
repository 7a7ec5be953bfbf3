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
        var query = Filter(db.Assignments.AsNoTracking().VisibleTo(actor), filter, day);
        var total = await query.Take(PagedList<TaskListItem>.CountCap).CountAsync(cancel);
        var rows = await query
            .OrderBy(a => a.Rank).ThenBy(a => a.SortDay).ThenBy(a => a.Id)
            .Skip(filter.Page * TaskFilter.PageSize)
            .Take(TaskFilter.PageSize + 1)
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
        var items = rows.Take(TaskFilter.PageSize).Select(r => new TaskListItem(
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
            r.Assignment.FirstReadAt)).ToList();
        var next = rows.Count > TaskFilter.PageSize ? (filter.Page + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
        return new PagedList<TaskListItem>(items, total, next);
    }

    /// <summary>Where the tasks of the actor's scope stand, in one command.</summary>
    public async Task<TaskCounts> CountAsync(Actor actor, CancellationToken cancel)
    {
        var day = await StatusDay.TodayAsync(time, units, cancel);
        var groups = await db.Assignments.AsNoTracking().VisibleTo(actor).CountByStatusAsync(day, cancel);
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

        var reports = await db.AssignmentEvents.AsNoTracking()
            .Where(e => e.AssignmentId == id && e.Kind == AssignmentEventKind.Reported)
            .OrderByDescending(e => e.Sequence)
            .Select(e => new { Event = e, Report = e.Report!, EnteredBy = e.EnteredBy!.DisplayName })
            .Select(e => new
            {
                e.Event,
                e.Report,
                e.EnteredBy,
                Decision = db.AssignmentEvents.Where(d => d.DecidesId == e.Event.Id)
                    .Select(d => new { d.Kind, d.Grade, d.Reason, By = d.EnteredBy!.DisplayName, d.EnteredAt }).FirstOrDefault(),
            })
            .Select(e => new ReportItem
            {
                Id = e.Report.Id,
                Text = e.Report.Text,
                Percent = e.Report.Percent,
                HappenedOn = e.Report.HappenedOn,
                EnteredAt = e.Event.EnteredAt,
                EnteredBy = e.EnteredBy,
                OnBehalf = e.Event.OnBehalf,
                Verdict = e.Decision == null ? null : e.Decision.Kind == AssignmentEventKind.Accepted ? ReportVerdict.Accepted : ReportVerdict.Returned,
                Grade = e.Decision!.Grade,
                VerdictReason = e.Decision.Reason,
                DecidedBy = e.Decision.By,
                DecidedAt = e.Decision.EnteredAt,
            })
            .ToListAsync(cancel);

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
        };
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
            query = query.Where(a => unitIds.Contains(a.UnitId));
        }

        if (filter.Reviewed is { } year)
        {
            query = query.Where(a => a.Directive!.Conference!.ReviewedYear == year && a.Directive.Conference.State != ConferenceState.Draft);
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
            query = query.InGroup(result, day);
        }

        return string.IsNullOrWhiteSpace(filter.Text)
            ? query
            : SearchQuery.Entries(db, filter.Text) is { } hits
                ? query.Where(a => hits.Any(e => e.RowId == a.DirectiveId))
                : query.Where(a => false);
    }
}
