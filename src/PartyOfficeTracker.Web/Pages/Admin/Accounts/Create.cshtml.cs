using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Admin.Accounts;

public sealed class CreateModel(AccountService accounts, UnitDirectory units, IStringLocalizer<Strings> localizer, TimeProvider time) : AppPageModel
{
    [BindProperty]
    public DescribeAccount Input { get; set; } = new();

    /// <summary>Shown once, in the answer to the post.</summary>
    public IssuedPassword? Issued { get; private set; }

    public IEnumerable<SelectListItem> Roles => Options.Enum<UserRole>(localizer, localizer["Common.Choose"]);

    public IEnumerable<SelectListItem> Units { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var result = await accounts.CreateAsync(Actor, Input, Cancel);
        if (result.Failure is { } failure)
        {
            return Fail(failure);
        }

        Issued = result.Value;
        return Page();
    }

    private async Task LoadAsync() =>
        Units = Options.Units(await units.ProvincialOnAsync(time.TodayInHanoi(), Cancel), time.TodayInHanoi(), localizer["Common.None"]);
}
