using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Units;

/// <summary>The units a text names.</summary>
/// <param name="Ids">None where it names none.</param>
/// <param name="Rest">What else it says; empty when it is a name and nothing else.</param>
public sealed record UnitsInText(IReadOnlyList<int> Ids, string Rest)
{
    public static readonly UnitsInText None = new([], "");
}

/// <summary>Units by what people call them.</summary>
public static class PlaceNames
{
    /// <summary>Letters of a name from which on a part of it names the unit.</summary>
    private const int ShortestPart = 2;

    private static readonly string[] s_fronts = ["diem cau ", "van phong ", "tinh uy ", "thanh uy ", "tinh ", "thanh pho ", "tp "];

    /// <summary>The unit that bore this name, on the day if it did then.</summary>
    public static UnitInfo? UnitOf(IReadOnlyList<UnitInfo> units, string? name, DateOnly? day)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        var folded = KeyOf(name);
        var named = units.Where(u => u.Names.Any(n => KeyOf(n.Name) == folded)).ToList();
        return named.Find(u => day is null || u.IsValidOn(day.Value)) ?? named.FirstOrDefault();
    }

    /// <summary>
    /// The units a text names, among other words or alone; alone a part of the name is enough, its last word unfinished. With a unit comes the one that
    /// carries on its work.
    /// </summary>
    public static UnitsInText NamedIn(IReadOnlyList<UnitInfo> units, string? text)
    {
        var words = WordsOf(text ?? "");
        var typed = words.ConvertAll(w => VietnameseText.Spelling(w).FirstOrDefault());
        var names = units.SelectMany(u => u.Names.Select(n => (Unit: u, Name: Spelt(n.Name)))).ToList();
        foreach (var length in names.Select(n => n.Name.Count).Where(l => l <= words.Count).Distinct().OrderDescending())
        {
            for (var at = 0; at + length <= words.Count; at++)
            {
                var named = names.Where(n => n.Name.Count == length && Begins(n.Name, 0, typed, at, length, unfinished: false)).Select(n => n.Unit).ToList();
                if (named.Count > 0)
                {
                    var before = words.Take(at).ToList();
                    DropFronts(before);
                    return new UnitsInText(WithSuccessors(units, named), string.Join(' ', before.Concat(words.Skip(at + length))));
                }
            }
        }

        var part = typed.Sum(w => w.Letters?.Length ?? 0) < ShortestPart ? [] : names
            .Where(n => Enumerable.Range(0, Math.Max(0, n.Name.Count - typed.Count + 1)).Any(i => Begins(n.Name, i, typed, 0, typed.Count, unfinished: true)))
            .Select(n => n.Unit).ToList();
        return part.Count == 0 ? UnitsInText.None : new UnitsInText(WithSuccessors(units, part), "");
    }

    /// <summary>"tỉnh Cà Mau", "điểm cầu Cà Mau" and "Cà Mau" are one place.</summary>
    public static string KeyOf(string place)
    {
        var folded = VietnameseText.Fold(place);
        foreach (var front in s_fronts)
        {
            if (folded.StartsWith(front, StringComparison.Ordinal))
            {
                folded = folded[front.Length..];
            }
        }

        return folded;
    }

    private static List<string> WordsOf(string text) =>
        [.. new string([.. VietnameseText.Normalise(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>A unit's name without what stands before every such name.</summary>
    private static List<SpeltWord> Spelt(string name)
    {
        var words = WordsOf(name);
        var rest = VietnameseText.Words(KeyOf(name)).Length;
        return [.. words.Skip(words.Count - rest).SelectMany(VietnameseText.Spelling)];
    }

    private static bool Begins(List<SpeltWord> name, int from, List<SpeltWord> typed, int at, int length, bool unfinished) => length > 0
        && Enumerable.Range(0, length).All(i => typed[at + i].Letters is not null && name[from + i].Fits(typed[at + i], unfinished && i == length - 1));

    /// <summary>"báo cáo của Tỉnh ủy Cà Mau": the words before the name that belong to it.</summary>
    private static void DropFronts(List<string> words)
    {
        while (s_fronts.FirstOrDefault(f => (VietnameseText.Fold(string.Join(' ', words)) + " ").EndsWith(" " + f, StringComparison.Ordinal)
            || VietnameseText.Fold(string.Join(' ', words)) + " " == f) is { } front)
        {
            var length = VietnameseText.Words(front).Length;
            words.RemoveRange(words.Count - length, length);
        }
    }

    private static List<int> WithSuccessors(IReadOnlyList<UnitInfo> units, List<UnitInfo> named)
    {
        var all = units.ToDictionary(u => u.Id);
        return [.. named.Concat(named.Select(u => UnitDirectory.Today(u, all))).Select(u => u.Id).Distinct()];
    }
}
