using System.Text;

namespace PartyOfficeTracker.Reading;

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
            }
        }

        return pairs;
    }
}
