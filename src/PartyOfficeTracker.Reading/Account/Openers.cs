using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>What an opener announces.</summary>
internal enum Announced
{
    Results,
    Faults,
    Hardships,
    Requests,
    Causes,
    Tasks,
    Plans,

    /// <summary>"Việc phải làm ngay là …": what somebody who may order it orders.</summary>
    Orders,

    /// <summary>The organiser's or the province's own, whoever spoke before.</summary>
    OwnPlans,
}

/// <summary>
/// The words that announce what comes, in front of a colon ("Phần chưa được, ông X nói gọn: …"), before "là" ("Điều đáng lo là …") or as a short
/// sentence of their own ("Bức tranh ấy vẫn có mảng tối."). <see cref="ContentStart"/> is null when the sentence holds nothing else.
/// </summary>
internal sealed record Opener(Announced Announced, int? ContentStart)
{
    private const int LongestHead = 34;
    private const int LongestWholeOpener = 16;
    private const int FrontOfIs = 110;

    /// <summary>Nouns and turns that say "what fell short" without saying what.</summary>
    private const string FaultWords =
        @"hạn chế|tồn tại|khuyết điểm|bất cập|yếu kém|thiếu sót|khiếm khuyết|nhược điểm|lỗ hổng|kẽ hở|điểm nghẽn|nút thắt|mảng tối|khoảng tối|gam (màu )?(tối|xám|trầm)|mặt trái|hạt sạn|vết gợn|món nợ|khoảng trống|" +
        @"(chỗ|khâu|điểm|mặt|phần|điều|việc|chuyện|cái|mảng|nỗi|góc|những gì) (còn |vẫn còn |vẫn |mà [^,.;:]{2,20} )?(chưa( \S+)?|yếu( nhất)?|đuối|hổng|lỏng|hụt|vướng|hở|kém|khuyết|trừ|nghẽn|dở|dang dở|tối|khuất|nợ|trăn trở|băn khoăn|day dứt|lo|đáng \S+|cần (khắc phục|chấn chỉnh|sửa|rút kinh nghiệm|chú ý|nhìn lại)|phải (sửa|khắc phục|chấn chỉnh)|không vui|buồn|lấn cấn|gợn|khiến [^,.;:]{2,30} lo)|" +
        @"(phần )?(tự )?phê bình|phần tự đánh giá|điều [^,.;:]{2,40} (chưa yên tâm|chưa yên lòng|chưa hài lòng|băn khoăn)|phần tự soi|(phần |chỗ )?nhìn thẳng|(đuối|yếu|kém|dở) nhất|mối lo|nỗi lo|chuyện còn canh cánh|điều canh cánh|chỗ đáng buồn|chưa (được )?như (mong muốn|ý|kỳ vọng|yêu cầu|mong đợi)|(vẫn còn|vẫn có|còn) (những|một số|mấy|nhiều|vài) (việc|điều|chuyện|chỗ|nỗi|khâu|mặt|điểm)|không phải (chỗ|nơi|việc|đâu|lúc|khâu|điều) (gì |nào )?cũng( \S+){1,4}|chưa (sáng|ổn|làm được|tròn|vui|ưng|hài lòng|yên tâm|trọn|thông|xong)|khiếm diện|chưa được";

    private const string HardshipWords = @"khó khăn|vướng mắc|băn khoăn|vấn đề (nổi lên|cần quan tâm|đáng quan tâm|bức xúc|phức tạp|dư luận quan tâm)|nổi lên (mấy|một số|những) vấn đề|cái khó|nỗi khó|điều khó|trở ngại|rào cản|thách thức|gian nan|chỗ khó";
    private const string RequestWords = @"kiến nghị|đề xuất|đề đạt|nguyện vọng|kiến giải gửi|xin|đề nghị";
    private const string ResultWords = @"kết quả|ưu điểm|thành tích|thành quả|mặt (được|mạnh|tốt)|phần được|việc (đã )?làm được|điểm sáng|điểm nhấn|điểm cộng|nét nổi bật|nổi bật|dấu ấn|đã làm|làm được|con số (đáng chú ý|biết nói)|đáng ghi nhận|đáng mừng|tiến bộ|khởi sắc|bước tiến|gam (màu )?sáng|mảng sáng|được [^,;:.]{0,20}(làm|thực hiện|hoàn thành) tốt";
    private const string TaskWords = @"nhiệm vụ|phần việc|đầu việc|trọng tâm|giao việc|việc phải làm|việc cần làm|yêu cầu|(?<!được |sự )chỉ đạo|giải pháp|phương hướng|những việc|mấy việc|các việc|[0-9]+ việc|(hai|ba|bốn|năm|sáu|bảy|tám) việc|kết luận";
    private const string PlanWords = @"kế hoạch|chương trình (công tác|năm)|dự kiến|mục tiêu|phương hướng|nhiệm vụ (trọng tâm )?(năm|quý|6 tháng|sáu tháng)";

    private static readonly Regex Cause = Cue.Of(@"\b(nguyên nhân|nguyên do|căn nguyên|cội rễ|gốc rễ|nguồn cơn|lý giải|sở dĩ|vì đâu|lý do)\b");
    private static readonly Regex Fault = Cue.Of(@"\b(" + FaultWords + @")\b");
    private static readonly Regex Hardship = Cue.Of(@"\b(" + HardshipWords + @")\b");
    private static readonly Regex Request = Cue.Of(@"\b(" + RequestWords + @")\b");
    private static readonly Regex Result = Cue.Of(@"\b(" + ResultWords + @")\b");
    private static readonly Regex Task = Cue.Of(@"\b(" + TaskWords + @")\b");
    private static readonly Regex Plan = Cue.Of(@"^(theo |trong |về |với )?(" + PlanWords + @")\b");
    private static readonly Regex OwnPlan = Cue.Of(@"^(theo |trong )?(kế hoạch|chương trình công tác|dự kiến|mục tiêu|phương hướng|nhiệm vụ)\b.{0,60}\b(của (ban|ngành|tỉnh|thành phố|huyện|văn phòng|đơn vị|đảng bộ)|báo cáo|dự thảo)\b");
    private static readonly Regex PlannedHead = Cue.Of(@"^(những |các |mấy )?(việc|phần việc|nhiệm vụ|trọng tâm)\b.{0,70}\b(định ra|đề ra|đặt ra|vạch ra|xác định|đưa ra)\s*$|\b(dự kiến|đặt mục tiêu|phấn đấu|đặt ra kế hoạch|đề ra kế hoạch)( \S+){0,3}\s*$");
    private static readonly Regex ResultsNamed = Cue.Of(@"\b(báo cáo|tham luận)\b[^.;:]{0,90}\b(kể ra|nêu|điểm( lại| qua)?|đề cập|khái quát|đánh giá|liệt kê)( \S+){0,3} (kết quả|thành tích|việc làm được|mặt được)\b[^.;:]{0,40}\.?$");
    private static readonly Regex Mended = Cue.Of(@"\b(khắc phục|sửa chữa|giải quyết|tháo gỡ|vượt qua|nhằm|để|góp phần|đã được|xử lý|chấn chỉnh)\s+(\S+\s+){0,3}$");
    private static readonly Regex FaultIs = Cue.Of(@"^(\S+\s+){0,3}?(" + FaultWords + @")\b[^:;.]{0,40}?\s(là|nằm ở|vẫn là|thuộc về|nhất là ở)\s+(còn )?");
    private static readonly Regex HardshipIs = Cue.Of(@"^(\S+\s+){0,2}?(cái khó|nỗi khó|điều khó|khó khăn|vướng mắc|trở ngại|rào cản|chỗ khó)\b[^:;.]{0,40}?\s(là|nằm ở)\s+");
    private static readonly Regex CauseIs = Cue.Of(@"^(có|xảy ra|để xảy ra) (tình trạng|việc|điều|chuyện) (trên|này|đó|ấy)\b|^(\S+\s+){1,6}(trên|này|đó|ấy) là (do|vì)\b|^(bài học|kinh nghiệm)\b[^.;:]{0,40}\b(là|rút ra)\b|^(\S+\s+){0,3}?(nguyên nhân|nguyên do|căn nguyên|cội rễ|gốc rễ|nguồn cơn)\b[^:;.]{0,50}?\s(là|nằm ở|do|ở chỗ|từ)\s+|\b(là|chính là) (một trong )?(những |các )?(nguyên nhân|nguyên do|căn nguyên|cội rễ|gốc rễ)\b|^(về )?(những |các )?nguyên nhân\b|^(lý giải|cắt nghĩa) ");
    private static readonly Regex TaskIs = Cue.Of(@"^(theo [^,;:.]{3,80}, )?(việc|phần việc|nhiệm vụ|điều) (phải làm|cần làm|trước mắt|trọng tâm|cấp bách|quan trọng|lớn)( nhất)?\b[^:;.]{0,50}?\slà\s+");
    private static readonly Regex PlainFault = Cue.Of(@"^(hạn chế|tồn tại|bất cập|yếu kém|khuyết điểm|thiếu sót|chưa( \S+)?)$");

    /// <summary>The opener a sentence begins with, or is; null when there is none.</summary>
    public static Opener? Of(SourceView view, int start, int end)
    {
        var colon = ColonIn(view, start, end);
        if (colon > 0) return AnnouncedBy(view, start, colon, true) is { } announced ? new Opener(announced, PageLayout.CountWords(view.Text, colon + 1, end, 3) >= 2 ? PageLayout.SkipBlanks(view.Text, colon + 1, end) : null) : null;
        var limit = Math.Min(end, start + FrontOfIs);
        if (CauseIs.In(view.Lower, start, limit)) return new Opener(Announced.Causes, null);
        if (TaskIs.First(view.Lower, start, Math.Min(end, start + 160)) is { Success: true } task) return new Opener(Announced.Orders, task.Index + task.Length);
        if (HardshipIs.First(view.Lower, start, limit) is { Success: true } hard) return new Opener(Announced.Hardships, hard.Index + hard.Length);
        if (FaultIs.First(view.Lower, start, limit) is { Success: true } fault && !Mended.In(view.Lower, start, fault.Index + fault.Length)) return new Opener(Announced.Faults, fault.Index + fault.Length);
        if (view.Text.IndexOf(';', start, end - start) >= 0 || PageLayout.CountWords(view.Text, start, end, LongestWholeOpener + 1) > LongestWholeOpener) return null;
        return AnnouncedBy(view, start, end, false) is { } whole ? new Opener(whole, null) : null;
    }

    /// <summary>Whether the words in front of a statement name what fell short: "Soi vào phần chưa tròn, báo cáo …".</summary>
    public static bool NamesFault(SourceView view, int start, int end) => Fault.First(view.Lower, start, end) is { Success: true } fault && !Mended.In(view.Lower, start, fault.Index);

    /// <summary>Whether they name what was reached: "… thu kết quả khá toàn diện, như: …".</summary>
    public static bool NamesResult(SourceView view, int start, int end) => Result.In(view.Lower, start, end);

    /// <summary>Whether they name what was hard: "Về những khó khăn gặp phải, đồng chí …".</summary>
    public static bool NamesHardship(SourceView view, int start, int end) => Hardship.In(view.Lower, start, end);

    /// <summary>The colon that closes the head of a sentence; 0 when its head is too long or nothing follows.</summary>
    private static int ColonIn(SourceView view, int start, int end)
    {
        var colon = view.Text.IndexOf(':', start, end - start);
        if (colon <= start || (colon + 1 < end && !char.IsWhiteSpace(view.Text[colon + 1]))) return 0;
        return PageLayout.CountWords(view.Text, start, colon, LongestHead + 1) <= LongestHead ? colon : 0;
    }

    private static Announced? AnnouncedBy(SourceView view, int start, int end, bool isHead)
    {
        var lower = view.Lower;
        if (Cause.In(lower, start, end)) return isHead || PageLayout.CountWords(view.Text, start, end, 9) < 9 ? Announced.Causes : null;
        if (Fault.First(lower, start, end) is { Success: true } fault && !Mended.In(lower, start, fault.Index) && (isHead || !PlainFault.IsMatch(fault.Value))) return Announced.Faults;
        if (!isHead) return ResultsNamed.In(lower, start, end) ? Announced.Results : null;
        if (Hardship.In(lower, start, end)) return Announced.Hardships;
        if (Request.In(lower, start, end)) return Announced.Requests;
        if (PlannedHead.In(lower, start, end)) return Announced.OwnPlans;
        if (OwnPlan.In(lower, start, end)) return Announced.OwnPlans;
        if (Plan.In(lower, start, end)) return Announced.Plans;
        if (Result.In(lower, start, end)) return Announced.Results;
        return Task.In(lower, start, end) ? Announced.Tasks : null;
    }
}
