using System.Text;
using System.Xml.Linq;

namespace PartyOfficeTracker.Reading;

/// <summary>Writes the body of a Word document as lines: block by block, in each block piece by piece, as Word would draw it.</summary>
internal sealed class DocxWriter(DocxStyles styles, DocxNumbering numbering, DocxNotes notes, Func<string, string> chunks)
{
    /// <summary>No office program nests deeper; a file made to exhaust the stack does.</summary>
    private const int Deepest = 200;

    private readonly LegacyParagraphs _legacy = new();
    private string? _tableStyle;
    private bool _inNote;

    public string Write(XElement body)
    {
        var lines = new DocxLines();
        Blocks(body, lines, inCell: false, 0);
        return string.Concat(lines.Finish().Select(line => line + "\n"));
    }

    /// <summary>What stands in a body, a cell, a text box, a note.</summary>
    public void Blocks(XElement container, DocxLines lines, bool inCell, int depth)
    {
        Guard(depth);
        foreach (var element in container.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "p":
                    Paragraph(element, lines, inCell, depth + 1);
                    break;
                case "tbl":
                    var outer = _tableStyle;
                    _tableStyle = element.Child("tblPr").Child("tblStyle").Val() ?? outer;
                    new DocxTable(this).Write(element, lines, depth + 1);
                    _tableStyle = outer;
                    break;
                case "sdt" when ContentOf(element) is { } content:
                    Blocks(content, lines, inCell, depth + 1);
                    break;
                case "customXml" or "smartTag" or "ins" or "moveTo":
                    Blocks(element, lines, inCell, depth + 1);
                    break;
                case "AlternateContent" when element.Branch() is { } branch:
                    Blocks(branch, lines, inCell, depth + 1);
                    break;
                case "altChunk" when element.Attr("id") is { } id:
                    foreach (var line in chunks(id).Split('\n', StringSplitOptions.RemoveEmptyEntries)) lines.End("", line);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The content of a control; null when it only asks for something to be typed, or repeats the headings as a table of contents.</summary>
    public static XElement? ContentOf(XElement control)
    {
        var properties = control.Child("sdtPr");
        var isContents = properties.Child("docPartObj").Child("docPartGallery").Val() == "Table of Contents";
        return isContents || properties.Child("showingPlcHdr").Switch() == true ? null : control.Child("sdtContent");
    }

    public static void Guard(int depth)
    {
        if (depth > Deepest) throw new InvalidDataException("The document is nested deeper than any office program writes.");
    }

    private void Paragraph(XElement paragraph, DocxLines lines, bool inCell, int depth)
    {
        var properties = paragraph.Child("pPr");
        if (styles.IsContents(properties)) return;
        var style = styles.OfParagraph(properties, _tableStyle);
        var inline = new DocxInline(this, style, depth);
        inline.Walk(paragraph, depth);
        lines.Add(inline.Before);
        var text = inline.Finish(_legacy);
        var mark = properties.Child("rPr");
        var isJoined = mark.Child("del") is not null || mark.Child("moveFrom") is not null || styles.OfRun(mark, style).Hidden == true;
        if (isJoined || (text.Length == 0 && inline.HasRemoved))
        {
            // A struck-out or hidden end of a paragraph: what is left of it goes on in the next, whose number it takes.
            lines.Join(text);
        }
        else
        {
            var marker = numbering.Next(properties, style);
            var isShown = text.Length > 0 || lines.IsJoining || (inCell && !marker.StartsWith("- ", StringComparison.Ordinal));
            if (isShown || inline.Before.Count == 0) lines.End(isShown ? marker : "", text);
        }

        lines.Add(inline.After);
    }

    /// <summary>Properties of a run, over those of its paragraph's style.</summary>
    public StyleFacts FactsOf(XElement run, StyleFacts paragraph) => styles.OfRun(run.Child("rPr"), paragraph);

    /// <summary>The words of a note as one line; empty inside another note.</summary>
    public string Note(XElement reference, int depth)
    {
        if (_inNote || notes.Find(reference.Name.LocalName, reference.Attr("id")) is not { } note) return "";
        _inNote = true;
        var lines = new DocxLines();
        Blocks(note, lines, inCell: false, depth + 1);
        _inNote = false;
        return TableText.OneLine(lines.Finish());
    }

    /// <summary>The boxes, WordArt and labels of a drawing as lines.</summary>
    public void Boxes(XElement drawing, DocxLines lines, int depth)
    {
        Guard(depth);
        foreach (var element in drawing.Elements())
        {
            var name = element.Name.LocalName;
            if (name == "txbxContent") Blocks(element, lines, inCell: false, depth + 1);
            else if (name == "textpath" && element.Attr("string") is { Length: > 0 } art) lines.End("", art);
            else if (name == "AlternateContent" && element.Branch() is { } branch) Boxes(branch, lines, depth + 1);
            else if (name == "p" && element.Name.NamespaceName.EndsWith("/drawingml/2006/main", StringComparison.Ordinal))
            {
                lines.End("", string.Concat(element.Descendants().Where(e => e.Is("t")).Select(e => e.Value)));
            }
            else if (!IsHidden(element)) Boxes(element, lines, depth + 1);
        }
    }

    private static bool IsHidden(XElement shape) =>
        shape.Child("docPr").Attr("hidden") is "1" or "true" ||
        shape.Attr("style")?.Replace(" ", "", StringComparison.Ordinal).Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>Lines as they come together; a paragraph whose end is struck out waits for the next.</summary>
internal sealed class DocxLines
{
    private readonly List<string> _lines = [];
    private readonly StringBuilder _waiting = new();

    public bool IsJoining => _waiting.Length > 0;

    public int Count => _lines.Count;

    public void Join(string text) => _waiting.Append(text);

    public void End(string marker, string text)
    {
        _lines.Add(IsJoining ? $"{marker}{_waiting}{text}" : marker + text);
        _waiting.Clear();
    }

    public void Add(DocxLines lines)
    {
        if (lines.Count > 0 || lines.IsJoining) _lines.AddRange(lines.Finish());
    }

    public List<string> Finish()
    {
        if (IsJoining) End("", "");
        return _lines;
    }
}

/// <summary>
/// Whether letters in an old font are what that font draws, paragraph by paragraph: a paper converted to Unicode often keeps the name of the old font.
/// </summary>
internal sealed class LegacyParagraphs
{
    private int _old;
    private int _converted;

    public bool AreConverted(string letters)
    {
        if (LegacyFonts.HasUnicodeOnly(letters))
        {
            _converted++;
            return true;
        }

        if (TextDecoder.Score(letters) == 1) return _converted > _old;
        if (!Ascii.IsValid(letters)) _old++;
        return false;
    }
}
