using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>Counted and measured amounts. Dates, years, terms, ordinals, durations and document numbers are none.</summary>
internal static class Figures
{
    private const int LongestUnit = 60;

    private static readonly Regex Number = Cue.Of(@"(^|[\s(“""~>≥/])(?<n>[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?|[0-9]+(,[0-9]+)?(/[0-9]+)?)\s?(?<pct>%)?(?<unit>\s*(km2|m[23]|[\p{L}]+)([ ,\-/]+[\p{L}]+){0,3})?");
    private static readonly Regex PercentUnit = Cue.Of(@"^\s*(tổng số |số )?(?<u>[\p{L}]+( [\p{L}]+)?)");
    private static readonly Regex NotCounted = Cue.Of(
        @"^\s*(năm|tháng|ngày|quý|tuần|giờ|phút|giây|h\b|khóa|nhiệm kỳ|lần thứ|rõ|tại chỗ|không\b|cấp\b|cấp,|là\b|và\b|đến\b|của\b|về\b|thì\b|đã\b|được\b|với\b|cho\b|trong\b|tại\b|theo\b|có\b|từ\b|để\b|hay\b|hoặc\b|–|-|sẽ\b|còn\b|khóa\b|nhằm\b|cũng\b|những\b|do\b|so\b|vào\b|trên\b|ở\b|sáng|chiều|tết|gmt|thế kỷ|tuổi|kỳ\b|nội dung nghị|tv|vn)");
    private static readonly Regex Glued = Cue.Of(@"^(m2|m3|km2?|ha|kg|m|tr)\b");
    private static readonly Regex CountedTime = Cue.Of(@"^\s*(ngày công|giờ (công|giảng|học)|kỳ (họp|giao ban|kiểm tra|sinh hoạt)|lượt|tuổi đảng|cấp ủy|cấp hội)\b");
    private static readonly Regex OrdinalBefore = Cue.Of(@"\b(sáng|chiều|tối)\s+$|(ngày|tháng|năm|quý|khóa|thứ|(?<!tổng )số|chỉ thị|nghị quyết|quy định|quyết định|kết luận|kế hoạch|hướng dẫn|trung ương|hội nghị|điều|khoản|mục|phần|chương|nhiệm kỳ|giai đoạn|lớp|covid|hình anh|anh|đt|tel|điện thoại|thông tư|nghị định|ban|đường|phố|kỷ niệm|lần|đợt|phiên|ngày:|loại|top|trang|bài|kỳ|bước|ubtvqh|cụm|tầng|w[0-9]*)[\s:]*$|covid ?[-–]? ?$");
    private static readonly Regex CodeAround = Cue.Of(@"^\s?[-/–]\s?[\p{L}0-9]");
    private static readonly Regex Bound = Cue.Of(@"(?<b>trên|hơn|ít nhất|không dưới|tối thiểu|từ|dưới|gần|không quá|tối đa|khoảng|chừng|xấp xỉ|lên đến)\s*$");
    private static readonly Regex UnitStop = Cue.Of(@"\s(đều|được|đã|và|có|của|về|trong|với|để|cho|tại|là|theo|thuộc|từ|đến|trên|không|tham|dự|nên|do|còn|chưa|bị|ở|vào|sau|đạt|vượt|tăng|giảm|nhằm|nào|mới|trở|cùng|đưa|hoạt|đúng|bảo|phục|trình|dùng|học|nghiên|phát|tới|phải|cần|này|sau|gồm|như|nổi|thực|khi|lên|ra|so|thì|làm|xếp|giao|đứng|chuyên môn|bằng|đủ)(\s|$)|[,/\-]");

    /// <summary>Units of three words and more ("tổ chức đảng", "lớp bồi dưỡng") and pairs ("tỉnh, thành phố").</summary>
    private static readonly Regex WholeUnit = Cue.Of(
        @"^((cuộc|đoàn|lớp|đơn|lượt|đợt|buổi|vụ) (kiểm tra|giám sát|thanh tra|đối thoại|tiếp xúc|làm việc|khảo sát|tập huấn|bồi dưỡng|tố cáo|khiếu nại|phản ánh|công tác|cán bộ|văn bản|ý kiến|đảng viên|người dân|vi phạm)|báo cáo (nhanh|chuyên đề|viên)|tổ chức( cơ sở)? đảng|cộng tác viên|tuyên truyền viên|cơ sở đảng|công trình|" +
        @"(tỉnh ủy|tỉnh|huyện ủy|huyện|quận|thành|thị|xã|phường|chi|thôn|tin|vụ án)(, (thành phố|thành ủy|thành|đảng bộ|thị xã|thị ủy|thị trấn|thị|xã|phường|bản|buôn|làng|tổ dân phố|bài|phóng sự|vụ việc|quận|huyện))+)(?!\p{L})");

    private static readonly string[] UnitNouns = ["đề án", "nghị quyết", "huân chương", "bằng khen", "chỉ thị", "cờ", "quy định", "báo cáo", "kế hoạch", "hội nghị", "chương trình", "tỉnh", "ủy viên", "đảng bộ", "vp"];

    public static IEnumerable<FigureMention> In(SourceView view, int start, int end)
    {
        foreach (var match in Number.All(view.Lower, start, end))
        {
            var number = match.Groups["n"];
            var after = number.Index + number.Length;
            var percent = match.Groups["pct"].Success;
            if (!percent && (CodeAround.In(view.Lower, after, Math.Min(end, after + 4)) || (after < end && char.IsLetter(view.Text[after]) && !Glued.In(view.Lower, after, Math.Min(end, after + 4))))) continue;
            // Papers and meetings are not numbered in thousands.
            if (OrdinalBefore.In(view.Lower, Math.Max(start, number.Index - 16), number.Index) && !percent && !number.Value.Contains('.', StringComparison.Ordinal) && !IsBoundBefore(view, start, number.Index)) continue;
            if (percent)
            {
                var mark = match.Groups["pct"].Index + 1;
                var of = PercentUnit.First(view.Lower, mark, Math.Min(end, mark + 24));
                var stop = of.Success && view.Text[mark] == ' ' && !NotCounted.In(view.Lower, mark, Math.Min(end, mark + 12)) ? UnitEnd(view, of.Groups["u"].Index, of.Index + of.Length) : mark;
                yield return Figure(view, start, number.Index, after, mark, stop, "%");
                continue;
            }

            var unit = match.Groups["unit"];
            if (!unit.Success || (NotCounted.In(view.Lower, unit.Index, Math.Min(end, unit.Index + 14)) && !CountedTime.In(view.Lower, unit.Index, Math.Min(end, unit.Index + 20)))) continue;
            if (number.Value.Length == 4 && number.Value[0] is '1' or '2' && !number.Value.Contains('.', StringComparison.Ordinal) && number.Value.StartsWith("20", StringComparison.Ordinal)) continue;
            var unitStart = PageLayout.SkipBlanks(view.Text, unit.Index, unit.Index + unit.Length);
            if (char.IsUpper(view.Text[unitStart]) && !IsUnitNoun(view, unitStart)) continue;
            var unitEnd = UnitEnd(view, unitStart, unit.Index + unit.Length);
            if (unitEnd > unitStart) yield return Figure(view, start, number.Index, after, unitStart, unitEnd, view.Slice(unitStart, unitEnd));
        }
    }

    private static bool IsBoundBefore(SourceView view, int start, int at) => view.Lower.AsSpan(Math.Max(start, at - 4), at - Math.Max(start, at - 4)).TrimEnd().EndsWith(" từ");

    /// <summary>A proper noun may be a unit only when it names a kind of paper ("6 Đề án").</summary>
    private static bool IsUnitNoun(SourceView view, int at) => Array.Exists(UnitNouns, noun => string.CompareOrdinal(view.Lower, at, noun, 0, noun.Length) == 0);

    private static int UnitEnd(SourceView view, int start, int end)
    {
        if (WholeUnit.First(view.Lower, start, Math.Min(view.Length, start + LongestUnit)) is { Success: true } whole) return whole.Index + whole.Length;
        var stop = UnitStop.First(view.Lower, start, end);
        var limit = stop.Success ? stop.Index : end;
        // Two words name a unit; a third only clutters it.
        var words = 0;
        for (var i = start; i < limit; i++)
        {
            if (view.Text[i] == ' ' && ++words == 2) return i;
        }

        return limit;
    }

    private static FigureMention Figure(SourceView view, int start, int numberStart, int numberEnd, int unitStart, int unitEnd, string unit)
    {
        var bound = Bound.First(view.Lower, Math.Max(start, numberStart - 14), numberStart);
        var kind = !bound.Success ? FigureBound.Exact : bound.Groups["b"].Value switch
        {
            "trên" or "hơn" or "ít nhất" or "không dưới" or "tối thiểu" or "từ" => FigureBound.AtLeast,
            "dưới" or "không quá" or "tối đa" or "lên đến" => FigureBound.AtMost,
            _ => FigureBound.About,
        };
        var end = Math.Max(unitEnd, unitStart);
        return new FigureMention(new ReadText(view.Slice(numberStart, end), view.ToSource(numberStart, end)), view.Slice(numberStart, numberEnd), unit, kind);
    }
}
