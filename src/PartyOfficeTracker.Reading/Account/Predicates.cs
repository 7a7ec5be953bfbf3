using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>What a clause says of its subject: whether it says anything, and whether that is good, bad or still to come.</summary>
internal static class Predicates
{
    /// <summary>A list of nouns between semicolons is short; a longer piece says something, whatever its verb.</summary>
    private const int LongestVerbless = 7;

    private static readonly Vocabulary Phrases = Vocabulary.Of("predicates");

    private static readonly Regex Verb = Phrases.Cue(nameof(Verb));
    private static readonly Regex Offices = Phrases.Cue(nameof(Offices));
    private static readonly Regex VerblessHead = Phrases.Cue(nameof(VerblessHead));
    private static readonly Regex PaperTitle = Phrases.Cue(nameof(PaperTitle));
    private static readonly Regex NumberedPaper = Phrases.Cue(nameof(NumberedPaper));
    private static readonly Regex NounHead = Phrases.Cue(nameof(NounHead));
    private static readonly Regex StrongVerb = Phrases.Cue(nameof(StrongVerb));

    private static readonly Regex NegativeCue = Phrases.Cue(nameof(NegativeCue));

    private static readonly Regex PositiveCue = Phrases.Cue(nameof(PositiveCue));

    private static readonly Regex ForwardCue = Phrases.Cue(nameof(ForwardCue));

    private static readonly Regex Fault = Phrases.Cue(nameof(Fault));
    private static readonly Regex Remedy = Phrases.Cue(nameof(Remedy));

    private static readonly Regex DoneCue = Phrases.Cue(nameof(DoneCue));
    private static readonly Regex ObligationCue = Phrases.Cue(nameof(ObligationCue));

    /// <summary>Whether a clause says something of its own. The title of a paper ("Chương trình kiểm tra …") does not, though it holds verbs.</summary>
    public static bool HasVerb(SourceView view, int start, int end)
    {
        var lower = view.Lower;
        var colon = view.Text.LastIndexOf(':', end - 1, end - start);
        if (colon > 0 && PageLayout.CountWords(view.Text, colon, end, 4) > 3) return HasVerb(view, PageLayout.SkipBlanks(view.Text, colon + 1, end), end);
        if (PaperTitle.In(view.Text, start, end) && !NumberedPaper.In(lower, start, Math.Min(end, start + 30))) return StrongVerb.In(lower, start, end);
        if (VerblessHead.In(lower, start, end)) return StrongVerb.In(lower, start, end);
        return !NounHead.In(lower, start, end) || Verb.In(lower, start, end) ||
            PageLayout.CountWords(view.Text, start, end, LongestVerbless + 1) > LongestVerbless;
    }

    /// <summary>A task has a verb; a bare list of offices has none.</summary>
    public static bool SaysWhatToDo(SourceView view, int start, int end) => !Offices.In(view.Lower, start, end) || Verb.In(view.Lower, start, end);

    public static bool IsNegative(string lower, int start, int end) => NegativeCue.In(lower, start, end);

    /// <summary>Said as a fault: a negative predicate and nothing done about it.</summary>
    public static bool IsFault(string lower, int start, int end) => Fault.In(lower, start, end) && !Remedy.In(lower, start, end);

    public static bool IsPositive(string lower, int start, int end) => PositiveCue.In(lower, start, end);

    public static bool LooksAhead(string lower, int start, int end) => ForwardCue.In(lower, start, end);

    public static bool IsDone(string lower, int start, int end) => DoneCue.In(lower, start, end);

    public static bool IsObligation(string lower, int start, int end) => ObligationCue.In(lower, start, end);
}
