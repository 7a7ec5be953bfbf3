using Microsoft.EntityFrameworkCore;

namespace PartyOfficeTracker.Core.Data;

/// <summary>Turns what was typed into a query over the folded words. It starts at the words, not at the entries: a rare word reads little.</summary>
internal static class SearchQuery
{
    /// <summary>Null when nothing searchable was typed.</summary>
    public static IQueryable<SearchEntry>? Entries(AppDbContext db, string text) => Entries(db, SearchPlan.Of(text));

    /// <summary>Null when nothing searchable was typed.</summary>
    public static IQueryable<SearchEntry>? Entries(AppDbContext db, SearchPlan plan)
    {
        if (plan.Parts.Count == 0)
        {
            return null;
        }

        var query = db.SearchEntries.AsNoTracking();
        for (var i = 0; i < plan.Parts.Count; i++)
        {
            var unfinished = i == plan.Parts.Count - 1 ? plan.Unfinished : null;
            var ids = plan.Parts[i].Wordings
                .Select((words, n) => IdsOf(db, words, n == 0 ? unfinished : null))
                .Aggregate((one, other) => one.Union(other));
            query = query.Where(e => ids.Contains(e.Id));
        }

        return query;
    }

    private static IQueryable<int> IdsOf(AppDbContext db, string[] words, string? unfinished)
    {
        IQueryable<int>? all = null;
        for (var i = 0; i < words.Length; i++)
        {
            var ids = i == words.Length - 1 && unfinished is not null ? IdsFrom(db, unfinished) : IdsOf(db, words[i]);
            all = all?.Where(id => ids.Contains(id)) ?? ids;
        }

        return all ?? throw new ArgumentException("A wording has a word.", nameof(words));
    }

    private static IQueryable<int> IdsOf(AppDbContext db, string word) => db.SearchTerms.Where(t => t.Term == word).Select(t => t.EntryId);

    /// <summary>A range, not LIKE: both databases seek it in the key, which is in binary order on both. No letter comes after U+FFFF.</summary>
    private static IQueryable<int> IdsFrom(AppDbContext db, string from)
    {
        var to = from + '\uFFFF';
        return db.SearchTerms.Where(t => t.Term.CompareTo(from) >= 0 && t.Term.CompareTo(to) < 0).Select(t => t.EntryId);
    }
}
