using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Accounts;

/// <summary>
/// Length instead of composition rules. Refused besides: the common passwords of common-passwords.txt, a short piece
/// repeated, and the account's own name inside. Compared folded: case, marks and punctuation make no difference.
/// </summary>
public sealed class PasswordRules(IStringLocalizer<Strings> text) : IPasswordValidator<AppUser>
{
    public const int MinimumLength = 12;
    public const int MaximumLength = 200;
    public const int UniqueCharacters = 4;
    private const int ShortestNameLookedFor = 4;
    private const int LongestRepeatedPiece = 4;

    private static readonly Lazy<HashSet<string>> Common = new(ReadCommon);

    internal static int CommonCount => Common.Value.Count;

    public Task<IdentityResult> ValidateAsync(UserManager<AppUser> manager, AppUser user, string? password)
    {
        var folded = Fold(password ?? "");
        var name = Fold(user.UserName ?? "");
        var errors = new List<IdentityError>();
        if (IsCommon(folded))
        {
            errors.Add(new IdentityError { Code = "PasswordCommon", Description = text["Password.Common"] });
        }

        if (name.Length >= ShortestNameLookedFor && folded.Contains(name, StringComparison.Ordinal))
        {
            errors.Add(new IdentityError { Code = "PasswordHasName", Description = text["Password.HasName"] });
        }

        return Task.FromResult(errors.Count == 0 ? IdentityResult.Success : IdentityResult.Failed([.. errors]));
    }

    internal static bool IsCommon(string folded) => folded.Length == 0 || Common.Value.Contains(folded) || IsRepeatedPiece(folded);

    /// <summary>Lower-case letters and digits only, without marks.</summary>
    internal static string Fold(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && char.IsLetterOrDigit(c))
            {
                result.Append(char.ToLowerInvariant(c) is var lower && lower == 'đ' ? 'd' : lower);
            }
        }

        return result.ToString();
    }

    private static bool IsRepeatedPiece(string folded)
    {
        for (var length = 1; length <= LongestRepeatedPiece; length++)
        {
            var repeats = true;
            for (var i = length; i < folded.Length && repeats; i++)
            {
                repeats = folded[i] == folded[i - length];
            }

            if (repeats)
            {
                return true;
            }
        }

        return false;
    }

    private static HashSet<string> ReadCommon()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")
            ?? throw new InvalidOperationException("Missing resource: common-passwords.txt");
        using var reader = new StreamReader(stream);
        var result = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            result.Add(line);
        }

        return result;
    }
}
