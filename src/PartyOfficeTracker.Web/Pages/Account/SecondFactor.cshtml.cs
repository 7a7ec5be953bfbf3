using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Web.Infrastructure;
using QRCoder;

namespace PartyOfficeTracker.Web.Pages.Account;

/// <summary>Sets up, renews and removes the time-based second factor of one's own account.</summary>
[ChecksASecret]
public sealed class SecondFactorModel(
    OwnAccountService accounts, UserManager<AppUser> users, SignInManager<AppUser> signIn, IConfiguration configuration)
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

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>The authenticator's address as a picture; only while the second factor is being set up.</summary>
    public async Task<IActionResult> OnGetQrAsync()
    {
        await LoadAsync();
        if (Own.HasSecondFactor || Own.AuthenticatorKey is null)
        {
            return NotFound();
        }

        var issuer = Uri.EscapeDataString(L["App.Name"]);
        var address = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(Own.UserName)}?secret={Own.AuthenticatorKey}&issuer={issuer}&digits=6";
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return Content(code.GetGraphic(PixelsPerModule), "image/svg+xml");
    }

    public Task<IActionResult> OnPostStartAsync() =>
        AnswerAsync(nameof(Input), () => accounts.StartSecondFactorAsync(Actor), _ => SignedInAgainAsync(null));

    public Task<IActionResult> OnPostConfirmAsync() => AnswerAsync(
        nameof(Input), () => accounts.ConfirmSecondFactorAsync(Actor, new ConfirmSecondFactor { Code = Input.Code }), made => ShowCodesAsync(made.Value));

    public Task<IActionResult> OnPostRenewAsync() =>
        AnswerAsync(nameof(Input), () => accounts.RenewRecoveryCodesAsync(Actor, Input.Proof), made => ShowCodesAsync(made.Value));

    public Task<IActionResult> OnPostDisableAsync() => AnswerAsync(
        nameof(Input), () => accounts.DisableSecondFactorAsync(Actor, Input.Proof), _ => SignedInAgainAsync(L["SecondFactor.Disabled"]));

    private async Task<IActionResult> SignedInAgainAsync(string? message)
    {
        await signIn.RefreshSignInAsync((await users.GetUserAsync(User))!);
        return Done(message, DutyFirst.SecondFactorPath);
    }

    private async Task<IActionResult> ShowCodesAsync(IReadOnlyList<string> codes)
    {
        await signIn.RefreshSignInAsync((await users.GetUserAsync(User))!);
        RecoveryCodes = codes;
        return Page();
    }

    protected override async Task<Failure?> LoadAsync()
    {
        Own = await accounts.ReadAsync(Actor);
        return null;
    }

    public sealed record SecondFactorInput : IFormOf<ConfirmSecondFactor>, IFormOf<ConfirmByPassword>
    {
        public string? Code { get; init; }

        [DataType(DataType.Password)]
        public string? Password { get; init; }

        public ConfirmByPassword Proof => new() { Password = Password };
    }
}
