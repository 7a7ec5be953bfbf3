using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace PartyOfficeTracker.Core.Data;

/// <summary>
/// Turns what was typed into a query over the folded words. It walks the entries of the rarest word, newest first, asks of each whether it has the others, and
/// stops when it has enough: a common word costs what a rare one costs (docs/decisions/0023).
/// </summary>
internal static class SearchQuery
{
    /// <summary>How many rows a list that is filtered by a text looks at, the newest first.</summary>
    public const int MostRows = 500;

    /// <summary>Words are weighed against each other by counting this far.</summary>
    private const int WeighedTo = 1000;

    /// <summary>Where every word is common, only so many entries of the rarest are walked.</summary>
    private const int Walked = 10_000;

    /// <summary>The entries found, at most <paramref name="most"/>, newest first; null when nothing searchable was typed.</summary>
    /// <param name="db">The database.</param>
    /// <param name="plan">What was typed.</param>
    /// <param name="narrow">What else an entry must be: of a kind, visible.</param>
    /// <param name="most">How many are enough.</param>
    /// <param name="cancel">Ends the weighing.</param>
    public static async Task<IQueryable<SearchEntry>?> FindAsync(
        AppDbContext db, SearchPlan plan, Func<IQueryable<SearchEntry>, IQueryable<SearchEntry>> narrow, int most, CancellationToken cancel)
    {
        if (plan.Parts.Count == 0)
        {
            return null;
        }

        var last = plan.Parts.Count - 1;
        var conditions = plan.Parts.Select((part, i) => part.Wordings
            .Select((words, n) => All(db, words, i == last && n == 0 ? plan.Unfinished : null))
            .Aggregate((one, other) => Join(one, other, Expression.OrElse))).ToList();
        var walks = (await WalksAsync(db, plan, cancel))
            .Select(walk => narrow(conditions.Aggregate(walk.Select(t => t.Entry!), (entries, has) => entries.Where(has))).Take(most))
            .ToList();
        if (walks.Count == 1)
        {
            return walks[0];
        }

        var ids = walks.Select(w => w.Select(e => e.Id)).Aggregate((one, other) => one.Concat(other));
        return db.SearchEntries.AsNoTracking().Where(e => ids.Contains(e.Id));
    }

    /// <inheritdoc cref="FindAsync(AppDbContext, SearchPlan, Func{IQueryable{SearchEntry}, IQueryable{SearchEntry}}, int, CancellationToken)"/>
    public static Task<IQueryable<SearchEntry>?> FindAsync(
        AppDbContext db, string text, Func<IQueryable<SearchEntry>, IQueryable<SearchEntry>> narrow, CancellationToken cancel) =>
        FindAsync(db, SearchPlan.Of(text), narrow, MostRows, cancel);

    /// <summary>
    /// Where the walk begins: at the rarest of the words that must be there; where each has other wordings, at one word of each; at words that begin with
    /// the unfinished one when nothing else was typed, that word itself first.
    /// </summary>
    private static async Task<IReadOnlyList<IQueryable<SearchTerm>>> WalksAsync(AppDbContext db, SearchPlan plan, CancellationToken cancel)
    {
        var parts = plan.Parts;
        var whole = parts.SelectMany((p, i) => p.Wordings is [var only] ? i == parts.Count - 1 && plan.Unfinished is not null ? only[..^1] : only : [])
            .Distinct(StringComparer.Ordinal).ToList();
        if (whole.Count > 0)
        {
            return [Walk(db, whole.Count == 1 ? whole[0] : await RarestAsync(db, whole, cancel))];
        }

        var first = parts[0];
        var walks = first.Wordings.Where((w, n) => !IsUnfinished(plan, n, w)).Select(words => Walk(db, words[0])).ToList();
        if (IsUnfinished(plan, 0, first.Wordings[0]) && plan.Unfinished is { } from)
        {
            var to = from + '\uFFFF';
            walks.Insert(0, Walk(db, from));
            walks.Add(db.SearchTerms.AsNoTracking().Where(t => t.Term.CompareTo(from) > 0 && t.Term.CompareTo(to) < 0)
                .OrderBy(t => t.Term).ThenByDescending(t => t.EntryId).Take(Walked));
        }

        return walks;
    }

    /// <summary>Nothing was typed but the beginning of one word.</summary>
    private static bool IsUnfinished(SearchPlan plan, int wording, string[] words) =>
        plan.Parts.Count == 1 && wording == 0 && words.Length == 1 && plan.Unfinished is not null;

    private static IQueryable<SearchTerm> Walk(AppDbContext db, string word) =>
        db.SearchTerms.AsNoTracking().Where(t => t.Term == word).OrderByDescending(t => t.EntryId).Take(Walked);

    /// <summary>A word nothing has counts as the rarest.</summary>
    private static async Task<string> RarestAsync(AppDbContext db, List<string> words, CancellationToken cancel)
    {
        var counts = await words
            .Select(word => db.SearchTerms.Where(t => t.Term == word).Take(WeighedTo).GroupBy(t => t.Term).Select(g => new { g.Key, Count = g.Count() }))
            .Aggregate((one, other) => one.Concat(other))
            .ToDictionaryAsync(c => c.Key, c => c.Count, StringComparer.Ordinal, cancel);
        return words.MinBy(w => counts.GetValueOrDefault(w))!;
    }

    /// <summary>Every word, the last one as the beginning of a word where it is unfinished.</summary>
    private static Expression<Func<SearchEntry, bool>> All(AppDbContext db, string[] words, string? unfinished) => words
        .Select((word, i) => i == words.Length - 1 && unfinished is not null ? HasFrom(db, unfinished) : Has(db, word))
        .Aggregate((one, other) => Join(one, other, Expression.AndAlso));

    private static Expression<Func<SearchEntry, bool>> Has(AppDbContext db, string word) =>
        e => db.SearchTerms.Any(t => t.Term == word && t.EntryId == e.Id);

    /// <summary>A range, not LIKE: both databases seek it in the key, which is in binary order on both. No letter comes after U+FFFF.</summary>
    private static Expression<Func<SearchEntry, bool>> HasFrom(AppDbContext db, string from)
    {
        var to = from + '\uFFFF';
        return e => db.SearchTerms.Any(t => t.EntryId == e.Id && t.Term.CompareTo(from) >= 0 && t.Term.CompareTo(to) < 0);
    }

    private static Expression<Func<SearchEntry, bool>> Join(
        Expression<Func<SearchEntry, bool>> one, Expression<Func<SearchEntry, bool>> other, Func<Expression, Expression, Expression> how) =>
        Expression.Lambda<Func<SearchEntry, bool>>(how(one.Body, new Renamed(other.Parameters[0], one.Parameters[0]).Visit(other.Body)), one.Parameters);

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
