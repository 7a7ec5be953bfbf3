using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>A secrecy marking found: where it stands and its degree as printed.</summary>
public sealed record SecrecyMark(Span Span, string Degree);

/// <summary>
/// Finds secrecy markings (Mật, Tối mật, Tuyệt mật as a marking). The words "bảo mật", "mật mã", "cơ yếu", "bí mật" in a sentence,
/// and sentences that talk about markings, are none. A cell of a table is a line of its own.
/// </summary>
public static class SecrecyMarking
{
    /// <summary>A line up to this long can be a stamp.</summary>
    private const int ShortLine = 120;

    /// <summary>The head of a paper, where a marking may stand beside other words.</summary>
    private const int HeaderLines = 12;

    private const string Degree = @"(tuyệt\s*mật|tối\s*mật|mật)";

    /// <summary>A stamp: the degree alone on its line, with at most signs, brackets or a copy number around it.</summary>
    private static readonly Regex Stamp = Cue.Of(@"^[\s\W_]*(dấu\s*:?\s*|độ\s+|văn bản\s+|tài liệu\s+)?[\W_]*(?<d>(t\s*u\s*y\s*ệ\s*t|" +
        @"t\s*ố\s*i)\s+m\s*ậ\s*t|tuyệt\s*mật|tối\s*mật|t\s?[./]\s?mật|m\s?ậ\s?t)[\W_]*(bản số\s*:?\s*\S{0,12}|số\s*:?\s*\S{0,14}|" +
        @"\(?bản \S{1,6}\)?|\([^()]{1,24}\)|b\s?[-.]?\s?[0-9]{0,3})?[\s\W_]*$");

    /// <summary>Words whose second half "mật" may be wrapped to a line of its own.</summary>
    private static readonly Regex Wrapped = Cue.Of(@"(^|\s)(bảo|bí|thân|giải|cẩn|hòm thư|chi tiết)[ ]*$");

    /// <summary>The stamps that go with a marked paper.</summary>
    private static readonly Regex Companion = Cue.Of(@"^[\s\W_]*(?<d>chỉ người có tên mới được bóc( bì)?|tài liệu thu hồi)[\s\W_]*$");

    /// <summary>The degree beside how fast the paper must go.</summary>
    private static readonly Regex WithHaste = Cue.Of(@"^[\s\W_]*((hoả tốc|hỏa tốc|thượng khẩn|khẩn)[\s\W_]{1,5}(?<d>" + Degree + ")|" +
        @"(?<d>" + Degree + @")[\s\W_]{1,5}(hoả tốc|hỏa tốc|thượng khẩn|khẩn))[\s\W_]*$");

    /// <summary>A label that is no label of secrecy alone: what follows it must be the degree and nothing else.</summary>
    private static readonly Regex Classified = Cue.Of(
        @"\b(phân loại|mức độ( bảo mật)?)\s*[:=]\s*[""“'(\[]?(?<d>tuyệt\s*mật|tối\s*mật|mật)[""”')\]]?\s*([.,;]|$)");

    /// <summary>Typed without accents, as names of files are; the lowest degree is too many other words then.</summary>
    private static readonly Regex Unaccented = Cue.Of(@"^[\s\W_]*(tai lieu |van ban |do mat\s*[:=]?\s*)?(?<d>(tuyet|toi)[ _-]{1,3}mat)[\s\W_]*$|" +
        @"[(\[{]\s*(?<d>(tuyet|toi) mat)\s*[)\]}]|\bdo mat\s*[:=]\s*(?<d>tuyet mat|toi mat|mat)\b");

    private static readonly Regex Dashed = Cue.Of(@"[–—\-]\s*(?<d>tuyệt\s*mật|tối\s*mật)\s*([–—\-]|$)");
    private static readonly Regex OfThisPaper = Cue.Of(@"\b(văn bản|tài liệu|báo cáo|hồ sơ|công văn|thông báo) (này|đây)\b" +
        @"((?!\b(không|chưa|hết|giải)\b)[^.;]){0,60}\b(độ|loại|mức|diện|hạng|dấu) (?<d>tuyệt mật|tối mật|mật)\b");
    private static readonly Regex ByLetter = Cue.Of(@"\bđộ mật\s*:\s*[""“'(]?\s*(?<d>[abc])\b");
    private static readonly Regex Label = Cue.Of(@"\b((độ|mức độ|cấp độ|mức|cấp|độ khẩn/mật|dấu chỉ độ|dấu độ)\s*mật|đóng dấu)\s*(:|=|[-–]|" +
        @"là)\s*[""“'(\[]*(?<d>" + Degree + @")\b");
    private static readonly Regex Bracketed = Cue.Of(@"[(\[{]\s*(?<d>tuyệt\s*mật|tối\s*mật|mật)\s*[)\]}]");
    private static readonly Regex CapitalMark = Cue.Of(@"(^|[\s(\[–\-:/|])(?<d>TUYỆT\s*MẬT|TỐI\s*MẬT|MẬT)(\s*$|\s*[)\]:|/–,;]|\s{2,}|\s+-\s|" +
        @"\s*[.]\s*$|\s+(BẢN SỐ|SỐ:|[0-9]))");
    private static readonly Regex CapitalWords = Cue.Of(@"(BẢO|BÍ|CƠ|NẮM|HÒM|THÂN|ĐƯỜNG|THƯ)\s*$");
    private static readonly Regex NumberWithMark = Cue.Of(@"\bsố\s*:?\s*[0-9]{1,5}\s*[-/][^\s]{0,30}\s*[\(\[]?\s*\b(?<d>tuyệt mật|tối mật|mật)\b\s*[)\]]?\s*$");
    private static readonly Regex NumberWithCapitals = Cue.Of(
        @"\b[Ss]ố\s*:?\s*[0-9]{1,5}\s*[-/][^\s]{1,30}\s+(?<d>TUYỆT\s*MẬT|TỐI\s*MẬT|MẬT)(\s+[^A-ZĐ\s]|\s*[,;.])");
    private static readonly Regex CodedNumber = Cue.Of(@"\bSố\s*:?\s*[0-9]{1,5}[-/](TM|M|TUM)[-/][A-ZĐ]{2,}");

    /// <summary>The first marking, or null when the text carries none. Linear in the length of the text.</summary>
    /// <remarks>The text is read as it stands, then as an eye sees it (<see cref="Undisguised"/>).</remarks>
    public static SecrecyMark? Find(string text)
    {
        if (FindIn(SourceView.Of(text)) is { } mark) return mark;
        foreach (var (reading, places) in Undisguised.Readings(text))
        {
            if (FindIn(SourceView.Of(reading)) is { } hidden)
            {
                // Letters that stand from right to left have the first of them last.
                var at = Enumerable.Range(hidden.Span.Start, hidden.Span.Length).Select(i => places[i]).ToList();
                return new SecrecyMark(new Span(at.Min(), at.Max() + 1), hidden.Degree);
            }
        }

        return null;
    }

    private static SecrecyMark? FindIn(SourceView view)
    {
        var position = 0;
        var lineNumber = 0;
        while (position <= view.Length)
        {
            var stop = position < view.Length ? view.Text.AsSpan(position).IndexOfAny('\n', '\t') : -1;
            var end = stop < 0 ? view.Length : position + stop;
            if (FindInLine(view, position, end, lineNumber) is { } found) return found;
            if (stop < 0) break;
            if (view.Text[end] == '\n') lineNumber++;
            position = end + 1;
        }

        return null;
    }

    private static SecrecyMark? FindInLine(SourceView view, int start, int end, int lineNumber)
    {
        if (end - start < 3) return null;
        var isLine = end - start <= ShortLine;
        if (isLine && Mark(Companion.First(view.Lower, start, end), view) is { } companion) return companion;
        if (isLine && view.Lower.AsSpan(start, end - start).Contains("mat", StringComparison.Ordinal)
            && Mark(Unaccented.First(view.Lower, start, end), view) is { } unaccented)
        {
            return unaccented;
        }

        if (view.Lower.AsSpan(start, end - start).IndexOf('ậ') < 0 && !CodedNumber.In(view.Text, start, Math.Min(end, start + 200))) return null;
        return InWords(view, start, end, isLine) ?? InBrackets(view, start, end, isLine, lineNumber) ?? InCapitals(view, start, end, isLine, lineNumber);
    }

    private static SecrecyMark? InWords(SourceView view, int start, int end, bool isLine)
    {
        if (isLine && Stamp.First(view.Lower, start, end) is { Success: true } stamp && !IsWrapped(view, start, stamp)) return Mark(stamp, view);
        if (Mark(Label.First(view.Lower, start, end), view) is { } label && !Quoted(view, label)) return label;
        if (Mark(OfThisPaper.First(view.Lower, start, end), view) is { } own) return own;
        if (!isLine) return null;
        return Mark(ByLetter.First(view.Lower, start, end), view) ?? Mark(Dashed.First(view.Lower, start, end), view) ??
            Mark(NumberWithMark.First(view.Lower, start, end), view) ?? Mark(WithHaste.First(view.Lower, start, end), view) ??
            Mark(Classified.First(view.Lower, start, end), view);
    }

    /// <summary>A small "mật" that begins a line ends the word the line before it began.</summary>
    private static bool IsWrapped(SourceView view, int start, Match stamp)
    {
        var before = start - 1;
        return before > 0 && view.Text[before] == '\n' && stamp.Groups["d"].Index == start && view.Text[start] == 'm' &&
            Wrapped.In(view.Lower, Math.Max(0, before - 12), before);
    }

    private static SecrecyMark? InBrackets(SourceView view, int start, int end, bool isLine, int lineNumber)
    {
        if (!isLine && lineNumber >= HeaderLines) return null;
        foreach (var match in Bracketed.All(view.Lower, start, end))
        {
            if ((isLine || char.IsUpper(view.Text[match.Groups["d"].Index])) && Mark(match, view) is { } bracketed) return bracketed;
        }

        return null;
    }

    private static SecrecyMark? InCapitals(SourceView view, int start, int end, bool isLine, int lineNumber)
    {
        if (!isLine && lineNumber >= HeaderLines) return null;
        if (isLine && Mark(NumberWithCapitals.First(view.Text, start, end), view) is { } numbered) return numbered;
        foreach (var match in CapitalMark.All(view.Text, start, end))
        {
            var degree = match.Groups["d"];
            if (CapitalWords.In(view.Text, Math.Max(start, degree.Index - 8), degree.Index)) continue;
            if (!SurroundedByCapitals(view, start, end, degree.Index, degree.Index + degree.Length)) return Mark(match, view);
        }

        return null;
    }

    /// <summary>A headline in capitals that merely speaks of secrecy has capital words on both sides.</summary>
    private static bool SurroundedByCapitals(SourceView view, int start, int end, int from, int to)
    {
        var before = view.Text.AsSpan(Math.Max(start, from - 12), from - Math.Max(start, from - 12)).TrimEnd();
        var after = view.Text.AsSpan(to, Math.Min(end, to + 12) - to).TrimStart();
        return before.Length > 0 && char.IsUpper(before[^1]) && after.Length > 0 && char.IsUpper(after[0]);
    }

    private static bool Quoted(SourceView view, SecrecyMark mark) =>
        view.Source.AsSpan(0, mark.Span.Start).EndsWith("“") && mark.Span.End < view.Source.Length && view.Source[mark.Span.End] == ',';

    private static SecrecyMark? Mark(Match match, SourceView view)
    {
        if (!match.Success) return null;
        var degree = match.Groups["d"];
        return new SecrecyMark(view.ToSource(degree.Index, degree.Index + degree.Length), view.Slice(degree.Index, degree.Index + degree.Length));
    }
}
