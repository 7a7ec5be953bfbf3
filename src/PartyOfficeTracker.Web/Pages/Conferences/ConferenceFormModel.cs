using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Conferences;

/// <summary>The head of a conference as a form: the same for a new one and for an edit.</summary>
public abstract class ConferenceFormModel(UnitDirectory units, TimeProvider time) : AppPageModel
{
    [BindProperty]
    public ScheduleConference Input { get; set; } = new();

    public DateOnly Today => time.TodayInHanoi();

    public IReadOnlyList<UnitInfo> Organisers { get; private set; } = [];

    protected override async Task<Failure?> LoadAsync()
    {
        Organisers = [.. (await units.UnitsAsync(Cancel)).OrderBy(u => u.IsProvincialOn(Today)).ThenBy(u => u.SortOrder)];
        return null;
    }
}
