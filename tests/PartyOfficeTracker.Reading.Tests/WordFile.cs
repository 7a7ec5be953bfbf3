using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace PartyOfficeTracker.Reading.Tests;

/// <summary>Word files made in memory from the XML of their parts, so that a test can write what Word writes and the object model has no class for.</summary>
internal static class WordFile
{
    private const string Names =
        "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' " +
        "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:v='urn:schemas-microsoft-com:vml' " +
        "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' " +
        "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' " +
        "xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' " +
        "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'";

    public static string Run(string text) => $"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>";

    public static string RunIn(string font, string text) =>
        $"<w:r><w:rPr><w:rFonts w:ascii='{font}' w:hAnsi='{font}'/></w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>";

    public static string Line(string text) => $"<w:p>{Run(text)}</w:p>";

    public static string Listed(string text, int list, int level = 0) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr>{(text.Length == 0 ? "" : Run(text))}</w:p>";

    public static string Styled(string style, string text) => $"<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr>{Run(text)}</w:p>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(c => c.StartsWith('<') ? c : Cell(c)))}</w:tr>";

    public static string Cell(string text, string properties = "") =>
        $"<w:tc><w:tcPr>{properties}</w:tcPr>{string.Concat(text.Split('|').Select(t => t.Length == 0 ? "<w:p/>" : Line(t)))}</w:tc>";

    public static string Level(int level, string format, string text, string more = "") =>
        $"<w:lvl w:ilvl='{level}'>{more}<w:numFmt w:val='{format}'/><w:lvlText w:val='{text}'/></w:lvl>";

    /// <summary>The text read from a file with that body, without the last line end.</summary>
    public static string Text(string body, string? numbering = null, string? styles = null, string? footnotes = null, string? theme = null)
    {
        var source = SourceText.Read(Of(body, numbering, styles, footnotes, theme), "a.docx");
        Assert.Null(source.Refusal);
        return source.Text.TrimEnd('\n');
    }

    public static byte[] Of(string body, string? numbering = null, string? styles = null, string? footnotes = null, string? theme = null)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            Feed(main, $"<w:document {Names}><w:body>{body}<w:sectPr/></w:body></w:document>");
            if (numbering is not null) Feed(main.AddNewPart<NumberingDefinitionsPart>(), $"<w:numbering {Names}>{numbering}</w:numbering>");
            if (styles is not null) Feed(main.AddNewPart<StyleDefinitionsPart>(), $"<w:styles {Names}>{styles}</w:styles>");
            if (footnotes is not null) Feed(main.AddNewPart<FootnotesPart>(), $"<w:footnotes {Names}>{footnotes}</w:footnotes>");
            if (theme is not null) Feed(main.AddNewPart<ThemePart>(), $"<a:theme {Names}>{theme}</a:theme>");
        }

        return stream.ToArray();
    }

    /// <summary>A file into which another was put whole.</summary>
    public static byte[] Around(PartTypeInfo type, byte[] inner)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            using (var content = new MemoryStream(inner)) main.AddAlternativeFormatImportPart(type, "k1").FeedData(content);
            Feed(main, $"<w:document {Names}><w:body>{Line("Trước.")}<w:altChunk r:id='k1'/>{Line("Sau.")}</w:body></w:document>");
        }

        return stream.ToArray();
    }

    /// <summary>The same file with the text of its parts changed.</summary>
    public static byte[] Repacked(byte[] file, Func<string, string, string> change)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var read = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read))
        {
            foreach (var entry in read.Entries)
            {
                using var text = new StreamReader(entry.Open());
                using var writer = new StreamWriter(archive.CreateEntry(entry.FullName).Open());
                writer.Write(change(entry.FullName, text.ReadToEnd()));
            }
        }

        return stream.ToArray();
    }

    private static void Feed(OpenXmlPart part, string xml)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(content);
    }
}
