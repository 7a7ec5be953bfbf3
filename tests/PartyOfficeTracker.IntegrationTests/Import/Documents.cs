using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartyOfficeTracker.IntegrationTests.Import;

/// <summary>Word files made for a test.</summary>
internal static class Documents
{
    /// <summary>A .docx with one paragraph a line.</summary>
    public static byte[] Docx(string text)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var body = new Body(text.Split('\n').Select(line => new Paragraph(new Run(new Text(line) { Space = SpaceProcessingModeValues.Preserve }))));
            document.AddMainDocumentPart().Document = new Document(body);
        }

        return stream.ToArray();
    }

    /// <summary>The same with a macro beside the text.</summary>
    public static byte[] DocxWithMacro(string text)
    {
        using var stream = new MemoryStream();
        stream.Write(Docx(text));
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var macro = archive.CreateEntry("word/vbaProject.bin").Open();
            macro.Write("x"u8);
        }

        return stream.ToArray();
    }
}
