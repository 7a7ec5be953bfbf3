using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>A named person in normal-form offsets. <see cref="Start"/> and <see cref="End"/> take in honorific, title and name.</summary>
internal sealed record Person(int Start, int End, int NameStart, int NameEnd, int TitleStart, int TitleEnd)
{
    public bool HasTitle => TitleEnd > TitleStart;

    public PersonMention Mention(SourceView view) => new(
        new ReadText(view.Slice(NameStart, NameEnd), view.ToSource(NameStart, NameEnd)),
        HasTitle ? new ReadText(view.Slice(TitleStart, TitleEnd), view.ToSource(TitleStart, TitleEnd)) : null);
}

/// <summary>
/// Finds named people and the title before or after the name. Titles contain commas, so a comma ends a title only when
/// what follows is not a title.
/// </summary>
internal static class People
{
    private const int LongestName = 5;

    private static readonly Vocabulary Phrases = Vocabulary.Of("people");

    private static readonly HashSet<string> Surnames = Phrases.Lines("surnames").ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> TitleStarts = Phrases.Lines("title-starts").ToHashSet(StringComparer.Ordinal);

    private static readonly Regex Honorific = Phrases.Cue(nameof(Honorific));
    private static readonly Regex TitleHead = Phrases.Cue(nameof(TitleHead));

    /// <summary>What ends a title that follows the name; only in small letters, so "Ban Chỉ đạo" goes on.</summary>
    private static readonly Regex TitleStop = Cue.Of(
        @"[.;:()\n!?…]|\s(sáng|chiều|tối|trưa|ngày)\s|\s(-|–)\s|,?\s+(?:và|cùng)\s+(?:các )?(?:đồng chí|đ/c|ông|bà|[A-CE-ZĐÁÀÂÊÔƯ]|D[^â])|,?\s(" +
            Phrases.Choice("acts-after-title") + @")(\s|,|\.|:|;|$)");

    private static readonly Regex SmallTitle = Phrases.Cue(nameof(SmallTitle));
    /// <summary>"số 2A Hoàng Văn Thụ", "đường Hồ Chí Minh", "ở Kim Bảng": streets and districts bear such names too.</summary>
    private static readonly Regex Place = Cue.Of(@"([0-9]+[A-Z]?|\b(đường|phố|ở|tại|số [0-9]+[A-Z]?))\s+$");
    /// <summary>"Chủ nhiệm Ủy ban Kiểm tra (UBKT) Tỉnh ủy": a short form inside a title.</summary>
    private static readonly Regex ShortForm = Cue.Of(@"^\(\p{Lu}{2,8}\) \p{Lu}");
    private static readonly Regex Joint = Cue.Of(@"^(, | và |, và )$");
    private static readonly Regex Next = Phrases.Cue(nameof(Next));
    private static readonly Regex Act = Phrases.Cue(nameof(Act));
    private static readonly Regex NextTitle = Cue.Of(@"^\s*,\s*");
    private static readonly Regex InnerComma = Phrases.Cue(nameof(InnerComma));
    private static readonly Regex InfixTitleStart = Phrases.Cue(nameof(InfixTitleStart));

    /// <summary>All people named in a stretch (a sentence, a caption), in order.</summary>
    public static List<Person> In(SourceView view, int start, int end)
    {
        var result = new List<Person>();
        var honorifics = Honorific.All(view.Lower, start, end).ToDictionary(match => match.Index + match.Length, match => match.Index);
        var position = start;
        while (position < end)
        {
            var run = CapitalRun(view.Text, position, end);
            if (run is not { } found)
            {
                break;
            }

            position = found.Words[^1].End;
            if (Place.In(view.Text, Math.Max(start, found.Words[0].Start - 14), found.Words[0].Start)) continue;
            if (NameIn(view, found.Words, honorifics.ContainsKey(found.Words[0].Start)) is not { } name) continue;
            result.Add(WithTitle(view, name.Start, name.End, result.Count > 0 ? result[^1].End : start, end, honorifics));
            position = Math.Max(position, result[^1].End);
        }

        ShareTitles(view, result);
        return result;
    }

    /// <summary>"các đồng chí A, B, C - Phó Trưởng Ban": one title after the last name is that of all.</summary>
    private static void ShareTitles(SourceView view, List<Person> people)
    {
        for (var i = people.Count - 2; i >= 0; i--)
        {
            var (person, next) = (people[i], people[i + 1]);
            if (person.HasTitle || next.TitleStart <= next.NameEnd || !Joint.IsMatch(view.Text[person.NameEnd..next.NameStart])) continue;
            if (view.Text.AsSpan(0, next.TitleStart).TrimEnd()[^1] is '-' or '–')
            {
                people[i] = person with { TitleStart = next.TitleStart, TitleEnd = next.TitleEnd };
            }
        }
    }

    private static Person WithTitle(SourceView view, int nameStart, int nameEnd, int start, int end, Dictionary<int, int> honorifics)
    {
        var before = TitleBefore(view, nameStart, start);
        if (before is { } title)
        {
            var from = honorifics.TryGetValue(title.Start, out var mark) ? mark : title.Start;
            return new Person(from, nameEnd, nameStart, nameEnd, title.Start, title.End);
        }

        var begin = honorifics.TryGetValue(nameStart, out var honorific) ? honorific : nameStart;
        var after = TitleAfter(view, nameEnd, end);
        return after is { } follow ? new Person(begin, follow.End, nameStart, nameEnd, follow.Start, follow.End)
            : new Person(begin, nameEnd, nameStart, nameEnd, 0, 0);
    }

    private static (int Start, int End)? TitleBefore(SourceView view, int nameStart, int start)
    {
        var titleEnd = Sentences.TrimEnd(view.Text, start, nameStart);
        if (titleEnd == nameStart || titleEnd <= start) return null;
        int? titleStart = null;
        var segmentEnd = titleEnd;
        while (segmentEnd > start)
        {
            var segmentStart = SegmentStart(view.Text, start, segmentEnd);
            var from = PageLayout.SkipBlanks(view.Text, segmentStart, segmentEnd);
            if (TitleHead.In(view.Lower, from, segmentEnd))
            {
                titleStart = from;
            }
            else
            {
                var infix = InfixTitleStart.All(view.Lower, from, segmentEnd).Where(match => char.IsUpper(view.Text[match.Index]))
                    .Select(match => (int?)match.Index).FirstOrDefault();
                if (infix is { } at && (titleStart is not null || segmentEnd == titleEnd)) titleStart = at;
                break;
            }

            if (segmentStart == start || view.Text[segmentStart - 1] != ',') break;
            segmentEnd = segmentStart - 1;
        }

        if (Next.In(view.Lower, Math.Max(start, titleEnd - 24), titleEnd)) return null;
        return titleStart is { } found && char.IsUpper(view.Text[found]) && !Act.In(view.Lower, found, titleEnd) &&
            !ContainsName(view, found, titleEnd) ? (found, titleEnd) : null;
    }

    private static bool ContainsName(SourceView view, int start, int end)
    {
        var position = start;
        while (position < end && CapitalRun(view.Text, position, end) is { } run)
        {
            if (NameIn(view, run.Words, false) is not null) return true;
            position = run.Words[^1].End;
        }

        return false;
    }

    private static int SegmentStart(string text, int start, int end)
    {
        var i = end;
        while (i > start && text[i - 1] is not (',' or ';' or '.' or ':' or '(' or ')' or '\n') ||
            (i > start && text[i - 1] == '.' && i < text.Length && char.IsLetter(text[i])))
        {
            i--;
        }

        return i;
    }

    private static (int Start, int End)? TitleAfter(SourceView view, int nameEnd, int end)
    {
        var i = nameEnd;
        while (i < end && view.Text[i] == ' ') i++;
        if (i >= end || view.Text[i] is not (',' or '-' or '–' or '(' or ':')) return null;
        var start = PageLayout.SkipBlanks(view.Text, i + 1, end);
        if (!StartsTitle(view, start, end)) return null;
        var limit = Math.Min(end, start + 400);
        var stop = start;
        while (true)
        {
            stop = ComponentEnd(view, stop, limit);
            var comma = NextTitle.First(view.Lower, stop, limit);
            if (!comma.Success) break;
            var next = comma.Index + comma.Length;
            if (!StartsTitle(view, next, limit) || StartsPerson(view, next, limit)) break;
            stop = next;
        }

        stop = Sentences.TrimEnd(view.Text, start, stop);
        return stop > start ? (start, stop) : null;
    }

    private static bool StartsTitle(SourceView view, int start, int end) =>
        start < end &&
            (char.IsUpper(view.Text[start]) || view.Lower.AsSpan(start).StartsWith("nguyên ") || SmallTitle.In(view.Text, start, Math.Min(end, start + 40))) &&
            TitleHead.In(view.Lower, start, Math.Min(end, start + 40));

    /// <summary>
    /// A component runs to the next comma, stop verb or mark; a title before another name ("…, Phó Trưởng ban X Trần Văn A") begins a new person.
    /// </summary>
    private static int ComponentEnd(SourceView view, int start, int end)
    {
        var comma = view.Text.IndexOf(',', start, end - start);
        while (comma > 0 && InnerComma.In(view.Lower, Math.Max(start, comma - 12), Math.Min(end, comma + 14)))
        {
            comma = view.Text.IndexOf(',', comma + 1, end - comma - 1);
        }

        return TitleStopAt(view, start, comma < 0 ? end : comma);
    }

    private static int TitleStopAt(SourceView view, int start, int limit)
    {
        var resume = start;
        foreach (var match in TitleStop.All(view.Text, start, limit))
        {
            if (view.Text[match.Index] == '.' && match.Index + 1 < view.Length && char.IsLetter(view.Text[match.Index + 1])) continue;
            if (view.Lower.AsSpan(match.Index + 1).StartsWith("dự khuyết") || match.Index < resume) continue;
            if (ShortForm.First(view.Text, match.Index, Math.Min(view.Length, match.Index + 14)) is { Success: true } abbreviation)
            {
                resume = match.Index + abbreviation.Length - 1;
                continue;
            }

            return match.Index;
        }

        return limit;
    }

    private static bool StartsPerson(SourceView view, int start, int end)
    {
        var comma = view.Text.IndexOfAny([',', ';', '.'], start, Math.Min(end, start + 160) - start);
        var limit = comma < 0 ? Math.Min(end, start + 160) : comma;
        return ContainsName(view, start, TitleStopAt(view, start, limit));
    }

    private sealed record Run(List<(int Start, int End)> Words);

    /// <summary>The next run of capitalised words separated by single blanks.</summary>
    private static Run? CapitalRun(string text, int start, int end)
    {
        var i = start;
        while (i < end)
        {
            if (char.IsUpper(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1])))
            {
                var words = new List<(int Start, int End)>();
                while (i < end && char.IsUpper(text[i]))
                {
                    var from = i;
                    i++;
                    while (i < end && (char.IsLetter(text[i]) || text[i] is '\'' or '’')) i++;
                    words.Add((from, i));
                    if (i + 1 < end && text[i] == ' ' && char.IsUpper(text[i + 1])) i++;
                    else break;
                }

                return new Run(words);
            }

            i++;
        }

        return null;
    }

    private static (int Start, int End)? NameIn(SourceView view, List<(int Start, int End)> words, bool afterHonorific)
    {
        var first = 0;
        var place = Provinces.At(view, words[0].Start, words[^1].End);
        if (place is { } found && words.Count > 2) first = Math.Max(0, words.FindIndex(word => word.Start >= found.End));
        if (afterHonorific && first == 0 && !IsTitleWord(view, words[0]) && words.Count is >= 1 and <= LongestName && place is null)
        {
            return words.Count >= 2 ? (words[0].Start, words[^1].End) : null;
        }

        for (var i = first; i < words.Count - 1; i++)
        {
            if (words.Count - i is < 2 or > LongestName || !BeginsName(view, words, i)) continue;
            return IsNoPerson(view, words[i].Start, words[^1].End) ? null : (words[i].Start, words[^1].End);
        }

        return null;
    }

    private static bool BeginsName(SourceView view, List<(int Start, int End)> words, int at)
    {
        var word = view.Slice(words[at].Start, words[at].End);
        if (!Surnames.Contains(word) || IsTitleWord(view, words[at])) return false;
        // "Từ Cà Mau" is a place and no Mr Từ.
        return word != "Từ" || Provinces.At(view, words[at + 1].Start, words[^1].End) is null;
    }

    /// <summary>A province, the President of the street names, an office, or a headline in capitals.</summary>
    private static bool IsNoPerson(SourceView view, int start, int end)
    {
        var lower = view.Lower[start..end];
        return Provinces.IsName(lower) || lower is "hồ chí minh" || lower.StartsWith("văn phòng", StringComparison.Ordinal) ||
            view.Slice(start, end).All(c => char.IsUpper(c) || c == ' ');
    }

    private static bool IsTitleWord(SourceView view, (int Start, int End) word) => TitleStarts.Contains(view.Lower[word.Start..word.End]);
}
