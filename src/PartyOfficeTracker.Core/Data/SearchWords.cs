using System.Globalization;
using System.Text.RegularExpressions;
using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Data;

/// <summary>The words the search compares: folded, split where letters and digits meet, and the days a text names as words of their own.</summary>
public static partial class SearchWords
{
    /// <summary>In order; "48CT" is "48" and "ct", as "48-CT" is.</summary>
    public static IEnumerable<string> Of(string text) =>
        VietnameseText.Words(text).SelectMany(Split).Where(w => w.Length <= SearchTerm.TermLength);

    /// <summary>Where the words stand in a text as it is: runs of letters with their marks, and of digits.</summary>
    public static IEnumerable<Match> PiecesOf(string text) => Piece().Matches(text);

    /// <summary>All that is stored of a text: its words, and each day it names with and without the year.</summary>
    public static IEnumerable<string> TermsOf(string text) => Of(text).Concat(DaysIn(text).SelectMany(d => d.Terms));

    /// <summary>The days a text names: "13/01/2021", "13-1".</summary>
    public static IEnumerable<NamedDay> DaysIn(string text)
    {
        foreach (Match match in Day().Matches(text))
        {
            var (day, month) = (Number(match, "day"), Number(match, "month"));
            var year = match.Groups["year"].Success ? Number(match, "year") : (int?)null;
            const int leapYear = 2000;
            if (month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year ?? leapYear, month))
            {
                yield return new NamedDay(match.Index, match.Length, day, month, year);
            }
        }
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Split(string word)
    {
        var from = 0;
        for (var i = 1; i < word.Length; i++)
        {
            if (char.IsDigit(word[i]) != char.IsDigit(word[i - 1]))
            {
                yield return word[from..i];
                from = i;
            }
        }

        yield return word[from..];
    }

    [GeneratedRegex(@"[\p{L}\p{M}]+|\p{Nd}+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Piece();

    [GeneratedRegex(@"(?<![\d/.-])(?<day>\d{1,2}) ?[-–/.] ?(?<month>\d{1,2})(?: ?[-–/.] ?(?<year>(?:19|20)\d\d))?(?![\d/]|[-.]\d)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Day();
}

/// <summary>A day a text names.</summary>
/// <param name="Index">Where in the text.</param>
/// <param name="Length">How many characters name it.</param>
/// <param name="Day">Of the month.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Year">Null where the text names none.</param>
public sealed record NamedDay(int Index, int Length, int Day, int Month, int? Year)
{
    /// <summary>The day as it is searched for: with its year where one is named.</summary>
    public string Term => Year is { } year
        ? string.Create(CultureInfo.InvariantCulture, $"day:{year}{Month:00}{Day:00}")
        : string.Create(CultureInfo.InvariantCulture, $"day:{Month:00}{Day:00}");

    /// <summary>The words it is stored by.</summary>
    public IEnumerable<string> Terms => Year is null ? [Term] : [Term, (this with { Year = null }).Term];
}
