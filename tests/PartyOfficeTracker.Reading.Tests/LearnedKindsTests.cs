namespace PartyOfficeTracker.Reading.Tests;

/// <summary>Kinds of lines the reports written for learning showed to be misread, each in a sentence none of them holds.</summary>
public class LearnedKindsTests
{
    private const string Held = "Sáng 14/02/2022, Văn phòng Tỉnh ủy Hà Nam tổ chức hội nghị giao ban. "
        + "Đồng chí Phan Thị Mẫu, Chánh Văn phòng Tỉnh ủy chủ trì.\n";
    private const string Asked = Held + "Kết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu các phòng ";

    [Theory]
    [InlineData("gửi danh sách trước 16 giờ thứ tư hằng tuần.", "trước 16 giờ thứ tư hằng tuần")]
    [InlineData("họp tổ vào thứ năm hằng tuần.", "thứ năm hằng tuần")]
    [InlineData("trả lời đơn trong thời hạn 12 ngày làm việc.", "thời hạn 12 ngày làm việc")]
    [InlineData("trình quy chế vào tháng 5/2022.", "tháng 5/2022")]
    [InlineData("thay xong máy chủ trong năm 2022.", "năm 2022")]
    [InlineData("gửi sổ trước 17 giờ hằng ngày.", "trước 17 giờ hằng ngày")]
    [InlineData("nộp hồ sơ muộn nhất là ngày mùng 5 tháng 4.", "muộn nhất là ngày mùng 5 tháng 4")]
    [InlineData("nộp sổ trước giờ làm việc ngày 08/3/2022.", "trước giờ làm việc ngày 08/3/2022")]
    [InlineData("dọn kho trước rằm tháng Giêng.", "trước rằm tháng Giêng")]
    [InlineData("báo cáo vào ngày làm việc cuối cùng của tháng.", "vào ngày làm việc cuối cùng của tháng")]
    public void A_deadline_keeps_its_words(string task, string due) =>
        Assert.Equal([due], MinutesReader.Read(Asked + task).Items.Select(item => item.Due));

    [Theory]
    [InlineData("dọn kho trước rằm tháng Giêng.")]
    [InlineData("trả lời đơn trong thời hạn 12 ngày làm việc.")]
    [InlineData("họp tổ vào thứ năm hằng tuần.")]
    [InlineData("báo cáo vào ngày làm việc cuối cùng của tháng.")]
    public void What_fixes_no_day_gets_none(string task)
    {
        var deadline = Assert.Single(MinutesReader.Read(Asked + task).Items).Deadline;

        Assert.Equal((null, null), (deadline?.Start, deadline?.End));
    }

    [Fact]
    public void An_entry_that_counts_what_was_checked_turns_no_list_into_faults()
    {
        var draft = MinutesReader.Read(Held + "I. Kết quả\n1. Xây dựng chương trình công tác\n- Thẩm định 24 đề án, trả lại 3 đề án chưa đạt.\n"
            + "- Phục vụ chu đáo 12 đoàn khách.\nII. Hạn chế, nguyên nhân\n1. Công tác dự báo còn yếu.");

        Assert.Equal([ItemKind.Achievement, ItemKind.Achievement, ItemKind.Shortcoming], draft.Items.Select(item => item.Kind));
    }

    [Fact]
    public void Each_unit_reports_for_itself_whatever_the_one_before_complained_of()
    {
        var draft = MinutesReader.Read("BIÊN BẢN HỌP\n" + Held + "* Phòng Hành chính báo cáo: tiếp nhận 120 văn bản. Vướng mắc: máy in hỏng.\n"
            + "* Phòng Quản trị báo cáo: phục vụ Tết chu đáo, tiết kiệm điện 5%.\n* Phòng Cơ yếu: không có ý kiến.");

        Assert.Equal(["tiếp nhận 120 văn bản.", "phục vụ Tết chu đáo, tiết kiệm điện 5%."], draft.ItemsOf(ItemKind.Achievement).Select(item => item.Text));
    }

    [Fact]
    public void A_conclusion_goes_on_judging_to_the_end_of_its_paragraph()
    {
        var draft = MinutesReader.Read(Held.TrimEnd('\n') + " Đồng chí Phan Thị Mẫu kết luận như sau:\n"
            + "1. Năm qua, các phòng đã chỉnh lý được 80 mét giá tài liệu. Kho lưu trữ được cải tạo. "
            + "Song, hồ sơ cũ còn lẫn giấy tờ trùng; nhãn hồ sơ bị ghi sai số.\n"
            + "2. Phòng Lưu trữ soạn hướng dẫn mới.");

        Assert.Equal([ItemKind.Achievement, ItemKind.Achievement, ItemKind.Shortcoming, ItemKind.Shortcoming, ItemKind.Directive],
            draft.Items.Select(item => item.Kind));
    }

    [Theory]
    [InlineData("Đề nghị các đơn vị quan tâm thực hiện.")]
    [InlineData("Mọi vướng mắc xin liên hệ Văn phòng, số máy 0226 xxx.")]
    [InlineData("Nhận được Công văn này, đề nghị các phòng chỉ đạo thực hiện.")]
    [InlineData("Yêu cầu Phòng Quản trị và các đơn vị thực hiện nghiêm kết luận này.")]
    [InlineData("Sau hội nghị, các đại biểu tham quan phòng truyền thống.")]
    [InlineData("Đồng chí Phan Thị Mẫu kêu gọi cán bộ thi đua lập thành tích.")]
    public void Closing_words_order_nothing(string line) =>
        Assert.Equal(["các phòng rà soát quy chế."], MinutesReader.Read(Asked + "rà soát quy chế.\n" + line).Items.Select(item => item.Text));

    [Fact]
    public void A_leader_named_by_his_title_orders_after_the_floor_has_spoken()
    {
        var draft = MinutesReader.Read("Theo ông Lò Văn Mẫu, Chủ tịch UBND xã, đường vào bản còn lầy.\n"
            + "Làm việc với cán bộ xã, đồng chí Phó Bí thư Huyện ủy yêu cầu xã không được để dân dựng lều; trong tháng 8 phải cắm biển.");

        Assert.Equal(2, draft.ItemsOf(ItemKind.Directive).Count());
    }

    [Theory]
    [InlineData("Đại biểu huyện Thanh Liêm nêu đường liên xã hỏng nặng và kiến nghị tỉnh sớm bố trí vốn sửa chữa.", "tỉnh sớm bố trí vốn sửa chữa.")]
    [InlineData("Xã Đồng Lý xin tỉnh cho chuyển đổi 20 ha lúa.", "tỉnh cho chuyển đổi 20 ha lúa.")]
    public void The_floor_asks_its_province_in_small_letters(string line, string request) =>
        Assert.Equal([request], MinutesReader.Read(Held + line).ItemsOf(ItemKind.Recommendation).Select(item => item.Text));

    [Fact]
    public void Commissions_of_the_provinces_belong_to_their_committees()
    {
        var draft = MinutesReader.Read("Sáng 14/02/2022, Ban Nội chính Trung ương tổ chức hội nghị giao ban. Đồng chí Phan Thị Mẫu, Phó Trưởng Ban Nội chính "
            + "Trung ương chủ trì.\nKết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu ban nội chính các tỉnh ủy, thành ủy rà soát án tồn.");

        Assert.Equal([Addressee.ProvincialCommittees], draft.Items.Select(item => item.Addressee?.Value));
    }

    [Theory]
    [InlineData("Buổi giao ban bắt đầu lúc 14 giờ.", DaySession.Afternoon)]
    [InlineData("Hội nghị khai mạc lúc 8h.", DaySession.Morning)]
    public void The_hour_of_opening_gives_the_session(string line, DaySession session) =>
        Assert.Equal(session, MinutesReader.Read(Held.Replace("Sáng ", "Ngày ", StringComparison.Ordinal) + line).Session?.Value);

    [Fact]
    public void Minutes_name_their_office_at_the_top_without_a_motto()
    {
        var draft = MinutesReader.Read("HUYỆN ỦY BÌNH LỤC\nVĂN PHÒNG\n-----\nBIÊN BẢN HỌP GIAO BAN THÁNG 8/2021\n\nThời gian: 8 giờ, ngày 06/9/2021\n"
            + "Chủ trì: đồng chí Lê Văn Mẫu, Chánh Văn phòng Huyện ủy.\nCác bộ phận phân công việc tháng 9.");

        Assert.Equal(("Văn phòng Huyện ủy Bình Lục", "M8-2021"), (draft.Organiser?.Text, draft.Period?.Text));
    }

    [Fact]
    public void Where_a_connection_goes_out_from_is_a_point() =>
        Assert.Equal(["Hà Nội", "Đà Nẵng"], MinutesReader.Read(
            "Sáng 14/02/2022, Văn phòng Trung ương Đảng tổ chức hội nghị trực tuyến từ Hà Nội tới điểm cầu Đà Nẵng.")
            .ConnectionPoints.Select(point => point.Place.Text));

    [Fact]
    public void What_is_granted_first_is_not_what_is_told()
    {
        var draft = MinutesReader.Read(Held + "Năm qua, dẫu thời tiết thất thường, sản lượng lúa vẫn đạt 102% kế hoạch; số hộ nghèo giảm 30 hộ.");

        Assert.Equal([ItemKind.Achievement, ItemKind.Achievement], draft.Items.Select(item => item.Kind));
    }

    [Fact]
    public void Crime_among_the_faults_a_leader_names_is_a_fault()
    {
        var draft = MinutesReader.Read("Sáng 25/11/2024, đồng chí Hồ Văn Mẫu, Phó Bí thư Thường trực Tỉnh ủy chủ trì Hội nghị giao ban quý IV/2024.\n"
            + "Đồng chí Hồ Văn Mẫu ghi nhận nỗ lực của các đơn vị; tuy nhiên, giải ngân vốn đầu tư còn chậm. Thiết chế văn hóa vừa thiếu vừa yếu. "
            + "Tội phạm còn diễn biến phức tạp, nhất là tội phạm ma túy.\nThời gian tới, đồng chí Phó Bí thư Thường trực Tỉnh ủy yêu cầu các đơn vị "
            + "chủ động phòng ngừa tội phạm dịp cuối năm.");

        Assert.Equal(3, draft.ItemsOf(ItemKind.Shortcoming).Count());
    }
}
