using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>Awards handed over at the conference: one per kind and giver, the receiver when named.</summary>
internal static class Awards
{
    private static readonly Vocabulary Phrases = Vocabulary.Of("awards");

    private static readonly Regex Handing = Phrases.Cue(nameof(Handing));
    private static readonly Regex Kind = Phrases.Cue(nameof(Kind));
    private static readonly Regex Giver = Cue.Of(@"^\s*của (?<g>[^,.;:]+?)(\s+(cho|về|vì|và|tặng|năm|đã|nhân)\b|[,.;:]|$)");
    private static readonly Regex NextGiver = Cue.Of(@"^\s*,\s*của (?<g>[^,.;:]+?)(\s+(cho|về|vì|và|tặng|năm|đã|nhân)\b|[,.;:]|$)");
    private static readonly Regex Receiver = Cue.Of(@"^[^.;:]{0,120}?\bcho\s+(ông |bà |đồng chí |các đồng chí |tập thể )?(?<r>[^,.;:]+?)(\s+(vì|về|đã|" +
        @"do|có thành tích|và trao|nhân)\b|[,.;:]|$)");

    private static readonly Regex Unnamed = Phrases.Cue(nameof(Unnamed));
    private static readonly Regex Active = Cue.Of(@"(^|[,;:]\s)(ông |bà |đồng chí |tập thể )?(?<r>[^,;:.]{3,80}?)\s(đã )?(vinh dự )?(nhận|đón nhận|" +
        @"được trao|được tặng|được nhận|được trao tặng)( \S+){0,2}?\s*$");
    private static readonly Regex Gives = Cue.Of(@"(^|[,;:]\s)(?<g>(" + Phrases.Choice("givers") +
        @")[^,;:.]{0,70}?)\s(đã |cũng )?(trao tặng|trao|tặng)( \S+){0,3}?\s*$");
    private static readonly Regex Passive = Cue.Of(@"(^|,\s)(?<r>[^,;:]{3,80}?)\s(vinh dự )?(được|đón) (?<g>[^,;:]{3,60}? )?(tặng|trao|nhận|" +
        @"tặng thưởng)( \S+){0,3}?\s*$");

    public static List<AwardMention> In(SourceView view, int start, int end)
    {
        var result = new List<AwardMention>();
        if (!Handing.In(view.Lower, start, end)) return result;
        var matches = Kind.All(view.Lower, start, end).ToList();
        for (var i = 0; i < matches.Count; i++)
        {
            var kind = matches[i].Groups["kind"];
            var kindEnd = TrimKind(view, kind.Index, kind.Index + kind.Length);
            var limit = i + 1 < matches.Count ? matches[i + 1].Index : end;
            var recipient = Receiver.First(view.Lower, kindEnd, limit) is { Success: true } cho &&
                !Unnamed.In(view.Lower, cho.Groups["r"].Index, cho.Groups["r"].Index + cho.Groups["r"].Length)
                ? view.Slice(cho.Groups["r"].Index, cho.Groups["r"].Index + cho.Groups["r"].Length)
                : ReceivedBy(view, start, matches[i].Index, end);
            var stop = kindEnd;
            var givers = new List<string>();
            var giver = Giver.First(view.Lower, stop, limit);
            while (giver.Success)
            {
                var g = giver.Groups["g"];
                givers.Add(view.Slice(g.Index, g.Index + g.Length));
                stop = g.Index + g.Length;
                giver = NextGiver.First(view.Lower, stop, limit);
            }

            var name = view.Slice(kind.Index, kindEnd);
            name = char.ToUpperInvariant(name[0]) + name[1..];
            if (givers.Count == 0)
            {
                var named = Passive.First(view.Lower, start, kind.Index).Groups["g"];
                givers.Add(named.Success ? view.Slice(named.Index, named.Index + named.Length).Trim() : GivenBy(view, start, kind.Index));
            }

            foreach (var by in givers)
            {
                var text = by.Length > 0 ? name + " của " + by : name;
                if (recipient is not null) text += ": " + recipient;
                result.Add(new AwardMention(new ReadText(text, view.ToSource(kind.Index, stop), InferenceReason.AwardJoined), recipient));
            }
        }

        return result;
    }

    /// <summary>"Dịp này, Đảng ủy Khối trao giấy khen …": the giver stands before the verb.</summary>
    private static string GivenBy(SourceView view, int start, int kindStart)
    {
        var gives = Gives.First(view.Text, start, kindStart);
        return gives.Success && gives.Groups["g"] is var giver ? view.Slice(giver.Index, giver.Index + giver.Length) : "";
    }

    private static int TrimKind(SourceView view, int start, int end)
    {
        var cut = view.Lower.IndexOf(" cho ", start, end - start, StringComparison.Ordinal);
        var of = view.Lower.IndexOf(" của ", start, end - start, StringComparison.Ordinal);
        if (cut > 0) end = cut;
        if (of > 0 && of < end) end = of;
        return Sentences.TrimEnd(view.Text, start, end);
    }

    /// <summary>"thay mặt Văn phòng … nhận bằng khen", "Vụ X được nhận Cờ thi đua": the receiver stands before the verb.</summary>
    private static string? ReceivedBy(SourceView view, int start, int kindStart, int end)
    {
        const string Behalf = "thay mặt ";
        var passive = Passive.First(view.Lower, start, kindStart);
        if (passive.Success && !Unnamed.In(view.Lower, passive.Groups["r"].Index, passive.Groups["r"].Index + passive.Groups["r"].Length))
        {
            return view.Slice(passive.Groups["r"].Index, passive.Groups["r"].Index + passive.Groups["r"].Length);
        }

        var active = Active.First(view.Lower, start, kindStart);
        if (active.Success && active.Groups["r"] is var who && !Unnamed.In(view.Lower, who.Index, who.Index + who.Length) &&
            view.Lower.IndexOf(Behalf, start, kindStart - start, StringComparison.Ordinal) < 0)
        {
            return view.Slice(who.Index, who.Index + who.Length);
        }

        var receives = view.Lower.IndexOf(" nhận ", start, Math.Max(0, kindStart - start), StringComparison.Ordinal);
        var behalf = view.Lower.IndexOf(Behalf, start, Math.Max(0, kindStart - start), StringComparison.Ordinal);
        if (receives < 0 || behalf < 0 || behalf > receives || end < receives) return null;
        return view.Slice(behalf + Behalf.Length, receives);
    }
}
