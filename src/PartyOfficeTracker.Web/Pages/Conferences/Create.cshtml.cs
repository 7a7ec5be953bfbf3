using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Web.Pages.Conferences;

public sealed class CreateModel(ConferenceService conferences, UnitDirectory units, TimeProvider time, IStringLocalizer<Strings> text)
    : ConferenceFormModel(units, time)
{
    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var result = await conferences.ScheduleAsync(Actor, Input, Cancel);
        if (result.Failure is { } failure)
        {
            return Fail(failure);
        }

        StatusMessage = text["Conference.Created"];
        return LocalRedirect($"/conferences/{result.Value}/entry");
    }
}
