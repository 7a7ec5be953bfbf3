using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Documents;

public sealed class DetailsModel(DocumentReader documents, DocumentPaper paper) : ListPageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public DocumentDetails Found { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => ListAsync(() => paper.Citations(Actor, Found));

    protected override async Task<Failure?> LoadAsync()
    {
        if (await documents.FindAsync(Actor, Id, Cancel) is not { } found)
        {
            return Failure.NotFound;
        }

        Found = found;
        return null;
    }
}
