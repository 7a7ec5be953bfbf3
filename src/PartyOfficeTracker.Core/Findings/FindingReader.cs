using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Findings;

/// <param name="FieldOfWorkId">0 means: without a field.</param>
public sealed record FindingFilter(RowKind? Kind, int? Reviewed, int? FieldOfWorkId, Addressee? Addressee, string? After)
{
    /// <summary>Rows of a page.</summary>
    public int Size { get; init; } = FindingReader.PageSize;
}

public sealed record FindingListItem(
    int Id, RowKind Kind, string Text, Addressee Addressee, int? FieldOfWorkId, int ConferenceId, string ConferenceTitle, DateOnly Date);

/// <summary>Reads achievements, shortcomings and obstacles across conferences.</summary>
public sealed class FindingReader(AppDbContext db)
{
    public const int PageSize = 30;

    private static readonly RowKind[] Kinds = [RowKind.Achievement, RowKind.Shortcoming, RowKind.Obstacle];

    public async Task<PagedList<FindingListItem>> ListAsync(Actor actor, FindingFilter filter, CancellationToken cancel)
    {
        var place = Place.Parse(filter.After);
        var all = Filter(db.Rows.AsNoTracking().VisibleTo(actor), filter);

        // A range of the index for each kind, and then the first of these few: one condition for several kinds would sort the whole table.
        var kinds = (filter.Kind is { } kind ? [kind] : Kinds).Select(k => all.Where(f => f.Kind == k)).ToList();
        var total = await kinds.Select(k => k.Take(PagedList<FindingListItem>.CountCap).Select(f => f.Id))
            .Aggregate((one, other) => one.Concat(other)).Take(PagedList<FindingListItem>.CountCap).CountAsync(cancel);
        var read = kinds.Count == 1
            ? kinds[0].From(place)
            : kinds.Select(k => (IQueryable<Row>)k.From(place).Take(filter.Size + 1)).Aggregate((one, other) => one.Concat(other)).From(place);
        var items = await read
            .Take(filter.Size + 1)
            .Select(f => new FindingListItem(f.Id, f.Kind, f.Text, f.Addressee, f.FieldOfWorkId, f.ConferenceId, f.Conference!.Title, f.HeldOn))
            .ToListAsync(cancel);
        return PagedList.Of(place, items, filter.Size, total, f => new DayKey(f.Date, f.Id).ToString());
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
