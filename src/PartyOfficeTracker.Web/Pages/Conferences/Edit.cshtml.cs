using Microsoft.AspNetCore.Mvc;
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

        var head = found.Head;
        Input = new ScheduleConference
        {
            Title = head.Title,
            Kind = head.Kind,
            Form = head.Form,
            Date = head.Date,
            LastDay = head.LastDay,
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
        return await ShowAsync();
    }

    public Task<IActionResult> OnPostAsync() =>
        AnswerAsync(nameof(Input), () => conferences.EditAsync(Actor, Id, Input, Cancel), "Common.Saved", $"/conferences/{Id}");
}
