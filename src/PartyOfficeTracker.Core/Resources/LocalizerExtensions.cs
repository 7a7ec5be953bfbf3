using System.Globalization;
using Microsoft.Extensions.Localization;

namespace PartyOfficeTracker.Core.Resources;

public static class LocalizerExtensions
{
    /// <summary>
    /// Words with a number: the resource of a language that has a form of its own for one gives it behind a bar, "{0} days|{0} day".
    /// </summary>
    /// <param name="text">The texts.</param>
    /// <param name="key">The resource.</param>
    /// <param name="number">How many.</param>
    /// <param name="shown">The number as it is written; itself when null.</param>
    public static string Count(this IStringLocalizer<Strings> text, string key, int number, string? shown = null)
    {
        var forms = text[key].Value.Split('|');
        return string.Format(CultureInfo.CurrentCulture, number == 1 ? forms[^1] : forms[0], shown ?? number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The label of an enum value: the key <c>Enum.TypeName.Value</c>.</summary>
    public static string Of<T>(this IStringLocalizer<Strings> localizer, T value)
        where T : struct, Enum => localizer[$"Enum.{typeof(T).Name}.{value}"];
}
