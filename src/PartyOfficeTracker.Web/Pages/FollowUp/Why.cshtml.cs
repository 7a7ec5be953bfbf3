using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.FollowUp;

/// <summary>Why one task stands where it stands: who set the deadline and when, the last news, whose the late days are.</summary>
public sealed class WhyModel(BoardReader reader, UnitDirectory units, TimeProvider time) : AppPageModel
{
    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public BoardWhy Why { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await reader.WhyAsync(Actor, Id, Cancel) is not { } why)
        {
            return NotFound();
        }

        Why = why;
        _names = await units.NamesAsync(Cancel);
        return Page();
    }

    public string UnitName(int id) => _names.Unit(id, Core.Common.HanoiTime.TodayInHanoi(time));
}
