using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.Core.Import;

/// <summary>One passage of both; with another kind in each they contradict one another.</summary>
public sealed record SamePassage(MinutesRow Here, ImportRow There);

/// <summary>A field of the head the two accounts give differently.</summary>
public sealed record HeadDifference(string Field, string? Here, string? There);

/// <summary>The conference that exists beside the report that came in.</summary>
public sealed record ImportComparison(
    ConferenceDetails Conference,
    IReadOnlyList<HeadDifference> Heads,
    IReadOnlyList<SamePassage> Same,
    IReadOnlyList<SamePassage> Contradicting,
    IReadOnlyList<MinutesRow> OnlyHere,
    IReadOnlyList<ImportRow> OnlyThere,
    IReadOnlyList<string> NewPoints)
{
    /// <summary>From this share of common words on, two passages are one.</summary>
    private const double NearEqual = 0.6;

    public static ImportComparison Of(ConferenceDetails conference, IReadOnlyList<ImportRow> rows, IReadOnlyList<HeadDifference> heads, IReadOnlyList<string> newPoints)
    {
        var here = conference.Rows.SelectMany(g => g).Select(r => (Row: r, Words: WordsOf(r.Text))).ToList();
        var there = rows.Select(r => (Row: r, Words: WordsOf(r.Text))).ToList();
        var pairs = here
            .SelectMany(h => there.Select(t => (Here: h.Row, There: t.Row, Share: Jaccard(h.Words, t.Words))))
            .Where(p => p.Share >= NearEqual)
            .OrderByDescending(p => p.Share).ThenBy(p => p.Here.Kind == p.There.Kind ? 0 : 1);
        var same = new List<SamePassage>();
        var (usedHere, usedThere) = (new HashSet<RowReference>(), new HashSet<int>());
        foreach (var pair in pairs)
        {
            if (!usedHere.Contains(pair.Here.Reference) && !usedThere.Contains(pair.There.Id))
            {
                usedHere.Add(pair.Here.Reference);
                usedThere.Add(pair.There.Id);
                same.Add(new SamePassage(pair.Here, pair.There));
            }
        }

        return new ImportComparison(
            conference,
            heads,
            [.. same.Where(p => p.Here.Kind == p.There.Kind)],
            [.. same.Where(p => p.Here.Kind != p.There.Kind)],
            [.. here.Select(h => h.Row).Where(r => !usedHere.Contains(r.Reference))],
            [.. there.Select(t => t.Row).Where(r => !usedThere.Contains(r.Id))],
            newPoints);
    }

    private static HashSet<string> WordsOf(string text) => [.. VietnameseText.Words(text)];

    private static double Jaccard(HashSet<string> a, HashSet<string> b)
    {
        var common = a.Count(b.Contains);
        return common == 0 ? 0 : (double)common / (a.Count + b.Count - common);
    }
}
