using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Documents;

public sealed class IndexModel(DocumentReader documents, DocumentPaper paper) : ListPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public PagedList<DocumentListItem> List { get; private set; } = new([], 0, null);

    public Task<IActionResult> OnGetAsync() => ListAsync(() => Task.FromResult(paper.Make(Actor)));

    protected override async Task<Failure?> LoadAsync()
    {
        List = await documents.ListAsync(Actor, After, Cancel);
        return null;
    }
}
