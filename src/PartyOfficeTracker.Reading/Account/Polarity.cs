namespace PartyOfficeTracker.Reading;

/// <summary>
/// Whether a clause reports something good or something bad, by the words in it: each known phrase has a weight, the longest phrase counts,
/// and a word of cure or denial before a bad one takes its weight away ("không để sót", "khắc phục tình trạng chậm").
/// </summary>
internal static class Polarity
{
    private const int LongestPhrase = 5;

    /// <summary>A cure or a denial reaches this many words.</summary>
    private const int CureReach = 4;
    private const int ReachOfNobody = 8;

    private static readonly Vocabulary Phrases = Vocabulary.Of("polarity");
    private static readonly Dictionary<string, int> Weights = Phrases.Weighed("weights")
        .ToDictionary(entry => Folding.Lower(entry.Phrase).Replace(",", " ,", StringComparison.Ordinal), entry => entry.Weight, StringComparer.Ordinal);
    private static readonly HashSet<string> CureWords = Phrases.Lines("cures").ToHashSet(StringComparer.Ordinal);
    private static readonly HashSet<string> Mending = Phrases.Lines("mending").ToHashSet(StringComparer.Ordinal);
    private static readonly HashSet<string> FaultNouns = Phrases.Lines("fault-nouns").ToHashSet(StringComparer.Ordinal);

    /// <summary>Good minus bad; below zero the clause complains.</summary>
    public static int Of(string lower, int start, int end) => Weigh(lower, start, end).Score;

    /// <summary>More bad than good, and more than a shade of it.</summary>
    public static bool IsBad(string lower, int start, int end)
    {
        var (score, bad) = Weigh(lower, start, end);
        return bad >= 2 && score < 0;
    }

    /// <summary>Bad beyond doubt: enough to call a clause a fault where nothing announced one.</summary>
    public static bool IsPlainlyBad(string lower, int start, int end)
    {
        var (score, bad) = Weigh(lower, start, end);
        return bad >= 3 && score <= -2;
    }

    private static (int Score, int Bad) Weigh(string lower, int start, int end)
    {
        var words = Words(lower, start, end);
        var (score, bad) = (0, 0);
        var cured = -2;
        for (var i = 0; i < words.Count;)
        {
            var (weight, length) = At(words, i);
            if (weight < 0 && DeniesWhatFollows(words, i)) weight = 0;
            // "sửa chữa hạn chế, yếu kém": what cures the first of a list of faults cures the next.
            var isNamed = FaultNouns.Contains(Phrase(words, i, length));
            if (weight < 0 && (IsCured(words, i) || (isNamed && i == cured + 1)))
            {
                weight = 1;
                if (isNamed && i + length < words.Count && words[i + length] is "," or "và") cured = i + length;
            }

            if (weight < 0) bad -= weight;
            score += weight;
            i += length;
        }

        return (score, bad);
    }

    private static (int Weight, int Length) At(List<string> words, int at)
    {
        for (var length = Math.Min(LongestPhrase, words.Count - at); length > 0; length--)
        {
            if (Weights.TryGetValue(Phrase(words, at, length), out var weight)) return (weight, length);
        }

        return (0, 1);
    }

    private static bool IsCured(List<string> words, int at)
    {
        if (IsDenied(words, at) || IsMended(words, at)) return true;
        for (var back = Math.Max(0, at - CureReach); back < at; back++)
        {
            for (var length = Math.Min(3, at - back); length > 0; length--)
            {
                if (CureWords.Contains(Phrase(words, back, length)) &&
                    !words.GetRange(back, at - back).Exists(word => word is "nhưng" or "song" or "mà" or "còn" or ","))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"đơn thư tồn đọng giảm", "khuyết điểm được chấn chỉnh": what is bad is on the wane, or was dealt with.</summary>
    private static bool IsMended(List<string> words, int at)
    {
        for (var ahead = at + 1; ahead < Math.Min(words.Count, at + 9); ahead++)
        {
            if (words[ahead] is "giảm" or "chấm" or "hết") return true;
            if (ahead + 1 < words.Count && Mending.Contains(Phrase(words, ahead, 2))) return true;
            if (ahead + 2 < words.Count && Mending.Contains(Phrase(words, ahead, 3))) return true;
        }

        return false;
    }

    /// <summary>"không vụ nào phải trả lại", "chẳng đơn nào quá hạn": the denial reaches to the end of the clause.</summary>
    private static bool IsDenied(List<string> words, int at)
    {
        var none = words.FindLastIndex(at == 0 ? 0 : at - 1, at, word => word is "nào");
        return (none > 0 && words.GetRange(Math.Max(0, none - 4), Math.Min(4, none)).Exists(word => word is "không" or "chẳng")) || IsOfNobody(words, at);
    }

    /// <summary>"không có trường hợp bị kẹt lại thiếu nước", "không ai bị đói".</summary>
    private static bool IsOfNobody(List<string> words, int at)
    {
        var from = Math.Max(0, at - ReachOfNobody);
        var denial = words.FindLastIndex(at == 0 ? 0 : at - 1, at - from, word => word is "không");
        if (denial < 0 || denial + 1 >= at || words.GetRange(denial, at - denial).Contains(",")) return false;
        return words[denial + 1] == "ai" || (words[denial + 1] == "có" && denial + 2 < at && words[denial + 2] is "trường" or "ai" or "vụ" or "cuộc" or "hộ");
    }

    /// <summary>"Không hồ sơ nào quá hạn": the denial itself is nothing bad.</summary>
    private static bool DeniesWhatFollows(List<string> words, int at) =>
        words[at] is "không" or "chẳng" && words.FindIndex(at, Math.Min(5, words.Count - at), word => word is "nào") > at + 1;

    private static string Phrase(List<string> words, int at, int length) => length == 1 ? words[at] : string.Join(' ', words.GetRange(at, length));

    private static List<string> Words(string lower, int start, int end)
    {
        var words = new List<string>();
        for (var i = start; i < end;)
        {
            if (!char.IsLetterOrDigit(lower[i]))
            {
                if (lower[i] == ',') words.Add(",");
                i++;
                continue;
            }

            var from = i;
            while (i < end && char.IsLetterOrDigit(lower[i])) i++;
            words.Add(lower[from..i]);
        }

        return words;
    }
}
