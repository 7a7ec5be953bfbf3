using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Conferences;

public sealed record DraftItem(int Id, string Title, DateOnly Date, int Entered, int? Expected, DateTime? CheckAskedAt)
{
    /// <summary>Why a lead gave it back, or took its publication back; null when nobody did.</summary>
    public string? GivenBackReason { get; init; }
}

/// <summary>A report on its way in.</summary>
public sealed record WaitingImport(int Id, string Title, DateTime CreatedAt, int Rows);

/// <summary>What lies on the office's desk besides the units' tasks.</summary>
public sealed record Desk(IReadOnlyList<DraftItem> Drafts, int UnassignedDirectives, int DirectivesWithoutDeadline, int UnansweredRecommendations)
{
    /// <summary>Reports that were read and not taken over yet.</summary>
    public IReadOnlyList<WaitingImport> Imports { get; init; } = [];

    /// <summary>Drafts handed in to be published.</summary>
    public IEnumerable<DraftItem> ToCheck => Drafts.Where(d => d.CheckAskedAt is not null);
}

/// <summary>Reads what waits for a clerk or a lead.</summary>
public sealed class DeskReader(AppDbContext db)
{
    private const int MostDrafts = 20;

    /// <summary>Among so many of the newest drafts those that wait for a lead, and those given back, come first: the index knows only the day.</summary>
    private const int MostDraftsRead = 100;

    private const int Cap = PagedList<DraftItem>.CountCap;

    public async Task<Desk> ReadAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.ReadsEverything)
        {
            return new Desk([], 0, 0, 0);
        }

        var drafts = await db.Conferences.AsNoTracking()
            .Where(c => c.State == ConferenceState.Draft && c.Course != ConferenceCourse.Cancelled)
            .OrderByDescending(c => c.Date).ThenByDescending(c => c.Id)
            .Take(MostDraftsRead)
            .Select(c => new DraftItem(
                c.Id,
                c.Title,
                c.Date,
                c.Rows.Count(r => r.Kind == RowKind.Achievement || r.Kind == RowKind.Shortcoming || r.Kind == RowKind.Directive),
                c.ExpectedAchievements == null && c.ExpectedShortcomings == null && c.ExpectedDirectives == null
                    ? null
                    : (c.ExpectedAchievements ?? 0) + (c.ExpectedShortcomings ?? 0) + (c.ExpectedDirectives ?? 0),
                c.CheckAskedAt)
            {
                GivenBackReason = c.CheckAskedAt == null ? c.ReopenReason : null,
            })
            .ToListAsync(cancel);
        // Ranges of indexes, each counted up to the cap.
        var open = db.Rows.Where(d => d.Kind == RowKind.Directive && d.Stage == ConferenceState.Published);
        var counts = await db.Users.Where(u => u.Id == actor.UserId).Select(u => new
        {
            Unassigned = open.Where(d => d.Progress == DirectiveProgress.NotAssigned).Take(Cap).Count(),
            Missing = open.Where(d => d.DeadlineKind == DeadlineKind.Missing).Take(Cap).Count(),
            Unanswered = db.Recommendations.Where(r => r.AnsweredOn == null && r.WithdrawnOn == null).Take(Cap).Count(),
        }).SingleAsync(cancel);
        var shown = drafts.OrderBy(d => d.CheckAskedAt is null && d.GivenBackReason is null).Take(MostDrafts).ToList();
        return new Desk(shown, counts.Unassigned, counts.Missing, counts.Unanswered) { Imports = await ImportsAsync(actor, cancel) };
    }

    private async Task<IReadOnlyList<WaitingImport>> ImportsAsync(Actor actor, CancellationToken cancel) => actor.WritesConferences
        ? await db.ImportDrafts.AsNoTracking().OrderByDescending(d => d.Id).Take(MostDrafts)
            .Select(d => new WaitingImport(d.Id, d.Title ?? d.Outlet, d.CreatedAt, d.Rows.Count)).ToListAsync(cancel)
        : [];
}
