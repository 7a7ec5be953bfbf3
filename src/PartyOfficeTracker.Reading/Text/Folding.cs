namespace PartyOfficeTracker.Reading;

/// <summary>Spelling differences that carry no meaning, removed without moving a single position.</summary>
internal static class Folding
{
    private const string New = "àáảãạèéẻẽẹỳýỷỹỵ";
    private const string Plain = "aaaaaeeeeeyyyyy";
    private const string OldO = "òóỏõọòóỏõọ";
    private const string OldU = "ùúủũụ";

    /// <summary>Lower case; every hyphen one, a dash between digits too; oà→òa, oè→òe, uỷ→ủy at the end of a syllable (not after q); quí→quý. Same
    /// length as the input.</summary>
    public static string Lower(string text) => string.Create(text.Length, text, static (result, source) =>
    {
        for (var i = 0; i < source.Length; i++) result[i] = IsHyphen(source, i) ? '-' : char.ToLowerInvariant(source[i]);
        for (var i = 0; i + 1 < result.Length; i++) FoldTone(result, i);
    });

    private static bool IsHyphen(string text, int i) => text[i] switch
    {
        '\u2010' or '\u2011' or '\u2012' or '\u2212' => true,
        '\u2013' or '\u2014' => i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]),
        _ => false,
    };

    private static void FoldTone(Span<char> text, int i)
    {
        if (text[i] is not ('o' or 'u')) return;
        if (i + 2 < text.Length && char.IsLetter(text[i + 2])) return;
        var afterQ = i > 0 && text[i - 1] == 'q';
        if (text[i] == 'u' && afterQ)
        {
            var y = "ìíỉĩị".IndexOf(text[i + 1], StringComparison.Ordinal);
            if (y >= 0) text[i + 1] = "ỳýỷỹỵ"[y];
            return;
        }

        var tone = New.IndexOf(text[i + 1], StringComparison.Ordinal);
        if (tone < 0) return;
        var isY = tone >= 10;
        if (isY != (text[i] == 'u')) return;
        text[i] = isY ? OldU[tone - 10] : OldO[tone];
        text[i + 1] = Plain[tone];
    }
}
