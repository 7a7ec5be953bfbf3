using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>Who wrote the report: a signature line at the end or under the headline, or the outlet's tag before the first sentence.</summary>
internal static class Bylines
{
    private const int LongestByline = 9;
    private const int LongestTag = 10;

    private static readonly Vocabulary Phrases = Vocabulary.Of("bylines");

    private static readonly Regex Label = Phrases.Cue(nameof(Label));
    private static readonly Regex Explicit = Phrases.Cue(nameof(Explicit));
    private static readonly Regex PhotoOnly = Phrases.Cue(nameof(PhotoOnly));
    private static readonly Regex OutletTag = Cue.Of(@"^\s*[-–]?\s*\((?<tag>[^()]{2,40})\)\s*[-–:]?\s*");
    private static readonly Regex CapitalTag = Cue.Of(@"^\p{Lu}[\p{Lu}0-9&. -]+$");
    private static readonly Regex InBrackets = Cue.Of(@"\((?<tag>[^()]{2,40})\)");
    private static readonly Regex BareTag = Cue.Of(@"^(?<tag>[A-ZĐ]{2,7}(\.(VN|COM|ORG))?|[A-Z][\w]{2,20}\.(vn|com|net))\s*[-–]\s*(\p{Lu}|[“""])");
    private static readonly Regex Outlet = Phrases.Cue(nameof(Outlet));
    private static readonly Regex Labelled = Phrases.Cue(nameof(Labelled));
    private static readonly Regex NameBeforeDate = Cue.Of(@"^(?<n>\p{Lu}[\p{L}.]*( \p{Lu}[\p{L}.]*){1,4})\s*[-–|•,/]\s*((Thứ|thứ|" +
        @"Chủ) [^0-9]{2,12})?[0-9]{1,2}\s*[/:.-]");
    /// <summary>"V.D": initials as a signature; "A A" is a control for the size of letters.</summary>
    private static readonly Regex Initials = Cue.Of(@"^\p{Lu}(\.\p{Lu}){1,2}\.?$");
    private static readonly Regex PageName = Phrases.Cue(nameof(PageName));
    private static readonly Regex NotAName = Phrases.Cue(nameof(NotAName));

    /// <summary>Marks up to two lines at either end of the article as signature.</summary>
    public static void Mark(SourceView view, List<PageLine> lines)
    {
        var lastBody = lines.FindLastIndex(line => line.Role is LineRole.Body);
        if (lastBody < 0) return;
        for (var i = lastBody; i < lines.Count; i++)
        {
            var isLast = lines.Skip(i + 1).All(line => line.Role is LineRole.Furniture or LineRole.PostDate);
            if (lines[i].Role == LineRole.Caption && Labelled.In(view.Lower, lines[i].Start, lines[i].End) && LooksSigned(view, lines[i], false))
            {
                lines[i] = lines[i] with { Role = LineRole.Byline };
                break;
            }

            if (lines[i].Role is LineRole.Heading or LineRole.Body or LineRole.Headline &&
                LooksSigned(view, lines[i], i > lastBody && (isLast || lines[i].Role == LineRole.Heading)))
            {
                lines[i] = lines[i] with { Role = LineRole.Byline };
                break;
            }
        }

        var firstBody = lines.FindIndex(line => line.Role is LineRole.Body);
        for (var i = 1; i < firstBody; i++)
        {
            var allowed = lines[i].Role switch
            {
                LineRole.Headline => true,
                LineRole.Caption => Labelled.In(view.Lower, lines[i].Start, lines[i].End),
                // A name in capitals right above the article.
                LineRole.Furniture =>
                    lines.Skip(i + 1).First(line => line.Role is not (LineRole.Caption or LineRole.PostDate)).Role == LineRole.Body &&
                    IsNameLine(view, lines[i]),
                _ => false,
            };
            if (allowed && LooksSigned(view, lines[i], IsNameLine(view, lines[i])) && PageLayout.CountWords(view.Text, lines[i].Start, lines[i].End, 20) <= 7)
            {
                lines[i] = lines[i] with { Role = LineRole.Byline };
            }
        }
    }

    /// <summary>The author as printed: the signature line, else the outlet's tag.</summary>
    public static (ReadText? Author, ReadText? Outlet) Read(SourceView view, IReadOnlyList<PageLine> lines)
    {
        var outlet = TagOf(view, lines);
        var signed = lines.LastOrDefault(line => line.Role == LineRole.Byline);
        if (signed is null) return (BesideDate(view, lines) ?? outlet, outlet);
        var start = signed.Start;
        var label = Label.First(view.Lower, signed.Start, signed.End);
        if (label.Success && label.Length < signed.End - signed.Start) start = label.Index + label.Length;
        while (start < signed.End && !char.IsLetterOrDigit(view.Text[start]) && view.Text[start] != '(') start++;
        var author = new ReadText(view.Slice(start, signed.End), view.ToSource(start, signed.End));
        return (author, outlet ?? OutletIn(view, signed));
    }

    /// <summary>"Quỳnh Hoa (TTXVN/Vietnam+)": the outlet in brackets behind the name.</summary>
    private static ReadText? OutletIn(SourceView view, PageLine signed)
    {
        var match = InBrackets.First(view.Lower, signed.Start, signed.End);
        var tag = match.Groups["tag"];
        if (!match.Success || !Outlet.In(view.Lower, tag.Index, tag.Index + tag.Length)) return null;
        return new ReadText(view.Slice(tag.Index, tag.Index + tag.Length), view.ToSource(tag.Index, tag.Index + tag.Length));
    }

    /// <summary>"Hoàng Nhật Minh - 09/01/2024 06:30": the name in front of the posting date.</summary>
    private static ReadText? BesideDate(SourceView view, IReadOnlyList<PageLine> lines)
    {
        foreach (var line in lines.Where(line => line.Role == LineRole.PostDate))
        {
            var match = NameBeforeDate.First(view.Text, line.Start, line.End);
            if (!match.Success) continue;
            var name = match.Groups["n"];
            if (NotAName.In(view.Lower, name.Index, name.Index + name.Length) || PageName.In(view.Lower, name.Index, name.Index + name.Length)) continue;
            return new ReadText(view.Slice(name.Index, name.Index + name.Length), view.ToSource(name.Index, name.Index + name.Length));
        }

        return null;
    }

    private static ReadText? TagOf(SourceView view, IReadOnlyList<PageLine> lines)
    {
        foreach (var line in lines.Where(line => line.Role is LineRole.Body or LineRole.Headline).Take(6))
        {
            var bare = line.Role == LineRole.Body ? BareTag.First(view.Text, line.Start, Math.Min(line.End, line.Start + 40)) : Match.Empty;
            if (bare.Success)
            {
                return new ReadText(bare.Groups["tag"].Value, view.ToSource(bare.Groups["tag"].Index, bare.Groups["tag"].Index + bare.Groups["tag"].Length));
            }

            var match = OutletTag.First(view.Lower, line.Start, Math.Min(line.End, line.Start + 60));
            if (!match.Success) continue;
            var tag = match.Groups["tag"];
            if (IsOutlet(view, match))
            {
                return new ReadText(view.Slice(tag.Index, tag.Index + tag.Length), view.ToSource(tag.Index, tag.Index + tag.Length));
            }
        }

        return null;
    }

    /// <summary>Length of an outlet tag such as "(Baonghean.vn) - " at the start of a paragraph; 0 when there is none.</summary>
    public static int TagLength(SourceView view, int start, int end)
    {
        if (BareTag.First(view.Text, start, Math.Min(end, start + 40)) is { Success: true } bare) return bare.Length - 1;
        var match = OutletTag.First(view.Lower, start, Math.Min(end, start + 60));
        if (!match.Success) return 0;
        return IsOutlet(view, match) ? match.Length : 0;
    }

    /// <summary>A name the list knows, or letters in capitals between brackets with a dash behind them: "(TN&amp;MT) - ".</summary>
    private static bool IsOutlet(SourceView view, Match match)
    {
        var tag = match.Groups["tag"];
        return Outlet.In(view.Lower, tag.Index, tag.Index + tag.Length) ||
            (match.Value.TrimEnd()[^1] is '-' or '–' && tag.Length <= LongestTag && CapitalTag.In(view.Text, tag.Index, tag.Index + tag.Length));
    }

    private static bool LooksSigned(SourceView view, PageLine line, bool nameAllowed)
    {
        var words = PageLayout.CountWords(view.Text, line.Start, line.End, 20);
        if (words > LongestByline || view.Text.IndexOf('\t', line.Start, line.End - line.Start) >= 0 || line.End - line.Start > 90 ||
            PhotoOnly.In(view.Lower, line.Start, line.End))
        {
            return false;
        }

        if (Explicit.In(view.Lower, line.Start, line.End)) return true;
        return nameAllowed && IsNameLine(view, line);
    }

    /// <summary>Every word starts with a capital, as in a person's or an outlet's name.</summary>
    private static bool IsNameLine(SourceView view, PageLine line)
    {
        if (NotAName.In(view.Lower, line.Start, line.End)) return false;
        var words = view.Slice(line.Start, line.End).Split([' ', '-', '–', '/', '(', ')', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= 8 && words.All(word => char.IsUpper(word[0]) || word.Length == 1) &&
            (words.Any(word => word.Length > 1) || Initials.In(view.Text, line.Start, line.End));
    }
}
