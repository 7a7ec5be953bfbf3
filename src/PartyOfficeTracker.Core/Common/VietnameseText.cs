using System.Globalization;
using System.Text;

namespace PartyOfficeTracker.Core.Common;

/// <summary>Normal form of typed text, and the folded form that searching and duplicate checks compare.</summary>
public static class VietnameseText
{
    private const char Hyphen = '\u2010';
    private const char NoBreakHyphen = '\u2011';
    private const char NextLine = '\u0085';
    private const char LineSeparator = '\u2028';
    private const char ParagraphSeparator = '\u2029';
    private const char IcelandicEth = '\u00D0';
    private const char IcelandicEthSmall = '\u00F0';

    /// <summary>
    /// NFC, U+00D0 → Đ, every kind of space and control character → space, no-break hyphen → hyphen, every kind of line end → LF,
    /// characters nobody sees (zero width, soft hyphen) dropped, ends trimmed. Idempotent. The wording is never changed.
    /// </summary>
    public static string Normalise(string text)
    {
        var composed = text.Normalize(NormalizationForm.FormC);
        var result = new StringBuilder(composed.Length);
        for (var i = 0; i < composed.Length; i++)
        {
            var c = composed[i];
            switch (c)
            {
                case IcelandicEth:
                    result.Append('Đ');
                    break;
                case IcelandicEthSmall:
                    result.Append('đ');
                    break;
                case '\r':
                    if (i + 1 >= composed.Length || composed[i + 1] != '\n')
                    {
                        result.Append('\n');
                    }

                    break;
                case NextLine or LineSeparator or ParagraphSeparator:
                    result.Append('\n');
                    break;
                case Hyphen or NoBreakHyphen:
                    result.Append('-');
                    break;
                case '\n' or '\t':
                    result.Append(c);
                    break;
                default:
                    if (char.IsControl(c) || char.IsWhiteSpace(c))
                    {
                        result.Append(' ');
                    }
                    else if (!IsUnseen(c))
                    {
                        result.Append(c);
                    }

                    break;
            }
        }

        return result.ToString().Trim();
    }

    /// <summary>Takes room in the text and none on the page: zero-width characters, soft hyphens, marks of direction, blank fillers.</summary>
    internal static bool IsUnseen(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format || c is '\u115F' or '\u1160' or '\u2800' or '\u3164' or '\uFFA0';

    /// <summary><see cref="Normalise"/> for optional text: null, empty and blank become null.</summary>
    public static string? NormaliseOrNull(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var normal = Normalise(text);
        return normal.Length == 0 ? null : normal;
    }

    /// <summary>At most so many characters, and an ellipsis where something was left out.</summary>
    public static string Shorten(string text, int length) => text.Length > length ? text[..length].TrimEnd() + "…" : text;

    /// <summary>
    /// Lower case without accents: đ → d, marks dropped (so hoà = hòa, uỷ = ủy), and "quí" = "quý"; ligatures and full-width letters as the letters
    /// they stand for.
    /// Runs of anything that is neither letter nor digit become one space.
    /// </summary>
    public static string Fold(string text)
    {
        var decomposed = text.Normalize(NormalizationForm.FormKD);
        var result = new StringBuilder(decomposed.Length);
        var gap = false;
        foreach (var c in decomposed)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || IsUnseen(c))
            {
                continue;
            }

            var lower = char.ToLowerInvariant(c) switch
            {
                'đ' or IcelandicEthSmall => 'd',
                var other => other,
            };
            if (!char.IsLetterOrDigit(lower))
            {
                gap = result.Length > 0;
                continue;
            }

            if (gap)
            {
                result.Append(' ');
                gap = false;
            }

            result.Append(lower);
        }

        return UnifyFinalIAndY(result);
    }

    /// <summary>The folded words of a text, in order, repeats kept.</summary>
    public static string[] Words(string text) => Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// The words of a text as they are spelt, in order: lower case, each with its letters first and its tone behind them, so that old and new places of the
    /// tone are one spelling (hoà = hòa), as are "quí" and "quý".
    /// </summary>
    public static IEnumerable<SpeltWord> Spelling(string text)
    {
        var letters = new StringBuilder();
        char? tone = null;
        foreach (var c in Normalise(text).Normalize(NormalizationForm.FormD).Append(' '))
        {
            if (IsTone(c))
            {
                tone = c;
            }
            else if (char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                letters.Append(char.ToLowerInvariant(c));
            }
            else
            {
                if (letters.Length > 0)
                {
                    yield return new SpeltWord(UnifyFinalIAndY(letters).Normalize(NormalizationForm.FormC), tone);
                }

                letters.Clear();
                tone = null;
            }
        }
    }

    /// <summary>Grave, acute, tilde, hook, dot below.</summary>
    private static bool IsTone(char c) => c is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323';

    /// <summary>Two spellings of one syllable are in daily use: quí/quý, kỉ/kỷ, lí/lý. A lone final y after one of these consonants reads as i.</summary>
    private static string UnifyFinalIAndY(StringBuilder folded)
    {
        for (var i = 1; i < folded.Length; i++)
        {
            if (folded[i] != 'y' || (i + 1 < folded.Length && folded[i + 1] != ' '))
            {
                continue;
            }

            var before = folded[i - 1];
            var afterQu = before == 'u' && i >= 2 && folded[i - 2] == 'q';
            var loneConsonant = before is 'h' or 'k' or 'l' or 'm' or 's' or 't' or 'v' && (i == 1 || folded[i - 2] == ' ');
            if (afterQu || loneConsonant)
            {
                folded[i] = 'i';
            }
        }

        return folded.ToString();
    }
}
