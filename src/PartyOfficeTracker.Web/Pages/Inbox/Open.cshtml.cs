using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Notices;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Inbox;

/// <summary>Leads from an entry of the actor's inbox to its task, and marks the entry as read.</summary>
public sealed class OpenModel(InboxService inbox) : AppPageModel
{
    public async Task<IActionResult> OnGetAsync(int id)
    {
        var opened = await inbox.OpenAsync(Actor, id, Cancel);
        return opened.Failure is { } failure ? Fail(failure) : LocalRedirect(opened.Value);
    }
}
