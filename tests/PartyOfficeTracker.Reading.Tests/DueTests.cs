namespace PartyOfficeTracker.Reading.Tests;

/// <summary>The deadline words of a directive are those of the report, capitals and all.</summary>
public class DueTests
{
    private const string Opening =
        "Sáng 6/1/2021, Văn phòng Tỉnh ủy Hà Nam tổ chức hội nghị tổng kết công tác năm 2020. Đồng chí Phan Thị Mẫu, Chánh Văn phòng Tỉnh ủy chủ trì "
        + "hội nghị.\n\n";

    [Theory]
    [InlineData("yêu cầu trước Tết Nguyên đán 2021, các văn phòng báo cáo số xe công.", "trước Tết Nguyên đán 2021", "2021-02-11")]
    [InlineData("yêu cầu trong quý IV, các văn phòng kiểm kê tài sản.", "quý IV", "2021-12-31")]
    [InlineData("đề nghị các văn phòng kiểm kê tài sản trong quý IV năm 2021.", "quý IV năm 2021", "2021-12-31")]
    [InlineData("yêu cầu các văn phòng nộp sổ trực trước ngày 15/3/2021.", "trước ngày 15/3/2021", "2021-03-14")]
    [InlineData("đề nghị từ nay đến cuối năm các tỉnh ủy, thành ủy kiểm kê tài sản.", "từ nay đến cuối năm", "2021-12-31")]
    [InlineData("yêu cầu trước Đại hội XIII của Đảng, các văn phòng kiểm tra hội trường.", "trước Đại hội XIII của Đảng", "2021-01-24")]
    public void Due_IsInTheWordsOfTheReport(string order, string due, string end)
    {
        var draft = MinutesReader.Read(Opening + "Kết luận hội nghị, đồng chí Phan Thị Mẫu " + order);

        var directive = Assert.Single(draft.ItemsOf(ItemKind.Directive));
        Assert.Equal(due, directive.Due);
        Assert.Equal(DateOnly.ParseExact(end, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), directive.Deadline?.End);
    }

    [Theory]
    [InlineData("1. 6 tháng đầu năm 2021, rà soát sổ.\n2. Trong dịp tết Nguyên đán Tân Sửu 2021, trực đủ ca.", DeadlineKind.PeriodEnd, "2021-02-14")]
    [InlineData("1. Trong quý III, rà soát sổ.\n2. Hằng quý, tháng, tuần, báo cáo tình hình.", DeadlineKind.Standing, null)]
    [InlineData("1. Trong quý III, rà soát sổ.\n2. Đầu tháng 3 năm 2021, nộp báo cáo.", DeadlineKind.PeriodEnd, "2021-03-10")]
    [InlineData("1. Trong quý III, rà soát sổ.\n2. Từ ngày 01/02/2021 đến ngày 10/02/2021, trực đủ ca.", DeadlineKind.Fixed, "2021-02-10")]
    [InlineData("1. Trong quý III, rà soát sổ.\n2. Đến năm 2025, số hóa xong kho lưu trữ.", DeadlineKind.PeriodEnd, "2025-12-31")]
    [InlineData("1. Trong quý III, rà soát sổ.\n2. Trực đủ ca trong dịp tết Nguyên đán Tân Sửu 2021.", DeadlineKind.PeriodEnd, "2021-02-14")]
    [InlineData("1. Trong quý III, rà soát sổ.\n2. Thông tin thông suốt từ nay đến Đại hội XIII của Đảng.", DeadlineKind.PeriodEnd, "2021-01-24")]
    [InlineData("1. Trong quý III, rà soát sổ.\n2. Báo cáo tình hình hằng quý, tháng, tuần.", DeadlineKind.Standing, null)]
    [InlineData("1. Trong quý III, rà soát sổ.\n2. Số hóa xong tài liệu trong 6 tháng đầu năm 2021.", DeadlineKind.PeriodEnd, "2021-06-30")]
    public void Task_WithADeadlineOfItsOwn_TakesNotThatOfTheOneBefore(string tasks, DeadlineKind kind, string? end)
    {
        var draft = MinutesReader.Read(Opening + "Kết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu các văn phòng:\n" + tasks);

        var last = draft.ItemsOf(ItemKind.Directive).Last();
        Assert.Equal(kind, last.Deadline?.Kind);
        Assert.Equal(end, last.Deadline?.End?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void TaskWithoutADeadline_HasNone()
    {
        var draft = MinutesReader.Read(Opening + "Kết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu các văn phòng kiểm kê tài sản.");

        var directive = Assert.Single(draft.ItemsOf(ItemKind.Directive));
        Assert.Null(directive.Due);
        Assert.Null(directive.Deadline?.End);
    }

    [Theory]
    [InlineData("trước ngày 15/4/22", "trước ngày 15/4/22", DeadlineKind.Fixed, "2022-04-14")]
    [InlineData("trước ngày 8/3 âm lịch", "trước ngày 8/3 âm lịch", DeadlineKind.Conditional, null)]
    [InlineData("trước ngày 20 tháng Chạp", "trước ngày 20 tháng Chạp", DeadlineKind.Conditional, null)]
    [InlineData("trước 16h30 ngày 12/2/2021", "trước 16h30 ngày 12/2/2021", DeadlineKind.Fixed, "2021-02-12")]
    [InlineData("trước 9 giờ ngày 12/2/2021", "trước 9 giờ ngày 12/2/2021", DeadlineKind.Fixed, "2021-02-12")]
    [InlineData("không muộn hơn ngày 12-2-2021", "không muộn hơn ngày 12-2-2021", DeadlineKind.Fixed, "2021-02-12")]
    [InlineData("không chậm hơn 12/2/2021", "không chậm hơn 12/2/2021", DeadlineKind.Fixed, "2021-02-12")]
    [InlineData("chậm nhất là ngày 12.2.2021", "chậm nhất là ngày 12.2.2021", DeadlineKind.Fixed, "2021-02-12")]
    [InlineData("hạn cuối là 12/2/2021", "hạn cuối là 12/2/2021", DeadlineKind.Fixed, "2021-02-12")]
    [InlineData("; hạn hoàn thành: 12/2/2021", "hạn hoàn thành: 12/2/2021", DeadlineKind.Fixed, "2021-02-12")]
    [InlineData("; thời hạn: quý II/2021", "thời hạn: quý II/2021", DeadlineKind.PeriodEnd, "2021-06-30")]
    [InlineData("xong trước ngày 20 tháng 4 năm 2021", "trước ngày 20 tháng 4 năm 2021", DeadlineKind.Fixed, "2021-04-19")]
    [InlineData("đến hết ngày 20/4/2021", "hết ngày 20/4/2021", DeadlineKind.Fixed, "2021-04-20")]
    [InlineData("hết tháng 11/2021", "hết tháng 11/2021", DeadlineKind.PeriodEnd, "2021-11-30")]
    [InlineData("xong trong năm 2022", "năm 2022", DeadlineKind.PeriodEnd, "2022-12-31")]
    [InlineData("trong tuần đầu tháng 5", "tuần đầu tháng 5", DeadlineKind.PeriodEnd, null)]
    [InlineData("trong vòng 20 ngày kể từ ngày 1/3/2021", "vòng 20 ngày kể từ ngày 1/3/2021", DeadlineKind.Fixed, "2021-03-21")]
    [InlineData("trong 15 ngày làm việc kể từ ngày 1/3/2021", "15 ngày làm việc kể từ ngày 1/3/2021", DeadlineKind.Conditional, null)]
    [InlineData("trong 15 ngày kể từ ngày ký thông báo", "15 ngày kể từ ngày ký thông báo", DeadlineKind.Conditional, null)]
    [InlineData("trước cuối tháng 4", "trước cuối tháng 4", DeadlineKind.PeriodEnd, null)]
    [InlineData("vào ngày 30/6/2021", "vào ngày 30/6/2021", DeadlineKind.Fixed, "2021-06-30")]
    [InlineData("trước phiên họp tới", "trước phiên họp tới", DeadlineKind.Conditional, null)]
    [InlineData("trước ngày mùng 7 Tết", "trước ngày mùng 7 Tết", DeadlineKind.Conditional, null)]
    [InlineData("trong 5 ngày làm việc sau hội nghị", "5 ngày làm việc sau hội nghị", DeadlineKind.Conditional, null)]
    [InlineData("trước ngày 20 hằng tháng", "trước ngày 20 hằng tháng", DeadlineKind.Standing, null)]
    [InlineData("vào ngày 5 của tháng đầu quý", "ngày 5 của tháng đầu quý", DeadlineKind.Standing, null)]
    public void Task_ThatNamesItsOwnDeadline_HasThatAndNoGuess(string words, string due, DeadlineKind kind, string? last)
    {
        var task = Assert.Single(PracticeReport.Read("Kết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu các văn phòng gửi bản kê hồ sơ " + words + ".").Items);

        Assert.Equal((due, kind, last),
            (task.Due, task.Deadline!.Kind, task.Deadline.End?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void WhoAReportGoesTo_IsNotWhoWritesIt()
    {
        var draft = PracticeReport.Read(
            "Kết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu các văn phòng tỉnh ủy sửa quy chế; gửi báo cáo về Văn phòng Trung ương Đảng.");

        Assert.All(draft.Items, item => Assert.Equal(Addressee.ProvincialOffices, item.Addressee!.Value));
    }
}
