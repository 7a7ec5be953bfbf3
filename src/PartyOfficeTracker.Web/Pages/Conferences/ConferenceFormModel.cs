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

    /// <summary>What is changed was published: the change says why.</summary>
    public bool AsksWhy { get; protected set; }

    public DateOnly Today => time.TodayInHanoi();

    /// <summary>The units of the conference's day; while no day is typed those of every day, with what each is called last.</summary>
    public IReadOnlyList<UnitInfo> Organisers { get; private set; } = [];

    public DateOnly OrganisersOf => Input.Date ?? Today;

    protected override async Task<Failure?> LoadAsync()
    {
        var all = (await units.UnitsAsync(Cancel)).Where(u => Input.Date is not { } held || u.IsValidOn(held) || u.Id == Input.OrganiserId);
        Organisers = [.. all.OrderBy(u => u.IsProvincialOn(OrganisersOf)).ThenBy(u => u.SortOrder)];
        return null;
    }
}
