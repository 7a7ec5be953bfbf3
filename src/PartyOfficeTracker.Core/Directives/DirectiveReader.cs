using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Directives;

/// <summary>Reads directives for lists and pages. A province sees published ones, and only its own assignments of them.</summary>
public sealed class DirectiveReader(AppDbContext db, UnitDirectory units, TimeProvider time)
{
    public const int PageSize = 15;

    public async Task<PagedList<DirectiveListItem>> ListAsync(Actor actor, DirectiveFilter filter, CancellationToken cancel)
    {
        var day = await StatusDay.TodayAsync(time, units, cancel);
        var query = Filter(actor, Directives(actor), filter, day);
        var total = await query.Take(PagedList<DirectiveListItem>.CountCap).CountAsync(cancel);
        if (DayKey.Parse(filter.After) is { } after)
        {
            query = query.Where(d => d.Conference!.Date < after.Day || (d.Conference.Date == after.Day && d.Id > after.Id));
        }

        var own = db.Assignments.VisibleTo(actor);
        var items = await query
            .OrderByDescending(d => d.Conference!.Date).ThenBy(d => d.Id)
            .Take(filter.Size + 1)
            .Select(d => new DirectiveListItem(
                d.Id,
                d.Number,
                d.Text,
                d.ConferenceId,
                d.Conference!.Title,
                d.Conference.Date,
                d.Addressee,
                d.FieldOfWorkId,
                d.DeadlineKind,
                d.DueOn,
                d.DeadlineText,
                own.Count(a => a.DirectiveId == d.Id),
                own.Where(AssignmentRules.IsCompleted).Count(a => a.DirectiveId == d.Id),
                own.Where(AssignmentRules.IsOverdue(day)).Count(a => a.DirectiveId == d.Id)))
            .ToListAsync(cancel);
        var page = items.Take(filter.Size).ToList();
        var next = items.Count > filter.Size ? new DayKey(page[^1].ConferenceDate, page[^1].Id).ToString() : null;
        return new PagedList<DirectiveListItem>(page, total, next);
    }

    /// <summary>Null when there is no such directive or the actor may not see it.</summary>
    public async Task<DirectiveDetails?> FindAsync(Actor actor, int id, CancellationToken cancel)
    {
        var directive = await Directives(actor)
            .Include(d => d.Conference)
            .Include(d => d.Cures).ThenInclude(c => c.Finding)
            .SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (directive is null)
        {
            return null;
        }

        var citations = await db.Citations.AsNoTracking()
            .Where(c => c.RowId == id)
            .Select(c => new CitationItem(c.Id, c.DocumentId, c.AsPrinted, null))
            .ToListAsync(cancel);
        var assignments = await AssignmentsAsync(actor, id, cancel);
        return new DirectiveDetails
        {
            Directive = directive,
            ConferenceTitle = directive.Conference!.Title,
            ConferenceDate = directive.Conference.Date,
            ConferenceState = directive.Conference.State,
            Citations = citations,
            Cures = [.. directive.Cures.Select(c => new CuredShortcoming(c.FindingId, c.Finding!.Text))],
            Assignments = assignments,
        };
    }

    private async Task<IReadOnlyList<AssignmentRow>> AssignmentsAsync(Actor actor, int directiveId, CancellationToken cancel)
    {
        var day = await StatusDay.TodayAsync(time, units, cancel);
        var rows = await db.Assignments.AsNoTracking()
            .VisibleTo(actor)
            .Where(a => a.DirectiveId == directiveId)
            .OrderBy(a => a.Unit!.SortOrder)
            .Select(a => new
            {
                Assignment = a,
                ReadBy = a.Readings.OrderBy(r => r.ReadAt).Select(r => r.User!.DisplayName).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return
        [
            .. rows.Select(r => new AssignmentRow(
                r.Assignment.Id,
                r.Assignment.UnitId,
                r.Assignment.Role,
                r.Assignment.DueOn,
                r.Assignment.OwnDueOn is not null,
                AssignmentStatus.StateOf(r.Assignment),
                AssignmentStatus.UrgencyOf(r.Assignment, day),
                r.Assignment.Percent,
                r.Assignment.LastReportOn,
                r.Assignment.FirstReadAt,
                r.ReadBy,
                r.Assignment.LateAfter)),
        ];
    }

    private IQueryable<Row> Directives(Actor actor) => db.Rows.AsNoTracking().VisibleTo(actor).Where(d => d.Kind == RowKind.Directive);

    private IQueryable<Row> Filter(Actor actor, IQueryable<Row> query, DirectiveFilter filter, StatusDay day)
    {
        if (filter.ConferenceId is { } conference)
        {
            query = query.Where(d => d.ConferenceId == conference);
        }

        if (filter.Year is { } year)
        {
            query = query.Where(d => d.Conference!.TaskYear == year && d.Conference.State != ConferenceState.Draft);
        }

        if (filter.FieldOfWorkId is { } field)
        {
            query = field == 0 ? query.Where(d => d.FieldOfWorkId == null) : query.Where(d => d.FieldOfWorkId == field);
        }

        if (filter.Addressee is { } addressee)
        {
            query = query.Where(d => d.Addressee == addressee);
        }

        if (filter.DeadlineKind is { } deadline)
        {
            query = query.Where(d => d.DeadlineKind == deadline);
        }

        if (filter.State is { } state)
        {
            query = WithAssignment(actor, query, AssignmentRules.InState(state));
        }

        if (filter.Urgency is { } urgency)
        {
            query = WithAssignment(actor, query, AssignmentRules.WithUrgency(urgency, day));
        }

        if (filter.Progress is { } progress)
        {
            query = WithProgress(query, progress);
        }

        return string.IsNullOrWhiteSpace(filter.Text)
            ? query
            : SearchQuery.Entries(db, filter.Text) is { } hits
                ? query.Where(d => hits.Any(e => e.RowId == d.Id))
                : query.Where(d => false);
    }

    private IQueryable<Row> WithProgress(IQueryable<Row> query, DirectiveProgress progress)
    {
        var leads = db.Assignments.Where(a => a.Role == AssignmentRole.Lead);
        var completed = leads.Where(AssignmentRules.IsCompleted);
        var open = leads.Where(AssignmentRules.IsNotCompleted);
        return progress switch
        {
            DirectiveProgress.NotAssigned => query.Where(d => !leads.Any(a => a.DirectiveId == d.Id)),
            DirectiveProgress.NoneCompleted => query.Where(d => leads.Any(a => a.DirectiveId == d.Id) && !completed.Any(a => a.DirectiveId == d.Id)),
            DirectiveProgress.AllCompleted => query.Where(d => leads.Any(a => a.DirectiveId == d.Id) && !open.Any(a => a.DirectiveId == d.Id)),
            _ => query.Where(d => completed.Any(a => a.DirectiveId == d.Id) && open.Any(a => a.DirectiveId == d.Id)),
        };
    }

    private IQueryable<Row> WithAssignment(Actor actor, IQueryable<Row> query, Expression<Func<Assignment, bool>> rule)
    {
        var matching = db.Assignments.VisibleTo(actor).Where(rule);
        return query.Where(d => matching.Any(a => a.DirectiveId == d.Id));
    }
}
