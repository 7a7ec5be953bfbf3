using System.Text;
using System.Text.Json;

namespace PartyOfficeTracker.Reading.Training;

/// <summary>A report with its worked answer: for each clause the class it has there.</summary>
internal sealed record Labelled(string Collection, string Name, IReadOnlyList<Clause> Clauses, int[] Classes, int[] GoldCounts)
{
    private const double Same = 0.6;

    private static readonly string[] Lists = ["achievements", "shortcomings", "difficulties", "recommendations", "directives", "plannedTasks"];

    /// <summary>The reports of a folder of answers; the texts lie beside them or in a folder "texts" next to theirs.</summary>
    public static IEnumerable<Labelled> In(string folder)
    {
        var collection = Path.GetFileName(folder) is "gold" ? Path.GetFileName(Path.GetDirectoryName(folder)!) : Path.GetFileName(folder);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var source = json.RootElement.GetProperty("source").GetString()!;
            var text = new[] { folder, Path.Combine(folder, "..", "texts"), Path.Combine(folder, "..", "..", "seeds") }
                .Select(place => Path.Combine(place, source)).FirstOrDefault(File.Exists);
            if (text is null) continue;
            var name = Path.GetFileNameWithoutExtension(file);
            var group = collection == "Reports" ? name[..name.IndexOf('-', StringComparison.Ordinal)] : collection!;
            yield return Of(group, name, File.ReadAllText(text), json.RootElement);
        }
    }

    /// <summary>The report as one reads it who does not hear the rules.</summary>
    public Labelled WithoutRules(bool withoutTheWalk) => this with { Clauses = [.. Clauses.Select(clause => clause.WithoutRules(withoutTheWalk))] };

    private static Labelled Of(string collection, string name, string text, JsonElement gold)
    {
        var clauses = MinutesReader.ClausesOf(text);
        var wanted = Lists.SelectMany((list, kind) => Items(gold, list).Select(item => (Kind: kind, Words: Words(TextOf(item, text))))).ToList();
        var classes = Enumerable.Repeat(Reading.Classes.None, clauses.Count).ToArray();
        var pairs = clauses
            .SelectMany((clause, i) => wanted.Select((item, j) => (i, j, Share: Jaccard(Words(clause.Make(ItemKind.Achievement).Text), item.Words))))
            .Where(pair => pair.Share >= Same).OrderByDescending(pair => pair.Share).ThenBy(pair => pair.i);
        var taken = (Clauses: new HashSet<int>(), Items: new HashSet<int>());
        foreach (var (i, j, _) in pairs)
        {
            if (taken.Clauses.Contains(i) || !taken.Items.Add(j)) continue;
            taken.Clauses.Add(i);
            classes[i] = wanted[j].Kind;
        }

        var counts = Enumerable.Range(0, Lists.Length).Select(kind => wanted.Count(item => item.Kind == kind)).ToArray();
        return new Labelled(collection, name, clauses, classes, counts);
    }

    private static IEnumerable<JsonElement> Items(JsonElement gold, string list)
    {
        var at = list is "difficulties" or "plannedTasks" ? gold.TryGetProperty("extras", out var extras) ? extras : default : gold;
        return at.ValueKind == JsonValueKind.Object && at.TryGetProperty(list, out var items) ? [.. items.EnumerateArray()] : [];
    }

    private static string TextOf(JsonElement item, string source)
    {
        if (item.ValueKind == JsonValueKind.String) return item.GetString()!;
        if (item.TryGetProperty("text", out var text)) return text.GetString()!;
        var plain = source.Replace('\u00A0', ' ');
        var first = item.GetProperty("startsWith").GetString()!;
        var last = item.GetProperty("endsWith").GetString()!;
        var start = -1;
        var times = item.TryGetProperty("occurrence", out var count) ? count.GetInt32() : 1;
        for (var i = 0; i < times; i++) start = plain.IndexOf(first, start + 1, StringComparison.Ordinal);
        var end = plain.IndexOf(last, start, StringComparison.Ordinal);
        while (end >= 0 && end + last.Length < start + first.Length) end = plain.IndexOf(last, end + 1, StringComparison.Ordinal);
        return end < 0 ? first : plain[start..(end + last.Length)];
    }

    private static double Jaccard(HashSet<string> a, HashSet<string> b)
    {
        var both = a.Count(b.Contains);
        return both == 0 ? 0 : (double)both / (a.Count + b.Count - both);
    }

    private static HashSet<string> Words(string text)
    {
        var folded = Folding.Lower(text.Normalize(NormalizationForm.FormC).Replace('\u00A0', ' ').Replace('\u00D0', 'Đ'));
        return [.. new string([.. folded.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
