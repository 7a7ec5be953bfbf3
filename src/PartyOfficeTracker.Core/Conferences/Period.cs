using System.Globalization;
using System.Text.RegularExpressions;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>A span of whole days that a conference reviews or plans: a year, a half, a quarter, months, or two dates.</summary>
public sealed partial record Period(DateOnly From, DateOnly To)
{
    /// <summary>Terms are of five years; a congress has moved one by one more.</summary>
    private const int LongestTerm = 6;

    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    /// <summary>How it was said, where that says more than its days: "nhiệm kỳ 2020–2025", "từ nay đến Đại hội XIII".</summary>
    public string? Words { get; init; }

    public static Period? Of(DateOnly? from, DateOnly? to, string? words = null) => from is { } f && to is { } t ? new Period(f, t) { Words = words } : null;

    public static Period Year(int year) => Months(year, 1, 12);

    /// <summary>
    /// Reads what clerks type: <c>2020</c>, <c>năm 2020</c>, <c>quý IV/2020</c>, <c>6 tháng đầu năm 2021</c>,
    /// <c>8 tháng năm 2020</c>, <c>tháng 01/2019</c>, <c>12/2020</c>, <c>nhiệm kỳ 2020–2025</c>,
    /// <c>01/06/2022 - 30/06/2025</c>, <c>06/2022 - 06/2025</c>, and what <see cref="ToVietnamese"/> writes.
    /// </summary>
    /// <returns>Null when the text is blank or names no period.</returns>
    public static Period? ParseOrNull(string? text) => string.IsNullOrWhiteSpace(text)
        ? null
        : ParseTerm(VietnameseText.Fold(text)) ?? ParseUntil(text)
            ?? ParseRange(DayText.PlainSeparators(VietnameseText.Normalise(text))) ?? ParseWords(VietnameseText.Fold(text));

    /// <summary>Reads a period that ends with an event the office knows the days of: "từ nay đến Đại hội XIII", "đến Tết Nguyên đán 2021".</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="events">The table of dated events.</param>
    /// <param name="held">The day of the conference: what "từ nay" means.</param>
    /// <returns>Null when the text names no event of the table, or one that is over.</returns>
    public static Period? UntilEvent(string? text, AnchorEvents events, DateOnly held)
    {
        if (string.IsNullOrWhiteSpace(text) || !IsUntil(text))
        {
            return null;
        }

        var read = DeadlinePhraseReader.Read(text, events, held);
        return read.End is { } end && end >= held ? new Period(held, end) { Words = VietnameseText.Normalise(text).Trim() } : null;
    }

    /// <summary>Whether a text speaks of a period that ends with something: "từ nay đến …".</summary>
    public static bool IsUntil(string text) => Until().IsMatch(VietnameseText.Fold(text));

    /// <summary>What was typed, with its days where it ends with an event; everything else as it was typed.</summary>
    /// <inheritdoc cref="UntilEvent"/>
    public static string? InDays(string? text, AnchorEvents events, DateOnly held) =>
        ParseOrNull(text) is null ? UntilEvent(text, events, held)?.ToVietnamese() ?? text : text;

    /// <summary>
    /// The period in the office's words: "năm 2020", "quý IV/2020", "6 tháng đầu năm 2021", "tháng 01/2019", "nhiệm kỳ 2020–2025"; up to an event in those it
    /// was said in, with its days: "từ nay đến Đại hội XIII (13/01/2021 – 02/02/2021)".
    /// </summary>
    public string ToVietnamese() => Words is null ? Days() : IsUntil(Words) ? $"{Words} ({Days()})" : Words;

    private string Days()
    {
        var wholeMonths = From.Day == 1 && To.AddDays(1).Day == 1;
        if (!wholeMonths || From.Year != To.Year)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{From:dd/MM/yyyy} – {To:dd/MM/yyyy}");
        }

        return (From.Month, To.Month) switch
        {
            (1, 12) => string.Create(CultureInfo.InvariantCulture, $"năm {From.Year}"),
            (1, 6) => string.Create(CultureInfo.InvariantCulture, $"6 tháng đầu năm {From.Year}"),
            (7, 12) => string.Create(CultureInfo.InvariantCulture, $"6 tháng cuối năm {From.Year}"),
            var (a, b) when a == b => string.Create(CultureInfo.InvariantCulture, $"tháng {a:00}/{From.Year}"),
            var (a, b) when b - a == 2 && a % 3 == 1 => string.Create(CultureInfo.InvariantCulture, $"quý {Roman[a / 3]}/{From.Year}"),
            var (a, b) when a == 1 => string.Create(CultureInfo.InvariantCulture, $"{b} tháng năm {From.Year}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{From:dd/MM/yyyy} – {To:dd/MM/yyyy}"),
        };
    }

    private static Period Months(int year, int first, int last) =>
        new(new DateOnly(year, first, 1), new DateOnly(year, last, DateTime.DaysInMonth(year, last)));

    /// <summary>A period up to an event with its days behind it.</summary>
    private static Period? ParseUntil(string text)
    {
        var match = WithDays().Match(VietnameseText.Normalise(text));
        return match.Success && IsUntil(match.Groups["words"].Value) && ParseOrNull(match.Groups["days"].Value) is { Words: null } days
            ? days with { Words = match.Groups["words"].Value }
            : null;
    }

    private static Period? ParseRange(string text)
    {
        var parts = RangeSeparator().Split(text);
        if (parts.Length != 2)
        {
            return null;
        }

        var from = DayText.TryParse(parts[0], out var day) ? day : MonthStart(parts[0]);
        var to = DayText.TryParse(parts[1], out var end) ? end : MonthStart(parts[1])?.AddMonths(1).AddDays(-1);
        return from is { } f && to is { } t && f <= t ? new Period(f, t) : null;
    }

    private static DateOnly? MonthStart(string text)
    {
        var match = MonthAndYear().Match(text.Trim());
        return match.Success && Month(match, "m") is var month && IsYear(match, out var year) && month is >= 1 and <= 12
            ? new DateOnly(year, month, 1)
            : null;
    }

    private static Period? ParseTerm(string folded)
    {
        var match = Term().Match(folded);
        return match.Success && IsYear(match, out var last) && Month(match, "f") is var first && first < last && last - first <= LongestTerm
            ? new Period(new DateOnly(first, 1, 1), new DateOnly(last, 12, 31))
            {
                Words = string.Create(CultureInfo.InvariantCulture, $"nhiệm kỳ {first}–{last}"),
            }
            : null;
    }

    private static Period? ParseWords(string folded)
    {
        var match = InWords().Match(folded);
        if (!match.Success || !IsYear(match, out var year))
        {
            return null;
        }

        if (match.Groups["q"].Success)
        {
            var quarter = match.Groups["q"].Value switch { "i" or "1" => 1, "ii" or "2" => 2, "iii" or "3" => 3, _ => 4 };
            return Months(year, (quarter * 3) - 2, quarter * 3);
        }

        if (match.Groups["h"].Success)
        {
            return match.Groups["h"].Value == "dau" ? Months(year, 1, 6) : Months(year, 7, 12);
        }

        if (match.Groups["n"].Success)
        {
            var months = Month(match, "n");
            return months is >= 1 and <= 12 ? Months(year, 1, months) : null;
        }

        if (match.Groups["m"].Success)
        {
            var month = Month(match, "m");
            return month is >= 1 and <= 12 ? Months(year, month, month) : null;
        }

        return Year(year);
    }

    private static int Month(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static bool IsYear(Match match, out int year)
    {
        year = int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture);
        return year is >= 1976 and <= 2100;
    }

    [GeneratedRegex(@"^(?<words>[^()]+?)\s*\((?<days>[^()]+)\)$", RegexOptions.NonBacktracking)]
    private static partial Regex WithDays();

    [GeneratedRegex(@"\s+-\s+|\s+đến\s+", RegexOptions.NonBacktracking)]
    private static partial Regex RangeSeparator();

    [GeneratedRegex(@"^(?:từ )?(?:tháng )?(?<m>\d{1,2})/(?<y>\d{4})$", RegexOptions.NonBacktracking)]
    private static partial Regex MonthAndYear();

    [GeneratedRegex(@"^(?:(?:tu nay|tu ngay|tu) )?(?:den|toi|cho den)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Until();

    [GeneratedRegex(@"^(?:nhiem ki )(?<f>\d{4}) (?<y>\d{4})$", RegexOptions.NonBacktracking)]
    private static partial Regex Term();

    [GeneratedRegex(
        @"^(?:(?:qui (?<q>iv|iii|ii|i|[1-4]))|(?:(?:6|sau) thang (?<h>dau|cuoi))|(?:(?<n>\d{1,2}) thang(?: dau)?)|(?:(?:thang )?(?<m>\d{1,2})))?"
        + @"\s?(?:nam )?(?<y>\d{4})$", RegexOptions.NonBacktracking)]
    private static partial Regex InWords();
}
