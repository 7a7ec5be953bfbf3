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

    public async Task<PagedList<FindingListItem>> ListAsync(Actor actor, FindingFilter filter, CancellationToken cancel)
    {
        var query = db.Rows.AsNoTracking().VisibleTo(actor);
        if (filter.Kind is { } kind)
        {
            query = query.Where(f => f.Kind == kind);
        }
        else
        {
            query = query.Where(f => f.Kind == RowKind.Achievement || f.Kind == RowKind.Shortcoming || f.Kind == RowKind.Obstacle);
        }

        if (filter.Reviewed is { } year)
        {
            query = query.Where(f => f.Conference!.FindingYear == year && f.Conference.State != ConferenceState.Draft);
        }

        if (filter.FieldOfWorkId is { } field)
        {
            query = field == 0 ? query.Where(f => f.FieldOfWorkId == null) : query.Where(f => f.FieldOfWorkId == field);
        }

        if (filter.Addressee is { } addressee)
        {
            query = query.Where(f => f.Addressee == addressee);
        }

        var total = await query.Take(PagedList<FindingListItem>.CountCap).CountAsync(cancel);
        if (DayKey.Parse(filter.After) is { } after)
        {
            query = query.Where(f => f.Conference!.Date < after.Day || (f.Conference.Date == after.Day && f.Id > after.Id));
        }

        var items = await query
            .OrderByDescending(f => f.Conference!.Date).ThenBy(f => f.Id)
            .Take(filter.Size + 1)
            .Select(f => new FindingListItem(f.Id, f.Kind, f.Text, f.Addressee, f.FieldOfWorkId, f.ConferenceId, f.Conference!.Title, f.Conference.Date))
            .ToListAsync(cancel);
        var page = items.Take(filter.Size).ToList();
        var next = items.Count > filter.Size ? new DayKey(page[^1].Date, page[^1].Id).ToString() : null;
        return new PagedList<FindingListItem>(page, total, next);
    }
}
