using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartyOfficeTracker.Reading;

/// <summary>Text of a .docx: a line a paragraph, numbers and bullets written out, a line a table row with tabs between cells.</summary>
internal static class DocxText
{
    private const int MostEntries = 2000;
    private const long LargestUnpacked = 60L * 1024 * 1024;
    private const long LargestPart = 40L * 1024 * 1024;
    private const int WorstRatio = 200;
    private const long RatioMatters = 1024 * 1024;
    private const string HyperlinkType = "/hyperlink";
    private const string PictureType = "/image";

    public static bool IsZip(byte[] bytes) => bytes is [0x50, 0x4B, 0x03, 0x04, ..] or [0x50, 0x4B, 0x05, 0x06, ..];

    /// <summary>OLE compound file: an encrypted .docx or an old .doc.</summary>
    public static bool IsCompoundFile(byte[] bytes) => bytes is [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..];

    public static DecodedSource Read(byte[] bytes)
    {
        try
        {
            if (Refusal(bytes) is { } refusal) return DecodedSource.Refused(refusal);
            using var stream = new MemoryStream(bytes, writable: false);
            using var document = WordprocessingDocument.Open(stream, isEditable: false);
            if (document.MainDocumentPart?.Document?.Body is not { } body) return DecodedSource.Refused(SourceRefusal.Damaged);
            return FileSecrecy.Look(bytes, "") == FileFinding.Marked
                ? DecodedSource.Refused(SourceRefusal.SecrecyMarking)
                : new DecodedSource(new DocxWriter(document.MainDocumentPart).Write(body), "docx", null);
        }
        catch (Exception exception) when (exception
            is InvalidDataException or IOException or XmlException or OpenXmlPackageException or FileFormatException
            or InvalidOperationException or NotSupportedException or FormatException or ArgumentException or UriFormatException)
        {
            return DecodedSource.Refused(SourceRefusal.Damaged);
        }
    }

    /// <summary>The archive's directory is judged before anything is unpacked; then the true sizes, since a directory can lie.</summary>
    private static SourceRefusal? Refusal(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > MostEntries) return SourceRefusal.ArchiveBomb;
        long declared = 0;
        foreach (var entry in archive.Entries)
        {
            declared += entry.Length;
            var tooDense = entry.Length > RatioMatters && entry.Length / Math.Max(1, entry.CompressedLength) > WorstRatio;
            if (entry.Length > LargestPart || declared > LargestUnpacked || tooDense) return SourceRefusal.ArchiveBomb;
            if (entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) ||
                entry.FullName.EndsWith("vbaData.xml", StringComparison.OrdinalIgnoreCase))
            {
                return SourceRefusal.Macros;
            }

            if (entry.FullName is "EncryptedPackage" or "EncryptionInfo" || entry.IsEncrypted) return SourceRefusal.Encrypted;
        }

        var left = LargestUnpacked;
        foreach (var entry in archive.Entries)
        {
            if (Unpacked(entry, ref left) is not { } content) return SourceRefusal.ArchiveBomb;
            if (entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) && HasExternal(content)) return SourceRefusal.ExternalRelations;
            if (entry.FullName == "[Content_Types].xml" && Encoding.UTF8.GetString(content).Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
            {
                return SourceRefusal.Macros;
            }
        }

        return null;
    }

    /// <summary>The content of a small part (relations, content types); other parts are only measured.</summary>
    private static byte[]? Unpacked(ZipArchiveEntry entry, ref long left)
    {
        using var stream = entry.Open();
        using var kept = new MemoryStream();
        var keep = entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || entry.FullName == "[Content_Types].xml";
        var buffer = new byte[81920];
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            left -= read;
            if (left < 0) return null;
            if (keep) kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    /// <summary>
    /// A hyperlink is only text to us, and a linked picture, which every passage pasted from the web brings along, is never fetched; a template or object that
    /// Word would fetch is refused.
    /// </summary>
    private static bool HasExternal(byte[] relations)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(new MemoryStream(relations, writable: false), settings);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Relationship") continue;
            var external = string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
            var type = reader.GetAttribute("Type") ?? "";
            var isIdle = type.EndsWith(HyperlinkType, StringComparison.OrdinalIgnoreCase) || type.EndsWith(PictureType, StringComparison.OrdinalIgnoreCase);
            if (external && !isIdle) return true;
        }

        return false;
    }
}

/// <summary>Writes the body of a Word document as lines.</summary>
internal sealed class DocxWriter(MainDocumentPart part)
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<(int List, int Level), int> _counters = [];
    private readonly Numbering? _numbering = part.NumberingDefinitionsPart?.Numbering;

    public string Write(Body body)
    {
        foreach (var element in body.ChildElements)
        {
            if (element is Paragraph paragraph) Line(paragraph);
            else if (element is Table table) Rows(table);
            else if (element is SdtBlock block)
            {
                foreach (var inner in block.Descendants<Paragraph>()) Line(inner);
            }
        }

        return _text.ToString();
    }

    private void Line(Paragraph paragraph)
    {
        _text.Append(Marker(paragraph)).Append(TextOf(paragraph)).Append('\n');
    }

    private void Rows(Table table)
    {
        foreach (var row in table.Elements<TableRow>())
        {
            _text.AppendJoin('\t', row.Elements<TableCell>().Select(cell => string.Join(' ', cell.Descendants<Paragraph>().Select(TextOf)))).Append('\n');
        }
    }

    public static string TextOf(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var element in paragraph.Descendants())
        {
            switch (element)
            {
                case Text run:
                    text.Append(run.Text);
                    break;
                case TabChar:
                    text.Append(' ');
                    break;
                case Break or CarriageReturn:
                    text.Append('\n');
                    break;
                case NoBreakHyphen:
                    text.Append('-');
                    break;
                default:
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>The number or bullet Word would draw; an unknown numbering gives a dash.</summary>
    private string Marker(Paragraph paragraph)
    {
        var numbering = paragraph.ParagraphProperties?.NumberingProperties;
        if (numbering?.NumberingId?.Val?.Value is not { } list || list == 0) return "";
        var level = numbering.NumberingLevelReference?.Val?.Value ?? 0;
        var format = FormatOf(list, level);
        if (format == NumberFormatValues.Bullet || format is null) return "- ";
        var count = _counters[(list, level)] = _counters.GetValueOrDefault((list, level), 0) + 1;
        foreach (var deeper in _counters.Keys.Where(key => key.List == list && key.Level > level).ToList()) _counters.Remove(deeper);
        if (format == NumberFormatValues.UpperRoman && count <= Romans.Length) return Romans[count - 1] + ". ";
        if (format == NumberFormatValues.LowerLetter && count <= 26) return (char)('a' + count - 1) + ") ";
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count}. ");
    }

    private static readonly string[] Romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

    private NumberFormatValues? FormatOf(int list, int level)
    {
        var instance = _numbering?.Elements<NumberingInstance>().FirstOrDefault(found => found.NumberID?.Value == list);
        var definition = _numbering?.Elements<AbstractNum>().FirstOrDefault(found => found.AbstractNumberId?.Value == instance?.AbstractNumId?.Val?.Value);
        return definition?.Elements<Level>().FirstOrDefault(found => found.LevelIndex?.Value == level)?.NumberingFormat?.Val?.Value;
    }
}
