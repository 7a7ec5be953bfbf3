using System.Text;
using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>The head of an office's paper: above it the body that issues it, in capitals, beside the state's or the Party's motto, number, place and
/// day.</summary>
internal static class Letterhead
{
    private const int Deepest = 14;

    private static readonly Vocabulary Phrases = Vocabulary.Of("letterhead");

    private static readonly Regex Motto = Phrases.Cue(nameof(Motto));
    private static readonly Regex Minutes = Phrases.Cue(nameof(Minutes));
    private static readonly Regex Report = Phrases.Cue(nameof(Report));
    private static readonly Regex Body = Phrases.Cue(nameof(Body));
    private static readonly Regex Plenum = Phrases.Cue(nameof(Plenum));
    private static readonly Regex Part = Phrases.Cue(nameof(Part));
    private static readonly Regex Named = Cue.Of("\\b(" + Phrases.Choice("names") + ")\\b");
    /// <summary>"Ban Nội chính", "Bộ Nội vụ": what a body is for begins with a capital; "Ủy ban nhân dân" does not.</summary>
    public static readonly Regex Commission = Cue.Of(@"\b(ban|bộ|sở) (?!nhân dân)(?<w>\p{Ll})");

    private static readonly Regex Seat = Cue.Of("^(" + Phrases.Choice("seats") + ") ");
    private static readonly Regex PlaceAndDay = Cue.Of(@"^[\x2A \t]{0,6}\p{L}[\p{L}. -]{1,30},? ngày[ .…]{0,6}[0-9]{1,2}[ .…]{0,6}tháng[ " +
        @".…]{0,6}[0-9]{1,2}[ .…]{0,6}năm[ " +
        @".…]*20[0-9]{2}[ .]{0,6}$");

    /// <summary>"Hà Nội, ngày 18 tháng 01 năm 2023": where and when the paper was signed.</summary>
    public static bool IsPlaceAndDay(SourceView view, int start, int end)
    {
        var tab = view.Text.LastIndexOf('\t', end - 1, end - start);
        return PlaceAndDay.In(view.Lower, tab < 0 ? start : tab + 1, end);
    }

    /// <summary>Minutes, or a paper with a motto at its top, whatever body wrote it.</summary>
    public static bool IsPaper(SourceView view, int top) => view.Text[..top].Split('\n').Any(line => line.Trim().ToLowerInvariant() is var head &&
        (Minutes.IsMatch(head) || Motto.IsMatch(head)));

    /// <summary>The body that issues the paper, for a conference nobody else is said to have held.</summary>
    public static ReadText? Organiser(SourceView view, IReadOnlyList<PageLine> lines)
    {
        var head = lines.Where(line => line.End > line.Start).Take(Deepest).TakeWhile(line => line.Role != LineRole.Body || IsShort(view, line)).ToList();
        // Minutes of an office go without the motto.
        var hasMotto = head.Exists(line => Motto.In(view.Lower, line.Start, line.End));
        if (!hasMotto && !head.Exists(line => Minutes.In(view.Lower, line.Start, line.End))) return null;
        var bodies = Bodies(view, head);
        if (bodies.Count == 0) return null;
        var own = Written(view.Lower[bodies[^1].Start..bodies[^1].End]);
        var isPart = bodies.Count == 2 && Part.In(view.Lower, bodies[1].Start, bodies[1].End);
        // A report is sent by its body; who held a conference it does not say.
        if ((!hasMotto && !isPart) || head.Exists(line => Report.In(view.Lower, line.Start, line.End))) return null;
        var name = isPart ? own + " " + Written(view.Lower[bodies[0].Start..bodies[0].End]) : own;
        if (name.EndsWith(" Trung ương", StringComparison.Ordinal) && name.StartsWith("Văn phòng", StringComparison.Ordinal)) name = "Văn phòng " +
            "Trung ương Đảng";
        return new ReadText(name, view.ToSource(bodies[0].Start, bodies[^1].End), InferenceReason.OrganiserLetterhead);
    }

    /// <summary>The lines in capitals that name a body, at most two: the one above and its own.</summary>
    private static List<(int Start, int End)> Bodies(SourceView view, List<PageLine> head)
    {
        var bodies = new List<(int Start, int End)>();
        foreach (var line in head)
        {
            var tab = view.Text.IndexOf('\t', line.Start, line.End - line.Start);
            var end = Sentences.TrimEnd(view.Text, line.Start, tab < 0 ? line.End : tab);
            if (end <= line.Start || !view.Text.AsSpan(line.Start, end - line.Start).ToString().Any(char.IsLetter)) break;
            if (Motto.In(view.Lower, line.Start, end)) continue;
            if (view.Text[line.Start..end].Any(char.IsLower) || bodies.Count == 2 || !Body.In(view.Lower, line.Start, end) || Plenum.In(view.Lower,
                line.Start, end)) break;
            bodies.Add((line.Start, end));
        }

        return bodies;
    }

    /// <summary>A name printed in capitals as a sentence writes it: "TỈNH ỦY NGHỆ AN" → "Tỉnh ủy Nghệ An".</summary>
    public static string Written(string lower)
    {
        var name = new StringBuilder(lower);
        foreach (var match in Named.All(lower, 0, lower.Length)) name[match.Index] = char.ToUpperInvariant(name[match.Index]);
        foreach (var match in Commission.All(lower, 0, lower.Length)) name[match.Groups["w"].Index] = char.ToUpperInvariant(name[match.Groups["w"].Index]);
        // What follows the seat of a committee is a place's name.
        if (Seat.First(lower, 0, lower.Length) is { Success: true } seat)
        {
            for (var i = seat.Length; i < name.Length; i++)
            {
                if (i == seat.Length || name[i - 1] == ' ') name[i] = char.ToUpperInvariant(name[i]);
            }
        }

        name[0] = char.ToUpperInvariant(name[0]);
        return name.ToString();
    }

    private static bool IsShort(SourceView view, PageLine line) => PageLayout.CountWords(view.Text, line.Start, line.End, 13) <= 12;
}
