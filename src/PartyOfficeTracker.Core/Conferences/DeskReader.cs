using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Conferences;

public sealed record DraftItem(int Id, string Title, DateOnly Date, int Entered, int? Expected);

/// <summary>What lies on the office's desk besides the units' tasks.</summary>
public sealed record Desk(IReadOnlyList<DraftItem> Drafts, int UnassignedDirectives, int DirectivesWithoutDeadline, int UnansweredRecommendations);

/// <summary>Reads what waits for a clerk or a lead.</summary>
public sealed class DeskReader(AppDbContext db)
{
    private const int MostDrafts = 20;

    private const int Cap = PagedList<DraftItem>.CountCap;

    public async Task<Desk> ReadAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.ReadsEverything)
        {
            return new Desk([], 0, 0, 0);
        }

        var drafts = await db.Conferences.AsNoTracking()
            .Where(c => c.State == ConferenceState.Draft)
            .OrderByDescending(c => c.Date).ThenByDescending(c => c.Id)
            .Take(MostDrafts)
            .Select(c => new DraftItem(
                c.Id,
                c.Title,
                c.Date,
                c.Rows.Count(r => r.Kind == RowKind.Achievement || r.Kind == RowKind.Shortcoming || r.Kind == RowKind.Directive),
                c.ExpectedAchievements == null && c.ExpectedShortcomings == null && c.ExpectedDirectives == null
                    ? null
                    : (c.ExpectedAchievements ?? 0) + (c.ExpectedShortcomings ?? 0) + (c.ExpectedDirectives ?? 0)))
            .ToListAsync(cancel);
        // Ranges of indexes, each counted up to the cap.
        var open = db.Rows.Where(d => d.Kind == RowKind.Directive && d.Stage == ConferenceState.Published);
        var counts = await db.Users.Where(u => u.Id == actor.UserId).Select(u => new
        {
            Unassigned = open.Where(d => d.Progress == DirectiveProgress.NotAssigned).Take(Cap).Count(),
            Missing = open.Where(d => d.DeadlineKind == DeadlineKind.Missing).Take(Cap).Count(),
            Unanswered = db.Recommendations.Where(r => r.AnsweredOn == null && r.WithdrawnOn == null).Take(Cap).Count(),
        }).SingleAsync(cancel);
        return new Desk(drafts, counts.Unassigned, counts.Missing, counts.Unanswered);
    }
}
