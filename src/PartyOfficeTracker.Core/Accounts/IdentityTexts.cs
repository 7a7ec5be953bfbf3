using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Accounts;

/// <summary>What ASP.NET Core Identity has to say, in the page's language.</summary>
public sealed class IdentityTexts(IStringLocalizer<Strings> text) : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Error(nameof(DefaultError), "Identity.Default");

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), "Error.409.Text");

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), "Password.Wrong");

    public override IdentityError InvalidToken() => Error(nameof(InvalidToken), "SecondFactor.WrongCode");

    public override IdentityError RecoveryCodeRedemptionFailed() => Error(nameof(RecoveryCodeRedemptionFailed), "SecondFactor.WrongCode");

    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), "Account.UserNameInvalid");

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), "Account.UserNameTaken", userName);

    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), "Password.TooShort", length);

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Error(nameof(PasswordRequiresUniqueChars), "Password.TooFewCharacters", uniqueChars);

    private IdentityError Error(string code, string key, params object[] values) => new() { Code = code, Description = text[key, values] };
}
