using System.Buffers;
using System.Text;

namespace PartyOfficeTracker.Reading;

/// <summary>How the letters of a run are to be read.</summary>
internal enum OldFont
{
    None,
    Tcvn3,

    /// <summary>A TCVN3 font that draws every letter as a capital (.VnTimeH).</summary>
    Tcvn3Capitals,
    Vni,

    /// <summary>Wingdings and the like: pictures, no letters.</summary>
    Symbols,

    /// <summary>The font Symbol: signs of mathematics in the private area.</summary>
    Greek,
}

/// <summary>Texts typed with the fonts of the 1990s: TCVN3 (.VnTime) and VNI, whose letters sit in the places of Western ones.</summary>
internal static class LegacyFonts
{
    private const string Tcvn3Codes =
        "\u00A1\u00A2\u00A3\u00A4\u00A5\u00A6\u00A7\u00A8\u00A9\u00AA\u00AB\u00AC\u00AD\u00AE" +
        "\u00B5\u00B6\u00B7\u00B8\u00B9\u00BB\u00BC\u00BD\u00BE\u00C6\u00C7\u00C8\u00C9\u00CA\u00CB" +
        "\u00CC\u00CE\u00CF\u00D0\u00D1\u00D2\u00D3\u00D4\u00D5\u00D6\u00D7\u00D8\u00DC\u00DD\u00DE" +
        "\u00DF\u00E1\u00E2\u00E3\u00E4\u00E5\u00E6\u00E7\u00E8\u00E9\u00EA\u00EB\u00EC\u00ED\u00EE" +
        "\u00EF\u00F1\u00F2\u00F3\u00F4\u00F5\u00F6\u00F7\u00F8\u00F9\u00FA\u00FB\u00FC\u00FD\u00FE";

    private const string Tcvn3Letters =
        "ĂÂÊÔƠƯĐăâêôơưđ" +
        "àảãáạằẳẵắặầẩẫấậ" +
        "èẻẽéẹềểễếệìỉĩíị" +
        "òỏõóọồổỗốộờởỡớợ" +
        "ùủũúụừửữứựỳỷỹýỵ";

    /// <summary>A run in a font of pictures this long is a sign; a longer one is text somebody put into the wrong font.</summary>
    private const int LongestPicture = 4;

    /// <summary>A line with fewer letters beyond ASCII says nothing about its font.</summary>
    private const int FewestOldLetters = 3;

    /// <summary>VNI writes a vowel and then its marks as a second letter.</summary>
    private static readonly Dictionary<(char Base, char Mark), char> VniPairs = Pairs();

    private static readonly Dictionary<char, char> VniSingles = new()
    {
        ['ñ'] = 'đ',
        ['Ñ'] = 'Đ',
        ['ô'] = 'ơ',
        ['Ô'] = 'Ơ',
        ['ö'] = 'ư',
        ['Ö'] = 'Ư',
        ['î'] = 'ỵ',
        ['Î'] = 'Ỵ',
        ['æ'] = 'ỉ',
        ['Æ'] = 'Ỉ',
        ['ó'] = 'ĩ',
        ['Ó'] = 'Ĩ',
        ['ò'] = 'ị',
        ['Ò'] = 'Ị',
    };

    private static readonly SearchValues<char> UnicodeOnly = SearchValues.Create("ĂăĐđƠơƯưĨĩŨũ");

    /// <summary>Signs of the font Symbol that papers use, by their place in the private area.</summary>
    private static readonly Dictionary<char, char> SymbolSigns = new()
    {
        ['\uF0A3'] = '≤',
        ['\uF0B3'] = '≥',
        ['\uF0B1'] = '±',
        ['\uF0B4'] = '×',
        ['\uF0B0'] = '°',
        ['\uF0AE'] = '→',
        ['\uF02D'] = '-',
        ['\uF0B9'] = '≠',
    };

    /// <summary>The way letters are to be read by the names of their typefaces; the first that is an old one counts.</summary>
    public static OldFont KindOf(string? face, string? otherFace)
    {
        var kind = KindOf(face);
        return kind == OldFont.None ? KindOf(otherFace) : kind;
    }

    private static OldFont KindOf(string? face)
    {
        if (string.IsNullOrEmpty(face)) return OldFont.None;
        if (face.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase)) return face.TrimEnd().EndsWith('H') ? OldFont.Tcvn3Capitals : OldFont.Tcvn3;
        if (face.StartsWith("VNI", StringComparison.OrdinalIgnoreCase) && face.Length > 3 && !char.IsLetter(face[3])) return OldFont.Vni;
        var isPictures = face.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) || face.Equals("Webdings", StringComparison.OrdinalIgnoreCase);
        if (isPictures) return OldFont.Symbols;
        return face.Equals("Symbol", StringComparison.OrdinalIgnoreCase) ? OldFont.Greek : OldFont.None;
    }

    /// <summary>What a font draws for these letters. Pictures become the private sign they are, which is then a mark of a list or nothing.</summary>
    public static string Decode(OldFont font, string letters) => font switch
    {
        OldFont.Tcvn3 => Tcvn3(letters),
        OldFont.Tcvn3Capitals => Tcvn3(letters).ToUpperInvariant(),
        OldFont.Vni => Vni(letters),
        OldFont.Symbols when letters.Length <= LongestPicture => string.Concat(letters.Select(c => c is ' ' or '\n' or '\t' ? c : SourceText.Glyph)),
        OldFont.Greek => string.Concat(letters.Select(c => SymbolSigns.GetValueOrDefault(c, c))),
        _ => letters,
    };

    /// <summary>Whether a text has Vietnamese letters that no old font knows.</summary>
    public static bool HasUnicodeOnly(string text) => text.AsSpan().ContainsAnyInRange('\u1EA0', '\u1EF9') || text.AsSpan().ContainsAny(UnicodeOnly);

    /// <param name="latin">The bytes read as Latin-1.</param>
    public static string Tcvn3(string latin)
    {
        var result = new StringBuilder(latin.Length);
        foreach (var c in latin)
        {
            var index = Tcvn3Codes.IndexOf(c, StringComparison.Ordinal);
            result.Append(index < 0 ? c : Tcvn3Letters[index]);
        }

        return result.ToString();
    }

    /// <param name="latin">The bytes read as Latin-1.</param>
    public static string Vni(string latin)
    {
        var result = new StringBuilder(latin.Length);
        for (var i = 0; i < latin.Length; i++)
        {
            if (i + 1 < latin.Length && VniPairs.TryGetValue((latin[i], latin[i + 1]), out var letter))
            {
                result.Append(letter);
                i++;
            }
            else
            {
                result.Append(VniSingles.TryGetValue(latin[i], out var single) ? single : latin[i]);
            }
        }

        return result.ToString();
    }

    /// <summary>Legacy letters pasted into a UTF-8 file: converted when the text makes sense only then; otherwise null.</summary>
    public static DecodedSource? FromMojibake(DecodedSource utf8)
    {
        if (TextDecoder.Score(utf8.Text) >= 0.5 || !utf8.Text.AsSpan().ContainsAnyInRange('\u00A1', '\u00FE')) return null;
        var tcvn3 = Tcvn3(utf8.Text);
        var vni = Vni(utf8.Text);
        var (text, name) = TextDecoder.Score(tcvn3) >= TextDecoder.Score(vni) ? (tcvn3, "TCVN3") : (vni, "VNI");
        return TextDecoder.Score(text) >= 0.8 ? new DecodedSource(text, name, null) : null;
    }

    /// <summary>
    /// Old letters in a Unicode text, converted where they make sense only then: the whole text, or the paragraphs of a text put together from several.
    /// </summary>
    public static string Unmixed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u00A1', '\u00FE')) return text;
        if (!HasUnicodeOnly(text)) return FromMojibake(new DecodedSource(text, "", null))?.Text ?? text;
        return string.Join('\n', text.Split('\n').Select(line =>
            HasUnicodeOnly(line) || line.Count(c => c is >= '\u00A1' and <= '\u00FE') < FewestOldLetters
                ? line : FromMojibake(new DecodedSource(line, "", null))?.Text ?? line));
    }

    private static Dictionary<(char Base, char Mark), char> Pairs()
    {
        const string Marks = "øùûõïâàáåãäêèéúüë";
        var rows = new (char Base, string Letters)[]
        {
            ('a', "àáảãạâầấẩẫậăằắẳẵặ"),
            ('e', "èéẻẽẹêềếểễệ"),
            ('o', "òóỏõọôồốổỗộ"),
            ('ô', "ờớởỡợ"),
            ('u', "ùúủũụ"),
            ('ö', "ừứửữự"),
            ('y', "ỳýỷỹ"),
        };
        var pairs = new Dictionary<(char Base, char Mark), char>();
        foreach (var (letter, composed) in rows)
        {
            for (var i = 0; i < composed.Length; i++)
            {
                pairs[(letter, Marks[i])] = composed[i];
                pairs[(char.ToUpperInvariant(letter), char.ToUpperInvariant(Marks[i]))] = char.ToUpperInvariant(composed[i]);
                // A capital written with the mark of a small letter.
                pairs[(char.ToUpperInvariant(letter), Marks[i])] = char.ToUpperInvariant(composed[i]);
            }
        }

        return pairs;
    }
}
