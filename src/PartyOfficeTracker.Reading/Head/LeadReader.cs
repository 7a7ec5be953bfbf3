using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>What the opening of a report says of the conference as a whole.</summary>
internal sealed record Lead(ReadText? Organiser, ReadText? Date, ReadText? LastDay, Inferred<DaySession>? Session, Inferred<ReportKind> Kind,
    Inferred<ReportForm>? Form,
    ReadText? Period, ReadText? PeriodAhead, int PeriodYear, ReadText? Name, bool IsPutOff);

/// <summary>Reads date, session, kind, form and period from the headline and the sentences that announce the conference.</summary>
internal static class LeadReader
{
    /// <summary>What a sentence is about stands in its first words.</summary>
    private const int FrontOfSentence = 160;

    /// <summary>A year that a sentence opens with is what it tells of: "Trong năm công tác 2020, …".</summary>
    private const int FirstWords = 24;

    private const int ShortestName = 16;
    private const int FewestWords = 5;

    private static readonly Vocabulary Phrases = Vocabulary.Of("lead");

    private static readonly Regex PostDay = Cue.Of(@"\b(?<d>[0-9]{1,2})\s*[/\-.]\s*(?<m>[0-9]{1,2})\s*[/\-.]\s*(?<y>20[0-9]{2})\b|" +
        @"\b(?<y2>20[0-9]{2})-(?<m2>[0-9]{2})(-(?<d2>[0-9]{2}))?\b|\bngày (?<d3>[0-9]{1,2}) tháng (?<m3>[0-9]{1,2}) năm (?<y3>20[0-9]{2})\b");
    private static readonly Regex Hybrid = Phrases.Cue(nameof(Hybrid));
    private static readonly Regex Unmarked = Phrases.Cue(nameof(Unmarked));
    private static readonly Regex Online = Phrases.Cue(nameof(Online));
    private static readonly Regex OnlineToo = Phrases.Cue(nameof(OnlineToo));
    private static readonly Regex PointWord = Phrases.Cue(nameof(PointWord));
    private static readonly Regex TownBeside = Phrases.Cue(nameof(TownBeside));
    private static readonly Regex Venue = Phrases.Cue(nameof(Venue));
    private static readonly Regex ConferenceName = Phrases.Cue(nameof(ConferenceName));
    private static readonly Regex NameStop = Phrases.Cue(nameof(NameStop));
    private static readonly Regex Briefing = Phrases.Cue(nameof(Briefing));
    private static readonly Regex YearEnd = Phrases.Cue(nameof(YearEnd));
    private static readonly Regex HalfYear = Phrases.Cue(nameof(HalfYear));

    /// <param name="headlines">Headline lines.</param>
    /// <param name="sentences">The sentences that announce the conference.</param>
    /// <param name="body">The sentences after them, to fall back on for the period.</param>
    public static Lead Read(SourceView view, IReadOnlyList<PageLine> lines, IReadOnlyList<(int Start, int End)> headlines,
        IReadOnlyList<(int Start, int End)> sentences, IReadOnlyList<(int Start, int End)> body)
    {
        var day = HeldDay.Find(view, sentences, headlines);
        var all = sentences.Concat(headlines).ToList();
        var named = all.Concat(NamesWithoutMarks(view, lines)).ToList();
        var told = all.SelectMany(part => Periods.In(view, part.Start, part.End)).Where(mention => !mention.IsComparison).ToList();
        var mentions = told.Where(mention => !mention.IsOfTheMeeting).ToList();
        var account = body.SelectMany(part => Periods.In(view, part.Start, part.End)
            .Select(mention => (mention, At: mention.Start - part.Start))).ToList();
        // "… hoàn thành quyết toán năm 2017 trước hạn" is a year of the accounts, and says nothing of the time looked back on.
        var bodyMentions = account.Where(found => found.At < FrontOfSentence && found.mention is { IsComparison: false, IsOfTheMeeting: false } &&
            (found.At < FirstWords || found.mention is not { Shape.Length: 0, IsReview: false })).Select(found => found.mention).ToList();
        var postDays = PostDays(view, lines);
        var anyYear = mentions.Concat(bodyMentions).Where(mention => mention.Year > 0).Select(mention => mention.Year).FirstOrDefault();
        if (anyYear == 0) anyYear = told.Find(mention => mention is { IsOfTheMeeting: true, Year: > 0 })?.Year ?? 0;
        if (anyYear == 0) anyYear = YearOfTheAccount(account.Select(found => found.mention));
        var noOnePeriod = IsOfNoOnePeriod(view, all, mentions);
        var reviewed = Reviewed(mentions, bodyMentions, noOnePeriod);
        var ahead = mentions.Find(mention => mention.IsPlan);
        var planYear = mentions.Find(mention => mention is { IsPlan: true, Year: > 0, Shape.Length: 0 })?.Year ?? 0;
        var date = day is null ? null : Date(view, day, reviewed, anyYear, planYear, postDays);
        var dateYear = date is { Text: [not '-', ..] } ? int.Parse(date.Text.AsSpan(0, 4), CultureInfo.InvariantCulture) : 0;
        var year = FirstPositive(reviewed?.Year, anyYear, dateYear,
            // A posting date before the day belongs to another year or another page.
            day is null || dateYear > 0 ? postDays.Select(post => post.Year).FirstOrDefault() : 0);
        var period = Period(view, reviewed, noOnePeriod, year, planYear);
        return new Lead(
            Organisations.Organiser(view, sentences.Concat(headlines)) ?? Letterhead.Organiser(view, lines),
            date,
            day is null || date is null ? null : HeldDay.Last(view, day, date),
            day is null ? null : Sessions.Of(view, day, lines),
            KindOf(view, named, period?.Text, noOnePeriod),
            FormOf(view, lines, named) ?? FormTold(view, body),
            period,
            ahead is not null &&
                ahead.Code(FirstPositive(ahead.Year, anyYear, dateYear)) is { } code
                ? new ReadText(code, view.ToSource(ahead.Start, ahead.End), InferenceReason.PeriodAhead) : null,
            year,
            NameOf(view, sentences),
            HeldDay.IsPutOff(view, sentences));
    }

    /// <summary>"hoi nghi giao ban truc tuyen …": what a page calls a picture or itself, above the account, in letters without marks.</summary>
    private static IEnumerable<(int Start, int End)> NamesWithoutMarks(SourceView view, IReadOnlyList<PageLine> lines) => lines
        .TakeWhile(line => line.Role != LineRole.Body)
        .Where(line => line.Role == LineRole.Furniture && Unmarked.In(view.Lower, line.Start, line.End) &&
            PageLayout.IsAccentless(view.Text, line.Start, line.End))
        .Select(line => (line.Start, line.End));

    /// <summary>"so với cùng kỳ năm 2020" is told in 2021, "Chương trình kiểm tra năm 2022" in 2022.</summary>
    private static int YearOfTheAccount(IEnumerable<PeriodMention> account) =>
        account.Where(mention => mention.Year > 0 && (mention.IsComparison || mention.IsPlan))
            .Select(mention => mention.IsComparison ? mention.Year + 1 : mention.Year).FirstOrDefault();

    /// <summary>What the announcing sentence calls the conference ("Hội nghị giao ban trực tuyến với …"), for a report without a headline.</summary>
    private static ReadText? NameOf(SourceView view, IEnumerable<(int Start, int End)> sentences)
    {
        foreach (var (start, end) in sentences)
        {
            var match = ConferenceName.First(view.Lower, start, end);
            if (!match.Success || HeldDay.IsPutOff(view, [(start, end)])) continue;
            var stop = NameStop.First(view.Lower, match.Index + ShortestName, match.Index + match.Length);
            var to = Sentences.TrimEnd(view.Text, match.Index, stop.Success ? stop.Index : match.Index + match.Length);
            if (PageLayout.CountWords(view.Text, match.Index, to, FewestWords) >= FewestWords)
            {
                return new ReadText(view.Slice(match.Index, to), view.ToSource(match.Index, to));
            }
        }

        return null;
    }

    private static int FirstPositive(params int?[] values) => values.FirstOrDefault(value => value > 0) ?? 0;

    private static ReadText Date(SourceView view, DayMention day, PeriodMention? reviewed, int anyYear, int planYear,
        List<(int Year, int Month, int Day)> postDays)
    {
        var span = view.ToSource(day.Start, day.End);
        if (day.Year > 0) return new ReadText(Iso(day.Year, day.Month, day.Day), span, InferenceReason.FullDate);
        var fromPost = postDays.Select(post => YearNear(day, post)).FirstOrDefault(year => year > 0);
        if (fromPost > 0) return new ReadText(Iso(fromPost, day.Month, day.Day), span, InferenceReason.YearFromPostingDate);
        var fromText = YearFromText(day, reviewed, anyYear, planYear);
        if (fromText > 0) return new ReadText(Iso(fromText, day.Month, day.Day), span, InferenceReason.YearFromPeriod);
        return new ReadText(string.Create(CultureInfo.InvariantCulture, $"--{day.Month:00}-{day.Day:00}"), span, InferenceReason.YearUnknown);
    }

    /// <summary>A report is posted on the day or within weeks of it.</summary>
    private static int YearNear(DayMention day, (int Year, int Month, int Day) post)
    {
        foreach (var year in new[] { post.Year, post.Year - 1 })
        {
            if (day.Month == 2 && day.Day == 29 && !DateTime.IsLeapYear(year)) continue;
            if (post.Day == 0)
            {
                var months = ((post.Year - year) * 12) + post.Month - day.Month;
                if (months is 0 or 1) return year;
                continue;
            }

            var lag = new DateOnly(post.Year, post.Month, post.Day).DayNumber - new DateOnly(year, day.Month, day.Day).DayNumber;
            if (lag is >= 0 and <= 21) return year;
        }

        return 0;
    }

    /// <summary>A year's review is held late in that year or early in the next; a half or a quarter is reviewed when it is over.</summary>
    private static int YearFromText(DayMention day, PeriodMention? reviewed, int anyYear, int planYear)
    {
        var year = reviewed?.Year > 0 ? reviewed.Year : 0;
        if (reviewed is { Shape.Length: 0 } && year > 0) return day.Month >= 6 ? year : year + 1;
        if (reviewed is not null && year > 0) return reviewed.Shape == "Q4" && day.Month <= 3 ? year + 1 : year;
        if (planYear > 0) return day.Month >= 10 ? planYear - 1 : planYear;
        return anyYear;
    }

    private static List<(int Year, int Month, int Day)> PostDays(SourceView view, IReadOnlyList<PageLine> lines)
    {
        var result = new List<(int Year, int Month, int Day)>();
        foreach (var line in lines.Where(line => line.Role == LineRole.PostDate))
        {
            foreach (var match in PostDay.All(view.Lower, line.Start, line.End))
            {
                var suffix = match.Groups["y"].Success ? "" : match.Groups["y2"].Success ? "2" : "3";
                var year = int.Parse(match.Groups["y" + suffix].ValueSpan, CultureInfo.InvariantCulture);
                var month = int.Parse(match.Groups["m" + suffix].ValueSpan, CultureInfo.InvariantCulture);
                var day = match.Groups["d" + suffix] is { Success: true } d ? int.Parse(d.ValueSpan, CultureInfo.InvariantCulture) : 0;
                if (month is >= 1 and <= 12 && day <= DateTime.DaysInMonth(year, month)) result.Add((year, month, day));
            }
        }

        return result;
    }

    /// <summary>A review of an event, or of several years unless a half, a quarter or a month is reviewed before them.</summary>
    private static bool IsOfNoOnePeriod(SourceView view, List<(int Start, int End)> lead, List<PeriodMention> mentions)
    {
        if (lead.Exists(part => Periods.IsOfAnEvent(view, part.Start, part.End))) return true;
        var many = lead.Select(part => Periods.OfManyYears(view, part.Start, part.End)).Min();
        return many is { } at && !mentions.Exists(mention => mention is { IsReview: true, Shape.Length: > 0 } && mention.Start < at);
    }

    private static PeriodMention? Reviewed(List<PeriodMention> lead, List<PeriodMention> body, bool noOnePeriod)
    {
        if (lead.Concat(body).FirstOrDefault(mention => mention.Shape.Contains('/', StringComparison.Ordinal)) is { } range) return range;
        if (noOnePeriod) return null;
        var chosen = lead.Find(mention => mention.IsReview) ??
            lead.Find(mention => mention is { IsPlan: false, IsReview: false, Shape.Length: > 0 } && mention.Shape != "H2")
            ?? body.Find(mention => mention is { IsReview: true, Year: > 0 }) ??
                lead.Find(mention => mention is { IsPlan: false, IsReview: false } && mention.Shape != "H2");
        chosen ??= body.Find(mention => !mention.IsPlan && mention.Shape != "H2");
        // The second half of a year is mostly the one ahead; where nothing else is told of, it is the one that was.
        if (lead.Count == 0) chosen ??= body.Find(mention => mention is { Shape: "H2", Year: > 0, IsPlannedInWords: false });
        if (chosen is null) return null;
        // "Hội nghị tổng kết năm 2020" beside "quý IV": the finer period wins only when it is the one reviewed.
        if (chosen is { Shape.Length: 0 } &&
            lead.Find(mention => mention is { IsPlan: false, Shape.Length: > 0 } && mention.Start - chosen.End is < 40 and > -40) is { } finer)
        {
            chosen = finer;
        }

        if (chosen.Year == 0 && lead.Concat(body).FirstOrDefault(mention => mention.Shape == chosen.Shape && mention.Year > 0) is { } dated)
        {
            chosen = chosen with { Year = dated.Year };
        }

        return chosen;
    }

    private static ReadText? Period(SourceView view, PeriodMention? reviewed, bool noOnePeriod, int year, int planYear)
    {
        if (reviewed?.Code(year) is { } code) return new ReadText(code, view.ToSource(reviewed.Start, reviewed.End), InferenceReason.PeriodWords);
        if (noOnePeriod || planYear == 0 || reviewed is not null) return null;
        return new ReadText((planYear - 1).ToString(CultureInfo.InvariantCulture), null, InferenceReason.PeriodBeforePlan);
    }

    private static Inferred<ReportKind> KindOf(SourceView view, List<(int Start, int End)> lead, string? period, bool noOnePeriod)
    {
        var wholeYear = period is { Length: 4 };
        Inferred<ReportKind>? Word(Regex cue, ReportKind kind)
        {
            foreach (var (start, end) in lead)
            {
                if (cue.First(view.Lower, start, end) is { Success: true } match)
                {
                    return new(kind, InferenceReason.KindWord, view.ToSource(match.Index, match.Index + match.Length));
                }
            }

            return null;
        }

        if (noOnePeriod) return new(ReportKind.Other, InferenceReason.KindUnknown, null);
        if (wholeYear && Word(YearEnd, ReportKind.YearEndReview) is { } yearEnd) return yearEnd;
        if (Word(Briefing, ReportKind.Briefing) is { } briefing) return briefing;
        if (period?.StartsWith("H1", StringComparison.Ordinal) == true)
        {
            return Word(HalfYear, ReportKind.HalfYear) ?? new(ReportKind.HalfYear, InferenceReason.KindFromPeriod, null);
        }

        if (period?.StartsWith('Q') == true) return new(ReportKind.Quarterly, InferenceReason.KindFromPeriod, null);
        return wholeYear ? new(ReportKind.YearEndReview, InferenceReason.KindFromPeriod, null) : new(ReportKind.Other, InferenceReason.KindUnknown, null);
    }

    private static Inferred<ReportForm>? FormOf(SourceView view, IReadOnlyList<PageLine> lines, List<(int Start, int End)> lead)
    {
        var all = lead.Concat(lines.Where(line => line.Role is LineRole.Caption).Select(line => (line.Start, line.End))).ToList();
        if (Word(Hybrid) is { } hybrid) return new(ReportForm.Hybrid, InferenceReason.FormWord, hybrid);
        if (Word(Online) is { } online) return new(ReportForm.Online, InferenceReason.FormWord, online);
        var point = Word(PointWord);
        all = lead;
        // A place where they met and points beside it: both.
        if (point is not null) return new(Word(TownBeside) is null ? ReportForm.Online : ReportForm.Hybrid, InferenceReason.FormFromPoints, point);
        return Word(Venue) is { } venue ? new(ReportForm.InPerson, InferenceReason.FormFromVenue, venue) : null;

        Span? Word(Regex cue)
        {
            foreach (var (start, end) in all)
            {
                if (cue.First(view.Lower, start, end) is { Success: true } match) return view.ToSource(match.Index, match.Index + match.Length);
            }

            return null;
        }
    }

    /// <summary>"Hội nghị được kết nối trực tuyến tới 12 huyện." further down.</summary>
    private static Inferred<ReportForm>? FormTold(SourceView view, IReadOnlyList<(int Start, int End)> body)
    {
        foreach (var (start, end) in body)
        {
            if (OnlineToo.First(view.Lower, start, Math.Min(end, start + FrontOfSentence)) is { Success: true } match)
            {
                return new(ReportForm.Online, InferenceReason.FormWord, view.ToSource(match.Index, match.Index + match.Length));
            }
        }

        return null;
    }

    private static string Iso(int year, int month, int day) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}");
}
