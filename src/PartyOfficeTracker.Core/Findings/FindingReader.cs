using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Findings;

/// <param name="FieldOfWorkId">0 means: without a field.</param>
public sealed record FindingFilter(RowKind? Kind, int? Reviewed, int? FieldOfWorkId, Addressee? Addressee, string? After)
{
    /// <summary>By one of <see cref="FindingReader.SortColumns"/>; null for the newest first.</summary>
    public Sort? Sort { get; init; }

    /// <summary>Rows of a page.</summary>
    public int Size { get; init; } = FindingReader.PageSize;
}

public sealed record FindingListItem(
    int Id, RowKind Kind, string Text, Addressee Addressee, int? FieldOfWorkId, int ConferenceId, string ConferenceTitle, DateOnly Date);

/// <summary>Reads achievements, shortcomings and obstacles across conferences.</summary>
public sealed class FindingReader(AppDbContext db)
{
    public const int PageSize = 30;

    /// <summary>What a list can be sorted by, as addresses name it.</summary>
    public static readonly string[] SortColumns = ["text", "kind", "field", "date"];

    private static readonly RowKind[] Kinds = [RowKind.Achievement, RowKind.Shortcoming, RowKind.Obstacle];

    public async Task<PagedList<FindingListItem>> ListAsync(Actor actor, FindingFilter filter, CancellationToken cancel)
    {
        var place = Place.Parse(filter.After);
        var all = Filter(db.Rows.AsNoTracking().VisibleTo(actor), filter);

        // A range of the index for each kind, and then the first of these few: one condition for several kinds would sort the whole table.
        var kinds = (filter.Kind is { } kind ? [kind] : Kinds).Select(k => all.Where(f => f.Kind == k)).ToList();
        if (filter.Sort is { } sort && await SortedAsync(kinds, all, sort, filter, cancel) is { } sorted)
        {
            return sorted;
        }

        place = filter.Sort is null ? place : default;
        var total = await kinds.Select(k => k.Take(PagedList<FindingListItem>.CountCap).Select(f => f.Id))
            .Aggregate((one, other) => one.Concat(other)).Take(PagedList<FindingListItem>.CountCap).CountAsync(cancel);
        var read = kinds.Count == 1
            ? kinds[0].From(place)
            : kinds.Select(k => (IQueryable<Row>)k.From(place).Take(filter.Size + 1)).Aggregate((one, other) => one.Concat(other)).From(place);
        var items = await ItemsAsync(read.Take(filter.Size + 1), cancel);
        return PagedList.Of(place, items, filter.Size, total, f => new DayKey(f.Date, f.Id).ToString()) with { IsUnsorted = filter.Sort is not null };
    }

    private static Task<List<FindingListItem>> ItemsAsync(IQueryable<Row> rows, CancellationToken cancel) => rows
        .Select(f => new FindingListItem(f.Id, f.Kind, f.Text, f.Addressee, f.FieldOfWorkId, f.ConferenceId, f.Conference!.Title, f.HeldOn))
        .ToListAsync(cancel);

    /// <summary>The page in the order of a column; null when there are too many hits for it.</summary>
    private async Task<PagedList<FindingListItem>?> SortedAsync(
        IReadOnlyList<IQueryable<Row>> kinds, IQueryable<Row> all, Sort sort, FindingFilter filter, CancellationToken cancel)
    {
        var values = new List<SortValue>();
        foreach (var kind in kinds)
        {
            var few = kind.From(default).Take(Sorting.Most + 1);
            values.AddRange(await (sort.Column switch
            {
                "text" => few.Select(f => new SortValue(f.Id, null, f.Text, null)),
                "kind" => few.Select(f => new SortValue(f.Id, null, null, f.Kind == RowKind.Achievement ? 0 : f.Kind == RowKind.Shortcoming ? 1 : 2)),
                "field" => few.Select(f => new SortValue(
                    f.Id, null, null, db.FieldsOfWork.Where(w => w.Id == f.FieldOfWorkId).Select(w => (int?)w.SortOrder).FirstOrDefault())),
                _ => few.Select(f => new SortValue(f.Id, f.HeldOn, null, null)),
            }).ToListAsync(cancel));
        }

        if (values.Count > Sorting.Most)
        {
            return null;
        }

        var page = Sorting.Page(values, sort, Place.Parse(filter.After), filter.Size);
        return page.With(await ItemsAsync(all.Where(f => page.Items.Contains(f.Id)), cancel), f => f.Id);
    }

    private static IQueryable<Row> Filter(IQueryable<Row> query, FindingFilter filter)
    {
        if (filter.Reviewed is { } year)
        {
            query = query.Where(f => f.CountedIn == year && f.Stage != ConferenceState.Draft);
        }

        if (filter.FieldOfWorkId is { } field)
        {
            query = field == 0 ? query.Where(f => f.FieldOfWorkId == null) : query.Where(f => f.FieldOfWorkId == field);
        }

        return filter.Addressee is { } addressee ? query.Where(f => f.Addressee == addressee) : query;
    }
}
