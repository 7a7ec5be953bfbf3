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
    public const int PageSize = 14;

    /// <summary>What a list can be sorted by, as addresses name it.</summary>
    public static readonly string[] SortColumns = ["text", "date", "addressee", "due", "units", "completed", "overdue"];

    /// <summary>Where the count stops when a filter asks of each directive what its tasks are like.</summary>
    public const int AskedCap = 100;

    /// <summary>Up to so many tasks of a unit its directives are read by key.</summary>
    private const int FewOfAUnit = 200;

    public async Task<PagedList<DirectiveListItem>> ListAsync(Actor actor, DirectiveFilter filter, CancellationToken cancel)
    {
        var day = await StatusDay.TodayAsync(time, units, cancel);
        var place = Place.Parse(filter.After);
        var query = await FilterAsync(actor, Directives(actor), filter, day, cancel);

        if (filter.Sort is { } sort && await SortedAsync(actor, query, sort, filter, day, cancel) is { } sorted)
        {
            return sorted;
        }

        place = filter.Sort is null ? place : default;

        // Whether one of its tasks is in a state is asked of each directive anew, so that a count asks of fewer.
        var cap = filter.State is null && filter.Urgency is null && filter.UnitId is null ? PagedList<DirectiveListItem>.CountCap : AskedCap;
        var total = await query.Take(cap).CountAsync(cancel);
        var items = await ItemsAsync(actor, query.From(place).Take(filter.Size + 1), day, cancel);
        return PagedList.Of(place, items, filter.Size, total, d => new DayKey(d.ConferenceDate, d.Id).ToString()) with
        {
            Cap = cap,
            IsUnsorted = filter.Sort is not null,
        };
    }

    private Task<List<DirectiveListItem>> ItemsAsync(Actor actor, IQueryable<Row> rows, StatusDay day, CancellationToken cancel)
    {
        var own = db.Assignments.VisibleTo(actor);
        return rows
            .Select(d => new DirectiveListItem(
                d.Id,
                d.Number,
                d.Text,
                d.ConferenceId,
                d.Conference!.Title,
                d.HeldOn,
                d.Addressee,
                d.AddresseeUnitId,
                d.FieldOfWorkId,
                d.DeadlineKind,
                d.DueOn,
                d.DeadlineText,
                own.Count(a => a.DirectiveId == d.Id),
                own.Where(AssignmentRules.IsCompleted).Count(a => a.DirectiveId == d.Id),
                own.Where(AssignmentRules.IsOverdue(day)).Count(a => a.DirectiveId == d.Id)))
            .ToListAsync(cancel);
    }

    /// <summary>The page in the order of a column; null when there are too many hits for it.</summary>
    private async Task<PagedList<DirectiveListItem>?> SortedAsync(
        Actor actor, IQueryable<Row> query, Sort sort, DirectiveFilter filter, StatusDay day, CancellationToken cancel)
    {
        var own = db.Assignments.VisibleTo(actor);
        var few = query.From(default).Take(Sorting.Most + 1);
        var values = await (sort.Column switch
        {
            "text" => few.Select(d => new SortValue(d.Id, null, d.Text, null)),
            "addressee" => few.Select(d => new SortValue(d.Id, null, d.Addressee.ToString(), null)),
            "due" => few.Select(d => new SortValue(d.Id, d.DueOn, null, null)),
            "units" => few.Select(d => new SortValue(d.Id, null, null, own.Count(a => a.DirectiveId == d.Id))),
            "completed" => few.Select(d => new SortValue(d.Id, null, null, own.Where(AssignmentRules.IsCompleted).Count(a => a.DirectiveId == d.Id))),
            "overdue" => few.Select(d => new SortValue(d.Id, null, null, own.Where(AssignmentRules.IsOverdue(day)).Count(a => a.DirectiveId == d.Id))),
            _ => few.Select(d => new SortValue(d.Id, d.HeldOn, null, null)),
        }).ToListAsync(cancel);
        if (values.Count > Sorting.Most)
        {
            return null;
        }

        var page = Sorting.Page(sort.Column == "addressee" ? values.InOrderOf<Addressee>() : values, sort, Place.Parse(filter.After), filter.Size);
        return page.With(await ItemsAsync(actor, query.Where(d => page.Items.Contains(d.Id)), day, cancel), d => d.Id);
    }

    /// <summary>Null when there is no such directive or the actor may not see it.</summary>
    public async Task<DirectiveDetails?> FindAsync(Actor actor, int id, CancellationToken cancel)
    {
        var directive = await Directives(actor)
            .Include(d => d.Conference)
            .Include(d => d.Citations)
            .SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (directive is null)
        {
            return null;
        }

        // A query of its own: joined to the directive, SQLite reads the findings of all.
        var cures = await db.Cures.AsNoTracking()
            .Where(c => c.DirectiveId == id)
            .Select(c => new CuredShortcoming(c.FindingId, c.Finding!.Text))
            .ToListAsync(cancel);
        var assignments = await AssignmentsAsync(actor, id, cancel);
        return new DirectiveDetails
        {
            Directive = directive,
            ConferenceTitle = directive.Conference!.Title,
            ConferenceDate = directive.Conference.Date,
            ConferenceState = directive.Conference.State,
            Citations = [.. directive.Citations.OrderBy(c => c.Id).Select(c => new CitationItem(c.Id, c.DocumentId, c.AsPrinted, null))],
            Cures = cures,
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
                r.Assignment.LateAfter)
            {
                GivenToId = r.Assignment.GivenToId,
            }),
        ];
    }

    private IQueryable<Row> Directives(Actor actor) => db.Rows.AsNoTracking().VisibleTo(actor).Where(d => d.Kind == RowKind.Directive);

    private async Task<IQueryable<Row>> FilterAsync(Actor actor, IQueryable<Row> query, DirectiveFilter filter, StatusDay day, CancellationToken cancel)
    {
        if (filter.ConferenceId is { } conference)
        {
            query = query.Where(d => d.ConferenceId == conference);
        }

        if (filter.Year is { } year)
        {
            query = query.Where(d => d.CountedIn == year && d.Stage != ConferenceState.Draft);
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

        if (filter.UnitId is { } unit)
        {
            // A unit has a share of most directives: the newest first are soon met.
            var all = await units.WithForerunnersAsync(unit, cancel);
            query = await WithAssignmentAsync(actor, query, a => all.Contains(a.UnitId), cancel, few: FewOfAUnit);
        }

        if (filter.State is { } state)
        {
            query = await WithAssignmentAsync(actor, query, AssignmentRules.InState(state), cancel);
        }

        if (filter.Urgency is { } urgency)
        {
            // As in the list of tasks: what is severely overdue is overdue.
            var rule = urgency == Urgency.Overdue ? AssignmentRules.IsOverdue(day) : AssignmentRules.WithUrgency(urgency, day);
            query = await WithAssignmentAsync(actor, query, rule, cancel);
        }

        if (filter.Progress is { } progress)
        {
            query = query.Where(d => d.Progress == progress);
        }

        if (string.IsNullOrWhiteSpace(filter.Text))
        {
            return query;
        }

        var hits = await SearchQuery.FindAsync(db, filter.Text, found => found.Where(e => e.Kind == SearchKind.Directive), cancel);
        var ids = hits?.Select(e => e.RowId);
        return ids is null ? query.Where(d => false) : query.Where(d => ids.Contains(d.Id));
    }

    /// <summary>
    /// Directives with a task of a kind. Few such tasks are a range of an index, and their directives are read by key; many are soon met by asking each
    /// directive, the newest first. So neither a rare kind nor a common one reads all.
    /// </summary>
    private async Task<IQueryable<Row>> WithAssignmentAsync(
        Actor actor, IQueryable<Row> query, Expression<Func<Assignment, bool>> rule, CancellationToken cancel, int few = PagedList<DirectiveListItem>.CountCap)
    {
        var matching = db.Assignments.VisibleTo(actor).Where(rule);
        if (await matching.Take(few).CountAsync(cancel) == few)
        {
            // The first of them and not whether there is one: SQLite makes a join of that, and begins it at all tasks.
            return query.Where(d => matching.Where(a => a.DirectiveId == d.Id).Select(a => a.Id).FirstOrDefault() > 0);
        }

        var ids = matching.Select(a => a.DirectiveId);
        return query.Where(d => ids.Contains(d.Id));
    }
}
