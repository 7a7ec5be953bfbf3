using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.Core.Import;

/// <summary>One passage of both, or one subject; with another kind in each, or other numbers, they contradict one another.</summary>
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

    /// <summary>So many words on end, and this share of the shorter passage, make one subject.</summary>
    private const int SubjectWords = 4;

    private const double SubjectShare = 0.5;

    private static readonly (string One, string Other)[] Opposites = [("tăng", "giảm"), ("trên", "dưới")];
    private static readonly HashSet<string> Bounds = [.. Opposites.SelectMany(o => VietnameseText.Words(o.One + " " + o.Other))];

    public static ImportComparison Of(
        ConferenceDetails conference, IReadOnlyList<ImportRow> rows, IReadOnlyList<HeadDifference> heads, IReadOnlyList<string> newPoints)
    {
        var here = conference.Rows.SelectMany(g => g).Select(r => (Row: r, Words: WordsOf(r.Text))).ToList();
        var there = rows.Select(r => (Row: r, Words: WordsOf(r.Text))).ToList();
        var pairs = here
            .SelectMany(h => there.Select(t => (
                Here: h.Row,
                There: t.Row,
                Share: Jaccard(h.Words, t.Words),
                Apart: AreAtOdds(h.Row.Text, t.Row.Text),
                Told: Jaccard(Told(h.Words), Told(t.Words)))))
            .Where(p => p.Share >= NearEqual || (p.Apart && p.Told >= NearEqual))
            .OrderByDescending(p => p.Share).ThenBy(p => p.There.IsAccepted ? 0 : 1).ThenBy(p => p.Here.Kind == p.There.Kind ? 0 : 1);
        var same = new List<SamePassage>();
        var (usedHere, usedThere) = (new HashSet<int>(), new HashSet<int>());
        foreach (var pair in pairs)
        {
            if (!usedHere.Contains(pair.Here.Id) && !usedThere.Contains(pair.There.Id))
            {
                usedHere.Add(pair.Here.Id);
                usedThere.Add(pair.There.Id);
                same.Add(new SamePassage(pair.Here, pair.There));
            }
        }

        var opposed = new List<SamePassage>();
        foreach (var left in here.Where(h => !usedHere.Contains(h.Row.Id)))
        {
            var free = there.Select(t => t.Row).Where(t => !usedThere.Contains(t.Id));
            if (free.FirstOrDefault(t => AreOpposed(left.Row.Kind, t.Kind) && HaveOneSubject(left.Row.Text, t.Text)) is { } right)
            {
                usedHere.Add(left.Row.Id);
                usedThere.Add(right.Id);
                opposed.Add(new SamePassage(left.Row, right));
            }
        }

        return new ImportComparison(
            conference,
            heads,
            [.. same.Where(p => !Contradict(p))],
            [.. same.Where(Contradict), .. opposed],
            [.. here.Select(h => h.Row).Where(r => !usedHere.Contains(r.Id))],
            [.. there.Select(t => t.Row).Where(r => !usedThere.Contains(r.Id))],
            newPoints);
    }

    /// <summary>How many passages two accounts share; three of them, and they are accounts of one conference.</summary>
    public int Shared => Same.Count + Contradicting.Count;

    private static bool Contradict(SamePassage pair) => pair.Here.Kind != pair.There.Kind || AreAtOdds(pair.Here.Text, pair.There.Text);

    /// <summary>Each names a number the other does not (a figure, a day, the number of a paper), or one says "tăng" where the other says "giảm".</summary>
    private static bool AreAtOdds(string a, string b)
    {
        var (first, second) = (WordsOf(a).Where(IsNumber).ToHashSet(StringComparer.Ordinal), WordsOf(b).Where(IsNumber).ToHashSet(StringComparer.Ordinal));
        return (first.Except(second).Any() && second.Except(first).Any())
            || Array.Exists(Opposites, o => OnlyOne(a, b, o.One, o.Other) || OnlyOne(a, b, o.Other, o.One));
    }

    private static bool OnlyOne(string a, string b, string one, string other) =>
        Says(a, one) && !Says(a, other) && Says(b, other) && !Says(b, one);

    /// <summary>Whether a text has the word, marks and all, before a number: "tăng 12,5%", "dưới 70%".</summary>
    private static bool Says(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var after = at + word.Length;
            if (after + 1 < text.Length && text[after] == ' ' && char.IsAsciiDigit(text[after + 1]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNumber(string word) => word.All(char.IsAsciiDigit);

    /// <summary>What is told, numbers and their bounds apart.</summary>
    private static HashSet<string> Told(HashSet<string> words) => [.. words.Where(w => !IsNumber(w) && !Bounds.Contains(w))];

    private static bool AreOpposed(RowKind a, RowKind b) => (a == RowKind.Achievement && IsFault(b)) || (b == RowKind.Achievement && IsFault(a));

    private static bool IsFault(RowKind kind) => kind is RowKind.Shortcoming or RowKind.Obstacle;

    /// <summary>
    /// "công tác ứng dụng công nghệ thông tin còn hạn chế" and "đẩy mạnh ứng dụng công nghệ thông tin": what one account praises the other
    /// finds fault with.
    /// </summary>
    private static bool HaveOneSubject(string a, string b)
    {
        var (first, second) = (VietnameseText.Words(a), VietnameseText.Words(b));
        var run = LongestRun(first, second);
        return run >= SubjectWords && run >= SubjectShare * Math.Min(first.Length, second.Length);
    }

    private static int LongestRun(string[] a, string[] b)
    {
        var longest = 0;
        var before = new int[b.Length + 1];
        foreach (var word in a)
        {
            var now = new int[b.Length + 1];
            for (var j = 0; j < b.Length; j++)
            {
                now[j + 1] = string.Equals(word, b[j], StringComparison.Ordinal) ? before[j] + 1 : 0;
                longest = Math.Max(longest, now[j + 1]);
            }

            before = now;
        }

        return longest;
    }

    private static HashSet<string> WordsOf(string text) => [.. VietnameseText.Words(text)];

    private static double Jaccard(HashSet<string> a, HashSet<string> b)
    {
        var common = a.Count(b.Contains);
        return common == 0 ? 0 : (double)common / (a.Count + b.Count - common);
    }
}
