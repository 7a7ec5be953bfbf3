using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Conferences;

/// <summary>The text of one report, as it was pasted.</summary>
public sealed class SourceModel(ParticipantService participants) : AppPageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public Source Source { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int sourceId)
    {
        if (await participants.FindSourceAsync(Actor, Id, sourceId, Cancel) is not { } source)
        {
            return NotFound();
        }

        Source = source;
        return Page();
    }
}
