using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Web.Pages.Conferences;

public sealed class EditModel(ConferenceReader reader, ConferenceService conferences, UnitDirectory units, TimeProvider time)
    : ConferenceFormModel(units, time)
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await reader.FindAsync(Actor, Id, Cancel) is not { } found)
        {
            return NotFound();
        }

        Input = ScheduleConference.Of(found.Head);
        return await ShowAsync();
    }

    protected override async Task<Failure?> LoadAsync()
    {
        AsksWhy = await reader.StateAsync(Actor, Id, Cancel) == ConferenceState.Published;
        return await base.LoadAsync();
    }

    public Task<IActionResult> OnPostAsync() =>
        AnswerAsync(nameof(Input), () => conferences.EditAsync(Actor, Id, Input, Cancel), "Common.Saved", $"/conferences/{Id}");
}
