using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>A day as printed; the year is 0 when the text gives none. Last is the day a conference of several days ended.</summary>
internal sealed record DayMention(int Start, int End, int Day, int Month, int Year, (int Day, int Month)? Last);

/// <summary>The day a conference was held: not the one it was first planned for, nor the one a paper about it was signed.</summary>
internal static class HeldDay
{
    private const string Year = "(?<y>20[0-9]{2})";

    private static readonly Vocabulary Phrases = Vocabulary.Of("lead");

    private static readonly Regex Day = Cue.Of(
        @"\b(?<w>(rạng )?sáng|chiều|tối|trưa|ngày|hôm)( nay| qua)?[ ,(]*(ngày[ ,]*)*(?<d>[0-9]{1,2})\s*(/|-|–|\.|\s+tháng\s+)\s*(?<m>[0-9]{1,2})(\s*(/|" +
            @"-|–|\.|,? ?năm )\s*" + Year + @")?\b");

    private static readonly Regex FullDay = Cue.Of(@"\b(?<d>[0-9]{1,2})\s*[/\-–.]\s*(?<m>[0-9]{1,2})\s*[/\-–.]\s*" + Year + @"\b");

    /// <summary>"hai ngày 12 và 13/01/2021", "từ ngày 30/12 đến 2/1/2021", "ngày 12-13/01/2021".</summary>
    private static readonly Regex Days = Cue.Of(
        @"\b(?<w>ngày|từ)[ ,(:]*(ngày )?(?<d>[0-9]{1,2})(\s*[/.]\s*(?<m>[0-9]{1,2})|\s+tháng\s+(?<m>[0-9]{1,2}))?\s*(và|đến|tới|-|–|,)\s*(hết )?(ngày )?" +
            @"(?<d2>[0-9]{1,2})\s*(/|\.|-|\s+tháng\s+)\s*(?<m2>[0-9]{1,2})(\s*(/|-|\.|,? ?năm )\s*" + Year + @")?\b");

    private static readonly Regex ConferenceWord = Phrases.Cue(nameof(ConferenceWord));
    private static readonly Regex DocumentDay = Phrases.Cue(nameof(DocumentDay));
    private static readonly Regex Planned = Phrases.Cue(nameof(Planned));
    private static readonly Regex PutOff = Phrases.Cue(nameof(PutOff));
    private static readonly Regex MovedTo = Phrases.Cue(nameof(MovedTo));

    public static bool IsPutOff(SourceView view, IEnumerable<(int Start, int End)> sentences) =>
        sentences.Any(part => PutOff.In(view.Lower, part.Start, part.End));

    /// <summary>The first day beside a word for the conference; one it was moved to or only planned for when there is no other.</summary>
    public static DayMention? Find(SourceView view, IReadOnlyList<(int Start, int End)> sentences, IReadOnlyList<(int Start, int End)> headlines)
    {
        DayMention? planned = null;
        foreach (var (start, end) in sentences.Concat(headlines))
        {
            if (!ConferenceWord.In(view.Lower, start, end) && !headlines.Contains((start, end))) continue;
            var mentions = In(view, start, end).ToList();
            // Of several days none of which it was moved to, each stands in its own part of the sentence.
            var marks = mentions.Count > 1 && !mentions.Exists(day => MovedTo.In(view.Lower, Math.Max(start, day.Start - 60), day.Start)) ? ";,()" : ";";
            foreach (var mention in mentions)
            {
                var (from, to) = PartAround(view, start, end, mention, marks);
                var putOff = PutOff.In(view.Lower, from, to);
                var clause = Math.Max(from, mention.Start - 60);
                if (putOff && MovedTo.In(view.Lower, clause, mention.Start)) planned ??= mention;
                else if (putOff) continue;
                else if (Planned.In(view.Lower, clause, mention.Start)) planned ??= mention;
                else return mention;
            }
        }

        return planned;
    }

    /// <summary>Between semicolons, or finer marks: what was put off in one part may have been held in the next.</summary>
    private static (int Start, int End) PartAround(SourceView view, int start, int end, DayMention day, string marks)
    {
        var before = view.Text.LastIndexOfAny([.. marks], day.Start, day.Start - start);
        var after = view.Text.IndexOfAny([.. marks], day.End, end - day.End);
        return (before < 0 ? start : before + 1, after < 0 ? end : after);
    }

    /// <summary>The last day of a conference of several days.</summary>
    public static ReadText? Last(SourceView view, DayMention day, ReadText date)
    {
        if (day.Last is not var (last, month)) return null;
        var span = view.ToSource(day.Start, day.End);
        if (date.Text[0] == '-') return new ReadText(string.Create(CultureInfo.InvariantCulture, $"--{month:00}-{last:00}"), span, date.Reason);
        var year = int.Parse(date.Text.AsSpan(0, 4), CultureInfo.InvariantCulture) + (month < day.Month ? 1 : 0);
        if (last > DateTime.DaysInMonth(year, month)) return null;
        return new ReadText(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{last:00}"), span, date.Reason);
    }

    private static IEnumerable<DayMention> In(SourceView view, int start, int end)
    {
        var found = Days.All(view.Lower, start, end).Concat(Day.All(view.Lower, start, end)).Concat(FullDay.All(view.Lower, start, end));
        foreach (var match in found.OrderBy(match => match.Index))
        {
            var near = Math.Max(start, match.Index - 30);
            if (match.Groups["w"].Value is not ("sáng" or "chiều" or "tối") && DocumentDay.In(view.Lower, near, match.Index)) continue;
            if (Mention(match) is { } mention) yield return mention;
        }
    }

    private static DayMention? Mention(Match match)
    {
        var year = match.Groups["y"] is { Success: true } y ? Int(y) : 0;
        var day = Int(match.Groups["d"]);
        if (!match.Groups["d2"].Success) return Of(match, day, Int(match.Groups["m"]), year, null);
        var last = (Day: Int(match.Groups["d2"]), Month: Int(match.Groups["m2"]));
        var month = match.Groups["m"].Success ? Int(match.Groups["m"]) : last.Month;
        if (last.Month is < 1 or > 12 || (month, day).CompareTo((last.Month, last.Day)) >= 0 && month <= last.Month) return null;
        return Of(match, day, month, year > 0 && month > last.Month ? year - 1 : year, last);
    }

    private static DayMention? Of(Match match, int day, int month, int year, (int, int)? last) =>
        month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year > 0 ? year : 2020, month) ? null
            : new DayMention(match.Index, match.Index + match.Length, day, month, year, last);

    private static int Int(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);
}
