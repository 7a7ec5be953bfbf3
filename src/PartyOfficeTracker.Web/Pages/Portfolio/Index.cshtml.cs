using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Portfolio;

/// <summary>What I follow up, by the units I look after; a lead also says who looks after what.</summary>
public sealed class IndexModel(
    PortfolioReader reader, PortfolioService portfolios, ClerkPaper paper, UnitDirectory units, TimeProvider time) : ListPageModel
{
    private NameBook _names = NameBook.Empty;

    public PortfolioView View { get; private set; } = new([], []);

    /// <summary>The colleagues, for whoever says what they look after.</summary>
    public IReadOnlyList<PortfolioOwner> Owners { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ListAsync(() => paper.Portfolio(Actor, View, _names));

    public UnitInfo Unit(int id) => _names.Units.First(u => u.Id == id);

    public string UnitName(int id) => _names.Unit(id, time.TodayInHanoi());

    public string FieldName(int id) => _names.Field(id) ?? "";

    protected override async Task<Failure?> LoadAsync()
    {
        var found = await reader.ReadAsync(Actor, Cancel);
        if (found.Failure is { } cannot)
        {
            return cannot;
        }

        View = found.Value;
        Owners = PortfolioService.MaySet(Actor) ? (await portfolios.OwnersAsync(Actor, userId: null, Cancel)).Value : [];
        _names = await units.NamesAsync(Cancel);
        return null;
    }
}
