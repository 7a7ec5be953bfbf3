using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Recommendations;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Search;

/// <summary>One thing found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The id of the conference, document, recommendation or unit; for a row its own; for a part of a conference the conference's.</param>
/// <param name="Text">What it says.</param>
/// <param name="ConferenceId">The conference it is of.</param>
/// <param name="ConferenceTitle">That conference's title.</param>
/// <param name="Date">That conference's day.</param>
/// <param name="Row">The kind of a row.</param>
/// <param name="Also">What else of it was found, where the text does not show every word: the venue, the speaker; empty for nothing.</param>
/// <param name="Cites">The document it was found by; null where its own words were.</param>
public sealed record SearchHit(
    SearchKind Kind, int Id, string Text, int? ConferenceId, string? ConferenceTitle, DateOnly? Date, RowKind? Row, string Also, string? Cites = null)
{
    /// <summary>The code of a unit.</summary>
    public string? Code { get; init; }

    /// <summary>Who carries on the work of a unit that was merged.</summary>
    public string? Successor { get; init; }
}

/// <summary>What a search found.</summary>
/// <param name="Hits">Up to <see cref="SearchService.Most"/>, and one more when there are more.</param>
/// <param name="Plan">The words that were looked for.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, SearchPlan Plan)
{
    /// <summary>The hits that are shown, by what they are, as the best of each stands.</summary>
    public IEnumerable<IGrouping<SearchKind, SearchHit>> Shown => Hits.Take(SearchService.Most).GroupBy(h => h.Kind);
}

/// <summary>
/// Finds conferences, their people, points and sources, findings, remarks, directives and documents by folded words; abbreviations and old
/// names count as what they stand for. A unit is found by its whole name and stands first. What is spelt as typed comes first, then what has the words
/// whole in another spelling, then what only begins with the last of them; the newest conference first within each.
/// </summary>
public sealed class SearchService(AppDbContext db, SynonymBook synonyms, UnitDirectory directory)
{
    public const int Most = 100;

    /// <summary>How many are found before they are ranked: the newest entries.</summary>
    private const int MostRanked = 300;

    /// <summary>Documents whose citing rows are shown beside them.</summary>
    private const int MostDocuments = 5;

    public async Task<SearchResult> FindAsync(Actor actor, string? text, SearchKind? kind, CancellationToken cancel)
    {
        var plan = SearchPlan.Of(text ?? "", await synonyms.ReadAsync(cancel));
        var units = kind is null or SearchKind.Unit ? await UnitsAsync(actor, text ?? "", plan, cancel) : [];
        var others = kind == SearchKind.Unit ? [] : (await FindAsync(actor, plan, kind, cancel)).Hits;
        return new SearchResult([.. units.Concat(others).Take(Most + 1)], plan);
    }

    public async Task<SearchResult> FindAsync(Actor actor, SearchPlan plan, SearchKind? kind, CancellationToken cancel)
    {
        IQueryable<SearchEntry> Narrow(IQueryable<SearchEntry> found) => VisibleTo(actor, kind is { } only ? found.Where(e => e.Kind == only) : found);
        if (await SearchQuery.FindAsync(db, plan, Narrow, MostRanked, cancel) is not { } entries)
        {
            return new SearchResult([], plan);
        }

        var found = await HitsAsync(Ranked(entries, plan), plan, MostRanked, cancel);
        var hits = found.OrderBy(h => h.Fit).ThenByDescending(h => h.Hit.Date).Take(Most + 1).Select(h => h.Hit).ToList();
        var documents = hits.Where(h => h.Kind == SearchKind.Document).Take(MostDocuments).ToDictionary(h => h.Id, h => h.Text);
        if (kind is null && documents.Count > 0 && hits.Count <= Most)
        {
            hits.AddRange(await CitingAsync(actor, plan, documents, hits, cancel));
        }

        return new SearchResult(hits, plan);
    }

    /// <summary>
    /// The units of that name, old or new, that the actor may read of: those whose name was typed; where there are none, those whose name an abbreviation or
    /// another spelling stands for.
    /// </summary>
    private async Task<IReadOnlyList<SearchHit>> UnitsAsync(Actor actor, string text, SearchPlan plan, CancellationToken cancel)
    {
        var all = await directory.UnitsAsync(cancel);
        var typed = PlaceNames.KeyOf(text);
        var named = typed.Length == 0 ? [] : Named(name => PlaceNames.KeyOf(name) == typed);
        if (named.Count == 0)
        {
            named = Named(name => plan.IsAll([.. SearchWords.Of(name)]));
        }

        var byId = all.ToDictionary(u => u.Id);
        return
        [
            .. named.Where(n => actor.ReadsUnit(n.Unit.Id)).Select(n => new SearchHit(
                SearchKind.Unit, n.Unit.Id, n.Unit.CurrentName, null, null, null, null, n.Name == n.Unit.CurrentName ? "" : n.Name)
            {
                Code = n.Unit.Code,
                Successor = n.Unit.SuccessorId is null ? null : UnitDirectory.Today(n.Unit, byId).CurrentName,
            }),
        ];

        List<(UnitInfo Unit, string Name)> Named(Func<string, bool> isIt) =>
            [.. all.SelectMany(u => u.Names.Where(n => isIt(n.Name)).Take(1).Select(n => (u, n.Name)))];
    }

    private IQueryable<SearchEntry> Ranked(IQueryable<SearchEntry> entries, SearchPlan plan) => plan.Unfinished is { } last
        ? entries.OrderByDescending(e => db.SearchTerms.Any(t => t.Term == last && t.EntryId == e.Id))
            .ThenByDescending(e => e.Conference!.Date).ThenBy(e => e.Id)
        : entries.OrderByDescending(e => e.Conference!.Date).ThenBy(e => e.Id);

    /// <summary>Rows that cite a document found, though their own words do not name it.</summary>
    private async Task<IEnumerable<SearchHit>> CitingAsync(
        Actor actor, SearchPlan plan, Dictionary<int, string> documents, List<SearchHit> hits, CancellationToken cancel)
    {
        var ids = documents.Keys.ToArray();
        var citations = await db.Citations.AsNoTracking()
            .Where(c => ids.Contains(c.DocumentId) && c.RowId != null)
            .OrderByDescending(c => c.Id).Take(Most)
            .Select(c => new { c.DocumentId, RowId = c.RowId!.Value })
            .ToListAsync(cancel);
        var known = hits.Where(h => h.Row is not null).Select(h => h.Id).ToHashSet();
        var cited = citations.Where(c => !known.Contains(c.RowId)).GroupBy(c => c.RowId).ToDictionary(g => g.Key, g => g.First().DocumentId);
        if (cited.Count == 0)
        {
            return [];
        }

        var rows = cited.Keys.ToArray();
        var entries = VisibleTo(actor, db.SearchEntries.AsNoTracking().Where(e => e.RowId != null && rows.Contains(e.RowId.Value)));
        var found = await HitsAsync(entries.OrderByDescending(e => e.Conference!.Date).ThenBy(e => e.Id), plan, Most + 1, cancel);
        return found.Take(Most + 1 - hits.Count).Select(h => h.Hit with { Cites = documents[cited[h.Hit.Id]] });
    }

    private static async Task<List<(SearchHit Hit, SearchFit Fit)>> HitsAsync(
        IQueryable<SearchEntry> entries, SearchPlan plan, int most, CancellationToken cancel)
    {
        var rows = await entries
            .Take(most)
            .Select(e => new
            {
                e.Kind,
                Id = e.RowId ?? e.DocumentId ?? e.RecommendationId ?? e.ConferenceId ?? 0,
                Text = e.Row!.Text ?? e.Document!.TypeWord ?? e.Recommendation!.Text ?? e.Chair!.Name ?? e.Point!.Place ?? e.Source!.Outlet
                    ?? e.Conference!.Title,
                More = e.Document!.Name ?? e.Chair!.Title ?? e.Point!.ChairName ?? e.Source!.Author,
                e.Document.Number,
                e.Document.Symbol,
                e.ConferenceId,
                ConferenceTitle = (string?)e.Conference!.Title,
                Date = (DateOnly?)e.Conference.Date,
                Row = (RowKind?)e.Row!.Kind,
                OfConference = new[] { e.Conference.Venue, e.Conference.PresenterName, e.Conference.PresenterTitle },
                OfOther = new[]
                {
                    e.Row.Extent, e.Row.SpeakerName, e.Row.Basis ?? e.Recommendation!.Basis, e.Row.Answer ?? e.Recommendation!.Answer, e.Row.Deliverable,
                    e.Row.DeadlineText, e.Row.Recipient, e.Document.Issuer, e.Recommendation!.SubmittedTo, e.Recommendation.AnsweringDocument,
                },
            })
            .ToListAsync(cancel);
        return rows.ConvertAll(r =>
        {
            var text = r.Kind == SearchKind.Document ? $"{r.Text} {CitedDocument.Join(r.Number, r.Symbol)} {r.More}".Trim()
                : r.More is null ? r.Text : $"{r.Text} – {r.More}";
            var others = r.Kind == SearchKind.Conference ? r.OfConference : r.OfOther;
            var (also, fit) = Also(plan, text, others);
            return (new SearchHit(r.Kind, r.Id, text, r.ConferenceId, r.ConferenceTitle, r.Date, r.Row, also), fit);
        });
    }

    /// <summary>What is shown beside a text because it was found by that, or is nearer to what was typed by it; and how near both are.</summary>
    private static (string Also, SearchFit Fit) Also(SearchPlan plan, string text, IEnumerable<string?> others)
    {
        var fit = plan.FitOf(text);
        var also = fit == SearchFit.Spelt ? "" : string.Join(" · ", others.OfType<string>().Where(o => plan.ShowsMore(o, text)));
        var both = also.Length == 0 ? fit : plan.FitOf($"{text} {also}");
        return both < fit || fit == SearchFit.Elsewhere ? (also, both) : ("", fit);
    }

    /// <summary>An entry is seen where what it leads to is.</summary>
    private IQueryable<SearchEntry> VisibleTo(Actor actor, IQueryable<SearchEntry> entries)
    {
        var recommendations = db.Recommendations.VisibleTo(actor);
        if (actor.ReadsEverything)
        {
            return entries.Where(e => e.RecommendationId == null || recommendations.Any(r => r.Id == e.RecommendationId));
        }

        var (conferences, documents) = (db.Conferences.VisibleTo(actor), db.Documents.VisibleTo(actor));
        return entries.Where(e => e.ConferenceId != null ? conferences.Any(c => c.Id == e.ConferenceId)
            : e.RecommendationId != null ? recommendations.Any(r => r.Id == e.RecommendationId)
            : documents.Any(d => d.Id == e.DocumentId));
    }
}
