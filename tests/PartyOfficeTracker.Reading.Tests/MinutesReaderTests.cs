using System.Text.Json;

namespace PartyOfficeTracker.Reading.Tests;

public class MinutesReaderTests
{
    private const string Opening =
        "Sáng 12/3/2020, Ban Dân vận Trung ương tổ chức hội nghị giao ban trực tuyến quý I năm 2020. Đồng chí Lê Văn Toàn, Phó Trưởng Ban Dân vận Trung "
        + "ương chủ trì hội nghị.\n";

    [Theory]
    [InlineData("Ngày 5/6/2019, Ban Kinh tế Trung ương tổ chức hội nghị chuyên đề.", "Ban Kinh tế Trung ương")]
    [InlineData("Hội nghị do Ban Nội chính Trung ương tổ chức ngày 5/6/2019.", "Ban Nội chính Trung ương")]
    [InlineData("Hội nghị giao ban được Ủy ban Kiểm tra Trung ương tổ chức ngày 5/6/2019.", "Ủy ban Kiểm tra Trung ương")]
    [InlineData("Ngày 5/6/2019, Ban Tuyên giáo T.Ư sơ kết công tác quý II.", "Ban Tuyên giáo Trung ương")]
    [InlineData("Ngày 5/6/2019, đồng chí Trần Văn An, Phó Chánh Văn phòng Trung ương Đảng chủ trì hội nghị.", null)]
    public void The_organiser_is_the_body_said_to_hold_the_conference(string text, string? organiser) =>
        Assert.Equal(organiser, MinutesReader.Read(text).Organiser?.Text);

    [Theory]
    [InlineData("Ngày 12 tháng 3 năm 2018, Ban Dân vận Trung ương tổ chức hội nghị.", "2018-03-12")]
    [InlineData("Sáng 24.11.2020, Ban Dân vận Trung ương tổ chức hội nghị.", "2020-11-24")]
    [InlineData("Chiều 28-12, Ban Dân vận Trung ương tổ chức hội nghị tổng kết công tác năm 2016.", "2016-12-28")]
    [InlineData("Chiều 8-1, Ban Dân vận Trung ương tổ chức hội nghị tổng kết công tác năm 2016.", "2017-01-08")]
    [InlineData("Ngày 7-7, Ban Dân vận Trung ương tổ chức hội nghị.", "--07-07")]
    [InlineData("Ban Dân vận Trung ương tổ chức hội nghị.", null)]
    [InlineData("09/07/2021 10:20\nSáng 8/7, Ban Dân vận Trung ương tổ chức hội nghị.", "2021-07-08")]
    public void The_day_is_the_one_of_the_conference_and_its_year_is_never_guessed(string text, string? date) =>
        Assert.Equal(date, MinutesReader.Read(text).Date?.Text);

    [Theory]
    [InlineData("tổng kết công tác năm 2019", ReportKind.YearEndReview, "2019")]
    [InlineData("giao ban công tác quý III năm 2019", ReportKind.Briefing, "Q3-2019")]
    [InlineData("sơ kết công tác 6 tháng đầu năm 2019", ReportKind.HalfYear, "H1-2019")]
    [InlineData("đánh giá công tác quý I/2019", ReportKind.Quarterly, "Q1-2019")]
    [InlineData("giao ban 9 tháng năm 2019", ReportKind.Briefing, "9M-2019")]
    [InlineData("sơ kết 5 năm thực hiện quy chế phối hợp", ReportKind.Other, null)]
    public void Kind_and_period_come_from_what_is_reviewed(string purpose, ReportKind kind, string? period)
    {
        var draft = MinutesReader.Read($"Sáng 5/11/2019, Ban Dân vận Trung ương tổ chức hội nghị {purpose}.");

        Assert.Equal((kind, period), (draft.Kind.Value, draft.Period?.Text));
    }

    [Theory]
    [InlineData("hội nghị trực tuyến", ReportForm.Online)]
    [InlineData("hội nghị trực tiếp kết hợp trực tuyến", ReportForm.Hybrid)]
    [InlineData("hội nghị tại Hà Nội", ReportForm.InPerson)]
    [InlineData("hội nghị", null)]
    public void The_form_is_what_the_text_says(string words, ReportForm? form) =>
        Assert.Equal(form, MinutesReader.Read($"Ngày 5/11/2019, Ban Dân vận Trung ương tổ chức {words}.").Form?.Value);

    [Fact]
    public void Commas_inside_a_title_do_not_separate_chairs()
    {
        var draft = MinutesReader.Read(
            "Ngày 5/11/2019, Ban Dân vận Trung ương tổ chức hội nghị. Chủ trì hội nghị có các đồng chí: Trần Thị Hà, Ủy viên Bộ Chính trị, Bí thư Trung "
            + "ương Đảng, Trưởng Ban Dân vận Trung ương; Lê Văn Toàn, Phó Trưởng Ban.");

        Assert.Equal(["Trần Thị Hà", "Lê Văn Toàn"], draft.Chairs.Select(chair => chair.Name.Text));
        Assert.Equal("Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng, Trưởng Ban Dân vận Trung ương", draft.Chairs[0].Title?.Text);
    }

    [Fact]
    public void A_local_chair_belongs_to_the_connection_point_not_to_the_conference()
    {
        var draft = MinutesReader.Read(Opening + "Tại điểm cầu tỉnh Sóc Trăng (Hội trường Tỉnh ủy), đồng chí Lâm Văn Mẫn, Bí thư Tỉnh ủy chủ trì.");

        Assert.Equal(["Lê Văn Toàn"], draft.Chairs.Select(chair => chair.Name.Text));
        var point = Assert.Single(draft.ConnectionPoints);
        Assert.Equal(("Sóc Trăng", "Lâm Văn Mẫn", "Hội trường Tỉnh ủy"), (point.Place.Text, point.Chair?.Name.Text, point.Room?.Text));
    }

    [Fact]
    public void Attending_at_a_point_is_not_chairing_it()
    {
        var draft = MinutesReader.Read(Opening + "Dự tại điểm cầu Sóc Trăng có đồng chí Lâm Văn Mẫn, Bí thư Tỉnh ủy.");

        Assert.Null(Assert.Single(draft.ConnectionPoints).Chair);
    }

    [Fact]
    public void Clauses_after_a_shortcoming_opener_are_items_and_causes_are_not()
    {
        var draft = MinutesReader.Read(Opening +
            "Báo cáo nêu rõ, trong quý I, các tỉnh đã triển khai kịp thời công tác dân vận. Tuy nhiên, còn một số hạn chế như: nắm tình hình chưa sát "
            + "cơ sở; phong trào thiếu chiều sâu. Nguyên nhân là do cán bộ kiêm nhiệm nhiều việc.");

        Assert.Equal(["các tỉnh đã triển khai kịp thời công tác dân vận."], draft.ItemsOf(ItemKind.Achievement).Select(item => item.Text));
        Assert.Equal(["nắm tình hình chưa sát cơ sở", "phong trào thiếu chiều sâu."], draft.ItemsOf(ItemKind.Shortcoming).Select(item => item.Text));
    }

    [Fact]
    public void A_piece_without_a_verb_stays_with_the_clause_before()
    {
        var draft = MinutesReader.Read(Opening + "Báo cáo cho biết, các tỉnh đã xử lý tốt nhiều việc phức tạp; những vấn đề nổi lên ở địa phương.");

        Assert.Equal("các tỉnh đã xử lý tốt nhiều việc phức tạp; những vấn đề nổi lên ở địa phương.", Assert.Single(draft.ItemsOf(ItemKind.Achievement)).Text);
    }

    [Fact]
    public void Numbered_conclusions_become_numbered_directives_with_addressee_and_deadline()
    {
        var draft = MinutesReader.Read(Opening +
            "Kết luận hội nghị, đồng chí Lê Văn Toàn yêu cầu ban dân vận các tỉnh ủy, thành ủy: (1) Nắm chắc tình hình cơ sở. (2) Gửi báo cáo quý trước "
            + "ngày 25/3/2020. (3) Bồi dưỡng cán bộ mới.");

        var directives = draft.ItemsOf(ItemKind.Directive).ToList();
        Assert.Equal(["1", "2", "3"], directives.Select(item => item.Number));
        Assert.Equal("yêu cầu", directives[0].Verb);
        Assert.Equal(new DateOnly(2020, 3, 24), directives[1].Deadline?.End);
        Assert.Equal(DeadlineKind.Missing, directives[2].Deadline?.Kind);
    }

    [Fact]
    public void A_lead_in_period_holds_until_the_next_one()
    {
        var draft = MinutesReader.Read(Opening +
            "Kết luận hội nghị, đồng chí Lê Văn Toàn đề nghị trong năm 2020, các cấp ủy quan tâm công tác dân vận. Tăng cường đối thoại với nhân dân. "
            + "Trước mắt, các tỉnh ủy tập trung phòng, chống dịch.");

        Assert.Equal(["2020", "2020", "trước mắt"], draft.ItemsOf(ItemKind.Directive).Select(item => item.Due));
        Assert.Equal(DeadlineKind.Immediate, draft.ItemsOf(ItemKind.Directive).Last().Deadline?.Kind);
    }

    [Fact]
    public void Praise_and_wishes_in_a_conclusion_are_no_directives()
    {
        var draft = MinutesReader.Read(Opening +
            "Kết luận hội nghị, đồng chí Lê Văn Toàn biểu dương cố gắng của toàn ngành. Đồng chí chúc các đại biểu mạnh khỏe.");

        Assert.Empty(draft.ItemsOf(ItemKind.Directive));
    }

    [Fact]
    public void What_the_floor_asks_of_the_centre_is_a_recommendation()
    {
        var draft = MinutesReader.Read(
            Opening + "Thảo luận tại hội nghị, đại diện một số tỉnh kiến nghị Ban Dân vận Trung ương sớm ban hành tài liệu tập huấn.");

        var asked = Assert.Single(draft.ItemsOf(ItemKind.Recommendation));
        Assert.Equal(("Ban Dân vận Trung ương sớm ban hành tài liệu tập huấn.", "Ban Dân vận Trung ương"), (asked.Text, asked.To));
    }

    [Fact]
    public void Page_furniture_is_set_aside_and_gives_no_items()
    {
        var draft = MinutesReader.Read("Trang chủ | Tin tức\n13/03/2020 08:00 Lượt xem: 12\n" + Opening +
            "Trong quý I, các tỉnh đã triển khai kịp thời công tác dân vận.\nTin liên quan\nHuyện A đã hoàn thành tốt đại hội (01/03/2020)\n");

        Assert.Single(draft.Items);
        Assert.Equal(4, draft.Blocks.Count(block => block.Kind == BlockKind.Furniture));
    }

    [Theory]
    [InlineData("Quán triệt Chỉ thị số 35-CT/TW ngày 30/5/2019.", "35-CT/TW")]
    [InlineData("Thực hiện Nghị định số 130/2020/NĐ-CP của Chính phủ.", "130/2020/NĐ-CP")]
    [InlineData("Thực hiện Chỉ thị 05 của Bộ Chính trị.", "Chỉ thị 05")]
    [InlineData("Thực hiện Quyết định số 217, 218 của Bộ Chính trị.", "Quyết định 217|Quyết định 218")]
    [InlineData("Nghị quyết Trung ương 4 khóa XII được quán triệt.", "")]
    public void Documents_are_cited_by_number_and_symbol_and_no_symbol_is_invented(string sentence, string codes) =>
        Assert.Equal(codes, string.Join('|', MinutesReader.Read(Opening + sentence).Documents.Select(document => document.Code)));

    [Theory]
    [InlineData("Tỷ lệ đạt trên 85% kế hoạch.", "85", FigureBound.AtLeast)]
    [InlineData("Cả nước có gần 1.250 mô hình tốt.", "1.250", FigureBound.About)]
    [InlineData("Đã kiểm tra 67 đảng bộ.", "67", FigureBound.Exact)]
    public void Figures_keep_their_bound(string sentence, string number, FigureBound bound)
    {
        var figure = Assert.Single(MinutesReader.Read(Opening + sentence).Figures);

        Assert.Equal((number, bound), (figure.Number, figure.Bound));
    }

    [Theory]
    [InlineData("Sau 5 năm, phong trào lan rộng.")]
    [InlineData("Hội nghị Trung ương 7 khóa XII.")]
    [InlineData("Chính quyền địa phương 2 cấp vận hành tốt.")]
    [InlineData("Nhiệm kỳ 2020 - 2025 đạt nhiều kết quả.")]
    public void Durations_ordinals_and_years_are_no_figures(string sentence) => Assert.Empty(MinutesReader.Read(Opening + sentence).Figures);

    [Fact]
    public void The_json_has_every_scalar_even_when_it_is_null()
    {
        var json = JsonDocument.Parse(DraftJson.Write(MinutesReader.Read(""))).RootElement;

        Assert.All(
            new[] { "organiser", "date", "timeOfDay", "form", "period", "author" }, key => Assert.Equal(JsonValueKind.Null, json.GetProperty(key).ValueKind));
        Assert.Equal("other", json.GetProperty("kind").GetString());
    }

    [Fact]
    public void Vietnamese_letters_are_written_as_they_are() =>
        Assert.Contains("Ban Dân vận Trung ương", DraftJson.Write(MinutesReader.Read(Opening)), StringComparison.Ordinal);
}
