using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PartyOfficeTracker.Reading;

/// <summary>What holds for every office file, before a part of it is read: no archive bomb, no macros, nothing encrypted.</summary>
internal static class OfficePackage
{
    private const int MostEntries = 2000;
    private const long LargestUnpacked = 60L * 1024 * 1024;
    private const long LargestPart = 40L * 1024 * 1024;
    private const int WorstRatio = 200;
    private const long RatioMatters = 1024 * 1024;

    /// <summary>Relations through which words of the paper itself stand in another file; without it the paper is not whole.</summary>
    private static readonly string[] PartsElsewhere = ["/subDocument", "/aFChunk", "/frame"];

    public static bool IsZip(byte[] bytes) => bytes is [0x50, 0x4B, 0x03, 0x04, ..] or [0x50, 0x4B, 0x05, 0x06, ..];

    /// <summary>OLE compound file: an encrypted .docx or an old .doc.</summary>
    public static bool IsCompoundFile(byte[] bytes) => bytes is [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..];

    /// <summary>Whether a compound file holds a stream of that name; its directory is written in UTF-16.</summary>
    public static bool HasStream(byte[] bytes, string name) => bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;

    /// <summary>The archive's directory is judged before anything is unpacked; then the true sizes, since a directory can lie.</summary>
    public static SourceRefusal? Refusal(byte[] bytes)
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
            if (entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) && IsElsewhere(content)) return SourceRefusal.ExternalRelations;
            if (entry.FullName == "[Content_Types].xml" && Encoding.UTF8.GetString(content).Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
            {
                return SourceRefusal.Macros;
            }
        }

        return null;
    }

    /// <exception cref="XmlException">The part is not XML, or brings a document type.</exception>
    public static XElement? Root(Stream part)
    {
        using var reader = Reader(part);
        return XDocument.Load(reader).Root;
    }

    public static XmlReader Reader(Stream part) => XmlReader.Create(part, Settings());

    private static XmlReaderSettings Settings() => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false };

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
    /// Nothing outside is ever fetched: a hyperlink is only text to us, a linked picture, template, sheet or film is passed over. A part of the text that lies
    /// elsewhere is refused.
    /// </summary>
    private static bool IsElsewhere(byte[] relations)
    {
        using var reader = Reader(new MemoryStream(relations, writable: false));
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Relationship") continue;
            var type = reader.GetAttribute("Type") ?? "";
            var external = string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
            if (external && PartsElsewhere.Any(part => type.EndsWith(part, StringComparison.OrdinalIgnoreCase))) return true;
        }

        return false;
    }
}
