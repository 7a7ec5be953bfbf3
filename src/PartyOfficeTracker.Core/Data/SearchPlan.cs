using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Data;

/// <summary>One thing that must be there, in one of several wordings, each of words that must all be there; as typed first.</summary>
public sealed record SearchPart(IReadOnlyList<string[]> Wordings)
{
    /// <summary>The first wording with its marks and capitals; empty for a day.</summary>
    public IReadOnlyList<TypedWord> Typed { get; init; } = [];
}

/// <summary>How near a text is to what was typed, the nearest first.</summary>
public enum SearchFit
{
    /// <summary>Whole words, spelt as typed.</summary>
    Spelt,

    /// <summary>Whole words in another spelling.</summary>
    Whole,

    /// <summary>A word that begins with the last one typed.</summary>
    Begun,

    /// <summary>Not all of it is in this text.</summary>
    Elsewhere,
}

/// <summary>What a search asks for: every part must be there, the last word typed may be unfinished.</summary>
public sealed record SearchPlan(IReadOnlyList<SearchPart> Parts)
{
    private const int MostParts = 12;

    /// <summary>The last word as typed; null when nothing searchable, a day or an abbreviation the office knows stands last: these do not go on.</summary>
    public string? Unfinished { get; private init; }

    /// <param name="text">What was typed.</param>
    /// <param name="synonyms">Other wordings of words that follow each other, by those words with blanks between; null for none.</param>
    public static SearchPlan Of(string text, IReadOnlyDictionary<string, IReadOnlyList<string[]>>? synonyms = null)
    {
        var parts = new List<SearchPart>();
        var at = 0;
        foreach (var day in SearchWords.DaysIn(text))
        {
            AddWords(parts, text[at..day.Index], synonyms);
            var named = text.Substring(day.Index, day.Length);
            parts.Add(new SearchPart([[day.Term], [.. SearchWords.Of(named)]]));
            at = day.Index + day.Length;
        }

        var rest = text[at..];
        var last = SearchWords.Of(rest).LastOrDefault();
        AddWords(parts, rest, synonyms);
        var isWhole = parts.Count > MostParts || parts is [.., { Wordings.Count: > 1, Typed: [.., { IsCapital: true }] }];
        return new SearchPlan([.. parts.Take(MostParts)]) { Unfinished = isWhole ? null : last };
    }

    /// <summary>Whether a word of a text is one that was searched for.</summary>
    public bool Has(string word) => SearchWords.Of(word).Any(w =>
        Parts.Any(p => p.Wordings.Any(words => words.Contains(w, StringComparer.Ordinal)))
        || (Unfinished is { } start && w.StartsWith(start, StringComparison.Ordinal)));

    /// <summary>Whether words in order are what was typed and nothing else, each part in one of its wordings.</summary>
    public bool IsAll(IReadOnlyList<string> words) => Parts.Count > 0 && Parts
        .Aggregate((IEnumerable<int>)[0], (ends, part) => [.. ends.SelectMany(at => part.Wordings
            .Where(wording => words.Skip(at).Take(wording.Length).SequenceEqual(wording, StringComparer.Ordinal))
            .Select(wording => at + wording.Length))])
        .Contains(words.Count);

    /// <summary>Whether one text shows a word that was searched for and that the other does not show.</summary>
    public bool ShowsMore(string text, string than) => SearchWords.Of(text).Except(SearchWords.Of(than), StringComparer.Ordinal).Any(Has);

    /// <summary>
    /// How near a text is to what was typed. As typed means: a mark typed is there, and an abbreviation in capitals is in capitals or in full. The words of
    /// the index are folded, "hòa" finds "hóa" too; this tells the one from the other, and both from "hoàn", which only begins so.
    /// </summary>
    public SearchFit FitOf(string text)
    {
        var words = TypedWord.Of(text);
        var folded = SearchWords.Of(text).ToHashSet(StringComparer.Ordinal);
        return Parts.All(IsSpelt) ? SearchFit.Spelt : Parts.All(IsWhole) ? SearchFit.Whole : Parts.All(IsBegun) ? SearchFit.Begun : SearchFit.Elsewhere;

        bool IsSpelt(SearchPart part) => part.Typed.All(t => words.Any(w => Fits(part, w, t))) || part.Wordings.Skip(1).Any(IsThere);

        bool IsWhole(SearchPart part) => part.Typed.Count == 0 || part.Wordings.Any(IsThere);

        bool IsBegun(SearchPart part) => IsWhole(part) || (Unfinished is { } start && ReferenceEquals(part, Parts[^1])
            && part.Wordings[0].SkipLast(1).All(folded.Contains) && folded.Any(w => w.StartsWith(start, StringComparison.Ordinal)));

        bool IsThere(string[] wording) => Array.TrueForAll(wording, folded.Contains);

        static bool Fits(SearchPart part, TypedWord word, TypedWord typed) =>
            word.Spelt.Fits(typed.Spelt) && (word.IsCapital || !typed.IsCapital || part.Wordings.Count == 1);
    }

    private static void AddWords(List<SearchPart> parts, string text, IReadOnlyDictionary<string, IReadOnlyList<string[]>>? synonyms)
    {
        var words = SearchWords.Of(text).ToArray();
        var typed = TypedWord.Of(text);
        for (var i = 0; i < words.Length;)
        {
            var length = words.Length - i;
            IReadOnlyList<string[]>? others = null;
            while (length > 0 && synonyms?.TryGetValue(string.Join(' ', words, i, length), out others) != true)
            {
                length--;
            }

            var taken = Math.Max(length, 1);
            parts.Add(new SearchPart([words[i..(i + taken)], .. others ?? []])
            {
                Typed = typed.Count == words.Length ? [.. typed.Skip(i).Take(taken)] : [],
            });
            i += taken;
        }
    }
}
