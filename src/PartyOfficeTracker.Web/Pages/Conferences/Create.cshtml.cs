using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Web.Pages.Conferences;

public sealed class CreateModel(ConferenceService conferences, UnitDirectory units, TimeProvider time) : ConferenceFormModel(units, time)
{
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>The list of organisers of a day that is being typed.</summary>
    public async Task<IActionResult> OnGetOrganiserAsync([FromQuery(Name = "Input.Date")] string? day, [FromQuery(Name = "Input.OrganiserId")] int? organiser)
    {
        if (!Actor.WritesConferences)
        {
            return Forbid();
        }

        Input = new ScheduleConference { Date = DayText.TryParse(day, out var held) ? held : null, OrganiserId = organiser };
        await LoadAsync();
        return Partial("_Organiser", this);
    }

    public Task<IActionResult> OnPostAsync() => AnswerAsync(
        nameof(Input),
        () => conferences.ScheduleAsync(Actor, Input, Cancel),
        made => Done(L["Conference.Created"], string.Create(CultureInfo.InvariantCulture, $"/conferences/{made.Value}/entry?added={RowKind.Achievement}")));
}
