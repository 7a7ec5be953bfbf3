using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace PartyOfficeTracker.Reading;

/// <summary>Text of a .pdf that has letters: a paragraph a line, page numbers and the heads and feet that run through the pages set aside.</summary>
internal static class PdfText
{
    private const int SniffedBytes = 512;
    private const int MostPages = 300;
    private const int MostLetters = 1_000_000;

    /// <summary>Fewer letters a page than this are stamps and numbers over a scanned picture.</summary>
    private const int FewestLetters = 20;

    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(20);

    public static bool IsPdf(byte[] bytes) => bytes.AsSpan(0, Math.Min(bytes.Length, SniffedBytes)).IndexOf("%PDF-"u8) >= 0;

    public static DecodedSource Read(byte[] bytes)
    {
        if (FileSecrecy.Look(bytes, "") == FileFinding.Marked) return DecodedSource.Refused(SourceRefusal.SecrecyMarking);
        try
        {
            using var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            return Read(document);
        }
        catch (PdfDocumentEncryptedException)
        {
            return DecodedSource.Refused(SourceRefusal.Encrypted);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A reader of a format this loose throws whatever it meets.
            return DecodedSource.Refused(SourceRefusal.Damaged);
        }
    }

    private static DecodedSource Read(PdfDocument document)
    {
        if (document.NumberOfPages > MostPages) return DecodedSource.Refused(SourceRefusal.ArchiveBomb);
        var clock = Stopwatch.StartNew();
        var pages = new List<List<PdfLine>>();
        var letters = 0;
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            var page = document.GetPage(number);
            letters += page.Letters.Count;
            if (letters > MostLetters || clock.Elapsed > LongestRead) return DecodedSource.Refused(SourceRefusal.ArchiveBomb);
            pages.Add(PdfLine.Of(page));
        }

        if (letters <= FewestLetters * pages.Count) return DecodedSource.Refused(SourceRefusal.NoText);
        PdfFurniture.Remove(pages);
        return new DecodedSource(SourceText.Pasted(PdfParagraphs.Of(pages)), "pdf", null);
    }
}

/// <summary>A line of a page: its words, its edges, the width of its first word.</summary>
internal sealed record PdfLine(string Text, double Left, double Right, double Base, double Height, double FirstWidth)
{
    /// <summary>A gap of more heights of a letter than this parts columns.</summary>
    private const double WideGap = 2.5;

    public bool HasColumns => Text.Contains('\t', StringComparison.Ordinal);

    public static List<PdfLine> Of(Page page)
    {
        var lines = new List<List<Word>>();
        foreach (var word in page.GetWords().Where(w => w.Letters.Count > 0 && !string.IsNullOrWhiteSpace(w.Text)).OrderByDescending(BaseOf))
        {
            // A raised sign (m², a note's number) is of the line it is raised from.
            var isOfLast = lines.Count > 0 && Math.Abs(BaseOf(lines[^1][0]) - BaseOf(word)) < Math.Max(HeightOf(lines[^1][0]), HeightOf(word)) * 0.5;
            if (isOfLast) lines[^1].Add(word);
            else lines.Add([word]);
        }

        return lines.ConvertAll(line => Of([.. line.OrderBy(w => w.BoundingBox.Left)]));
    }

    private static PdfLine Of(List<Word> words)
    {
        var text = new StringBuilder(TextOf(words[0]));
        for (var i = 1; i < words.Count; i++)
        {
            var isWide = words[i].BoundingBox.Left - words[i - 1].BoundingBox.Right > HeightOf(words[i]) * WideGap;
            text.Append(isWide ? '\t' : ' ').Append(TextOf(words[i]));
        }

        var first = words[0];
        return new PdfLine(
            text.ToString(), first.BoundingBox.Left, words[^1].BoundingBox.Right, BaseOf(first), HeightOf(first), first.BoundingBox.Width);
    }

    /// <summary>The letters as their font draws them; its name follows a tag of six capitals.</summary>
    private static string TextOf(Word word)
    {
        var font = word.FontName ?? "";
        var kind = LegacyFonts.KindOf(font[(font.IndexOf('+', StringComparison.Ordinal) + 1)..], null);
        return LegacyFonts.HasUnicodeOnly(word.Text) ? word.Text : LegacyFonts.Decode(kind, word.Text);
    }

    private static double BaseOf(Word word) => word.Letters[0].StartBaseLine.Y;

    private static double HeightOf(Word word) => Math.Max(4, word.Letters[0].PointSize);
}

/// <summary>What stands at the edges of pages and belongs to the paper, not to the text.</summary>
internal static class PdfFurniture
{
    private const int Edge = 2;
    private const double SamePlace = 4;
    private static readonly Regex PageNumber = Cue.Of(@"^\W*((trang|page|tr\.)\s*)?[0-9]{1,3}(\s*[/|]\s*[0-9]{1,3})?\W*$");
    private static readonly Regex Digits = Cue.Of(@"[0-9]+");

    /// <summary>
    /// Sets aside page numbers, lines that stand at one place at the edge of at least half of the pages, but for their numbers, and those that count the pages.
    /// </summary>
    public static void Remove(List<List<PdfLine>> pages)
    {
        foreach (var page in pages)
        {
            if (page.Count > 1 && PageNumber.IsMatch(page[0].Text.ToLowerInvariant())) page.RemoveAt(0);
            if (page.Count > 1 && PageNumber.IsMatch(page[^1].Text.ToLowerInvariant())) page.RemoveAt(page.Count - 1);
        }

        if (pages.Count < 2) return;
        var edges = pages.SelectMany((page, number) => page.Take(Edge).Concat(page.TakeLast(Edge)).Distinct().Select(line => (Page: number, Line: line)));
        foreach (var alike in edges.GroupBy(edge => Digits.Replace(edge.Line.Text, "#"), StringComparer.Ordinal).Select(group => group.ToList()))
        {
            var most = Math.Max(2, (pages.Count + 1) / 2);
            var running = alike.Where(edge => PagesAt(edge.Line.Base) >= most || IsCounted(edge)).Select(edge => edge.Line).ToList();
            foreach (var page in pages) page.RemoveAll(line => running.Exists(found => ReferenceEquals(found, line)));

            // The head of a chapter with the number of the page in it: on another page it counts as the pages do.
            bool IsCounted((int Page, PdfLine Line) edge) => NumberOf(edge.Line) is { } number && alike.Exists(other => other.Page != edge.Page &&
                NumberOf(other.Line) is { } there && there - number == other.Page - edge.Page && Math.Abs(other.Line.Base - edge.Line.Base) < SamePlace);

            int PagesAt(double place) => alike.Where(other => Math.Abs(other.Line.Base - place) < SamePlace).DistinctBy(other => other.Page).Count();
        }
    }

    /// <summary>The number a head has in its own column, first or last.</summary>
    private static int? NumberOf(PdfLine line)
    {
        if (!line.HasColumns) return null;
        var parts = line.Text.Split('\t');
        return int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last
            : int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : null;
    }
}

/// <summary>Puts the lines of paragraphs together: a line that ended because the next word had no room goes on in the next.</summary>
internal static class PdfParagraphs
{
    private const double Indent = 8;
    private const double WideSpace = 1.45;
    private static readonly Regex ListMark = Cue.Of(@"^([-–—+•*▪]|([0-9]{1,3}|[a-zđ]|[ivx]{1,5})[.)/\-]|[0-9]{1,2}(\.[0-9]{1,2})+\.?)\s");

    public static string Of(List<List<PdfLine>> pages)
    {
        var lines = pages.SelectMany(page => page).ToList();
        if (lines.Count == 0) return "";
        var rights = lines.Select(line => line.Right).Order().ToList();
        var edge = rights[rights.Count * 9 / 10];
        var left = lines.GroupBy(line => Math.Round(line.Left / 3)).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First()
            .Min(line => line.Left);
        var spaces = lines.Zip(lines.Skip(1), (line, next) => line.Base - next.Base).Where(space => space > 0).Order().ToList();
        var space = spaces.Count == 0 ? 0 : spaces[spaces.Count / 2];
        var text = new StringBuilder(lines[0].Text);
        for (var i = 1; i < lines.Count; i++)
        {
            text.Append(GoesOn(lines[i - 1], lines[i], edge, left, space) ? ' ' : '\n').Append(lines[i].Text);
        }

        return text.Append('\n').ToString();
    }

    private static bool GoesOn(PdfLine line, PdfLine next, double edge, double left, double space)
    {
        if (line.HasColumns || next.HasColumns || Math.Abs(line.Height - next.Height) > 2) return false;
        var isFull = line.Right + next.FirstWidth + (line.Height / 5) >= edge;
        var isApart = line.Base - next.Base > space * WideSpace;
        var isEnded = line.Text.TrimEnd()[^1] is '.' or ';' or ':' or '!' or '?' or '/';
        // Over a page only a sentence goes on: nothing tells whether a paragraph does.
        var isNext = isEnded && (next.Base >= line.Base || ListMark.IsMatch(next.Text.ToLowerInvariant()));
        return isFull && !isApart && !isNext && next.Left < left + Indent;
    }
}
