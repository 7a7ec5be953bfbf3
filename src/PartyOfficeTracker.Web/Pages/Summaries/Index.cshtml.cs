using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Summaries;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Summaries;

/// <summary>The years that have a summary.</summary>
public sealed class IndexModel(SummaryReader summaries) : AppPageModel
{
    public IReadOnlyList<int> Years { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Actor.ReadsEverything)
        {
            return Forbid();
        }

        Years = await summaries.YearsAsync(Actor, Cancel);
        return Page();
    }
}
