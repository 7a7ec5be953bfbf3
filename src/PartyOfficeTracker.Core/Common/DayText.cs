using System.Globalization;

namespace PartyOfficeTracker.Core.Common;

/// <summary>Days as Vietnamese offices type them: 13/1/2021, 13-01-2021, 13.1.2021, and the 2021-01-13 of browsers and files.</summary>
public static class DayText
{
    public const string Display = "dd/MM/yyyy";

    private static readonly string[] Formats = ["d/M/yyyy", "yyyy-M-d", "d-M-yyyy", "d.M.yyyy", "d/M/yy", "d-M-yy", "d.M.yy"];

    private static readonly CultureInfo ThisCentury = InThisCentury();

    /// <summary>A day as it is typed: "13/1/2021", "13-01-21". Two digits of a year are one of this century.</summary>
    public static bool TryParse(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(
            Plain(text),
            Formats,
            ThisCentury,
            DateTimeStyles.None,
            out day)
        && day.Year is >= 1930 and <= 2200;

    private static CultureInfo InThisCentury()
    {
        const int last = 2099;
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.Calendar = new GregorianCalendar { TwoDigitYearMax = last };
        return culture;
    }

    /// <summary>"12–13/01/2021", "31/01–02/02/2021"; one day alone where there is no later one.</summary>
    public static string ToText(DateOnly first, DateOnly? last)
    {
        if (last is not { } end || end <= first)
        {
            return ToText(first);
        }

        var beginning = first.Year != end.Year ? Display : first.Month != end.Month ? "dd/MM" : "dd";
        return first.ToString(beginning, CultureInfo.InvariantCulture) + "–" + ToText(end);
    }

    public static string ToText(DateOnly day) => day.ToString(Display, CultureInfo.InvariantCulture);

    /// <summary>En and em dashes, minus signs and no-break hyphens become hyphens.</summary>
    internal static string PlainSeparators(string text) => string.Create(text.Length, text, static (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = from[i] is '\u2010' or '\u2011' or '\u2012' or '–' or '—' or '\u2212' ? '-' : from[i];
        }
    });

    /// <summary>Without spaces and characters nobody sees; dashes as hyphens, full-width signs as the ones they stand for.</summary>
    private static string? Plain(string? text) => text is null
        ? null
        : PlainSeparators(string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && !VietnameseText.IsUnseen(c))));
}
