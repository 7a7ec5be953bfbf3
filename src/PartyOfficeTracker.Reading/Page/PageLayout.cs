using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

internal enum LineRole
{
    Blank,
    Body,
    Headline,
    Heading,
    Caption,
    Byline,
    PostDate,
    Furniture,
}

/// <summary>A line (or hard-wrapped paragraph) of the page; offsets into <see cref="SourceView.Text"/>, blanks at both ends cut off.</summary>
internal sealed record PageLine(int Start, int End, LineRole Role);

/// <summary>Tells the article from the page around it, line by line.</summary>
internal static class PageLayout
{
    private const int LongestFurnitureLine = 16;
    private const int ShortestArticleParagraph = 25;
    private const int LongestTrail = 40;

    /// <summary>No Vietnamese word has this many letters.</summary>
    private const int LongestWord = 12;
    private const int LongestTitle = 30;

    /// <summary>A section's or an outlet's name is shorter.</summary>
    private const int ShortestTitle = 6;

    private static readonly Vocabulary Phrases = Vocabulary.Of("page");

    private static readonly Regex PostDatePrefix = Cue.Of(@"^(date|published|ngày đăng|đăng ngày|cập nhật)\s*:?\s*[0-9][0-9/.\-:]*(\s+[0-9]{1,2}:[0-9]{2})?");
    private static readonly Regex CalendarDay = Cue.Of(@"\b[0-9]{1,2}\s*[/.\-]\s*[0-9]{1,2}\s*[/.\-]\s*[0-9]{4}\b|\b[0-9]{4}-[0-9]{2}(-[0-9]{2})?\b");
    private static readonly Regex ClockOrCounter = Phrases.Cue(nameof(ClockOrCounter));
    private static readonly Regex FurnitureCue = Phrases.Cue(nameof(FurnitureCue));

    private static readonly Regex TailCue = Phrases.Cue(nameof(TailCue));

    private static readonly Regex CaptionCue = Phrases.Cue(nameof(CaptionCue));
    private static readonly Regex PointsToPicture = Phrases.Cue(nameof(PointsToPicture));
    private static readonly Regex LooseCaptionCue = Phrases.Cue(nameof(LooseCaptionCue));
    private static readonly Regex SpeakingCaption = Phrases.Cue(nameof(SpeakingCaption));
    private static readonly Regex ListMarker = Cue.Of(@"^(\(?[0-9]{1,2}[.)]|[-–+*•●▪◦]|\(?\p{Ll}\)|[ivx]{1,4}\.)\s");
    private static readonly Regex RomanHeading = Cue.Of(@"^([ivx]{1,4}|[a-h])[.)\-]\s");
    private static readonly Regex HeadingCue = Phrases.Cue(nameof(HeadingCue));
    private static readonly Regex MenuColumns = Cue.Of(@"^[^.;:!?]{1,40}?(( {2,}| \| )[^.;:!?]{1,40}?){2,}$");
    /// <summary>"Chính trị › Xây dựng Đảng", "Trang chủ | Tin tức | Văn bản": where the page stands on its site.</summary>
    private static readonly Regex Trail = Cue.Of(@"^[^.;:!?|»›]{1,40}([»›][^.;:!?|»›]{1,40}|\|[^.;:!?|»›]{1,40}\|[^.;:!?»›]{1,200})$");
    private static readonly Regex ConferenceWord = Phrases.Cue(nameof(ConferenceWord));

    public static IReadOnlyList<PageLine> Read(SourceView view, int end)
    {
        var raw = Paragraphs(view, end);
        var lines = new List<PageLine>(raw.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var bodySeen = false;
        var tail = false;
        for (var i = 0; i < raw.Count; i++)
        {
            var (start, stop) = raw[i];
            if (start < stop && PostDatePrefix.First(view.Lower, start, Math.Min(stop, start + 60)) is { Success: true } prefix)
            {
                lines.Add(new PageLine(start, prefix.Index + prefix.Length, LineRole.PostDate));
                start = SkipBlanks(view.Text, prefix.Index + prefix.Length, stop);
            }

            if (start >= stop) continue;
            var words = CountWords(view.Text, start, stop, 400);
            var key = view.Lower[start..Math.Min(stop, start + 400)].TrimEnd('.', ' ', ';', ',');
            var repeated = words >= 4 && !seen.Add(key);
            // A picture's words stand twice, and both times under the picture.
            if (repeated && words <= 40 && SpeakingCaption.In(view.Lower, start, stop) && lines.FindIndex(line => line.Role == LineRole.Body && IsSame(view, line, key)) is >= 0 and var twin) lines[twin] = lines[twin] with { Role = LineRole.Caption };
            var role = repeated ? LineRole.Furniture : RoleOf(view, start, stop, words, bodySeen, IsLast(raw, i));
            if (tail && role != LineRole.Furniture && (words < ShortestArticleParagraph || !EndsSentence(view.Text, stop))) role = LineRole.Furniture;
            else if (role == LineRole.Body) tail = false;
            if (bodySeen && role == LineRole.Furniture && words <= LongestFurnitureLine && TailCue.In(view.Lower, start, stop)) tail = true;
            bodySeen |= role == LineRole.Body;
            lines.Add(new PageLine(start, stop, role));
        }

        Bylines.Mark(view, lines);
        return lines;
    }

    /// <summary>The headline that names the conference, else the first that is no name, else the longest: a section's or an outlet's name may stand above it.</summary>
    public static PageLine? Title(SourceView view, IEnumerable<PageLine> headlines)
    {
        var titles = headlines.Where(line => CountWords(view.Text, line.Start, line.End, LongestTitle + 1) <= LongestTitle).ToList();
        return titles.Find(line => ConferenceWord.In(view.Lower, line.Start, line.End))
            ?? titles.Find(line => CountWords(view.Text, line.Start, line.End, ShortestTitle) >= ShortestTitle)
            ?? titles.MaxBy(line => CountWords(view.Text, line.Start, line.End, LongestTitle));
    }

    private static bool IsSame(SourceView view, PageLine line, string key) =>
        view.Lower.AsSpan(line.Start, Math.Min(line.End - line.Start, 400)).TrimEnd(". ;,").SequenceEqual(key);

    private static bool IsLast(List<(int Start, int End)> raw, int index)
    {
        for (var i = index + 1; i < raw.Count; i++)
        {
            if (raw[i].Start < raw[i].End) return false;
        }

        return true;
    }

    private static LineRole RoleOf(SourceView view, int start, int end, int words, bool bodySeen, bool last)
    {
        var lower = view.Lower;
        if (words <= LongestFurnitureLine && CalendarDay.In(lower, start, end) && ClockOrCounter.In(lower, start, end)) return LineRole.PostDate;
        if (view.Text[start] == '[' && view.Text[end - 1] == ']') return LineRole.Furniture;
        if (words <= LongestFurnitureLine && FurnitureCue.In(lower, start, end) && !(words > 6 && EndsSentence(view.Text, end) && HeadingCue.In(lower, start, end))) return LineRole.Furniture;
        if (!bodySeen && words <= LongestTrail && MenuColumns.In(lower, start, end)) return LineRole.Furniture;
        if (!bodySeen && words <= LongestTrail && Trail.In(lower, start, end)) return LineRole.Furniture;
        if (!HasLetters(view.Text, start, end)) return LineRole.Furniture;
        if ((words >= 4 || (words == 1 && end - start >= LongestWord)) && IsAccentless(view.Text, start, end)) return LineRole.Furniture;
        if (words <= 90 && CaptionCue.In(lower, start, end) && !(words > 24 && PointsToPicture.In(lower, start, end))) return LineRole.Caption;
        if (IsAllCapitals(view.Text, start, end) && words >= 4)
        {
            if (RomanHeading.In(lower, start, end)) return LineRole.Heading;
            if (ConferenceWord.In(lower, start, end)) return bodySeen ? LineRole.Heading : LineRole.Headline;
            return HeadingCue.In(lower, start, end) && words <= 14 ? LineRole.Heading : LineRole.Furniture;
        }

        var ends = EndsSentence(view.Text, end);
        if (RomanHeading.In(lower, start, end) && words <= 16 && !(ends && lower[start] is >= 'a' and <= 'h')) return LineRole.Heading;
        if (ListMarker.In(lower, start, end)) return ends || view.Text[end - 1] == ';' || words > 16 || !HeadingCue.In(lower, start, end) ? LineRole.Body : LineRole.Heading;
        if (ends || view.Text[end - 1] is ':' or ';' or ',')
        {
            return view.Text[end - 1] == ':' && words <= 10 && HeadingCue.In(lower, start, end) ? LineRole.Heading : LineRole.Body;
        }

        if (!bodySeen && words <= 40) return LooseCaptionCue.In(lower, start, end) && words > 8 ? LineRole.Caption : LineRole.Headline;
        if (words <= 40 && !last && LooseCaptionCue.In(lower, start, end)) return LineRole.Caption;
        if (last && words > 8) return LineRole.Body;
        return words <= 14 ? LineRole.Heading : LineRole.Body;
    }

    /// <summary>Lines, with hard-wrapped ones joined: a long line that breaks off before a small letter goes on in the next.</summary>
    private static List<(int Start, int End)> Paragraphs(SourceView view, int end)
    {
        var result = new List<(int Start, int End)>();
        var position = 0;
        while (position < end)
        {
            var newline = view.Text.IndexOf('\n', position, end - position);
            var stop = newline < 0 ? end : newline;
            var start = SkipBlanks(view.Text, position, stop);
            var trimmed = stop;
            while (trimmed > start && char.IsWhiteSpace(view.Text[trimmed - 1])) trimmed--;
            result.Add((start, Math.Max(start, trimmed)));
            position = stop + 1;
        }

        return Unwrapped(view, result);
    }

    private static List<(int Start, int End)> Unwrapped(SourceView view, List<(int Start, int End)> lines)
    {
        var result = new List<(int Start, int End)>(lines.Count);
        for (var i = 0; i < lines.Count;)
        {
            var block = lines.Skip(i).TakeWhile(line => line.Start < line.End).ToList();
            if (block.Count == 0)
            {
                result.Add(lines[i++]);
                continue;
            }

            if (IsWrapped(view, block)) result.Add((block[0].Start, block[^1].End));
            else foreach (var line in block) AddOrJoin(view, result, line);
            i += block.Count;
        }

        return result;
    }

    /// <summary>A long line that breaks off before a small letter goes on in the next.</summary>
    private static void AddOrJoin(SourceView view, List<(int Start, int End)> lines, (int Start, int End) next)
    {
        var joins = lines.Count > 0 && char.IsLower(view.Text[next.Start]) && lines[^1].End - lines[^1].Start >= 40 && next.Start - lines[^1].End <= 40 &&
            view.Text.AsSpan(lines[^1].End, next.Start - lines[^1].End).Count('\n') == 1 && !EndsSentence(view.Text, lines[^1].End) && view.Text[lines[^1].End - 1] is not (':' or ';');
        if (joins) lines[^1] = (lines[^1].Start, next.End);
        else lines.Add(next);
    }

    /// <summary>
    /// A text wrapped at a fixed width: between two blank lines most lines are of one length and break off in the middle of a sentence.
    /// Where each wrapped paragraph begins and ends, in lines.
    /// </summary>
    private static bool IsWrapped(SourceView view, List<(int Start, int End)> lines)
    {
        if (lines.Count < 3) return false;
        var inner = lines.Take(lines.Count - 1).ToList();
        var longest = inner.Max(line => line.End - line.Start);
        return longest is >= 45 and <= 130
            && inner.All(line => line.End - line.Start >= longest * 6 / 10 && !ListMarker.In(view.Lower, line.Start, line.End))
            && inner.Count(line => !EndsSentence(view.Text, line.End)) * 10 >= inner.Count * 6;
    }

    public static bool EndsSentence(string text, int end)
    {
        var i = end - 1;
        while (i > 0 && text[i] is '"' or '”' or '’' or '»' or ')' or ' ' or '/') i--;
        return i >= 0 && text[i] is '.' or '!' or '?' or '…';
    }

    public static int CountWords(string text, int start, int end, int most)
    {
        var count = 0;
        var inWord = false;
        for (var i = start; i < end && count <= most; i++)
        {
            var letter = char.IsLetterOrDigit(text[i]);
            if (letter && !inWord) count++;
            inWord = letter || (inWord && !char.IsWhiteSpace(text[i]));
        }

        return count;
    }

    public static int SkipBlanks(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        return start;
    }

    private static bool HasLetters(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (char.IsLetter(text[i])) return true;
        }

        return false;
    }

    private static bool IsAccentless(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] > '\u007F' && char.IsLetter(text[i])) return false;
        }

        return true;
    }

    private static bool IsAllCapitals(string text, int start, int end)
    {
        int upper = 0, lower = 0;
        for (var i = start; i < end; i++)
        {
            if (char.IsUpper(text[i])) upper++;
            else if (char.IsLower(text[i])) lower++;
        }

        return upper > 8 && lower * 6 < upper;
    }
}
