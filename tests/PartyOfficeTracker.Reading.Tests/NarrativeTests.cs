namespace PartyOfficeTracker.Reading.Tests;

/// <summary>Turns of phrase by which reports change from one part to the next; each was read wrongly once.</summary>
public class NarrativeTests
{
    [Theory]
    [InlineData("Bên cạnh đó vẫn còn những việc phải nghĩ: báo cáo viên cấp xã phần lớn đọc tài liệu là chính.")]
    [InlineData("Không phải chỗ nào cũng êm. Tài liệu họp ở hai huyện gửi sát giờ, đại biểu không kịp đọc.")]
    [InlineData("Phía chưa sáng: kho lưu trữ cấp huyện bừa bộn, tìm một văn bản mất cả buổi.")]
    public void Fault_AnnouncedInOtherWords_IsAShortcoming(string faults)
    {
        var draft = PracticeReport.Read("Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy.\n\n" + faults);

        Assert.Single(draft.ItemsOf(ItemKind.Shortcoming));
        Assert.Single(draft.ItemsOf(ItemKind.Achievement));
    }

    [Fact]
    public void Account_BelowTheConclusion_IsNoOrder()
    {
        var draft = PracticeReport.Read(
            "Kết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu các văn phòng nộp báo cáo trước ngày 15/2.\n\n"
            + "Năm 2020 đã có 32 huyện, xã nối mạng diện rộng; kho lưu trữ số hóa xong 4.000 trang.");

        Assert.Single(draft.ItemsOf(ItemKind.Directive));
        Assert.Equal(2, draft.ItemsOf(ItemKind.Achievement).Count());
    }

    [Fact]
    public void Account_AfterAFaultNobodyAnnounced_IsGoodAgain()
    {
        var draft = PracticeReport.Read(
            "Từ đầu năm, các văn phòng làm 146 đề án, 8 hồ sơ còn sơ sài; phòng họp không giấy đã chạy ở mọi đảng bộ. Kho lưu trữ số hóa "
            + "xong 2.400 trang.");

        Assert.Equal(2, draft.ItemsOf(ItemKind.Achievement).Count());
    }

    [Theory]
    [InlineData("Báo cáo chung của Văn phòng Tỉnh ủy đã được gửi đến từng đại biểu trước đó hai ngày.")]
    [InlineData("Tại diễn đàn, đại biểu các huyện Kim Bảng, Thanh Liêm, Bình Lục và Lý Nhân lần lượt phát biểu về kinh nghiệm của mình.")]
    [InlineData("Trưởng ban trao quyết định thi đua và tặng quà cho 8 tổ chức có nhiều đổi mới.")]
    public void CourseOfTheMeeting_IsNoAchievement(string told)
    {
        var draft = PracticeReport.Read("Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy.\n\n" + told);

        Assert.Single(draft.Items);
    }

    [Theory]
    [InlineData("Một số cấp ủy xem nhẹ việc tự kiểm tra ở chi bộ.")]
    [InlineData("Cán bộ chuyên trách ở xã thưa và mỏng.")]
    public void Fault_NobodyAnnounced_IsAShortcoming(string fault)
    {
        var draft = PracticeReport.Read("Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy. " + fault);

        Assert.Single(draft.ItemsOf(ItemKind.Shortcoming));
    }

    [Fact]
    public void Trouble_ThatWasAnswered_IsAnAchievement()
    {
        var draft = PracticeReport.Read(
            "Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy; nhiều vướng mắc của người dân được trả lời công khai ngay tại buổi tiếp.");

        Assert.Equal(2, draft.ItemsOf(ItemKind.Achievement).Count());
    }

    [Theory]
    [InlineData("Mở đầu buổi giao ban, Văn phòng Tỉnh ủy điểm lại các nội dung đã kết luận ở kỳ trước.")]
    [InlineData("Tại hội nghị, đại diện Sở Y tế, Sở Tài chính đã cung cấp thêm thông tin về những nội dung được hỏi.")]
    [InlineData("Các đại biểu cơ bản nhất trí với dự thảo và dành nhiều thời gian bàn về kết quả, hạn chế, nguyên nhân.")]
    [InlineData("Đánh giá về một năm làm việc của khối, Phó Bí thư Thường trực Tỉnh ủy nêu những kết quả nổi bật.")]
    [InlineData("Các đơn vị đã ký giao ước thi đua theo Quy định số 27-QĐ/VPTU.")]
    [InlineData("Tại hội nghị, Ban Thường vụ Đảng ủy Khối tặng giấy khen cho 9 tổ chức cơ sở đảng có thành tích.")]
    [InlineData("Các đại biểu đã thảo luận, đề xuất giải pháp nâng cao hiệu quả phối hợp giữa hai khối trong thời gian tới.")]
    public void MeetingItself_GivesNoItems(string told)
    {
        Assert.Single(PracticeReport.Read("Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy.\n\n" + told).Items);
    }

    [Theory]
    [InlineData(
        "Bên cạnh kết quả, trên địa bàn nổi lên mấy vấn đề cần quan tâm: kẻ xấu lợi dụng mạng xã hội để xuyên tạc; nạn trộm cắp có chiều hướng gia tăng.")]
    [InlineData("Các thế lực thù địch tiếp tục lợi dụng mạng xã hội để xuyên tạc; tranh chấp đất đai ở vùng dự án diễn biến phức tạp.")]
    [InlineData("Theo các cộng tác viên, nhiều trạm y tế thiếu thuốc; người dân lo ngại nạn lừa đảo qua điện thoại.")]
    public void TroublesOfThePlace_AreDifficulties(string told)
    {
        var draft = PracticeReport.Read("Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy. " + told);

        Assert.Equal(2, draft.ItemsOf(ItemKind.Difficulty).Count());
        Assert.Empty(draft.ItemsOf(ItemKind.Shortcoming));
        Assert.Single(draft.ItemsOf(ItemKind.Achievement));
    }

    [Theory]
    [InlineData("Các cơ quan chức năng đã giải quyết dứt điểm 12 vụ khiếu kiện phức tạp, kéo dài.")]
    [InlineData("Công an chủ động trấn áp các loại tội phạm lợi dụng công nghệ cao, triệt phá 15 đường dây.")]
    [InlineData("Công tác phản bác luận điệu xuyên tạc của các thế lực thù địch được triển khai kịp thời.")]
    [InlineData("Tội phạm về trật tự xã hội được kiềm chế, không để gia tăng.")]
    [InlineData("Nhân dân quan tâm đến công tác xây dựng Đảng nhiều hơn trước.")]
    [InlineData("Các cấp ủy phấn đấu hoàn thành vượt chỉ tiêu, kết nạp 200 đảng viên.")]
    public void TroublesOfThePlace_ThatWereDealtWith_AreAchievements(string told)
    {
        var draft = PracticeReport.Read("Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy. " + told);

        Assert.Equal(2, draft.ItemsOf(ItemKind.Achievement).Count());
    }

    [Fact]
    public void Word_ThatOnlyBeginsLikeAConnective_Stays()
    {
        var draft = PracticeReport.Read("Văn phòng cụ thể hóa kịp thời các nghị quyết của Trung ương. Cụ thể hóa và triển khai 12 đề án của cấp ủy.");

        Assert.StartsWith("Cụ thể hóa", draft.ItemsOf(ItemKind.Achievement).Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Paper_WithItsDayBehindIt_HasThatDayAndItsIssuer()
    {
        var paper = Assert.Single(PracticeReport.Read("Văn phòng đã triển khai Kết luận số 05-KL/TW, ngày 03/6/2021 của Bộ Chính trị.").Documents);

        Assert.Equal("03/6/2021", paper.IssuedOn?.Text);
        Assert.Equal("Bộ Chính trị", paper.Issuer?.Text);
    }

    [Fact]
    public void Request_GoesToWhomeverItAsks()
    {
        var draft = PracticeReport.Read(
            "Về kiến nghị: Hiện Chính phủ đã ban hành nghị định về kiểm soát tài sản, đề nghị Trung ương sớm ban hành hướng dẫn để thực hiện.");

        Assert.Equal("Trung ương", Assert.Single(draft.ItemsOf(ItemKind.Recommendation)).To);
    }

    [Fact]
    public void PaperToldByItsDay_HasItsWholeIssuer()
    {
        var draft = PracticeReport.Read("Văn phòng đã triển khai Công điện ngày 05/01/2021 của Thường trực Ban Bí thư về phòng dịch.");

        Assert.EndsWith("của Thường trực Ban Bí thư", Assert.Single(draft.UnnumberedDocuments).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspections_ThatFoundAndMendedFaults_AreAchievements()
    {
        var draft = PracticeReport.Read(
            "Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy. Qua kiểm tra, 5 chi bộ được kết luận làm tốt, 4 chi bộ còn khuyết điểm và đã được "
            + "chỉ đạo khắc phục. Ủy ban kiểm tra các cấp giám sát 6 tổ chức đảng.");

        Assert.Equal(3, draft.ItemsOf(ItemKind.Achievement).Count());
        Assert.Empty(draft.ItemsOf(ItemKind.Shortcoming));
    }

    [Theory]
    [InlineData("UBKT Tỉnh ủy Phú Yên đề nghị UBKT Trung ương sớm hướng dẫn cách tính thời hiệu.")]
    [InlineData("Một số ý kiến đề nghị UBND tỉnh công khai kết quả quan trắc nước sông để người dân yên tâm.")]
    [InlineData("Cộng tác viên ở Kim Bảng đề nghị tỉnh sớm bố trí kinh phí sửa tuyến đường đã xuống cấp.")]
    public void Request_OfTheFloor_IsARecommendation(string asked)
    {
        Assert.Single(PracticeReport.Read("Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy.\n\n" + asked).ItemsOf(ItemKind.Recommendation));
    }

    [Fact]
    public void Request_AfterItsGround_KeepsIt()
    {
        var draft = PracticeReport.Read(
            "Đại diện Tòa án nhân dân tỉnh cho hay số vụ thụ lý tăng 18% trong khi biên chế thẩm phán giảm dần, vì vậy kiến nghị Ban Chỉ đạo Cải cách "
            + "tư pháp Trung ương giữ ổn định biên chế.");

        Assert.StartsWith("số vụ thụ lý", Assert.Single(draft.ItemsOf(ItemKind.Recommendation)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Văn phòng gửi 11 kiến nghị được các ngành tiếp thu, trả lời.")]
    [InlineData("Các huyện giao quân đủ chỉ tiêu.")]
    public void Word_OfAskingThatAsksNothing_IsNoRequest(string told)
    {
        Assert.Empty(PracticeReport.Read("Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy. " + told).ItemsOf(ItemKind.Recommendation));
    }

    [Fact]
    public void Tasks_TheReportSets_ArePlanned()
    {
        var draft = PracticeReport.Read(
            "Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy.\n\n"
            + "Nhiệm vụ 6 tháng cuối năm được báo cáo xác định: hoàn thành toàn bộ chương trình kiểm tra; mở 1 lớp tập huấn cho cấp xã.");

        Assert.Equal(2, draft.ItemsOf(ItemKind.PlannedTask).Count());
    }

    [Fact]
    public void Note_OfWhatWasDone_IsAnAchievement()
    {
        var draft = PracticeReport.Read(
            "Phát biểu kết luận, đồng chí Phan Thị Mẫu ghi nhận văn phòng các huyện ủy đã tham mưu kịp thời việc sắp xếp bộ máy; phục vụ chu đáo đại "
            + "hội đảng bộ các cấp. Đồng chí biểu dương tinh thần đoàn kết của các văn phòng.");

        Assert.Equal(2, draft.Items.Count);
        Assert.Equal(2, draft.ItemsOf(ItemKind.Achievement).Count());
    }

    [Fact]
    public void Truth_ThatObligesNobody_IsNoDirective()
    {
        var draft = PracticeReport.Read(
            "Kết luận hội nghị, đồng chí Phan Thị Mẫu nhấn mạnh kênh dư luận có vai trò quan trọng đối với sự ổn định của địa bàn. Đồng chí yêu cầu các "
            + "huyện gửi tin trước ngày 25 hằng tháng.");

        Assert.Single(draft.ItemsOf(ItemKind.Directive));
    }

    [Fact]
    public void Praise_AsATask_IsADirective()
    {
        var draft = PracticeReport.Read(
            "Kết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu các cơ quan báo chí tập trung vào những nội dung:\n\n"
            + "- Tuyên truyền sâu nghị quyết đại hội.\n- Biểu dương gương người tốt, việc tốt ở cơ sở.");

        Assert.Equal(2, draft.ItemsOf(ItemKind.Directive).Count());
    }

    [Theory]
    [InlineData("Hội nghị cũng nghe ý kiến của Tòa án nhân dân tỉnh và Sở Tư pháp.")]
    [InlineData("Tại hội nghị, đại diện Ban Tổ chức Tỉnh ủy Nam Định, Hà Giang và Thành ủy Hải Phòng phát biểu ý kiến.")]
    [InlineData("Đảng bộ hiện có 75 tổ chức cơ sở đảng với hơn 5.300 đảng viên.")]
    [InlineData("Tại hội nghị, Đảng ủy Khối trao Huy hiệu 30 năm tuổi Đảng cho 4 đảng viên.")]
    [InlineData("Qua tổng hợp, người dân quan tâm nhất là cuộc bầu cử và hạn mặn.")]
    public void WhatIsOnlyTold_GivesNoItems(string told)
    {
        Assert.Single(PracticeReport.Read("Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy.\n\n" + told).Items);
    }

    [Fact]
    public void Places_OfTheFloorThatSoundLikeNames_AreNoSpeakers()
    {
        var draft = PracticeReport.Read(
            "Trao đổi tại hội nghị, đại biểu các huyện Kim Bảng, Mai Châu cho rằng cán bộ ở xã phần lớn kiêm nhiệm, ít có dịp được tập huấn.");

        Assert.Empty(draft.ItemsOf(ItemKind.Directive));
    }

    [Fact]
    public void Conclusion_OnBehalfOfAStandingCommittee_GivesDirectives()
    {
        var draft = PracticeReport.Read(
            "Thay mặt Ban Thường vụ, đồng chí Lê Hồng Mẫu, Phó Bí thư Thường trực Đảng ủy Khối kết luận: sang quý II, các tổ chức cơ sở đảng tập trung "
            + "quán triệt nghị quyết; gửi báo cáo về Đảng ủy Khối trước ngày 15/5.");

        Assert.Equal(2, draft.ItemsOf(ItemKind.Directive).Count());
    }

    [Fact]
    public void Faults_ASecretaryTells_AreShortcomings()
    {
        var draft = PracticeReport.Read(
            "Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy.\n\n"
            + "Theo Phó Bí thư Thường trực Đảng ủy Bộ Trịnh Thị Mẫu, công tác Đảng vẫn còn những khuyết điểm. Nội dung sinh hoạt chi bộ còn đơn điệu. "
            + "Kiểm tra chuyên đề mới đạt 8/11 cuộc theo chương trình.");

        Assert.Equal(2, draft.ItemsOf(ItemKind.Shortcoming).Count());
    }

    [Fact]
    public void Goals_TheBodySetsItself_ArePlanned()
    {
        var draft = PracticeReport.Read(
            "Quý I, Đảng bộ đã kết nạp 31 đảng viên. Quý II, Đảng ủy Khối phấn đấu kết nạp từ 40 đảng viên trở lên; thành lập mới 1 chi bộ trong doanh "
            + "nghiệp.");

        Assert.Equal(2, draft.ItemsOf(ItemKind.PlannedTask).Count());
    }

    [Fact]
    public void Results_TheDelegatesTell_AreAchievements()
    {
        var draft = PracticeReport.Read(
            "Theo các đại biểu, công tác tuyên truyền được làm rộng khắp, tỷ lệ cử tri đi bầu đạt 99,4%. Các huyện kịp thời cung cấp thông tin chính "
            + "thống, nhờ vậy hạn chế được tin đồn.");

        Assert.Equal(2, draft.ItemsOf(ItemKind.Achievement).Count());
    }

    [Fact]
    public void Praise_BySomebodyElse_IsPartOfTheResult()
    {
        var draft = PracticeReport.Read("Ủy ban Kiểm tra lập 17 đoàn kiểm tra, kết luận nhiều vụ việc phức tạp, được cán bộ, đảng viên và nhân dân đồng tình.");

        Assert.Single(draft.ItemsOf(ItemKind.Achievement));
    }

    [Fact]
    public void Opinions_ThatComplain_AreDifficulties()
    {
        var draft = PracticeReport.Read(
            "Đại biểu Phú Thọ đề nghị Ban Tổ chức Trung ương hướng dẫn việc xếp loại bí thư chi bộ. Một số ý kiến phản ánh phụ cấp ở thôn, bản quá thấp "
            + "nên khó giữ người.");

        Assert.Single(draft.ItemsOf(ItemKind.Recommendation));
        Assert.Single(draft.ItemsOf(ItemKind.Difficulty));
    }

    [Theory]
    [InlineData("UBKT các cấp phải rà soát chương trình kiểm tra.", Addressee.All)]
    [InlineData("các huyện ủy, thành ủy phải rà soát quy hoạch.", Addressee.All)]
    [InlineData("các tỉnh ủy, thành ủy phải rà soát quy hoạch.", Addressee.ProvincialCommittees)]
    [InlineData("văn phòng các tỉnh ủy, thành ủy phải rà soát quy hoạch.", Addressee.ProvincialOffices)]
    [InlineData("các tỉnh ủy, thành ủy thực hiện tốt mấy việc: Một là, chuẩn bị kỹ nhân sự.", Addressee.ProvincialCommittees)]
    public void Addressee_IsOfTheLevelTheSubjectNames(string task, Addressee addressee)
    {
        var draft = PracticeReport.Read("Kết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu " + task);

        Assert.Equal(addressee, Assert.Single(draft.ItemsOf(ItemKind.Directive)).Addressee?.Value);
    }

    [Fact]
    public void Tasks_NumberedInRunningProse_AreOneEach()
    {
        var draft = PracticeReport.Read(
            "Kết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu các văn phòng: 1. Rà soát sổ công văn. 2. Kiểm kê tài sản trong tháng 3. 3. Nộp báo cáo "
            + "năm.");

        Assert.Equal(["1", "2", "3"], draft.ItemsOf(ItemKind.Directive).Select(item => item.Number));
        Assert.Equal("Rà soát sổ công văn.", draft.ItemsOf(ItemKind.Directive).First().Text);
    }

    [Fact]
    public void Count_OfTheTasksToCome_IsNoTask()
    {
        var draft = PracticeReport.Read(
            "Kết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu năm 2021 toàn ngành thực hiện tốt 3 nhiệm vụ. Thứ nhất, chuẩn bị kỹ nhân sự bầu cử. Thứ "
            + "hai, đánh giá lại đội ngũ cán bộ.");

        Assert.Equal(2, draft.ItemsOf(ItemKind.Directive).Count());
    }

    [Fact]
    public void Plan_GoesOnToTheEndOfItsSentence()
    {
        var draft = PracticeReport.Read("Báo cáo cho biết văn phòng sẽ hoàn chỉnh bộ quy trình mẫu; đưa phần mềm theo dõi vào chạy thử ở hai huyện.");

        Assert.Equal(2, draft.ItemsOf(ItemKind.PlannedTask).Count());
    }

    [Fact]
    public void Provinces_SpeakingInTurn_AreAllNamed()
    {
        var draft = PracticeReport.Read("Lần lượt đại diện các tỉnh Thanh Hóa, Hà Tĩnh và Quảng Trị phát biểu.");

        Assert.Equal(["Thanh Hóa", "Hà Tĩnh", "Quảng Trị"], draft.ProvincesSpeaking.Select(province => province.Text));
    }

    [Fact]
    public void Deadline_ToldBeforeTheTask_IsItsDeadline()
    {
        var directive = Assert.Single(PracticeReport.Read(
            "Kết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu trước Tết Nguyên đán 2021, các văn phòng nộp báo cáo.").ItemsOf(ItemKind.Directive));

        Assert.Equal("trước Tết Nguyên đán 2021", directive.Due);
        Assert.Equal(new DateOnly(2021, 2, 11), directive.Deadline?.End);
        Assert.StartsWith("các văn phòng", directive.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Commune_ThatComplains_TellsADifficulty()
    {
        var draft = PracticeReport.Read("Đảng ủy xã Sinh Lương phản ánh 5 thôn chưa có sóng di động, loa hỏng chưa có tiền thay.");

        Assert.Single(draft.ItemsOf(ItemKind.Difficulty));
        Assert.Empty(draft.ItemsOf(ItemKind.Shortcoming));
    }

    [Theory]
    [InlineData("Toàn ngành đã làm chủ phần mềm mới, xử lý 4.000 văn bản.", Addressee.Sector, null)]
    [InlineData("Các văn phòng tỉnh ủy, thành ủy đã tham mưu 120 văn bản đúng hạn.", Addressee.ProvincialOffices, null)]
    [InlineData("Văn phòng Tỉnh ủy Cà Mau đã tham mưu 120 văn bản đúng hạn.", Addressee.ProvincialOffices, "Cà Mau")]
    [InlineData("Tỉnh ủy Cà Mau và Nghệ An đã ban hành 12 nghị quyết chuyên đề.", Addressee.ProvincialCommittees, null)]
    public void Finding_SaysWhomItIsAbout_ByItsSubject(string finding, Addressee addressee, string? place)
    {
        var item = Assert.Single(PracticeReport.Read(finding).ItemsOf(ItemKind.Achievement));

        Assert.Equal(addressee, item.Addressee?.Value);
        Assert.Equal(place, item.AddresseePlace?.Text);
    }

    [Fact]
    public void LongResult_BeforeAColon_IsNoRequest()
    {
        var draft = PracticeReport.Read("Nửa đầu nhiệm kỳ, Đảng ủy thực hiện nhiệm vụ đạt kết quả khá đều, như: mở 12 lớp nghiệp vụ; số hóa xong kho lưu trữ.");

        Assert.Equal(2, draft.ItemsOf(ItemKind.Achievement).Count());
    }

    [Fact]
    public void Plan_ToldAfterItsPaper_IsAPlan()
    {
        var draft = PracticeReport.Read(
            "Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy.\n\n"
            + "Theo phương hướng nêu trong báo cáo, nửa cuối năm văn phòng mở thêm 3 lớp tập huấn; thay xong máy chủ.");

        Assert.Equal(2, draft.ItemsOf(ItemKind.PlannedTask).Count());
        Assert.Single(draft.ItemsOf(ItemKind.Achievement));
    }

    [Fact]
    public void Chair_WhoSpeaks_IsNoFloor_WhateverTheVerb()
    {
        var draft = PracticeReport.Read(
            "Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy.\n\n"
            + "Phát biểu tại hội nghị, đồng chí Phan Thị Mẫu coi đó là vốn quý của cơ quan. Đồng chí yêu cầu các phòng nộp hồ sơ trước ngày 15/2.");

        Assert.Single(draft.ItemsOf(ItemKind.Directive));
        Assert.Empty(draft.ItemsOf(ItemKind.Recommendation));
    }

    [Fact]
    public void ThosePresent_BelowAnOrder_AreNoOrder()
    {
        var draft = MinutesReader.Read(
            "Sáng 6/1/2021, dự hội nghị trực tuyến tổng kết công tác năm 2020 của Ban Dân vận Trung ương, Thường trực Ban Bí thư Lê Văn Mẫu yêu cầu "
            + "toàn ngành sát dân hơn, đối thoại với dân đều hơn.\n\nCuộc họp nhìn lại năm 2020; bàn việc năm 2021.\n\n"
            + "Cùng dự có các đồng chí: Trưởng Ban Phạm Thị Thử; Phó Trưởng Ban Trần Văn Thí.");

        Assert.Single(draft.Items);
        Assert.Equal(ItemKind.Directive, draft.Items[0].Kind);
    }

    [Fact]
    public void FaultsFoundByAnInspection_AreWorkDone()
    {
        var draft = PracticeReport.Read("Năm 2020, Ủy ban Kiểm tra các cấp kiểm tra 90 tổ chức đảng, chỉ ra 7 nơi làm chưa tốt.");

        Assert.Single(draft.ItemsOf(ItemKind.Achievement));
        Assert.Empty(draft.ItemsOf(ItemKind.Shortcoming));
    }

    [Fact]
    public void WhatIsAsked_IsAnOrder_EvenWhenItNamesWhatWasDoneBefore()
    {
        var draft = PracticeReport.Read("Kết luận hội nghị, đồng chí Phan Thị Mẫu đề nghị các văn phòng làm tốt những việc cấp trên đã giao.");

        Assert.Single(draft.ItemsOf(ItemKind.Directive));
    }

    [Fact]
    public void SpeakerForAProvince_Recommends()
    {
        var draft = MinutesReader.Read(
            "Ngày 6/1/2021, Ban Tuyên giáo Trung ương tổ chức hội nghị tổng kết công tác năm 2020. Đồng chí Lê Văn Mẫu, Phó Trưởng Ban Tuyên giáo Trung "
            + "ương chủ trì hội nghị.\n\nThay mặt tỉnh Hà Nam phát biểu, đồng chí Trần Thị Thử, Phó Trưởng Ban Tuyên giáo Tỉnh ủy đề nghị Ban mở thêm lớp "
            + "cho cấp huyện.");

        Assert.Single(draft.ItemsOf(ItemKind.Recommendation));
        Assert.Empty(draft.ItemsOf(ItemKind.Directive));
    }

    [Fact]
    public void GivenTasks_AfterPraise_AreOrders()
    {
        var draft = PracticeReport.Read(
            "Phát biểu chỉ đạo, đồng chí Phan Thị Mẫu ghi nhận nỗ lực của các phòng, rồi giao việc cho năm 2021: Phòng Tổng hợp phải lập lịch kiểm tra; "
            + "cử người trực số.");

        Assert.Equal(2, draft.ItemsOf(ItemKind.Directive).Count());
    }

    [Fact]
    public void FaultsNotAsWished_AreNoWish()
    {
        var draft = PracticeReport.Read("Cũng theo báo cáo, có những việc chưa như mong muốn: tin gửi trễ ở hai huyện; kho lưu trữ bừa bộn.");

        Assert.Equal(2, draft.ItemsOf(ItemKind.Shortcoming).Count());
        Assert.Empty(draft.ItemsOf(ItemKind.Recommendation));
    }

    [Fact]
    public void ReportReadByALeader_IsTheReport()
    {
        var draft = PracticeReport.Read(
            "Báo cáo do đồng chí Phan Thị Mẫu, Chánh Văn phòng Tỉnh ủy đọc nêu: văn phòng phục vụ 120 cuộc họp; số hóa 4.000 trang.");

        Assert.Equal(2, draft.ItemsOf(ItemKind.Achievement).Count());
        Assert.Empty(draft.ItemsOf(ItemKind.Directive));
    }

    [Fact]
    public void FloorSpeaker_ByAShortName_Recommends()
    {
        var draft = PracticeReport.Read(
            "Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy.\n\n"
            + "Đại diện Báo Hà Nam phản ánh vài sở né trả lời phóng viên. Báo đề xuất Ủy ban nhân dân tỉnh ban hành quy chế phát ngôn.");

        Assert.Single(draft.ItemsOf(ItemKind.Difficulty));
        Assert.Single(draft.ItemsOf(ItemKind.Recommendation));
    }

    [Fact]
    public void NumberedNotice_KeepsItsPartsApart()
    {
        var draft = MinutesReader.Read(
            "THÔNG BÁO\nKết luận hội nghị giao ban tháng 5 năm 2020\n\n"
            + "Ngày 02/6/2020, Thường trực Tỉnh ủy tổ chức hội nghị giao ban về công việc tháng 5. Đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy chủ trì và kết "
            + "luận như sau:\n\nI. Về việc đã làm\n1. Các ban đã giúp Tỉnh ủy tổ chức xong 4 đại hội điểm.\n\nII. Về điểm chưa được\n"
            + "1. Các ban ít trao đổi với nhau nên lịch kiểm tra chồng chéo.\n\nIII. Việc cần làm trong thời gian tới\n"
            + "1. Văn phòng Tỉnh ủy lập lịch kiểm tra chung.\n2. Các ban cắt giảm hội họp.\n\nVăn phòng Tỉnh ủy thông báo để các cơ quan biết.");

        Assert.Equal([ItemKind.Achievement, ItemKind.Shortcoming, ItemKind.Directive, ItemKind.Directive], draft.Items.Select(item => item.Kind));
        Assert.Equal("Thường trực Tỉnh ủy", draft.Organiser?.Text);
        Assert.Equal("M5-2020", draft.Period?.Text);
    }

    [Fact]
    public void ProvincesOwnPlan_AfterTheConclusion_IsNoOrder()
    {
        var draft = PracticeReport.Read(
            "Kết luận hội nghị, đồng chí Phan Thị Mẫu yêu cầu các văn phòng nộp báo cáo trước ngày 15/2.\n\n"
            + "Về phần mình, Văn phòng Huyện ủy Bình Lục sẽ mở 4 lớp tập huấn vào tháng 9.");

        Assert.Single(draft.ItemsOf(ItemKind.Directive));
        Assert.Single(draft.ItemsOf(ItemKind.PlannedTask));
    }

    [Fact]
    public void WhatTheRoomDid_IsNoFinding()
    {
        var draft = PracticeReport.Read(
            "Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy. Cả hội trường lặng đi khi màn hình chiếu ảnh cũ. Tiếng vỗ tay dậy lên rất lâu.");

        Assert.Single(draft.Items);
    }

    [Fact]
    public void Chair_WhoCountsTheTasksFirst_OrdersThem()
    {
        var draft = PracticeReport.Read(
            "Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy.\n\n"
            + "Đồng chí Phan Thị Mẫu, người chủ trì hội nghị, nêu 2 việc của quý I. (1) Các phòng phải thống nhất số liệu. (2) Phòng Tổng hợp kiểm tra sổ "
            + "trực tại 5 huyện.");

        Assert.Equal(2, draft.ItemsOf(ItemKind.Directive).Count());
    }

    [Fact]
    public void HowTheConferenceMet_IsNoFinding()
    {
        var draft = PracticeReport.Read(
            "Hội nghị họp trực tiếp tại trụ sở Tỉnh ủy kết hợp trực tuyến với 78 xã, phường. Năm 2020, văn phòng đã phục vụ 120 cuộc họp của cấp ủy.");

        Assert.Single(draft.Items);
    }
}
