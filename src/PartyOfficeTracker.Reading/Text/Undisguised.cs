using System.Globalization;
using System.Net;
using System.Text;

namespace PartyOfficeTracker.Reading;

/// <summary>
/// A text as an eye sees it, for the check of markings only: letters of other alphabets and typefaces in their plain form, nothing invisible, no second line
/// of marks through the letters, what is set from right to left turned round, and the words of a degree written together when they stand letter by letter.
/// Every character knows its place in the source.
/// </summary>
internal sealed class Undisguised
{
    /// <summary>A tag of a web page is no longer than this; the search for its end must not run through the whole text.</summary>
    private const int LongestTag = 200;

    /// <summary>Capitals on a dark ground: of a ring, a square, a flag.</summary>
    private static readonly int[] CapitalsOnGrounds = [0x1F150, 0x1F170, 0x1F1E6];

    /// <summary>Blanks, line ends, dots, dashes between two letters of a spaced word: more than this and they are not one word to the eye.</summary>
    private const int WidestGap = 8;

    /// <summary>A letter never carries more marks than this in real text; a longer run is cut so that hostile input stays linear.</summary>
    private const int LongestCluster = 12;

    private const string Gaps = " \t\n.,-–—_·•*|~/";

    /// <summary>Marks a Vietnamese letter can carry; any other (a stroke through the word, a ring) only hides it.</summary>
    private const string VietnameseMarks = "\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323";

    /// <summary>Cyrillic, Greek and small-capital letters that look like those of the degrees.</summary>
    private const string Lookalikes = "\u041C\u0422\u0410\u0423\u0425\u0406\u041E\u0415\u0443\u0430\u043E\u0435\u0456" +
        "\u039C\u03A4\u0391\u03A5\u0399\u039F\u0395\u03BF\u03B9\u1D0D\u1D1B\u1D00\u1D1C\u028F\u1D0F\u026A\u1D07";

    private const string Latins = "MTAYXIOEyaoeiMTAYIOEoiMTAUYOIE";

    /// <summary>From here on letters are drawn from right to left, up to the second sign or the end of the line.</summary>
    private const char TurnsRound = '\u202E';

    private const char EndsTurn = '\u202C';

    private static readonly string[] Words = ["tuyệt", "tối", "mật"];

    private readonly StringBuilder _text;
    private readonly List<int> _places;

    private Undisguised(int capacity)
    {
        _text = new StringBuilder(capacity);
        _places = new List<int>(capacity);
    }

    /// <summary>The readings of a text beside the one as it stands: undisguised, and as the old fonts would draw it.</summary>
    public static IEnumerable<(string Text, IReadOnlyList<int> Places)> Readings(string source)
    {
        var letters = Letters(source);
        var plain = Joined(letters);
        var text = plain._text.ToString();
        if (!string.Equals(text, source, StringComparison.Ordinal)) yield return (text, plain._places);
        if (source.Contains(TurnsRound, StringComparison.Ordinal))
        {
            var turned = Joined(Turned(letters, source));
            yield return (turned._text.ToString(), turned._places);
        }

        if (text.AsSpan().IndexOfAny("<&") >= 0)
        {
            var page = Joined(WithoutTags(plain));
            yield return (page._text.ToString(), page._places);
        }

        // ậ is one letter in TCVN3 and two in VNI, and neither is Vietnamese in Unicode: a text without them has nothing to decode.
        if (text.Contains('Ë', StringComparison.Ordinal))
        {
            var decoded = Joined(Decoded(plain, tcvn3: true));
            yield return (decoded._text.ToString(), decoded._places);
        }

        if (text.AsSpan().IndexOfAny('ä', 'Ä') >= 0)
        {
            var decoded = Joined(Decoded(plain, tcvn3: false));
            yield return (decoded._text.ToString(), decoded._places);
        }
    }

    private void Add(char letter, int place)
    {
        _text.Append(letter);
        _places.Add(place);
    }

    private static Undisguised Letters(string source)
    {
        var result = new Undisguised(source.Length);
        var i = 0;
        while (i < source.Length)
        {
            var start = i;
            i = ClusterEnd(source, start);
            if (i - start == 1 && source[start] < 0x80)
            {
                if (source[start] is '\n' or '\t' || !char.IsControl(source[start])) result.Add(source[start], start);
                continue;
            }

            foreach (var letter in Plain(source.AsSpan(start, i - start))) result.Add(letter, start);
        }

        return result;
    }

    private static int ClusterEnd(string source, int start)
    {
        // Nothing is part of a line end, though a sign that draws nothing may follow it.
        if (source[start] is '\n' or '\t') return start + 1;
        var i = start + (char.IsHighSurrogate(source[start]) && start + 1 < source.Length && char.IsLowSurrogate(source[start + 1]) ? 2 : 1);
        var limit = Math.Min(source.Length, i + LongestCluster);
        while (i < limit && source[i] >= 0x80 && CharUnicodeInfo.GetUnicodeCategory(source[i])
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
        {
            i++;
        }

        return i;
    }

    private static string Plain(ReadOnlySpan<char> cluster)
    {
        var letters = new StringBuilder(cluster.Length);
        foreach (var rune in cluster.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar) continue;
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.EnclosingMark) continue;
            if (category == UnicodeCategory.NonSpacingMark && !VietnameseMarks.Contains((char)rune.Value, StringComparison.Ordinal)) continue;
            if (category is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                letters.Append(category == UnicodeCategory.SpaceSeparator ? ' ' : '\n');
                continue;
            }

            var ground = Array.FindIndex(CapitalsOnGrounds, first => rune.Value >= first && rune.Value < first + 26);
            if (ground >= 0)
            {
                letters.Append((char)('A' + rune.Value - CapitalsOnGrounds[ground]));
                continue;
            }

            var known = rune.IsBmp ? Lookalikes.IndexOf((char)rune.Value, StringComparison.Ordinal) : -1;
            if (known < 0) letters.Append(rune);
            else letters.Append(Latins[known]);
        }

        // Taken apart, two signs of one kind become one; what a ring or stroke has been taken from is put together again.
        return letters.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>The stretches that are set from right to left, as they are drawn.</summary>
    private static Undisguised Turned(Undisguised plain, string source)
    {
        var result = new Undisguised(plain._places.Count);
        var stretch = new Stack<int>();
        var (next, isTurned) = (0, false);
        for (var i = 0; i < plain._places.Count; i++)
        {
            for (; next <= plain._places[i]; next++)
            {
                isTurned = source[next] switch { TurnsRound => true, EndsTurn or '\n' => false, _ => isTurned };
            }

            if (isTurned)
            {
                stretch.Push(i);
                continue;
            }

            Empty();
            result.Add(plain._text[i], plain._places[i]);
        }

        Empty();
        return result;

        void Empty()
        {
            while (stretch.TryPop(out var i)) result.Add(plain._text[i], plain._places[i]);
        }
    }

    /// <summary>What a browser would draw: tags are line ends, a letter given by its number is the letter.</summary>
    private static Undisguised WithoutTags(Undisguised plain)
    {
        var source = plain._text.ToString();
        var result = new Undisguised(source.Length);
        var i = 0;
        while (i < source.Length)
        {
            var end = source[i] is '<' or '&' ? source.IndexOf(source[i] == '<' ? '>' : ';', i, Math.Min(LongestTag, source.Length - i)) : -1;
            var drawn = end < 0 ? null : source[i] == '<' ? "\n" : WebUtility.HtmlDecode(source[i..(end + 1)]);
            foreach (var letter in drawn ?? source[i].ToString()) result.Add(letter, plain._places[i]);
            i = drawn is null ? i + 1 : end + 1;
        }

        return result;
    }

    private static Undisguised Decoded(Undisguised plain, bool tcvn3)
    {
        var source = plain._text.ToString();
        var result = new Undisguised(source.Length);
        var i = 0;
        while (i < source.Length)
        {
            // The old fonts' capitals are half letters of the code table and half a font of their own: a word is read as its neighbours stand.
            var capital = (i > 0 && char.IsAsciiLetterUpper(source[i - 1])) || (i + 1 < source.Length && char.IsAsciiLetterUpper(source[i + 1]));
            var length = !tcvn3 && i + 1 < source.Length && source[i + 1] >= 0x80 ? 2 : 1;
            var pair = source.Substring(i, length);
            var letter = tcvn3 ? LegacyFonts.Tcvn3(pair) : LegacyFonts.Vni(length == 2 ? pair[0] + SameCase(pair) : pair);
            if (letter.Length == 2)
            {
                letter = letter[..1];
                length = 1;
            }

            result.Add(capital ? char.ToUpperInvariant(letter[0]) : letter[0], plain._places[i]);
            i += length;
        }

        return result;
    }

    private static string SameCase(string pair) =>
        (char.IsUpper(pair[0]) ? char.ToUpperInvariant(pair[1]) : char.ToLowerInvariant(pair[1])).ToString();

    private static Undisguised Joined(Undisguised plain)
    {
        var source = plain._text.ToString();
        var result = new Undisguised(source.Length);
        var i = 0;
        while (i < source.Length)
        {
            if ((i == 0 || !char.IsLetterOrDigit(source[i - 1])) && Word(source, i) is { } word)
            {
                foreach (var place in word.Letters) result.Add(source[place], plain._places[place]);
                i = word.Letters[^1] + 1;
                // The gap behind the first word of a degree is a blank whatever fills it.
                var next = i;
                while (next < source.Length && next - i < WidestGap && Gaps.Contains(source[next], StringComparison.Ordinal)) next++;
                if (word.IsFirst && next > i && Word(source, next) is { IsFirst: false })
                {
                    result.Add(' ', plain._places[i]);
                    i = next;
                }

                continue;
            }

            result.Add(source[i], plain._places[i]);
            i++;
        }

        return result;
    }

    /// <summary>A word of a degree that begins here, its letters with or without gaps between them.</summary>
    private static (List<int> Letters, bool IsFirst)? Word(string source, int start)
    {
        foreach (var word in Words)
        {
            if (char.ToLowerInvariant(source[start]) == word[0] && Spelled(source, start, word) is { } letters) return (letters, word[0] == 't');
        }

        return null;
    }

    private static List<int>? Spelled(string source, int start, string word)
    {
        var letters = new List<int>(word.Length);
        var i = start;
        foreach (var letter in word)
        {
            var gap = i;
            while (letters.Count > 0 && i < source.Length && i - gap < WidestGap && Gaps.Contains(source[i], StringComparison.Ordinal)) i++;
            if (i >= source.Length || char.ToLowerInvariant(source[i]) != letter) return null;
            letters.Add(i++);
        }

        return i < source.Length && char.IsLetter(source[i]) ? null : letters;
    }
}
