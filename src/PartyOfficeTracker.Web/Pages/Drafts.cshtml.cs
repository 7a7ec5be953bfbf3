using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages;

/// <summary>Drafts of long forms, for the script that saves them (wwwroot/js/drafts.js).</summary>
public sealed class DraftsModel(DraftService drafts) : AppPageModel
{
    public async Task<IActionResult> OnGetAsync(string? form)
    {
        var draft = await drafts.FindAsync(Actor, form, Cancel);
        return draft is null ? new NoContentResult() : new JsonResult(draft);
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
