namespace PartyOfficeTracker.Reading;

/// <summary>
/// Whether a clause reports something good or something bad, by the words in it: each known phrase has a weight, the longest phrase counts,
/// and a word of cure or denial before a bad one takes its weight away ("không để sót", "khắc phục tình trạng chậm").
/// </summary>
internal static class Polarity
{
    private const int LongestPhrase = 5;

    /// <summary>A cure or a denial reaches this many words.</summary>
    private const int CureReach = 4;

    /// <summary>What weighs nothing although it holds a word that does.</summary>
    private const string Neutral =
        "gia tăng|hạn chế được|có khuyết điểm|mắc khuyết điểm|chưa có đảng viên|chưa có chi bộ|chưa có tổ chức đảng|khuyết điểm, vi phạm|vi phạm, khuyết điểm|đảng viên vi phạm|dồn sức|dồn lực|kỷ yếu|trót lọt|trọng yếu|chủ yếu|cơ yếu|thiết yếu|xung yếu|yếu tố|yếu nhân|ít nhất|không ít hơn|chưa từng|chưa có tiền lệ|chưa kể|không thể thiếu|không thiếu|không chỉ|không những|không ngừng|không gian|không quân|không khí|" +
        "thấp nhất|khó quên|bị can|bị cáo|thiết bị|chuẩn bị|trang bị|lực lượng vũ trang|quá trình|quá hạn của|hình thức đa dạng|nhiều hình thức|các hình thức|bằng hình thức|hình thức hợp lý|đổi mới hình thức|nội dung và hình thức|nội dung, hình thức|" +
        "vượt khó|hộ nghèo|xóa đói|giảm nghèo|người nghèo|vùng khó khăn|địa bàn khó|địa bàn khó khăn|đặc biệt khó khăn|xã khó khăn|hoàn cảnh khó khăn|không khó|dễ hay khó|thiếu nhi|thiếu niên|thiếu tướng|thiếu tá|" +
        "chậm nhất|muộn nhất|sớm hay muộn|nợ công|bị động viên|sai phạm|án treo|treo cờ|tồn tại xã hội|mỏng manh|phòng chống|phòng, chống|lãng phí, tiêu cực|tham nhũng, lãng phí|lãng phí và tiêu cực|đơn thư vượt cấp|nhẹ nhàng|nhẹ gánh|khó hơn|chặng khó|việc khó|nặng nề hơn|trách nhiệm nặng nề|lỗi hẹn với|sót lại";

    private const string Bad3 =
        "chưa|chậm|chậm trễ|thiếu|thiếu hụt|yếu|yếu kém|kém|hạn chế|bất cập|lúng túng|sơ sài|lỏng lẻo|buông lỏng|bị động|chồng chéo|tồn đọng|chưa kịp thời|chưa cao|chưa đều|còn hạn chế|vướng mắc|không đồng đều|không đều|sai sót|bỏ sót|né tránh|đùn đẩy";

    private const string Bad2 =
        "lỏng|thụ động|né|lảng tránh|né tránh|nể nang|ngại|e ngại|e dè|đùn đẩy|qua loa|đại khái|chiếu lệ|đối phó|rập khuôn|" +
        "sao chép|chép lại|khoán trắng|phó mặc|giao phó|bỏ sót|bỏ ngỏ|bỏ trống|bỏ quên|bị quên|bị lãng quên|bỏ qua|bị bỏ qua|bỏ lửng|sót|sai sót|sai lệch|nhầm lẫn|trễ|trễ hẹn|trễ hạn|muộn|quá hạn|lỡ hẹn|lỗi hẹn|ì ạch|trì trệ|" +
        "giậm chân|giẫm chân|dậm chân|tụt|tụt hậu|giảm sút|sa sút|đi xuống|chững lại|thất lạc|ngấm nước|hỏng|xuống cấp|cũ kỹ|lạc hậu|chắp vá|manh mún|rời rạc|chồng chéo|chồng lấn|trùng lặp|trùng lắp|trùng nhau|dàn trải|" +
        "tràn lan|nửa vời|nặng về|thiên về|nhẹ về|mỏng dần|thưa thớt|thưa và mỏng|thưa vắng|ngày càng vắng|ít khi|ít khi được|hiếm khi|ít ỏi|quá ít|còn ít|đơn điệu|nghèo nàn|khô khan|mờ nhạt|nhạt nhòa|nguội dần|chung chung|" +
        "dừng ở|mới đạt|mới dừng|chỉ dừng|dừng lại ở|mới chỉ|chỉ mới|mới đi được|mới được một|dưới mức|thấp|thấp hơn yêu cầu|không đều|không đồng đều|không đồng bộ|không thống nhất|không kịp|không sát|không theo kịp|không đủ|không đạt|không rõ|không đúng hạn|" +
        "không đúng quy định|không phù hợp|không còn phù hợp|không hiệu quả|không cao|không nghiêm|không nhiều|không thực chất|không trả lời|không ai|chẳng|chẳng mấy|còn để|còn xảy ra|còn tình trạng|còn hiện tượng|vẫn để|vẫn xảy ra|vẫn còn tình trạng|" +
        "tồn đọng|ứ đọng|dồn ứ|ách tắc|tắc nghẽn|nghẽn|vướng|vướng mắc|khó khăn|đuối|hụt|hụt hẫng|hẫng hụt|thất thoát|lãng phí|phân tán|tản mạn|cát cứ|mất đoàn kết|dĩ hòa vi quý|chạm trần|trả đi trả lại|phải trả lại|phải làm lại|" +
        "làm đi làm lại|sửa đi sửa lại|xin lùi|lùi hạn|khất|còn nợ|nợ đọng|nợ tiêu chuẩn|nằm trên giấy|nằm im|nằm chờ|thờ ơ|xem nhẹ|coi nhẹ|lơ là|chểnh mảng|thành tích ảo|bao biện|cục bộ|quan liêu|xa dân|máy móc|cứng nhắc|" +
        "khuyết điểm|tồn tại|thiếu sót|nể nả|xuê xoa|xuề xòa|hời hợt|cảm tính|chủ quan|bảo thủ|ngắt quãng|đứt quãng|đứt đoạn|chập chờn|gián đoạn|lộn xộn|luộm thuộm|tùy tiện|tùy hứng|lệch lạc|méo mó|phô trương|hình thức|mang tính hình thức|" +
        "cho xong|cho có|lấy lệ|cho đủ|nặng nề|vất vả|rườm rà|phiền hà|sách nhiễu|ngổn ngang|bề bộn|dang dở|dở dang|kéo dài|kéo quá|kéo lê|trôi hết|mất nhiều công|tốn công|bức xúc|phàn nàn|kêu ca|than phiền|hoang mang|xa rời|" +
        "xộc xệch|sơ hở|kẽ hở|lỗ hổng|rơi rụng|bỏ dở|vơi dần|teo tóp|giảm dần|già hóa|quá tải|áp lực lớn|bị cắt|bị chê|bị nhắc|bị phê bình|bị trả|bị kéo|nhờ người khác|ký hộ|làm thay|kiêm nhiệm nhiều|lạm dụng|ôm việc|sợ sai|sợ trách nhiệm|" +
        "không dám|không muốn|không mặn mà|kém hấp dẫn|chẳng ai|mấy ai|đếm trên đầu ngón tay|lẹt đẹt|èo uột|phập phù|trồi sụt|lúc có lúc không|khi có khi không|bữa đực bữa cái|được chăng hay chớ|đánh trống bỏ dùi|đầu voi đuôi chuột|nước đến chân|" +
        "nhiều bận|nhiều lần nhắc|phải nhắc|phải đôn đốc|phải giục|chờ giục|chưa hề|không thấy|không hay|khó kiểm soát|khó đo|khó kiểm tra|khó theo dõi|eo hẹp|bó hẹp|thất thường|chắp nối|vênh|lệch|lệch nhau|mâu thuẫn|bằng mặt|lãng quên|tụt lại|bỡ ngỡ|khập khiễng|rệu rã|lề mề|cắt xén|thả lỏng|mỏng người|nhếch nhác|bê trễ|câm tiếng|tê liệt|bế tắc|bó tay|lay lắt";

    private const string Bad1 =
        "đôi lúc|đôi khi|có lúc|có nơi|có việc|có khi|có thời điểm|có địa phương|có đơn vị|có chỗ|nhiều khi|lắm khi|nhiều nơi|không ít|không ít nơi|không ít việc|một số nơi|một số cấp ủy|một số đơn vị|một số địa phương|một số chi bộ|một số tổ chức đảng|một số văn phòng|một số huyện|vài nơi|một vài nơi|mấy nơi|vài|đôi ba|cá biệt|lác đác|vẫn còn|còn một số|còn nhiều|" +
        "vẫn|bị|khó|nặng|nhẹ|chỉ|phải|mất|quá|ít|không|thậm chí|rời|dồn|đứng yên|chờ|đợi|buộc|lỡ|treo|dễ";

    private const string Good2 =
        "tốt|hiệu quả|đúng hạn|đúng tiến độ|đúng thời hạn|hoàn thành|hoàn tất|vượt|vượt mức|vượt kế hoạch|rõ rệt|rõ nét|chuyển biến|tiến bộ|tiến bộ rõ|thông suốt|chặt chẽ|nền nếp|nề nếp|bài bản|khởi sắc|được ghi nhận|được đánh giá cao|được khen|" +
        "dứt điểm|khắc phục|tháo gỡ|được gỡ|gỡ xong|giải quyết|không để|không còn|không sót|không bỏ sót|không thất lạc|không sai|lần đầu|lần đầu tiên|nâng cao|nâng lên|kịp thời|chu đáo|trọn vẹn|chu toàn|an toàn|thành công|nhanh hơn|cao hơn|tốt hơn|" +
        "gọn hơn|nhiều hơn|rành mạch|minh bạch|đầy đủ|trang trọng|nghiêm túc|hợp lý|đổi mới|sáng tạo|thuận lợi|ổn định|phủ kín|phủ khắp|rộng khắp|rút ngắn|tiết kiệm|sạch|suôn sẻ|êm|trôi chảy|đúng lúc|đúng hẹn|đúng quy trình|đúng quy định";

    private const string Good1 =
        "đã|được|đạt|tăng|xong|kịp|trọn|đủ|thêm|mở|ra đời|đi vào|giúp|góp phần|phát huy|duy trì|giữ|giữ vững|tích cực|chủ động|chất lượng|bám sát|ấm lên|tin cậy|tín nhiệm|gọn|đều|đều đặn|sâu|sát|thiết thực|chuyên nghiệp|củng cố|khẳng định";

    private const string Cures =
        "không|không để|không còn|không bị|không hề|chẳng còn|tránh|khắc phục|khắc phục tình trạng|giảm|giảm bớt|giảm hẳn|hết|hết cảnh|chấm dứt|xóa|xóa bỏ|đẩy lùi|bớt|chống|ngăn|ngăn chặn|tháo gỡ|gỡ|giải quyết|xử lý|chấn chỉnh|vượt qua|vượt|thoát|bất chấp|" +
        "dù|mặc dù|tuy|trước|trong điều kiện|trong bối cảnh|sửa|chữa|loại bỏ|đấu tranh|phòng ngừa|phê phán|kể cả|phát hiện|nhắc nhở|cảnh báo|thay|thay thế|cứu|bù|lấp|lo|nỗ lực|phòng";

    private static readonly HashSet<string> Mending =
    [
        "ít đi", "không còn", "được gỡ", "được xử lý", "được giải quyết", "được khắc phục", "được chấn chỉnh", "được nhắc nhở", "được tháo gỡ", "bị xử lý", "xử lý nghiêm", "được bổ sung", "được lấp", "được thay",
        "đã được xử lý", "đã được gỡ", "được kịp thời", "được trả lời", "được giải đáp", "được mời lên", "được phát hiện",
    ];

    private static readonly HashSet<string> FaultNouns = ["hạn chế", "yếu kém", "khuyết điểm", "tồn tại", "bất cập", "thiếu sót", "sai sót", "vướng mắc", "khó khăn"];

    private static readonly Dictionary<string, int> Weights = Read();
    private static readonly HashSet<string> CureWords = [.. Cures.Split('|')];

    /// <summary>Good minus bad; below zero the clause complains.</summary>
    public static int Of(string lower, int start, int end) => Weigh(lower, start, end).Score;

    /// <summary>More bad than good, and more than a shade of it.</summary>
    public static bool IsBad(string lower, int start, int end)
    {
        var (score, bad) = Weigh(lower, start, end);
        return bad >= 2 && score < 0;
    }

    /// <summary>Bad beyond doubt: enough to call a clause a fault where nothing announced one.</summary>
    public static bool IsPlainlyBad(string lower, int start, int end)
    {
        var (score, bad) = Weigh(lower, start, end);
        return bad >= 3 && score <= -2;
    }

    private static (int Score, int Bad) Weigh(string lower, int start, int end)
    {
        var words = Words(lower, start, end);
        var (score, bad) = (0, 0);
        var cured = -2;
        for (var i = 0; i < words.Count;)
        {
            var (weight, length) = At(words, i);
            if (weight < 0 && DeniesWhatFollows(words, i)) weight = 0;
            // "sửa chữa hạn chế, yếu kém": what cures the first of a list of faults cures the next.
            var isNamed = FaultNouns.Contains(Phrase(words, i, length));
            if (weight < 0 && (IsCured(words, i) || (isNamed && i == cured + 1)))
            {
                weight = 1;
                if (isNamed && i + length < words.Count && words[i + length] is "," or "và") cured = i + length;
            }

            if (weight < 0) bad -= weight;
            score += weight;
            i += length;
        }

        return (score, bad);
    }

    private static (int Weight, int Length) At(List<string> words, int at)
    {
        for (var length = Math.Min(LongestPhrase, words.Count - at); length > 0; length--)
        {
            if (Weights.TryGetValue(Phrase(words, at, length), out var weight)) return (weight, length);
        }

        return (0, 1);
    }

    private static bool IsCured(List<string> words, int at)
    {
        if (IsDenied(words, at) || IsMended(words, at)) return true;
        for (var back = Math.Max(0, at - CureReach); back < at; back++)
        {
            for (var length = Math.Min(3, at - back); length > 0; length--)
            {
                if (CureWords.Contains(Phrase(words, back, length)) && !words.GetRange(back, at - back).Exists(word => word is "nhưng" or "song" or "mà" or "còn" or ",")) return true;
            }
        }

        return false;
    }

    /// <summary>"đơn thư tồn đọng giảm", "khuyết điểm được chấn chỉnh": what is bad is on the wane, or was dealt with.</summary>
    private static bool IsMended(List<string> words, int at)
    {
        for (var ahead = at + 1; ahead < Math.Min(words.Count, at + 9); ahead++)
        {
            if (words[ahead] is "giảm" or "chấm" or "hết") return true;
            if (ahead + 1 < words.Count && Mending.Contains(Phrase(words, ahead, 2))) return true;
            if (ahead + 2 < words.Count && Mending.Contains(Phrase(words, ahead, 3))) return true;
        }

        return false;
    }

    /// <summary>"không vụ nào phải trả lại", "chẳng đơn nào quá hạn": the denial reaches to the end of the clause.</summary>
    private static bool IsDenied(List<string> words, int at)
    {
        var none = words.FindLastIndex(at == 0 ? 0 : at - 1, at, word => word is "nào");
        return none > 0 && words.GetRange(Math.Max(0, none - 4), Math.Min(4, none)).Exists(word => word is "không" or "chẳng");
    }

    /// <summary>"Không hồ sơ nào quá hạn": the denial itself is nothing bad.</summary>
    private static bool DeniesWhatFollows(List<string> words, int at) => words[at] is "không" or "chẳng" && words.FindIndex(at, Math.Min(5, words.Count - at), word => word is "nào") > at + 1;

    private static string Phrase(List<string> words, int at, int length) => length == 1 ? words[at] : string.Join(' ', words.GetRange(at, length));

    private static List<string> Words(string lower, int start, int end)
    {
        var words = new List<string>();
        for (var i = start; i < end;)
        {
            if (!char.IsLetterOrDigit(lower[i]))
            {
                if (lower[i] == ',') words.Add(",");
                i++;
                continue;
            }

            var from = i;
            while (i < end && char.IsLetterOrDigit(lower[i])) i++;
            words.Add(lower[from..i]);
        }

        return words;
    }

    private static Dictionary<string, int> Read()
    {
        var weights = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (list, weight) in new[] { (Bad1, -1), (Good1, 1), (Bad2, -2), (Good2, 2), (Bad3, -3), (Neutral, 0) })
        {
            foreach (var phrase in list.Split('|')) weights[Folding.Lower(phrase).Replace(",", " ,", StringComparison.Ordinal)] = weight;
        }

        return weights;
    }
}
