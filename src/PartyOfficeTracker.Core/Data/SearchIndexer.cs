using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Recommendations;

namespace PartyOfficeTracker.Core.Data;

/// <summary>Keeps the folded words of what can be found, as part of the save that changes it.</summary>
internal static class SearchIndexer
{
    public static async Task UpdateAsync(AppDbContext db, IReadOnlyList<EntityEntry> changes, CancellationToken cancel)
    {
        foreach (var change in changes)
        {
            if (change.Entity is not ISearchable { SearchText: var text } || IsOfMinutes(change.Entity))
            {
                continue;
            }

            if (change.State == EntityState.Deleted)
            {
                await RemoveAsync(db, change.Entity, cancel);
                continue;
            }

            if (change.State == EntityState.Added)
            {
                var entry = NewEntry(change.Entity);
                AddTerms(entry, text, []);
                db.Add(entry);
            }
            else if (await FindAsync(db, change.Entity, cancel) is { } entry)
            {
                entry.Kind = change.Entity is Row row ? KindOf(row.Kind) : entry.Kind;
                AddTerms(entry, text, entry.Terms);
            }
        }
    }

    /// <summary>Writes the words of one thing anew.</summary>
    /// <returns>Whether they were others.</returns>
    public static async Task<bool> WriteAsync(AppDbContext db, ISearchable entity, CancellationToken cancel)
    {
        if (await FindAsync(db, entity, cancel) is not { } entry)
        {
            entry = NewEntry(entity);
            AddTerms(entry, entity.SearchText, []);
            db.Add(entry);
            return true;
        }

        var before = entry.Terms.Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        AddTerms(entry, entity.SearchText, entry.Terms);
        return !before.SetEquals(entry.Terms.Select(t => t.Term));
    }

    private static SearchEntry NewEntry(object entity) => entity switch
    {
        Conference c => new SearchEntry { Kind = SearchKind.Conference, Conference = c },
        Row r => new SearchEntry { Kind = KindOf(r.Kind), Row = r, ConferenceId = r.ConferenceId, Conference = r.Conference },
        CitedDocument d => new SearchEntry { Kind = SearchKind.Document, Document = d },
        Recommendation r => new SearchEntry { Kind = SearchKind.Recommendation, Recommendation = r },
        Chair c => new SearchEntry { Kind = SearchKind.Person, Chair = c, ConferenceId = c.ConferenceId, Conference = c.Conference },
        ConnectionPoint p => new SearchEntry { Kind = SearchKind.Point, Point = p, ConferenceId = p.ConferenceId, Conference = p.Conference },
        Source s => new SearchEntry { Kind = SearchKind.Source, Source = s, ConferenceId = s.ConferenceId, Conference = s.Conference },
        _ => throw new ArgumentException("Not searchable: " + entity.GetType().Name, nameof(entity)),
    };

    /// <summary>The row it stands for is found already.</summary>
    private static bool IsOfMinutes(object entity) => entity is Recommendation r && (r.Row is not null || r.RowId is not null);

    private static SearchKind KindOf(RowKind kind) => kind.IsFinding() ? SearchKind.Finding
        : kind.IsRemark() ? SearchKind.Remark
        : kind == RowKind.Directive ? SearchKind.Directive
        : SearchKind.Outcome;

    private static Task<SearchEntry?> FindAsync(AppDbContext db, object entity, CancellationToken cancel)
    {
        var entries = db.SearchEntries.Include(e => e.Terms);
        return entity switch
        {
            Conference c => entries.FirstOrDefaultAsync(e => e.Kind == SearchKind.Conference && e.ConferenceId == c.Id, cancel),
            Row r => entries.FirstOrDefaultAsync(e => e.RowId == r.Id, cancel),
            CitedDocument d => entries.FirstOrDefaultAsync(e => e.DocumentId == d.Id, cancel),
            Recommendation r => entries.FirstOrDefaultAsync(e => e.RecommendationId == r.Id, cancel),
            Chair c => entries.FirstOrDefaultAsync(e => e.ChairId == c.Id, cancel),
            ConnectionPoint p => entries.FirstOrDefaultAsync(e => e.PointId == p.Id, cancel),
            Source s => entries.FirstOrDefaultAsync(e => e.SourceId == s.Id, cancel),
            _ => Task.FromResult<SearchEntry?>(null),
        };
    }

    /// <summary>Rows and recommendations take their entries along in the database.</summary>
    private static async Task RemoveAsync(AppDbContext db, object entity, CancellationToken cancel)
    {
        if (entity is Conference or Chair or ConnectionPoint or Source && await FindAsync(db, entity, cancel) is { } entry)
        {
            db.Remove(entry);
        }
    }

    private static void AddTerms(SearchEntry entry, string text, IReadOnlyCollection<SearchTerm> existing)
    {
        var wanted = SearchWords.TermsOf(text).ToHashSet(StringComparer.Ordinal);
        entry.Terms.RemoveAll(t => !wanted.Contains(t.Term));
        var kept = existing.Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        entry.Terms.AddRange(wanted.Where(w => !kept.Contains(w)).Select(w => new SearchTerm { Term = w }));
    }
}
