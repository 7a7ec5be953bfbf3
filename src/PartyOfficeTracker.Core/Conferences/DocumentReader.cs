using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Conferences;

/// <param name="After">Where the page begins, as the page before it says.</param>
public sealed record DocumentFilter(string? After)
{
    /// <summary>By one of <see cref="DocumentReader.SortColumns"/>; null for the order of the register.</summary>
    public Sort? Sort { get; init; }

    /// <summary>Rows of a page.</summary>
    public int Size { get; init; } = DocumentReader.PageSize;
}

public sealed record DocumentListItem(int Id, string TypeWord, string? Number, string? Symbol, string? Issuer, DateOnly? IssuedOn, string? Name, int Citations);

public sealed record DocumentCitation(int ConferenceId, string ConferenceTitle, DateOnly Date, int? DirectiveId, string? DirectiveText, string AsPrinted);

public sealed record DocumentDetails(CitedDocument Document, IReadOnlyList<DocumentCitation> Citations);

/// <summary>Reads cited documents and every place that cites them.</summary>
public sealed class DocumentReader(AppDbContext db)
{
    public const int PageSize = 50;

    /// <summary>What a list can be sorted by, as addresses name it.</summary>
    public static readonly string[] SortColumns = ["type", "number", "issuer", "issued", "name", "citations"];

    /// <summary>Digits of a number, so that 4 stands before 10.</summary>
    private const int LongestNumber = 6;

    public async Task<PagedList<DocumentListItem>> ListAsync(Actor actor, DocumentFilter filter, CancellationToken cancel)
    {
        var query = db.Documents.AsNoTracking().VisibleTo(actor);
        if (filter.Sort is { } sort && await SortedAsync(query, sort, filter, cancel) is { } sorted)
        {
            return sorted;
        }

        var total = await query.Take(PagedList<DocumentListItem>.CountCap).CountAsync(cancel);
        var place = filter.Sort is null ? Place.Parse(filter.After) : default;
        var id = int.TryParse(place.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0;
        var from = place.IsBackwards ? query.Where(d => d.Id < id).OrderByDescending(d => d.Id) : query.Where(d => d.Id > id).OrderBy(d => d.Id);
        var items = await ItemsAsync(from.Take(filter.Size + 1), cancel);
        return PagedList.Of(place, items, filter.Size, total, d => d.Id.ToString(CultureInfo.InvariantCulture)) with { IsUnsorted = filter.Sort is not null };
    }

    private static Task<List<DocumentListItem>> ItemsAsync(IQueryable<CitedDocument> documents, CancellationToken cancel) => documents
        .Select(d => new DocumentListItem(d.Id, d.TypeWord, d.Number, d.Symbol, d.Issuer, d.IssuedOn, d.Name, d.Citations.Count))
        .ToListAsync(cancel);

    /// <summary>The page in the order of a column; null when there are too many hits for it.</summary>
    private static async Task<PagedList<DocumentListItem>?> SortedAsync(
        IQueryable<CitedDocument> query, Sort sort, DocumentFilter filter, CancellationToken cancel)
    {
        var few = query.OrderBy(d => d.Id).Take(Sorting.Most + 1);
        var values = await (sort.Column switch
        {
            "number" => few.Select(d => new SortValue(d.Id, null, d.Number == null ? null : d.Number + "-" + d.Symbol, null)),
            "issuer" => few.Select(d => new SortValue(d.Id, null, d.Issuer, null)),
            "issued" => few.Select(d => new SortValue(d.Id, d.IssuedOn, null, null)),
            "name" => few.Select(d => new SortValue(d.Id, null, d.Name, null)),
            "citations" => few.Select(d => new SortValue(d.Id, null, null, d.Citations.Count)),
            _ => few.Select(d => new SortValue(d.Id, null, d.TypeWord, null)),
        }).ToListAsync(cancel);
        if (values.Count > Sorting.Most)
        {
            return null;
        }

        var keys = sort.Column == "number" ? values.Select(v => v with { Text = ByNumber(v.Text) }) : values;
        var page = Sorting.Page(keys, sort, Place.Parse(filter.After), filter.Size);
        return page.With(await ItemsAsync(query.Where(d => page.Items.Contains(d.Id)), cancel), d => d.Id);
    }

    private static string? ByNumber(string? number) => number?.PadLeft(number.Length + LongestNumber - number.TakeWhile(char.IsAsciiDigit).Count(), '0');

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
