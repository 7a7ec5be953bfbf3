namespace PartyOfficeTracker.Reading.Tests;

/// <summary>Nothing listed belongs to the page: a line with a mark in front is somebody's text, whatever word it begins with.</summary>
public class ListedLinesTests
{
    private const string Orders = "Kết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu các văn phòng huyện ủy:\n";

    private static string[] Tasks(string list) => [.. PracticeReport.Read(Orders + list).ItemsOf(ItemKind.Directive).Select(item => item.Text)];

    [Theory]
    [InlineData("Thống kê hồ sơ đảng viên chuyển sinh hoạt.")]
    [InlineData("Bình luận trái chiều trên mạng phải được nắm và báo cáo.")]
    [InlineData("Nơi nhận văn bản phải ghi đủ, đúng thẩm quyền.")]
    [InlineData("Liên hệ với bưu điện tỉnh để mở thêm tuyến.")]
    [InlineData("Cập nhật lịch tuần của cấp ủy, xong trước ngày 20/2/2021.")]
    [InlineData("Tìm kiếm mặt bằng cho kho lưu trữ.")]
    [InlineData("Đăng ký chữ ký số cho cán bộ mới.")]
    [InlineData("8h00 ngày 15/2/2021 gửi xong báo cáo nhanh.")]
    [InlineData("Ảnh hiện vật phòng truyền thống phải chụp lại toàn bộ.")]
    [InlineData("Hình ảnh tại phòng truyền thống cần thay mới.")]
    [InlineData("[Mật khẩu] phải đổi ba tháng một lần.")]
    [InlineData("Video tuyên truyền đại hội phải duyệt trước khi phát.")]
    [InlineData("Soat lai quy che tiep khach cua co quan.")]
    public void Bullet_ThatBeginsLikeThePage_IsATask(string task)
    {
        Assert.Equal(["Sửa quy chế làm việc.", task, "Mở lớp văn thư cho xã."], Tasks($"- Sửa quy chế làm việc.\n- {task}\n- Mở lớp văn thư cho xã."));
        Assert.Equal([task, "Mở lớp văn thư cho xã."], Tasks($"1. {task}\n2. Mở lớp văn thư cho xã."));
    }

    [Fact]
    public void TheSecondOfAList_IsNoDayOfTheWeek()
    {
        var tasks = Tasks("Thứ nhất, sửa quy chế làm việc.\nThứ hai, mở lớp văn thư cho xã.\nThứ ba, kiểm tra kho lưu trữ.\nThứ tư, dọn trụ sở cũ.");

        Assert.Equal(["sửa quy chế làm việc.", "mở lớp văn thư cho xã.", "kiểm tra kho lưu trữ.", "dọn trụ sở cũ."], tasks);
    }

    [Fact]
    public void ATask_ListedTwice_IsNoPicture() =>
        Assert.Equal(2, Tasks("- Báo cáo kết quả về Văn phòng Tỉnh ủy.\n- Dọn trụ sở cũ.\n- Báo cáo kết quả về Văn phòng Tỉnh ủy.").Distinct().Count());

    [Theory]
    [InlineData("1/", "2/")]
    [InlineData("1-", "2-")]
    [InlineData("1.", "2.")]
    [InlineData("(1)", "(2)")]
    [InlineData("1.-", "2.-")]
    public void PrintedNumber_IsTheNumberAndNoPartOfTheText(string first, string second)
    {
        var draft = PracticeReport.Read($"{Orders}{first} Sửa quy chế làm việc.\n{second} Mở lớp văn thư cho xã.");

        Assert.Equal([("1", "Sửa quy chế làm việc."), ("2", "Mở lớp văn thư cho xã.")], draft.Items.Select(item => (item.Number, item.Text)));
    }

    [Theory]
    [InlineData("1.Sửa quy chế làm việc.\n2.Mở lớp văn thư cho xã.")]
    [InlineData("a/ Sửa quy chế làm việc.\nb/ Mở lớp văn thư cho xã.")]
    [InlineData("a) Sửa quy chế làm việc.\nb) Mở lớp văn thư cho xã.")]
    [InlineData("i) Sửa quy chế làm việc.\nii) Mở lớp văn thư cho xã.")]
    [InlineData("I. Sửa quy chế làm việc.\nII. Mở lớp văn thư cho xã.")]
    [InlineData("a- Sửa quy chế làm việc.\nb- Mở lớp văn thư cho xã.")]
    [InlineData("2.1. Sửa quy chế làm việc.\n2.2. Mở lớp văn thư cho xã.")]
    [InlineData("\uF0B7 Sửa quy chế làm việc.\n\uF0A7 Mở lớp văn thư cho xã.")]
    [InlineData("➢ Sửa quy chế làm việc.\n✓ Mở lớp văn thư cho xã.")]
    [InlineData("Một là, Sửa quy chế làm việc.\nHai là, Mở lớp văn thư cho xã.")]
    public void Mark_OfAList_IsNoPartOfTheText(string list) => Assert.Equal(["Sửa quy chế làm việc.", "Mở lớp văn thư cho xã."], Tasks(list));

    [Fact]
    public void Heading_OfALetteredList_KeepsForWhomItIs()
    {
        var draft = MinutesReader.Read(
            "Sáng 6/1/2021, Văn phòng Trung ương Đảng tổ chức hội nghị giao ban. Đồng chí Phan Thị Mẫu, Phó Chánh Văn phòng chủ trì.\n"
            + "Kết luận, đồng chí Phan Thị Mẫu yêu cầu:\n1. Đối với Văn phòng Trung ương Đảng\na) Lập tổ giúp việc.\n"
            + "2. Đối với văn phòng các tỉnh ủy, thành ủy trong vùng\na) Sửa quy chế làm việc.");

        Assert.Equal([("Lập tổ giúp việc.", Addressee.CentralOffice), ("Sửa quy chế làm việc.", Addressee.ProvincialOffices)],
            draft.Items.Select(item => (item.Text, item.Addressee!.Value)));
    }

    [Fact]
    public void LetteredLines_WithSemicolonsOrNoMarkAtTheirEnd_AreTasks()
    {
        Assert.Equal(["Sửa quy chế làm việc", "Mở lớp văn thư cho xã."], Tasks("a) Sửa quy chế làm việc;\nb) Mở lớp văn thư cho xã."));
        Assert.Equal(["Sửa quy chế làm việc", "Mở lớp văn thư cho xã"], Tasks("a) Sửa quy chế làm việc\nb) Mở lớp văn thư cho xã"));
    }
}
