using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Accounts;

/// <summary>An account as its owner sees it.</summary>
public sealed record OwnAccount(
    string UserName, string DisplayName, UserRole Role, int? UnitId, bool HasSecondFactor, int RecoveryCodesLeft, string? AuthenticatorKey);

public sealed record ChangePassword
{
    public string? Current { get; init; }

    public string? New { get; init; }

    public string? Repeated { get; init; }
}

/// <summary>The authenticator's digits, shown that it shares the secret.</summary>
public sealed record ConfirmSecondFactor
{
    public string? Code { get; init; }
}

/// <summary>A change of the second factor, confirmed by the account's password.</summary>
public sealed record ConfirmByPassword
{
    public string? Password { get; init; }
}

/// <summary>The first administrator of an empty installation.</summary>
public sealed record CreateFirstAdministrator
{
    public string? Code { get; init; }

    public string? UserName { get; init; }

    public string? DisplayName { get; init; }

    public string? Password { get; init; }

    public string? Repeated { get; init; }
}

public sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Current).Filled(text).NoLongerThan(PasswordRules.MaximumLength, text);
        RuleFor(c => c.New).Filled(text).NoLongerThan(PasswordRules.MaximumLength, text);
        RuleFor(c => c.New).NotEqual(c => c.Current).When(c => !string.IsNullOrEmpty(c.New)).WithMessage(_ => text["Password.Same"]);
        RuleFor(c => c.Repeated).Equal(c => c.New).WithMessage(_ => text["Password.NotRepeated"]);
    }
}

public sealed class ConfirmSecondFactorValidator : AbstractValidator<ConfirmSecondFactor>
{
    /// <summary>Six digits, as authenticators print them with blanks between.</summary>
    private const int LongestCode = 20;

    public ConfirmSecondFactorValidator(IStringLocalizer<Strings> text) => RuleFor(c => c.Code).Filled(text).NoLongerThan(LongestCode, text);
}

public sealed class ConfirmByPasswordValidator : AbstractValidator<ConfirmByPassword>
{
    public ConfirmByPasswordValidator(IStringLocalizer<Strings> text) =>
        RuleFor(c => c.Password).Filled(text).NoLongerThan(PasswordRules.MaximumLength, text);
}

public sealed class CreateFirstAdministratorValidator : AbstractValidator<CreateFirstAdministrator>
{
    public CreateFirstAdministratorValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Code).Filled(text);
        RuleFor(c => c.UserName).Filled(text).NoLongerThan(AccountService.UserNameLength, text);
        RuleFor(c => c.DisplayName).Filled(text).NoLongerThan(AppUser.DisplayNameLength, text);
        RuleFor(c => c.Password).Filled(text).NoLongerThan(PasswordRules.MaximumLength, text);
        RuleFor(c => c.Repeated).Equal(c => c.Password).WithMessage(_ => text["Password.NotRepeated"]);
    }
}

/// <summary>What a person does to an account of their own: password, second factor, and the first account of all.</summary>
public sealed class OwnAccountService(
    UserManager<AppUser> users,
    FirstAdministrator first,
    IValidator<ChangePassword> passwordValidator,
    IValidator<ConfirmSecondFactor> codeValidator,
    IValidator<ConfirmByPassword> proofValidator,
    IValidator<CreateFirstAdministrator> firstValidator,
    IStringLocalizer<Strings> text,
    TimeProvider time)
{
    public const int RecoveryCodes = 10;

    public async Task<OwnAccount> ReadAsync(Actor actor)
    {
        var user = await FindAsync(actor);
        return new OwnAccount(
            user.UserName!,
            user.DisplayName,
            user.Role,
            user.UnitId,
            user.TwoFactorEnabled,
            user.TwoFactorEnabled ? await users.CountRecoveryCodesAsync(user) : 0,
            await users.GetAuthenticatorKeyAsync(user));
    }

    public async Task<Result> ChangePasswordAsync(Actor actor, ChangePassword command)
    {
        if (passwordValidator.Check(command) is { } failure)
        {
            return failure;
        }

        var user = await FindAsync(actor);
        user.MustChangePassword = false;
        return Outcome(
            await users.ChangePasswordAsync(user, command.Current!, command.New!),
            error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? nameof(command.Current) : nameof(command.New));
    }

    /// <summary>Makes the secret the authenticator is to share. Nothing is asked for at sign-in before it is confirmed.</summary>
    public async Task<Result> StartSecondFactorAsync(Actor actor)
    {
        var user = await FindAsync(actor);
        return user.TwoFactorEnabled
            ? Failure.Invalid("", text["SecondFactor.AlreadyOn"])
            : Outcome(await users.ResetAuthenticatorKeyAsync(user), _ => "");
    }

    /// <returns>The recovery codes, to be shown once.</returns>
    public async Task<Result<IReadOnlyList<string>>> ConfirmSecondFactorAsync(Actor actor, ConfirmSecondFactor command)
    {
        var user = await FindAsync(actor);
        if (user.TwoFactorEnabled)
        {
            return Failure.Invalid("", text["SecondFactor.AlreadyOn"]);
        }

        if (codeValidator.Check(command) is { } failure)
        {
            return failure;
        }

        var provider = users.Options.Tokens.AuthenticatorTokenProvider;
        if (!await users.VerifyTwoFactorTokenAsync(user, provider, Digits(command.Code)))
        {
            return Failure.Invalid(nameof(ConfirmSecondFactor.Code), text["SecondFactor.WrongCode"]);
        }

        await users.SetTwoFactorEnabledAsync(user, enabled: true);
        return await NewCodesAsync(user);
    }

    /// <returns>The new recovery codes, to be shown once; the old ones no longer hold.</returns>
    public async Task<Result<IReadOnlyList<string>>> RenewRecoveryCodesAsync(Actor actor, ConfirmByPassword command)
    {
        var user = await FindAsync(actor);
        if (!user.TwoFactorEnabled)
        {
            return Failure.NotFound;
        }

        if (proofValidator.Check(command) is { } failure)
        {
            return failure;
        }

        return await users.CheckPasswordAsync(user, command.Password!) ? await NewCodesAsync(user) : WrongPassword();
    }

    public async Task<Result> DisableSecondFactorAsync(Actor actor, ConfirmByPassword command)
    {
        var user = await FindAsync(actor);
        if (proofValidator.Check(command) is { } failure)
        {
            return failure;
        }

        if (!await users.CheckPasswordAsync(user, command.Password!))
        {
            return WrongPassword();
        }

        user.TwoFactorEnabled = false;
        return Outcome(await users.ResetAuthenticatorKeyAsync(user), _ => "");
    }

    /// <summary>Only while no account exists at all, and only with the code printed at start.</summary>
    public async Task<Result> CreateFirstAsync(CreateFirstAdministrator command, CancellationToken cancel)
    {
        if (!await first.IsOpenAsync(cancel))
        {
            return Failure.NotFound;
        }

        if (firstValidator.Check(command) is { } failure)
        {
            return failure;
        }

        if (!await first.AcceptsAsync(command.Code, cancel))
        {
            return Failure.Invalid(nameof(command.Code), text["First.WrongCode"]);
        }

        var user = new AppUser
        {
            UserName = command.UserName,
            DisplayName = command.DisplayName!,
            Role = UserRole.Administrator,
            CreatedAt = time.GetUtcNow().UtcDateTime,
        };
        await first.CloseWithNextSaveAsync(cancel);
        try
        {
            return Outcome(
                await users.CreateAsync(user, command.Password!),
                error => error.Code.Contains("UserName", StringComparison.Ordinal) ? nameof(command.UserName) : nameof(command.Password));
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else has just made the first account and with it taken the codes back.
            return Failure.NotFound;
        }
    }

    internal static string Digits(string? code) => string.Concat((code ?? "").Where(char.IsAsciiDigit));

    private static Result Outcome(IdentityResult result, Func<IdentityError, string> field) => result.Succeeded
        ? Result.Success()
        : Failure.Invalid(result.Errors.Select(e => new FieldError(field(e), e.Description)));

    private async Task<Result<IReadOnlyList<string>>> NewCodesAsync(AppUser user) =>
        Result.Success<IReadOnlyList<string>>([.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) ?? []]);

    private Failure WrongPassword() => Failure.Invalid(nameof(ConfirmByPassword.Password), text["Password.Wrong"]);

    private async Task<AppUser> FindAsync(Actor actor) =>
        await users.FindByIdAsync(actor.UserId.ToString(System.Globalization.CultureInfo.InvariantCulture))
        ?? throw new InvalidOperationException("The actor's account is gone.");
}
