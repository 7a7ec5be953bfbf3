using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyOfficeTracker.Core.Feeds;

namespace PartyOfficeTracker.Web.Pages.Calendar;

/// <summary>A person's calendar for the program that subscribed to it: nobody is signed in, the address itself is the secret.</summary>
public sealed class FeedModel(CalendarFeed feed) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string key)
    {
        var calendar = await feed.ReadAsync(key, HttpContext.RequestAborted);
        return calendar.Succeeded ? Content(calendar.Value, "text/calendar; charset=utf-8") : NotFound();
    }
}
