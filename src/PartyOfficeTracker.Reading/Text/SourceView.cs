using System.Globalization;
using System.Text;

namespace PartyOfficeTracker.Reading;

/// <summary>
/// The source in normal form (NFC, no-break space → space, U+00D0 → Đ, CRLF → LF) with the way back to the original offsets,
/// so that the rules see one spelling whatever the clerk pasted and every value still points into the text as given.
/// </summary>
internal sealed class SourceView
{
    /// <summary>A base letter never carries more marks than this in real text; a longer run is cut so that hostile input stays linear.</summary>
    private const int LongestCluster = 8;

    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly string _written;

    private SourceView(string source, string written, string text, int[] starts, int[] ends)
    {
        Source = source;
        _written = written;
        Text = text;
        Lower = Folding.Lower(text);
        _starts = starts;
        _ends = ends;
    }

    public string Source { get; }

    /// <summary>Normal form; offsets in the rules are offsets into this text.</summary>
    public string Text { get; }

    /// <summary><see cref="Text"/> in lower case with one tone placement, position for position.</summary>
    public string Lower { get; }

    public int Length => Text.Length;

    public Span ToSource(int start, int end) =>
        end <= start ? new Span(SourceStart(start), SourceStart(start)) : new Span(_starts[start], _ends[end - 1]);

    /// <summary>The words as written; where a line was broken stands a blank.</summary>
    public string Slice(int start, int end) => _written[start..end].Replace('\n', ' ');

    /// <summary>The same text with the line ends inside each paragraph read as blanks, so that a hard-wrapped name or phrase is one.</summary>
    public SourceView Flowing(IEnumerable<PageLine> paragraphs)
    {
        var text = _written.ToCharArray();
        var wrapped = false;
        foreach (var paragraph in paragraphs)
        {
            for (var i = paragraph.Start; i < paragraph.End; i++)
            {
                if (text[i] != '\n') continue;
                text[i] = ' ';
                wrapped = true;
            }
        }

        return wrapped ? new SourceView(Source, _written, new string(text), _starts, _ends) : this;
    }

    private int SourceStart(int index) => index < _starts.Length ? _starts[index] : Source.Length;

    /// <summary>The same places of the source, read in other letters.</summary>
    public SourceView InLetters(string text) => new(Source, _written, text, _starts, _ends);

    public static SourceView Of(string source) => Of(source, []);

    /// <param name="source">The text as given.</param>
    /// <param name="hidden">Stretches that are no text, in order, and what is read in their place.</param>
    public static SourceView Of(string source, IReadOnlyList<Hidden> hidden)
    {
        var text = new StringBuilder(source.Length);
        var starts = new List<int>(source.Length);
        var ends = new List<int>(source.Length);
        var i = 0;
        var next = 0;
        while (i < source.Length)
        {
            var start = i;
            while (next < hidden.Count && hidden[next].Start < i) next++;
            if (next < hidden.Count && hidden[next].Start == i)
            {
                i = hidden[next].End;
                foreach (var letter in hidden[next].Instead)
                {
                    text.Append(letter);
                    starts.Add(start);
                    ends.Add(i);
                }

                continue;
            }

            i = ClusterEnd(source, i);
            var normal = Normal(source, start, i);
            // Marks that compose with nothing stay letters of their own and keep their own place.
            var apart = IsLetterForLetter(source.AsSpan(start, i - start), normal);
            for (var k = 0; k < normal.Length; k++)
            {
                text.Append(normal[k]);
                starts.Add(apart ? start + k : start);
                ends.Add(apart ? start + k + 1 : i);
            }
        }

        var written = text.ToString();
        return new SourceView(source, written, written, [.. starts], [.. ends]);
    }

    private static bool IsLetterForLetter(ReadOnlySpan<char> written, string normal)
    {
        if (written.Length != normal.Length) return false;
        for (var i = 0; i < normal.Length; i++)
        {
            if (Letter(written[i]) != normal[i]) return false;
        }

        return true;
    }

    private static int ClusterEnd(string source, int start)
    {
        var i = start + 1;
        if (source[start] == '\r' && i < source.Length && source[i] == '\n') return i + 1;
        if (char.IsHighSurrogate(source[start]) && i < source.Length && char.IsLowSurrogate(source[i])) return i + 1;
        var limit = Math.Min(source.Length, start + 1 + LongestCluster);
        while (i < limit && CharUnicodeInfo.GetUnicodeCategory(source[i]) == UnicodeCategory.NonSpacingMark) i++;
        return i;
    }

    private static string Normal(string source, int start, int end)
    {
        var c = source[start];
        if (end - start == 1)
        {
            if (c is '\n' or '\t') return c == '\n' ? "\n" : "\t";
            if (c == '\r') return "\n";
            if (c is '\uFEFF' or '\u200B' or '\u200C' or '\u200D' or '\u00AD' || char.IsControl(c)) return "";
            if (char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator) return " ";
            if (char.IsSurrogate(c)) return "\uFFFD";
            if (c < '\u1F00') return Letter(c).ToString();
        }
        else if (c == '\r')
        {
            return "\n";
        }

        var cluster = source[start..end];
        if (char.IsSurrogate(c) && !(char.IsHighSurrogate(c) && char.IsLowSurrogate(cluster[1]))) return "\uFFFD";
        return cluster.Normalize(NormalizationForm.FormC).Replace('\u00D0', 'Đ').Replace('\u00F0', 'đ');
    }

    private static char Letter(char c) => c switch
    {
        '\u00D0' => 'Đ',
        '\u00F0' => 'đ',
        _ => c,
    };
}
