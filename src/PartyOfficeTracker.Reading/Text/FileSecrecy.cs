using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace PartyOfficeTracker.Reading;

/// <summary>What the look into a file for markings gave.</summary>
public enum FileFinding
{
    /// <summary>Every text of it was looked at; none is a marking.</summary>
    Clear,

    /// <summary>It carries a marking.</summary>
    Marked,

    /// <summary>No marking in what could be looked at, but not all could: pictures, scanned pages, a password, a format of its own.</summary>
    Unseen,

    /// <summary>An office file that is not one inside.</summary>
    Damaged,
}

/// <summary>
/// Looks into a file for secrecy markings, whatever part they stand in. The content decides what the file is. Nothing is written to disk and no exception
/// leaves: what a reader of a format cannot open counts as not looked into, save a broken office file, which no office program writes.
/// </summary>
public static class FileSecrecy
{
    private const int MostEntries = 5000;
    private const long LargestUnpacked = 200L * 1024 * 1024;
    private const int DeepestNesting = 3;
    private const int MostPages = 1000;
    private const int MostLetters = 5_000_000;
    private const int SniffedBytes = 512;
    private const int LongestMailHead = 4096;
    private static readonly TimeSpan LongestPdf = TimeSpan.FromSeconds(20);
    private static readonly Regex UnaccentedName = Cue.Of(@"(^|[^\p{L}])(tuyet|toi)[ .-]{1,3}mat([^\p{L}]|$)");
    private static readonly Regex QuotedLetter = Cue.Of(@"=[0-9A-F]{2}");
    private static readonly Regex Tag = Cue.Of(@"<[^<>]*>");

    public static FileFinding Look(byte[] content, string fileName)
    {
        if (IsMarkedName(fileName)) return FileFinding.Marked;
        var left = LargestUnpacked;
        return Look(content, 0, ref left);
    }

    /// <summary>Names of files are often typed without accents and with dashes for blanks.</summary>
    private static bool IsMarkedName(string fileName)
    {
        var name = Path.GetFileNameWithoutExtension(fileName).Replace('_', ' ');
        return IsMarked(name) || UnaccentedName.IsMatch(name.ToLowerInvariant());
    }

    private static bool IsMarked(string text) => SecrecyMarking.Find(text) is not null;

    private static FileFinding Look(byte[] content, int depth, ref long left)
    {
        if (OfficePackage.IsZip(content)) return depth > DeepestNesting ? FileFinding.Unseen : Package(content, depth, ref left);
        if (content.AsSpan(0, Math.Min(content.Length, SniffedBytes)).IndexOf("%PDF-"u8) >= 0) return Pdf(content, depth, ref left);
        if (IsText(content)) return Plain(content);
        return FileFinding.Unseen;
    }

    private static FileFinding Package(byte[] content, int depth, ref long left)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostEntries) return FileFinding.Damaged;
            var worst = FileFinding.Clear;
            foreach (var entry in archive.Entries.Where(e => !e.FullName.EndsWith('/')))
            {
                if (entry.IsEncrypted) return FileFinding.Damaged;
                var found = Part(entry, depth, ref left);
                if (found is FileFinding.Marked) return found;
                if (found > worst) worst = found;
            }

            return worst;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or XmlException or NotSupportedException or ArgumentException)
        {
            return FileFinding.Damaged;
        }
    }

    private static FileFinding Part(ZipArchiveEntry entry, int depth, ref long left)
    {
        // The printer's settings are Windows' own and hold no text of the paper.
        if (entry.FullName.Contains("printerSettings", StringComparison.OrdinalIgnoreCase)) return FileFinding.Clear;
        if (Unpacked(entry, ref left) is not { } part) return FileFinding.Damaged;
        if (!IsXml(part)) return Look(part, depth + 1, ref left);
        try
        {
            return PackageTexts.IsMarked(new MemoryStream(part, writable: false), IsMarked) ? FileFinding.Marked : FileFinding.Clear;
        }
        catch (XmlException) when (!entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
        {
            // Excel writes drawings of old that are no XML to the letter, and an inserted page of the web need not be.
            return Plain(part);
        }
    }

    private static byte[]? Unpacked(ZipArchiveEntry entry, ref long left)
    {
        using var stream = entry.Open();
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            left -= read;
            if (left < 0) return null;
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    private static bool IsXml(byte[] part)
    {
        var start = Encoding.ASCII.GetString(part, 0, Math.Min(part.Length, 64)).Replace("\0", "", StringComparison.Ordinal);
        start = start.TrimStart('?', ' ', '\r', '\n', '\t');
        return start.StartsWith('<') && !start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) && !start.StartsWith("<!", StringComparison.Ordinal);
    }

    private static bool IsText(byte[] content) =>
        content.AsSpan(0, Math.Min(content.Length, SniffedBytes)).IndexOfAnyInRange((byte)1, (byte)8) < 0 && TextDecoder.Decode(content).Refusal is null;

    /// <summary>A page of the web loses its tags; what is kept in another writing (RTF, a mail) is told by its sign and not looked into.</summary>
    private static FileFinding Plain(byte[] content)
    {
        var text = TextDecoder.Decode(content).Text;
        var isMail = text.AsSpan(0, Math.Min(text.Length, LongestMailHead)).Contains("Content-Transfer-Encoding:", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("MIME-Version", StringComparison.OrdinalIgnoreCase);
        if (isMail) text = Unquoted(text);
        var readings = new[] { text, WebUtility.HtmlDecode(Tag.Replace(text, "\n")), WebUtility.HtmlDecode(Tag.Replace(text, "")) };
        if (readings.Any(IsMarked)) return FileFinding.Marked;
        var isOther = isMail || text.StartsWith(@"{\rtf", StringComparison.Ordinal);
        return isOther ? FileFinding.Unseen : FileFinding.Clear;
    }

    /// <summary>A page saved as a mail writes letters beyond ASCII as the numbers of their bytes.</summary>
    private static string Unquoted(string text) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(QuotedLetter.Replace(
        text.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal),
        m => ((char)Convert.ToByte(m.Value[1..], 16)).ToString())));

    private static FileFinding Pdf(byte[] content, int depth, ref long left)
    {
        try
        {
            var clock = Stopwatch.StartNew();
            using var document = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            var about = document.Information;
            if (IsMarked(string.Join('\n', about.Title, about.Subject, about.Keywords, about.Author))) return FileFinding.Marked;
            var worst = Attachments(document, depth, ref left);
            if (worst == FileFinding.Marked) return worst;
            var letters = 0;
            for (var number = 1; number <= document.NumberOfPages; number++)
            {
                if (number > MostPages || letters > MostLetters || clock.Elapsed > LongestPdf) return FileFinding.Unseen;
                var page = document.GetPage(number);
                letters += page.Letters.Count;
                if (TextsOf(page).Any(IsMarked)) return FileFinding.Marked;
                if (page.Letters.Count == 0 || page.NumberOfImages > 0) worst = FileFinding.Unseen;
            }

            return worst;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A reader of a format this loose throws whatever it meets; the file is kept as one nobody looked into.
            return FileFinding.Unseen;
        }
    }

    private static IEnumerable<string> TextsOf(Page page) =>
        page.GetAnnotations().Select(a => a.Content).OfType<string>().Prepend(page.Text).Prepend(PdfLines.Of(page));

    private static FileFinding Attachments(PdfDocument document, int depth, ref long left)
    {
        if (!document.Advanced.TryGetEmbeddedFiles(out var files)) return FileFinding.Clear;
        var worst = FileFinding.Clear;
        foreach (var file in files)
        {
            if (IsMarkedName(file.Name)) return FileFinding.Marked;
            var found = depth > DeepestNesting ? FileFinding.Unseen : Look(file.Memory.ToArray(), depth + 1, ref left);
            if (found == FileFinding.Marked) return found;
            if (found != FileFinding.Clear) worst = FileFinding.Unseen;
        }

        return worst;
    }
}

/// <summary>The words of a page of a PDF as lines: by their height on the paper, a wide gap parts two lines.</summary>
internal static class PdfLines
{
    /// <summary>A gap of more heights of a letter than this parts the two columns of a head.</summary>
    private const double WideGap = 2.5;

    public static string Of(Page page)
    {
        var text = new StringBuilder();
        Word? last = null;
        foreach (var word in page.GetWords().OrderByDescending(w => Math.Round(w.BoundingBox.Bottom / 3)).ThenBy(w => w.BoundingBox.Left))
        {
            if (last is not null) text.Append(Between(last, word));
            text.Append(word.Text);
            last = word;
        }

        return text.ToString();
    }

    private static char Between(Word last, Word word)
    {
        var height = Math.Max(4, last.Letters[0].PointSize);
        if (Math.Round(last.BoundingBox.Bottom / 3) != Math.Round(word.BoundingBox.Bottom / 3)) return '\n';
        return word.BoundingBox.Left - last.BoundingBox.Right > height * WideGap ? '\t' : ' ';
    }
}
