using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Admin.Accounts;

public sealed class EditModel(AccountService accounts, UnitDirectory units, TimeProvider time) : AppPageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public DescribeAccount Input { get; set; } = new();

    public AccountDetails Account { get; private set; } = null!;

    /// <summary>Shown once, in the answer to the post.</summary>
    public IssuedPassword? Issued { get; private set; }

    private string Address => $"/admin/accounts/{Id}";

    public IEnumerable<SelectListItem> Roles => Options.Enum<UserRole>(L);

    public IEnumerable<SelectListItem> Units { get; private set; } = [];

    /// <summary>After a 409 the other editor's version, so that a second save overwrites it knowingly.</summary>
    public Guid Version => Conflict?.Version ?? Input.Version;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync() => AnswerAsync(
        nameof(Input),
        () => accounts.EditAsync(Actor, Id, Input, Cancel),
        async _ => await LoadAsync() is { } missing ? Fail(missing) : Done(L["Account.Saved", Account.UserName], "/admin/accounts"));

    public Task<IActionResult> OnPostDisableAsync(Guid version) =>
        AnswerAsync(null, () => accounts.DisableAsync(Actor, Id, version, Cancel), "Account.Disabled", Address);

    public Task<IActionResult> OnPostEnableAsync(Guid version) =>
        AnswerAsync(null, () => accounts.EnableAsync(Actor, Id, version, Cancel), "Account.Enabled", Address);

    public Task<IActionResult> OnPostRemoveSecondFactorAsync(Guid version) =>
        AnswerAsync(null, () => accounts.RemoveSecondFactorAsync(Actor, Id, version, Cancel), "Account.SecondFactorRemoved", Address);

    public Task<IActionResult> OnPostResetPasswordAsync(Guid version) =>
        AnswerAsync(null, () => accounts.ResetPasswordAsync(Actor, Id, version, Cancel), reset =>
        {
            Issued = reset.Value;
            return ShowAsync();
        });

    protected override async Task<Failure?> LoadAsync()
    {
        var found = await accounts.FindAsync(Actor, Id, Cancel);
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
            L["Common.None"]);
        Input = Posted == nameof(Input)
            ? Input
            : new DescribeAccount { DisplayName = Account.DisplayName, Role = Account.Role, UnitId = Account.UnitId, Version = Account.Version };
        return null;
    }
}
