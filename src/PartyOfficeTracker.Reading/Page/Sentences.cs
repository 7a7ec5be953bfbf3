using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>A sentence of the article. <see cref="Number"/> counts it in its list; <see cref="IsListed"/> also covers letters and bullets.</summary>
internal sealed record Sentence(int Start, int End, int Paragraph, LineRole Role, bool OpensParagraph, int? Number, bool IsListed)
{
    /// <summary>What is printed before it: "3", "2.1", "a"; null before a bullet.</summary>
    public string? Mark { get; init; } = Number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>The row of a table of tasks the sentence stands for.</summary>
    public TaskRow? Row { get; init; }
}

/// <summary>Cuts paragraphs into sentences and numbered entries, and sentences into the clauses between semicolons.</summary>
internal static class Sentences
{
    /// <summary>What runs on longer than this is no sentence; it stays unclassified.</summary>
    private const int LongestSentence = 8_000;

    private static readonly Vocabulary Phrases = Vocabulary.Of("page");

    private static readonly Regex Ticker = Cue.Of(@"^[0-9]{1,2}\s?(h|g|giờ|:)\s?([0-9]{2})?( ?phút)?\s*[:|–-]\s+");
    private static readonly Regex InlineNumber = Cue.Of(@"\((?<n>[0-9]{1,2})\)\s*");
    /// <summary>"… các việc sau: 1. Rà soát …; 2. Kiểm kê …": numbers in running prose.</summary>
    private static readonly Regex RunningNumber = Cue.Of(@"[:;.]\s+(?<m>(?<n>[0-9]{1,2})\.\s+)");
    private static readonly Regex Abbreviation = Phrases.Cue(nameof(Abbreviation));

    private static readonly Regex RomanNumeral = Phrases.Cue(nameof(RomanNumeral));

    public static List<Sentence> Of(SourceView view, IReadOnlyList<PageLine> lines)
    {
        var result = new List<Sentence>();
        var (rows, table) = TaskTables.Find(view, lines);
        for (var i = 0; i < lines.Count; i++)
        {
            if (rows.TryGetValue(i, out var row))
            {
                result.Add(new Sentence(row.Task.Start, row.Task.End, i, LineRole.Body, true, row.Number, true) { Row = row });
            }

            if (table.Contains(i)) continue;
            if (lines[i].Role is LineRole.Body) Paragraph(view, lines[i], i, result);
            else if (lines[i].Role is LineRole.Heading) result.Add(new Sentence(lines[i].Start, lines[i].End, i, LineRole.Heading, true, null, false));
        }

        result.RemoveAll(sentence => sentence.End - sentence.Start > LongestSentence);
        return result;
    }

    private static void Paragraph(SourceView view, PageLine line, int index, List<Sentence> result)
    {
        var start = line.Start + Bylines.TagLength(view, line.Start, line.End);
        // "9h45: …": when it was said is no part of what was said.
        start += Ticker.First(view.Lower, start, Math.Min(line.End, start + 16)).Length;
        if (ListMarker.NumberOf(view, start, line.End) is var (number, mark, text) && text < line.End)
        {
            // What a numbered paragraph says after its first sentence is of its own, and not of the number.
            var isFirst = true;
            foreach (var (from, to) in Split(view.Text, view.Lower, text, line.End))
            {
                result.Add(new Sentence(from, to, index, LineRole.Body, isFirst, isFirst ? number : null, true) { Mark = isFirst ? mark : null });
                isFirst = false;
            }

            return;
        }

        if (ListMarker.LetterOf(view, start, line.End) is var (letter, entry) && entry < line.End)
        {
            result.Add(new Sentence(entry, line.End, index, LineRole.Body, true, null, true) { Mark = letter });
            return;
        }

        var listed = ListMarker.IsOrdinal(view, start, line.End);
        if (ListMarker.BulletEnd(view, start, line.End) is { } bullet && bullet < line.End)
        {
            start = bullet;
            listed = true;
        }

        var numbers = NumberedEntries(view, start, line.End);
        var first = true;
        var stop = numbers.Count > 0 ? numbers[0].Marker : line.End;
        foreach (var (from, to) in Split(view.Text, view.Lower, start, stop))
        {
            result.Add(new Sentence(from, to, index, LineRole.Body, first, null, listed));
            first = false;
        }

        for (var i = 0; i < numbers.Count; i++)
        {
            var end = i + 1 < numbers.Count ? numbers[i + 1].Marker : line.End;
            var from = numbers[i].TextStart;
            if (i + 1 == numbers.Count)
            {
                // The last entry ends with its sentence; what follows in the paragraph is prose again.
                var parts = Split(view.Text, view.Lower, from, end).ToList();
                if (parts.Count == 0) continue;
                result.Add(new Sentence(parts[0].Start, parts[0].End, index, LineRole.Body, false, numbers[i].Number, true));
                result.AddRange(parts.Skip(1).Select(part => new Sentence(part.Start, part.End, index, LineRole.Body, false, null, false)));
            }
            else
            {
                var trimmed = TrimEnd(view.Text, from, end);
                if (trimmed > from) result.Add(new Sentence(from, trimmed, index, LineRole.Body, false, numbers[i].Number, true));
            }
        }
    }

    private static List<(int Marker, int TextStart, int Number)> NumberedEntries(SourceView view, int start, int end)
    {
        var found = new List<(int Marker, int TextStart, int Number)>();
        foreach (var match in InlineNumber.All(view.Lower, start, end))
        {
            if (int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) == found.Count + 1)
            {
                found.Add((match.Index, match.Index + match.Length, found.Count + 1));
            }
        }

        if (found.Count == 0)
        {
            foreach (var match in RunningNumber.All(view.Lower, start, end))
            {
                var marker = match.Groups["m"];
                if (int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) != found.Count + 1 ||
                    !char.IsUpper(view.Text[Math.Min(marker.Index + marker.Length, end - 1)]))
                {
                    continue;
                }

                found.Add((marker.Index, marker.Index + marker.Length, found.Count + 1));
            }

            if (found.Count < 2) return [];
        }

        return found.Count >= 2 || (found.Count == 1 && view.Text.AsSpan(start, found[0].Marker - start).TrimEnd().EndsWith(":")) ? found : [];
    }

    /// <summary>Sentences of a stretch of prose, blanks cut off.</summary>
    public static IEnumerable<(int Start, int End)> Split(string text, string lower, int start, int end)
    {
        var from = PageLayout.SkipBlanks(text, start, end);
        for (var i = from; i < end; i++)
        {
            if (text[i] is not ('.' or '!' or '?' or '…')) continue;
            var after = i + 1;
            while (after < end && text[after] is '.' or '…' or '"' or '”' or '’' or ')' or '/') after++;
            if (after >= end) break;
            if (!char.IsWhiteSpace(text[after])) continue;
            var next = PageLayout.SkipBlanks(text, after, end);
            if (next < end && !StartsSentence(text, next)) continue;
            if (text[i] == '.' && IsAbbreviation(text, lower, from, i)) continue;
            yield return (from, after);
            from = next;
            i = next - 1;
        }

        var last = TrimEnd(text, from, end);
        if (last > from) yield return (from, last);
    }

    private static bool StartsSentence(string text, int at) =>
        char.IsUpper(text[at]) || char.IsDigit(text[at]) || text[at] is '"' or '“' or '(' or '[' or '-' or '–';

    private static bool IsAbbreviation(string text, string lower, int from, int dot)
    {
        if (RomanNumeral.In(lower, Math.Max(from, dot - 16), dot)) return false;
        if (dot - from >= 1 && char.IsUpper(text[dot - 1]) && (dot - from == 1 || !char.IsLetter(text[dot - 2]))) return dot - 2 < from || text[dot - 2] != '.';
        var begin = Math.Max(from, dot - 8);
        if (!Abbreviation.In(lower, begin, dot)) return false;
        // "đăng ký cho đủ số." ends a sentence; "số. 12" does not.
        return !lower.AsSpan(begin, dot - begin).EndsWith("số") || (dot + 2 < text.Length && char.IsDigit(text[dot + 2]));
    }

    public static int TrimEnd(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return end;
    }

    /// <summary>
    /// Clauses between semicolons outside brackets and quotes. A piece without a verb of its own stays with the one before it.
    /// The separating semicolon belongs to neither.
    /// </summary>
    public static List<(int Start, int End)> Clauses(SourceView view, int start, int end)
    {
        var result = new List<(int Start, int End)>();
        var depth = 0;
        var quoted = false;
        var from = start;
        for (var i = start; i <= end; i++)
        {
            if (i < end)
            {
                var c = view.Text[i];
                if (c == '(') depth++;
                else if (c == ')') depth = Math.Max(0, depth - 1);
                else if (c == '“') quoted = ClosesInside(view.Text, i, end);
                else if (c == '”') quoted = false;
                if (c != ';' || depth > 0 || quoted) continue;
            }

            var left = PageLayout.SkipBlanks(view.Text, from, i);
            var right = TrimEnd(view.Text, left, i);
            from = i + 1;
            if (right <= left) continue;
            if (result.Count > 0 && (RowLabels.Begins(view, left, right) || !Predicates.HasVerb(view, left, right) ||
                !Predicates.HasVerb(view, result[^1].Start, result[^1].End)))
            {
                result[^1] = (result[^1].Start, right);
            }
            else result.Add((left, right));
        }

        if (result.Count == 0) return Unbracketed(view, start, end);
        return result;
    }

    /// <summary>A quotation that is the whole rest of the sentence is cut like any other text.</summary>
    private static bool ClosesInside(string text, int open, int end)
    {
        var close = text.IndexOf('”', open, end - open);
        return close >= 0 && PageLayout.CountWords(text, close, end, 2) > 0;
    }

    /// <summary>An unclosed bracket or quote swallowed every semicolon: cut without looking at brackets.</summary>
    private static List<(int Start, int End)> Unbracketed(SourceView view, int start, int end)
    {
        var left = PageLayout.SkipBlanks(view.Text, start, end);
        var right = TrimEnd(view.Text, left, end);
        return right > left ? [(left, right)] : [];
    }
}
