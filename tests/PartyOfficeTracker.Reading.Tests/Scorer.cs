using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading.Tests;

internal sealed record Score(double Scalars, double Items, double Lists, IReadOnlyList<string> Misses);

/// <summary>
/// The figures a collection is judged by: share of scalars right, micro-F1 over the four item lists (token-set Jaccard ≥ 0.6, one to one)
/// and over all lists. Gold items are given whole or as first and last words.
/// </summary>
internal static class Scorer
{
    private const double Threshold = 0.6;
    private static readonly string[] Scalars = ["organiser", "date", "timeOfDay", "kind", "form", "period", "author"];
    private static readonly string[] ItemLists = ["achievements", "shortcomings", "recommendations", "directives"];
    private static readonly string[] NamedLists = ["chairs", "connectionPoints", "documents", "figures", "provincesSpeaking", "awards"];

    public static Score Of(IEnumerable<(string Name, JsonElement Gold, JsonElement Draft, string Text)> reports)
    {
        int right = 0, scalars = 0;
        var items = new Tally();
        var lists = new Tally();
        var misses = new List<string>();
        foreach (var (name, gold, draft, text) in reports)
        {
            foreach (var key in Scalars)
            {
                scalars++;
                if (ScalarMatches(gold, draft, key)) right++;
                else misses.Add($"{name} {key}: {Value(draft, key)}");
            }

            foreach (var key in ItemLists.Concat(NamedLists))
            {
                var wanted = Elements(gold, key);
                var found = Elements(draft, key);
                var matched = Match(wanted, found, (a, b) => Similar(key, gold, a, b, text), Name);
                var tally = new Tally(matched, found.Count - matched, wanted.Count - matched);
                if (ItemLists.Contains(key, StringComparer.Ordinal)) items.Add(tally);
                lists.Add(tally);

                void Name(JsonElement missed) => misses.Add($"{name} {key}: {TextOf(missed, text)}");
            }
        }

        return new Score((double)right / scalars, items.F1, lists.F1, misses);
    }

    /// <summary>
    /// What a clerk does on the review page until a draft says what the gold says: one act for a field of the head, for a row that is missing, for one that is
    /// set aside, for a row that is opened because its words, number, addressee, deadline or unit are others. Figures and speakers are no fields of that page.
    /// </summary>
    public static IReadOnlyList<string> Corrections(JsonElement gold, JsonElement draft, string text)
    {
        var acts = Scalars.Where(key => !ScalarMatches(gold, draft, key)).Select(key => $"{key}: {Value(draft, key)}").ToList();
        foreach (var key in new[] { "chairs", "connectionPoints", "documents" })
        {
            var (wanted, found) = (Elements(gold, key), Elements(draft, key));
            var matched = Match(wanted, found, (a, b) => Similar(key, gold, a, b, text), _ => { });
            if (matched < wanted.Count || matched < found.Count) acts.Add($"{key}: {Value(draft, key)}");
        }

        foreach (var key in ItemLists.Append("awards"))
        {
            var left = Elements(draft, key);
            foreach (var wanted in Elements(gold, key))
            {
                var words = TextOf(wanted, text);
                var best = left.OrderByDescending(found => Jaccard(words, TextOf(found, text))).FirstOrDefault();
                if (best.ValueKind == JsonValueKind.Undefined || Jaccard(words, TextOf(best, text)) < Threshold)
                {
                    acts.Add($"{key}, missing: {words}");
                    continue;
                }

                left.Remove(best);
                var differs = new[] { "number", "addressee", "due", "by" }.Where(field => Key(Field(wanted, field)) != Key(Field(best, field))).ToList();
                if (Key(words) != Key(TextOf(best, text))) differs.Add("words");
                if (differs.Count > 0) acts.Add($"{key}, {string.Join(' ', differs)}: {words}");
            }

            acts.AddRange(left.Select(extra => $"{key}, too many: {TextOf(extra, text)}"));
        }

        return acts;

        static string Field(JsonElement item, string name) =>
            item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) ? value.ToString() : "";
    }

    private sealed class Tally(int hits = 0, int extra = 0, int missed = 0)
    {
        private int _hits = hits;
        private int _extra = extra;
        private int _missed = missed;

        public double F1 => _hits == 0 ? 0 : 2.0 * _hits / ((2 * _hits) + _extra + _missed);

        public void Add(Tally other)
        {
            _hits += other._hits;
            _extra += other._extra;
            _missed += other._missed;
        }
    }

    private static int Match(List<JsonElement> wanted, List<JsonElement> found, Func<JsonElement, JsonElement, bool> similar, Action<JsonElement> missed)
    {
        var owner = new Dictionary<int, int>();
        for (var i = 0; i < wanted.Count; i++)
        {
            if (!Augment(i, [])) missed(wanted[i]);
        }

        return owner.Count;

        bool Augment(int i, HashSet<int> seen)
        {
            for (var j = 0; j < found.Count; j++)
            {
                if (!similar(wanted[i], found[j]) || !seen.Add(j)) continue;
                if (owner.TryGetValue(j, out var other) && !Augment(other, seen)) continue;
                owner[j] = i;
                return true;
            }

            return false;
        }
    }

    private static bool Similar(string key, JsonElement gold, JsonElement wanted, JsonElement found, string text) => key switch
    {
        "chairs" => Key(Name(wanted)) == Key(Name(found)),
        "connectionPoints" or "provincesSpeaking" => Place(PlaceOf(wanted)) == Place(PlaceOf(found)),
        "documents" => new[] { wanted.GetString()! }.Concat(Alternatives(gold, wanted.GetString()!)).Any(code => Key(code) == Key(found.GetString()!)),
        "figures" => SameFigure(wanted.GetString()!, found.GetString()!),
        _ => Jaccard(TextOf(wanted, text), TextOf(found, text)) >= Threshold,
    };

    private static IEnumerable<string> Alternatives(JsonElement gold, string code) =>
        gold.TryGetProperty("documentsAlt", out var all) && all.TryGetProperty(code, out var list) ? list.EnumerateArray()
            .Select(value => value.GetString()!) : [];

    private static string Name(JsonElement value) => value.GetProperty("name").GetString()!;

    private static string PlaceOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetProperty("place").GetString()!;

    private static string Place(string place)
    {
        var key = Regex.Replace(Key(place), "^(tỉnh ủy|thành ủy|tỉnh|thành phố|tp) ", "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return key == "bắc cạn" ? "bắc kạn" : key;
    }

    private static bool SameFigure(string a, string b)
    {
        var number = new Regex("[0-9][0-9.,]*(/[0-9]+)?", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        if (number.Match(a).Value.TrimEnd('.', ',').TrimStart('0') != number.Match(b).Value.TrimEnd('.', ',').TrimStart('0')) return false;
        var left = Tokens(a.Replace("%", " phần_trăm ", StringComparison.Ordinal)).Where(token => !char.IsDigit(token[0])).ToHashSet(StringComparer.Ordinal);
        var right = Tokens(b.Replace("%", " phần_trăm ", StringComparison.Ordinal)).Where(token => !char.IsDigit(token[0])).ToHashSet(StringComparer.Ordinal);
        return left.Count == 0 || right.Count == 0 || left.Overlaps(right);
    }

    private static bool ScalarMatches(JsonElement gold, JsonElement draft, string key)
    {
        if (!draft.TryGetProperty(key, out var value)) return false;
        var wanted = new List<JsonElement> { gold.GetProperty(key) };
        if (gold.TryGetProperty(key + "Alt", out var others)) wanted.AddRange(others.EnumerateArray());
        return wanted.Exists(want => want.ValueKind == JsonValueKind.Null ? value.ValueKind == JsonValueKind.Null : value.ValueKind != JsonValueKind.Null
            && Key(want.GetString()!) == Key(value.GetString()!));
    }

    private static string Value(JsonElement draft, string key) => draft.TryGetProperty(key, out var value) ? value.ToString() : "(absent)";

    private static List<JsonElement> Elements(JsonElement report, string key) => report.TryGetProperty(key, out var list) ? [.. list.EnumerateArray()] : [];

    private static string TextOf(JsonElement item, string source)
    {
        if (item.ValueKind == JsonValueKind.String) return item.GetString()!;
        if (item.TryGetProperty("text", out var text)) return text.GetString()!;
        if (!item.TryGetProperty("startsWith", out var first)) return item.ToString();
        var plain = source.Replace('\u00A0', ' ');
        var start = -1;
        var occurrence = item.TryGetProperty("occurrence", out var count) ? count.GetInt32() : 1;
        for (var i = 0; i < occurrence; i++) start = plain.IndexOf(first.GetString()!, start + 1, StringComparison.Ordinal);
        var last = item.GetProperty("endsWith").GetString()!;
        var end = plain.IndexOf(last, start, StringComparison.Ordinal);
        while (end >= 0 && end + last.Length < start + first.GetString()!.Length) end = plain.IndexOf(last, end + 1, StringComparison.Ordinal);
        return plain[start..(end + last.Length)];
    }

    private static double Jaccard(string a, string b)
    {
        var left = Tokens(a);
        var right = Tokens(b);
        var both = left.Count(right.Contains);
        var all = left.Count + right.Count - both;
        return all == 0 ? 0 : (double)both / all;
    }

    private static string Key(string text) => string.Join(' ', Words(text));

    private static HashSet<string> Tokens(string text) => [.. Words(text)];

    private static IEnumerable<string> Words(string text)
    {
        var folded = Folding.Lower(text.Normalize(NormalizationForm.FormC).Replace('\u00D0', 'Đ'));
        var word = new StringBuilder();
        foreach (var c in folded + " ")
        {
            if (char.IsLetterOrDigit(c) || c == '_' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }
}
