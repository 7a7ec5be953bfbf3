using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Documents;

public sealed class IndexModel(DocumentReader documents) : AppPageModel
{
    [BindProperty(SupportsGet = true)]
    public int? After { get; set; }

    public PagedList<DocumentListItem> List { get; private set; } = new([], 0, null);

    public async Task OnGetAsync() => List = await documents.ListAsync(Actor, After, Cancel);
}
