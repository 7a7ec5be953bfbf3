using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Admin.Units;

public sealed class IndexModel(UnitDirectory units, OfficePaper paper, IStringLocalizer<Strings> localizer, TimeProvider time) : ListPageModel
{
    private IReadOnlyList<UnitInfo> _all = [];

    [BindProperty(SupportsGet = true)]
    public UnitKind? Kind { get; set; }

    /// <summary>True: only units of today; false: only merged ones.</summary>
    [BindProperty(SupportsGet = true)]
    public bool? Living { get; set; }

    public IReadOnlyList<UnitInfo> List { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => Options.Enum<UnitKind>(localizer, localizer["Common.All"]);

    public IEnumerable<SelectListItem> Existences =>
        [new(localizer["Common.All"], ""), new(localizer["Unit.Living"], "true"), new(localizer["Unit.Ended"], "false")];

    public string? NameOf(int? id) => _all.FirstOrDefault(u => u.Id == id)?.CurrentName;

    public Task<IActionResult> OnGetAsync() => ListAsync(() => paper.Units(Actor, Kind, Living, List, NameOf));

    protected override async Task<Failure?> LoadAsync()
    {
        _all = await units.UnitsAsync(Cancel);
        var today = time.TodayInHanoi();
        List = [.. _all.Where(u => (Kind is null || u.CurrentKind == Kind) && (Living is null || u.IsValidOn(today) == Living))];
        return null;
    }
}
