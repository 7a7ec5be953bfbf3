using System.Text;

namespace PartyOfficeTracker.Reading;

/// <summary>Recognises the encoding of a Vietnamese text file.</summary>
internal static class TextDecoder
{
    private const string Accented = "ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ";
    private static readonly HashSet<char> VietnameseLetters = [.. Accented, .. Accented.ToUpperInvariant()];

    private static readonly HashSet<char> Toned = [.. VietnameseLetters.Where(c => !"ăâđêôơưĂÂĐÊÔƠƯ".Contains(c, StringComparison.Ordinal))];

    public static DecodedSource Decode(byte[] bytes)
    {
        if (StartsWith(bytes, 0xEF, 0xBB, 0xBF)) return Strict(new UTF8Encoding(false, true), bytes, 3, "UTF-8");
        if (StartsWith(bytes, 0xFF, 0xFE)) return Strict(new UnicodeEncoding(false, true, true), bytes, 2, "UTF-16LE");
        if (StartsWith(bytes, 0xFE, 0xFF)) return Strict(new UnicodeEncoding(true, true, true), bytes, 2, "UTF-16BE");
        if (LooksUtf16(bytes) is { } bigEndian) return Strict(new UnicodeEncoding(bigEndian, false, true), bytes, 0, bigEndian ? "UTF-16BE" : "UTF-16LE");
        if (Array.IndexOf(bytes, (byte)0) >= 0) return DecodedSource.Refused(SourceRefusal.UnknownEncoding);
        var utf8 = Strict(new UTF8Encoding(false, true), bytes, 0, "UTF-8");
        if (utf8.Refusal is null) return LegacyFonts.FromMojibake(utf8) ?? utf8;
        return Legacy(bytes);
    }

    /// <summary>The reading with the most Vietnamese letters in Vietnamese places wins; none convincing is refused.</summary>
    private static DecodedSource Legacy(byte[] bytes)
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1258)!.GetString(bytes).Normalize(NormalizationForm.FormC);
        var latin = Encoding.Latin1.GetString(bytes);
        var candidates = new[] { (Text: windows, Name: "windows-1258"), (Text: LegacyFonts.Tcvn3(latin), Name: "TCVN3"),
            (Text: LegacyFonts.Vni(latin), Name: "VNI") };
        var best = candidates.MaxBy(candidate => Score(candidate.Text));
        return Score(best.Text) >= 0.6 ? new DecodedSource(best.Text, best.Name, null) : DecodedSource.Refused(SourceRefusal.UnknownEncoding);
    }

    /// <summary>Share of the letters beyond ASCII that are Vietnamese, less what no Vietnamese text holds.</summary>
    public static double Score(string text)
    {
        int good = 0, bad = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80 || c is '“' or '”' or '‘' or '’' or '–' or '—' or '…' or '\u00A0' or '«' or '»' or '•') continue;
            if (VietnameseLetters.Contains(c) && !CapitalInsideWord(text, i) && !SecondTone(text, i)) good++;
            else bad++;
        }

        return good + bad == 0 ? 0 : (good - (2.0 * bad)) / (good + bad);
    }

    /// <summary>A syllable carries one tone: a second toned letter in the same word shows a wrong table.</summary>
    private static bool SecondTone(string text, int i)
    {
        if (!Toned.Contains(text[i])) return false;
        for (var k = i - 1; k >= 0 && i - k < 8 && char.IsLetter(text[k]); k--)
        {
            if (Toned.Contains(text[k])) return true;
        }

        return false;
    }

    private static bool CapitalInsideWord(string text, int i) => char.IsUpper(text[i]) && i > 0 && char.IsLower(text[i - 1]);

    private static DecodedSource Strict(Encoding encoding, byte[] bytes, int skip, string name)
    {
        try
        {
            return new DecodedSource(encoding.GetString(bytes, skip, bytes.Length - skip), name, null);
        }
        catch (ArgumentException)
        {
            return DecodedSource.Refused(SourceRefusal.UnknownEncoding);
        }
    }

    /// <summary>UTF-16 without a mark: every other byte of the many ASCII letters and blanks is zero.</summary>
    private static bool? LooksUtf16(byte[] bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0) return null;
        int even = 0, odd = 0;
        var sample = Math.Min(bytes.Length, 4000);
        for (var i = 0; i < sample; i++)
        {
            if (bytes[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }

        if (odd > sample / 8 && even == 0) return false;
        return even > sample / 8 && odd == 0 ? true : null;
    }

    private static bool StartsWith(byte[] bytes, params byte[] mark) => bytes.AsSpan().StartsWith(mark);
}
