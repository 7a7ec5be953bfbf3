using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Account;

[ChecksASecret]
public sealed class PasswordModel(OwnAccountService accounts, UserManager<AppUser> users, SignInManager<AppUser> signIn) : AppPageModel
{
    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    public bool IsDuty => AccountDuty.Find(HttpContext) is { ChangePassword: true };

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync()
    {
        var command = new ChangePassword { Current = Input.Current, New = Input.New, Repeated = Input.Repeated };
        return AnswerAsync(nameof(Input), () => accounts.ChangePasswordAsync(Actor, command), async _ =>
        {
            await signIn.RefreshSignInAsync((await users.GetUserAsync(User))!);
            return Done(L["Password.Changed"], IsDuty ? "/" : "/account");
        });
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
