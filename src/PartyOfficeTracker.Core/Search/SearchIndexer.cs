using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Directives;
using PartyOfficeTracker.Core.Documents;
using PartyOfficeTracker.Core.Findings;

namespace PartyOfficeTracker.Core.Search;

/// <summary>Keeps the folded words of what can be found, as part of the save that changes it.</summary>
internal static class SearchIndexer
{
    public static async Task UpdateAsync(AppDbContext db, IReadOnlyList<EntityEntry> changes, CancellationToken cancel)
    {
        foreach (var change in changes)
        {
            if (change.State == EntityState.Deleted || TextOf(change.Entity) is not { } text)
            {
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
                AddTerms(entry, text, entry.Terms);
            }
        }
    }

    private static string? TextOf(object entity) => entity switch
    {
        Conference c => string.Join(' ', c.Title, c.Venue, c.PresenterName),
        Directive d => string.Join(' ', d.Number, d.Text, d.Deliverable, d.DeadlineText),
        Finding f => f.Text,
        Remark r => string.Join(' ', r.Text, r.SpeakerName, r.Basis, r.Answer),
        CitedDocument d => string.Join(' ', d.TypeWord, d.Number, d.Symbol, d.Issuer, d.Name),
        _ => null,
    };

    private static SearchEntry NewEntry(object entity) => entity switch
    {
        Conference c => new SearchEntry { Kind = SearchKind.Conference, Conference = c },
        Directive d => new SearchEntry { Kind = SearchKind.Directive, Directive = d, ConferenceId = d.ConferenceId, Conference = d.Conference },
        Finding f => new SearchEntry { Kind = SearchKind.Finding, Finding = f, ConferenceId = f.ConferenceId, Conference = f.Conference },
        Remark r => new SearchEntry { Kind = SearchKind.Remark, Remark = r, ConferenceId = r.ConferenceId, Conference = r.Conference },
        CitedDocument d => new SearchEntry { Kind = SearchKind.Document, Document = d },
        _ => throw new ArgumentException("Not searchable: " + entity.GetType().Name, nameof(entity)),
    };

    private static Task<SearchEntry?> FindAsync(AppDbContext db, object entity, CancellationToken cancel)
    {
        var entries = db.SearchEntries.Include(e => e.Terms);
        return entity switch
        {
            Conference c => entries.FirstOrDefaultAsync(e => e.Kind == SearchKind.Conference && e.ConferenceId == c.Id, cancel),
            Directive d => entries.FirstOrDefaultAsync(e => e.DirectiveId == d.Id, cancel),
            Finding f => entries.FirstOrDefaultAsync(e => e.FindingId == f.Id, cancel),
            Remark r => entries.FirstOrDefaultAsync(e => e.RemarkId == r.Id, cancel),
            CitedDocument d => entries.FirstOrDefaultAsync(e => e.DocumentId == d.Id, cancel),
            _ => Task.FromResult<SearchEntry?>(null),
        };
    }

    private static void AddTerms(SearchEntry entry, string text, IReadOnlyCollection<SearchTerm> existing)
    {
        var wanted = VietnameseText.Words(text).Where(w => w.Length <= SearchTerm.TermLength).ToHashSet(StringComparer.Ordinal);
        entry.Terms.RemoveAll(t => !wanted.Contains(t.Term));
        var kept = existing.Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        entry.Terms.AddRange(wanted.Where(w => !kept.Contains(w)).Select(w => new SearchTerm { Term = w }));
    }
}
