using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Admin.Accounts;

public sealed class CreateModel(AccountService accounts, UnitDirectory units, TimeProvider time) : AppPageModel
{
    [BindProperty]
    public DescribeAccount Input { get; set; } = new();

    /// <summary>Shown once, in the answer to the post.</summary>
    public IssuedPassword? Issued { get; private set; }

    public IEnumerable<SelectListItem> Roles => Options.Enum<UserRole>(L, L["Common.Choose"]);

    public IEnumerable<SelectListItem> Units { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync() => AnswerAsync(nameof(Input), () => accounts.CreateAsync(Actor, Input, Cancel), created =>
    {
        Issued = created.Value;
        return ShowAsync();
    });

    protected override async Task<Failure?> LoadAsync()
    {
        Units = Options.Units(await units.ProvincialOnAsync(time.TodayInHanoi(), Cancel), time.TodayInHanoi(), L["Common.None"]);
        return null;
    }
}
