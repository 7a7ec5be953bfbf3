using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>Reads conferences for lists and pages. A province sees what is published; everybody else drafts as well.</summary>
public sealed class ConferenceReader(AppDbContext db)
{
    public const int PageSize = 30;

    public async Task<PagedList<ConferenceListItem>> ListAsync(Actor actor, ConferenceFilter filter, CancellationToken cancel)
    {
        var place = Place.Parse(filter.After);
        var query = await FilterAsync(db.Conferences.AsNoTracking().VisibleTo(actor), filter, cancel);
        var total = await query.Take(PagedList<ConferenceListItem>.CountCap).CountAsync(cancel);
        var items = await From(query, place)
            .Take(filter.Size + 1)
            .Select(c => new ConferenceListItem(
                c.Id,
                c.Title,
                c.Kind,
                c.State,
                c.Date,
                c.LastDay,
                c.Session,
                c.OrganiserId,
                c.Rows.Count(r => r.Kind == RowKind.Achievement),
                c.Rows.Count(r => r.Kind == RowKind.Shortcoming),
                c.Rows.Count(r => r.Kind == RowKind.Directive)))
            .ToListAsync(cancel);
        return PagedList.Of(place, items, filter.Size, total, c => new DayKey(c.Date, c.Id).ToString());
    }

    /// <summary>The newest first, from a place on in the order of reading.</summary>
    private static IQueryable<Conference> From(IQueryable<Conference> query, Place place)
    {
        if (DayKey.Parse(place.Key) is not { } key)
        {
            return query.OrderByDescending(c => c.Date).ThenByDescending(c => c.Id);
        }

        var (day, id) = (key.Day, key.Id);
        return place.IsBackwards
            ? query.Where(c => c.Date >= day && (c.Date > day || c.Id > id)).OrderBy(c => c.Date).ThenBy(c => c.Id)
            : query.Where(c => c.Date <= day && (c.Date < day || c.Id < id)).OrderByDescending(c => c.Date).ThenByDescending(c => c.Id);
    }

    /// <summary>Null when there is no such conference or the actor may not see it.</summary>
    public async Task<ConferenceDetails?> FindAsync(Actor actor, int id, CancellationToken cancel)
    {
        var given = db.Assignments.Where(a => a.Directive!.ConferenceId == id);
        var found = await db.Conferences.AsNoTracking().VisibleTo(actor)
            .Where(c => c.Id == id)
            .Select(c => new
            {
                Head = c,
                ReviewedByName = (string?)c.FullTextReviewedBy!.DisplayName,
                Assigned = given.Count(),
                Units = given.Select(a => a.UnitId).Distinct().Count(),
                Open = given.Count(a => a.ClosedOn == null),
                Reported = given.Count(a => a.LastReportOn != null),
                Chairs = c.Chairs.OrderBy(p => p.Position).ThenBy(p => p.Id).Select(p => new ChairItem(p.Id, p.Name, p.Title, p.Version)).ToList(),
                Points = c.ConnectionPoints.OrderBy(p => p.Position).ThenBy(p => p.Id)
                    .Select(p => new PointItem(p.Id, p.Place, p.UnitId, p.Room, p.ChairName, p.ChairTitle, p.Attendance, p.Version)).ToList(),
            })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var cited = await db.Conferences.AsNoTracking()
            .Where(c => c.Id == id)
            .Select(c => new
            {
                Sources = c.Sources.OrderBy(s => s.Id).Select(s => new SourceItem(s.Id, s.Outlet, s.Author, s.PublishedOn, s.Url, s.ContentHash != null))
                    .ToList(),
                Citations = c.Citations.OrderBy(x => x.Id).Select(x => new CitationItem(x.Id, x.DocumentId, x.AsPrinted, x.RowId)).ToList(),
            })
            .SingleAsync(cancel);
        var rows = await Rows(id).ToListAsync(cancel);
        return new ConferenceDetails
        {
            Head = found.Head,
            ReviewedByName = found.ReviewedByName,
            Work = new AssignedWork(found.Assigned, found.Units, found.Open, found.Reported),
            Rows = rows.Select(r => r.ToView()).ToLookup(r => r.Kind),
            Chairs = found.Chairs,
            Points = found.Points,
            Sources = cited.Sources,
            Citations = cited.Citations,
        };
    }

    /// <summary>The rows of a conference in order, each with its figures and mentions, in one command.</summary>
    internal IQueryable<LoadedRow> Rows(int conferenceId) => db.Rows.AsNoTracking()
        .Where(r => r.ConferenceId == conferenceId)
        .OrderBy(r => r.Position).ThenBy(r => r.Id)
        .Select(r => new LoadedRow
        {
            Row = r,
            Assignments = r.Kind == RowKind.Directive ? db.Assignments.Count(a => a.DirectiveId == r.Id) : 0,
            Figures = r.Figures.OrderBy(f => f.Id).Select(f => new FigureItem(f.Value, f.Bound, f.OfWhat)).ToList(),
            Mentions = r.Mentions.OrderBy(m => m.SpanStart).ThenBy(m => m.Id).Select(m => new MentionItem(m.SourceId, m.SpanStart, m.SpanEnd)).ToList(),
        });

    private async Task<IQueryable<Conference>> FilterAsync(IQueryable<Conference> query, ConferenceFilter filter, CancellationToken cancel)
    {
        if (filter.Year is { } year)
        {
            var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            query = query.Where(c => c.Date >= from && c.Date <= to);
        }

        if (filter.Reviewed is { } reviewed)
        {
            query = query.Where(c => c.FindingYear == reviewed);
        }

        if (filter.OrganiserId is { } organiser)
        {
            query = query.Where(c => c.OrganiserId == organiser);
        }

        if (filter.Kind is { } kind)
        {
            query = query.Where(c => c.Kind == kind);
        }

        if (filter.State is { } state)
        {
            query = query.Where(c => c.State == state);
        }

        if (string.IsNullOrWhiteSpace(filter.Text))
        {
            return query;
        }

        var hits = await SearchQuery.FindAsync(db, filter.Text, found => found.Where(e => e.Kind == SearchKind.Conference), cancel);
        var ids = hits?.Select(e => e.ConferenceId);
        return ids is null ? query.Where(c => false) : query.Where(c => ids.Contains(c.Id));
    }

    /// <summary>A row as the database gives it, whatever facts it has.</summary>
    internal sealed class LoadedRow
    {
        public required Row Row { get; init; }

        public int Assignments { get; init; }

        public List<FigureItem> Figures { get; init; } = [];

        public List<MentionItem> Mentions { get; init; } = [];

        public MinutesRow ToView()
        {
            var view = new MinutesRow
            {
                Id = Row.Id,
                Position = Row.Position,
                ConferenceId = Row.ConferenceId,
                Assignments = Assignments,
                SourceId = Row.SourceId,
                SpanStart = Row.SpanStart,
                SpanEnd = Row.SpanEnd,
                Figures = Figures,
                Mentions = Mentions,
            };
            view.TakeAll(Row);
            return view;
        }
    }
}
