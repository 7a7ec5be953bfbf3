using FluentValidation;
using FluentValidation.Results;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Common;

/// <summary>The rules every validator shares, with messages in the page's language.</summary>
public static class Validation
{
    public static Failure? Check<T>(this IValidator<T> validator, T command)
    {
        var result = validator.Validate(command);
        return result.IsValid ? null : ToFailure(result);
    }

    public static IRuleBuilderOptions<T, string?> Filled<T>(this IRuleBuilder<T, string?> rule, IStringLocalizer<Strings> text) =>
        rule.NotEmpty().WithMessage(_ => text["Validation.Required"]);

    public static IRuleBuilderOptions<T, string?> NoLongerThan<T>(this IRuleBuilder<T, string?> rule, int length, IStringLocalizer<Strings> text) =>
        rule.MaximumLength(length).WithMessage((_, value) => text["Validation.TooLong", value?.Length ?? 0, length]);

    /// <summary>Each of several lines in one box: the browser must not be told, it would cut the box at the length of one line.</summary>
    public static IRuleBuilderOptions<T, string> EachNoLongerThan<T>(this IRuleBuilder<T, string> rule, int length, IStringLocalizer<Strings> text) =>
        rule.Must(line => line.Length <= length).WithMessage((_, line) => text["Validation.TooLong", line.Length, length]);

    public static IRuleBuilderOptions<T, TValue> Known<T, TValue>(this IRuleBuilder<T, TValue> rule, IStringLocalizer<Strings> text)
        where TValue : struct, Enum => rule.IsInEnum().WithMessage(_ => text["Validation.Unknown"]);

    /// <summary>As the other; nothing chosen is no unknown choice.</summary>
    public static IRuleBuilderOptions<T, TValue?> Known<T, TValue>(this IRuleBuilder<T, TValue?> rule, IStringLocalizer<Strings> text)
        where TValue : struct, Enum => rule.IsInEnum().WithMessage(_ => text["Validation.Unknown"]);

    private static Failure ToFailure(ValidationResult result) =>
        Failure.Invalid(result.Errors.Select(e => new FieldError(FieldOf(e.PropertyName), e.ErrorMessage)).Distinct());

    /// <summary>A rule for each line of one box speaks of the box: "Citations[0]" is said beside Citations.</summary>
    private static string FieldOf(string property) => property.EndsWith(']') ? property[..property.LastIndexOf('[')] : property;
}
