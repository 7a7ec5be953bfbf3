using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>What a clause says of its subject: whether it says anything, and whether that is good, bad or still to come.</summary>
internal static class Predicates
{
    private const string Verbs =
        "được|đã|bị|còn|chưa|là|có|đạt|tăng|giảm|chậm|thiếu|yếu|thấp|gặp|làm|thực hiện|triển khai|tổ chức|tham mưu|xây dựng|ban hành|hoàn thành|phối hợp|chỉ đạo|lãnh đạo|" +
        "nâng cao|nâng|đẩy mạnh|tăng cường|tập trung|tiếp tục|chủ động|tích cực|kiểm tra|giám sát|rà soát|đổi mới|kiện toàn|củng cố|sắp xếp|bồi dưỡng|đào tạo|phục vụ|bảo đảm|đảm bảo|" +
        "giữ|góp phần|quán triệt|tuyên truyền|nắm|theo dõi|theo sát|đôn đốc|xử lý|giải quyết|tiếp nhận|chuẩn bị|hướng dẫn|đề xuất|kiến nghị|phát huy|khắc phục|giúp|quan tâm|chú trọng|chăm lo|ứng dụng|số hóa|" +
        "duy trì|đi vào|chuyển biến|mở|lập|thành lập|sơ kết|tổng kết|báo cáo|cần|phải|không|sẽ|nên|thẩm định|cho|gắn|gắn bó|trở thành|tạo|khẳng định|bám sát|dồn sức|kịp thời|phát động|biên soạn|thi hành|" +
        "trực tiếp quản lý|quản lý|bảo vệ|phân công|phân tích|tiến hành|cụ thể hóa|thí điểm|mạnh dạn|đấu tranh|phòng ngừa|đưa|gửi|nhân rộng|chọn|thu hồi|điều tra|xét xử|hình thức|lúng túng|bất cập|hạn chế|" +
        "ngại|mờ nhạt|sơ sài|lỏng|khăng khít|nghiêm túc|chặt chẽ|nền nếp|xem xét|sửa đổi|bổ sung|hỗ trợ|tạo điều kiện|bố trí|kiên quyết|chấn chỉnh|định hướng|khai thác|sử dụng|vận động|đối thoại|học tập|nghiên cứu|thống nhất|ổn định|lựa chọn|thông qua|tham gia|trình|đoàn kết|phản ánh|gây|dẫn đến";

    /// <summary>A list of nouns between semicolons is short; a longer piece says something, whatever its verb.</summary>
    private const int LongestVerbless = 7;

    private static readonly Regex Verb = Cue.Of(@"\b(" + Verbs + @")\b");
    private static readonly Regex Offices = Cue.Of(@"^((đối với|với) )?(các |toàn thể )?(đơn vị|văn phòng|ban|vụ|cục|tỉnh ủy|thành ủy|cấp ủy|bộ|sở|huyện ủy|đảng ủy|cơ quan)\b");
    private static readonly Regex VerblessHead = Cue.Of(@"^(những|nhất là|trong đó có|kể cả|cũng như)\b");
    private static readonly Regex PaperTitle = Cue.Of(@"^(Dự thảo )?(Chương trình|Kế hoạch|Quy chế|Quy định|Đề án|Dự thảo|Nghị quyết|Chỉ thị|Báo cáo) ");
    private static readonly Regex NumberedPaper = Cue.Of(@"^\S+ \S+ (số )?[0-9]");
    private static readonly Regex NounHead = Cue.Of(@"^(các|một số|nhiều|mọi|toàn bộ|sự|việc|công tác|vấn đề|chế độ|lĩnh vực|đội ngũ|cán bộ|tình hình|nội dung|cơ sở|hệ thống|văn kiện|chất lượng)\b|^\S+(\s\S+){0,2}$");
    private static readonly Regex StrongVerb = Cue.Of(@"\b(được|đã|bị|còn|chưa|là|đạt|tăng|giảm|cần|phải|không|sẽ)\b");

    private static readonly Regex NegativeCue = Cue.Of(
        @"\b(chưa|chậm|thiếu|yếu|kém|hạn chế(?! được)|bất cập|lúng túng|khó khăn|vướng mắc|tồn tại|khuyết điểm|thấp|không đều|không đồng đều|chồng chéo|hình thức|bị động|đôi lúc|đôi khi|có lúc|có nơi|có việc|có thời điểm|sơ sài|mờ nhạt|ngại|né tránh|nể nang|sai sót|lỏng lẻo|lỏng|dàn trải|tồn đọng|quá tải|trì trệ|nặng|mỏng|thụ động|lơ là|buông lỏng|hụt hẫng|hẫng hụt|nghèo nàn|đơn điệu|trùng lắp|rời rạc|manh mún|sót|lãng phí|khó)\b|\bcòn (ít|nhiều|một số|những|mang|để|xảy ra|có)\b|\bkhông (ít|kịp|sát|cao)\b|\bcần tốt hơn\b|\bcần chủ động hơn\b");

    private static readonly Regex PositiveCue = Cue.Of(
        @"\b(đã|tốt|hiệu quả|nâng cao|nâng lên|kịp thời|thành công|tích cực|đạt|hoàn thành|tăng|chuyển biến|tiến bộ|đổi mới|chặt chẽ|chất lượng|nền nếp|nề nếp|bài bản|đúng|kết quả|được|vượt|chu đáo|nghiêm túc|chuyên nghiệp|phát huy|đóng góp|bước tiến|góp phần|xong|hoàn chỉnh|khởi sắc)\b");

    private static readonly Regex ForwardCue = Cue.Of(
        @"\b(cần|phải|sẽ|tiếp tục|tập trung|tăng cường|đẩy mạnh|nâng cao|chủ động|tích cực|dự kiến|phấn đấu|kiên quyết|quan tâm|chú trọng|xây dựng|thực hiện|triển khai|hoàn thành|bám sát|nâng|giữ gìn|không để|không được|hãy|rà soát|tham mưu|phối hợp|chuẩn bị|kịp thời|khẩn trương|đổi mới|coi trọng|gắn)\b");

    private const string Faults = "chậm|thiếu|yếu|kém|thấp|mỏng|ít|lúng túng|bất cập|hình thức|nể nang|hạn chế|bị động|sơ sài|mờ nhạt|lỏng|lỏng lẻo|khó khăn|chồng chéo|dàn trải|đơn điệu|nặng|né tránh|xảy ra|vướng mắc|tồn đọng|không đều|không đồng đều";

    private static readonly Regex Fault = Cue.Of(@"\bchưa\b|\b(còn|vẫn|vẫn còn|có nơi|có lúc|có việc|đôi lúc|đôi khi|nhiều nơi|một số nơi)\s(\S+\s){0,4}?(" + Faults + @")\b|\b(" + Faults + @")\s*[.…,;]*$|^(thiếu|chậm|còn)\b");
    private static readonly Regex Remedy = Cue.Of(@"\b(đã|khắc phục|tháo gỡ|giải quyết dứt điểm|giảm|không còn|không để|vượt|không né tránh|hạn chế tối đa|đẩy lùi|chưa từng|lần đầu)\b");

    private static readonly Regex DoneCue = Cue.Of(@"\b(đã|vừa qua|năm qua|thời gian qua|đạt được|tiếp tục được|ngày càng được)\b");
    private static readonly Regex ObligationCue = Cue.Of(@"\b(cần|phải|sẽ|tiếp tục|phấn đấu|hãy|không để|không được)\b");

    /// <summary>Whether a clause says something of its own. The title of a paper ("Chương trình kiểm tra …") does not, though it holds verbs.</summary>
    public static bool HasVerb(SourceView view, int start, int end)
    {
        var lower = view.Lower;
        var colon = view.Text.LastIndexOf(':', end - 1, end - start);
        if (colon > 0 && PageLayout.CountWords(view.Text, colon, end, 4) > 3) return HasVerb(view, PageLayout.SkipBlanks(view.Text, colon + 1, end), end);
        if (PaperTitle.In(view.Text, start, end) && !NumberedPaper.In(lower, start, Math.Min(end, start + 30))) return StrongVerb.In(lower, start, end);
        if (VerblessHead.In(lower, start, end)) return StrongVerb.In(lower, start, end);
        return !NounHead.In(lower, start, end) || Verb.In(lower, start, end) || PageLayout.CountWords(view.Text, start, end, LongestVerbless + 1) > LongestVerbless;
    }

    /// <summary>A task has a verb; a bare list of offices has none.</summary>
    public static bool SaysWhatToDo(SourceView view, int start, int end) => !Offices.In(view.Lower, start, end) || Verb.In(view.Lower, start, end);

    public static bool IsNegative(string lower, int start, int end) => NegativeCue.In(lower, start, end);

    /// <summary>Said as a fault: a negative predicate and nothing done about it.</summary>
    public static bool IsFault(string lower, int start, int end) => Fault.In(lower, start, end) && !Remedy.In(lower, start, end);

    public static bool IsPositive(string lower, int start, int end) => PositiveCue.In(lower, start, end);

    public static bool LooksAhead(string lower, int start, int end) => ForwardCue.In(lower, start, end);

    public static bool IsDone(string lower, int start, int end) => DoneCue.In(lower, start, end);

    public static bool IsObligation(string lower, int start, int end) => ObligationCue.In(lower, start, end);
}
