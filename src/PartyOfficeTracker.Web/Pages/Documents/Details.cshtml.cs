using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Documents;

public sealed class DetailsModel(DocumentReader documents) : AppPageModel
{
    public DocumentDetails Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await documents.FindAsync(Actor, id, Cancel) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        return Page();
    }
}
