using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>
/// What a text that was looked up carries at its top: its address, the words it was found by, and a remark of whoever kept it. None of it is the report's:
/// the words that were searched for name conferences, organisers and forms that the text need not have.
/// </summary>
internal static class SearchHead
{
    /// <summary>Address, words, remark.</summary>
    private const int Lines = 3;

    private const int Longest = 3000;

    private static readonly Vocabulary Phrases = Vocabulary.Of("page");

    private static readonly Regex Address = Phrases.Cue("SearchAddress");
    private static readonly Regex Remark = Cue.Of(@"^#\s");

    /// <summary>Where the report begins: 0 when there is no such head.</summary>
    public static int EndOf(SourceView view)
    {
        var (position, last) = (0, Math.Min(view.Text.Length, Longest));
        for (var found = 0; position < last;)
        {
            var newline = view.Text.IndexOf('\n', position, last - position);
            var (start, end) = (position, newline < 0 ? last : newline);
            position = end + 1;
            if (string.IsNullOrWhiteSpace(view.Text[start..end])) continue;
            found++;
            if (found == 1 && !Address.In(view.Lower, start, end)) return 0;
            if (found == Lines) return Remark.In(view.Lower, start, end) ? position : 0;
        }

        return 0;
    }
}
