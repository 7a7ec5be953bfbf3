namespace PartyOfficeTracker.Reading.Tests;

/// <summary>What is page, headline, heading, signature or sentence; each of these was read wrongly once.</summary>
public class PageLayoutTests
{
    [Fact]
    public void Headings_InCapitals_OpenTheirParts()
    {
        var draft = PracticeReport.Read(
            "KẾT QUẢ\n• Phục vụ trọn vẹn đại hội ở 12 xã.\n\nVIỆC CHƯA TRÒN\n• Hồ sơ bổ sung chậm, lệch giữa sổ và máy.\n\nCƠ SỞ ĐỀ XUẤT\n"
            + "• Tỉnh ủy sớm có hướng dẫn về phụ cấp.\n\nKẾ HOẠCH 6 THÁNG CUỐI NĂM CỦA VĂN PHÒNG TỈNH ỦY\n• Mở 4 lớp bồi dưỡng cho cấp xã.\n\n"
            + "CHÁNH VĂN PHÒNG CHỐT\n• Các văn phòng làm sạch dữ liệu trước 30/9.");

        Assert.Equal(
            [ItemKind.Achievement, ItemKind.Shortcoming, ItemKind.Recommendation, ItemKind.PlannedTask, ItemKind.Directive],
            draft.Items.Select(item => item.Kind));
    }

    [Fact]
    public void Sentence_EndingInARomanNumeral_EndsThere()
    {
        var draft = PracticeReport.Read(
            "Kết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu các văn phòng nộp báo cáo ngay trong quý I. Với các huyện, phải lập xong danh sách cán bộ.");

        Assert.Equal(2, draft.ItemsOf(ItemKind.Directive).Count());
    }

    [Fact]
    public void Outlet_InBracketsBehindTheName_IsTheOutlet()
    {
        var draft = PracticeReport.Read("Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy.\n\nHoa Mẫu (TTXVN/Vietnam+)");

        Assert.Equal("TTXVN/Vietnam+", draft.Outlet?.Text);
    }

    [Fact]
    public void Cells_OfATable_AreNoPlaceAndNoAuthor()
    {
        var draft = PracticeReport.Read("Điểm cầu\tChủ trì\nHà Nội\tTrần Thị Hoa\nCà Mau\tLê Văn Nam");

        Assert.DoesNotContain(draft.ConnectionPoints, point => point.Place.Text == "Chủ");
        Assert.Null(draft.Author);
    }

    [Theory]
    [InlineData("A A")]
    [InlineData("Theo dõi Báo Mẫu trên Google News")]
    public void FootOfThePage_IsNoAuthor(string foot)
    {
        Assert.Null(PracticeReport.Read("Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy.\n\n" + foot).Author);
    }

    [Fact]
    public void Signature_OfInitials_IsTheAuthor()
    {
        Assert.Equal("V.D", PracticeReport.Read("Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy.\n\nV.D").Author?.Text);
    }

    [Fact]
    public void Bullet_ThatNamesResults_IsNoHeading()
    {
        var draft = PracticeReport.Read(
            "Kết luận hội nghị, đồng chí Phan Thị Mẫu nhấn mạnh quý III, ngành tập trung các việc sau:\n\n• Chọn mô hình hay để nhân rộng;\n\n"
            + "• Tuyên truyền kết quả kỳ họp đầu tiên của hội đồng;\n\n• Củng cố đội ngũ cộng tác viên, mỗi xã có ít nhất 2 người.");

        Assert.Equal(3, draft.ItemsOf(ItemKind.Directive).Count());
    }

    [Theory]
    [InlineData("Trang nhất | Tin hoạt động | Xây dựng Đảng | Doanh nghiệp | Công đoàn - Thanh niên - Phụ nữ | Thư viện ảnh | Hỏi đáp")]
    [InlineData("Chính trị » Xây dựng Đảng")]
    [InlineData("Báo Mẫu điện tử")]
    [InlineData("leftcenterrightdel")]
    public void Title_IsTheHeadlineAndNotThePageAboveIt(string above)
    {
        var draft = MinutesReader.Read(above + "\n\nDân vận phải đi bằng đôi chân ở vùng cao\n\n" + PracticeReport.Opening);

        Assert.Equal("Dân vận phải đi bằng đôi chân ở vùng cao", draft.Title?.Text);
    }

    [Fact]
    public void Sentence_EndingInSo_EndsThere()
    {
        var draft = PracticeReport.Read(
            "Kết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu các văn phòng thôi đăng ký cho đủ số. Trước ngày 20/4, các huyện lập xong danh sách.");

        Assert.Equal(2, draft.ItemsOf(ItemKind.Directive).Count());
    }

    [Fact]
    public void LinkBox_BelowTheArticle_IsSetAside_AndTheSignatureRead()
    {
        var draft = PracticeReport.Read(
            "Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy.\n\nBài, ảnh: NGUYÊN MẪU\n\nTIN, BÀI LIÊN QUAN\n * Bình Lục: Kỷ luật 9 đảng viên\n"
            + " * Lý Nhân thay 3 bí thư chi bộ");

        Assert.Single(draft.Items);
        Assert.Equal("NGUYÊN MẪU", draft.Author?.Text);
    }

    [Fact]
    public void MenuInColumns_SaysNothingOfTheConference()
    {
        var draft = MinutesReader.Read("Thời sự   Chuyên mục   Truyền hình trực tuyến   Lịch phát sóng\n\n" + PracticeReport.Opening);

        Assert.Null(draft.Form);
    }

    [Fact]
    public void RowOfATable_IsNoMenu()
    {
        var draft = MinutesReader.Read("Nộp báo cáo năm\tVăn phòng Tỉnh ủy\tTrước 15/2\n\n" + PracticeReport.Opening);

        Assert.DoesNotContain(draft.Blocks, block => block.Kind == BlockKind.Furniture && block.Span.Start == 0);
    }
}
