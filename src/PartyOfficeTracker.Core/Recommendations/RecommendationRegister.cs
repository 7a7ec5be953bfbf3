using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Recommendations;

/// <summary>
/// Keeps one recommendation for every row of published minutes that is one, in the save that changes the row or its conference: whoever
/// publishes, edits, moves or deletes need not think of it.
/// </summary>
internal static class RecommendationRegister
{
    public static async Task FollowAsync(AppDbContext db, DateOnly today, CancellationToken cancel)
    {
        var changed = db.ChangeTracker.Entries<Row>().Where(e => IsChanged(e) && IsAbout(e)).Select(e => e.Entity).ToHashSet();
        changed.UnionWith(await OfConferencesAsync(db, cancel));
        if (changed.Count == 0)
        {
            return;
        }

        var known = await KnownAsync(db, changed, cancel);
        foreach (var row in changed)
        {
            var recommendation = known.Find(r => r.Row == row);
            if (db.Entry(row).State == EntityState.Deleted)
            {
                if (recommendation is not null) db.Remove(recommendation);
                continue;
            }

            var conference = row.Conference ?? await db.Conferences.SingleAsync(c => c.Id == row.ConferenceId, cancel);
            if (recommendation is null && Recommendation.IsAsked(row, conference))
            {
                recommendation = new Recommendation { Row = row };
                db.Add(recommendation);
            }

            recommendation?.Follow(row, conference, today);
        }
    }

    private static bool IsChanged(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    private static bool IsAbout(EntityEntry<Row> entry) => entry.Entity.Kind == RowKind.Recommendation
        || (entry.State != EntityState.Added && entry.Property(r => r.Kind).OriginalValue == RowKind.Recommendation);

    /// <summary>The rows of conferences that were published, opened again or set to another day.</summary>
    private static async Task<List<Row>> OfConferencesAsync(AppDbContext db, CancellationToken cancel)
    {
        var moved = db.ChangeTracker.Entries<Conference>()
            .Where(e => e.State == EntityState.Modified
                && (e.Property(c => c.State).IsModified || e.Property(c => c.Date).IsModified || e.Property(c => c.FindingYear).IsModified))
            .Select(e => e.Entity.Id)
            .ToList();
        return moved.Count == 0
            ? []
            : await db.Rows.Where(r => moved.Contains(r.ConferenceId) && r.Kind == RowKind.Recommendation).ToListAsync(cancel);
    }

    /// <summary>What stands for these rows already, stored or made by a save that failed.</summary>
    private static async Task<List<Recommendation>> KnownAsync(AppDbContext db, HashSet<Row> rows, CancellationToken cancel)
    {
        var ids = rows.Where(r => db.Entry(r).State != EntityState.Added).Select(r => r.Id).ToList();
        if (ids.Count > 0)
        {
            await db.Recommendations.IgnoreQueryFilters().Where(r => r.RowId != null && ids.Contains(r.RowId.Value)).LoadAsync(cancel);
        }

        return [.. db.ChangeTracker.Entries<Recommendation>().Where(e => e.State != EntityState.Deleted && e.Entity.Row is not null).Select(e => e.Entity)];
    }
}
