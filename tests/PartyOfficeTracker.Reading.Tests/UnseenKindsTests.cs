namespace PartyOfficeTracker.Reading.Tests;

/// <summary>Kinds of lines that reports nobody here had met were misread by, each in a sentence of its own.</summary>
public class UnseenKindsTests
{
    private const string Held = "Sáng 14/02/2022, Văn phòng Tỉnh ủy Hà Nam tổ chức hội nghị sơ kết công tác. "
        + "Đồng chí Phan Thị Mẫu, Chánh Văn phòng Tỉnh ủy chủ trì.\n";
    private const string Result = "Quý qua, Văn phòng đã hoàn thành 12 đề án đúng hạn.\n";

    [Theory]
    [InlineData("https://vanphong.example/tin/31-hop-quy")]
    [InlineData("(không có địa chỉ, chép tay)")]
    public void The_words_a_text_was_found_by_are_none_of_its_own(string address)
    {
        var draft = MinutesReader.Read(
            address + "\nBan Dân vận Trung ương giao ban trực tuyến, tổng kết năm, kiến nghị, hạn chế\n# chép lại từ mạng\n" + Held + Result);

        Assert.Equal(("Văn phòng Tỉnh ủy Hà Nam", null), (draft.Organiser?.Text, draft.Form?.Value));
        Assert.NotEqual(ReportKind.Briefing, draft.Kind?.Value);
        Assert.Single(draft.Items);
    }

    [Theory]
    [InlineData("Sau báo cáo do đồng chí Lê Văn Mẫu trình bày, 12 ý kiến đã phát biểu về chỉnh lý tài liệu; về nền nếp trực.")]
    [InlineData("Nội dung bàn thảo gồm kết quả nửa năm; 01 năm thực hiện Nghị quyết số 25-NQ/TW; việc tiếp dân.")]
    [InlineData("Chương trình hội nghị gồm các phần: nghe 15 quận ủy đăng ký đơn vị làm điểm; thảo luận về độ tuổi tái cử.")]
    [InlineData("Phần thảo luận dành cho việc biên tập văn kiện, trong đó bàn kỹ bố cục.")]
    [InlineData("Các đại biểu nghe đồng chí Phan Thị Mẫu nói về dự thảo văn kiện; về thuận lợi khi chuẩn bị đại hội.")]
    [InlineData("Các đại biểu góp ý về cách chấm điểm thi đua; về lịch trực.")]
    [InlineData("Hội nghị đã dành nhiều thời gian trao đổi việc mua máy quét.")]
    [InlineData("Đồng chí Phan Thị Mẫu, Chánh Văn phòng cung cấp thông tin cho hội nghị. |")]
    [InlineData("Đồng chí Lê Văn Mẫu tuyên bố lý do, thông qua chương trình: nghe báo cáo; bàn nhiệm vụ tháng 3.")]
    [InlineData("Ở các huyện, thành phần gồm bí thư huyện ủy; phó bí thư thường trực; lãnh đạo văn phòng.")]
    [InlineData("Có mặt: 21/23 đồng chí.")]
    [InlineData("Chú thích: số liệu tính đến hết tháng 3.")]
    [InlineData("Nơi làm tốt có Lý Nhân, Bình Lục, Kim Bảng, Duy Tiên.")]
    [InlineData("Chánh Văn phòng ghi nhận, đánh giá cao sự vào cuộc của các phòng.")]
    [InlineData("Nếu các tồn tại này chậm được khắc phục thì sẽ ảnh hưởng đến chất lượng phục vụ.")]
    [InlineData("Năm 2022 là năm có nhiều thay đổi về tổ chức.")]
    [InlineData("Nhất trí với báo cáo và các ý kiến đã nêu.")]
    [InlineData("Bản tin hôm nay đến đây là hết.")]
    [InlineData("Kính chúc các đồng chí mạnh khỏe.")]
    [InlineData("Chương trình do Lê Văn Mẫu biên tập.")]
    [InlineData("Xin cảm ơn quý độc giả đã theo dõi.")]
    [InlineData("10h40 | Giải lao 15 phút.")]
    public void What_tells_of_the_meeting_and_of_the_paper_is_no_item(string line) =>
        Assert.Equal(["đã hoàn thành 12 đề án đúng hạn"], Texts(MinutesReader.Read(Held + Result + line)));

    [Fact]
    public void Notes_below_a_table_are_about_the_table()
    {
        var draft = MinutesReader.Read(Held
            + "Nhiệm vụ\nSTT\tNội dung\tĐơn vị chủ trì\tThời hạn\n1\tKiểm kê kho lưu trữ\tPhòng Lưu trữ\t25/3/2022\n"
            + "2\tSửa quy chế làm việc\tPhòng Tổng hợp\t30/3/2022\n\n"
            + "Ghi chú:\n- Bảng này thay cho bảng gửi ngày 10/2/2022.\n- Nhiệm vụ số 1 là nhiệm vụ chuyển tiếp.");

        Assert.Equal(["Kiểm kê kho lưu trữ", "Sửa quy chế làm việc"], draft.Items.Select(item => item.Text));
    }

    [Fact]
    public void A_conclusion_judges_before_it_orders_and_a_list_says_which()
    {
        var draft = MinutesReader.Read(Held
            + "Kết luận hội nghị, đồng chí Phan Thị Mẫu đánh giá: việc tiếp dân đã vào nền nếp, đạt 98% đúng hạn; kho lưu trữ đã được sửa xong. "
            + "Đồng chí yêu cầu Phòng Quản trị kiểm kê tài sản trước ngày 15/3/2022.");

        Assert.Equal([ItemKind.Achievement, ItemKind.Achievement, ItemKind.Directive], draft.Items.Select(item => item.Kind));
    }

    [Fact]
    public void Each_sentence_of_a_numbered_paragraph_is_read_for_itself()
    {
        var draft = MinutesReader.Read(Held.TrimEnd('\n') + " Nội dung kết luận như sau:\n"
            + "1. Năm 2021 là năm có nhiều thay đổi. Trong bối cảnh đó, các phòng đã làm được những việc chính sau đây:\n"
            + "- Tiếp nhận, xử lý 148 lượt văn bản, đạt 97,2%.\n- Thu nộp 12 mét giá tài liệu, không để hư hỏng.\n"
            + "2. Nhiệm vụ\n2.1. Phòng Tổng hợp sửa quy chế trước ngày 15/3/2022.");

        Assert.Equal([ItemKind.Achievement, ItemKind.Achievement, ItemKind.Directive], draft.Items.Select(item => item.Kind));
    }

    [Fact]
    public void What_one_entry_of_a_report_quotes_as_ordered_does_not_carry_to_the_next_topic()
    {
        var draft = MinutesReader.Read("TỈNH ỦY HÀ NAM\tĐẢNG CỘNG SẢN VIỆT NAM\nVĂN PHÒNG\tHà Nam, ngày 20 tháng 02 năm 2022\n\n"
            + "BÁO CÁO\nkết quả công tác quý I năm 2022\n\n"
            + "I- KẾT QUẢ THỰC HIỆN\n\n1. Công tác lễ tân\n\nĐón tiếp 64 đoàn khách chu đáo. "
            + "Thực hiện ý kiến của Thường trực Tỉnh ủy, trong đó yêu cầu khắc phục tình trạng "
            + "báo cáo hai số liệu, Văn phòng đã lập đầu mối tổng hợp duy nhất.\n\n"
            + "2. Công tác đoàn thể\n\n(1) Đảng bộ cơ quan kết nạp 06 đảng viên.\n(2) Công đoàn vận "
            + "động ủng hộ 12 triệu đồng.\n");

        Assert.All(draft.Items, item => Assert.Equal(ItemKind.Achievement, item.Kind));
        Assert.True(draft.Items.Count >= 4, string.Join(" | ", Texts(draft)));
    }

    [Theory]
    [InlineData("Văn phòng huyện ủy các địa phương nộp lưu hồ sơ trước ngày 15/3/2022.", Addressee.All)]
    [InlineData("văn phòng các tỉnh ủy, thành ủy gửi báo cáo trước ngày 15/3/2022.", Addressee.ProvincialOffices)]
    [InlineData("các văn phòng tỉnh ủy gửi báo cáo trước ngày 15/3/2022.", Addressee.ProvincialOffices)]
    public void An_office_that_a_local_body_names_is_its_own(string task, Addressee addressee)
    {
        var draft = MinutesReader.Read(Held + "Kết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu " + task);

        Assert.Equal(addressee, Assert.Single(draft.ItemsOf(ItemKind.Directive)).Addressee?.Value);
    }

    [Fact]
    public void A_month_in_the_name_of_the_meeting_is_its_period_and_its_year_that_of_the_day()
    {
        var draft = MinutesReader.Read("Hội nghị trực tuyến báo cáo viên tháng 1-2019 họp ngày 17-1, "
            + "nối 475 điểm cầu trong cả nước, đồng chí Lê Văn Mẫu, Phó Trưởng Ban "
            + "Tuyên giáo Trung ương chủ trì.\nCác báo cáo viên đã tuyên truyền 12 chuyên đề đúng hạn.");

        Assert.Equal(("2019-01-17", "M1-2019", "Lê Văn Mẫu"), (draft.Date?.Text, draft.Period?.Text, Assert.Single(draft.Chairs).Name.Text));
    }

    [Fact]
    public void The_year_a_meeting_met_in_is_no_period_it_reviewed_and_who_came_to_a_town_sat_there()
    {
        var draft = MinutesReader.Read("Chánh văn phòng các tỉnh ủy hôm nay (17/7) về Đà Nẵng dự hội nghị năm 2014 do Văn phòng Trung ương Đảng tổ chức.");

        Assert.Equal(("2014-07-17", null, ReportForm.InPerson), (draft.Date?.Text, draft.Period?.Text, draft.Form?.Value));
    }

    [Fact]
    public void A_headline_with_a_colon_names_the_organiser_and_one_title_keeps_its_commas()
    {
        var draft = MinutesReader.Read("Ban Dân vận Trung ương: hội nghị toàn quốc tổng kết công tác năm 2021\n\n"
            + "Sáng 14/02/2022, đồng chí Lê Văn Mẫu, Phó Trưởng ban Thường trực "
            + "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực chủ trì hội nghị, triển khai Quyết định 217, 218-QĐ/TW của Bộ Chính trị.");

        Assert.Equal("Ban Dân vận Trung ương", draft.Organiser?.Text);
        Assert.EndsWith("phòng, chống tham nhũng, tiêu cực", Assert.Single(draft.Chairs).Title?.Text, StringComparison.Ordinal);
        Assert.Equal(["217-QĐ/TW", "218-QĐ/TW"], draft.Documents.Select(document => document.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_equals_nothing_is_recommended()
    {
        var draft = MinutesReader.Read(Held + Result
            + "Phát biểu thảo luận, đại biểu huyện Lý Nhân đề nghị các xã lân cận phối hợp giữ trật tự; đề nghị Trung ương sớm ban hành định mức.");

        Assert.EndsWith("Trung ương sớm ban hành định mức.", Assert.Single(draft.ItemsOf(ItemKind.Recommendation)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_that_only_says_that_faults_remain_announces_them_and_a_cause_is_none()
    {
        var draft = MinutesReader.Read(Held + Result + "Tuy nhiên, công tác lưu trữ vẫn còn không ít hạn chế. "
            + "Việc nộp lưu hồ sơ còn chậm. Vì đường xa, vì cán bộ mới chưa quen việc.");

        Assert.Equal(["Việc nộp lưu hồ sơ còn chậm"], draft.ItemsOf(ItemKind.Shortcoming).Select(item => item.Text.TrimEnd('.')));
    }

    private static IEnumerable<string> Texts(MinutesDraft draft) =>
        draft.Items.Select(item => item.Text.TrimEnd('.').Replace("Văn phòng ", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("Đồng chí Lê Văn Mẫu, Phó Bí thư Tỉnh ủy biểu dương tập thể văn phòng và chỉ đạo: các phòng đổi mới lề lối làm việc; rà soát quy chế.")]
    [InlineData("Đồng chí Lê Văn Mẫu, Phó Bí thư Tỉnh ủy ghi nhận nỗ lực của văn phòng và giao các phòng đổi mới lề lối làm việc; rà soát quy chế.")]
    public void Who_praises_and_goes_on_to_order_orders(string told)
    {
        var draft = MinutesReader.Read(Held + Result + told);

        Assert.Equal(2, draft.Items.Count(item => item.Kind == ItemKind.Directive));
    }

    [Theory]
    [InlineData("2.1. Phòng Tổng hợp rà soát quy chế.\n2.2. Phòng Lưu trữ lập đủ hồ sơ.", "2.1", "2.2")]
    [InlineData("a) Phòng Tổng hợp rà soát quy chế.\nb) Phòng Lưu trữ lập đủ hồ sơ.", "a", "b")]
    [InlineData("(1) Phòng Tổng hợp rà soát quy chế.\n(2) Phòng Lưu trữ lập đủ hồ sơ.", "1", "2")]
    public void A_task_keeps_what_is_printed_before_it(string tasks, string first, string second)
    {
        var draft = MinutesReader.Read(Held + "Đồng chí Phan Thị Mẫu, Chánh Văn phòng Tỉnh ủy kết luận, yêu cầu các phòng thực hiện các việc sau:\n" + tasks);

        Assert.Equal([first, second], draft.Items.Where(item => item.Kind == ItemKind.Directive).Select(item => item.Number));
    }

    [Fact]
    public void The_beginning_of_a_quarter_is_a_deadline()
    {
        var draft = MinutesReader.Read(Held + Result + "Đồng chí Phan Thị Mẫu yêu cầu:\n- Phòng Tổng hợp ban hành quy chế ngay đầu quý II/2022.");

        Assert.Equal("đầu quý II/2022", Assert.Single(draft.ItemsOf(ItemKind.Directive)).Due);
    }

    [Fact]
    public void Who_holds_it_with_another_is_the_organiser()
    {
        var draft = MinutesReader.Read("Ngày 21/7/2022, Văn phòng Trung ương Đảng phối hợp với Tỉnh ủy Lào Cai tổ chức Hội nghị giao ban "
            + "công tác văn phòng cấp ủy. Hội nghị được kết nối trực tuyến tới 12 huyện.");

        Assert.Equal(("Văn phòng Trung ương Đảng", ReportForm.Online), (draft.Organiser?.Text, draft.Form?.Value));
    }

    [Fact]
    public void A_year_of_the_accounts_is_not_the_time_looked_back_on()
    {
        var draft = MinutesReader.Read("Về tài chính, các văn phòng đã mua sắm tập trung đúng quy định, 9 tỉnh hoàn thành quyết toán năm 2017 trước hạn.");

        Assert.Null(draft.Period);
    }
}
