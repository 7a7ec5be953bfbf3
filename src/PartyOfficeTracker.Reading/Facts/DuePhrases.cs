using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>Where a task names its own deadline: days, hours, weeks, counted days and labels. What the words mean is read by <see
/// cref="DeadlinePhraseReader"/>.</summary>
internal static class DuePhrases
{
    private const string Year = "([0-9]{4}|[0-9]{2})";
    private const string Lunar = @"( ?\(?(âm lịch|tính theo âm lịch|al)\b\)?)?";
    private const string OfYear = "( năm (nay|sau|tới))?";
    private const string Day = @"((ngày|(ngày )?(mùng|mồng)) )?([0-9]{1,2}\s?[/\-.]\s?[0-9]{1,2}(\s?[/\-.]\s?" + Year + @")?(?![0-9]|[/\-.][0-9])|" +
        "[0-9]{1,2} tháng ([0-9]{1,2}|giêng|chạp)(,? năm [0-9]{4})?|(mùng |mồng )?[0-9]{1,2} tết)" + OfYear + Lunar;
    private const string Hour = @"([0-9]{1,2}\s?(giờ|h|g|:)\s?([0-9]{2}( ?phút)?)?,?( (của|trong))? )?";
    private const string Before = "((xong |hoàn thành )?trước( thời điểm)?|(chậm|muộn) nhất( là| vào| đến| trước){0,2}|không (muộn|chậm) (hơn|quá)|" +
        "không (quá|để quá)|" +
        "(xong |hoàn thành )?(đến )?hết|hạn (cuối|chót|nộp)( là| đến)?|vào(?= ngày))";
    private const string Label = "((thời )?hạn( (hoàn thành|thực hiện|báo cáo|nộp|gửi|cuối|chót))?|thời gian hoàn thành|tiến độ( hoàn thành)?|xong)";
    private const string Month = @"(tháng [0-9]{1,2}|quý (iv|iii|ii|i|[1-4]))((/|-|\.| năm |, năm )20[0-9]{2}| năm (nay|sau|tới))?";
    private const string Week = "(tuần (đầu|cuối|thứ (nhất|hai|ba|tư|[1-4]))( tiên)?( của)? " + Month + ")";
    private const string Anchor = @"((kể )?từ (ngày|khi|lúc|thời điểm)|sau( khi)?) ([0-9]{1,2}\s?[/\-.]\s?[0-9]{1,2}\s?[/\-.]\s?[0-9]{4}|[^,.;]{2,50})";
    private const string Counted = "(trong|chậm nhất|không quá|sau)( (thời hạn|thời gian|vòng|là)){0,2}( không quá)? [0-9]{1,3} (ngày|tuần|tháng)( " +
        "làm việc)?,? " + Anchor;
    private const string EachTime = "((trước|chậm nhất|muộn nhất)( vào| là| đến){0,2} )?ngày (mùng )?[0-9]{1,2}( của)? (((hằng|hàng|mỗi) )(tháng|quý)|" +
        "tháng (đầu|cuối)( của)?( mỗi)? quý)";

    private static readonly Regex[] Shapes =
    [
        Cue.Of(@"\b" + Counted),
        Cue.Of(@"\b" + EachTime + @"(?!\p{L})"),
        Cue.Of(@"\b" + Before + @"\s+" + Hour + Day + @"(?!\p{L})"),
        Cue.Of(@"\btrước (hết )?giờ (làm việc|hành chính)( của)? " + Day + @"(?!\p{L})"),
        Cue.Of(@"\b(trước|sau|chậm nhất( là| vào)?) rằm tháng ([0-9]{1,2}|giêng|chạp)" + Lunar + @"(?!\p{L})"),
        Cue.Of(@"\b(vào )?ngày làm việc (cuối cùng|đầu tiên)( của)?( (hằng|hàng|mỗi))? (tháng|quý|tuần)(?!\p{L})"),
        Cue.Of(@"\b" + Label + @"\s*:\s*(" + Before + @"\s+)?" + Hour + Day + @"(?!\p{L})"),
        Cue.Of(@"\b(trong )?" + Week + @"(?!\p{L})"),
        Cue.Of(@"\b((đến )?hết|(xong|hoàn thành) trong|" + Label + @"\s*:)\s*(" + Month + @"|năm 20[0-9]{2})(?!\p{L})"),
        Cue.Of(@"\btrước khi (kết thúc|hết) (năm|quý|tháng)[^,.;]{0,14}"),
        Cue.Of(@"\btrước (khi|lúc|dịp|mùa|vụ|đợt|năm học|khai giảng|tuyển sinh|khai mạc)[^,.;]{3,40}(?=[ .;]*$)"),
        Cue.Of(@"\btừ (ngày |tháng |quý )[0-9ivx/.]{1,10} đến (hết )?(ngày |tháng |quý |năm)([0-9ivx/.]{1,10})?( năm 20[0-9]{2})?(?!\p{L})"),
        Cue.Of(@"\btrong (năm nay|năm học( này| [0-9]{4} ?[-–] ?[0-9]{4})?|học kỳ (i|ii)|tuần khai giảng|ngày (hôm nay|mai))(?!\p{L})"),
        Cue.Of(@"\b(vào |trong |đến |trước )?nửa (đầu|cuối|sau) " + Month + @"(?!\p{L})"),
        Cue.Of(@"\b(vào |trong |đến |trước )?(giữa|cuối) " + Month + @"(?!\p{L})"),
        Cue.Of(@"\btrong (năm 20[0-9]{2}(?=[ .;/]*$)|(tuần|tháng|quý) (này|sau|tới))(?!\p{L})"),
        Cue.Of(@"\b(trong|không quá|chậm nhất)( (thời hạn|thời gian|vòng)){0,2}( không quá)? [0-9]{1,3} ngày( làm việc)?(?= *[.;,]|$)"),
        Cue.Of(@"\b(trước|chậm nhất( là| vào)?) [0-9]{1,2} ?(giờ|h)( ?[0-9]{2})?( phút)?,? ((hằng|hàng|mỗi) (ngày|tuần)|" +
            @"(thứ [\p{L}0-9]+|chủ nhật) (hằng|hàng) tuần)(?!\p{L})"),
        Cue.Of(@"\b(vào |trước |chậm nhất( vào)? )?((sáng|chiều) )?(thứ (hai|ba|tư|năm|sáu|bảy)|chủ nhật) (hằng|hàng|mỗi) tuần(?!\p{L})"),
        Cue.Of(@"\btrước (kỳ họp|phiên họp|hội nghị)[^,.;]{0,40}"),
        Cue.Of(@"\bvào " + Month + @"(?=[ .;]*$)"),
        Cue.Of(@"\btrước " + Month + @"(?!\p{L})"),
    ];

    private static readonly Regex Labelled = Cue.Of("^" + Label + @"\s*:\s*");

    /// <summary>The first deadline a stretch names.</summary>
    public static Match First(SourceView view, int start, int end)
    {
        var best = Match.Empty;
        foreach (var shape in Shapes)
        {
            var match = shape.First(view.Lower, start, end);
            if (match.Success && (!best.Success || match.Index < best.Index || (match.Index == best.Index && match.Length > best.Length))) best = match;
        }

        return best;
    }

    /// <summary>"Thời hạn: quý II/2023": where the words of the deadline begin; null when the stretch is no such label.</summary>
    public static int? LabelEnd(SourceView view, int start, int end) =>
        Labelled.First(view.Lower, start, end) is { Success: true } label && label.Length < end - start ? label.Index + label.Length : null;
}
