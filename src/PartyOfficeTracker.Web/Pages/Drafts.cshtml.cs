using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages;

/// <summary>Drafts of long forms, for the script that saves them (wwwroot/js/drafts.js).</summary>
public sealed class DraftsModel(DraftService drafts) : AppPageModel
{
    /// <param name="of">The address of a page: the drafts of all its forms are given.</param>
    public async Task<IActionResult> OnGetAsync(string? of)
    {
        var found = await drafts.ListAsync(Actor, of, Cancel);
        return found.Count == 0 ? new NoContentResult() : new JsonResult(found);
    }

    public async Task<IActionResult> OnPostAsync(string? form, string? values)
    {
        var result = await drafts.SaveAsync(Actor, form, values, Cancel);
        return result.Succeeded ? new NoContentResult() : new BadRequestResult();
    }

    public async Task<IActionResult> OnPostDiscardAsync(string? form)
    {
        await drafts.DiscardAsync(Actor, form, Cancel);
        return new NoContentResult();
    }
}
