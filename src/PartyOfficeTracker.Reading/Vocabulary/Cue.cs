using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>Regular expressions of the reader: all of them run in linear time.</summary>
internal static class Cue
{
    /// <summary>A bounded repeat up to this many times costs too little to count.</summary>
    private const int NarrowRepeat = 12;

    private const int MostFarRepeats = 2;

    /// <summary>A pattern over <see cref="SourceView.Lower"/> (written in lower case) or over the text itself (when it must see capitals).</summary>
    /// <remarks>
    /// A pattern with one or two far-reaching repeats costs a bounded window a character and runs on the ordinary engine, which is built in microseconds. With
    /// more a hostile text could multiply them, so those run on the linear-time engine, whose automata take megabytes and milliseconds each to build.
    /// </remarks>
    public static Regex Of(string pattern)
    {
        var engine = FarRepeats(pattern) > MostFarRepeats ? RegexOptions.NonBacktracking : RegexOptions.None;
        return new Regex(pattern, engine | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
    }

    /// <summary>Repeats without a bound or with one beyond <see cref="NarrowRepeat"/>; runs of blanks are not counted.</summary>
    private static int FarRepeats(string pattern)
    {
        var count = 0;
        for (var i = 1; i < pattern.Length; i++)
        {
            if (pattern[i - 1] == '\\' && (i < 2 || pattern[i - 2] != '\\')) continue;
            if (pattern[i] is '*' or '+' && !(pattern[i - 1] == 's' && i > 1 && pattern[i - 2] == '\\')) count++;
            else if (pattern[i] == '{' && UpperBound(pattern, i) > NarrowRepeat) count++;
        }

        return count;
    }

    private static int UpperBound(string pattern, int brace)
    {
        var close = pattern.IndexOf('}', brace);
        var comma = pattern.IndexOf(',', brace, close - brace);
        if (comma < 0) return 0;
        return comma + 1 == close ? int.MaxValue : int.Parse(pattern.AsSpan(comma + 1, close - comma - 1), CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Characters this thread has handed to expressions so far: what reading costs, whatever else the machine does. Tests hold its growth; a clock would
    /// fail them on a busy day.
    /// </summary>
    [field: ThreadStatic]
    public static long Searched { get; private set; }

    /// <summary>Whether the pattern occurs in <c>text[start..end]</c>; a stretch that ends before it begins holds nothing.</summary>
    public static bool In(this Regex regex, string text, int start, int end) => regex.IsMatch(text.AsSpan(start, Counted(end - start)));

    /// <summary>First match inside <c>text[start..end]</c>; anchors see only that stretch, the index is the one of the whole text.</summary>
    public static Match First(this Regex regex, string text, int start, int end) => regex.Match(text, start, Counted(end - start));

    /// <summary>All matches inside <c>text[start..end]</c>.</summary>
    public static IEnumerable<Match> All(this Regex regex, string text, int start, int end)
    {
        for (var match = regex.Match(text, start, Counted(end - start)); match.Success; match = match.NextMatch()) yield return match;
    }

    private static int Counted(int length)
    {
        var searched = Math.Max(0, length);
        Searched += searched;
        return searched;
    }
}
