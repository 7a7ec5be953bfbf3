using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Web.Infrastructure;
using QRCoder;

namespace PartyOfficeTracker.Web.Pages.Account;

/// <summary>Sets up, renews and removes the time-based second factor of one's own account.</summary>
[ChecksASecret]
public sealed class SecondFactorModel(
    OwnAccountService accounts, UserManager<AppUser> users, SignInManager<AppUser> signIn, IConfiguration configuration, IStringLocalizer<Strings> localizer)
    : AppPageModel
{
    private const int KeyGroup = 4;
    private const int PixelsPerModule = 6;

    [BindProperty]
    public SecondFactorInput Input { get; set; } = new();

    public OwnAccount Own { get; private set; } = null!;

    /// <summary>Shown once, right after they were made.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public bool IsDuty => AccountDuty.Find(HttpContext) is { SetUpSecondFactor: true } && configuration.GetValue("Accounts:RequireSecondFactor", true);

    public string SpacedKey => string.Join(' ', (Own.AuthenticatorKey ?? "").Chunk(KeyGroup).Select(c => new string(c)));

    public Task OnGetAsync() => LoadAsync();

    /// <summary>The authenticator's address as a picture; only while the second factor is being set up.</summary>
    public async Task<IActionResult> OnGetQrAsync()
    {
        await LoadAsync();
        if (Own.HasSecondFactor || Own.AuthenticatorKey is null)
        {
            return NotFound();
        }

        var issuer = Uri.EscapeDataString(localizer["App.Name"]);
        var address = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(Own.UserName)}?secret={Own.AuthenticatorKey}&issuer={issuer}&digits=6";
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return Content(code.GetGraphic(PixelsPerModule), "image/svg+xml");
    }

    public async Task<IActionResult> OnPostStartAsync() => await AnswerAsync(await accounts.StartSecondFactorAsync(Actor), null);

    public async Task<IActionResult> OnPostConfirmAsync() => await ShowCodesAsync(await accounts.ConfirmSecondFactorAsync(Actor, new ConfirmSecondFactor { Code = Input.Code }));

    public async Task<IActionResult> OnPostRenewAsync() => await ShowCodesAsync(await accounts.RenewRecoveryCodesAsync(Actor, Input.Proof));

    public async Task<IActionResult> OnPostDisableAsync() =>
        await AnswerAsync(await accounts.DisableSecondFactorAsync(Actor, Input.Proof), localizer["SecondFactor.Disabled"]);

    private async Task<IActionResult> AnswerAsync(Result result, string? message)
    {
        if (result.Failure is { } failure)
        {
            await LoadAsync();
            return Fail(failure);
        }

        await signIn.RefreshSignInAsync((await users.GetUserAsync(User))!);
        StatusMessage = message;
        return LocalRedirect(DutyFirst.SecondFactorPath);
    }

    private async Task<IActionResult> ShowCodesAsync(Result<IReadOnlyList<string>> result)
    {
        if (result.Failure is { } failure)
        {
            await LoadAsync();
            return Fail(failure);
        }

        await signIn.RefreshSignInAsync((await users.GetUserAsync(User))!);
        RecoveryCodes = result.Value;
        return Page();
    }

    private async Task LoadAsync() => Own = await accounts.ReadAsync(Actor);

    public sealed record SecondFactorInput : IFormOf<ConfirmSecondFactor>, IFormOf<ConfirmByPassword>
    {
        public string? Code { get; init; }

        [DataType(DataType.Password)]
        public string? Password { get; init; }

        public ConfirmByPassword Proof => new() { Password = Password };
    }
}
