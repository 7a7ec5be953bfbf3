using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Web.Infrastructure;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace PartyOfficeTracker.Web.Pages.Account;

/// <summary>The second step of signing in: the authenticator's six digits, or a recovery code.</summary>
[ChecksASecret]
public sealed class CodeModel(SignInManager<AppUser> signIn, IStringLocalizer<Strings> localizer) : PageModel
{
    private const int AuthenticatorDigits = 6;

    [BindProperty]
    public CodeInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>A form that was interrupted, sealed.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        // Shown in the answer to the first step, the browser does not have the step's cookie yet.
        Kept = KeptForms.Find(HttpContext);
        return Kept is null && await signIn.GetTwoFactorAuthenticationUserAsync() is null ? LocalRedirect(SignInAtRoot.LoginPath) : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var user = await signIn.GetTwoFactorAuthenticationUserAsync();
        if (user is null || user.DisabledAt is not null)
        {
            return LocalRedirect(SignInAtRoot.LoginPath);
        }

        var result = await CheckAsync();
        if (result.Succeeded && !string.IsNullOrEmpty(Kept))
        {
            HttpContext.SetActor(user);
            KeptForms.Carry(HttpContext, Kept);
            ShowInstead.Page(HttpContext, KeptForms.ResumePath);
            return new EmptyResult();
        }

        if (result.Succeeded)
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
        }

        ModelState.AddModelError("", result.IsLockedOut ? localizer["Login.LockedOut"] : localizer["SecondFactor.WrongCode"]);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private Task<SignInResult> CheckAsync()
    {
        var code = string.Concat((Input.Code ?? "").Where(c => !char.IsWhiteSpace(c)));
        return code.Length == AuthenticatorDigits && code.All(char.IsAsciiDigit)
            ? signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)
            : signIn.TwoFactorRecoveryCodeSignInAsync(code);
    }

    public sealed record CodeInput
    {
        public string? Code { get; init; }
    }

    /// <summary>For the browser alone: the server answers every wrong code in the same words.</summary>
    public sealed class CodeInputValidator : AbstractValidator<CodeInput>
    {
        /// <summary>Six digits or a recovery code, with the blanks people type between.</summary>
        private const int LongestCode = 40;

        public CodeInputValidator(IStringLocalizer<Strings> localizer) => RuleFor(i => i.Code).Filled(localizer).NoLongerThan(LongestCode, localizer);
    }
}
