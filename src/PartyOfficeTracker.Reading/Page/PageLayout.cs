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

    private const int FewestOfASentence = 5;

    /// <summary>What is shorter and followed by a small letter is a cell or a label.</summary>
    private const int ShortestBroken = 15;

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
    private static readonly Regex RomanHeading = Cue.Of(@"^([ivx]{1,4}|[a-h])[.)\-]\s");
    private static readonly Regex PlainHeading = Phrases.Cue(nameof(PlainHeading));
    private static readonly Regex HeadingCue = Phrases.Cue(nameof(HeadingCue));
    private static readonly Regex MenuColumns = Cue.Of(@"^[^.;:!?]{1,40}?(( {2,}| \| )[^.;:!?]{1,40}?){2,}$");
    /// <summary>"Chính trị › Xây dựng Đảng", "Trang chủ | Tin tức | Văn bản": where the page stands on its site.</summary>
    private static readonly Regex Trail = Cue.Of(@"^[^.;:!?|»›]{1,40}([»›][^.;:!?|»›]{1,40}|\|[^.;:!?|»›]{1,40}\|[^.;:!?»›]{1,200})$");
    private static readonly Regex ConferenceWord = Phrases.Cue(nameof(ConferenceWord));

    public static IReadOnlyList<PageLine> Read(SourceView view, int end)
    {
        var head = SearchHead.EndOf(view);
        var raw = Paragraphs(view, head, end);
        var lines = new List<PageLine>(raw.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var bodySeen = false;
        var tail = false;
        for (var i = 0; i < raw.Count; i++)
        {
            var stop = raw[i].End;
            var start = AfterPostDate(view, raw[i].Start, stop, lines);
            if (start >= stop) continue;
            var line = new Glance(view, start, stop, CountWords(view.Text, start, stop, 400), bodySeen, IsLast(raw, i));
            var key = view.Lower[start..Math.Min(stop, start + 400)].TrimEnd('.', ' ', ';', ',');
            var repeated = line.Words >= 4 && !seen.Add(key) && !line.IsListed;
            if (repeated) MarkTwinOfCaption(line, key, lines);
            var role = repeated || start < head ? LineRole.Furniture : RoleOf(line);
            if (tail && role != LineRole.Furniture && (line.Words < ShortestArticleParagraph || !line.EndsSentence)) role = LineRole.Furniture;
            else if (role == LineRole.Body) tail = false;
            tail |= bodySeen && role == LineRole.Furniture && line.Words <= LongestFurnitureLine && line.Holds(TailCue);
            bodySeen |= role == LineRole.Body;
            lines.Add(new PageLine(start, stop, role));
        }

        MailHead.Mark(view, lines);
        TaskTables.Mark(view, lines);
        Bylines.Mark(view, lines);
        return lines;
    }

    /// <summary>Where a paragraph begins once a posting date glued to its front is a line of its own.</summary>
    private static int AfterPostDate(SourceView view, int start, int stop, List<PageLine> lines)
    {
        if (start >= stop || PostDatePrefix.First(view.Lower, start, Math.Min(stop, start + 60)) is not { Success: true } prefix) return start;
        lines.Add(new PageLine(start, prefix.Index + prefix.Length, LineRole.PostDate));
        return SkipBlanks(view.Text, prefix.Index + prefix.Length, stop);
    }

    /// <summary>A picture's words stand twice, and both times under the picture.</summary>
    private static void MarkTwinOfCaption(Glance line, string key, List<PageLine> lines)
    {
        if (line.Words > 40 || !line.Holds(SpeakingCaption)) return;
        var twin = lines.FindIndex(other => other.Role == LineRole.Body && IsSame(line.View, other, key));
        if (twin >= 0) lines[twin] = lines[twin] with { Role = LineRole.Caption };
    }

    /// <summary>
    /// The headline that names the conference, else the first that is no name, else the longest: a section's or an outlet's name may stand above it.
    /// </summary>
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

    /// <summary>A line, and what can be said of it before its role is known.</summary>
    private readonly record struct Glance(SourceView View, int Start, int End, int Words, bool BodySeen, bool IsLast)
    {
        public char Last => View.Text[End - 1];

        public bool EndsSentence => PageLayout.EndsSentence(View.Text, End);

        /// <summary>A bullet, a number, a letter or "Thứ hai,": what stands in a list is somebody's text, whatever word it begins with.</summary>
        public bool IsListed => ListMarker.Begins(View, Start, End);

        /// <summary>A sentence of some words is text as well; the page's own lines are names of things.</summary>
        public bool IsText => BodySeen && (IsListed || (Words >= FewestOfASentence && (EndsSentence || Last == ';')));

        public bool Holds(Regex cue) => cue.In(View.Lower, Start, End);
    }

    /// <summary>What a line can be, the surest first: the first that knows it decides.</summary>
    private static readonly Func<Glance, LineRole?>[] Roles = [AsPostDate, AsFurniture, AsCaption, AsCapitals, AsMarked, AsSentence, AsLooseCaption];

    private static LineRole RoleOf(Glance line)
    {
        foreach (var role in Roles)
        {
            if (role(line) is { } known) return known;
        }

        if (line.IsLast && line.Words > 8) return LineRole.Body;
        return line.Words <= 14 ? LineRole.Heading : LineRole.Body;
    }

    private static LineRole? AsPostDate(Glance line) =>
        (line.Words <= LongestFurnitureLine && Letterhead.IsPlaceAndDay(line.View, line.Start, line.End)) || IsStamped(line) ? LineRole.PostDate : null;

    /// <summary>"Thời gian: 14h00 ngày 10/3/2021" tells of the meeting.</summary>
    private static readonly Regex TimeLabel = Cue.Of(@"^\W*([0-9]{1,2}[.)/-]\s*)?(thời gian|khai mạc|bắt đầu)\b");

    private static bool IsStamped(Glance line) =>
        !line.IsText && !line.Holds(TimeLabel) && line.Words <= LongestFurnitureLine && line.Holds(CalendarDay) && line.Holds(ClockOrCounter);

    private static LineRole? AsFurniture(Glance line) =>
        IsBracketed(line) || IsMenuWord(line) || IsTrail(line) || IsNoVietnamese(line) ? LineRole.Furniture : null;

    private static bool IsBracketed(Glance line) => line.View.Text[line.Start] == '[' && line.Last == ']';

    private static bool IsMenuWord(Glance line) =>
        !line.IsText && line.Words <= LongestFurnitureLine && line.Holds(FurnitureCue) && !(line.Words > 6 && line.EndsSentence && line.Holds(HeadingCue));

    private static bool IsTrail(Glance line) => !line.BodySeen && line.Words <= LongestTrail && (line.Holds(MenuColumns) || line.Holds(Trail));

    private static bool IsNoVietnamese(Glance line) =>
        !HasLetters(line.View.Text, line.Start, line.End) ||
        (!(line.BodySeen && line.IsListed) && (line.Words >= 4 || (line.Words == 1 && line.End - line.Start >= LongestWord)) &&
        IsAccentless(line.View.Text, line.Start, line.End));

    private static LineRole? AsCaption(Glance line) =>
        !(line.BodySeen && line.IsListed) && line.Words <= 90 && line.Holds(CaptionCue) &&
        !(line.Words > 24 && line.Holds(PointsToPicture)) ? LineRole.Caption : null;

    private static LineRole? AsCapitals(Glance line)
    {
        if (line.Words < 4 || !IsAllCapitals(line.View.Text, line.Start, line.End)) return null;
        if (line.Holds(RomanHeading)) return LineRole.Heading;
        if (line.BodySeen && line.IsListed && (line.EndsSentence || line.Last == ';')) return LineRole.Body;
        if (line.Holds(ConferenceWord)) return line.BodySeen ? LineRole.Heading : LineRole.Headline;
        return line.Holds(HeadingCue) && line.Words <= 14 ? LineRole.Heading : LineRole.Furniture;
    }

    /// <summary>"II. …", "3. …", "- …".</summary>
    private static LineRole? AsMarked(Glance line)
    {
        // A small letter counts entries, a capital one parts; but a whole sentence is an entry, whatever counts it.
        var counts = char.IsLower(line.View.Text[line.Start]) || ((line.EndsSentence || line.Last == ';') && !line.Holds(HeadingCue));
        if (line.Holds(RomanHeading) && line.Words <= 16 && !counts) return LineRole.Heading;
        if (!line.IsListed) return null;
        return line.EndsSentence || line.Last == ';' || line.Words > 16 || !line.Holds(HeadingCue) ? LineRole.Body : LineRole.Heading;
    }

    private static LineRole? AsSentence(Glance line)
    {
        if (!line.EndsSentence && line.Last is not (':' or ';' or ',')) return null;
        return line.Last == ':' && line.Words <= 10 && line.Holds(HeadingCue) ? LineRole.Heading : LineRole.Body;
    }

    private static LineRole? AsLooseCaption(Glance line)
    {
        if (line.Words > 40) return null;
        if (!line.BodySeen && line.Holds(PlainHeading)) return LineRole.Heading;
        // A title goes on with a small letter ("kết luận của đồng chí …"); a picture's words begin with a capital one.
        var goesOn = char.IsLower(line.View.Text[line.Start]);
        if (!line.BodySeen) return line.Holds(LooseCaptionCue) && line.Words > 8 && !goesOn ? LineRole.Caption : LineRole.Headline;
        return !line.IsLast && line.Holds(LooseCaptionCue) ? LineRole.Caption : null;
    }

    /// <summary>Lines, with hard-wrapped ones joined: a long line that breaks off before a small letter goes on in the next.</summary>
    private static List<(int Start, int End)> Paragraphs(SourceView view, int head, int end)
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
            trimmed = WithoutBar(view.Text, start, trimmed);
            result.Add((start, Math.Max(start, trimmed)));
            position = stop + 1;
        }

        return [.. result.TakeWhile(line => line.Start < head), .. Unwrapped(view, [.. result.SkipWhile(line => line.Start < head)])];
    }

    /// <summary>"… chủ trì. |": a cell's edge behind a sentence.</summary>
    private static int WithoutBar(string text, int start, int end)
    {
        if (end <= start || text[end - 1] != '|') return end;
        var before = Sentences.TrimEnd(text, start, end - 1);
        return EndsSentence(text, before) ? before : end;
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
        if (lines.Count > 0 && GoesOn(view, lines[^1], next)) lines[^1] = (lines[^1].Start, next.End);
        else lines.Add(next);
    }

    private static bool GoesOn(SourceView view, (int Start, int End) last, (int Start, int End) next)
    {
        var text = view.Text;
        if (last.End <= last.Start || next.Start - last.End > 40 || text.AsSpan(last.End, next.Start - last.End).Count('\n') != 1 ||
            EndsSentence(text, last.End) ||
            text[last.End - 1] is ':' or ';' || ListMarker.Begins(view, next.Start, next.End) || text.AsSpan(last.Start, next.End - last.Start).Contains('\t'))
        {
            return false;
        }

        if (char.IsLower(text[next.Start])) return last.End - last.Start >= ShortestBroken && !IsAllCapitals(text, last.Start, last.End);
        // A name or a number broken in two: only where a sentence was clearly under way.
        var lineStart = text.LastIndexOf('\n', last.End - 1, last.End - last.Start) + 1;
        var width = last.End - Math.Max(lineStart, last.Start);
        return width is >= 40 and <= 140 && IsUnderWay(view, last.Start, last.End) && char.IsLetterOrDigit(text[next.Start]) &&
            !CaptionCue.In(view.Lower, Math.Max(last.Start, last.End - 60), last.End);
    }

    /// <summary>Several lines already, or a whole sentence and the beginning of another: no title breaks off like that.</summary>
    private static bool IsUnderWay(SourceView view, int start, int end)
    {
        if (view.Text.AsSpan(start, end - start).Contains('\n')) return true;
        for (var i = start; i + 2 < end; i++)
        {
            if (view.Text[i] == '.' && view.Text[i + 1] == ' ' && char.IsUpper(view.Text[i + 2]) && i > start + 20) return true;
        }

        return false;
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
            && lines.TrueForAll(line => view.Text.IndexOf('\t', line.Start, line.End - line.Start) < 0)
            && inner.All(line => line.End - line.Start >= longest * 6 / 10 && !ListMarker.Begins(view, line.Start, line.End))
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

    /// <summary>No letter of the stretch has a mark.</summary>
    public static bool IsAccentless(string text, int start, int end)
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
