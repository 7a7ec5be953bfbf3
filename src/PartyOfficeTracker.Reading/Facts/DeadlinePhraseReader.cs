using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>How a deadline is set.</summary>
public enum DeadlineKind
{
    /// <summary>A calendar day is named.</summary>
    Fixed,

    /// <summary>A period or dated event is named; the task is due by its end.</summary>
    PeriodEnd,

    /// <summary>Done again and again, or all the time.</summary>
    Standing,

    /// <summary>Hangs on an event whose day is not in the text.</summary>
    Conditional,

    /// <summary>At once ("trước mắt", "ngay").</summary>
    Immediate,

    /// <summary>The text sets none; a person must fill it in.</summary>
    Missing,
}

/// <summary>A deadline phrase understood. The interval is inclusive; a side the text does not fix is null. No day is ever guessed.</summary>
public sealed record DeadlineReading(DeadlineKind Kind, DateOnly? Start, DateOnly? End, string Phrase)
{
    public static DeadlineReading Missing(string phrase) => new(DeadlineKind.Missing, null, null, phrase);
}

/// <summary>Turns the words of a deadline into a kind and an interval.</summary>
public static class DeadlinePhraseReader
{
    private const string Numbers = "[0-9]{1,2}|hai|ba|bốn|sáu|tám|chín|một";

    private static readonly Vocabulary Phrases = Vocabulary.Of("deadlines");

    private static readonly Regex Standing = Phrases.Cue(nameof(Standing));
    private static readonly Regex Immediate = Phrases.Cue(nameof(Immediate));
    private static readonly Regex Vague = Phrases.Cue(nameof(Vague));
    private static readonly Regex Day = Cue.Of(@"\b(?<d>[0-9]{1,2})\s?[/\-.]\s?(?<m>[0-9]{1,2})(\s?[/\-.]\s?(?<y>20[0-9]{2}|[0-9]{2}))?\b|" +
        @"\b(?<d>[0-9]{1,2}) tháng (?<m>[0-9]{1,2})(,? năm (?<y>20[0-9]{2}))?");
    /// <summary>What the moon counts, no table here turns into a day.</summary>
    private static readonly Regex Lunar = Cue.Of(@"\bâm lịch\b|\btháng (giêng|chạp)\b|\b(mùng|mồng) [0-9]{1,2} tết\b");
    private static readonly Regex Week = Cue.Of(@"\btuần (đầu|cuối|thứ|này|tới|sau)\b|\btrước (đầu|giữa|cuối) (tháng|quý)\b|" +
        @"\bnửa (đầu|cuối|sau) (tháng|quý)\b");
    private static readonly Regex EachTime = Cue.Of(@"\btháng (đầu|cuối)( của)?( mỗi)? quý\b");
    private static readonly Regex Counted = Cue.Of(@"\b(?<n>[0-9]{1,3}) (ngày|tuần|tháng)(?<work> làm việc)?,? ((kể )?từ (ngày|khi|lúc|thời điểm)|" +
        @"sau( khi)?) " +
        @"((?<d>[0-9]{1,2})\s?[/\-.]\s?(?<m>[0-9]{1,2})\s?[/\-.]\s?(?<y>20[0-9]{2}))?");
    private static readonly Regex Term = Cue.Of(@"\b(giai đoạn|nhiệm kỳ|từ năm|từ)\s*(?<a>20[0-9]{2})\s*([-–]|đến( năm)?)\s*(?<b>20[0-9]{2})\b");
    private static readonly Regex MonthOfYear = Cue.Of(@"\b(?<part>đầu |giữa |cuối )?tháng (?<m>[0-9]{1,2})( năm |/|-|, ?năm | )?(?<y>20[0-9]{2})?\b|" +
        @"\b(?<m>[0-9]{1,2})/(?<y>20[0-9]{2})\b");
    private static readonly Regex Quarter = Cue.Of(@"\b(?<part>đầu |giữa |cuối )?quý (?<q>iv|iii|ii|i|[1-4])\b( năm |/|-|, ?năm | )?(?<y>20[0-9]{2})?");
    private static readonly Regex Between = Cue.Of(@"^từ (ngày )?[0-9][^a-z]{2,14} (đến|tới) ");
    private static readonly Regex TwoQuarters = Cue.Of(@"\bquý (?<q>iv|iii|ii|i|[1-4])\s*(và|,|đến|-|–)\s*quý (?<r>iv|iii|ii|i|[1-4])\b( năm |/|-|" +
        @", ?năm | )?(?<y>20[0-9]{2})?");
    private static readonly Regex NoSuchPeriod = Cue.Of(@"\btháng (0{1,2}|1[3-9]|[2-9][0-9])\b|\bquý (0|[5-9])\b");
    private static readonly Regex BeforeAnHour = Cue.Of(@"\btrước [0-9]{1,2} ?(giờ|h|g|:)");
    private static readonly Regex Months = Cue.Of(@"\b(?<n>" + Numbers + @") tháng (?<side>đầu|cuối|còn lại)( của)?( năm)?( |/)*(?<y>20[0-9]{2})?");
    private static readonly Regex HalfYear = Cue.Of(@"\bnửa (?<side>đầu|cuối)( năm)?\s*(?<y>20[0-9]{2})?");
    private static readonly Regex YearPart = Cue.Of(@"\b(?<part>ngay từ đầu|đầu|giữa|cuối|hết|kết thúc) năm( (?<y>20[0-9]{2}|nay))?\b");
    private static readonly Regex Year = Cue.Of(@"\bnăm (?<y>20[0-9]{2}|nay|tới)\b|^(?<y>20[0-9]{2})$");
    private static readonly Regex CongressName = Cue.Of(@"\bđại hội( đại biểu)?( toàn quốc)?( lần thứ)?( đảng)?( lần thứ)? (?<n>xiv|xiii|xii|xi)\b");
    private static readonly Regex Election = Cue.Of(@"\bbầu cử\b([^,.;]{0,60}khóa (?<n>xvi|xv|xiv|xiii)\b)?");
    private static readonly Regex Tet = Phrases.Cue(nameof(Tet));
    private static readonly Regex LunarName = Cue.Of(@"\b(?<name>(giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý) (tý|sửu|dần|mão|thìn|tỵ|ngọ|mùi|thân|" +
        @"dậu|tuất|hợi))\b");
    /// <summary>Before a year is over, and not before it begins.</summary>
    private static readonly Regex BeforeTheEnd = Cue.Of(@"^trước (khi )?(hết|kết thúc)\b");
    private static readonly Regex NextYear = Cue.Of(@"\bnăm (sau|tới)\b");
    private static readonly Regex ThisYear = Cue.Of(@"\bnăm nay\b");
    private static readonly Regex FourDigits = Cue.Of(@"\b(?<y>20[0-9]{2})\b");
    private static readonly Regex Before = Phrases.Cue(nameof(Before));
    private static readonly Regex After = Phrases.Cue(nameof(After));
    private static readonly Regex FromNow = Phrases.Cue(nameof(FromNow));
    private static readonly Regex When = Phrases.Cue(nameof(When));

    /// <param name="phrase">The words of the deadline as they stand in the text; any spelling variant.</param>
    /// <param name="anchors">The events named deadlines hang on.</param>
    /// <param name="reference">The day of the conference, to fix a year the phrase leaves out; without it such a phrase has a kind and no interval.</param>
    public static DeadlineReading Read(string phrase, AnchorEvents anchors, DateOnly? reference)
    {
        if (phrase.Length > 400) phrase = phrase[..400];
        var text = Folding.Lower(SourceView.Of(phrase).Text).Trim(' ', ',', '.', ';', ':');
        if (text.Length == 0) return DeadlineReading.Missing(phrase);
        if (Vague.IsMatch(text)) return DeadlineReading.Missing(phrase);
        if (Lunar.IsMatch(text)) return new(DeadlineKind.Conditional, null, null, phrase);
        if (EachTime.IsMatch(text)) return new(DeadlineKind.Standing, null, null, phrase);
        if (Counted.Match(text) is { Success: true } counted) return FromADay(counted, phrase);
        if (Week.IsMatch(text) && Day.Match(text) is { Success: false }) return new(DeadlineKind.PeriodEnd, null, null, phrase);
        if (Standing.IsMatch(text)) return new(DeadlineKind.Standing, null, null, phrase);
        return Event(text, phrase, anchors, reference)
            ?? Calendar(text, phrase, reference)
            ?? (Immediate.IsMatch(text) ? new DeadlineReading(DeadlineKind.Immediate, null, null, phrase) : null)
            ?? (When.IsMatch(text) ? new DeadlineReading(DeadlineKind.Conditional, null, null, phrase) : DeadlineReading.Missing(phrase));
    }

    /// <summary>"trong 10 ngày kể từ ngày 20/1/2021"; working days and days counted from what the text does not date stay a condition.</summary>
    private static DeadlineReading FromADay(Match counted, string phrase)
    {
        var condition = new DeadlineReading(DeadlineKind.Conditional, null, null, phrase);
        if (!counted.Groups["y"].Success || counted.Groups["work"].Success || !counted.Value.Contains(" ngày", StringComparison.Ordinal)) return condition;
        int year = Int(counted, "y"), month = Int(counted, "m"), day = Int(counted, "d");
        if (counted.Value.Contains(" tuần ", StringComparison.Ordinal) || counted.Value.Contains(" tháng ", StringComparison.Ordinal) || month is < 1 or > 12 ||
            day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return condition;
        }

        var from = new DateOnly(year, month, day);
        return new(DeadlineKind.Fixed, from, from.AddDays(Int(counted, "n")), phrase);
    }

    private static DeadlineReading? Event(string text, string phrase, AnchorEvents anchors, DateOnly? reference)
    {
        var named = Named(text, anchors, reference, out var mentioned);
        if (!mentioned) return null;
        if (named is null) return new(DeadlineKind.Conditional, null, null, phrase);
        if (After.IsMatch(text)) return new(DeadlineKind.Conditional, named.End.AddDays(1), null, phrase);
        var start = FromNow.IsMatch(text) ? reference : null;
        if (Before.IsMatch(text)) return new(DeadlineKind.PeriodEnd, start, named.Start.AddDays(-1), phrase);
        return new(DeadlineKind.PeriodEnd, named.Start, named.End, phrase);
    }

    private static AnchorEvent? Named(string text, AnchorEvents anchors, DateOnly? reference, out bool mentioned)
    {
        mentioned = true;
        if (anchors.Named(text, reference) is { } byItsName) return byItsName;
        if (CongressName.Match(text) is { Success: true } congress) return anchors.Congress(congress.Groups["n"].Value);
        if (Election.Match(text) is { Success: true } election)
        {
            if (election.Groups["n"].Success) return anchors.Election(AnchorEvents.Roman(election.Groups["n"].Value));
            return reference is { } day ? anchors.Next(AnchorKind.Election, day) : null;
        }

        if (Tet.IsMatch(text))
        {
            if (LunarName.Match(text) is { Success: true } lunar && anchors.Tet(lunar.Groups["name"].Value) is { } byName) return byName;
            if (FourDigits.Match(text) is { Success: true } year) return anchors.Tet(int.Parse(year.ValueSpan, CultureInfo.InvariantCulture));
            return reference is { } day ? anchors.Next(AnchorKind.Tet, day) : null;
        }

        mentioned = false;
        return null;
    }

    private static DeadlineReading? Calendar(string text, string phrase, DateOnly? reference)
    {
        if (NoSuchPeriod.IsMatch(text)) return null;
        var words = new Phrase(text, phrase, reference);
        if (Term.Match(text) is { Success: true } term) return words.Period(new(Int(term, "a"), 1, 1), new(Int(term, "b"), 12, 31));
        if (Day.Match(text) is { Success: true } day) return OfDays(day, words);
        if (Months.Match(text) is { Success: true } months) return OfMonths(months, words);
        if (HalfYear.Match(text) is { Success: true } half)
        {
            return words.InYear(half, year => half.Groups["side"].Value == "đầu" ? Range(year, 1, 6) : Range(year, 7, 12));
        }

        if (TwoQuarters.Match(text) is { Success: true } quarters)
        {
            return words.InYear(quarters, year => Range(year, LastMonth(quarters, "q") - 2, LastMonth(quarters, "r")));
        }

        if (Quarter.Match(text) is { Success: true } quarter)
        {
            var last = LastMonth(quarter, "q");
            return words.InYear(quarter, year => Part(quarter, Range(year, last - 2, last)));
        }

        if (MonthOfYear.Match(text) is { Success: true } month && Int(month, "m") is >= 1 and <= 12 and var number)
        {
            return words.InYear(month, year => Part(month, Range(year, number, number)), number);
        }

        if (YearPart.Match(text) is { Success: true } part) return words.InYear(part, year => OfYear(part.Groups["part"].Value, year));
        return Year.Match(text) is { Success: true } whole ? words.InYear(whole, year => Range(year, 1, 12)) : null;
    }

    /// <summary>"từ ngày 1/2/2021 đến ngày 10/2/2021": the first day opens what the second closes.</summary>
    private static DeadlineReading? OfDays(Match day, Phrase words)
    {
        var first = FixedDay(day, words.Text, words.AsWritten, words.Reference);
        return Between.IsMatch(words.Text) && day.NextMatch() is { Success: true } other && first is not null &&
            FixedDay(other, words.Text, words.AsWritten, words.Reference) is { } last
            ? new DeadlineReading(DeadlineKind.Fixed, first.End, last.End, words.AsWritten)
            : first;
    }

    private static DeadlineReading? OfMonths(Match months, Phrase words)
    {
        var count = Periods.CountOf(months.Groups["n"].Value);
        if (count is < 1 or > 11) return null;
        var isFirst = months.Groups["side"].Value == "đầu";
        return words.InYear(months, year => isFirst ? Range(year, 1, count) : Range(year, 13 - count, 12));
    }

    /// <summary>The words of a deadline folded and as written, and the day that fixes a year they leave out.</summary>
    private sealed record Phrase(string Text, string AsWritten, DateOnly? Reference)
    {
        public DeadlineReading Period(DateOnly? start, DateOnly? end) => Before.IsMatch(Text) && Text.StartsWith("trước", StringComparison.Ordinal) &&
            !BeforeTheEnd.IsMatch(Text)
            ? new(DeadlineKind.PeriodEnd, null, start?.AddDays(-1), AsWritten)
            : new(DeadlineKind.PeriodEnd, start, end, AsWritten);

        public DeadlineReading InYear(Match match, Func<int, (DateOnly Start, DateOnly End)> interval, int month = 0)
        {
            var year = YearOf(match, Reference, month);
            if (year == 0) return new(DeadlineKind.PeriodEnd, null, null, AsWritten);
            var (start, end) = interval(year);
            return Period(start, end);
        }
    }

    private static DeadlineReading? FixedDay(Match match, string text, string phrase, DateOnly? reference)
    {
        int day = Int(match, "d"), month = Int(match, "m");
        if (month is < 1 or > 12 || day < 1) return null;
        // Before an hour of a day is that day still.
        var before = !BeforeAnHour.IsMatch(text) && (text.StartsWith("trước", StringComparison.Ordinal) || text.Contains(" trước ", StringComparison.Ordinal));
        var year = match.Groups["y"].Success ? FullYear(Int(match, "y")) : reference is { } known ? YearNamed(text, known) ?? YearAfter(known, month, day) : 0;
        if (year == 0) return new(DeadlineKind.Fixed, null, null, phrase);
        if (day > DateTime.DaysInMonth(year, month)) return null;
        var date = new DateOnly(year, month, day);
        return before ? new(DeadlineKind.Fixed, null, date.AddDays(-1), phrase) : new(DeadlineKind.Fixed, Before.IsMatch(text) ? null : date, date, phrase);
    }

    /// <summary>"30/6 năm sau", "20/9 năm nay".</summary>
    private static int? YearNamed(string text, DateOnly reference) =>
        NextYear.IsMatch(text) ? reference.Year + 1 : ThisYear.IsMatch(text) ? reference.Year : null;

    private static int FullYear(int year) => year < 100 ? 2000 + year : year;

    private static int LastMonth(Match match, string group) =>
        match.Groups[group].Value switch { "i" or "1" => 3, "ii" or "2" => 6, "iii" or "3" => 9, _ => 12 };

    /// <summary>A day without a year is the next such day from the conference on.</summary>
    private static int YearAfter(DateOnly reference, int month, int day) =>
        (month, day).CompareTo((reference.Month, reference.Day)) >= 0 ? reference.Year : reference.Year + 1;

    private static int YearOf(Match match, DateOnly? reference, int month)
    {
        var written = match.Groups["y"].Value;
        if (written.Length == 4) return int.Parse(written, CultureInfo.InvariantCulture);
        if (reference is not { } day) return 0;
        if (written == "tới" || NextYear.IsMatch(match.Value)) return day.Year + 1;
        return month > 0 && month < day.Month ? day.Year + 1 : day.Year;
    }

    private static (DateOnly Start, DateOnly End) Range(int year, int first, int last) =>
        (new(year, first, 1), new(year, last, DateTime.DaysInMonth(year, last)));

    /// <summary>"đầu", "giữa" and "cuối" of a month or quarter are its thirds.</summary>
    private static (DateOnly Start, DateOnly End) Part(Match match, (DateOnly Start, DateOnly End) whole)
    {
        var third = (whole.End.DayNumber - whole.Start.DayNumber + 1) / 3;
        return match.Groups["part"].Value.Trim() switch
        {
            "đầu" => (whole.Start, whole.Start.AddDays(third - 1)),
            "giữa" => (whole.Start.AddDays(third), whole.Start.AddDays((2 * third) - 1)),
            "cuối" => (whole.Start.AddDays(2 * third), whole.End),
            _ => whole,
        };
    }

    private static (DateOnly Start, DateOnly End) OfYear(string part, int year) => part switch
    {
        "đầu" or "ngay từ đầu" => Range(year, 1, 3),
        "giữa" => Range(year, 5, 8),
        "cuối" => Range(year, 10, 12),
        _ => (new(year, 1, 1), new(year, 12, 31)),
    };

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
}
