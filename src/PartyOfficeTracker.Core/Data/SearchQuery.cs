using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Data;

/// <summary>Turns typed words into a query over the folded words: every word must be there, the last may be unfinished.</summary>
internal static class SearchQuery
{
    private const int MostWords = 12;

    /// <summary>Null when nothing searchable was typed.</summary>
    public static IQueryable<SearchEntry>? Entries(AppDbContext db, string text)
    {
        var words = VietnameseText.Words(text).Where(w => w.Length <= SearchTerm.TermLength).Distinct(StringComparer.Ordinal).Take(MostWords).ToArray();
        if (words.Length == 0)
        {
            return null;
        }

        var query = db.SearchEntries.AsNoTracking();
        foreach (var word in words[..^1])
        {
            query = query.Where(e => db.SearchTerms.Any(t => t.Term == word && t.EntryId == e.Id));
        }

        // A range, not LIKE: both databases seek it in the key, which is in binary order on both. No letter comes after U+FFFF.
        var (from, to) = (words[^1], words[^1] + '\uFFFF');
        return query.Where(e => db.SearchTerms.Any(t => t.Term.CompareTo(from) >= 0 && t.Term.CompareTo(to) < 0 && t.EntryId == e.Id));
    }
}
