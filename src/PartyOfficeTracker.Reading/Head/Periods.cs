using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>A period of work named in the text. <see cref="Year"/> is 0 when the text names none beside it. A comparison is the year to compare with.</summary>
internal sealed record PeriodMention(int Start, int End, string Shape, int Year, bool IsPlan, bool IsReview, bool IsComparison = false,
    bool IsPlannedInWords = false, bool IsOfTheMeeting = false)
{
    /// <summary>Null when no year is known.</summary>
    public string? Code(int defaultYear)
    {
        var year = Year > 0 ? Year : defaultYear;
        if (Shape.Contains('/', StringComparison.Ordinal)) return Shape;
        if (year == 0) return null;
        return Shape.Length == 0 ? year.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Shape}-{year}");
    }
}

/// <summary>Finds years, halves, quarters and months and tells those reviewed from those planned by the words before them.</summary>
internal static class Periods
{
    private const string Number = "[0-9]{1,2}|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười|mười một";

    private static readonly Vocabulary Phrases = Vocabulary.Of("periods");

    private static readonly Regex Range = Cue.Of(@"từ tháng (?<m1>[0-9]{1,2})[/\-](?<y1>[0-9]{4}) đến (tháng )?(?<m2>[0-9]{1,2})[/\-](?<y2>[0-9]{4})");
    private static readonly Regex Half = Cue.Of(@"\b((?<n>6|06|sáu) tháng(?<side> đầu năm| cuối năm| đầu| cuối| qua)|(?<half>nửa) (?<hside>đầu năm|" +
        @"cuối năm|năm đầu|năm cuối|năm qua|đầu|cuối))( năm)?( |,|\(|/)*(?<y>20[0-9]{2})?\b");
    private static readonly Regex Quarter = Cue.Of(@"\bquý (?<q>iv|iii|ii|i|[1-4])\b[ ,]*(/|-|\.|năm|của năm)?\s*(?<y>20[0-9]{2})?");
    private static readonly Regex Months = Cue.Of(@"\b(?<n>" + Number + @") tháng( đầu)?( năm)?( |/)*(?<y>20[0-9]{2})?\b");
    private static readonly Regex Month = Phrases.Cue(nameof(Month));
    private static readonly Regex Year = Cue.Of(@"\bnăm( học| công tác)?[ :]*(?<y>20[0-9]{2})\b");
    private static readonly Regex Plan = Phrases.Cue(nameof(Plan));
    private static readonly Regex Review = Phrases.Cue(nameof(Review));
    /// <summary>"ngày 12 tháng 7 năm 2018" is a day and no period.</summary>
    private static readonly Regex DayBefore = Cue.Of(@"\b[0-9]{1,2} tháng [0-9]{1,2}[ ,]*$");
    private static readonly Regex PaperOf = Phrases.Cue(nameof(PaperOf));
    private static readonly Regex OwnTitle = Phrases.Cue(nameof(OwnTitle));
    private static readonly Regex Comparison = Phrases.Cue(nameof(Comparison));
    private static readonly Regex Term = Phrases.Cue(nameof(Term));
    private static readonly Regex OfTheMeeting = Phrases.Cue(nameof(OfTheMeeting));
    private static readonly Regex OfAnEvent = Phrases.Cue(nameof(OfAnEvent));
    private static readonly Regex ManyYears = Phrases.Cue(nameof(ManyYears));

    /// <summary>A review of one event ("tổng kết công tác phục vụ đại hội").</summary>
    public static bool IsOfAnEvent(SourceView view, int start, int end) => OfAnEvent.In(view.Lower, start, end);

    /// <summary>Where a review of several years is named ("sơ kết 5 năm thực hiện…"); null when none is.</summary>
    public static int? OfManyYears(SourceView view, int start, int end) =>
        ManyYears.First(view.Lower, start, end) is { Success: true } many ? many.Index : null;

    /// <summary>"09 tháng 4" and "6 tháng Giêng" are days.</summary>
    private static readonly Regex MonthOfADay = Cue.Of(@"^\s*([0-9]{1,2}(?![0-9])|giêng|chạp|một\b)");

    public static List<PeriodMention> In(SourceView view, int start, int end)
    {
        var found = new List<PeriodMention>();
        foreach (var match in Range.All(view.Lower, start, end)) Add(found, view, start, match, RangeShape(match), 1);
        foreach (var match in Half.All(view.Lower, start, end)
            .Where(match => !view.Lower.AsSpan(match.Index + match.Length).TrimStart().StartsWith("nhiệm kỳ")))
        {
            Add(found, view, start, match, HalfShape(match), YearOf(match));
        }

        foreach (var match in Quarter.All(view.Lower, start, end)) Add(found, view, start, match, "Q" + QuarterNumber(match.Groups["q"].Value), YearOf(match));
        foreach (var match in Month.All(view.Lower, start, end)) Add(found, view, start, match, "M" + match.Groups["m"].Value.TrimStart('0'), YearOf(match));
        foreach (var match in Months.All(view.Lower, start, end))
        {
            if (match.Value.TrimEnd().EndsWith("tháng", StringComparison.Ordinal) &&
                MonthOfADay.In(view.Lower, match.Index + match.Value.TrimEnd().Length, Math.Min(end, match.Index + match.Length + 8)))
            {
                continue;
            }

            if (CountOf(match.Groups["n"].Value) is >= 2 and <= 11 and var count)
            {
                Add(found, view, start, match, count == 6 ? "H1" : string.Create(CultureInfo.InvariantCulture, $"{count}M"), YearOf(match));
            }
        }

        foreach (var match in Year.All(view.Lower, start, end)) Add(found, view, start, match, "", YearOf(match));
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    /// <summary>The year of a day, of a term, or of another paper's name.</summary>
    private static bool IsOfSomethingElse(SourceView view, int start, Match match, string shape) =>
        (shape.Length == 0 && (DayBefore.In(view.Lower, Math.Max(start, match.Index - 22), match.Index)
            || Term.In(view.Lower, Math.Max(start, match.Index - 14), match.Index)))
        || (!OwnTitle.In(view.Lower, start, match.Index) && PaperOf.In(view.Lower, Math.Max(start, match.Index - 130), match.Index));

    private static void Add(List<PeriodMention> found, SourceView view, int start, Match match, string shape, int year)
    {
        var end = match.Index + match.Length;
        if (found.Exists(other => match.Index < other.End && other.Start < end)) return;
        if (Comparison.In(view.Lower, Math.Max(start, match.Index - 26), match.Index))
        {
            if (shape.Length == 0 && year > 1) found.Add(new PeriodMention(match.Index, end, shape, year, false, false, IsComparison: true));
            return;
        }

        if (shape.Length == 0 && OfTheMeeting.In(view.Lower, Math.Max(start, match.Index - 14), match.Index))
        {
            found.Add(new PeriodMention(match.Index, end, shape, year, false, false, IsOfTheMeeting: true));
            return;
        }

        if (IsOfSomethingElse(view, start, match, shape)) return;
        var near = Math.Max(start, match.Index - 70);
        var semicolon = view.Lower.LastIndexOfAny([';', '.', '\n'], Math.Max(near, match.Index - 1), Math.Max(0, match.Index - near));
        if (semicolon >= near) near = semicolon + 1;
        var plan = LastIndex(Plan, view.Lower, near, match.Index);
        var review = LastIndex(Review, view.Lower, near, match.Index);
        // "thực hiện nhiệm vụ năm 2020" contains a plan word inside a review phrase: the longer phrase starts earlier and reaches as far.
        var isReview = review.End >= plan.End && review.End > 0;
        var cuoi = match.Value.Contains("cuối", StringComparison.Ordinal);
        found.Add(new PeriodMention(match.Index, end, shape, year == 1 ? 0 : year, cuoi || (plan.End > 0 && !isReview), isReview && !cuoi,
            IsPlannedInWords: plan.End > 0 && !isReview));
    }

    private static (int Start, int End) LastIndex(Regex regex, string lower, int start, int end)
    {
        var result = (0, 0);
        foreach (var match in regex.All(lower, start, end)) result = (match.Index, match.Index + match.Length);
        return result;
    }

    private static string RangeShape(Match match) =>
        string.Create(CultureInfo.InvariantCulture, $"{match.Groups["y1"].Value}-{Two(match, "m1")}/{match.Groups["y2"].Value}-{Two(match, "m2")}");

    private static string Two(Match match, string group) => match.Groups[group].Value.PadLeft(2, '0');

    private static string HalfShape(Match match) => match.Value.Contains("cuối", StringComparison.Ordinal) ? "H2" : "H1";

    private static int YearOf(Match match) =>
        match.Groups["y"] is { Success: true, Length: 4 } year ? int.Parse(year.ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static int QuarterNumber(string text) => text switch { "i" or "1" => 1, "ii" or "2" => 2, "iii" or "3" => 3, _ => 4 };

    /// <summary>Cardinal of a number written in digits or in words up to eleven; 0 when unknown.</summary>
    public static int CountOf(string text) => text switch
    {
        "một" => 1,
        "hai" => 2,
        "ba" => 3,
        "bốn" or "tư" => 4,
        "năm" => 5,
        "sáu" => 6,
        "bảy" => 7,
        "tám" => 8,
        "chín" => 9,
        "mười" => 10,
        "mười một" => 11,
        _ => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
    };
}
