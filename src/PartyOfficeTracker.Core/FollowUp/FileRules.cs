using System.IO.Compression;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>Which uploads are kept: a short list of types, told by their first bytes, within size and compression limits.</summary>
public static class FileRules
{
    public const int MaximumBytes = 10 * 1024 * 1024;

    /// <summary>A paper that answers several tasks is kept with each; together they take no more than this.</summary>
    public const long MaximumCopiesBytes = 100L * 1024 * 1024;

    /// <summary>An office file that unpacks to more than this many times its size is refused.</summary>
    private const int MaximumRatio = 100;

    private const long MaximumUnpackedBytes = 200L * 1024 * 1024;

    private static readonly byte[] Pdf = "%PDF-"u8.ToArray();
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF];
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];

    /// <param name="file">What was uploaded.</param>
    /// <param name="contentType">The type to serve it as.</param>
    /// <param name="whyNot">The resource key of the reason, empty when allowed.</param>
    public static bool IsAllowed(UploadedFile file, out string? contentType, out string whyNot)
    {
        whyNot = "";
        contentType = null;
        if (file.Content.Length > MaximumBytes)
        {
            whyNot = "File.TooLarge";
            return false;
        }

        var content = file.Content.AsSpan();
        contentType = content.StartsWith(Pdf) ? "application/pdf"
            : content.StartsWith(Png) ? "image/png"
            : content.StartsWith(Jpeg) ? "image/jpeg"
            : content.StartsWith(Zip) ? OfficeType(file.Content, out whyNot)
            : null;
        if (contentType is null && whyNot.Length == 0)
        {
            whyNot = "File.TypeNotAllowed";
        }

        return contentType is not null;
    }

    /// <summary>The name without a path, control characters and quotes, short enough to store.</summary>
    public static string SafeName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new string([.. last.Where(c => !char.IsControl(c) && c is not '"' and not '<' and not '>' and not ':' and not '|')]).Trim();
        if (clean.Length == 0)
        {
            return "file";
        }

        return clean.Length > StoredFile.FileNameLength ? clean[^StoredFile.FileNameLength..] : clean;
    }

    /// <summary>Reads the zip's directory only; nothing is inflated.</summary>
    private static string? OfficeType(byte[] content, out string whyNot)
    {
        whyNot = "";
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            var unpacked = zip.Entries.Sum(e => e.Length);
            if (unpacked > MaximumUnpackedBytes || unpacked > (long)content.Length * MaximumRatio)
            {
                whyNot = "File.Bomb";
                return null;
            }

            if (zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            {
                whyNot = "File.Macros";
                return null;
            }

            return zip.GetEntry("word/document.xml") is not null ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                : zip.GetEntry("xl/workbook.xml") is not null ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                : null;
        }
        catch (InvalidDataException)
        {
            whyNot = "File.Damaged";
            return null;
        }
    }
}
