using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Findings;
using PartyOfficeTracker.Core.Search;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>Reads conferences for lists and pages. A province sees what is published; everybody else drafts as well.</summary>
public sealed partial class ConferenceReader(AppDbContext db)
{
    public const int PageSize = 30;

    public async Task<PagedList<ConferenceListItem>> ListAsync(Actor actor, ConferenceFilter filter, CancellationToken cancel)
    {
        var query = Filter(Visible(actor), filter);
        var total = await query.Take(PagedList<ConferenceListItem>.CountCap).CountAsync(cancel);
        if (DayKey.Parse(filter.After) is { } after)
        {
            query = query.Where(c => c.Date < after.Day || (c.Date == after.Day && c.Id < after.Id));
        }

        var items = await query
            .OrderByDescending(c => c.Date).ThenByDescending(c => c.Id)
            .Take(PageSize + 1)
            .Select(c => new ConferenceListItem(
                c.Id,
                c.Title,
                c.Kind,
                c.State,
                c.Date,
                c.Session,
                c.OrganiserId,
                c.Findings.Count(f => f.Kind == FindingKind.Achievement),
                c.Findings.Count(f => f.Kind == FindingKind.Shortcoming),
                c.Directives.Count))
            .ToListAsync(cancel);
        var page = items.Take(PageSize).ToList();
        var next = items.Count > PageSize ? new DayKey(page[^1].Date, page[^1].Id).ToString() : null;
        return new PagedList<ConferenceListItem>(page, total, next);
    }

    /// <summary>The years in which conferences were held, newest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(Actor actor, CancellationToken cancel) =>
        await Visible(actor).Select(c => c.Date.Year).Distinct().OrderByDescending(y => y).ToListAsync(cancel);

    /// <summary>Null when there is no such conference or the actor may not see it.</summary>
    public async Task<ConferenceDetails?> FindAsync(Actor actor, int id, CancellationToken cancel)
    {
        var head = await Visible(actor).Include(c => c.FullTextReviewedBy).SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (head is null)
        {
            return null;
        }

        var rows = await Rows(id).ToListAsync(cancel);
        var parts = await Parts(id).ToListAsync(cancel);
        return new ConferenceDetails
        {
            Head = head,
            ReviewedByName = head.FullTextReviewedBy?.DisplayName,
            Rows = rows.OrderBy(r => r.Position).ThenBy(r => r.Id).ToLookup(r => r.Kind),
            Chairs = [.. OfKind(parts, PartKind.Chair).Select(p => new ChairItem(p.Id, p.A!, p.B, p.Version))],
            Points = [.. OfKind(parts, PartKind.Point).Select(p => new PointItem(p.Id, p.A!, p.UnitId, p.B, p.C, p.D, p.E, p.Version))],
            Sources = [.. OfKind(parts, PartKind.Source).Select(p => new SourceItem(p.Id, p.A!, p.B, p.Day, p.C, p.Flag))],
            Citations = [.. OfKind(parts, PartKind.Citation).Select(ToCitation)],
            Mentions = OfKind(parts, PartKind.Mention).ToLookup(p => RowOf(p)!.Value, p => new MentionItem(p.A!, p.OwnerId, p.Position, p.To)),
            Figures = [.. OfKind(parts, PartKind.Figure).Select(p => new FigureItem(p.OwnerId, p.Number, p.Bound, p.A!))],
        };
    }

    internal IQueryable<Conference> Visible(Actor actor) => actor.ReadsEverything
        ? db.Conferences.AsNoTracking()
        : db.Conferences.AsNoTracking().Where(c => c.State != ConferenceState.Draft);

    private IQueryable<Conference> Filter(IQueryable<Conference> query, ConferenceFilter filter)
    {
        if (filter.Year is { } year)
        {
            var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            query = query.Where(c => c.Date >= from && c.Date <= to);
        }

        if (filter.Reviewed is { } reviewed)
        {
            query = query.Where(c => c.ReviewedYear == reviewed);
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

        return string.IsNullOrWhiteSpace(filter.Text)
            ? query
            : SearchQuery.Entries(db, filter.Text) is { } hits
                ? query.Where(c => hits.Any(e => e.ConferenceId == c.Id && e.Kind == SearchKind.Conference))
                : query.Where(c => false);
    }
}
