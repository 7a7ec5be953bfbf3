using Microsoft.Playwright;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.BrowserTests;

/// <summary>Invented reports, and the way one comes in.</summary>
internal static class Reports
{
    public static readonly string First = """
        Giao ban công tác văn phòng cấp ủy quý I năm 2022

        Sáng 20/5/2022, Văn phòng Trung ương Đảng tổ chức Hội nghị trực tuyến giao ban công tác văn phòng cấp ủy quý I, triển khai nhiệm vụ quý II
          năm 2022. Đồng chí Lê Văn Thử, Phó Chánh Văn phòng Trung ương Đảng chủ trì hội nghị. Tham dự tại điểm cầu Nghệ An có đồng chí Trần Thị
          Mẫu, Chánh Văn phòng Tỉnh ủy.

        Trong quý I, văn phòng các tỉnh ủy đã tham mưu ban hành 214 văn bản đúng thời hạn. Công tác tiếp nhận văn bản điện tử được thực hiện thông
          suốt trong cả ngày nghỉ. Kho lưu trữ của nhiều đơn vị đã được số hóa xong phần hồ sơ nhiệm kỳ trước.

        Bên cạnh kết quả đạt được, hội nghị cũng chỉ ra một số hạn chế. Việc gửi báo cáo tháng ở một số nơi còn chậm so với quy định. Chất lượng
          một số dự thảo văn bản chưa đáp ứng yêu cầu. Việc cập nhật lịch công tác của thường trực cấp ủy còn thiếu thống nhất.

        Kết luận hội nghị, đồng chí Lê Văn Thử yêu cầu văn phòng các tỉnh ủy hoàn thành rà soát quy chế làm việc trước ngày 30/6/2022. Bổ sung
          danh mục hồ sơ của từng cơ quan. Chủ động bố trí nguồn lực bảo đảm an toàn thông tin mạng.
        """.Unwrap();

    /// <summary>The same conference, told by somebody else.</summary>
    public static readonly string Second = """
        Văn phòng Trung ương Đảng giao ban quý I năm 2022

        Sáng 20/5/2022, Văn phòng Trung ương Đảng tổ chức Hội nghị trực tuyến giao ban công tác văn phòng cấp ủy quý I năm 2022. Đồng chí Lê Văn
          Thử, Phó Chánh Văn phòng Trung ương Đảng chủ trì hội nghị. Tham dự tại điểm cầu Cà Mau có đồng chí Phạm Văn Giả, Chánh Văn phòng Tỉnh ủy.

        Trong quý I, văn phòng các tỉnh ủy đã tham mưu ban hành 220 văn bản đúng thời hạn. Công tác tiếp nhận văn bản điện tử được thực hiện thông
          suốt trong cả ngày nghỉ.

        Bên cạnh kết quả đạt được, hội nghị cũng chỉ ra một số hạn chế. Một số đơn vị chưa bố trí đủ cán bộ cơ yếu.

        Kết luận hội nghị, đồng chí Lê Văn Thử yêu cầu văn phòng các tỉnh ủy hoàn thành rà soát quy chế làm việc trước ngày 30/6/2022.
        """.Unwrap();

    public static async Task PasteAsync(IPage page, string report, string? outlet = null)
    {
        await page.GotoAsync("/conferences/import");
        await page.FillAsync("#Input_Text", report);
        await page.FillAsync("#Input_Outlet", outlet ?? "");
        await page.ClickAsync("#paste button");
        await page.ArriveAsync("**/conferences/import/*");
    }

    public static async Task TakeOverAsync(IPage page)
    {
        await page.ClickAsync("#head-form button.btn-primary");
        await page.ArriveAsync(address => !address.Contains("/import/", StringComparison.Ordinal));
    }
}
