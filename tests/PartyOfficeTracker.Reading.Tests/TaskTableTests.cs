namespace PartyOfficeTracker.Reading.Tests;

/// <summary>A table of tasks is read by its columns, however it was pasted.</summary>
public class TaskTableTests
{
    private const string Orders = "Đồng chí Phan Thị Mẫu kết luận, phân công nhiệm vụ như sau:\n";

    private static void HasBothTasks(MinutesDraft draft)
    {
        Assert.Equal([ItemKind.Directive, ItemKind.Directive], draft.Items.Select(item => item.Kind));
        Assert.Equal(["Soạn nội quy nhà khách của Tỉnh ủy", "Kiểm kê kho vật tư năm 2020"], draft.Items.Select(item => item.Text));
        Assert.Equal(["1", "2"], draft.Items.Select(item => item.Number));
        Assert.Equal(["Phòng Quản trị", "Phòng Tài chính"], draft.Items.Select(item => item.LeadUnit?.Text));
        Assert.Equal(["2021-02-20", "2021-03-31"],
            draft.Items.Select(item => item.Deadline?.End?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Cells_WithTabsBetween_AreRowsWithUnitAndDeadline()
    {
        var draft = PracticeReport.Read(
            Orders + "TT\tCông việc\tChủ trì\tPhối hợp\tThời gian hoàn thành\tGhi chú\n"
            + "1\tSoạn nội quy nhà khách của Tỉnh ủy\tPhòng Quản trị\tPhòng Hành chính, Phòng Tổng hợp\t20/02/2021\t\n"
            + "2\tKiểm kê kho vật tư năm 2020\tPhòng Tài chính\t\tTháng 3/2021\tđợt một");

        HasBothTasks(draft);
        Assert.Equal(["Phòng Hành chính", "Phòng Tổng hợp"], draft.Items[0].CoordinatingUnits.Select(unit => unit.Text));
    }

    [Fact]
    public void Cells_WithoutAHead_AreToldByWhatStandsInThem() => HasBothTasks(PracticeReport.Read(
        Orders + "1\tSoạn nội quy nhà khách của Tỉnh ủy\tPhòng Quản trị\t20/02/2021\n2\tKiểm kê kho vật tư năm 2020\tPhòng Tài chính\t31/3/2021"));

    [Fact]
    public void Cells_WithoutAHeadAndWithoutADay_AreNoTable()
    {
        var draft = PracticeReport.Read(Orders + "1\tHội trường tầng hai\tPhòng Quản trị\n2\tNhà để xe phía sau\tPhòng Tài chính");

        Assert.All(draft.Items, item => Assert.Null(item.LeadUnit));
    }

    [Fact]
    public void Cells_OneALine_AreRowsWithUnitAndDeadline() => HasBothTasks(PracticeReport.Read(
        Orders + "STT\nNội dung nhiệm vụ\nĐơn vị thực hiện\nThời hạn\nSản phẩm\n"
        + "1\nSoạn nội quy nhà khách của Tỉnh ủy\nPhòng Quản trị\n20/02/2021\nBản nội quy\n2\nKiểm kê kho vật tư năm 2020\nPhòng Tài chính\nTháng "
        + "3/2021\nBiên bản"));

    [Fact]
    public void Table_OfFigures_IsNoTableOfTasks()
    {
        var draft = PracticeReport.Read("Số liệu năm 2020:\nTT\tĐơn vị\tSố hội nghị\n1\tPhòng Quản trị\t12\n2\tPhòng Tài chính\t20");

        Assert.DoesNotContain(draft.Items, item => item.LeadUnit is not null);
    }

    [Fact]
    public void Labels_BelowATask_AreItsFacts()
    {
        var draft = PracticeReport.Read(
            Orders + "1. Soạn nội quy nhà khách của Tỉnh ủy.\nĐơn vị chủ trì: Phòng Quản trị.\nĐơn vị phối hợp: Phòng Hành chính.\nThời hạn hoàn " +
                "thành: 20/2/2021.\n"
            + "2. Kiểm kê kho vật tư năm 2020.\n- Cơ quan chủ trì: Phòng Tài chính\n- Tiến độ: tháng 3/2021\n- Kết quả đầu ra: Biên bản kiểm kê");

        Assert.Equal(["Soạn nội quy nhà khách của Tỉnh ủy.", "Kiểm kê kho vật tư năm 2020."], draft.Items.Select(item => item.Text));
        Assert.Equal(["Phòng Quản trị", "Phòng Tài chính"], draft.Items.Select(item => item.LeadUnit?.Text));
        Assert.Equal("Phòng Hành chính", Assert.Single(draft.Items[0].CoordinatingUnits).Text);
        Assert.Equal(["2021-02-20", "2021-03-31"],
            draft.Items.Select(item => item.Deadline?.End?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("Biên bản kiểm kê", draft.Items[1].Product?.Text);
    }

    [Fact]
    public void WhoLeadsAndWhoHelps_IsReadFromTheSentence()
    {
        var task = Assert.Single(PracticeReport.Read(
            Orders + "1. Phòng Tổng hợp chủ trì, phối hợp với Ban Tổ chức Tỉnh ủy, Phòng Hành chính xây dựng đề cương báo cáo, xong trước ngày " +
                "15/2/2021.").Items);

        Assert.Equal("Phòng Tổng hợp", task.LeadUnit?.Text);
        Assert.Equal(["Ban Tổ chức Tỉnh ủy", "Phòng Hành chính"], task.CoordinatingUnits.Select(unit => unit.Text));
    }

    [Theory]
    [InlineData("TT | Công việc | Chủ trì | Thời hạn\n1 | Soạn nội quy nhà khách của Tỉnh ủy | Phòng Quản trị | 20/02/2021\n"
        + "2 | Kiểm kê kho vật tư năm 2020 | Phòng Tài chính | Tháng 3/2021")]
    [InlineData("| TT | Công việc | Chủ trì | Thời hạn |\n|---|---|---|---|\n| 1 | Soạn nội quy nhà khách của Tỉnh ủy | Phòng Quản trị | 20/02/2021 |\n"
        + "| 2 | Kiểm kê kho vật tư năm 2020 | Phòng Tài chính | Tháng 3/2021 |")]
    [InlineData("TT    Công việc    Chủ trì    Thời hạn\n1    Soạn nội quy nhà khách của Tỉnh ủy    Phòng Quản trị    20/02/2021\n"
        + "2    Kiểm kê kho vật tư năm 2020    Phòng Tài chính    Tháng 3/2021")]
    public void Cells_BetweenStrokesOrGaps_AreRowsToo(string table) => HasBothTasks(PracticeReport.Read(Orders + table));
}
