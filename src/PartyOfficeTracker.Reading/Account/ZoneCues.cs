using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>The cue words by which the parts of a report announce themselves.</summary>
internal sealed class ZoneCues(SourceView view, int reviewedYear)
{
    private const int Front = 170;

    private static readonly Regex Cause = Cue.Of(@"^(những |các )?(nguyên nhân|lý do|căn cớ)\b|^(những |các )?(hạn chế|tồn tại|khuyết điểm|kết quả)( \S+){0,5} (có nguyên nhân|là do|do)\b|^về nguyên nhân\b|^(có|đạt) được (những )?kết quả (đó|trên|này)|^(thay mặt [^,]{3,60} )?tiếp thu\b");
    private static readonly Regex Ceremony = Cue.Of(@"^(bằng khen|giấy khen|cờ thi đua|huân chương|danh hiệu|kỷ niệm chương)\b[^.;]{0,80}\b(trao|tặng)\b|\btrao (tặng )?(huân chương|huy hiệu|bằng khen|cờ|giấy khen|kỷ niệm chương|danh hiệu|quyết định|thưởng|tặng quà|quà)|\bđón nhận\b|\b(được|đã|đón|nhận|trao|tặng)\b[^.;]{0,80}?(tặng|nhận|trao) [^.;]{0,40}(bằng khen|cờ thi đua|huân chương|giấy khen|kỷ niệm chương)|\bphát động (phong trào )?thi đua|\bký giao ước|\bký kết (giao ước|quy chế|chương trình)|\btặng( thưởng)? (huân chương|bằng khen|cờ thi đua|giấy khen|kỷ niệm chương)|\b(dâng hương|dâng hoa|thắp hương|chụp ảnh lưu niệm|nồng nhiệt chào đón)\b|^tan (họp|buổi)\b|^(dịp này|nhân dịp này|cũng tại hội nghị này|cũng trong dịp này|cũng trong chương trình)|\bnhận (bằng khen|cờ thi đua|huân chương|giấy khen)");
    private static readonly Regex Adversative = Cue.Of(@"^(bên cạnh|cùng với|ngoài|đi đôi với|song song với) (những |các )?(mặt được|kết quả|ưu điểm|thành tích|thành quả|mặt tích cực|mặt làm được|việc làm được|chuyển biến|tiến bộ)\b[^,;:]{0,60},|^(ngược lại|trái lại|có điều|chỉ tiếc|tiếc là|đáng tiếc|đáng nói|ở chiều ngược lại|tuy nhiên|tuy vậy|tuy thế|dù vậy|dù thế|mặc dù vậy|song|nhưng|thế nhưng|dẫu vậy|dẫu thế|vẫn còn|còn|hạn chế|tồn tại)\b|^(bên cạnh|cùng với|ngoài|đi đôi với)[^,;:]{0,60},\s(\S+\s){0,6}?(vẫn|còn|chưa)\b");
    private static readonly Regex ShortcomingOpener = Cue.Of(
        @"\b(còn|một số|những|các|mặt|nhiều|về|điểm|chỉ ra|chỉ rõ|nêu|có|bộc lộ|khắc phục|số|thừa nhận|ít)\s+(\S+\s+){0,2}?(hạn chế|tồn tại|khuyết điểm|bất cập|yếu kém|thiếu sót|điểm yếu|mặt yếu|khâu yếu)\b|\b(chỗ yếu|việc chưa làm được|điều chưa làm được|mặt chưa được)\b|^((những |các |một số )?(mặt|điểm|việc|khâu|điều) )?(còn )?(hạn chế|tồn tại|khuyết điểm|yếu kém|điểm yếu|mặt yếu|yếu|đáng lo|băn khoăn|trăn trở|đáng lưu ý|chưa được|chưa làm được|chưa tốt|bất cập|nhược điểm)\b[^.;]{0,40}?(như|là|:)|^(hạn chế|tồn tại|khuyết điểm|yếu kém)\b|\b(hạn chế|tồn tại|khuyết điểm|bất cập|yếu kém)\b[^.;]{0,30}?(như|là|:)");
    private static readonly Regex CureTail = Cue.Of(@"(khắc phục|sửa chữa|giải quyết|tháo gỡ|hạn chế đến mức|nhằm hạn chế|góp phần hạn chế|tồn tại đã nêu|vượt qua)");
    private static readonly Regex Offence = Cue.Of(@"\b(vi phạm, khuyết điểm|khuyết điểm, vi phạm)$");
    private static readonly Regex Cured = Cue.Of(@"^[^.;:]{0,16}\b(được|đã)( được)?( kịp thời| chỉ đạo| yêu cầu)* (phát hiện|khắc phục|chấn chỉnh|xử lý|sửa chữa|giải quyết)\b");
    private static readonly Regex NotedOpener = Cue.Of(@"^(hội nghị|các đại biểu|đại biểu|báo cáo|qua đó|cũng)[^,;:.]{0,40}(nhìn nhận|thừa nhận|chỉ ra|chỉ rõ|nêu)");
    private static readonly Regex PlanFront = Cue.Of(@"^theo (bản )?(kế hoạch|phương hướng|chương trình công tác|dự kiến)\b|^(về |với )?(phương hướng|nhiệm vụ|trọng tâm|chương trình công tác|kế hoạch)\b[^.;:]{0,60}?(năm|quý|tháng|thời gian tới|cuối năm|sắp tới|tiếp theo)|^(trong )?(thời gian tới|những tháng cuối năm|những tháng còn lại|giai đoạn tới|tới đây|sắp tới|nhiệm kỳ tới)|^bước (vào|sang)|^(quý|năm|tháng|kỳ) tới,|^sang (nửa|quý|năm|tháng|6|sáu|kỳ)\b|^(trong )?(6|sáu|3|ba|4|bốn|2|hai) tháng (cuối năm|còn lại|tới)|^(trong )?nửa cuối năm|^từ nay (đến|tới)\b|^để (thực hiện|hoàn thành|phát huy|khắc phục)|^(trong )?quý (iv|4)[^.;:]{0,12},");
    private static readonly Regex FrontYear = Cue.Of(@"^(trong |sang |bước vào |bước sang )?năm (?<y>20[0-9]{2})\b");
    private static readonly Regex ReportFront = Cue.Of(
        @"^(theo (các )?(báo cáo|đánh giá|tổng hợp|thống kê|ý kiến)|qua (báo cáo|[0-9]+ tháng|sáu tháng|đánh giá)|báo cáo|số liệu|nhìn lại|điểm lại|đánh giá|trong năm\b|năm qua|(trong )?[0-9\p{Ll}]+ tháng (đầu năm|qua)|sáu tháng qua|nửa (đầu )?năm qua|nửa đầu năm|trong quý|quý (i|ii|iii|iv|[1-4])\b|trong kỳ|suốt|trong nhiệm kỳ|thời gian qua|từ đầu năm|tính từ|kết quả|trong thời gian qua|trong 6 tháng|trong sáu tháng|trong [0-9]+ tháng|cụ thể|tính đến|đến nay)");
    private static readonly Regex Conclusion = Cue.Of(@"(phát biểu |có )?kết luận|bế mạc|khép lại hội nghị|kết thúc hội nghị|phát biểu chỉ đạo|chỉ đạo hội nghị|chỉ đạo tại hội nghị|ý kiến chỉ đạo|tổng kết hội nghị");
    private static readonly Regex SpeechFront = Cue.Of(@"^(\S+\s+){0,3}?(phát biểu )?(kết luận|bế mạc|khép lại|chỉ đạo|kết thúc)");
    private static readonly Regex RecommendationFront = Cue.Of(@"^(về )?(các )?(kiến nghị|đề xuất)\b|^(từ thực tế|từ thực tiễn)[^.;]{0,80}(kiến nghị|đề xuất|đề nghị)|^(hiện|hiện nay)[^.]{0,200}đề nghị (trung ương|ban|chính phủ|bộ)");
    private static readonly Regex AskInside = Cue.Of(@"^(đồng thời |và |từ đó |qua đó )?(kiến nghị|đề nghị|đề xuất|mong)\s+");
    private static readonly Regex Discussion = Cue.Of(@"^[0-9]+ (văn phòng|đơn vị|địa phương|tỉnh|đại biểu|đồng chí)( \S+){0,4} (phát biểu|tham luận|góp ý)\b|\b(thay mặt|đại diện) [^.;:]{2,40} (tham luận|phát biểu)\s*[.…]*$|^(hội nghị|các đại biểu)( \S+){0,2} nghe (\S+ ){0,2}tham luận của\b|^(phần|mục|đến phần|ở phần|trong phần) (trao đổi|thảo luận|tham luận|phát biểu)\b|^(tại (hội nghị|cuộc họp|buổi giao ban), )?((lần lượt|tiếp đó|sau đó|tiếp theo),? (là )?)?(các )?đại diện [^.;:]{3,140}\b(phát biểu|tham luận|có ý kiến)\b|^(những )?(người|các ý kiến) (tham luận|phát biểu)\b|\b(cũng )?(có|gửi) (tham luận|bài phát biểu)\s*\.?$|^(cũng |cùng |còn |tham gia |tiếp )?(góp (lời|tiếng nói|chuyện|ý)|lên tiếng|nối lời|tiếp lời|ghi tên phát biểu)\b|^(tham gia )?(thảo luận|tham luận|phát biểu|trao đổi|góp ý|bàn thêm)|\b(các )?(đại biểu|ý kiến|tham luận)( \S+){0,6} (đã )?(thảo luận|trao đổi|phát biểu|tham luận|tập trung|chia sẻ|làm rõ|góp ý|phân tích|kiến nghị)|^(tại hội nghị, )?(đã )?có [0-9]+ (ý kiến|tham luận|đại biểu|lượt)|được chỉ định phát biểu|^cùng phát biểu|^tại (hội nghị|điểm cầu|diễn đàn|cuộc họp|buổi làm việc)[^.;:]{0,140}(thảo luận|tham luận|trao đổi|góp ý)|\b(đại biểu|đại diện|lãnh đạo)\b[^.;:]{3,160} lần lượt (phát biểu|tham luận|trao đổi|báo cáo)\b|đã (thảo luận|trao đổi|nghe|tham luận)|\b(đại diện|đại biểu|[0-9]+ cộng tác viên|lãnh đạo)\b[^.;:]{0,120}\b(cung cấp|trao đổi|giải đáp|bổ sung) (thêm |lại )?(các |một số |những )?(thông tin|nội dung|vấn đề|ý kiến)\b");
    private static readonly Regex Attendance = Cue.Of(@"^(ngồi|góp mặt|có mặt|tham dự|tham gia|về phía tỉnh có|về phía [\p{Ll} ]{3,30} có)\b[^;:.]{0,20}\b(dự|cùng|còn|có|là|tại)\b|\b(tham dự|cùng dự (có|hội|cuộc|buổi|là|tại|còn|:)|đến dự|tới dự|dự hội nghị|dự họp|dự và|dự tại|dự, phát biểu|dự có|dự buổi|dự cuộc|tham gia hội nghị|có sự tham dự|dự, chỉ đạo)\b|\bdự\s*[.…]*$|^dự (có|hội|họp|và|tại|buổi|cuộc)\b");
    private static readonly Regex JoinsTheTalk = Cue.Of(@"^tham gia (thảo luận|phát biểu|tham luận|góp ý)\b");
    private static readonly Regex PresentList = Cue.Of(@"^(cùng |còn |đến |tới |về |tham |cũng )?dự( \S+){0,4}? (có|còn có|gồm)\b|^(trong|tại) (hội trường|phòng họp|khán phòng)( \S+){0,3}? có (các|đồng chí|đại diện|ông|bà|mặt)\b");
    private static readonly Regex Programme = Cue.Of(@"^(hội nghị|các đại biểu|đại biểu)( \S+){0,3} (nghe|dành|xem|thảo luận|trao đổi)\b");
    private static readonly Regex Agenda = Cue.Of(@"^(cuộc họp|hội nghị|buổi họp|buổi làm việc|phiên họp)\b[^.;:]{0,60}\b(soát lại|nhìn lại|điểm lại|kiểm điểm|rà soát|bàn|vạch|xem xét|nhằm|là dịp)\b");
    private static readonly Regex Inspects = Cue.Of(@"\b(kiểm tra|giám sát|thanh tra|kiểm toán|xử lý|thi hành kỷ luật|kỷ luật|phát hiện|giải quyết|khởi tố|thụ lý|truy tố|xét xử|nhắc nhở)\b( \S+){0,6}? [0-9]");
    private static readonly Regex OnlyBefore = Cue.Of(@"\b(mới|chỉ|mới chỉ|chưa|còn|không|vẫn)( \S+){0,2} ?$");
    private static readonly Regex Chairing = Cue.Of(@"\bchủ trì\b(?! (" + Participants.OtherWork + @")\b)");
    private static readonly Regex Meeting = Cue.Of(@"\b(hội nghị|giao ban|cuộc họp|buổi họp)\b");
    private static readonly Regex MeetingSubject = Cue.Of(@"^(hội nghị họp|cả [0-9\p{Ll}]+ cuộc|hội nghị|cuộc họp|buổi giao ban|hội nghị giao ban|tại hội nghị|tại đây|sau khi nghe|từ (trụ sở|điểm cầu))\b");
    private static readonly Regex HeadLabel = Cue.Of(@"^(nơi|địa điểm) họp (là|tại|ở)\b|^(việc|nội dung|đơn vị tổ chức|cơ quan tổ chức|thời gian|địa điểm|nơi họp|chủ trì|thành phần|hình thức|dự|tham dự|thư ký)\s*:");
    private static readonly Regex MeetingTitle = Cue.Of(@"^(hội nghị |cuộc họp |họp |buổi )?(giao ban|sơ kết|tổng kết)\b");
    private static readonly Regex Held = Cue.Of(@"\b(tổ chức (hội nghị|giao ban|buổi|cuộc|họp|sơ kết|tổng kết|phiên|tại|vào|ngày|sáng|chiều|trực tuyến|trực tiếp|trọng thể|theo|bằng|dưới)|(do|được|của) [^.;:]{3,160} tổ chức|tổ chức\s*[.,]?$|diễn ra|khai mạc|họp|tiến hành)\b");
    private static readonly Regex MeetsOn = Cue.Of(@"\b(họp|sơ kết|tổng kết|giao ban|khai mạc|diễn ra)\b");
    private static readonly Regex MeetingHeld = Cue.Of(@"\b(tổ chức|mở|khai mạc|chủ trì) (\S+ ){0,3}?(hội nghị|giao ban|cuộc họp|buổi|phiên)\b|\b(hội nghị|giao ban|cuộc họp)\b[^.;]{0,200}\b((do|được) [^.;:]{3,160} (tổ chức|mở)|tổ chức (ngày|sáng|chiều|tối|vào|tại)|diễn ra|họp (sáng|chiều|ngày|vào|tại))|\b(tổ chức|mở) (\S+ ){0,2}?(tổng kết|sơ kết|giao ban)\b|\btổ chức (\S+ )?(ngày|sáng|chiều|hôm)\b");
    private static readonly Regex PointAttendance = Cue.Of(@"^tại (điểm cầu|đầu cầu) [^,;:.]{2,40},? có\b");
    private static readonly Regex ChairedBy = Cue.Of(@"\b(chủ trì|điều hành)( hội nghị| cuộc họp| buổi giao ban)?\s*\.$");
    private static readonly Regex PointWord = Cue.Of(@"\b(điểm cầu|đầu cầu)\b");
    private static readonly Regex DayBeside = Cue.Of(@"\b(sáng|chiều|ngày|tối|hôm)( ngày)*( nay| qua)?,? ?\(?[0-9]{1,2}\s?[/\-.]\s?[0-9]{1,2}\b|\bngày [0-9]{1,2} tháng [0-9]{1,2}");
    private static readonly Regex Presents = Cue.Of(@"(trình bày|đọc|báo cáo tóm tắt|thông qua|nghe)\s+(\S+\s+){0,3}?(báo cáo|dự thảo|tham luận|tờ trình)");
    private static readonly Regex MeetingActs = Cue.Of(@"^mở đầu (hội nghị|buổi|cuộc|phiên)\b|^hội nghị( \S+){0,2} thành công\b|\b(người dân|nhân dân|dư luận)\b[^;]{0,30} quan tâm (nhất|nhiều)( là| đến| tới)\b|\b(nêu|điểm|nhấn mạnh|đánh giá) (bật |lại |qua )?(những |một số |các )?(kết quả|thành tích|ưu điểm)( nổi bật| đạt được| chủ yếu)*\s*[.:]?$|^(hội nghị|cuộc họp|buổi họp|phiên họp)( \S+){0,4} (trực tiếp|trực tuyến)\b|\b(được|do) [^.;]{3,60} (trình bày|báo cáo|điều hành|dẫn dắt)( trước| sau| tiếp)?\s*\.?$|^(thời gian còn lại|phần (còn lại|lớn) thời gian)\b|\bđược (gửi|phát|chuyển) (trước )?(đến|tới|cho) [^.;]{0,30}(đại biểu|người dự|điểm cầu)\b|^khép (lại )?chương trình\b|^(hội nghị|các đại biểu|đại biểu|tại hội nghị,? (các đại biểu|đại biểu|hội nghị))( \S+){0,3} (đã )?(nghe|thảo luận|trao đổi|tập trung|dành|được nghe|xem|tiến hành|bàn|phân tích|làm rõ|cũng|thống nhất|đề ra|xác định|quán triệt)");
    private static readonly Regex Scene = Cue.Of(@"^(chị|anh|cụ (ông|bà)|bác) \p{L}|^(cả )?(hội trường|khán phòng)\b|^(tiếng|những tràng|tràng) (vỗ tay|pháo tay)\b|^(ngoài (sân|trời)|đến lượt|tan họp)\b");
    private static readonly Regex BackgroundFront = Cue.Of(@"^(trong )?(năm|quý|tháng|[0-9\p{Ll}]+ tháng|đây|20[0-9]{2})[^,;:.]{0,40}\b(cũng )?là (năm|thời điểm|thời gian|giai đoạn|dịp|quý|tháng)\b|^(trong bối cảnh|bối cảnh)|\b(tình hình (thế giới|trong nước|khu vực|quốc tế|kinh tế|dịch|chính trị|an ninh)|thế giới)[^;]{0,90}(diễn biến|phức tạp|khó lường|biến động|khó khăn|đổi thay|xáo động)|^(năm|năm đầu|năm cuối|là năm)\b[^;,]{0,40}(diễn ra|triển khai|thực hiện|tổ chức|bản lề|mở đầu|khởi đầu)|\b(thiên tai|dịch bệnh|đại dịch|hạn hán|bão|lũ)\b[^;]{0,80}(ảnh hưởng|gây|tác động|diễn biến|xảy ra)|^trong nước\b|^[^;:,.]{3,40}\bhiện (có|nay có|gồm) [0-9.]+ (tổ chức|chi bộ|chi, đảng bộ|đảng bộ|đảng viên|huyện|xã|đơn vị|thôn|biên chế|dân tộc)\b|(^|, )khối lượng công việc (rất )?(nhiều|lớn)|^[^;:.]{0,40}\btrùng (dịp|với|vào)\b");
    private static readonly Regex Trouble = Cue.Of(@"\b(thế lực (thù địch|xấu)|kẻ xấu|tội phạm|tệ nạn|khiếu kiện|tranh chấp|lừa đảo|trộm cắp)\b[^;]{0,90}\b(lợi dụng|chống phá|gia tăng|phức tạp|âm ỉ|tinh vi|xuyên tạc|kích động|manh động)\b");
    private static readonly Regex Dealt = Cue.Of(@"\b(đã|được|có kết quả|không để|giải quyết|xử lý|đấu tranh|trấn áp|triệt phá|kiềm chế|ngăn chặn|phòng ngừa|phòng, chống|phòng chống|hòa giải|phát hiện|khởi tố|bắt|phản bác|đẩy lùi|giảm|tháo gỡ)\b");
    private static readonly Regex OwnAct = Cue.Of(@"\b(đã|vẫn|luôn)\s+(chủ động|tham mưu|phát huy|bám sát|tập trung|triển khai|thực hiện|hoàn thành|duy trì|nỗ lực|đoàn kết|kịp thời|tích cực|phối hợp|tổ chức|góp phần|đổi mới|gấp rút|giúp|xây dựng|làm|gánh|có|được|đạt|lãnh đạo|chỉ đạo|phục vụ|kiểm tra)\b");
    private static readonly Regex Worked = Cue.Of(@"\b(đã|vẫn|luôn)\s+(chủ động|tham mưu|phát huy|bám sát|tập trung|hoàn thành|nỗ lực|đoàn kết|kịp thời|tích cực|góp phần|đổi mới)\b");
    private static readonly Regex AskAbove = Cue.Of(@"[,;]\s(và |đồng thời |từ đó )?(mong|đề nghị|kiến nghị|đề xuất)\s(trung ương|bộ chính trị|ban bí thư|chính phủ|cấp trên|(ban|văn phòng|ủy ban)\s[^,.;]{3,40}trung ương)");
    private static readonly Regex AskOfAbove = Cue.Of(@"\b(?<v>xin|mong|mong muốn|mong mỏi|mong đợi|trông|trông chờ|đề đạt|đề nghị|kiến nghị|đề xuất|kỳ vọng|gửi gắm)( (phép|rằng|được|với|lên|tới|đến|muốn|là))?:? (?<to>trung ương|bộ chính trị|ban bí thư|chính phủ|thủ tướng|quốc hội|nhà nước|cấp trên|cấp có thẩm quyền|bộ \p{L}+|(ban|văn phòng|ủy ban kiểm tra|cơ quan ủy ban kiểm tra|hội đồng)( \S+){0,5}? (trung ương|t\.ư|tư|tw)( đảng)?|ban chỉ đạo|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy (xã|phường|bộ|khối)|ban thường vụ|thường trực (tỉnh|thành) ủy|(ban|văn phòng|ubkt|ủy ban kiểm tra)( \S+){0,4}? (tỉnh ủy|thành ủy)|ubkt (trung ương|t\.ư|tw)|ubnd (tỉnh|thành phố)|đảng ủy khối)\b");
    private static readonly Regex AskOfTheTop = Cue.Of(@"\b(xin|mong|đề nghị|kiến nghị|đề xuất) (bộ chính trị|ban bí thư|chính phủ|quốc hội|thủ tướng)\b");
    private static readonly Regex Hardship = Cue.Of(@"\b(khó khăn|ảnh hưởng nặng nề|tăng lên nhiều|còn thiếu|quá tải|áp lực|lúng túng)\b");
    private static readonly Regex ToCome = Cue.Of(@"^(\S+\s+){1,6}dự kiến\b|\bphấn đấu (kết nạp|hoàn thành(?! (vượt|tốt|xuất sắc))|đạt|đến|có|trong|nâng|mở|xây)\b|\b(sẽ|đang dự thảo|đang xây dựng)\b|(^|,\s)dự kiến\b|\bdự kiến (sẽ|ban hành|hoàn thành|trình|tổ chức|triển khai|đến)\b");
    private static readonly Regex Agreement = Cue.Of(@"\b(thống nhất cao|thống nhất với|nhất trí|đồng tình)\b");
    private static readonly Regex OnlyAgreement = Cue.Of(@"^(các )?đại biểu( \S+){0,3} (nhất trí|tán thành|đồng tình)\b");
    private static readonly Regex Courtesy = Cue.Of(@"\b(chúc mừng|chúc các|chúc đội|chúc toàn|chúc cán|cảm ơn|gửi lời|trân trọng|cám ơn|tin tưởng|tin rằng|hy vọng|biểu dương|ghi nhận|đánh giá cao|hoan nghênh|nhân dịp (năm mới|xuân)|khen ngợi|bày tỏ)\b|^(ông|bà|đồng chí|đ/c)?\s*(cũng )?(mong|mong muốn|chúc)\b|\bthông báo (để|đến|tới)( \S+){1,8} (biết|được biết)\b");
    private static readonly Regex Praise = Cue.Of(@"\b(đóng góp|thành tích|cố gắng|nỗ lực|thành công chung|đáng ghi nhận|quan trọng vào)\b");
    private static readonly Regex Wish = Cue.Of(@"^(mong|mong muốn|hy vọng)$");
    private static readonly Regex Noting = Cue.Of(@"^(ghi nhận|đánh giá cao)$");
    private static readonly Regex DoneBySomebody = Cue.Of(@"^(văn phòng|ban|ngành|ủy ban|các (cấp|cơ quan|đơn vị|văn phòng|ban|địa phương)|cấp ủy|đảng bộ|toàn)\b[^,;:.]{0,90}\bđã\b");
    private static readonly Regex Grounds = Cue.Of(@"\b(vì vậy|vì thế|do đó|do vậy|bởi vậy|từ đó|nên)\s*,?\s*$");
    private static readonly Regex GeneralTruth = Cue.Of(@"\b(có|giữ|đóng) (vai trò|vị trí|ý nghĩa)\b[^;]{0,24}\bquan trọng\b|\blà (nhiệm vụ|việc|lĩnh vực|khâu|công việc) (rất |hết sức )?(quan trọng|then chốt|khó|nhạy cảm|khó khăn)\b|\bcàng\b[^;]{2,60} thì [^;]{2,60}\bcàng\b");
    private static readonly Regex EmptyRequest = Cue.Of(@"^(một số |nhiều |các |những )?(giải pháp|biện pháp|phương án)\b[^:;]*$|^(một số|nhiều|các|những|một vài)?\s*(nội dung|giải pháp|vấn đề|ý kiến|kiến nghị|đề xuất|biện pháp|nhiệm vụ)(\s+\S+){0,8}\s*[.…]*$|^[0-9]+ (nội dung|giải pháp|vấn đề|kiến nghị)");
    private static readonly Regex OpenerOnly = Cue.Of(@"^(đề nghị|yêu cầu|giao|đối với)( các)? [\p{L} ,]{5,70}$|\b(những|một số|các) (mặt |điểm |vấn đề )?(còn )?(hạn chế|tồn tại|khuyết điểm|bất cập|thiếu sót|yếu kém)(, (hạn chế|tồn tại|khuyết điểm|bất cập|yếu kém))*( (sau|sau đây|chủ yếu|cần khắc phục|nhất định|cần tập trung khắc phục|cần sớm khắc phục|cụ thể|trên|đó|như|trong công tác))*\s*[.:…]*$|\b(thực hiện|tập trung|làm)( tốt)?( vào)? [0-9]+ (nhóm )?(nhiệm vụ|việc|nội dung)( trọng tâm)?\s*[.:…]*$|(nhiệm vụ( trọng tâm)?|nội dung|giải pháp|vấn đề|việc|công tác)( (trọng tâm|chủ yếu|cụ thể))* (sau|sau đây|như|cụ thể)\s*[.:…]*$|:\s*$");
    private static readonly Regex OneRequest = Cue.Of(@"^(hiện|hiện nay|do|vì)\b");
    private static readonly Regex ListSwitch = Cue.Of(@"^(nguyên nhân|kết luận|phát biểu|tuy nhiên)");
    private static readonly Regex Achievements = Cue.Of(@"kết quả|việc đã làm|ưu điểm|thành tích|đạt được|làm được|nổi bật|tình hình|mặt (được|mạnh)");
    private static readonly Regex Shortcomings = Cue.Of(@"hạn chế|tồn tại|khuyết điểm|yếu kém|bất cập|còn yếu|điểm yếu|thiếu sót|\b(việc|mặt|điểm|chỗ|khâu|phần|điều)( còn)? (chưa|yếu|nợ|vướng|kém)\b|chưa (được|tốt|làm được|xong|đạt|tròn|trọn|hoàn thành)");
    private static readonly Regex Difficulties = Cue.Of(@"khó khăn|vướng mắc");
    private static readonly Regex Requests = Cue.Of(@"kiến nghị|đề xuất");
    private static readonly Regex Notice = Cue.Of(@"\bkết luận( \S+){0,4} (như sau|các nội dung sau|một số (nội dung|nhiệm vụ) sau|sau đây)\s*[:.]?$");
    private static readonly Regex Returning = Cue.Of(@"^(trước đó|ở phần đầu|trong phần báo cáo|vẫn theo báo cáo)\b[^.;:]{0,60}\b(báo cáo|phần đánh giá|bản tổng hợp)\b|^(báo cáo|bản báo cáo)[^.;:]{0,50}(điểm lại|tóm lược|nhìn lại|mở đầu bằng)\b");
    private static readonly Regex TaskCount = Cue.Of(@"^((thêm|rõ|một số|những|các) )?([0-9]+|hai|ba|bốn|năm|sáu|bảy|tám|mấy|một số|những|các) (việc|nhiệm vụ|phần việc|yêu cầu|nội dung|trọng tâm|giải pháp|đầu việc)\b[^;:]*[.:]?$");
    private static readonly Regex GivingTasks = Cue.Of(@"\b(giao việc|giao nhiệm vụ|giao|yêu cầu|chỉ đạo|kết luận|chủ trì|chốt)\b");
    private static readonly Regex RewardHeading = Cue.Of(@"^(\S+\s+)?(khen thưởng|thi đua,? khen thưởng|biểu dương|trao thưởng)\b");
    private static readonly Regex OwnPart = Cue.Of(@"^về phần mình,[^.;:]{0,140}\b(sẽ|dự kiến)\b");
    private static readonly Regex CauseHeading = Cue.Of(@"\bnguyên nhân\b");
    private static readonly Regex Guidance = Cue.Of(@"kết luận|chỉ đạo|ý kiến của chủ trì|phát biểu của đồng chí|giao việc|giao nhiệm vụ|phân công|yêu cầu|\b(chốt|dặn|giao)$");
    private static readonly Regex Tasks = Cue.Of(@"\bviệc (cần|phải|sẽ) làm|dự kiến|nhiệm vụ|phương hướng|giải pháp|trọng tâm|kế hoạch|chương trình");
    private static readonly Regex Talks = Cue.Of(@"thảo luận|ý kiến|tham luận");
    private static readonly Regex Retrospective = Cue.Of(@"^(trong )?(năm qua|thời gian qua|[0-9\p{Ll}]+ tháng (đầu năm|qua)|trong năm|nhiệm kỳ qua|nửa (đầu )?năm)|\b(đã|đạt được|vừa qua)\b");

    private bool At(Regex regex, int start, int end, int reach = Front) => regex.In(view.Lower, start, Math.Min(end, start + reach));

    public bool IsCause(int start, int end) => At(Cause, start, end);

    public bool IsCeremony(int start, int end) => At(Ceremony, start, end, 400);

    public bool IsAdversative(int start, int end) => At(Adversative, start, end);

    public bool OpensShortcomings(int start, int end)
    {
        var match = ShortcomingOpener.First(view.Lower, start, Math.Min(end, start + Front));
        if (!match.Success) return NotedNegative(start, end);
        if (CureTail.In(view.Lower, Math.Max(start, match.Index - 30), match.Index + match.Length)) return false;
        if (Offence.In(view.Lower, start, Math.Min(end, match.Index + match.Length))) return false;
        if (Cured.In(view.Lower, match.Index + match.Length, Math.Min(end, match.Index + match.Length + 40))) return false;
        return IsAdversative(start, end) || !Predicates.IsObligation(view.Lower, start, match.Index + match.Length);
    }

    private bool NotedNegative(int start, int end) => At(NotedOpener, start, end) && Predicates.IsFault(view.Lower, start, Math.Min(end, start + Front));

    public bool OpensPlan(int start, int end)
    {
        if (At(PlanFront, start, end)) return !Predicates.IsDone(view.Lower, start, Math.Min(end, start + 60)) || At(PlanFront, start, Math.Min(end, start + 40));
        var year = FrontYear.First(view.Lower, start, Math.Min(end, start + 40));
        return year.Success && reviewedYear > 0 && int.Parse(year.Groups["y"].ValueSpan, CultureInfo.InvariantCulture) > reviewedYear;
    }

    /// <summary>"Về phần mình, Ủy ban Kiểm tra Tỉnh ủy sẽ …": the province's own plan, whoever spoke before.</summary>
    public bool OpensOwnPlan(int start, int end) => At(OwnPart, start, end, 240);

    public bool OpensReport(int start, int end)
    {
        if (At(ReportFront, start, end)) return true;
        var year = FrontYear.First(view.Lower, start, Math.Min(end, start + 40));
        return year.Success && int.Parse(year.Groups["y"].ValueSpan, CultureInfo.InvariantCulture) == reviewedYear;
    }

    public bool Concludes(int start, int end) => At(Conclusion, start, end, 90);

    public bool IsSpeechOpening(int start, int end) => At(SpeechFront, start, end, 60);

    public bool OpensRecommendations(int start, int end) => At(RecommendationFront, start, end, 320);

    public int? AsksInside(int start, int end)
    {
        var match = AskInside.First(view.Lower, start, Math.Min(end, start + 40));
        return match.Success ? match.Index + match.Length : null;
    }

    public bool OpensDiscussion(int start, int end) => At(Discussion, start, end);

    /// <summary>"Cùng dự có …": a list of those present, wherever it stands.</summary>
    public bool ListsThosePresent(int start, int end) => At(PresentList, start, end, 80) && !Predicates.IsObligation(view.Lower, start, end);

    /// <summary>"Cuộc họp nhìn lại …, bàn …": what the conference is about.</summary>
    public bool TellsTheAgenda(int start, int end) => At(Agenda, start, end) && !Predicates.IsObligation(view.Lower, start, Math.Min(end, start + 60));

    /// <summary>"… kiểm tra 910 tổ chức đảng, chỉ ra 30 nơi làm chưa tốt": finding faults is the work that was done.</summary>
    private bool CountsInspections(int start, int end) => Inspects.First(view.Lower, start, Math.Min(end, start + Front)) is { Success: true } work && !OnlyBefore.In(view.Lower, start, work.Index) && !Polarity.IsBad(view.Lower, start, work.Index);

    public bool IsAttendance(int start, int end) => At(Attendance, start, end, 600) && !At(JoinsTheTalk, start, end);

    /// <summary>"nêu 3 kiến nghị: …": what is announced before the colon are requests.</summary>
    public bool AnnouncesRequests(int start, int end)
    {
        var colon = view.Text.IndexOf(':', start, Math.Min(end, start + 60) - start);
        return colon > 0 && Requests.In(view.Lower, start, colon);
    }

    /// <summary>A sentence about the conference as an event.</summary>
    public bool Announces(int start, int end, Zone zone)
    {
        var lower = view.Lower;
        var meeting = At(Meeting, start, end, 600);
        if (zone is Zone.Lead && (At(HeadLabel, start, end, 40) || (At(MeetingTitle, start, end, 60) && PageLayout.CountWords(view.Text, start, end, 26) <= 25 && view.Text.IndexOf(':', start, end - start) < 0 && !Polarity.IsBad(lower, start, end) && !Worked.In(lower, start, end)))) return true;
        if (zone is Zone.Lead or Zone.Report or Zone.Opening or Zone.Aside && IsAttendance(start, end)) return true;
        if (At(PointAttendance, start, end)) return true;
        if (At(PointWord, start, end, 300) && (At(Chairing, start, end, 500) || IsAttendance(start, end) || zone == Zone.Lead || At(MeetingSubject, start, end))) return true;
        if (At(Chairing, start, end, 400) && (meeting || People.In(view, start, Math.Min(end, start + 400)).Count > 0) && zone is Zone.Lead or Zone.Report) return !OwnAct.In(lower, start, end) || meeting;
        if ((meeting || At(MeetsOn, start, end, 200)) && At(DayBeside, start, end, zone == Zone.Lead ? 400 : 100)) return !At(Conclusion, start, end, 60);
        if (zone == Zone.Lead && meeting && At(Held, start, end, 300)) return !Worked.In(lower, start, end) && !CountsOwnActs(start, end) && !At(ReportFront, start, end, 30);
        if (zone is not (Zone.Directives or Zone.Shortcomings) && Presents.In(lower, start, Math.Min(end, start + 300)) && !view.Lower[start..end].Contains(':', StringComparison.Ordinal)) return meeting || zone == Zone.Lead || People.In(view, start, Math.Min(end, start + 300)).Count > 0;
        return false;
    }

    /// <summary>"… đã phục vụ 120 cuộc họp": meetings are the work here, and counted.</summary>
    private bool CountsOwnActs(int start, int end) => OwnAct.In(view.Lower, start, end) && !At(DayBeside, start, end, 400) && Figures.In(view, start, end).Any();

    /// <summary>When the conference met, and who held it: wherever in the report that stands.</summary>
    public bool TellsOfTheDay(int start, int end) =>
        At(DayBeside, start, end, 400) && At(MeetingHeld, start, end, 400) && !At(Conclusion, start, end, 60) && !At(ReportFront, start, end, 30);

    /// <summary>Whether a statement goes on to say where it was made.</summary>
    public bool EndsInTheMeeting(int start, int end) => At(MeetingHeld, start, end, 400);

    /// <summary>"Chủ nhiệm X chủ trì." and nothing more.</summary>
    public bool NamesTheChair(int start, int end) => ChairedBy.In(view.Lower, start, end) && PageLayout.CountWords(view.Text, start, end, 31) <= 30 && People.In(view, start, end).Count > 0;

    /// <summary>World affairs, disasters, "là năm …": said of the times, not of the work.</summary>
    public bool IsBackground(int rawStart, int start, int end)
    {
        if (OwnAct.In(view.Lower, start, end)) return false;
        return IsTrouble(start, end) || At(BackgroundFront, start, end, 260) || (start == rawStart && At(BackgroundFront, rawStart, end, 260));
    }

    public bool HasOwnAct(int start, int end) => OwnAct.In(view.Lower, start, end);

    public bool IsHardship(int start, int end) => Hardship.In(view.Lower, start, end) || IsTrouble(start, end);

    /// <summary>"Tội phạm ma túy có chiều hướng gia tăng": what the place suffers from, and nothing said of what was done about it.</summary>
    private bool IsTrouble(int start, int end) => Trouble.In(view.Lower, start, end) && !Dealt.In(view.Lower, start, end);

    /// <summary>What the conference or the room did: "Đại biểu nghe …", "Cả hội trường lặng đi …".</summary>
    public bool IsAboutTheConference(int start, int end) => At(MeetingActs, start, end) || At(Scene, start, end);

    /// <summary>"Hội nghị dành thời gian giới thiệu …": what the conference itself did, in whatever part it is told.</summary>
    public bool IsProgramme(int start, int end) => At(Programme, start, end) && !Predicates.IsObligation(view.Lower, start, end);

    public bool IsStillToCome(int start, int end) => ToCome.In(view.Lower, start, end) && !Predicates.IsDone(view.Lower, start, Math.Min(end, start + 40));

    /// <summary>Even a commission's head asks the Politburo, and does not order it.</summary>
    public bool AsksTheTop(int start, int end) => AskOfTheTop.In(view.Lower, start, Math.Min(end, start + 400));

    /// <summary>Where a higher level is asked for something: the verb, and the addressee the request begins with.</summary>
    public (int Verb, int Content)? AsksAboveAt(int start, int end)
    {
        var match = AskOfAbove.First(view.Lower, start, Math.Min(end, start + 400));
        if (!match.Success) return null;
        var to = match.Groups["to"];
        return char.IsUpper(view.Text[to.Index]) ? (match.Groups["v"].Index, to.Index) : null;
    }

    /// <summary>A difficulty told with a request to a higher level is one recommendation, ground and all.</summary>
    public bool AsksAbove(int start, int end) => AskAbove.In(view.Lower, start, end);

    public bool IsAgreement(int start, int end) => At(Agreement, start, end);

    public bool IsPlainlyNegative(int start, int end) => !CountsInspections(start, end) && (Polarity.IsPlainlyBad(view.Lower, start, end) || (Predicates.IsFault(view.Lower, start, end) && Polarity.Of(view.Lower, start, end) < 0));

    /// <summary>"Các đại biểu cơ bản nhất trí với báo cáo …": the room agrees, and says nothing of its own.</summary>
    public bool OnlyAgrees(int start, int end) => At(OnlyAgreement, start, end) && view.Text.IndexOf(';', start, end - start) < 0 && AsksAboveAt(start, end) is null;

    public bool IsCourtesy(int start, int end) => At(Courtesy, start, end, 120);

    public bool IsPraise(int start, int end) => Praise.In(view.Lower, start, end);

    public static bool IsWish(string verb) => Wish.IsMatch(verb);

    /// <summary>"ghi nhận Văn phòng Tỉnh ủy X đã tham mưu …": what was noted is a result, and not only praised.</summary>
    public bool NotesWhatWasDone(string verb, int start, int end) => Noting.IsMatch(verb) && At(DoneBySomebody, start, end);

    /// <summary>"… vì vậy (kiến nghị)": what stands before is the ground of what is asked.</summary>
    public bool GroundsWhatFollows(int start, int end) => Grounds.In(view.Lower, start, end);

    /// <summary>"X có vai trò quan trọng": nobody is told to do anything.</summary>
    public bool IsGeneralTruth(int start, int end) => GeneralTruth.In(view.Lower, start, end) && !Predicates.LooksAhead(view.Lower, start, end);

    public bool IsEmptyRequest(int start, int end) => EmptyRequest.In(view.Lower, start, end);

    public bool IsOpenerOnly(int start, int end) => view.Text[end - 1] == ':' || (PageLayout.CountWords(view.Text, start, end, 40) <= 30 && OpenerOnly.In(view.Lower, start, end));

    /// <summary>"Đồng chí X kết luận như sau:" makes the rest a notice of conclusions.</summary>
    public bool OpensNotice(int start, int end) => Notice.In(view.Lower, start, end);

    /// <summary>"Trước đó, báo cáo điểm lại …": the account goes back to the report.</summary>
    public bool ReturnsToReport(int start, int end) => At(Returning, start, end);

    /// <summary>A leader begins to speak, and the sentence says nothing more: "… phát biểu chỉ đạo."</summary>
    public bool OnlyGivesTheFloorToALeader(int start, int end) =>
        Conclusion.In(view.Lower, start, end) && view.Text.IndexOf(':', start, end - start) < 0 && PageLayout.CountWords(view.Text, start, end, 36) <= 34 && !IsAttendance(start, end) && People.In(view, start, end).Count > 0;

    /// <summary>"nêu 3 việc của quý IV": the tasks themselves follow.</summary>
    public bool OnlyCountsTasks(int start, int end) => PageLayout.CountWords(view.Text, start, end, 16) <= 15 && TaskCount.In(view.Lower, start, end);

    /// <summary>Words of somebody who may give orders: "Chủ trì giao việc", "Kết luận".</summary>
    public bool GivesTasks(int start, int end) => GivingTasks.In(view.Lower, start, end);

    public bool IsOneRequest(int start, int end) => At(OneRequest, start, end);

    public bool ChangesZoneInList(int start, int end) => At(ListSwitch, start, end);

    public bool IsRetrospective(int start, int end)
    {
        if (Predicates.IsObligation(view.Lower, start, end) && !Predicates.IsDone(view.Lower, start, Math.Min(end, start + 60))) return false;
        var year = FrontYear.First(view.Lower, start, Math.Min(end, start + 40));
        if (year.Success && reviewedYear > 0) return int.Parse(year.Groups["y"].ValueSpan, CultureInfo.InvariantCulture) <= reviewedYear;
        return At(Retrospective, start, end, 200);
    }

    public Zone? ZoneOfHeading(int start, int end, Zone current)
    {
        if (At(RewardHeading, start, end)) return Zone.Aside;
        if (At(CauseHeading, start, end)) return Zone.Causes;
        if (At(Guidance, start, end)) return Zone.Directives;
        if (At(Shortcomings, start, end) || Opener.NamesFault(view, start, end)) return Zone.Shortcomings;
        if (At(Requests, start, end)) return Zone.Recommendations;
        if (At(Difficulties, start, end)) return Zone.Difficulties;
        if (At(Tasks, start, end) && !At(Achievements, start, end)) return current == Zone.Directives ? Zone.Directives : Zone.Plan;
        if (At(Achievements, start, end)) return Zone.Report;
        return At(Talks, start, end) ? Zone.Discussion : null;
    }
}
