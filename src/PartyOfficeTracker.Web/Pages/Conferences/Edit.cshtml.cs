using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Web.Pages.Conferences;

public sealed class EditModel(ConferenceReader reader, ConferenceService conferences, UnitDirectory units, TimeProvider time, IStringLocalizer<Strings> text)
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

        await LoadAsync();
        var head = found.Head;
        Input = new ScheduleConference
        {
            Title = head.Title,
            Kind = head.Kind,
            Form = head.Form,
            Date = head.Date,
            Session = head.Session,
            OrganiserId = head.OrganiserId,
            Venue = head.Venue,
            Reviewed = head.Reviewed?.ToVietnamese(),
            Ahead = head.Ahead?.ToVietnamese(),
            PresenterName = head.PresenterName,
            PresenterTitle = head.PresenterTitle,
            ExpectedAchievements = head.ExpectedAchievements,
            ExpectedShortcomings = head.ExpectedShortcomings,
            ExpectedDirectives = head.ExpectedDirectives,
            Version = head.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var result = await conferences.EditAsync(Actor, Id, Input, Cancel);
        if (result.Failure is { } failure)
        {
            return Fail(failure);
        }

        StatusMessage = text["Common.Saved"];
        return LocalRedirect($"/conferences/{Id}");
    }
}
