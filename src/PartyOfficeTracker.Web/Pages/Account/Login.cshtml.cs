using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Account;

[EnableRateLimiting(AccountSetup.SignInLimit)]
public sealed class LoginModel(SignInManager<AppUser> signIn, UserManager<AppUser> users, IHostEnvironment environment, IStringLocalizer<Strings> localizer)
    : PageModel
{
    [BindProperty]
    public LoginInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IReadOnlyList<DemoAccount> DemoAccounts => environment.IsDevelopment() ? Core.Accounts.DemoAccounts.All : [];

    public IActionResult OnGet() => HttpContext.FindActor() is null ? Page() : LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        var user = await users.FindByNameAsync(Input.UserName ?? "");
        var result = user is null || user.DisabledAt is not null
            ? Microsoft.AspNetCore.Identity.SignInResult.Failed
            : await signIn.PasswordSignInAsync(user, Input.Password ?? "", isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor)
        {
            return RedirectToPage("/Account/Code", new { ReturnUrl });
        }

        if (result.Succeeded)
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
        }

        ModelState.AddModelError("", result.IsLockedOut ? localizer["Login.LockedOut"] : localizer["Login.Failed"]);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public sealed record LoginInput
    {
        public string? UserName { get; init; }

        [System.ComponentModel.DataAnnotations.DataType(System.ComponentModel.DataAnnotations.DataType.Password)]
        public string? Password { get; init; }
    }
}
