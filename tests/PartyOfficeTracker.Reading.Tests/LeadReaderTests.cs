namespace PartyOfficeTracker.Reading.Tests;

/// <summary>Who held the conference, when, how and over what period; each of these was read wrongly once.</summary>
public class LeadReaderTests
{
    [Theory]
    [InlineData(
        "Chiều 30/12/2020, Ban Tổ chức Trung ương tổ chức Hội nghị giao ban trực tuyến với ban tổ chức các tỉnh ủy, thành ủy để đánh giá kết quả năm "
        + "2020.", "Hội nghị giao ban trực tuyến với ban tổ chức các tỉnh ủy, thành ủy")]
    [InlineData(
        "Sáng 11/1/2022, Tỉnh ủy Hà Nam tổ chức Hội nghị tổng kết công tác nội chính, phòng chống tham nhũng năm 2021, triển khai nhiệm vụ 2022.",
        "Hội nghị tổng kết công tác nội chính, phòng chống tham nhũng năm 2021")]
    [InlineData("Sáng 11/1/2022, các đại biểu họp.", null)]
    public void Conference_WithoutAHeadline_IsNamedAsItsFirstSentenceNamesIt(string text, string? title)
    {
        Assert.Equal(title, MinutesReader.Read(text).Title?.Text);
    }

    [Fact]
    public void Period_OfTheAnnouncement_CountsForMoreThanThatOfATask()
    {
        var draft = MinutesReader.Read(
            "Chiều 7/7, Ban Nội chính Trung ương tổ chức Hội nghị trực tuyến giao ban công tác nội chính 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng "
            + "cuối năm 2021. Kết luận hội nghị, đồng chí Phan Văn Mẫu yêu cầu rà soát án tồn. Giao Ban Nội chính Tỉnh ủy Mẫu báo cáo kết quả trong quý "
            + "III/2021.");

        Assert.Equal("H1-2021", draft.Period?.Text);
    }

    [Theory]
    [InlineData("Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh")]
    [InlineData("Cụm Ban Tuyên giáo các tỉnh ủy Tây Nguyên")]
    public void Organiser_OfALongName_IsNamedInFull(string name)
    {
        Assert.Equal(name, MinutesReader.Read($"Sáng 6/1/2021, {name} tổ chức hội nghị tổng kết công tác năm 2020.").Organiser?.Text);
    }

    [Theory]
    [InlineData("Chiều 28/3, Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị giao ban cộng tác viên dư luận xã hội tháng 3 năm 2017.", "M3-2017", "2017-03-28")]
    [InlineData(
        "Sáng qua 29.9, Ban Tổ chức Tỉnh ủy tổ chức hội nghị sơ kết công tác quý III, triển khai nhiệm vụ quý IV.2016; kết hợp nhìn lại 5 năm thực hiện "
        + "Chỉ thị 30-CT/TW.", "Q3-2016", "2016-09-29")]
    [InlineData(
        "Sáng 14/7, Ủy ban Kiểm tra Tỉnh ủy tổ chức hội nghị giao ban, bàn nhiệm vụ những tháng cuối năm. 6 tháng đầu năm, đã kiểm tra 386 tổ chức đảng "
        + "(tăng 152 so với cùng kỳ năm 2020).", "H1-2021", "2021-07-14")]
    public void Year_ComesFromWhatTheTextComparesOrPlans(string text, string period, string date)
    {
        var draft = MinutesReader.Read(text);

        Assert.Equal(period, draft.Period?.Text);
        Assert.Equal(date, draft.Date?.Text);
    }

    [Theory]
    [InlineData(
        "Chiều 7/7/2022, tại huyện Kim Bảng, Cụm thi đua văn phòng cấp ủy 7 huyện, thị ủy phía bắc tổ chức hội nghị sơ kết 6 tháng đầu năm 2022.",
        "Cụm thi đua văn phòng cấp ủy 7 huyện, thị ủy phía bắc")]
    [InlineData(
        "Tiểu ban Bảo vệ chính trị nội bộ tỉnh Hà Nam tổ chức Hội nghị sơ kết công tác 6 tháng đầu năm 2023 vào sáng 19/7.",
        "Tiểu ban Bảo vệ chính trị nội bộ tỉnh Hà Nam")]
    public void Organiser_OfANameNobodyForesaw_IsWhateverHoldsTheConference(string text, string organiser)
    {
        Assert.Equal(organiser, MinutesReader.Read(text).Organiser?.Text);
    }

    [Fact]
    public void HeadOfASubcommittee_Chairs()
    {
        var draft = MinutesReader.Read(
            "Sáng 19/7/2023, Tiểu ban Bảo vệ chính trị nội bộ tỉnh Hà Nam tổ chức hội nghị. Đồng chí Lê Văn Mẫu, Phó Bí thư Thường trực Tỉnh ủy, Trưởng "
            + "Tiểu ban chủ trì.");

        Assert.Equal("Lê Văn Mẫu", Assert.Single(draft.Chairs).Name.Text);
    }

    [Theory]
    [InlineData(
        "Ngày 8/1/2016, tại Hội trường A, Đảng ủy Trường Đại học Nông Lâm, Đại học Mẫu tổ chức Hội nghị tổng kết năm 2015.",
        "Đảng ủy Trường Đại học Nông Lâm, Đại học Mẫu")]
    [InlineData("Sáng 30/10/2025, Ban Thường vụ Đảng ủy xã Tân Mẫu tổ chức Hội nghị giao ban tháng 10.", "Ban Thường vụ Đảng ủy xã Tân Mẫu")]
    [InlineData("Sáng 29/12/2017, Ban Thường vụ Huyện ủy Cư M’gar tổ chức hội nghị tổng kết năm 2017.", "Ban Thường vụ Huyện ủy Cư M’gar")]
    [InlineData("Chiều 7/11/2022, Ban Tuyên giáo Tỉnh ủy Hà Giang phối hợp Sở Thông tin giao ban báo chí tháng 10.", "Ban Tuyên giáo Tỉnh ủy Hà Giang")]
    [InlineData("Sáng 20/12/2018, Đảng ủy cơ quan Trung ương Đoàn đã tổ chức hội nghị tổng kết năm 2018.", "Đảng ủy cơ quan Trung ương Đoàn")]
    [InlineData("Ngày 15/7/2019, tại trụ sở Bộ, Đảng ủy Bộ tổ chức Hội nghị sơ kết 6 tháng đầu năm 2019.", "Đảng ủy Bộ")]
    [InlineData(
        "Chiều 13-7-2017, tại Hà Nội, Ðảng ủy Khối Doanh nghiệp T.Ư tổ chức hội nghị sơ kết sáu tháng đầu năm 2017.", "Đảng ủy Khối Doanh nghiệp Trung ương")]
    public void Organiser_MayBeAnyPartyCommittee(string text, string organiser)
    {
        Assert.Equal(organiser, MinutesReader.Read(text).Organiser?.Text);
    }

    [Fact]
    public void Half_ReviewedBesideOneYearOfAResolution_IsThePeriod()
    {
        var draft = MinutesReader.Read(
            "Ngày 11/7/2014, Ban Dân vận Trung ương tổ chức hội nghị sơ kết công tác dân vận 6 tháng đầu năm, bàn nhiệm vụ 6 tháng cuối năm 2014. Nội "
            + "dung chính của hội nghị là kiểm điểm 01 năm thực hiện Nghị quyết số 25-NQ/TW.");

        Assert.Equal("H1-2014", draft.Period?.Text);
    }

    [Fact]
    public void Form_ToldInASentenceOfItsOwn_IsRead()
    {
        var draft = MinutesReader.Read(
            "Sáng 23/12/2025, Ban Tổ chức Tỉnh ủy Hà Nam tổ chức hội nghị tổng kết năm 2025. Hội nghị được tổ chức trực tiếp tại Trung tâm Hội nghị "
            + "tỉnh kết hợp trực tuyến đến 69 đảng ủy xã.");

        Assert.Equal(ReportForm.Hybrid, draft.Form?.Value);
    }

    [Fact]
    public void Day_OfALetterhead_IsNoPeriod()
    {
        var draft = MinutesReader.Read(
            "Ngày 12 tháng 7 năm 2018, tại hội trường Thành ủy, Văn phòng Thành ủy Cần Thơ tổ chức hội nghị giao ban văn phòng cấp ủy 6 tháng đầu năm "
            + "2018. Đồng chí Huỳnh Văn Mẫu, Chánh Văn phòng Thành ủy chủ trì hội nghị.");

        Assert.Equal("H1-2018", draft.Period?.Text);
        Assert.Equal("2018-07-12", draft.Date?.Text);
    }

    [Fact]
    public void Dateline_WithYesterdayInBrackets_IsTheDayOfTheConference()
    {
        var draft = MinutesReader.Read(
            "Thứ ba, 30/12/2014 07:41\n\n(HN) - Một năm làm báo được nhìn lại tại hội nghị báo chí toàn quốc tổng kết công tác năm 2014 do Ban Tuyên "
            + "giáo Trung ương, Bộ Thông tin và Truyền thông, Hội Nhà báo Việt Nam phối hợp tổ chức hôm qua (29-12) tại Hà Nội.");

        Assert.Equal("2014-12-29", draft.Date?.Text);
    }

    [Fact]
    public void Name_BrokenByTheEndOfALine_IsOneNameAndItsSpanHoldsTheBreak()
    {
        const string text =
            "Ngày 28/12/2023, tại nhà văn hóa huyện, Huyện ủy Na Hang tổ\nchức hội nghị tổng kết công tác tuyên giáo năm 2023, triển\n"
            + "khai nhiệm vụ năm 2024. Chủ trì hội nghị là đồng chí Nông\nVăn Mẫu, Phó Bí thư Thường trực Huyện ủy.";
        var draft = MinutesReader.Read(text);

        var chair = Assert.Single(draft.Chairs);
        Assert.Equal("Nông Văn Mẫu", chair.Name.Text);
        Assert.Equal("Nông\nVăn Mẫu", text[chair.Name.Span!.Value.Start..chair.Name.Span!.Value.End]);
        Assert.Equal("Huyện ủy Na Hang", draft.Organiser?.Text);
    }

    [Fact]
    public void YearOfAnEarlierConference_IsNotThePeriodReviewed()
    {
        var draft = MinutesReader.Read(
            "Trưởng Ban Lê Văn Mẫu chủ trì hội nghị.\n\nTrong quý III/2022, ngành bám Kết luận số 06-KL/BTCTW của hội nghị toàn quốc tổng kết năm 2021, "
            + "hoàn thành 16 đề án.");

        Assert.Equal("Q3-2022", draft.Period?.Text);
    }

    private const string Held = ", Văn phòng Tỉnh ủy Hà Nam tổ chức hội nghị giao ban với văn phòng các huyện ủy.";

    [Theory]
    [InlineData("Sáng ngày 03 tháng 8 năm 2022")]
    [InlineData("Ngày 06 tháng 9 năm 2022")]
    [InlineData("Sáng mùng 8 tháng Giêng (29/01/2023)")]
    [InlineData("Chiều 05 tháng 11 năm 2022")]
    public void Day_IsNoNumberOfMonths(string day) => Assert.Null(MinutesReader.Read(day + Held).Period);

    [Theory]
    [InlineData("Sáng 14–02–2022", "2022-02-14", DaySession.Morning)]
    [InlineData("Chiều 14 – 02 – 2022", "2022-02-14", DaySession.Afternoon)]
    [InlineData("Sáng mùng 8 tháng Giêng (29/01/2023)", "2023-01-29", DaySession.Morning)]
    [InlineData("13h30 ngày 14/02/2022", "2022-02-14", DaySession.Afternoon)]
    [InlineData("8 giờ 00, ngày 14/02/2022", "2022-02-14", DaySession.Morning)]
    [InlineData("Ngày 14/02/2022, lúc 19h00", "2022-02-14", DaySession.Evening)]
    [InlineData("Tối 14/02/2022", "2022-02-14", DaySession.Evening)]
    public void Session_IsTheWordsOrTheHours(string when, string day, DaySession session)
    {
        var draft = MinutesReader.Read(when + Held);

        Assert.Equal((day, session), (draft.Date?.Text, draft.Session?.Value));
    }

    [Fact]
    public void WholeDay_ByItsHours_IsNoSession() =>
        Assert.Null(MinutesReader.Read("Từ 8h00 ngày 14/02/2022 đến 16h30 cùng ngày" + Held).Session);

    [Theory]
    [InlineData("Trong hai ngày 14 và 15/02/2022", "2022-02-14", "2022-02-15")]
    [InlineData("Từ ngày 14 đến ngày 16/02/2022", "2022-02-14", "2022-02-16")]
    [InlineData("Ngày 14-15/02/2022", "2022-02-14", "2022-02-15")]
    [InlineData("Trong 2 ngày (30/12 và 02/01/2022)", "2021-12-30", "2022-01-02")]
    [InlineData("Các ngày 28/02 và 01/3/2022", "2022-02-28", "2022-03-01")]
    [InlineData("Sáng 14/02/2022", "2022-02-14", null)]
    public void ConferenceOfSeveralDays_BeginsOnTheFirst(string days, string first, string? last)
    {
        var draft = MinutesReader.Read(days + Held);

        Assert.Equal((first, last), (draft.Date?.Text, draft.LastDay?.Text));
    }

    [Theory]
    [InlineData("Hội nghị giao ban lẽ ra họp ngày 10/02/2022 nhưng phải lùi lại. Sáng 14/02/2022", "2022-02-14", true)]
    [InlineData("Ban đầu hội nghị giao ban dự kiến tổ chức ngày 10/02/2022, sau đó hoãn lại. Sáng 14/02/2022", "2022-02-14", true)]
    [InlineData("Do mưa lũ, hội nghị giao ban ngày 10/02/2022 dời sang ngày 14/02/2022. Sáng nay", "2022-02-14", true)]
    [InlineData("Sáng 14/02/2022", "2022-02-14", false)]
    public void ConferenceThatWasPutOff_IsOfTheDayItWasHeld(string told, string day, bool isSaid)
    {
        var draft = MinutesReader.Read(told + Held);

        Assert.Equal(day, draft.Date?.Text);
        Assert.Equal(isSaid, draft.Warnings.Contains(ReadWarning.PutOff));
    }

    [Fact]
    public void TwoConferences_InOneText_AreSaid()
    {
        const string second = " Chiều cùng ngày, Ban Nội chính Tỉnh ủy tổ chức hội nghị sơ kết quý I.";

        Assert.Contains(ReadWarning.TwoConferences, MinutesReader.Read("Sáng 14/02/2022" + Held + second).Warnings);
        Assert.Empty(MinutesReader.Read("Sáng 14/02/2022" + Held).Warnings);
    }

    [Fact]
    public void Chair_OfPointsJoinedByAnd_ChairsAtBoth()
    {
        var draft = MinutesReader.Read("Sáng 14/02/2022" + Held + " Đồng chí Phan Thị Mẫu, Chánh Văn phòng Tỉnh ủy chủ trì tại điểm cầu Nam Định và " +
            "điểm cầu tỉnh Thái Bình.");

        Assert.Equal([("Nam Định", "Phan Thị Mẫu"), ("Thái Bình", "Phan Thị Mẫu")], draft.ConnectionPoints.Select(point => (point.Place.Text,
            point.Chair?.Name.Text)));
    }

    [Theory]
    [InlineData("trụ sở Chính phủ")]
    [InlineData("Đảng ủy Khối các cơ quan tỉnh")]
    public void Point_AtABodysSeat_IsNoPlaceOfHalfItsName(string seat) =>
        Assert.DoesNotContain(MinutesReader.Read("Sáng 14/02/2022" + Held + " Dự tại điểm cầu " + seat + " có lãnh đạo các ban.").ConnectionPoints,
            point => point.Place.Text is "Chính" or "Đảng");

    [Fact]
    public void Chairs_OfSeveralPointsInOneSentence_SitWhereTheyAreNamed()
    {
        var draft = MinutesReader.Read(
            "Sáng 14/02/2022" + Held + " Đồng chí Phan Thị Mẫu chủ trì tại điểm cầu Nam Định, đồng chí Lê Văn Mẫu chủ trì tại điểm cầu Thái Bình và " +
                "điểm cầu Hà Nam.");

        Assert.Equal(["Phan Thị Mẫu", "Lê Văn Mẫu", "Lê Văn Mẫu"], draft.ConnectionPoints.Select(point => point.Chair?.Name.Text));
    }
}
