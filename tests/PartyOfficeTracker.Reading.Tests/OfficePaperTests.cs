namespace PartyOfficeTracker.Reading.Tests;

/// <summary>What offices write themselves: notices of conclusions, minutes with labels, accounts told by the hour.</summary>
public class OfficePaperTests
{
    private const string Notice =
        "TỈNH ỦY HÀ NAM\tĐẢNG CỘNG SẢN VIỆT NAM\nVĂN PHÒNG\tHà Nam, ngày 20 tháng 02 năm 2022\n*\nSố 31-TB/VPTU\n\nTHÔNG BÁO\n"
        + "kết luận của đồng chí Chánh Văn phòng tại Hội nghị giao ban quý I năm 2022\n-----\n\n"
        + "Ngày 14/02/2022, đồng chí Phan Thị Mẫu, Chánh Văn phòng Tỉnh ủy chủ trì Hội nghị giao ban. Sau khi nghe báo cáo, đồng chí kết luận như sau:\n\n"
        + "I- ĐÁNH GIÁ CHUNG\n1- Kết quả\n- Công tác tiếp khách được tổ chức chu đáo, đúng nghi thức.\n2- Hạn chế\n- Một số phòng gửi số liệu chậm.\n\n"
        + "II- NHIỆM VỤ TRỌNG TÂM\n1- Phòng Quản trị chủ trì, phối hợp với Phòng Tài chính rà soát xe công, xong trước ngày 15/3/2022.\n"
        + "2- Phòng Tổng hợp sửa quy chế; gửi lấy ý kiến các đơn vị trong tháng 3/2022.\n\n"
        + "Trên đây là kết luận tại hội nghị, Văn phòng Tỉnh ủy thông báo để các đơn vị biết, thực hiện.\n\n"
        + "Nơi nhận:\tT/L CHÁNH VĂN PHÒNG\n- Như trên,\n- Lưu Văn phòng.\n\tTrần Văn Mẫu";

    [Fact]
    public void Notice_IsOfTheBodyOfItsLetterheadAndOfTheDayHeld()
    {
        var draft = MinutesReader.Read(Notice);

        Assert.Equal(("Văn phòng Tỉnh ủy Hà Nam", "2022-02-14"), (draft.Organiser?.Text, draft.Date?.Text));
        Assert.Equal(
            [ItemKind.Achievement, ItemKind.Shortcoming, ItemKind.Directive, ItemKind.Directive, ItemKind.Directive], draft.Items.Select(item => item.Kind));
        Assert.Equal(["1", "2", null], draft.ItemsOf(ItemKind.Directive).Select(item => item.Number));
    }

    [Theory]
    [InlineData("TỈNH ỦY HÀ NAM\nVĂN PHÒNG\n*\nĐẢNG CỘNG SẢN VIỆT NAM", "Văn phòng Tỉnh ủy Hà Nam")]
    [InlineData("VĂN PHÒNG TRUNG ƯƠNG\tĐẢNG CỘNG SẢN VIỆT NAM", "Văn phòng Trung ương Đảng")]
    [InlineData("THÀNH ỦY HẢI PHÒNG\tĐẢNG CỘNG SẢN VIỆT NAM\nBAN NỘI CHÍNH", "Ban Nội chính Thành ủy Hải Phòng")]
    [InlineData("THÀNH ỦY HẢI PHÒNG\tĐẢNG CỘNG SẢN VIỆT NAM\nBAN TUYÊN GIÁO", "Ban Tuyên giáo Thành ủy Hải Phòng")]
    [InlineData("TỈNH ỦY HÀ NAM\nBAN TỔ CHỨC\nĐẢNG CỘNG SẢN VIỆT NAM", "Ban Tổ chức Tỉnh ủy Hà Nam")]
    [InlineData("TỈNH ỦY HÀ NAM\nỦY BAN KIỂM TRA\nĐẢNG CỘNG SẢN VIỆT NAM", "Ủy ban Kiểm tra Tỉnh ủy Hà Nam")]
    [InlineData("VĂN PHÒNG CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Văn phòng Chính phủ")]
    [InlineData("ĐẢNG BỘ TỈNH HÀ NAM\nHUYỆN ỦY LÝ NHÂN\nĐẢNG CỘNG SẢN VIỆT NAM", "Huyện ủy Lý Nhân")]
    [InlineData("BỘ NỘI VỤ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Bộ Nội vụ")]
    [InlineData("BỘ NỘI VỤ", null)]
    public void Letterhead_NamesTheBodyInTheLettersOfASentence(string head, string? organiser) => Assert.Equal(organiser, MinutesReader.Read(
        head + "\n\nBIÊN BẢN\nHội nghị giao ban quý I\n\nI. THỜI GIAN\n1. Thời gian: 8 giờ 00, ngày 14/02/2022.\n2. Chủ trì: Đồng chí Phan Thị " +
            "Mẫu.").Organiser?.Text);

    [Fact]
    public void Minutes_WithLabels_AreReadByThem()
    {
        var draft = MinutesReader.Read(
            "TỈNH ỦY HÀ NAM\nVĂN PHÒNG\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nam, ngày 16 tháng 02 năm 2022\n\nBIÊN BẢN\nHội nghị giao ban công tác văn " +
                "phòng quý I năm 2022\n\n"
            + "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: Khai mạc lúc 14 giờ 00 phút, ngày 14/02/2022.\n2. Địa điểm: Hội trường cơ quan.\nII. THÀNH PHẦN\n"
            + "1. Chủ trì: Đồng chí Phan Thị Mẫu, Chánh Văn phòng Tỉnh ủy.\n2. Thư ký: Đồng chí Lê Văn Mẫu.\nIII. NỘI DUNG\n1. Ý kiến thảo luận\n"
            + "- Văn phòng Huyện ủy Bình Lục: kiến nghị Văn phòng Tỉnh ủy cấp thêm máy quét.\n- Văn phòng Huyện ủy Lý Nhân: công tác tiếp dân còn chậm.\n"
            + "2. Kết luận của chủ trì\n2.1. Ưu điểm: Việc tiếp khách được tổ chức chu đáo; nền nếp trực được giữ vững.\n2.2. Khuyết điểm: Sổ sách "
            + "còn sơ sài.\n"
            + "2.3. Nguyên nhân: thiếu người.\n2.4. Nhiệm vụ\na) Phòng Quản trị sửa hội trường trước ngày 15/3/2022.\nb) Phòng Tổng hợp soạn quy chế mới.\n"
            + "Hội nghị kết thúc lúc 16 giờ 30. Biên bản đã được đọc lại trước hội nghị.\n\nTHƯ KÝ\tCHỦ TRÌ\nLê Văn Mẫu\tPhan Thị Mẫu");

        Assert.Equal(("Văn phòng Tỉnh ủy Hà Nam", "2022-02-14"), (draft.Organiser?.Text, draft.Date?.Text));
        Assert.Equal(
            [ItemKind.Recommendation, ItemKind.Shortcoming, ItemKind.Achievement, ItemKind.Achievement, ItemKind.Shortcoming, ItemKind.Directive,
                ItemKind.Directive],
            draft.Items.Select(item => item.Kind));
    }

    [Theory]
    [InlineData("Hội nghị bế mạc lúc 11h30.")]
    [InlineData("Cuộc họp kết thúc hồi 16 giờ cùng ngày.")]
    [InlineData("Hội nghị đã thành công tốt đẹp.")]
    [InlineData("Biên bản được lập thành hai bản.")]
    [InlineData("Biên bản này gồm ba trang.")]
    [InlineData("Trên đây là kết luận của chủ trì.")]
    [InlineData("Thông báo này gửi đến các huyện ủy để thực hiện.")]
    [InlineData("Văn phòng Tỉnh ủy trân trọng thông báo.")]
    [InlineData("Xin trân trọng cảm ơn.")]
    [InlineData("Văn phòng Tỉnh ủy thông báo để các đơn vị biết.")]
    public void WordsOfClosing_AreNoTask(string closing)
    {
        const string order = "Kết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu các văn phòng huyện ủy sửa quy chế trước ngày 15/3/2021.\n";

        Assert.Single(PracticeReport.Read(order + closing).Items);
    }

    [Theory]
    [InlineData("Hội nghị nghe báo cáo về: công tác văn thư; công tác tài chính; việc mua sắm.")]
    [InlineData("Cuộc họp thông qua 3 nội dung: (1) chương trình công tác năm 2021; (2) dự toán năm 2021; (3) quy chế chi tiêu.")]
    [InlineData("Tại hội nghị, các đại biểu thảo luận các nội dung sau:\n- Báo cáo quý I.\n- Kế hoạch quý II.\n- Dự thảo quy chế.\n- Đề án mua xe.")]
    [InlineData("Chương trình hội nghị gồm:\n1. Đánh giá công tác quý I.\n2. Triển khai nhiệm vụ quý II.\n3. Thảo luận, thông qua quy chế.")]
    [InlineData("Hội nghị bàn các nội dung sau:\n- Thông qua quy chế chi tiêu.\n- Đánh giá công tác quý I.")]
    [InlineData("Nội dung cuộc họp gồm:\n1. Tình hình quý I.\n2. Phương hướng quý II.\n3. Tờ trình về xe công.\n4. Nhiệm vụ trực lễ.\n5. Kết quả rà soát.")]
    public void Agenda_IsNothingThatWasDone(string agenda) => Assert.Empty(PracticeReport.Read(agenda).Items);

    [Fact]
    public void AccountByTheHour_IsReadWithoutItsHours()
    {
        var draft = MinutesReader.Read(
            "Ngày 14-02-2022, Tỉnh ủy Hà Nam tổ chức Hội nghị giao ban. Đồng chí Phan Thị Mẫu, Bí thư Tỉnh ủy chủ trì.\n\n8h15: Các đại biểu xem " +
                "phim tư liệu.\n\n"
            + "10h30: Đồng chí Phan Thị Mẫu yêu cầu các huyện ủy sửa quy chế làm việc trước ngày 15/3/2022.\n\n11h20: Hội nghị bế mạc.");

        Assert.Equal("các huyện ủy sửa quy chế làm việc trước ngày 15/3/2022.", Assert.Single(draft.Items).Text);
        Assert.Equal(DaySession.Morning, draft.Session?.Value);
    }

    [Fact]
    public void Topics_WithNumbers_AreHeadings()
    {
        var draft = PracticeReport.Read(
            "Đồng chí Phan Thị Mẫu chủ trì và kết luận, yêu cầu:\n1. Về công tác văn thư\na) Nộp lưu hồ sơ trước ngày 15/3/2021.\n"
            + "2. Về trụ sở\na) Sửa mái hội trường trước ngày 30/6/2021.");

        Assert.Equal(["Nộp lưu hồ sơ trước ngày 15/3/2021.", "Sửa mái hội trường trước ngày 30/6/2021."],
            draft.ItemsOf(ItemKind.Directive).Select(item => item.Text));
        Assert.Equal(2, draft.Items.Count);
    }

    [Fact]
    public void Quarter_ThatIsReviewed_IsNotAhead()
    {
        var draft = MinutesReader.Read(
            "Chiều 05/12/2022, Tỉnh ủy Hà Nam tổ chức Hội nghị giao ban quý IV năm 2022.\n\nTrong quý IV, các huyện ủy làm tốt công tác tiếp dân.\n\n"
            + "Bên cạnh đó, việc nộp lưu hồ sơ ở một số nơi còn chậm.");

        Assert.Equal([ItemKind.Achievement, ItemKind.Shortcoming], draft.Items.Select(item => item.Kind));
    }

    [Fact]
    public void Fault_AfterAPraiseInTheSameSentence_IsAFault()
    {
        var draft = PracticeReport.Read(
            "Đồng chí Phan Thị Mẫu biểu dương tinh thần của các phòng; tuy nhiên, việc nộp lưu hồ sơ còn chậm. Kho lưu trữ vừa chật vừa ẩm.\n\n"
            + "Thời gian tới, đồng chí Chánh Văn phòng Tỉnh ủy yêu cầu các phòng rà soát hồ sơ; kiểm tra kho lưu trữ.");

        Assert.Equal([ItemKind.Shortcoming, ItemKind.Shortcoming, ItemKind.Directive, ItemKind.Directive], draft.Items.Select(item => item.Kind));
    }

    [Fact]
    public void Task_OfTwoLevels_IsForBoth()
    {
        var draft = MinutesReader.Read(
            "Sáng 14/02/2022, Văn phòng Trung ương Đảng tổ chức hội nghị giao ban. Đồng chí Phan Thị Mẫu chủ trì.\nKết luận, đồng chí Phan Thị Mẫu yêu cầu "
            + "Văn phòng Trung ương Đảng và văn phòng các tỉnh ủy sửa quy chế; các vụ và văn phòng các tỉnh ủy cùng kiểm tra.");

        Assert.All(draft.Items, item => Assert.Equal(Addressee.All, item.Addressee!.Value));
    }

    [Theory]
    [InlineData("Luật số 11/2019/QH14", "11/2019/QH14")]
    [InlineData("Pháp lệnh số 08/2022/UBTVQH15", "08/2022/UBTVQH15")]
    [InlineData("Công điện số 17/CĐ-TTg", "17/CĐ-TTg")]
    [InlineData("Thông báo số 31-TB/ĐU", "31-TB/ĐU")]
    [InlineData("Quyết định số 9-QĐ/BCĐ", "9-QĐ/BCĐ")]
    [InlineData("Quy định số 22\u2011QĐ/TW", "22-QĐ/TW")]
    [InlineData("Nghị định số 154/2020/NĐ\u2010CP", "154/2020/NĐ-CP")]
    public void Symbol_OfAnyBody_IsReadWithItsHyphens(string cited, string code) =>
        Assert.Equal(code, Assert.Single(PracticeReport.Read("Năm 2020, các văn phòng đã thực hiện tốt " + cited + ".").Documents).Code);

    [Fact]
    public void Conclusion_ThatJudgesAndOrders_IsBoth()
    {
        var draft = PracticeReport.Read(
            "Sau khi nghe báo cáo, Ban Thường vụ Huyện ủy kết luận như sau:\n1. Việc sáp nhập các phòng đã hoàn thành đúng thời gian; trụ sở được bố " +
                "trí hợp lý.\n"
            + "2. Công tác phối hợp còn chậm.\n3. Phòng Quản trị rà soát xe công trước ngày 15/3/2021.\n"
            + "4. Ban Thường vụ yêu cầu các đơn vị thực hiện các nhiệm vụ sau:\n4.1. Kiểm kê kho vật tư.\n4.2. Sửa chữa hội trường.");

        Assert.Equal(
            [ItemKind.Achievement, ItemKind.Achievement, ItemKind.Shortcoming, ItemKind.Directive, ItemKind.Directive, ItemKind.Directive],
            draft.Items.Select(item => item.Kind));
    }

    [Fact]
    public void Time_OfOneEntry_IsNotThatOfTheNext()
    {
        var draft = PracticeReport.Read(
            "Kết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu các văn phòng huyện ủy:\n1. Trong quý II/2021, rà soát quy chế.\n2. Kiểm kê kho vật tư.");

        Assert.Equal(["quý II/2021", null], draft.ItemsOf(ItemKind.Directive).Select(item => item.Due));
    }

    [Theory]
    [InlineData("Ban Tổ chức Tỉnh ủy rà soát hồ sơ cán bộ.")]
    [InlineData("Ủy ban Kiểm tra Tỉnh ủy kiểm tra việc nộp đảng phí.")]
    public void Commission_OfOneCommittee_IsNotTheProvincesOffices(string task)
    {
        var draft = MinutesReader.Read(
            "Sáng 14/02/2022, Thường trực Tỉnh ủy Hà Nam tổ chức hội nghị giao ban. Đồng chí Phan Thị Mẫu chủ trì.\nKết luận, đồng chí Phan Thị Mẫu " +
                "yêu cầu:\n1. " + task);

        Assert.Equal(Addressee.All, Assert.Single(draft.Items).Addressee!.Value);
    }

    [Theory]
    [InlineData("Năm 2020, ban đã thu thập ý kiến để đề xuất với cấp ủy nhiều giải pháp tốt. Kho lưu trữ đã được sửa chữa.")]
    [InlineData("Năm 2020, ban đã xử lý nghiêm 12 trường hợp bị đề nghị kỷ luật. Kho lưu trữ đã được sửa chữa.")]
    [InlineData("Năm 2020, ban đã hoàn thành 3 việc mà Tỉnh ủy từng yêu cầu các đơn vị làm. Kho lưu trữ đã được sửa chữa.")]
    [InlineData("Năm 2020, ban đã mở 2 lớp nhằm đề xuất cách làm mới. Kho lưu trữ đã được sửa chữa.")]
    public void VerbOfAsking_InASubordinateClause_AsksNothing(string account) =>
        Assert.All(PracticeReport.Read(account).Items, item => Assert.Equal(ItemKind.Achievement, item.Kind));

    [Fact]
    public void AgreementAndPraise_HoldNoResult() => Assert.Equal(
        ["Kho lưu trữ đã được sửa chữa."],
        PracticeReport.Read(
            "I- KẾT QUẢ CÔNG TÁC\nThường trực Huyện ủy cơ bản nhất trí với báo cáo; ghi nhận và biểu dương tinh thần của các phòng. Kho lưu trữ đã " +
                "được sửa chữa.")
            .Items.Select(item => item.Text));

    [Fact]
    public void SomebodyOfTheFloor_WhoAsksTheCentre_RecommendsWithTheGround()
    {
        var draft = PracticeReport.Read(
            "III- Ý KIẾN THẢO LUẬN\n1- Đồng chí Lê Văn Mẫu (Sở Tài chính): kinh phí đã phân bổ hết, đề nghị Trung ương sớm ban hành định mức.\n"
            + "2- Văn phòng Huyện ủy Lý Nhân: kiến nghị Tỉnh ủy bổ sung biên chế.");

        Assert.Equal([ItemKind.Recommendation, ItemKind.Recommendation], draft.Items.Select(item => item.Kind));
        Assert.StartsWith("kinh phí đã phân bổ hết", draft.Items[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Minutes_WithLabelsAlone_HaveTheDayAndTheChair()
    {
        var draft = MinutesReader.Read(
            "BIÊN BẢN HỘI NGHỊ GIAO BAN\n\nThời gian: 14h00 ngày 10/3/2022\nĐịa điểm: Phòng họp A\nChủ trì: Đồng chí Phan Thị Mẫu, Chánh Văn phòng Tỉnh ủy\n"
            + "Thư ký: Đồng chí Lê Văn Mẫu\nThành phần: Lãnh đạo các phòng\nVắng: 02 đồng chí\nKết luận:\n1. Về ưu điểm: Nền nếp trực được giữ vững; "
            + "tiếp khách đạt 100% yêu cầu.\n"
            + "2. Về nhiệm vụ: Phòng Quản trị rà soát xe công.\nBiên bản kết thúc lúc 16h30 cùng ngày.");

        Assert.Equal(("2022-03-10", DaySession.Afternoon), (draft.Date?.Text, draft.Session?.Value));
        Assert.Equal("Phan Thị Mẫu", Assert.Single(draft.Chairs).Name.Text);
        Assert.Equal([ItemKind.Achievement, ItemKind.Achievement, ItemKind.Directive], draft.Items.Select(item => item.Kind));
    }
}
