using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Admin.Accounts;

public sealed class EditModel(AccountService accounts, UnitDirectory units, IStringLocalizer<Strings> localizer, TimeProvider time) : AppPageModel
{
    [BindProperty]
    public DescribeAccount Input { get; set; } = new();

    public AccountDetails Account { get; private set; } = null!;

    /// <summary>Shown once, in the answer to the post.</summary>
    public IssuedPassword? Issued { get; private set; }

    public IEnumerable<SelectListItem> Roles => Options.Enum<UserRole>(localizer);

    public IEnumerable<SelectListItem> Units { get; private set; } = [];

    /// <summary>After a 409 the other editor's version, so that a second save overwrites it knowingly.</summary>
    public Guid Version => Conflict?.Version ?? Input.Version;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await LoadAsync(id) is { } failure)
        {
            return Fail(failure);
        }

        Input = new DescribeAccount { DisplayName = Account.DisplayName, Role = Account.Role, UnitId = Account.UnitId, Version = Account.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await LoadAsync(id) is { } missing)
        {
            return Fail(missing);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        return (await accounts.EditAsync(Actor, id, Input, Cancel)).Failure is { } failure
            ? Fail(failure)
            : Done("/admin/accounts", localizer["Account.Saved", Account.UserName]);
    }

    public async Task<IActionResult> OnPostDisableAsync(int id, Guid version) =>
        await AnswerAsync(id, await accounts.DisableAsync(Actor, id, version, Cancel), "Account.Disabled");

    public async Task<IActionResult> OnPostEnableAsync(int id, Guid version) =>
        await AnswerAsync(id, await accounts.EnableAsync(Actor, id, version, Cancel), "Account.Enabled");

    public async Task<IActionResult> OnPostRemoveSecondFactorAsync(int id, Guid version) =>
        await AnswerAsync(id, await accounts.RemoveSecondFactorAsync(Actor, id, version, Cancel), "Account.SecondFactorRemoved");

    public async Task<IActionResult> OnPostResetPasswordAsync(int id, Guid version)
    {
        var result = await accounts.ResetPasswordAsync(Actor, id, version, Cancel);
        if (result.Failure is { } failure)
        {
            return await FailWithPageAsync(id, failure);
        }

        Issued = result.Value;
        return await LoadAsync(id) is { } missing ? Fail(missing) : Page();
    }

    private async Task<IActionResult> AnswerAsync(int id, Result result, string message) => result.Failure is { } failure
        ? await FailWithPageAsync(id, failure)
        : Done($"/admin/accounts/{id}", localizer[message]);

    private LocalRedirectResult Done(string address, string message)
    {
        StatusMessage = message;
        return LocalRedirect(address);
    }

    private async Task<IActionResult> FailWithPageAsync(int id, Failure failure)
    {
        ModelState.Clear();
        if (await LoadAsync(id) is { } missing)
        {
            return Fail(missing);
        }

        Input = new DescribeAccount { DisplayName = Account.DisplayName, Role = Account.Role, UnitId = Account.UnitId, Version = Account.Version };
        return Fail(failure);
    }

    private async Task<Failure?> LoadAsync(int id)
    {
        var found = await accounts.FindAsync(Actor, id, Cancel);
        if (found.Failure is { } failure)
        {
            return failure;
        }

        Account = found.Value;
        var today = time.TodayInHanoi();
        var all = await units.UnitsAsync(Cancel);
        Units = Options.Units(
            all.Where(u => u.CurrentKind is UnitKind.Province or UnitKind.City && (u.IsValidOn(today) || u.Id == Account.UnitId)),
            today,
            localizer["Common.None"]);
        return null;
    }
}
