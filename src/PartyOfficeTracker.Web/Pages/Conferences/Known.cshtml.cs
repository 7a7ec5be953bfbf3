using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Conferences;

/// <summary>People, titles and places known already, as data for the fields that offer them while one types.</summary>
public sealed class KnownModel(KnownPeople known) : AppPageModel
{
    public async Task<IActionResult> OnGetAsync()
    {
        var found = await known.ReadAsync(Actor, Cancel);
        return found.Failure is { } cannot ? Fail(cannot) : new JsonResult(found.Value);
    }
}
