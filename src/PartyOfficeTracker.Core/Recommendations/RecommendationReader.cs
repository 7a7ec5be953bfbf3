using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Recommendations;

public enum RecommendationState
{
    Waiting,
    Answered,
}

/// <param name="State">Waiting or answered; null for both.</param>
/// <param name="UnitIds">The units that ask; null for all.</param>
/// <param name="Year">The year it counts in.</param>
/// <param name="After">Where the page begins, as the page before it says.</param>
public sealed record RecommendationFilter(RecommendationState? State, IReadOnlyCollection<int>? UnitIds, int? Year, string? After)
{
    /// <summary>By one of <see cref="RecommendationReader.SortColumns"/>; null for what waits longest first.</summary>
    public Sort? Sort { get; init; }

    /// <summary>Rows of a page.</summary>
    public int Size { get; init; } = RecommendationReader.PageSize;
}

public sealed record RecommendationListItem(
    int Id, int? RowId, string Text, int? UnitId, string? SubmittedTo, DateOnly WrittenOn, DateOnly? WishedOn, DateOnly? AnsweredOn, string? AnsweringDocument,
    string? Answer, int Grouped, int SortKey)
{
    /// <summary>Days it has waited, or the answer took; the centre's.</summary>
    public int Days(DateOnly today) => Math.Max(0, (AnsweredOn ?? today).DayNumber - WrittenOn.DayNumber);

    /// <summary>Days past the day wished for, while it waits.</summary>
    public int DaysPastWish(DateOnly today) => AnsweredOn is null && WishedOn is { } wished ? Math.Max(0, today.DayNumber - wished.DayNumber) : 0;
}

/// <summary>Several that wait and say the same.</summary>
public sealed record EqualRecommendations(string Text, IReadOnlyList<(int Id, int? UnitId)> Members);

public sealed record RecommendationPage(PagedList<RecommendationListItem> List, IReadOnlyList<EqualRecommendations> Equal);

/// <summary>One of a group, as the others' page names it.</summary>
public sealed record GroupMember(int Id, int? UnitId, DateOnly WrittenOn, DateOnly? AnsweredOn);

public sealed record RecommendationDetails(
    Recommendation Recommendation, string? EnteredBy, string? AnsweredBy, int? ConferenceId, string? ConferenceTitle, IReadOnlyList<GroupMember> Group);

/// <summary>Reads recommendations, from minutes and between them alike: a province its own, everybody else all.</summary>
public sealed class RecommendationReader(AppDbContext db)
{
    public const int PageSize = 30;

    /// <summary>What a list can be sorted by, as addresses name it.</summary>
    public static readonly string[] SortColumns = ["text", "unit", "to", "written", "wished", "answered"];

    private const int MostEqual = 60;

    /// <summary>What waits comes first, the longest waiting on top.</summary>
    public async Task<RecommendationPage> ListAsync(Actor actor, RecommendationFilter filter, CancellationToken cancel)
    {
        var query = Filter(db.Recommendations.AsNoTracking().VisibleTo(actor), filter);
        var sorted = filter.Sort is { } sort ? await SortedAsync(query, sort, filter, cancel) : null;
        return new RecommendationPage(
            sorted ?? await PageAsync(query, filter, cancel),
            actor.WritesConferences && filter is { State: not RecommendationState.Answered, After: null } ? await EqualAsync(actor, cancel) : []);
    }

    private async Task<PagedList<RecommendationListItem>> PageAsync(
        IQueryable<Recommendation> query, RecommendationFilter filter, CancellationToken cancel)
    {
        var place = filter.Sort is null ? Place.Parse(filter.After) : default;
        var counted = query.Take(PagedList<RecommendationListItem>.CountCap);
        var rows = await From(query, place)
            .Take(filter.Size + 1)
            .Select(r => new
            {
                Total = counted.Count(),
                Item = new RecommendationListItem(
                    r.Id,
                    r.RowId,
                    r.Text,
                    r.UnitId,
                    r.SubmittedTo,
                    r.WrittenOn,
                    r.WishedOn,
                    r.AnsweredOn,
                    r.AnsweringDocument,
                    r.Answer,
                    r.GroupKey == null ? 0 : db.Recommendations.Count(o => o.GroupKey == r.GroupKey),
                    r.SortKey),
            })
            .ToListAsync(cancel);
        var total = rows.Count > 0 ? rows[0].Total : 0;
        return PagedList.Of(place, rows.ConvertAll(r => r.Item), filter.Size, total, r => new NumberKey(r.SortKey, r.Id).ToString()) with
        {
            IsUnsorted = filter.Sort is not null,
        };
    }

    /// <summary>The page in the order of a column; null when there are too many hits for it.</summary>
    private async Task<PagedList<RecommendationListItem>?> SortedAsync(
        IQueryable<Recommendation> query, Sort sort, RecommendationFilter filter, CancellationToken cancel)
    {
        var few = From(query, default).Take(Sorting.Most + 1);
        var values = await (sort.Column switch
        {
            "text" => few.Select(r => new SortValue(r.Id, null, r.Text, null)),
            "unit" => few.Select(r => new SortValue(r.Id, null, null, db.Units.Where(u => u.Id == r.UnitId).Select(u => (int?)u.SortOrder).FirstOrDefault())),
            "to" => few.Select(r => new SortValue(r.Id, null, r.SubmittedTo, null)),
            "wished" => few.Select(r => new SortValue(r.Id, r.WishedOn, null, null)),
            "answered" => few.Select(r => new SortValue(r.Id, r.AnsweredOn, null, null)),
            _ => few.Select(r => new SortValue(r.Id, r.WrittenOn, null, null)),
        }).ToListAsync(cancel);
        if (values.Count > Sorting.Most)
        {
            return null;
        }

        var page = Sorting.Page(values, sort, Place.Parse(filter.After), filter.Size);
        var rows = await PageAsync(query.Where(r => page.Items.Contains(r.Id)), filter with { After = null, Sort = null }, cancel);
        return page.With(rows.Items, r => r.Id);
    }

    /// <summary>One with those of its group that the actor may see; null when there is none or the actor may not see it.</summary>
    public async Task<RecommendationDetails?> FindAsync(Actor actor, int id, CancellationToken cancel)
    {
        var found = await db.Recommendations.IgnoreQueryFilters().AsNoTracking().VisibleTo(actor)
            .Where(r => r.Id == id && (r.RowId == null || r.WithdrawnOn == null))
            .Select(r => new
            {
                Recommendation = r,
                EnteredBy = (string?)r.EnteredBy!.DisplayName,
                AnsweredBy = (string?)r.AnsweredBy!.DisplayName,
                ConferenceId = (int?)r.Row!.ConferenceId,
                Title = (string?)r.Row.Conference!.Title,
            })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var group = found.Recommendation.GroupKey is { } key
            ? await db.Recommendations.AsNoTracking().VisibleTo(actor).Where(r => r.GroupKey == key)
                .OrderBy(r => r.WrittenOn).ThenBy(r => r.Id)
                .Select(r => new GroupMember(r.Id, r.UnitId, r.WrittenOn, r.AnsweredOn))
                .ToListAsync(cancel)
            : [];
        return new RecommendationDetails(found.Recommendation, found.EnteredBy, found.AnsweredBy, found.ConferenceId, found.Title, group);
    }

    /// <summary>From a place on, in the order of reading.</summary>
    private static IQueryable<Recommendation> From(IQueryable<Recommendation> query, Place place)
    {
        if (NumberKey.Parse(place.Key) is not { Number: <= int.MaxValue, Id: <= int.MaxValue } key)
        {
            return query.OrderBy(r => r.SortKey).ThenBy(r => r.Id);
        }

        var (sort, id) = ((int)key.Number, (int)key.Id);
        return place.IsBackwards
            ? query.Where(r => r.SortKey <= sort && (r.SortKey < sort || r.Id < id)).OrderByDescending(r => r.SortKey).ThenByDescending(r => r.Id)
            : query.Where(r => r.SortKey >= sort && (r.SortKey > sort || r.Id > id)).OrderBy(r => r.SortKey).ThenBy(r => r.Id);
    }

    private static IQueryable<Recommendation> Filter(IQueryable<Recommendation> query, RecommendationFilter filter)
    {
        query = filter.State switch
        {
            RecommendationState.Waiting => query.Waiting(),
            RecommendationState.Answered => query.Where(r => r.AnsweredOn != null),
            _ => query,
        };
        if (filter.UnitIds is { } units)
        {
            query = query.Where(r => r.UnitId != null && units.Contains(r.UnitId.Value));
        }

        return filter.Year is { } year ? query.Where(r => r.Year == year) : query;
    }

    /// <summary>What waits, stands alone and says the same as another: proposed as a group.</summary>
    private async Task<IReadOnlyList<EqualRecommendations>> EqualAsync(Actor actor, CancellationToken cancel)
    {
        var alone = db.Recommendations.AsNoTracking().VisibleTo(actor).Waiting().Where(r => r.GroupKey == null);
        var rows = await alone
            .Where(r => alone.Any(o => o.TextKey == r.TextKey && o.Id != r.Id))
            .OrderBy(r => r.TextKey).ThenBy(r => r.Id)
            .Take(MostEqual)
            .Select(r => new { r.Id, r.UnitId, r.Text, r.TextKey })
            .ToListAsync(cancel);
        return
        [
            .. rows.GroupBy(r => r.TextKey, StringComparer.Ordinal).Where(g => g.Count() > 1)
                .Select(g => new EqualRecommendations(g.First().Text, [.. g.Select(r => (r.Id, r.UnitId))])),
        ];
    }
}
