namespace PartyOfficeTracker.Reading.Tests;

public class DeadlinePhraseReaderTests
{
    private static readonly DateOnly Conference = new(2021, 1, 13);

    [Theory]
    [InlineData("trước mắt", DeadlineKind.Immediate, null, null)]
    [InlineData("Trước mắt", DeadlineKind.Immediate, null, null)]
    [InlineData("ngay sau hội nghị", DeadlineKind.Immediate, null, null)]
    [InlineData("ngay sau hội nghị này", DeadlineKind.Immediate, null, null)]
    [InlineData("khẩn trương", DeadlineKind.Immediate, null, null)]
    [InlineData("trong những ngày tới", DeadlineKind.Immediate, null, null)]
    [InlineData("đầu tháng 01 năm 2021", DeadlineKind.PeriodEnd, "2021-01-01", "2021-01-10")]
    [InlineData("giữa tháng 4/2021", DeadlineKind.PeriodEnd, "2021-04-11", "2021-04-20")]
    [InlineData("cuối tháng 6 năm 2021", DeadlineKind.PeriodEnd, "2021-06-21", "2021-06-30")]
    [InlineData("trong tháng 01 năm 2021", DeadlineKind.PeriodEnd, "2021-01-01", "2021-01-31")]
    [InlineData("trong tháng 02/2024", DeadlineKind.PeriodEnd, "2024-02-01", "2024-02-29")]
    [InlineData("trong tháng 3", DeadlineKind.PeriodEnd, "2021-03-01", "2021-03-31")]
    [InlineData("quý IV năm 2020", DeadlineKind.PeriodEnd, "2020-10-01", "2020-12-31")]
    [InlineData("quí IV năm 2020", DeadlineKind.PeriodEnd, "2020-10-01", "2020-12-31")]
    [InlineData("trong quý I/2021", DeadlineKind.PeriodEnd, "2021-01-01", "2021-03-31")]
    [InlineData("quý II", DeadlineKind.PeriodEnd, "2021-04-01", "2021-06-30")]
    [InlineData("quý 3 năm 2022", DeadlineKind.PeriodEnd, "2022-07-01", "2022-09-30")]
    [InlineData("đầu quý II/2021", DeadlineKind.PeriodEnd, "2021-04-01", "2021-04-30")]
    [InlineData("6 tháng đầu năm", DeadlineKind.PeriodEnd, "2021-01-01", "2021-06-30")]
    [InlineData("sáu tháng đầu năm 2017", DeadlineKind.PeriodEnd, "2017-01-01", "2017-06-30")]
    [InlineData("6 tháng cuối năm", DeadlineKind.PeriodEnd, "2021-07-01", "2021-12-31")]
    [InlineData("trong 6 tháng cuối năm 2021", DeadlineKind.PeriodEnd, "2021-07-01", "2021-12-31")]
    [InlineData("4 tháng cuối năm", DeadlineKind.PeriodEnd, "2021-09-01", "2021-12-31")]
    [InlineData("3 tháng còn lại", DeadlineKind.PeriodEnd, "2021-10-01", "2021-12-31")]
    [InlineData("nửa cuối năm", DeadlineKind.PeriodEnd, "2021-07-01", "2021-12-31")]
    [InlineData("nửa đầu năm 2022", DeadlineKind.PeriodEnd, "2022-01-01", "2022-06-30")]
    [InlineData("trong quý I và quý II năm 2021", DeadlineKind.PeriodEnd, "2021-01-01", "2021-06-30")]
    [InlineData("trước 17 giờ ngày 15/01/2021", DeadlineKind.Fixed, null, "2021-01-15")]
    [InlineData("từ ngày 01/02/2021 đến ngày 10/02/2021", DeadlineKind.Fixed, "2021-02-01", "2021-02-10")]
    [InlineData("trong tháng 13 năm 2021", DeadlineKind.Missing, null, null)]
    [InlineData("trong quý 5 năm 2021", DeadlineKind.Missing, null, null)]
    [InlineData("trong dịp tết Nguyên đán Tân Sửu 2021", DeadlineKind.PeriodEnd, "2021-02-12", "2021-02-14")]
    [InlineData("dịp Tết Nguyên đán Giáp Thìn", DeadlineKind.PeriodEnd, "2024-02-10", "2024-02-12")]
    [InlineData("trước Tết Nguyên đán Nhâm Dần", DeadlineKind.PeriodEnd, null, "2022-01-31")]
    [InlineData("trước tết", DeadlineKind.PeriodEnd, null, "2021-02-11")]
    [InlineData("Tết Quý Mão 2023", DeadlineKind.PeriodEnd, "2023-01-22", "2023-01-24")]
    [InlineData("sau Tết Nguyên đán Tân Sửu", DeadlineKind.Conditional, "2021-02-15", null)]
    [InlineData("từ nay đến Đại hội XIII", DeadlineKind.PeriodEnd, "2021-01-13", "2021-01-24")]
    [InlineData("từ nay đến Đại hội XIII của Đảng", DeadlineKind.PeriodEnd, "2021-01-13", "2021-01-24")]
    [InlineData("trước Đại hội XIV của Đảng", DeadlineKind.PeriodEnd, null, "2026-01-18")]
    [InlineData("Đại hội đại biểu toàn quốc lần thứ XII", DeadlineKind.PeriodEnd, "2016-01-20", "2016-01-28")]
    [InlineData("sau Đại hội XIII", DeadlineKind.Conditional, "2021-02-02", null)]
    [InlineData("sau đại hội", DeadlineKind.Conditional, null, null)]
    [InlineData("Sau đại hội đảng bộ tỉnh", DeadlineKind.Conditional, null, null)]
    [InlineData("khi có hướng dẫn của Trung ương", DeadlineKind.Conditional, null, null)]
    [InlineData("sau khi Bộ Chính trị cho ý kiến", DeadlineKind.Conditional, null, null)]
    [InlineData("tùy tình hình thực tế", DeadlineKind.Conditional, null, null)]
    [InlineData("trước bầu cử đại biểu Quốc hội khóa XV", DeadlineKind.PeriodEnd, null, "2021-05-22")]
    [InlineData("đến ngày bầu cử", DeadlineKind.PeriodEnd, null, "2021-05-22")]
    [InlineData("cuộc bầu cử đại biểu Quốc hội khóa XVI", DeadlineKind.PeriodEnd, "2026-03-15", "2026-03-15")]
    [InlineData("hằng quý, tháng, tuần", DeadlineKind.Standing, null, null)]
    [InlineData("hàng tháng", DeadlineKind.Standing, null, null)]
    [InlineData("hằng năm", DeadlineKind.Standing, null, null)]
    [InlineData("thường xuyên", DeadlineKind.Standing, null, null)]
    [InlineData("định kỳ", DeadlineKind.Standing, null, null)]
    [InlineData("mỗi quý một lần", DeadlineKind.Standing, null, null)]
    [InlineData("toàn khóa", DeadlineKind.Standing, null, null)]
    [InlineData("suốt nhiệm kỳ", DeadlineKind.Standing, null, null)]
    [InlineData("trước ngày 15/3/2021", DeadlineKind.Fixed, null, "2021-03-14")]
    [InlineData("trước 15-3-2021", DeadlineKind.Fixed, null, "2021-03-14")]
    [InlineData("chậm nhất 31-12", DeadlineKind.Fixed, null, "2021-12-31")]
    [InlineData("chậm nhất là ngày 28/02/2022", DeadlineKind.Fixed, null, "2022-02-28")]
    [InlineData("ngày 30 tháng 6 năm 2021", DeadlineKind.Fixed, "2021-06-30", "2021-06-30")]
    [InlineData("đến hết ngày 30/9/2021", DeadlineKind.Fixed, null, "2021-09-30")]
    [InlineData("xong trước ngày 01/7", DeadlineKind.Fixed, null, "2021-06-30")]
    [InlineData("chậm nhất ngày 05/01", DeadlineKind.Fixed, null, "2022-01-05")]
    [InlineData("năm 2021", DeadlineKind.PeriodEnd, "2021-01-01", "2021-12-31")]
    [InlineData("trong năm 2022", DeadlineKind.PeriodEnd, "2022-01-01", "2022-12-31")]
    [InlineData("2021", DeadlineKind.PeriodEnd, "2021-01-01", "2021-12-31")]
    [InlineData("ngay đầu năm 2021", DeadlineKind.PeriodEnd, "2021-01-01", "2021-03-31")]
    [InlineData("cuối năm", DeadlineKind.PeriodEnd, "2021-10-01", "2021-12-31")]
    [InlineData("cuối năm 2020", DeadlineKind.PeriodEnd, "2020-10-01", "2020-12-31")]
    [InlineData("năm nay", DeadlineKind.PeriodEnd, "2021-01-01", "2021-12-31")]
    [InlineData("năm tới", DeadlineKind.PeriodEnd, "2022-01-01", "2022-12-31")]
    [InlineData("giai đoạn 2021-2025", DeadlineKind.PeriodEnd, "2021-01-01", "2025-12-31")]
    [InlineData("nhiệm kỳ 2020 - 2025", DeadlineKind.PeriodEnd, "2020-01-01", "2025-12-31")]
    [InlineData("trước tháng 9/2021", DeadlineKind.PeriodEnd, null, "2021-08-31")]
    [InlineData("trước quý IV/2021", DeadlineKind.PeriodEnd, null, "2021-09-30")]
    [InlineData("trong thời gian tới", DeadlineKind.Missing, null, null)]
    [InlineData("thời gian tới", DeadlineKind.Missing, null, null)]
    [InlineData("", DeadlineKind.Missing, null, null)]
    [InlineData("nâng cao chất lượng tham mưu", DeadlineKind.Missing, null, null)]
    public void A_phrase_becomes_a_kind_and_an_interval(string phrase, DeadlineKind kind, string? start, string? end)
    {
        var reading = DeadlinePhraseReader.Read(phrase, AnchorEvents.Default, Conference);

        Assert.Equal((kind, start, end), (reading.Kind, Iso(reading.Start), Iso(reading.End)));
    }

    [Theory]
    [InlineData("quý II")]
    [InlineData("cuối năm")]
    [InlineData("chậm nhất 31-12")]
    [InlineData("6 tháng cuối năm")]
    public void Without_a_conference_day_a_phrase_without_a_year_keeps_its_kind_and_gets_no_interval(string phrase)
    {
        var reading = DeadlinePhraseReader.Read(phrase, AnchorEvents.Default, reference: null);

        Assert.True(reading.Kind is DeadlineKind.PeriodEnd or DeadlineKind.Fixed);
        Assert.Null(reading.Start);
        Assert.Null(reading.End);
    }

    [Theory]
    [InlineData("31/02/2021")]
    [InlineData("trước ngày 45/13/2021")]
    public void A_day_that_does_not_exist_is_never_read_as_one(string phrase)
    {
        Assert.Null(DeadlinePhraseReader.Read(phrase, AnchorEvents.Default, Conference).End);
    }

    [Fact]
    public void A_congress_missing_from_the_table_makes_the_deadline_conditional()
    {
        var reading = DeadlinePhraseReader.Read("trước Đại hội XIV", new AnchorEvents([]), Conference);

        Assert.Equal(DeadlineKind.Conditional, reading.Kind);
    }

    [Fact]
    public void The_lunar_names_of_the_table_are_the_traditional_ones()
    {
        Assert.Equal(["Giáp Ngọ", "Tân Sửu", "Nhâm Dần", "Quý Mão", "Canh Tuất"], new[] { 2014, 2021, 2022, 2023, 2030 }.Select(AnchorEvents.LunarName));
        Assert.Equal(17, AnchorEvents.Default.Events.Count(e => e.Kind == AnchorKind.Tet));
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
