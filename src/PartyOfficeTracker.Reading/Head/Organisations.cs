using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>Names of party bodies, and which of them held the conference.</summary>
internal static class Organisations
{
    private const string Centre = @"(Trung ương Đảng|Trung ương|T\.Ư Đảng|T\.Ư|TƯ Đảng|TƯ|TW Đảng|TW)";
    private const string Committee = @"([Tt]ỉnh [uủ][yỷ]|[Tt]hành [uủ][yỷ]|[Hh]uyện [uủ][yỷ]|[Tt]hị [uủ][yỷ]|[Qq]uận [uủ][yỷ]|[Đđ]ảng [uủ][yỷ])( (xã|" +
        @"phường|thị trấn|đặc khu))?( [A-ZĐÂĂÊÔƠƯ][\w’']+( (- )?[A-ZĐÂĂÊÔƠƯ][\w’']*){0,3})?";
    private const string Bloc = @"[Đđ]ảng [uủ][yỷ] [Kk]hối (các )?([Cc]ơ quan|[Dd]oanh nghiệp)(( và|,) ([Cc]ơ quan|[Dd]oanh nghiệp))?( Trung ương|" +
        @" T\.Ư| tỉnh| thành phố)?( [A-ZĐ]\w+( [A-ZĐ]\w+){0,2})?";
    /// <summary>": hội nghị toàn quốc"</summary>
    private const int LongestColon = 16;

    private static readonly Vocabulary Phrases = Vocabulary.Of("organisations");

    private static readonly Regex Name = Phrases.Cue(nameof(Name));
    private static readonly Regex AnyBody = Cue.Of(@"^(\([^()]{2,40}\)\s*[-–—]\s*)?(([Ss]áng|[Cc]hiều|[Nn]gày|[Tt]ối|[Tt]ại|" +
        @"[Tt]rong)[^,:;]{0,40}?, )?(tại [^,:;]{3,40}, )?(?<o>\p{Lu}[\p{L}0-9 ,\-]{6,100}?)\s+(vừa |đã )?((sáng|chiều|tối|ngày)([^,:;.]|" +
        @"[0-9]\.[0-9]){0,30}? )?(đã |vừa |phối hợp )?tổ chức ([Hh]ội nghị|[Gg]iao ban|[Hh]ọp|[Ss]ơ kết|[Tt]ổng kết|buổi|cuộc)");
    private static readonly string[] Tails = [" tổ chức", " họp", " mở", " sáng", " chiều", " tối", " ngày", " đã", " vừa"];
    private static readonly Regex TitleBefore = Phrases.Cue(nameof(TitleBefore));
    private static readonly Regex ByBefore = Phrases.Cue(nameof(ByBefore));
    private static readonly Regex LabelBefore = Phrases.Cue(nameof(LabelBefore));
    private static readonly Regex HeldRightAfter = Phrases.Cue(nameof(HeldRightAfter));
    private static readonly Regex Joint = Cue.Of(@"^(?<more>(, \p{Lu}[\p{L} ]{4,60})*,? và \p{Lu}[\p{L} ]{4,60}?)\s+(đồng |phối hợp |cùng )?tổ chức\b");
    private static readonly Regex PassiveBefore = Phrases.Cue(nameof(PassiveBefore));
    private static readonly Regex Announces = Phrases.Cue(nameof(Announces));
    private static readonly Regex OfBefore = Phrases.Cue(nameof(OfBefore));
    private static readonly Regex BriefingBefore = Phrases.Cue(nameof(BriefingBefore));
    private static readonly Regex Holds = Phrases.Cue(nameof(Holds));
    private static readonly Regex HoldsWith = Phrases.Cue(nameof(HoldsWith));
    private static readonly Regex Held = Phrases.Cue(nameof(Held));
    private static readonly Regex Reviews = Phrases.Cue(nameof(Reviews));
    private static readonly Regex PassiveVerb = Phrases.Cue(nameof(PassiveVerb));
    private static readonly Regex WithOthers = Phrases.Cue(nameof(WithOthers));
    private static readonly Regex ConferenceWord = Phrases.Cue(nameof(ConferenceWord));
    private static readonly Regex PointOnly = Phrases.Cue(nameof(PointOnly));

    /// <summary>Names of bodies in a stretch.</summary>
    public static IEnumerable<(int Start, int End)> In(SourceView view, int start, int end) =>
        Name.All(view.Text, start, end).Select(match => (match.Index, match.Index + WithoutTail(match.Value)));

    /// <summary>Some names end only where the sentence goes on; the word that shows it is not theirs.</summary>
    private static int WithoutTail(string name)
    {
        var length = name.Length;
        while (Array.Find(Tails, word => name.AsSpan(0, length).EndsWith(word, StringComparison.Ordinal)) is { } tail) length -= tail.Length;
        return length;
    }

    /// <summary>The body that held the conference, by how the sentence puts it; the chair's own office is not the organiser.</summary>
    public static ReadText? Organiser(SourceView view, IEnumerable<(int Start, int End)> leadSentences)
    {
        (int Score, int Start, int End) best = default;
        foreach (var (start, end) in leadSentences)
        {
            foreach (var (from, to) in In(view, start, end))
            {
                var score = Score(view, start, end, from, to);
                if (score > best.Score) best = (score, from, to);
            }
        }

        if (best.Score == 0) return Fallback(view, leadSentences);
        var joint = Joint.First(view.Text, best.End, Math.Min(view.Length, best.End + 220));
        return Expanded(view, best.Start, joint.Success && best.Score == 21 ? best.End + joint.Groups["more"].Length : best.End);
    }

    /// <summary>A body of a name nobody foresaw: whatever begins the sentence and "tổ chức hội nghị".</summary>
    private static ReadText? Fallback(SourceView view, IEnumerable<(int Start, int End)> leadSentences)
    {
        foreach (var (start, end) in leadSentences)
        {
            var match = AnyBody.First(view.Text, start, Math.Min(end, start + 260));
            if (!match.Success) continue;
            var name = match.Groups["o"];
            if (!People.In(view, name.Index, name.Index + name.Length).Exists(person => person.Start == name.Index))
            {
                return Expanded(view, name.Index, name.Index + name.Length);
            }
        }

        return null;
    }

    private static int Score(SourceView view, int start, int end, int from, int to)
    {
        var lower = view.Lower;
        var near = Math.Max(start, from - 120);
        if (TitleBefore.In(lower, near, from)) return 0;
        if (LabelBefore.In(lower, near, from)) return 22;
        if (HoldsWith.In(lower, to, Math.Min(end, to + 220))) return 23;
        if (to > from && Joint.First(view.Text, to, Math.Min(end, to + 220)) is { Success: true }) return 21;
        // The verb belongs to the body nearest to it.
        var next = In(view, to, end).Select(found => (int?)found.Start).FirstOrDefault();
        var after = Math.Min(next ?? end, to + 200);
        var bonus = view.Lower[from..to].Contains("trung ương", StringComparison.Ordinal) ||
            view.Lower[from..to].Contains("t.ư", StringComparison.Ordinal) ? 1 : 0;
        if (PointOnly.In(lower, to, after)) return 0;
        var held = HowHeld(lower, start, end, near, from, to, after);
        return held == 0 ? 0 : held + bonus;
    }

    /// <summary>How surely the words beside a body's name say that it held the conference, the surest first.</summary>
    private static int HowHeld(string lower, int start, int end, int near, int from, int to, int after)
    {
        var meets = ConferenceWord.In(lower, start, end);
        if (ByBefore.In(lower, near, from) && Held.In(lower, to, after)) return 20;
        if (PassiveBefore.In(lower, near, from) && PassiveVerb.In(lower, to, after) && meets) return 18;
        if (Holds.In(lower, to, after) || (from == start && Announces.In(lower, to, Math.Min(after, to + LongestColon)))) return 16;
        if (Reviews.In(lower, to, after) && meets) return 14;
        if (HeldRightAfter.In(lower, to, after) && ConferenceWord.In(lower, start, from)) return 13;
        if (OfBefore.In(lower, near, from)) return 12;
        return BriefingBefore.In(lower, near, from) && WithOthers.In(lower, to, after) ? 10 : 0;
    }

    private static ReadText Expanded(SourceView view, int start, int end)
    {
        var raw = view.Slice(start, end);
        var name = raw.StartsWith("Cơ quan ", StringComparison.Ordinal) ? raw["Cơ quan ".Length..] : raw;
        var full = name.Replace(" (UBKT)", "", StringComparison.Ordinal).Replace("T.Ư", "Trung ương", StringComparison.Ordinal)
            .Replace("TƯ", "Trung ương", StringComparison.Ordinal)
            .Replace("TW", "Trung ương", StringComparison.Ordinal).Replace("UBKT", "Ủy ban Kiểm tra", StringComparison.Ordinal)
                .Replace("UB Kiểm tra", "Ủy ban Kiểm tra", StringComparison.Ordinal);
        return new ReadText(full, view.ToSource(start, end), full == raw ? null : InferenceReason.AbbreviationExpanded);
    }
}
