using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>What is left of a clause once connectives, times and circumstances at its front are cut; the period cut off is kept for the deadline.</summary>
internal readonly record struct Trimmed(int Start, int End, string? LeadIn, bool LeadInSeen);

/// <summary>Cuts from the front of a clause what is not part of the finding: the subject stays.</summary>
internal static class ClauseTrimmer
{
    private const string PeriodWords =
        @"(nửa (đầu|cuối) năm|(6|06|sáu|chín|9|tám|8|ba|3|bốn|4|[0-9]{1,2}|\p{Ll}+) tháng( đầu| cuối)?( năm)?( qua| tới| còn lại)?|quý (iv|iii|ii|i|[1-4])|năm (qua|nay|tới|học|công tác|20[0-9]{2})|nửa năm qua|những năm qua|tháng [0-9]{1,2}|nhiệm kỳ( qua| tới| đại hội [ivx]+)?|thời gian (qua|tới|vừa qua)|năm|quý|kỳ|giai đoạn (tới|20[0-9]{2} ?[-–] ?20[0-9]{2}))( ?(/|-|,)? ?(năm )?20[0-9]{2})?( và những năm tiếp theo)?";

    private static readonly Regex Connective = Cue.Of(
        @"^(cạnh đó|tuy nhiên|tuy vậy|tuy thế|dù vậy|dù thế|mặc dù vậy|song song với đó|song|thế nhưng|nhưng|đặc biệt( là)?|đồng thời|bên cạnh đó|theo đó|cùng với đó|cùng đó|ngoài ra|cụ thể là|cụ thể(?! hóa\b)|trong đó|nổi bật( là)?|nổi lên là|nhìn chung|đáng chú ý( là)?|mặt khác|hơn nữa|do đó|do vậy|vì vậy|vì thế|từ đó|qua đó|trước hết( là)?|cuối cùng|tiếp đó|riêng|một là|hai là|ba là|bốn là|năm là|sáu là|bảy là|tám là|thứ (nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)|cũng theo báo cáo|mặc dù|không những thế|đó là|và|thì|cùng với việc đó|về phía (mình|địa phương)|hội nghị cũng|đồng chí cũng|tại hội nghị)(\s*[,:]\s*|\s+)");

    /// <summary>"Theo báo cáo của …, ", "Theo ông X, ": whose words they are.</summary>
    private static readonly Regex AccordingTo = Cue.Of(@"^(cũng )?theo (lời )?((phó )?(vụ trưởng|trưởng ban|bí thư|chánh văn phòng|chủ nhiệm|chủ tịch)|(thiếu|trung|thượng|đại) tướng|(các )?(báo cáo|đánh giá|thống kê|số liệu|tổng hợp)|ông|bà|đồng chí|đ/c)\b[^,;:]{0,90},\s+");

    private static readonly Regex Time = Cue.Of(@"^(?<p>(và )?((trong|qua|ngay|vào|từ|tính từ|suốt|sang|bước vào|nhìn lại|ngay từ|kết thúc|bước sang|trong suốt|tính đến) )*(dịp |cả )?" + PeriodWords + @")( vừa qua| qua| này| tới| nay| trở đi| tiếp theo|,? nhất là [^,;:.]{3,30}| [^\s,;:.]+( [^\s,;:.]+){0,2}?)?,\s+");
    private static readonly Regex BareTime = Cue.Of(@"^((trong|qua|ngay|vào|suốt) )*" + PeriodWords + @"\s+(?<next>(ban|toàn|các|cả|ngành|văn phòng|công tác|cấp|ủy ban|tập thể|hệ thống|mỗi|tập trung|tiếp tục|cần|nhiều|khối|đảng))\b");
    private static readonly Regex Soon = Cue.Of(@"^(trước mắt|sau đại hội[^,;:.]{0,40}|từ nay (đến|tới) (hết |cuối |giữa )?(năm|quý|tháng|nhiệm kỳ)( nay| [0-9/iv]+)?|ngay sau hội nghị[^,;:.]{0,30}|trong thời gian tới|thời gian tới|những tháng (tới|cuối năm)|trong những năm tới|tới đây|sắp tới|từ đầu năm( đến nay)?|đến nay|đến hết [^,;:.]{3,30}|sau hội nghị( này)?)\s*,?\s+");

    /// <summary>"Từ nay đến Đại hội XIII, ": up to the comma, where no known period ends before it.</summary>
    private static readonly Regex FromNow = Cue.Of(@"^từ nay đến[^,;:.]{3,40},\s+");

    /// <summary>"Trước Tết Nguyên đán 2031, ": a deadline told before the task.</summary>
    private static readonly Regex Until = Cue.Of(@"^(?<p>(chậm nhất|muộn nhất|xong)?( (là|vào))?\s?trước (hết )?(tết|đại hội|kỳ họp|ngày [0-9]|tháng [0-9]|quý [ivx0-9]|[0-9])[^,;:.]{0,40}),\s+");
    /// <summary>"Trong dịp tết …, ", "Hằng quý, tháng, ", "Từ ngày … đến ngày …, ": the other deadlines a task may open with.</summary>
    private static readonly Regex Opening = Cue.Of(
        @"^(?<p>(trong )?dịp tết[^,;:.]{0,40}|(hằng|hàng) (quý|tháng|tuần|năm|ngày)(, (quý|tháng|tuần|năm|ngày))*|(vào |từ )?(đầu|giữa|cuối) (tháng [0-9]{1,2}|quý (iv|iii|ii|i|[1-4]))(( năm |/)20[0-9]{2})?|(đến|tới) (hết |cuối |giữa )?(năm|nhiệm kỳ|quý (iv|iii|ii|i|[1-4])|tháng [0-9]{1,2})(( năm |/| )20[0-9]{2})?|từ ngày [0-9/.\-]{3,10} đến (hết )?ngày [0-9/.\-]{3,10}|trước khi [^,;:.]{3,60}|trong (thời gian|vòng) [0-9]{1,2} (ngày|tuần|tháng)|(trong )?(nhiệm kỳ|giai đoạn) 20[0-9]{2} ?[-–] ?20[0-9]{2}|(trong )?quý (iv|iii|ii|i) (và|,) quý (iv|iii|ii|i)(( năm |/)20[0-9]{2})?)\s*,\s+");

    private static readonly Regex Circumstance = Cue.Of(
        @"^(trong bối cảnh|trong điều kiện|trước (những|tình|yêu|nhiều|bối)|với |cùng với|mặc dù|dù |tuy |nhờ |được sự|dưới sự|bên cạnh|ngoài |theo |đối với|về |nhìn lại|điểm lại|năm 20[0-9]{2}|để |nhằm |do |trên cơ sở|tại |ở |nhân dịp|xác định|từ |khối lượng|tính từ|qua |sau |trong |trước)");

    private static readonly Regex Concession = Cue.Of(@"^(dù|mặc dù|tuy)\b[^;:.]{5,200}?\b(nhưng|song)( \S+){0,3}? (nhờ|với|được sự|dưới sự|do)\b");
    private static readonly Regex Subject = Cue.Of(
        @"(,|\bnhưng|\bsong|\bthì)\s+(nhưng |song )?((trong )?năm 20[0-9]{2},\s+|(trong )?năm qua,\s+)?(?<s>toàn ngành|ngành|toàn thể|các văn phòng|văn phòng|tập thể|ban \p{Ll}|ban đã|cấp ủy|các cấp|ủy ban|ubkt|toàn đảng|hệ thống|công tác|đội ngũ|cán bộ|các cơ quan|cơ quan|các ban|các đơn vị|đơn vị|nhiều |cả nước|tỉnh |thành phố|đảng bộ|lực lượng|khối |đảng ủy|tỉnh ủy|ban thường vụ|hoạt động|việc )");

    /// <summary>"Thực hiện Kết luận số …, năm qua X đã …": on what ground, and when.</summary>
    private static readonly Regex Ground = Cue.Of(@"^(thực hiện|triển khai|quán triệt|phát huy|cụ thể hóa|bám sát) [^;:.]{5,160}?,\s+((trong )?(năm qua|thời gian qua|năm 20[0-9]{2}|\S+ tháng (đầu năm|qua)|từ đầu năm( đến nay)?|đến nay),?\s+)");
    private static readonly Regex OpenerWord = Cue.Of(@"(như|sau|sau đây|là|gồm|cụ thể|đó là|thấy|rằng|biết|rõ|mạnh|hạn chế|tồn tại|khuyết điểm|bất cập|kết quả|kể|nghị|cầu|nhiệm vụ|nội dung|vấn đề|giải pháp|việc|ý|ra|yếu kém|kết luận|trọng tâm|trên các mặt|nổi bật|tích cực|quan trọng|chế|kiến nghị|định|đạo)$");
    private static readonly Regex SuchAs = Cue.Of(@"(hạn chế|tồn tại|khuyết điểm|bất cập|thiếu sót|yếu kém|khó khăn|điểm yếu|mặt yếu|khâu yếu|chỗ yếu|đáng lo|băn khoăn|trăn trở|chưa được|chưa làm được)[^;:.]{0,70}?\b(như|là|đó là)\s+");
    private static readonly Regex ForOffices = Cue.Of(@"^(đối với|riêng đối với|riêng)\s[^,;:.]{3,80}?(,| thì)\s+");
    private static readonly Regex Remainder = Cue.Of(@"^(vẫn )?còn (một số |những |nhiều |không ít |có )?(mặt )?(hạn chế|tồn tại|khuyết điểm|bất cập)[^;:.]{0,60}?(như|là|:)\s+");

    /// <param name="view">The text.</param>
    /// <param name="start">Start of the clause.</param>
    /// <param name="end">End of the clause.</param>
    /// <param name="isFirst">The first clause of its sentence: only there can an opener, a time or a circumstance stand.</param>
    public static Trimmed Trim(SourceView view, int start, int end, bool isFirst)
    {
        var lower = view.Lower;
        string? leadIn = null;
        var seen = false;
        if (isFirst)
        {
            var content = AfterOpener(view, start, end);
            // The time may stand in the opener that is cut off: "năm 2017 các đơn vị làm 5 việc: …".
            if (content > start) AfterTime(view, start, content, ref leadIn, ref seen);
            start = content;
        }

        for (var step = 0; step < 6; step++)
        {
            var before = start;
            if (isFirst) start += AccordingTo.First(lower, start, Math.Min(end, start + 140)).Length;
            start += Connective.First(lower, start, Math.Min(end, start + 60)).Length;
            start = AfterTime(view, start, end, ref leadIn, ref seen);
            if (isFirst) start = AfterCircumstance(view, start, end);
            while (start < end && view.Text[start] is ' ' or ',' or ':' or '-' or '–' or '“' or '"') start++;
            if (start == before) break;
        }

        return new Trimmed(start, end, leadIn, seen);
    }

    private static int AfterOpener(SourceView view, int start, int end)
    {
        var limit = Math.Min(end, start + 700);
        var best = start;
        for (var i = start; i < limit; i++)
        {
            if (view.Text[i] != ':' || i + 1 >= end || !char.IsWhiteSpace(view.Text[i + 1])) continue;
            var opener = OpenerWord.In(view.Lower, Math.Max(start, i - 24), i) || (PageLayout.CountWords(view.Text, start, i, 20) <= 14 && Polarity.Of(view.Lower, start, i) <= 2);
            if (opener && PageLayout.CountWords(view.Text, i, end, 4) >= 2) best = PageLayout.SkipBlanks(view.Text, i + 1, end);
        }

        if (best > start) return best;
        var rest = Remainder.First(view.Lower, start, limit);
        if (rest.Success) return rest.Index + rest.Length;
        var such = SuchAs.First(view.Lower, start, Math.Min(end, start + 260));
        return such.Success && PageLayout.CountWords(view.Text, such.Index + such.Length, end, 4) >= 3 ? such.Index + such.Length : start;
    }

    private static int AfterTime(SourceView view, int start, int end, ref string? leadIn, ref bool seen)
    {
        var limit = Math.Min(end, start + 120);
        var soon = Soon.First(view.Lower, start, limit);
        if (!soon.Success) soon = FromNow.First(view.Lower, start, limit);
        if (soon.Success)
        {
            leadIn = soon.Value.Trim(' ', ',');
            seen = true;
            return start + soon.Length;
        }

        if (Until.First(view.Lower, start, limit) is { Success: true } until)
        {
            leadIn = until.Groups["p"].Value;
            seen = true;
            return start + until.Length;
        }

        if (Opening.First(view.Lower, start, limit) is { Success: true } opening)
        {
            leadIn = opening.Groups["p"].Value;
            seen = true;
            return start + opening.Length;
        }

        if (Time.First(view.Lower, start, limit) is { Success: true } time && People.In(view, start, start + time.Length).Count == 0)
        {
            leadIn = time.Groups["p"].Value.Trim(' ', ',');
            seen = true;
            return start + time.Length;
        }

        if (BareTime.First(view.Lower, start, limit) is { Success: true } bare)
        {
            leadIn = view.Lower[start..bare.Groups["next"].Index].Trim();
            seen = true;
            return bare.Groups["next"].Index;
        }

        return start;
    }

    private static int AfterCircumstance(SourceView view, int start, int end)
    {
        var limit = Math.Min(end, start + 700);
        var offices = ForOffices.First(view.Lower, start, Math.Min(end, start + 140));
        if (offices.Success && PageLayout.CountWords(view.Text, start + offices.Length, end, 5) >= 4) return start + offices.Length;
        if (Ground.First(view.Lower, start, Math.Min(end, start + 240)) is { Success: true } ground) return start + ground.Length;
        if (!Circumstance.In(view.Lower, start, Math.Min(end, start + 30))) return start;
        var subject = Subject.First(view.Lower, start, limit);
        if (subject.Success) return subject.Groups["s"].Index;
        // "dù …, nhưng nhờ …, X": what stands after the last comma is what came of it.
        var comma = view.Text.LastIndexOf(',', end - 1, end - start);
        return Concession.In(view.Lower, start, limit) && comma > 0 && PageLayout.CountWords(view.Text, comma, end, 6) >= 5 ? PageLayout.SkipBlanks(view.Text, comma + 1, end) : start;
    }
}
