using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>Names of provinces and cities as reports print them, before and after the mergers of July 2025.</summary>
internal static class Provinces
{
    private static readonly Vocabulary Phrases = Vocabulary.Of("provinces");

    /// <summary>What may stand before the name and belongs to it only for the cities that are always called so.</summary>
    private const string Before = "(?:(?:các )?(?:tỉnh ủy|thành ủy|tỉnh|thành phố|tp\\.?|t\\.p\\.?) )?";

    private static readonly Regex Name = Cue.Of("\\b(" + Phrases.Choice("names") + ")\\b");
    private static readonly Regex AtStart = Cue.Of("^" + Before + "(?<name>" + Phrases.Choice("names") + ")\\b");

    /// <summary>All province names in a stretch, capitalised ones only.</summary>
    public static IEnumerable<(int Start, int End)> In(SourceView view, int start, int end)
    {
        foreach (var match in Name.All(view.Lower, start, end))
        {
            if (char.IsUpper(view.Text[match.Index])) yield return (match.Index, match.Index + match.Length);
        }
    }

    /// <summary>A province name that begins right here, "tỉnh", "thành phố", "Tỉnh ủy" before it skipped.</summary>
    public static (int Start, int End)? At(SourceView view, int start, int end)
    {
        var stop = Math.Min(end, start + 60);
        if (stop <= start) return null;
        var match = AtStart.Match(view.Lower, start, stop - start);
        if (!match.Success) return null;
        var name = match.Groups["name"];
        return char.IsUpper(view.Text[name.Index]) || view.Lower[name.Index] == 't' ? (name.Index, name.Index + name.Length) : null;
    }

    public static bool IsName(string lower)
    {
        var match = Name.Match(lower);
        return match.Success && match.Length == lower.Length;
    }

    /// <summary>The province a text speaks of most; null when none is named.</summary>
    public static string? MostNamed(SourceView view, int end) =>
        In(view, 0, end)
            .Select(found => view.Slice(found.Start, found.End))
            .Where(name => name != "Hà Nội")
            .GroupBy(name => name, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .Select(group => group.Key)
            .FirstOrDefault();
}
