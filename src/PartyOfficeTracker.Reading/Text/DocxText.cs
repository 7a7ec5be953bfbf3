using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace PartyOfficeTracker.Reading;

/// <summary>Text of a .docx: a line a paragraph, numbers and bullets written out, a line a table row with tabs between cells.</summary>
internal static class DocxText
{
    /// <summary>A file put into a file put into a file: no deeper.</summary>
    private const int DeepestChunk = 2;

    private static readonly Regex Unshown = Cue.Of(@"<(style|script|head|title)\b[^<>]*>[^<]*</(style|script|head|title)>|<!--[^<>]*-->");
    private static readonly Regex LineEnds = Cue.Of(@"<(/?(p|div|tr|li|h[1-6]|table)|br)\b[^<>]*>");
    private static readonly Regex Tag = Cue.Of(@"<[^<>]*>");

    public static DecodedSource Read(byte[] bytes) => Read(bytes, 0);

    private static DecodedSource Read(byte[] bytes, int depth)
    {
        try
        {
            if (OfficePackage.Refusal(bytes) is { } refusal) return DecodedSource.Refused(refusal);
            using var stream = new MemoryStream(bytes, writable: false);
            using var document = WordprocessingDocument.Open(stream, isEditable: false);
            if (document.MainDocumentPart is not { } part || RootOf(part).Child("body") is not { } body) return DecodedSource.Refused(SourceRefusal.Damaged);
            if (FileSecrecy.Look(bytes, "") == FileFinding.Marked) return DecodedSource.Refused(SourceRefusal.SecrecyMarking);
            var styles = new DocxStyles(RootOf(part.StyleDefinitionsPart), RootOf(part.ThemePart));
            var numbering = new DocxNumbering(RootOf(part.NumberingDefinitionsPart), styles);
            var text = new DocxWriter(styles, numbering, new DocxNotes(RootOf(part.FootnotesPart), RootOf(part.EndnotesPart)),
                id => Chunk(part, id, depth)).Write(body);
            return new DecodedSource(LegacyFonts.Unmixed(text), "docx", null);
        }
        catch (Exception exception) when (exception
            is InvalidDataException or IOException or XmlException or OpenXmlPackageException or FileFormatException
            or InvalidOperationException or NotSupportedException or FormatException or ArgumentException or UriFormatException)
        {
            return DecodedSource.Refused(SourceRefusal.Damaged);
        }
    }

    /// <summary>The text of a file another program put in whole, for Word to take apart when it opens the paper.</summary>
    private static string Chunk(MainDocumentPart main, string id, int depth)
    {
        using var stream = main.GetPartById(id).GetStream(FileMode.Open, FileAccess.Read);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var content = copy.ToArray();
        var read = !OfficePackage.IsZip(content) ? TextDecoder.Decode(content)
            : depth < DeepestChunk ? Read(content, depth + 1) : DecodedSource.Refused(SourceRefusal.ArchiveBomb);
        var isReadable = read.Refusal is null && !read.Text.StartsWith(@"{\rtf", StringComparison.Ordinal);
        if (!isReadable) throw new NotSupportedException("A part of the text cannot be read.");
        if (OfficePackage.IsZip(content) || !read.Text.TrimStart().StartsWith('<')) return read.Text;
        var flowing = Unshown.Replace(read.Text, "").ReplaceLineEndings(" ");
        var lines = WebUtility.HtmlDecode(Tag.Replace(LineEnds.Replace(flowing, "\n"), "")).Split('\n');
        return string.Join('\n', lines.Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
    }

    private static XElement? RootOf(OpenXmlPart? part)
    {
        if (part is null) return null;
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        return stream.Length == 0 ? null : OfficePackage.Root(stream);
    }
}

/// <summary>The notes a paper refers to, by their number in the file.</summary>
internal sealed class DocxNotes(XElement? footnotes, XElement? endnotes)
{
    public XElement? Find(string reference, string? id) => (reference == "footnoteReference" ? footnotes : endnotes)?.Elements()
        .FirstOrDefault(note => note.Attr("id") == id && note.Attr("type") is null or "normal");
}

/// <summary>
/// Elements by their local names: a paper in the strict form of the standard has other namespaces, and what Word has left behind (smart tags, custom XML) has
/// no class in the object model.
/// </summary>
internal static class WordXml
{
    private const string Microsoft = "http://schemas.microsoft.com/";

    public static bool Is(this XElement element, string name) => element.Name.LocalName == name;

    public static XElement? Child(this XElement? element, string name) => element?.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    public static IEnumerable<XElement> Children(this XElement? element, string name) =>
        element?.Elements().Where(child => child.Name.LocalName == name) ?? [];

    public static string? Attr(this XElement? element, string name) => element?.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value;

    public static string? Val(this XElement? element) => element.Attr("val");

    public static int? Number(this XElement? element) =>
        int.TryParse(element.Val(), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number : null;

    /// <summary>A switch: on when it stands there, unless it says no; null when it does not stand there.</summary>
    public static bool? Switch(this XElement? element) => element is null ? null : element.Val() is not ("0" or "false" or "off");

    /// <summary>The one branch of an alternative that is drawn: the first whose language we know, else the fallback.</summary>
    public static XElement? Branch(this XElement alternative)
    {
        var choices = alternative.Children("Choice").ToList();
        return choices.Find(IsKnown) ?? alternative.Child("Fallback") ?? choices.FirstOrDefault();
    }

    private static bool IsKnown(XElement choice) => (choice.Attr("Requires") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .All(prefix => choice.GetNamespaceOfPrefix(prefix)?.NamespaceName.StartsWith(Microsoft, StringComparison.Ordinal) == true);
}
