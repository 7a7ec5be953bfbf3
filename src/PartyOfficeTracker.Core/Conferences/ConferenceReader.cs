using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>Reads conferences for lists and pages. A province sees what is published; everybody else drafts as well.</summary>
public sealed class ConferenceReader(AppDbContext db)
{
    public const int PageSize = 30;

    /// <summary>What a list can be sorted by, as addresses name it.</summary>
    public static readonly string[] SortColumns = ["date", "title", "organiser", "kind", "achievements", "shortcomings", "directives", "state"];

    public async Task<PagedList<ConferenceListItem>> ListAsync(Actor actor, ConferenceFilter filter, CancellationToken cancel)
    {
        var place = Place.Parse(filter.After);
        var query = await FilterAsync(db.Conferences.AsNoTracking().VisibleTo(actor), filter, cancel);
        if (filter.Sort is { } sort && await SortedAsync(query, sort, filter, cancel) is { } sorted)
        {
            return sorted;
        }

        place = filter.Sort is null ? place : default;
        var total = await query.Take(PagedList<ConferenceListItem>.CountCap).CountAsync(cancel);
        var items = await ItemsAsync(From(query, place).Take(filter.Size + 1), cancel);
        return PagedList.Of(place, items, filter.Size, total, c => new DayKey(c.Date, c.Id).ToString()) with { IsUnsorted = filter.Sort is not null };
    }

    private static Task<List<ConferenceListItem>> ItemsAsync(IQueryable<Conference> conferences, CancellationToken cancel) => conferences
        .Select(c => new ConferenceListItem(
            c.Id,
            c.Title,
            c.Kind,
            c.State,
            c.Course,
            c.Date,
            c.LastDay,
            c.Session,
            c.OrganiserId,
            c.Rows.Count(r => r.Kind == RowKind.Achievement),
            c.Rows.Count(r => r.Kind == RowKind.Shortcoming),
            c.Rows.Count(r => r.Kind == RowKind.Directive)))
        .ToListAsync(cancel);

    /// <summary>The page in the order of a column; null when there are too many hits for it.</summary>
    private static async Task<PagedList<ConferenceListItem>?> SortedAsync(
        IQueryable<Conference> query, Sort sort, ConferenceFilter filter, CancellationToken cancel)
    {
        var few = From(query, default).Take(Sorting.Most + 1);
        var values = await (sort.Column switch
        {
            "title" => few.Select(c => new SortValue(c.Id, null, c.Title, null)),
            "organiser" => few.Select(c => new SortValue(c.Id, null, null, c.Organiser!.SortOrder)),
            "kind" => few.Select(c => new SortValue(c.Id, null, c.Kind.ToString(), null)),
            "state" => few.Select(c => new SortValue(c.Id, null, c.State.ToString(), null)),
            "achievements" => few.Select(c => new SortValue(c.Id, null, null, c.Rows.Count(r => r.Kind == RowKind.Achievement))),
            "directives" => few.Select(c => new SortValue(c.Id, null, null, c.Rows.Count(r => r.Kind == RowKind.Directive))),
            "shortcomings" => few.Select(c => new SortValue(c.Id, null, null, c.Rows.Count(r => r.Kind == RowKind.Shortcoming))),
            _ => few.Select(c => new SortValue(c.Id, c.Date, null, null)),
        }).ToListAsync(cancel);
        if (values.Count > Sorting.Most)
        {
            return null;
        }

        var keys = sort.Column switch { "kind" => values.InOrderOf<ConferenceKind>(), "state" => values.InOrderOf<ConferenceState>(), _ => values };
        var page = Sorting.Page(keys, sort, Place.Parse(filter.After), filter.Size);
        return page.With(await ItemsAsync(query.Where(c => page.Items.Contains(c.Id)), cancel), c => c.Id);
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
        var undo = LastActs(actor, id);
        var found = await db.Conferences.AsNoTracking().VisibleTo(actor)
            .Where(c => c.Id == id)
            .Select(c => new
            {
                Head = c,
                UndoId = undo.Select(s => s.Id).FirstOrDefault(),
                UndoKind = undo.Select(s => s.Kind).FirstOrDefault(),
                UndoLabel = undo.Select(s => s.Label).FirstOrDefault(),
                LeadPublishes = db.OfficeSettings.Any(s => s.LeadPublishes),
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
                Removed = db.PublishedChanges
                    .Where(x => x.ConferenceId == c.Id && x.Entity == null && x.Action == AuditAction.Removed && !db.Rows.Any(r => r.Uid == x.RowUid))
                    .OrderBy(x => x.Id).Select(x => new PublishedItem(nameof(Row), x.Action, x.At, x.By!.DisplayName, x.Reason, x.Changes)).ToList(),
                HeadChanges = db.PublishedChanges.Where(x => x.ConferenceId == c.Id && x.Entity != null)
                    .OrderBy(x => x.Id).Select(x => new PublishedItem(x.Entity!, x.Action, x.At, x.By!.DisplayName, x.Reason, x.Changes)).ToList(),
                Citations = c.Citations.OrderBy(x => x.Id).Select(x => new CitationItem(x.Id, x.DocumentId, x.AsPrinted, x.RowId)).ToList(),
            })
            .SingleAsync(cancel);
        var rows = await Rows(db.Rows.Where(r => r.ConferenceId == id)).ToListAsync(cancel);
        return new ConferenceDetails
        {
            Head = found.Head,
            ReviewedByName = found.ReviewedByName,
            LeadPublishes = found.LeadPublishes,
            Removed = cited.Removed,
            HeadChanges = cited.HeadChanges,
            Undo = UndoItem.Of(found.UndoId, found.UndoKind, found.UndoLabel),
            Work = new AssignedWork(found.Assigned, found.Units, found.Open, found.Reported),
            Rows = rows.Select(r => r.ToView()).ToLookup(r => r.Kind),
            Chairs = found.Chairs,
            Points = found.Points,
            Sources = cited.Sources,
            Citations = cited.Citations,
        };
    }

    /// <summary>The day of a conference; null when there is none or the actor may not see it.</summary>
    public Task<ConferenceState?> StateAsync(Actor actor, int id, CancellationToken cancel) =>
        db.Conferences.VisibleTo(actor).Where(c => c.Id == id).Select(c => (ConferenceState?)c.State).SingleOrDefaultAsync(cancel);

    public Task<DateOnly?> HeldOnAsync(Actor actor, int id, CancellationToken cancel) =>
        db.Conferences.VisibleTo(actor).Where(c => c.Id == id).Select(c => (DateOnly?)c.Date).SingleOrDefaultAsync(cancel);

    /// <summary>
    /// The rows an act has changed and the order of all, so that a page of a thousand rows need not be read again for one of them. Null when
    /// there is no such conference or the actor does not write.
    /// </summary>
    public async Task<MinutesPart?> PartAsync(Actor actor, int id, ChangedRows changed, CancellationToken cancel)
    {
        var undo = LastActs(actor, id);
        var found = await db.Conferences.AsNoTracking().Where(c => c.Id == id).Select(c => new
        {
            Head = c,
            UndoId = undo.Select(s => s.Id).FirstOrDefault(),
            UndoKind = undo.Select(s => s.Kind).FirstOrDefault(),
            UndoLabel = undo.Select(s => s.Label).FirstOrDefault(),
        }).SingleOrDefaultAsync(cancel);
        if (!actor.WritesConferences || found is null)
        {
            return null;
        }

        var order = await db.Rows.AsNoTracking().Where(r => r.ConferenceId == id)
            .OrderBy(r => r.Position).ThenBy(r => r.Id).Select(r => new { r.Id, r.Kind }).ToListAsync(cancel);
        var from = changed.From ?? int.MaxValue;
        var wanted = order.Where(r => changed.All || r.Id >= from || changed.Rows.Contains(r.Id)).Select(r => r.Id).ToList();
        var rows = wanted.Count == 0 ? [] : await Rows(db.Rows.Where(r => r.ConferenceId == id && wanted.Contains(r.Id))).ToListAsync(cancel);
        return new MinutesPart(found.Head, order.ToLookup(r => r.Kind, r => r.Id), rows.ConvertAll(r => r.ToView()))
        {
            Undo = UndoItem.Of(found.UndoId, found.UndoKind, found.UndoLabel),
        };
    }

    /// <summary>What the actor did to a conference and may take back, the last first.</summary>
    private IQueryable<UndoStep> LastActs(Actor actor, int id)
    {
        var scope = UndoStep.OfConference(id);
        return db.UndoSteps.Where(s => s.Scope == scope && s.UserId == actor.UserId).OrderByDescending(s => s.Id);
    }

    /// <summary>The shortcomings and obstacles a directive may be meant to cure; a row of another kind cures none.</summary>
    public async Task<MinutesPart?> CurableAsync(Actor actor, int id, RowKind kind, CancellationToken cancel)
    {
        if (!actor.WritesConferences || await db.Conferences.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } head)
        {
            return null;
        }

        var rows = kind != RowKind.Directive
            ? []
            : await Rows(db.Rows.Where(r => r.ConferenceId == id && (r.Kind == RowKind.Shortcoming || r.Kind == RowKind.Obstacle))).ToListAsync(cancel);
        return new MinutesPart(head, Array.Empty<int>().ToLookup(_ => kind), rows.ConvertAll(r => r.ToView()));
    }

    /// <summary>Rows in order, each with its figures and mentions, in one command.</summary>
    internal IQueryable<LoadedRow> Rows(IQueryable<Row> rows) => rows.AsNoTracking()
        .OrderBy(r => r.Position).ThenBy(r => r.Id)
        .Select(r => new LoadedRow
        {
            Row = r,
            Assignments = r.Kind == RowKind.Directive ? db.Assignments.Count(a => a.DirectiveId == r.Id) : 0,
            Figures = r.Figures.OrderBy(f => f.Id).Select(f => new FigureItem(f.Value, f.Bound, f.OfWhat)).ToList(),
            Changes = db.PublishedChanges.Where(x => x.RowUid == r.Uid).OrderBy(x => x.Id)
                .Select(x => new PublishedItem(nameof(Row), x.Action, x.At, x.By!.DisplayName, x.Reason, x.Changes)).ToList(),
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

        public List<PublishedItem> Changes { get; init; } = [];

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
                Changes = Changes,
            };
            view.TakeAll(Row);
            return view;
        }
    }
}
