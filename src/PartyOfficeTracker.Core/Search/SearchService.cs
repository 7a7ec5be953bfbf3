using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Recommendations;

namespace PartyOfficeTracker.Core.Search;

/// <summary>One thing found.</summary>
/// <param name="Id">The id of the conference, document or recommendation; for a row its own.</param>
public sealed record SearchHit(SearchKind Kind, int Id, string Text, int? ConferenceId, string? ConferenceTitle, DateOnly? Date, RowKind? Row);

/// <summary>Finds conferences, findings, remarks, directives and documents by folded words, newest first.</summary>
public sealed class SearchService(AppDbContext db)
{
    public const int Most = 100;

    /// <returns>Up to <see cref="Most"/> hits, and one more when there are more; empty when nothing searchable was typed.</returns>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(Actor actor, string? text, SearchKind? kind, CancellationToken cancel)
    {
        if (SearchQuery.Entries(db, text ?? "") is not { } entries)
        {
            return [];
        }

        if (kind is { } only)
        {
            entries = entries.Where(e => e.Kind == only);
        }

        var rows = await VisibleTo(actor, entries)
            .OrderByDescending(e => e.Conference!.Date).ThenBy(e => e.Id)
            .Take(Most + 1)
            .Select(e => new
            {
                e.Kind,
                Id = e.Kind == SearchKind.Conference ? e.ConferenceId!.Value : e.RowId ?? e.DocumentId ?? e.RecommendationId ?? 0,
                Text = e.Kind == SearchKind.Conference ? e.Conference!.Title : e.Row!.Text ?? e.Document!.TypeWord ?? e.Recommendation!.Text,
                e.Document!.Number,
                e.Document.Symbol,
                e.Document.Name,
                e.ConferenceId,
                ConferenceTitle = (string?)e.Conference!.Title,
                Date = (DateOnly?)e.Conference.Date,
                Row = (RowKind?)e.Row!.Kind,
            })
            .ToListAsync(cancel);
        return
        [
            .. rows.Select(r => new SearchHit(
                r.Kind,
                r.Id,
                r.Kind == SearchKind.Document ? $"{r.Text} {CitedDocument.Join(r.Number, r.Symbol)} {r.Name}".Trim() : r.Text,
                r.ConferenceId,
                r.ConferenceTitle,
                r.Date,
                r.Row)),
        ];
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
