using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Findings;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Findings;

/// <summary>What units asked of a higher level, and for how many days the answer has been owed.</summary>
public sealed class RecommendationsModel(FindingReader findings, UnitDirectory units, TimeProvider time) : AppPageModel
{
    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true)]
    public int? Reviewed { get; set; }

    public DateOnly Today => time.TodayInHanoi();

    public IReadOnlyList<RecommendationListItem> Items { get; private set; } = [];

    public async Task OnGetAsync()
    {
        _names = await units.NamesAsync(Cancel);
        Items = await findings.RecommendationsAsync(Actor, Reviewed, Cancel);
    }

    public string UnitName(int? id, DateOnly day) => _names.Unit(id, day);
}
