using System.Globalization;
using Microsoft.Extensions.Localization;

namespace PartyOfficeTracker.Core.Resources;

public static class LocalizerExtensions
{
    /// <summary>Words with one number, which may be written otherwise ("more than 1,000").</summary>
    /// <param name="text">The texts.</param>
    /// <param name="key">The resource.</param>
    /// <param name="number">How many.</param>
    /// <param name="shown">The number as it is written; itself when null.</param>
    public static string Count(this IStringLocalizer<Strings> text, string key, int number, string? shown = null)
    {
        return string.Format(CultureInfo.CurrentCulture, FormFor(text[key].Value, number), shown ?? number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The resource of a language that has a form of its own for one gives it behind a bar: "{0} days|{0} day".</summary>
    internal static string FormFor(string text, int number)
    {
        var bar = text.IndexOf('|', StringComparison.Ordinal);
        return bar < 0 ? text : number == 1 ? text[(bar + 1)..] : text[..bar];
    }

    /// <summary>The label of an enum value: the key <c>Enum.TypeName.Value</c>.</summary>
    public static string Of<T>(this IStringLocalizer<Strings> localizer, T value)
        where T : struct, Enum => localizer[$"Enum.{typeof(T).Name}.{value}"];
}
