using System.Globalization;
using System.Text;
using System.Xml;

namespace PartyOfficeTracker.Reading;

/// <summary>
/// Every text of one XML part of a Word or Excel file, a line a paragraph, cell or attribute. The part is walked as XML and not through the
/// object model: where a text stands (box, both branches of an alternative, WordArt, diagram, chart, note, comment, property, a part of
/// another's invention) makes no difference then.
/// </summary>
internal sealed class PackageTexts
{
    /// <summary>Whole lines go to the check when this much has come together, so that a large sheet is not held in memory.</summary>
    private const int Batch = 512 * 1024;

    private const string HeaderFooter = "oddHeader|evenHeader|firstHeader|oddFooter|evenFooter|firstFooter|";

    /// <summary>What holds one text made of pieces: paragraphs, and the strings and comments of a workbook.</summary>
    private static readonly HashSet<string> Wholes = new(StringComparer.Ordinal) { "p", "si", "is", "text", "rubyBase" };

    /// <summary>Lists of styles and typefaces: names for the writer of a paper, never printed.</summary>
    private static readonly HashSet<string> NamesOnly = new(StringComparer.Ordinal) { "styles", "fonts", "theme", "latentStyles", "webSettings" };

    private readonly StringBuilder _lines = new();
    private readonly Stack<Whole> _open = new();
    private readonly Func<string, bool> _isMarked;
    private int _deleted;
    private Run _run;

    private PackageTexts(Func<string, bool> isMarked) => _isMarked = isMarked;

    /// <exception cref="XmlException">The part is not XML.</exception>
    public static bool IsMarked(Stream part, Func<string, bool> isMarked)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false, CloseInput = false };
        using var reader = XmlReader.Create(part, settings);
        return new PackageTexts(isMarked).Walk(reader);
    }

    private bool Walk(XmlReader reader)
    {
        var element = "";
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    element = reader.LocalName;
                    if (reader.Depth == 0 && NamesOnly.Contains(element)) return false;
                    Start(reader, element);
                    if (reader.IsEmptyElement) End(element);
                    break;
                case XmlNodeType.EndElement:
                    End(reader.LocalName);
                    element = "";
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    Text(element, reader.Value);
                    break;
                case XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when element is "t" or "delText":
                    Text(element, reader.Value);
                    break;
                default:
                    break;
            }

            if (_lines.Length > Batch && Flush()) return true;
        }

        while (_open.TryPop(out var whole)) Close(whole);
        return Flush();
    }

    private bool Flush()
    {
        var text = _lines.ToString();
        _lines.Clear();
        return _isMarked(text);
    }

    private void Start(XmlReader reader, string name)
    {
        if (Wholes.Contains(name)) _open.Push(new Whole());
        else if (name == "r" || name == "fld") _run = default;
        else if (name is "del" or "moveFrom") _deleted += reader.IsEmptyElement ? 0 : 1;
        else RunOrSign(reader, name);
        if (!reader.MoveToFirstAttribute()) return;
        do
        {
            // Every marking has a letter beyond ASCII, and nearly no attribute does.
            if (reader.NamespaceURI != "http://www.w3.org/2000/xmlns/" && !Ascii.IsValid(reader.Value)) Line(reader.Value);
            else if (reader.LocalName == "cap" && reader.Value == "all") _run = _run with { Capitals = true };
        }
        while (reader.MoveToNextAttribute());
        reader.MoveToElement();
    }

    private void RunOrSign(XmlReader reader, string name)
    {
        switch (name)
        {
            case "tab" or "ptab":
                Append(" ");
                break;
            case "br" or "cr":
                Append("\n");
                break;
            case "noBreakHyphen":
                Append("-");
                break;
            case "sym":
                // A letter of a symbol font stands in the private area with its code in the low byte.
                if (int.TryParse(Attribute(reader, "char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code is > 0x20 and < 0xFFFE)
                {
                    Append(((char)(code is >= 0xF000 and <= 0xF0FF ? code & 0xFF : code)).ToString());
                }

                break;
            case "vanish" or "webHidden":
                _run = _run with { Hidden = _run.Hidden || IsOn(reader) };
                break;
            case "caps" or "smallCaps":
                _run = _run with { Capitals = _run.Capitals || IsOn(reader) };
                break;
            case "rFonts" or "rFont" or "latin":
                var font = Attribute(reader, "ascii") ?? Attribute(reader, "hAnsi") ?? Attribute(reader, "typeface") ?? Attribute(reader, "val");
                _run = _run with { OldCapitals = font?.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase) == true && font.EndsWith('H') };
                break;
            default:
                break;
        }
    }

    private static string? Attribute(XmlReader reader, string name)
    {
        string? value = null;
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.LocalName == name) value = reader.Value;
        }

        reader.MoveToElement();
        return value;
    }

    private static bool IsOn(XmlReader reader) => Attribute(reader, "val") is not ("0" or "false" or "off");

    private void End(string name)
    {
        if (Wholes.Contains(name) && _open.TryPop(out var whole)) Close(whole);
        else if (name is "del" or "moveFrom") _deleted = Math.Max(0, _deleted - 1);
    }

    /// <summary>What is seen, what is hidden or struck out, and both together: each may be the stamp.</summary>
    private void Close(Whole whole)
    {
        Line(whole.Seen.ToString());
        if (whole.Unseen.Length == 0) return;
        Line(whole.Unseen.ToString());
        Line(whole.All.ToString());
    }

    private void Text(string element, string text)
    {
        if (element is "instrText" or "delInstrText")
        {
            // The words of a field stand in quotation marks.
            Line(text.Replace('"', '\n'));
            return;
        }

        if (HeaderFooter.Contains(element + "|", StringComparison.Ordinal) && element.Length > 0)
        {
            Line(WithoutCodes(text));
            return;
        }

        if (_run.Capitals) text = text.ToUpperInvariant();
        if (_run.OldCapitals) text = string.Concat(text.Select(c => char.IsAsciiLetter(c) ? char.ToUpperInvariant(c) : c));
        if (_open.Count == 0) Line(text);
        else Append(text);
    }

    private void Append(string text)
    {
        if (!_open.TryPeek(out var whole)) return;
        whole.All.Append(text);
        (_deleted > 0 || _run.Hidden ? whole.Unseen : whole.Seen).Append(text);
    }

    /// <summary>The title of a column or property of registers is no degree.</summary>
    private void Line(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length > 0 && !trimmed.Equals("độ mật", StringComparison.OrdinalIgnoreCase)) _lines.Append(text).Append('\n');
    }

    /// <summary>The head or foot of a sheet without its signs for place, typeface, size and colour; what they part are lines.</summary>
    private static string WithoutCodes(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '&' || i + 1 >= text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            var code = text[++i];
            if (code == '&') result.Append('&');
            else if (code == '"' && text.IndexOf('"', i + 1) is var quote and > 0) i = quote;
            else if (code == 'K') i = Math.Min(text.Length - 1, i + 6);
            else if (char.IsAsciiDigit(code))
            {
                while (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])) i++;
            }
            else if (code is 'L' or 'C' or 'R') result.Append('\n');
        }

        return result.ToString();
    }

    private sealed class Whole
    {
        public StringBuilder Seen { get; } = new();

        public StringBuilder Unseen { get; } = new();

        public StringBuilder All { get; } = new();
    }

    private readonly record struct Run(bool Hidden, bool Capitals, bool OldCapitals);
}
