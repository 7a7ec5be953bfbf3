using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Portfolio;

/// <summary>The units and fields one person looks after.</summary>
public sealed class EditModel(PortfolioService portfolios, UnitDirectory units, TimeProvider time) : AppPageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public SetPortfolio Input { get; set; } = new();

    public PortfolioOwner Owner { get; private set; } = null!;

    public DateOnly Today => time.TodayInHanoi();

    public IEnumerable<UnitInfo> Units { get; private set; } = [];

    public IEnumerable<FieldInfo> Fields { get; private set; } = [];

    /// <summary>Where who may say this came from.</summary>
    public string Back => Actor.Administers ? $"/admin/accounts/{Id}" : "/my-units";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync() => AnswerAsync(nameof(Input), () => portfolios.SetAsync(Actor, Id, Input, Cancel), "Common.Saved", Back);

    protected override async Task<Failure?> LoadAsync()
    {
        var found = await portfolios.OwnersAsync(Actor, Id, Cancel);
        if (found.Failure is { } cannot)
        {
            return cannot;
        }

        if (found.Value is not [var owner])
        {
            return Failure.NotFound;
        }

        Owner = owner;
        Input = Posted is null ? new SetPortfolio { UnitIds = [.. owner.UnitIds], FieldIds = [.. owner.FieldIds] } : Input;
        Units = (await units.UnitsAsync(Cancel)).Where(u => u.IsValidOn(Today) || owner.UnitIds.Contains(u.Id));
        Fields = (await units.FieldsAsync(Cancel)).Where(f => !f.IsRetired || owner.FieldIds.Contains(f.Id));
        return null;
    }
}
