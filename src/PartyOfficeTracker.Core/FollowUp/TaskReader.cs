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
        const int cap = PagedList<TaskListItem>.CountCap;
        var day = await StatusDay.TodayAsync(time, units, cancel);
        var place = Place.Parse(filter.After);
        var ranges = await RangesAsync(actor, filter, day, cancel);
        var total = await ranges.Select(r => TaskPages.From(r, default).Take(cap).Select(a => a.Id))
            .Aggregate((one, other) => one.Concat(other)).Take(cap).CountAsync(cancel);
        var read = new List<ListedTask>();
        foreach (var alike in ranges.GroupBy(r => r.Order).OrderBy(g => g.Key))
        {
            read.AddRange(await ReadAsync([.. alike], place, filter.Size + 1, cancel));
        }

        var ordered = place.IsBackwards
            ? read.OrderByDescending(r => r.Key.Number).ThenByDescending(r => r.Key.Id)
            : read.OrderBy(r => r.Key.Number).ThenBy(r => r.Key.Id);
        var rows = ordered.Take(filter.Size + 1).ToList();
        var items = rows.ConvertAll(r => new TaskListItem(
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
            r.Assignment.Period,
            r.Key));
        return PagedList.Of(place, items, filter.Size, total, t => t.Key.ToString());
    }

    /// <summary>The first of some ranges of one order: each read up to a page, and then the first of these few.</summary>
    private static async Task<List<ListedTask>> ReadAsync(List<TaskRange> ranges, Place place, int most, CancellationToken cancel)
    {
        var order = ranges[0].Order;
        var query = ranges.Count == 1
            ? TaskPages.From(ranges[0], place)
            : TaskPages.From(
                new TaskRange(
                    ranges.Select(r => (IQueryable<Assignment>)TaskPages.From(r, place).Take(most)).Aggregate((one, other) => one.Concat(other)), order),
                place);
        var rows = await query
            .Take(most)
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
        return rows.ConvertAll(r => new ListedTask(
            r.Assignment, r.Number, r.Text, r.ConferenceId, r.Title, r.Date, r.OrganiserId, r.DeadlineKind, r.DeadlineText,
            TaskPages.KeyOf(r.Assignment, order)));
    }

    /// <summary>Where the tasks of the actor's scope stand: ranges of indexes, each counted up to the cap, in one command.</summary>
    public async Task<TaskCounts> CountAsync(Actor actor, CancellationToken cancel)
    {
        const int cap = PagedList<TaskListItem>.CountCap;
        var day = await StatusDay.TodayAsync(time, units, cancel);
        var all = db.Assignments.VisibleTo(actor);
        var needsDeadline = all.Where(AssignmentRules.WithUrgency(Urgency.NeedsDeadline, day)).Take(cap);
        var dueSoon = all.Where(AssignmentRules.WithUrgency(Urgency.DueSoon, day)).Take(cap);
        var overdue = all.Where(AssignmentRules.IsOverdue(day)).Take(cap);
        return await db.Users.Where(u => u.Id == actor.UserId).Select(u => new TaskCounts(
            all.Where(a => a.SortKey < Assignment.SuspendedFrom).Take(cap).Count(),
            needsDeadline.Count(),
            dueSoon.Count(),
            overdue.Count(),
            all.Where(a => a.State == AssignmentState.Submitted).Take(cap).Count(),
            all.Where(a => a.State == AssignmentState.Returned).Take(cap).Count())).SingleAsync(cancel);
    }

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

    /// <summary>
    /// The tasks as ranges of indexes in the order of the list: one a unit; for a year one for what was given, one for what was carried over and is open, and
    /// one for what was carried over and closed, which comes last.
    /// </summary>
    private async Task<IReadOnlyList<TaskRange>> RangesAsync(Actor actor, TaskFilter filter, StatusDay day, CancellationToken cancel)
    {
        IQueryable<int?>? directives = null;
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var hits = await SearchQuery.FindAsync(db, filter.Text, found => found.Where(e => e.Kind == SearchKind.Directive), cancel);
            directives = hits?.Select(e => e.RowId);
            if (directives is null)
            {
                return [new TaskRange(db.Assignments.AsNoTracking().Where(a => false), TaskOrder.Urgency)];
            }
        }

        var order = filter.IsByDay && filter.Year is null ? TaskOrder.OverdueAfter : TaskOrder.Urgency;
        var ranges = filter.Year is { } year ? OfYear(actor, filter, year) : OfUnits(actor, filter.UnitIds).Select(q => new TaskRange(q, order));
        var narrow = ranges.Select(r => r with
        {
            Tasks = Narrow(directives is null ? r.Tasks : r.Tasks.Where(a => directives.Contains(a.DirectiveId)), filter, day),
        });
        return filter.Urgency != Urgency.NeedsDeadline ? [.. narrow] :
        [
            .. narrow.Select(r => r with { Tasks = r.Tasks.Where(a => a.SortKey == Assignment.MissingDeadline) }),
            .. narrow.Select(r => r with { Tasks = r.Tasks.Where(a => a.SortKey == Assignment.MissingDeadlineWaiting) }),
        ];
    }

    private List<IQueryable<Assignment>> OfUnits(Actor actor, IReadOnlyCollection<int>? chosen)
    {
        var all = db.Assignments.AsNoTracking();
        if (actor.ReadsEverything && chosen is null)
        {
            return [all];
        }

        List<int> ids = actor.ReadsEverything ? [.. chosen!] : [.. actor.UnitIds.Where(u => chosen?.Contains(u) ?? true)];
        var shown = actor.ReadsEverything ? all : all.Where(a => a.Shown == 1);
        return ids.Count == 0 ? [all.Where(a => false)] : ids.ConvertAll(unit => shown.Where(a => a.UnitId == unit));
    }

    private TaskRange[] OfYear(Actor actor, TaskFilter filter, int year)
    {
        var first = new DateOnly(year, 1, 1);
        var all = db.Assignments.IgnoreQueryFilters().AsNoTracking().VisibleTo(actor).Where(a => a.Shown == 1);
        if (filter.UnitIds is { } unitIds)
        {
            var unit = unitIds.FirstOrDefault();
            all = unitIds.Count == 1 ? all.Where(a => a.GivenToId == unit) : all.Where(a => unitIds.Contains(a.GivenToId));
        }

        return
        [
            new TaskRange(all.Where(a => a.CountedIn == year), TaskOrder.Urgency),
            new TaskRange(all.Where(a => a.CountedIn < year && a.SortKey < Assignment.ClosedFrom && a.ClosedOn == null), TaskOrder.Urgency),
            new TaskRange(all.Where(a => a.CountedIn < year && a.ClosedOn >= first), TaskOrder.Closed),
        ];
    }

    private static IQueryable<Assignment> Narrow(IQueryable<Assignment> query, TaskFilter filter, StatusDay day)
    {
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

        if (filter.Urgency is { } urgency and not Urgency.NeedsDeadline)
        {
            query = query.Where(urgency == Urgency.Overdue ? AssignmentRules.IsOverdue(day) : AssignmentRules.WithUrgency(urgency, day));
        }

        return filter.Result is { } result ? query.InGroup(result, day, filter.Year) : query;
    }

    /// <summary>A task of a list as the database gives it, and its place.</summary>
    private sealed record ListedTask(
        Assignment Assignment, string? Number, string Text, int ConferenceId, string Title, DateOnly Date, int OrganiserId, DeadlineKind DeadlineKind,
        string? DeadlineText, NumberKey Key);
}
