using FluentValidation;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Core.Forms;

/// <summary>The rule every validator of typed text shares, here and not among the common ones, since it asks the reader.</summary>
public static class SecrecyRule
{
    /// <summary>
    /// Text with a secrecy marking is refused before it is stored; the message does not repeat it. A text with several lines
    /// is read as a whole, so that a marking on a line of its own is seen.
    /// </summary>
    public static IRuleBuilderOptions<T, string?> WithoutSecrecyMarking<T>(this IRuleBuilder<T, string?> rule, IStringLocalizer<Strings> text) =>
        rule.Must(value => value is null || SecrecyMarking.Find(value) is null).WithMessage(_ => text["Validation.Secret"]);
}
