using System.Globalization;

namespace PartyOfficeTracker.Core.Common;

/// <summary>Days as Vietnamese offices type them: 13/1/2021, 13-01-2021, 13.1.2021, and the 2021-01-13 of browsers and files.</summary>
public static class DayText
{
    public const string Display = "dd/MM/yyyy";

    private static readonly string[] Formats = ["d/M/yyyy", "yyyy-M-d", "d-M-yyyy", "d.M.yyyy"];

    public static bool TryParse(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(
            text?.Trim().Replace(" ", "", StringComparison.Ordinal),
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out day)
        && day.Year is >= 1930 and <= 2200;

    public static string ToText(DateOnly day) => day.ToString(Display, CultureInfo.InvariantCulture);

    /// <summary>En and em dashes become hyphens.</summary>
    internal static string PlainSeparators(string text) => text.Replace('–', '-').Replace('—', '-');
}
