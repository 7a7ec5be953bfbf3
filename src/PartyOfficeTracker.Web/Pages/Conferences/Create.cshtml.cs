using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Web.Pages.Conferences;

public sealed class CreateModel(ConferenceService conferences, UnitDirectory units, TimeProvider time) : ConferenceFormModel(units, time)
{
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync() => AnswerAsync(
        nameof(Input),
        () => conferences.ScheduleAsync(Actor, Input, Cancel),
        made => Done(L["Conference.Created"], string.Create(CultureInfo.InvariantCulture, $"/conferences/{made.Value}/entry?added={RowKind.Achievement}")));
}
