using Microsoft.Extensions.Localization;

namespace PartyOfficeTracker.Core.Resources;

public static class LocalizerExtensions
{
    /// <summary>The label of an enum value: the key <c>Enum.TypeName.Value</c>.</summary>
    public static string Of<T>(this IStringLocalizer<Strings> localizer, T value)
        where T : struct, Enum => localizer[$"Enum.{typeof(T).Name}.{value}"];
}
