using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Findings;

/// <param name="FieldOfWorkId">0 means: without a field.</param>
public sealed record FindingFilter(RowKind? Kind, int? Reviewed, int? FieldOfWorkId, Addressee? Addressee, string? After);

public sealed record FindingListItem(
    int Id, RowKind Kind, string Text, Addressee Addressee, int? FieldOfWorkId, int ConferenceId, string ConferenceTitle, DateOnly Date);

public sealed record RecommendationListItem(
    int Id, string Text, string? Speaker, int? UnitId, string? SubmittedTo, DateOnly MadeOn, DateOnly? WishedOn, DateOnly? AnsweredOn, string? Answer,
    int ConferenceId, string ConferenceTitle);

/// <summary>Reads achievements, shortcomings, obstacles and recommendations across conferences.</summary>
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
            .Take(PageSize + 1)
            .Select(f => new FindingListItem(f.Id, f.Kind, f.Text, f.Addressee, f.FieldOfWorkId, f.ConferenceId, f.Conference!.Title, f.Conference.Date))
            .ToListAsync(cancel);
        var page = items.Take(PageSize).ToList();
        var next = items.Count > PageSize ? new DayKey(page[^1].Date, page[^1].Id).ToString() : null;
        return new PagedList<FindingListItem>(page, total, next);
    }

    /// <summary>Unanswered first, the longest waiting on top.</summary>
    public async Task<IReadOnlyList<RecommendationListItem>> RecommendationsAsync(Actor actor, int? reviewed, CancellationToken cancel)
    {
        const int most = 500;
        var query = db.Rows.AsNoTracking().VisibleTo(actor).Where(r => r.Kind == RowKind.Recommendation);
        if (reviewed is { } year)
        {
            query = query.Where(r => r.Conference!.FindingYear == year && r.Conference.State != ConferenceState.Draft);
        }

        return await query
            .OrderBy(r => r.AnsweredOn != null).ThenBy(r => r.Conference!.Date).ThenBy(r => r.Id)
            .Take(most)
            .Select(r => new RecommendationListItem(
                r.Id, r.Text, r.SpeakerName, r.UnitId, r.SubmittedTo, r.Conference!.Date, r.WishedOn, r.AnsweredOn, r.Answer, r.ConferenceId,
                r.Conference.Title))
            .ToListAsync(cancel);
    }
}
