using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>Documents cited, with a number or only by date.</summary>
internal static class References
{
    private static readonly Vocabulary Phrases = Vocabulary.Of("papers");

    private static readonly Regex Coded = Cue.Of(@"((?<type>" + Phrases.Choice("coded-papers") +
        @")\s+)?(số\s*:?\s*)?\b(?<n>[0-9]{1,4})(?<y>/20[0-9]{2})?\s?(?<sep>[-/–])\s?(?<s>((" + Phrases.Choice("paper-codes") +
        @")([-/–](" + Phrases.Choice("issuer-codes") + @"))+|" + Phrases.Choice("own-codes") + @"))\b");
    private static readonly Regex Numbered = Cue.Of(@"\b(?<type>" + Phrases.Choice("numbered-papers") + @")\s+(số\s+)?(?<n>[0-9]{1,4})\b");
    private static readonly Regex MoreNumbers = Cue.Of(@"^\s*(,|và)\s*(số )?(?<n>[0-9]{1,4})\b");
    private static readonly Regex NotANumber = Phrases.Cue(nameof(NotANumber));
    private static readonly Regex Issuer = Phrases.Cue(nameof(Issuer));
    private static readonly Regex IssueDay = Cue.Of(@"^,? ?ngày (?<d>[0-9]{1,2}[/.\-][0-9]{1,2}[/.\-][0-9]{4})");
    private static readonly Regex ByDate = Cue.Of(@"\b(" + Phrases.Choice("dated-papers") + @")\s+ngày\s+[0-9]{1,2}[/\-.][0-9]{1,2}[/\-.][0-9]{4}( của (?<i>" +
        Phrases.Choice("issuers-of-dated-papers") + @"|[^,.;]{3,60}? (?<about>về)\b|[^,.;]{3,40}))?");

    public static List<DocumentMention> Documents(SourceView view, int start, int end)
    {
        var result = new List<DocumentMention>();
        var taken = new List<(int Start, int End)>();
        foreach (var match in Coded.All(view.Lower, start, end))
        {
            taken.Add((match.Index, match.Index + match.Length));
            var symbol = SymbolOf(view, match.Groups["s"]);
            result.Add(Mention(view, match, CodeOf(match, symbol), symbol));
        }

        foreach (var match in Numbered.All(view.Lower, start, end))
        {
            var stop = match.Index + match.Length;
            if (taken.Exists(other => match.Index < other.End && other.Start < stop) || NotANumber.In(view.Lower, stop, Math.Min(end, stop + 12)) ||
                (stop < end && view.Text[stop] is '/' or '-' or '%'))
            {
                continue;
            }

            if (SharedSymbol(view, stop, end) is { } shared)
            {
                result.Add(Mention(view, match, match.Groups["n"].Value + "-" + shared, shared));
                continue;
            }

            var type = view.Slice(match.Groups["type"].Index, match.Groups["type"].Index + match.Groups["type"].Length);
            result.Add(Mention(view, match, Capital(type) + " " + match.Groups["n"].Value, null));
            while (MoreNumbers.First(view.Lower, stop, Math.Min(end, stop + 16)) is { Success: true } more)
            {
                var next = more.Index + more.Length;
                if (taken.Exists(other => more.Index < other.End && other.Start < next) || NotANumber.In(view.Lower, next, Math.Min(end, next + 12)) ||
                    (next < end &&
                    (view.Text[next] is '/' or '-' or '%' ||
                    (view.Text[next] == ' ' && next + 1 < end && char.IsLower(view.Text[next + 1]) && !view.Lower.AsSpan(next).StartsWith(" của") &&
                    !view.Lower.AsSpan(next).StartsWith(" và")))))
                {
                    break;
                }

                result.Add(new DocumentMention(view.ToSource(more.Groups["n"].Index, next), Capital(type) + " " +
                    more.Groups["n"].Value, type, more.Groups["n"].Value, null, null));
                stop = next;
            }
        }

        return result;
    }

    /// <summary>"Quyết định 217, 218-QĐ/TW": the letters behind the last number are those of all.</summary>
    private static string? SharedSymbol(SourceView view, int stop, int end)
    {
        var next = MoreNumbers.First(view.Lower, stop, Math.Min(end, stop + 16));
        if (!next.Success) return null;
        var coded = Coded.First(view.Lower, next.Groups["n"].Index, Math.Min(end, next.Groups["n"].Index + 40));
        var isNext = coded.Success && coded.Groups["n"].Index == next.Groups["n"].Index && coded.Groups["sep"].Value != "/";
        return isNext ? SymbolOf(view, coded.Groups["s"]) : null;
    }

    /// <summary>The letters with plain hyphens, whatever was typed between them.</summary>
    private static string SymbolOf(SourceView view, Group letters) =>
        view.Slice(letters.Index, letters.Index + letters.Length).Replace('–', '-').Replace('\u2010', '-').Replace('\u2011', '-');

    private static string CodeOf(Match match, string symbol)
    {
        var year = match.Groups["y"].Value;
        return match.Groups["n"].Value + year + (year.Length > 0 || match.Groups["sep"].Value == "/" ? "/" : "-") + symbol;
    }

    public static IEnumerable<ReadText> Unnumbered(SourceView view, int start, int end)
    {
        foreach (var match in ByDate.All(view.Lower, start, end))
        {
            var stop = match.Index + match.Length;
            if (view.Lower[match.Index..stop].EndsWith(" về", StringComparison.Ordinal)) stop -= " về".Length;
            yield return new ReadText(view.Slice(match.Index, stop), view.ToSource(match.Index, stop));
        }
    }

    private static DocumentMention Mention(SourceView view, Match match, string code, string? symbol)
    {
        var stop = match.Index + match.Length;
        var type = match.Groups["type"] is { Success: true } word ? view.Slice(word.Index, word.Index + word.Length) : null;
        var day = IssueDay.First(view.Lower, stop, Math.Min(view.Length, stop + 24)) is { Success: true } on ? on.Groups["d"] : null;
        var issuer = Issuer.First(view.Lower, stop, Math.Min(view.Length, stop + 100)) is { Success: true } by ? by.Groups["i"] : null;
        return new DocumentMention(view.ToSource(match.Index, stop), code, type, match.Groups["n"].Value, symbol,
            issuer is null ? null
                : new ReadText(view.Slice(issuer.Index, issuer.Index + issuer.Length), view.ToSource(issuer.Index, issuer.Index + issuer.Length)),
            day is null ? null : new ReadText(view.Slice(day.Index, day.Index + day.Length), view.ToSource(day.Index, day.Index + day.Length)));
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
