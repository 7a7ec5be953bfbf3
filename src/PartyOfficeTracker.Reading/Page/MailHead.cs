using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>The head of a mail and its farewell: who sent it to whom is nothing of the report.</summary>
internal static class MailHead
{
    private const int FewestLines = 2;
    private const int Deepest = 12;

    private static readonly Vocabulary Phrases = Vocabulary.Of("page");

    private static readonly Regex Field = Phrases.Cue("MailField");
    private static readonly Regex Only = Phrases.Cue("MailOnly");
    private static readonly Regex Farewell = Phrases.Cue("MailFarewell");

    public static bool IsIn(SourceView view, IReadOnlyList<PageLine> lines) => LinesOf(view, lines) > 0;

    /// <summary>Sets the head aside, and all below the farewell.</summary>
    public static void Mark(SourceView view, List<PageLine> lines)
    {
        var head = LinesOf(view, lines);
        if (head == 0) return;
        for (var i = 0; i < head; i++)
        {
            if (Field.In(view.Lower, lines[i].Start, lines[i].End)) lines[i] = lines[i] with { Role = LineRole.Furniture };
        }

        var farewell = lines.FindIndex(head, line => Farewell.In(view.Lower, line.Start, line.End));
        for (var i = Math.Max(farewell, 0); farewell >= 0 && i < lines.Count; i++)
        {
            if (lines[i].End - lines[i].Start < 120) lines[i] = lines[i] with { Role = LineRole.Furniture };
        }
    }

    private static int LinesOf(SourceView view, IReadOnlyList<PageLine> lines)
    {
        var fields = 0;
        var last = 0;
        var isMail = false;
        for (var i = 0; i < Math.Min(lines.Count, Deepest); i++)
        {
            if (lines[i].End <= lines[i].Start || !Field.In(view.Lower, lines[i].Start, lines[i].End)) continue;
            fields++;
            isMail |= Only.In(view.Lower, lines[i].Start, lines[i].End);
            last = i + 1;
        }

        return isMail && fields >= FewestLines ? last : 0;
    }
}
