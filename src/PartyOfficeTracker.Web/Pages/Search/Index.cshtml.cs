using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Search;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Search;

public sealed class IndexModel(SearchService search, SearchPaper paper) : ListPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public SearchKind? Kind { get; set; }

    public SearchResult Found { get; private set; } = new([], new SearchPlan([]));

    public Task<IActionResult> OnGetAsync() => ListAsync(() => paper.MakeAsync(Actor, Q, Kind, Cancel));

    protected override async Task<Failure?> LoadAsync()
    {
        Found = await search.FindAsync(Actor, Q, Kind, Cancel);
        return null;
    }

    public static string Address(SearchHit hit) => hit.Kind switch
    {
        SearchKind.Conference or SearchKind.Person or SearchKind.Point or SearchKind.Source => $"/conferences/{hit.ConferenceId}",
        SearchKind.Directive => $"/directives/{hit.Id}",
        SearchKind.Document => $"/documents/{hit.Id}",
        SearchKind.Unit => $"/units/{hit.Code}",
        SearchKind.Recommendation => $"/recommendations/{hit.Id}",
        _ => $"/conferences/{hit.ConferenceId}#row-{hit.Id}",
    };
}
