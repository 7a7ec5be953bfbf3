using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Conferences;

public sealed record DocumentListItem(int Id, string TypeWord, string? Number, string? Symbol, string? Issuer, DateOnly? IssuedOn, string? Name, int Citations);

public sealed record DocumentCitation(int ConferenceId, string ConferenceTitle, DateOnly Date, int? DirectiveId, string? DirectiveText, string AsPrinted);

public sealed record DocumentDetails(CitedDocument Document, IReadOnlyList<DocumentCitation> Citations);

/// <summary>Reads cited documents and every place that cites them.</summary>
public sealed class DocumentReader(AppDbContext db)
{
    public const int PageSize = 50;

    public Task<PagedList<DocumentListItem>> ListAsync(Actor actor, string? after, CancellationToken cancel) => ListAsync(actor, after, PageSize, cancel);

    /// <param name="actor">Who reads.</param>
    /// <param name="after">The last row of the page before.</param>
    /// <param name="size">Rows of a page.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<PagedList<DocumentListItem>> ListAsync(Actor actor, string? after, int size, CancellationToken cancel)
    {
        var query = db.Documents.AsNoTracking().VisibleTo(actor);
        var total = await query.Take(PagedList<DocumentListItem>.CountCap).CountAsync(cancel);
        var place = Place.Parse(after);
        var id = int.TryParse(place.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0;
        var from = place.IsBackwards ? query.Where(d => d.Id < id).OrderByDescending(d => d.Id) : query.Where(d => d.Id > id).OrderBy(d => d.Id);
        var items = await from.Take(size + 1)
            .Select(d => new DocumentListItem(d.Id, d.TypeWord, d.Number, d.Symbol, d.Issuer, d.IssuedOn, d.Name, d.Citations.Count))
            .ToListAsync(cancel);
        return PagedList.Of(place, items, size, total, d => d.Id.ToString(CultureInfo.InvariantCulture));
    }

    public async Task<DocumentDetails?> FindAsync(Actor actor, int id, CancellationToken cancel)
    {
        var document = await db.Documents.AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (document is null)
        {
            return null;
        }

        var citations = await db.Citations.AsNoTracking().VisibleTo(actor)
            .Where(c => c.DocumentId == id)
            .OrderByDescending(c => c.Conference!.Date)
            .Select(c => new DocumentCitation(c.ConferenceId, c.Conference!.Title, c.Conference.Date, c.Row!.Kind == RowKind.Directive ? c.RowId : null,
                c.Row.Kind == RowKind.Directive ? c.Row.Text : null, c.AsPrinted))
            .ToListAsync(cancel);
        return new DocumentDetails(document, citations);
    }
}
