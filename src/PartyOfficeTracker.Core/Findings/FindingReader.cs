using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Findings;

/// <param name="FieldOfWorkId">0 means: without a field.</param>
public sealed record FindingFilter(RowKind? Kind, int? Reviewed, int? FieldOfWorkId, Addressee? Addressee, string? After)
{
    /// <summary>The unit that is spoken of, or that reported it.</summary>
    public int? UnitId { get; init; }

    /// <summary>What it says, or the unit it speaks of.</summary>
    public string? Text { get; init; }

    /// <summary>By one of <see cref="FindingReader.SortColumns"/>; null for the newest first.</summary>
    public Sort? Sort { get; init; }

    /// <summary>Rows of a page.</summary>
    public int Size { get; init; } = FindingReader.PageSize;
}

public sealed record FindingListItem(
    int Id, RowKind Kind, string Text, Addressee Addressee, int? AddresseeUnitId, int? UnitId, int? FieldOfWorkId, int ConferenceId, string ConferenceTitle,
    DateOnly Date);

/// <summary>Reads achievements, shortcomings and obstacles across conferences.</summary>
public sealed class FindingReader(AppDbContext db, UnitDirectory units)
{
    public const int PageSize = 25;

    /// <summary>What a list can be sorted by, as addresses name it.</summary>
    public static readonly string[] SortColumns = ["text", "kind", "field", "addressee", "date"];

    private static readonly RowKind[] Kinds = [RowKind.Achievement, RowKind.Shortcoming, RowKind.Obstacle];

    public async Task<PagedList<FindingListItem>> ListAsync(Actor actor, FindingFilter filter, CancellationToken cancel)
    {
        var place = Place.Parse(filter.After);
        var all = await WithTextAsync(await OfUnitAsync(Filter(db.Rows.AsNoTracking().VisibleTo(actor), filter), filter.UnitId, cancel), filter.Text, cancel);

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
        .Select(f => new FindingListItem(
            f.Id, f.Kind, f.Text, f.Addressee, f.AddresseeUnitId, f.UnitId, f.FieldOfWorkId, f.ConferenceId, f.Conference!.Title, f.HeldOn))
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
                "addressee" => few.Select(f => new SortValue(f.Id, null, f.Addressee.ToString(), null)),
                _ => few.Select(f => new SortValue(f.Id, f.HeldOn, null, null)),
            }).ToListAsync(cancel));
        }

        if (values.Count > Sorting.Most)
        {
            return null;
        }

        var page = Sorting.Page(sort.Column == "addressee" ? values.InOrderOf<Addressee>() : values, sort, Place.Parse(filter.After), filter.Size);
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

    /// <summary>
    /// What is said of the unit and of those it carries on, or was reported by them. Few such findings are read by key; many are soon met by asking each, the
    /// newest first, as in the list of directives.
    /// </summary>
    private async Task<IQueryable<Row>> OfUnitAsync(IQueryable<Row> query, int? unitId, CancellationToken cancel)
    {
        if (unitId is not { } unit)
        {
            return query;
        }

        const int few = PagedList<FindingListItem>.CountCap;
        var all = await units.WithForerunnersAsync(unit, cancel);
        var ids = NewestOf(all, few);
        return await ids.Take(few).CountAsync(cancel) == few
            ? query.Where(f => all.Contains(f.AddresseeUnitId!.Value) || all.Contains(f.UnitId!.Value))
            : query.Where(f => ids.Contains(f.Id));
    }

    private async Task<IQueryable<Row>> WithTextAsync(IQueryable<Row> query, string? text, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return query;
        }

        if (await FindAsync(text, cancel) is not { } found)
        {
            return query.Where(f => false);
        }

        var named = PlaceNames.NamedIn(await units.UnitsAsync(cancel), text);
        if (named.Ids.Count > 0)
        {
            var of = NewestOf(named.Ids, SearchQuery.MostRows);
            var rest = named.Rest.Length == 0 ? null : await FindAsync(named.Rest, cancel);
            found = found.Concat(rest is null ? of : of.Where(id => rest.Contains(id)));
        }

        return query.Where(f => found.Contains(f.Id));
    }

    private async Task<IQueryable<int?>?> FindAsync(string text, CancellationToken cancel) =>
        (await SearchQuery.FindAsync(db, text, found => found.Where(e => e.Kind == SearchKind.Finding), cancel))?.Select(e => e.RowId);

    /// <summary>The newest findings of each unit, a range of an index each.</summary>
    private IQueryable<int?> NewestOf(IEnumerable<int> unitIds, int most)
    {
        var all = db.Rows.AsNoTracking().Where(f => Kinds.Contains(f.Kind));
        return unitIds.SelectMany(unit => new[] { all.Where(f => f.AddresseeUnitId == unit), all.Where(f => f.UnitId == unit) })
            .Select(of => of.OrderByDescending(f => f.Id).Take(most).Select(f => (int?)f.Id))
            .Aggregate((one, other) => one.Concat(other));
    }
}
