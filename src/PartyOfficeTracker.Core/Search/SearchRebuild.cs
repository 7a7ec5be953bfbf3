using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Search;

/// <summary>Writes the words of everything that can be found anew, for entries written before a rule of splitting words changed.</summary>
public sealed class SearchRebuild(AppDbContext db)
{
    private const int BatchSize = 200;

    /// <returns>How many entries had other words, or were missing.</returns>
    public async Task<int> RunAsync(CancellationToken cancel) =>
        await OfAsync(db.Conferences, cancel)
        + await OfAsync(db.Rows, cancel)
        + await OfAsync(db.Documents, cancel)
        + await OfAsync(db.Set<Conferences.Chair>(), cancel)
        + await OfAsync(db.Set<Conferences.ConnectionPoint>(), cancel)
        + await OfAsync(db.Sources, cancel)
        + await OfAsync(db.Recommendations.IgnoreQueryFilters().Where(r => r.RowId == null), cancel);

    private async Task<int> OfAsync<T>(IQueryable<T> all, CancellationToken cancel)
        where T : class, ISearchable
    {
        var written = 0;
        for (var last = 0; ;)
        {
            var from = last;
            var batch = await all.Where(e => EF.Property<int>(e, "Id") > from).OrderBy(e => EF.Property<int>(e, "Id")).Take(BatchSize).ToListAsync(cancel);
            foreach (var entity in batch)
            {
                last = db.Entry(entity).Property<int>("Id").CurrentValue;
                written += await SearchIndexer.WriteAsync(db, entity, cancel) ? 1 : 0;
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            if (batch.Count < BatchSize)
            {
                return written;
            }
        }
    }
}
