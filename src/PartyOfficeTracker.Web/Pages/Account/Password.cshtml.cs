using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Account;

[ChecksASecret]
public sealed class PasswordModel(
    OwnAccountService accounts, UserManager<AppUser> users, SignInManager<AppUser> signIn, IStringLocalizer<Strings> localizer) : AppPageModel
{
    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    public bool IsDuty => AccountDuty.Find(HttpContext) is { ChangePassword: true };

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var result = await accounts.ChangePasswordAsync(
            Actor, new ChangePassword { Current = Input.Current, New = Input.New, Repeated = Input.Repeated });
        if (result.Failure is { } failure)
        {
            return Fail(failure);
        }

        await signIn.RefreshSignInAsync((await users.GetUserAsync(User))!);
        StatusMessage = localizer["Password.Changed"];
        return LocalRedirect(IsDuty ? "/" : "/account");
    }

    public sealed record PasswordInput : IFormOf<ChangePassword>
    {
        [DataType(DataType.Password)]
        public string? Current { get; init; }

        [DataType(DataType.Password)]
        public string? New { get; init; }

        [DataType(DataType.Password)]
        public string? Repeated { get; init; }
    }
}
