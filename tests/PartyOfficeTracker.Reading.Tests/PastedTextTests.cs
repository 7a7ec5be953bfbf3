namespace PartyOfficeTracker.Reading.Tests;

/// <summary>What a paste brings along: tags, quoted mails, page numbers, broken lines, capitals.</summary>
public class PastedTextTests
{
    private const string Held = "Sáng 14/02/2022, Văn phòng Tỉnh ủy Hà Nam tổ chức hội nghị giao ban. Đồng chí Phan Thị Mẫu, Chánh Văn phòng Tỉnh ủy chủ trì.";

    private static readonly ItemKind[] Expected = [ItemKind.Achievement, ItemKind.Shortcoming, ItemKind.Directive, ItemKind.Directive];

    [Fact]
    public void Tags_OfAPage_AreNoText()
    {
        var draft = MinutesReader.Read(
            $"<style>p {{ color: red }}</style><div><p>{Held.Replace(", Văn", ",&nbsp;<b>Văn", StringComparison.Ordinal)}</b></p><!-- quảng cáo " +
                "-->\n<p>Năm 2021, công tác "
            + "tiếp dân có nhiều tiến bộ.<br/>Tuy nhiên, việc nộp lưu hồ sơ còn chậm.</p><ul><li>Yêu cầu các phòng sửa quy chế;</li><li>kiểm tra kho "
            + "l&#432;u trữ.</li></ul></div>");

        Assert.Equal(Expected, draft.Items.Select(item => item.Kind));
        Assert.Equal("kiểm tra kho lưu trữ.", draft.Items[^1].Text);
        Assert.Equal([ReadWarning.Markup], draft.Warnings);
    }

    [Fact]
    public void Table_OfTags_IsATableOfTasks()
    {
        var draft = MinutesReader.Read(
            $"<p>{Held}</p><table><tr><th>TT</th><th>Nội dung công việc</th><th>Đơn vị thực hiện</th><th>Thời hạn</th></tr>"
            + "<tr><td>1</td><td>Sửa quy chế làm việc</td><td>Phòng Tổng hợp</td><td>15/3/2022</td></tr></table>");

        Assert.Equal(("Sửa quy chế làm việc", "Phòng Tổng hợp"), (draft.Items[0].Text, draft.Items[0].LeadUnit?.Text));
    }

    [Fact]
    public void Mail_IsReadWithoutHeadMarksAndFarewell()
    {
        var draft = MinutesReader.Read(
            "From: Văn thư <vt@example.vn>\nTo: th@example.vn\nSubject: Tin giao ban\n\n> Sáng 14/02/2022, Văn phòng Tỉnh ủy Hà Nam tổ chức hội nghị " +
                "giao ban với\n"
            + "> văn phòng các huyện ủy. Đồng chí Phan Thị Mẫu, Chánh Văn phòng chủ trì.\n> Đồng chí Phan Thị Mẫu yêu cầu các văn phòng huyện ủy sửa "
            + "quy chế làm việc\n"
            + "> trước ngày 15/3/2022.\n\nTrân trọng,\nLê Văn Mẫu\nPhòng Tổng hợp");

        Assert.Equal("các văn phòng huyện ủy sửa quy chế làm việc trước ngày 15/3/2022.", Assert.Single(draft.Items).Text);
        Assert.Null(draft.Author);
        Assert.Equal([ReadWarning.Mail], draft.Warnings);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("- 7 -")]
    [InlineData("Trang 7/12")]
    public void PageNumber_InTheMiddleOfASentence_IsNoPartOfIt(string number)
    {
        var draft = MinutesReader.Read(
            Held + "\n\nNăm 2021, công tác tiếp dân của toàn Đảng bộ có nhiều đổi mới, chất lượng được\n" + number + "\nnâng lên rõ rệt; kho lưu trữ " +
                "được sửa chữa.\n"
            + "Đồng chí Phan Thị Mẫu yêu cầu các văn phòng huyện ủy thực hiện nghiêm Quy định số\n" + number + "\n22-QĐ/TW của Ban Bí thư.");

        Assert.Equal(3, draft.Items.Count);
        Assert.Equal("công tác tiếp dân của toàn Đảng bộ có nhiều đổi mới, chất lượng được nâng lên rõ rệt", draft.Items[0].Text);
        Assert.Equal("22-QĐ/TW", Assert.Single(draft.Documents).Code);
    }

    [Fact]
    public void Name_OverTheEndOfALine_IsOneName()
    {
        var draft = MinutesReader.Read(
            "Sáng 14/02/2022, Văn phòng Tỉnh ủy Hà Nam tổ chức hội nghị giao ban với văn phòng các huyện ủy. Đồng chí Phan\nThị Mẫu, Chánh Văn phòng Tỉnh ủy "
            + "chủ trì hội nghị tại điểm cầu Nam\nĐịnh. Năm 2021, công tác tiếp dân có nhiều tiến bộ.");

        Assert.Equal(("Nam Định", "Phan Thị Mẫu"), (draft.ConnectionPoints[0].Place.Text, draft.ConnectionPoints[0].Chair?.Name.Text));
    }

    [Fact]
    public void Capitals_Throughout_AreRead()
    {
        var draft = MinutesReader.Read(
            "SÁNG 14/02/2022, VĂN PHÒNG TỈNH ỦY HÀ NAM TỔ CHỨC HỘI NGHỊ GIAO BAN. ĐỒNG CHÍ PHAN THỊ MẪU, CHÁNH VĂN PHÒNG TỈNH ỦY CHỦ TRÌ. NĂM 2021, " +
                "CÔNG TÁC TIẾP DÂN "
            + "CÓ NHIỀU TIẾN BỘ. TUY NHIÊN, VIỆC NỘP LƯU HỒ SƠ CÒN CHẬM. ĐỒNG CHÍ PHAN THỊ MẪU YÊU CẦU CÁC PHÒNG RÀ SOÁT QUY CHẾ; KIỂM TRA KHO LƯU TRỮ.");

        Assert.Equal(("VĂN PHÒNG TỈNH ỦY HÀ NAM", "PHAN THỊ MẪU"), (draft.Organiser?.Text, draft.Chairs[0].Name.Text));
        Assert.Equal(Expected, draft.Items.Select(item => item.Kind));
        Assert.Contains(ReadWarning.Capitals, draft.Warnings);
    }

    [Fact]
    public void Text_WithoutAccents_IsSaid() => Assert.Contains(ReadWarning.NoAccents, MinutesReader.Read(
        "Sang 14/02/2022, Van phong Tinh uy Ha Nam to chuc hoi nghi giao ban. Nam 2021, cong tac tiep dan co nhieu tien bo. Tuy nhien, viec nop luu " +
            "con cham.").Warnings);

    [Fact]
    public void Mail_WithVietnameseFields_IsReadWithoutThem()
    {
        var draft = MinutesReader.Read(
            "Từ: Văn thư\nĐến: Phòng Tổng hợp\nChủ đề: Tin giao ban\nNgày: 20/02/2022\n\n" + Held + "\nNăm 2021, công tác tiếp dân có nhiều tiến " +
                "bộ.\n\nTrân trọng./.\nLê Văn Mẫu");

        Assert.Equal(("2022-02-14", null), (draft.Date?.Text, draft.Author?.Text));
        Assert.Single(draft.Items);
        Assert.Contains(ReadWarning.Mail, draft.Warnings);
    }
}
