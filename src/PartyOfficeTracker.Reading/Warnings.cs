using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>What the clerk should be told beside the draft.</summary>
internal static class Warnings
{
    private static readonly Vocabulary Phrases = Vocabulary.Of("lead");

    private static readonly Regex Meets = Phrases.Cue(nameof(Meets));
    private static readonly Regex WhenItMet = Cue.Of(@"\b(sáng|chiều|tối|ngày|hôm)\b");

    public static IEnumerable<ReadWarning> Of(SourceView view, Markup markup, IReadOnlyList<PageLine> lines, List<Sentence> sentences, Lead lead)
    {
        if (IsOfTwo(view, sentences)) yield return ReadWarning.TwoConferences;
        if (lead.IsPutOff) yield return ReadWarning.PutOff;
        if (HasNoAccents(view)) yield return ReadWarning.NoAccents;
        if (markup.HasTags) yield return ReadWarning.Markup;
        if (markup.HasQuotes || MailHead.IsIn(view, lines)) yield return ReadWarning.Mail;
        if (Capitals.IsAll(view.Slice(0, view.Length))) yield return ReadWarning.Capitals;
    }

    /// <summary>Two sentences, each with a day or a session, in which different bodies hold a conference.</summary>
    private static bool IsOfTwo(SourceView view, List<Sentence> sentences)
    {
        var holders = new List<string>();
        foreach (var sentence in sentences.Where(sentence => sentence.Role == LineRole.Body && !sentence.IsListed))
        {
            var reach = Math.Min(sentence.End, sentence.Start + 200);
            if (!Meets.In(view.Lower, sentence.Start, reach) || !WhenItMet.In(view.Lower, sentence.Start, reach)) continue;
            if (Organisations.Organiser(view, [(sentence.Start, sentence.End)]) is { } holder) holders.Add(Folding.Lower(holder.Text));
        }

        return holders.Exists(one => holders.Exists(other => !one.Contains(other, StringComparison.Ordinal) && !other.Contains(one, StringComparison.Ordinal)));
    }

    private static bool HasNoAccents(SourceView view)
    {
        int marked = 0, letters = 0;
        foreach (var letter in view.Text)
        {
            if (!char.IsLetter(letter)) continue;
            letters++;
            if (letter > '\u007F') marked++;
        }

        return letters >= 80 && marked * 20 < letters;
    }
}
