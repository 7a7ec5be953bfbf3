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
        var open = db.Rows.AsNoTracking().Where(d => d.Kind == RowKind.Directive && d.Conference!.State == ConferenceState.Published);
        var counts = await open.GroupBy(d => 1).Select(g => new
        {
            Unassigned = g.Count(d => !db.Assignments.Any(a => a.DirectiveId == d.Id)),
            Missing = g.Count(d => d.DeadlineKind == DeadlineKind.Missing),
            Unanswered = db.Recommendations.Count(r => r.AnsweredOn == null),
        }).FirstOrDefaultAsync(cancel);
        return new Desk(drafts, counts?.Unassigned ?? 0, counts?.Missing ?? 0, counts?.Unanswered ?? 0);
    }
}
