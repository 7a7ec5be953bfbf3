using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Account;

[ChecksASecret]
public sealed class LoginModel(SignInManager<AppUser> signIn, UserManager<AppUser> users, IHostEnvironment environment, IStringLocalizer<Strings> localizer)
    : PageModel
{
    [BindProperty]
    public LoginInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>A form that was interrupted, sealed; empty when it was too long to keep.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    public IReadOnlyList<DemoAccount> DemoAccounts => environment.IsDevelopment() ? Core.Accounts.DemoAccounts.All : [];

    public IActionResult OnGet()
    {
        Kept = KeptForms.Find(HttpContext);
        return HttpContext.FindActor() is null ? Page() : LocalRedirect("/");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var user = await users.FindByNameAsync(Input.UserName ?? "");
        var result = user is null || user.DisabledAt is not null
            ? Microsoft.AspNetCore.Identity.SignInResult.Failed
            : await signIn.PasswordSignInAsync(user, Input.Password ?? "", isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor)
        {
            return string.IsNullOrEmpty(Kept) ? RedirectToPage("/Account/Code", new { ReturnUrl }) : Resume("/account/code");
        }

        if (result.Succeeded && !string.IsNullOrEmpty(Kept))
        {
            HttpContext.SetActor(user!);
            return Resume(KeptForms.ResumePath);
        }

        if (result.Succeeded)
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
        }

        ModelState.AddModelError("", result.IsLockedOut ? localizer["Login.LockedOut"] : localizer["Login.Failed"]);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private EmptyResult Resume(string path)
    {
        KeptForms.Carry(HttpContext, Kept);
        ShowInstead.Page(HttpContext, path);
        return new EmptyResult();
    }

    public sealed record LoginInput
    {
        public string? UserName { get; init; }

        [System.ComponentModel.DataAnnotations.DataType(System.ComponentModel.DataAnnotations.DataType.Password)]
        public string? Password { get; init; }
    }

    /// <summary>For the browser alone: the server answers every wrong pair in the same words.</summary>
    public sealed class LoginInputValidator : AbstractValidator<LoginInput>
    {
        public LoginInputValidator(IStringLocalizer<Strings> localizer)
        {
            RuleFor(i => i.UserName).Filled(localizer).NoLongerThan(AccountService.UserNameLength, localizer);
            RuleFor(i => i.Password).Filled(localizer).NoLongerThan(PasswordRules.MaximumLength, localizer);
        }
    }
}
