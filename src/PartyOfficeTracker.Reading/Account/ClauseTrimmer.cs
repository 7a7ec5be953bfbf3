using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>What is left of a clause once connectives, times and circumstances at its front are cut; the period cut off is kept for the deadline.</summary>
internal readonly record struct Trimmed(int Start, int End, string? LeadIn, bool LeadInSeen);

/// <summary>Cuts from the front of a clause what is not part of the finding: the subject stays.</summary>
internal static class ClauseTrimmer
{
    private static readonly Vocabulary Phrases = Vocabulary.Of("trimming");

    private static readonly Regex Connective = Phrases.Cue(nameof(Connective));

    private static readonly Regex AccordingTo = Phrases.Cue(nameof(AccordingTo));

    private static readonly Regex Time = Phrases.Cue(nameof(Time));
    private static readonly Regex BareTime = Phrases.Cue(nameof(BareTime));
    private static readonly Regex Soon = Phrases.Cue(nameof(Soon));

    private static readonly Regex FromNow = Phrases.Cue(nameof(FromNow));

    private static readonly Regex Until = Phrases.Cue(nameof(Until));
    private static readonly Regex Opening = Phrases.Cue(nameof(Opening));

    private static readonly Regex Circumstance = Phrases.Cue(nameof(Circumstance));

    private static readonly Regex Concession = Phrases.Cue(nameof(Concession));
    private static readonly Regex Subject = Phrases.Cue(nameof(Subject));

    private static readonly Regex Ground = Phrases.Cue(nameof(Ground));
    private static readonly Regex OpenerWord = Phrases.Cue(nameof(OpenerWord));
    private static readonly Regex SuchAs = Phrases.Cue(nameof(SuchAs));
    private static readonly Regex ForOffices = Phrases.Cue(nameof(ForOffices));
    private static readonly Regex Remainder = Phrases.Cue(nameof(Remainder));

    /// <param name="view">The text.</param>
    /// <param name="start">Start of the clause.</param>
    /// <param name="end">End of the clause.</param>
    /// <param name="isFirst">The first clause of its sentence: only there can an opener, a time or a circumstance stand.</param>
    public static Trimmed Trim(SourceView view, int start, int end, bool isFirst)
    {
        var lower = view.Lower;
        string? leadIn = null;
        var seen = false;
        if (isFirst)
        {
            var content = AfterOpener(view, start, end);
            // The time may stand in the opener that is cut off: "năm 2017 các đơn vị làm 5 việc: …".
            if (content > start) AfterTime(view, start, content, ref leadIn, ref seen);
            start = content;
        }

        for (var step = 0; step < 6; step++)
        {
            var before = start;
            if (isFirst) start += AccordingTo.First(lower, start, Math.Min(end, start + 140)).Length;
            start += Connective.First(lower, start, Math.Min(end, start + 60)).Length;
            start = AfterTime(view, start, end, ref leadIn, ref seen);
            if (isFirst) start = AfterCircumstance(view, start, end);
            while (start < end && view.Text[start] is ' ' or ',' or ':' or '-' or '–' or '“' or '"') start++;
            if (start == before) break;
        }

        return new Trimmed(start, end, leadIn, seen);
    }

    private static int AfterOpener(SourceView view, int start, int end)
    {
        var limit = Math.Min(end, start + 700);
        var best = start;
        for (var i = start; i < limit; i++)
        {
            if (view.Text[i] != ':' || i + 1 >= end || !char.IsWhiteSpace(view.Text[i + 1]) || EndsALabel(view, start, i)) continue;
            var opener = OpenerWord.In(view.Lower, Math.Max(start, i - 24), i) ||
                (PageLayout.CountWords(view.Text, start, i, 20) <= 14 && Polarity.Of(view.Lower, start, i) <= 2);
            if (opener && PageLayout.CountWords(view.Text, i, end, 4) >= 2) best = PageLayout.SkipBlanks(view.Text, i + 1, end);
        }

        if (best > start) return best;
        var rest = Remainder.First(view.Lower, start, limit);
        if (rest.Success) return rest.Index + rest.Length;
        var such = SuchAs.First(view.Lower, start, Math.Min(end, start + 260));
        return such.Success && PageLayout.CountWords(view.Text, such.Index + such.Length, end, 4) >= 3 ? such.Index + such.Length : start;
    }

    /// <summary>"…; thời hạn: quý II": what stands before the label is the task, and no opener.</summary>
    private static bool EndsALabel(SourceView view, int start, int colon)
    {
        if (colon <= start) return false;
        var mark = view.Text.LastIndexOfAny([';', ',', '.', '('], colon - 1, colon - start);
        return mark > start && RowLabels.Begins(view, PageLayout.SkipBlanks(view.Text, mark + 1, colon), Math.Min(view.Length, colon + 40));
    }

    private static int AfterTime(SourceView view, int start, int end, ref string? leadIn, ref bool seen)
    {
        var limit = Math.Min(end, start + 120);
        var soon = Soon.First(view.Lower, start, limit);
        if (!soon.Success) soon = FromNow.First(view.Lower, start, limit);
        if (soon.Success)
        {
            leadIn = soon.Value.Trim(' ', ',');
            seen = true;
            return start + soon.Length;
        }

        if (Until.First(view.Lower, start, limit) is { Success: true } until)
        {
            leadIn = until.Groups["p"].Value;
            seen = true;
            return start + until.Length;
        }

        if (Opening.First(view.Lower, start, limit) is { Success: true } opening)
        {
            leadIn = opening.Groups["p"].Value;
            seen = true;
            return start + opening.Length;
        }

        if (Time.First(view.Lower, start, limit) is { Success: true } time && People.In(view, start, start + time.Length).Count == 0)
        {
            leadIn = time.Groups["p"].Value.Trim(' ', ',');
            seen = true;
            return start + time.Length;
        }

        if (BareTime.First(view.Lower, start, limit) is { Success: true } bare)
        {
            leadIn = view.Lower[start..bare.Groups["next"].Index].Trim();
            seen = true;
            return bare.Groups["next"].Index;
        }

        return start;
    }

    private static int AfterCircumstance(SourceView view, int start, int end)
    {
        var limit = Math.Min(end, start + 700);
        var offices = ForOffices.First(view.Lower, start, Math.Min(end, start + 140));
        if (offices.Success && PageLayout.CountWords(view.Text, start + offices.Length, end, 5) >= 4) return start + offices.Length;
        if (Ground.First(view.Lower, start, Math.Min(end, start + 240)) is { Success: true } ground) return start + ground.Length;
        if (!Circumstance.In(view.Lower, start, Math.Min(end, start + 30))) return start;
        var subject = Subject.First(view.Lower, start, limit);
        if (subject.Success) return subject.Groups["s"].Index;
        // "dù …, nhưng nhờ …, X": what stands after the last comma is what came of it.
        var comma = view.Text.LastIndexOf(',', end - 1, end - start);
        return Concession.In(view.Lower, start, limit) && comma > 0 &&
            PageLayout.CountWords(view.Text, comma, end, 6) >= 5 ? PageLayout.SkipBlanks(view.Text, comma + 1, end) : start;
    }
}
