using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace PartyOfficeTracker.Reading;

/// <summary>The pieces of one paragraph as one text. Boxes drawn at it are lines of their own, before it or behind it.</summary>
internal sealed class DocxInline(DocxWriter writer, StyleFacts style, int start)
{
    /// <summary>A note up to this length stands in brackets at its sign, a longer one behind the paragraph.</summary>
    private const int ShortNote = 200;

    private readonly List<(OldFont Font, StringBuilder Letters)> _pieces = [];

    /// <summary>Fields begun and not ended; true while their code is read, which is not shown.</summary>
    private readonly Stack<bool> _fields = new();
    private int _codes;

    public DocxLines Before { get; } = new();

    public DocxLines After { get; } = new();

    /// <summary>Whether words were struck out, moved away or hidden here.</summary>
    public bool HasRemoved { get; private set; }

    public void Walk(XElement container, int depth)
    {
        DocxWriter.Guard(depth);
        foreach (var element in container.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "pPr" or "rPr" or "sdtPr" or "smartTagPr" or "customXmlPr" or "fldData" or "subDoc" or "rt" or "rubyPr":
                    break;
                case "del" or "moveFrom":
                    HasRemoved = true;
                    break;
                case "r" when IsWord(element):
                    Run(element, depth + 1);
                    break;
                case "sdt":
                    if (DocxWriter.ContentOf(element) is { } content) Walk(content, depth + 1);
                    break;
                case "AlternateContent":
                    if (element.Branch() is { } branch) Walk(branch, depth + 1);
                    break;
                case "oMath" or "oMathPara":
                    foreach (var text in element.Descendants().Where(e => e.Is("t"))) Append(OldFont.None, text.Value);
                    break;
                default:
                    if (IsWord(element)) Walk(element, depth + 1);
                    break;
            }
        }
    }

    /// <summary>The text of the paragraph; a tab alone is a blank, several are columns.</summary>
    public string Finish(LegacyParagraphs legacy)
    {
        var old = string.Concat(_pieces.Where(p => p.Font is OldFont.Tcvn3 or OldFont.Tcvn3Capitals or OldFont.Vni).Select(p => p.Letters));
        var keep = old.Length > 0 && legacy.AreConverted(old);
        var text = string.Concat(_pieces.Select(p => keep ? p.Letters.ToString() : LegacyFonts.Decode(p.Font, p.Letters.ToString())));
        return SourceText.WithoutGlyphs(string.Join('\n', text.Split('\n').Select(Columns)));
    }

    private static string Columns(string line)
    {
        var parts = line.Split('\t', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 2 ? string.Join('\t', parts) : line.Replace('\t', ' ');
    }

    private static bool IsWord(XElement element) => element.Name.NamespaceName.Contains("wordprocessingml", StringComparison.Ordinal);

    private void Run(XElement run, int depth)
    {
        var facts = writer.FactsOf(run, style);
        if (facts.Hidden == true)
        {
            HasRemoved = true;
            return;
        }

        Pieces(run, LegacyFonts.KindOf(facts.Other, facts.Ascii), depth);
    }

    private void Pieces(XElement container, OldFont font, int depth)
    {
        DocxWriter.Guard(depth);
        foreach (var element in container.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "t":
                    Append(font, string.Concat(element.Value.Select(c => c is '\n' or '\r' or '\t' ? ' ' : c)));
                    break;
                case "tab" or "ptab":
                    Append(OldFont.None, "\t");
                    break;
                case "br" or "cr":
                    Append(OldFont.None, "\n");
                    break;
                case "noBreakHyphen":
                    Append(OldFont.None, "-");
                    break;
                case "sym":
                    Symbol(element);
                    break;
                case "fldChar":
                    Field(element.Attr("fldCharType"));
                    break;
                case "footnoteReference" or "endnoteReference":
                    Note(element, depth);
                    break;
                case "drawing" or "pict" or "object":
                    writer.Boxes(element, _pieces.TrueForAll(p => string.IsNullOrWhiteSpace(p.Letters.ToString())) ? Before : After, depth + 1);
                    break;
                case "AlternateContent":
                    if (element.Branch() is { } branch) Pieces(branch, font, depth + 1);
                    break;
                case "ruby":
                    if (element.Child("rubyBase") is { } written) Walk(written, depth + 1);
                    break;
                default:
                    break;
            }
        }
    }

    private void Append(OldFont font, string text)
    {
        if (text.Length == 0 || _codes > 0) return;
        if (_pieces.Count == 0 || _pieces[^1].Font != font) _pieces.Add((font, new StringBuilder()));
        _pieces[^1].Letters.Append(text);
    }

    private void Field(string? sign)
    {
        if (sign is "separate" or "end" && _fields.TryPop(out var wasCode) && wasCode) _codes--;
        if (sign is not ("begin" or "separate")) return;
        _fields.Push(sign == "begin");
        if (sign == "begin") _codes++;
    }

    /// <summary>A sign by its code; one of a symbol font stands in the private area with its code in the low byte.</summary>
    private void Symbol(XElement sign)
    {
        if (!int.TryParse(sign.Attr("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) || code is < 0x20 or > 0xFFFD) return;
        var font = LegacyFonts.KindOf(sign.Attr("font"), null);
        var isPrivate = code is >= 0xF000 and <= 0xF0FF;
        if (!isPrivate && char.IsSurrogate((char)code)) return;
        Append(font, ((char)(isPrivate && font is not (OldFont.Symbols or OldFont.Greek) ? code & 0xFF : code)).ToString());
    }

    private void Note(XElement reference, int depth)
    {
        if (depth < start || writer.Note(reference, depth) is not { Length: > 0 } note) return;
        var isShort = note.Length <= ShortNote && !note.TrimEnd('.').Contains(". ", StringComparison.Ordinal);
        if (!isShort || _pieces.Count == 0)
        {
            After.End("", note);
            return;
        }

        // A note behind the full stop belongs to the sentence before it.
        var letters = _pieces[^1].Letters;
        var stop = letters.Length > 0 && letters[^1] is '.' or ';' or ',' or ':' && _pieces[^1].Font == OldFont.None ? letters[^1].ToString() : "";
        if (stop.Length > 0) letters.Length--;
        Append(OldFont.None, $" ({note.TrimEnd('.', ' ')}){stop}");
    }
}
