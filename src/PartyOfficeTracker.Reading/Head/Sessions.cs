using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>Morning, afternoon or evening: by the word beside the day, else by the hour.</summary>
internal static class Sessions
{
    private const int Noon = 12;
    private const int Evening = 18;

    private static readonly Regex Word = Cue.Of(@"\b(sáng|chiều|tối)\b( nay| qua)?[ ,(]*(ngày[ ,]*)*$|\b(sáng|chiều|tối)\s+(ngày\s+)*$");

    /// <summary>"Sáng mùng 6 tháng Giêng (27/01/2023": the word stands before the day of the moon.</summary>
    private static readonly Regex BeforeTheMoon = Cue.Of(@"\b(sáng|chiều|tối)( ngày)?( mùng| mồng)? [0-9]{1,2} tháng (giêng|chạp|[0-9]{1,2})[^.;:]{0,30}$");

    private static readonly Regex HourBefore = Cue.Of(@"\b(?<h>[0-9]{1,2})\s?(h|giờ|g|:)\s?([0-9]{2})?( ?phút)?\s*[,–-]?( (của|trong))?\s*(ngày\s*)?$");
    private static readonly Regex HourAfter = Cue.Of(@"^[ ,(]*((vào|lúc|hồi|từ|bắt đầu) ){0,3}(?<h>[0-9]{1,2})\s?(h|giờ|g)(?!\p{L})");
    private const int LinesOfTheOpening = 6;

    private static readonly Regex Opening = Cue.Of(@"\b(hội nghị|cuộc họp|buổi giao ban|phiên họp|buổi họp|buổi làm việc)( được)? (bắt đầu|khai mạc)( vào)? " +
        @"(lúc|từ|hồi) (?<h>[0-9]{1,2})\s?(h|giờ)");
    private static readonly Regex Until = Cue.Of(@"\b(đến|bế mạc( lúc| hồi)?|kết thúc( lúc| hồi| vào)?) (?<h>[0-9]{1,2})\s?(h|giờ|g)");
    private static readonly Regex Ticker = Cue.Of(@"^(?<h>[0-9]{1,2})\s?(h|g|giờ|:)\s?([0-9]{2})?\s*[:–-]\s");

    public static Inferred<DaySession>? Of(SourceView view, DayMention day, IReadOnlyList<PageLine> lines)
    {
        if (day.Last is not null) return null;
        var span = view.ToSource(day.Start, day.End);
        return ByWord(view, day) is { } word ? new(word, InferenceReason.SessionWord, span) : ByHour(view, day) ?? ByTicker(view, lines) ??
            ByOpening(view, lines);
    }

    private static DaySession? ByWord(SourceView view, DayMention day)
    {
        var head = view.Lower[day.Start..day.End];
        var near = Math.Max(0, day.Start - 16);
        var before = Word.First(view.Lower, near, day.Start);
        if (!before.Success) before = BeforeTheMoon.First(view.Lower, Math.Max(0, day.Start - 60), day.Start);
        var word = head.StartsWith("rạng", StringComparison.Ordinal) ? "sáng" : before.Success ? before.Value.TrimStart().Split(' ')[0] : head.Split(' ')[0];
        return word switch { "sáng" => DaySession.Morning, "chiều" => DaySession.Afternoon, "tối" => DaySession.Evening, _ => null };
    }

    private static Inferred<DaySession>? ByHour(SourceView view, DayMention day)
    {
        var near = Math.Max(0, day.Start - 36);
        var hour = HourBefore.First(view.Lower, near, day.Start);
        if (!hour.Success) hour = HourAfter.First(view.Lower, day.End, Math.Min(view.Length, day.End + 40));
        if (!hour.Success || SessionAt(hour) is not { } session) return null;
        // Begun in the morning and closed in the afternoon is neither.
        var until = Until.First(view.Lower, hour.Index, Math.Min(view.Length, Math.Max(day.End, hour.Index + hour.Length) + 80));
        if (until.Success && SessionAt(until) != session) return null;
        return new(session, InferenceReason.SessionHour, view.ToSource(hour.Index, hour.Index + hour.Length));
    }

    /// <summary>"Buổi giao ban bắt đầu lúc 8 giờ": the hour stands in a sentence of its own.</summary>
    private static Inferred<DaySession>? ByOpening(SourceView view, IReadOnlyList<PageLine> lines)
    {
        foreach (var line in lines.Where(line => line.Role == LineRole.Body).Take(LinesOfTheOpening))
        {
            var hour = Opening.First(view.Lower, line.Start, line.End);
            if (hour.Success && SessionAt(hour) is { } session)
            {
                return new(session, InferenceReason.SessionHour, view.ToSource(hour.Index, hour.Index + hour.Length));
            }
        }

        return null;
    }

    /// <summary>"8h00: …", "11h30: …": the hours of an account told as it happens.</summary>
    private static Inferred<DaySession>? ByTicker(SourceView view, IReadOnlyList<PageLine> lines)
    {
        var hours = lines.Where(line => line.End > line.Start).Select(line => Ticker.First(view.Lower, line.Start, Math.Min(line.End, line.Start + 16)))
            .Where(match => match.Success).ToList();
        if (hours.Count < 2 || SessionAt(hours[0]) is not { } session || hours.Exists(hour => SessionAt(hour) != session)) return null;
        return new(session, InferenceReason.SessionHour, view.ToSource(hours[0].Index, hours[0].Index + hours[0].Length));
    }

    private static DaySession? SessionAt(Match match) => int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture) switch
    {
        >= 5 and < Noon => DaySession.Morning,
        >= Noon and < Evening => DaySession.Afternoon,
        >= Evening and < 24 => DaySession.Evening,
        _ => null,
    };
}
