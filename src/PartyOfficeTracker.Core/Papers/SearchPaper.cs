using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Search;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>What a search found, on paper: the hits of the screen, in its order.</summary>
public sealed class SearchPaper(PaperDesk desk, SearchService search)
{
    /// <param name="actor">Who takes it along.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="kind">What it was narrowed to; null for everything.</param>
    /// <param name="cancel">Ends the search.</param>
    public async Task<PaperTable> MakeAsync(Actor actor, string? text, SearchKind? kind, CancellationToken cancel)
    {
        var found = await search.FindAsync(actor, text, kind, cancel);
        var isCut = found.Hits.Count > SearchService.Most;
        return desk.Table(
            actor,
            desk.Text["Nav.Search"],
            [
                ("Search.Words", text),
                ("Search.Kind", desk.Label(kind)),
                ("Search.Hits", isCut ? desk.Text["Search.FirstHits", SearchService.Most].Value : null),
            ],
            [
                new ListColumn<SearchHit>("Row.Kind", 20, hit => hit.Row is { } row ? desk.Text.Of(row) : desk.Text.Of(hit.Kind)),
                new("Row.Text", 80, hit => hit.Text),
                new("Search.FoundBy", 30, FoundBy),
                new("Directive.Conference", 40, hit => hit.Kind == SearchKind.Conference ? null : hit.ConferenceTitle),
                new("Conference.Date", ColumnKind.Day, 12, hit => hit.Date),
            ],
            [.. found.Shown.SelectMany(group => group)]);
    }

    private string FoundBy(SearchHit hit)
    {
        var more = hit.Cites is { } cited ? desk.Text["Search.Cites", cited].Value
            : hit.Successor is { } successor ? desk.Text["Search.CarriedOnBy", successor].Value : null;
        return string.Join(" · ", new[] { hit.Also, more }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
