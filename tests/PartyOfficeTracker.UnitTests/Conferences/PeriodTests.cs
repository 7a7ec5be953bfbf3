using System.Globalization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Findings;
using AnchorEvents = PartyOfficeTracker.Reading.AnchorEvents;

namespace PartyOfficeTracker.UnitTests.Conferences;

public class PeriodTests
{
    [Theory]
    [InlineData("từ nay đến Đại hội XIII", "2021-01-13", "từ nay đến Đại hội XIII (13/01/2021 – 24/01/2021)")]
    [InlineData("đến Đại hội XIII của Đảng", "2021-01-13", "đến Đại hội XIII của Đảng (13/01/2021 – 24/01/2021)")]
    [InlineData("Từ nay đến Tết Nguyên đán Tân Sửu", "2021-01-13", "Từ nay đến Tết Nguyên đán Tân Sửu (13/01/2021 – 11/02/2021)")]
    [InlineData("từ nay đến Đại hội XIII (13/01/2021 – 24/01/2021)", "2021-02-13", "từ nay đến Đại hội XIII (13/01/2021 – 24/01/2021)")] // as it was shown
    [InlineData("từ nay đến Đại hội XIII", "2021-03-13", "từ nay đến Đại hội XIII")] // over by then
    [InlineData("từ nay đến khi xong", "2021-01-13", "từ nay đến khi xong")]
    [InlineData("quý I/2021", "2021-01-13", "quý I/2021")]
    public void APeriodUntilAnEvent_KeepsItsWords_WithTheDaysItMeans(string typed, string held, string days) =>
        Assert.Equal(days, Period.InDays(typed, AnchorEvents.Default, Day(held)));

    [Theory]
    [InlineData("2020", "2020-01-01", "2020-12-31")]
    [InlineData("năm 2020", "2020-01-01", "2020-12-31")]
    [InlineData("quý IV/2020", "2020-10-01", "2020-12-31")]
    [InlineData("Quí IV năm 2020", "2020-10-01", "2020-12-31")]
    [InlineData("quý 1 năm 2021", "2021-01-01", "2021-03-31")]
    [InlineData("6 tháng đầu năm 2021", "2021-01-01", "2021-06-30")]
    [InlineData("sáu tháng cuối năm 2021", "2021-07-01", "2021-12-31")]
    [InlineData("8 tháng năm 2020", "2020-01-01", "2020-08-31")]
    [InlineData("9 tháng đầu năm 2020", "2020-01-01", "2020-09-30")]
    [InlineData("tháng 01/2019", "2019-01-01", "2019-01-31")]
    [InlineData("12/2020", "2020-12-01", "2020-12-31")]
    [InlineData("nhiệm kỳ 2020–2025", "2020-01-01", "2025-12-31")]
    [InlineData("Nhiệm kì 2015 - 2020", "2015-01-01", "2020-12-31")]
    [InlineData("06/2022 - 06/2025", "2022-06-01", "2025-06-30")]
    [InlineData("01/06/2022 – 15/7/2022", "2022-06-01", "2022-07-15")]
    public void ParseOrNull_ReadsWhatClerksType(string typed, string from, string to) =>
        Assert.Equal((Day(from), Day(to)), (Period.ParseOrNull(typed)!.From, Period.ParseOrNull(typed)!.To));

    [Theory]
    [InlineData("")]
    [InlineData("năm ngoái")]
    [InlineData("quý V/2020")]
    [InlineData("13 tháng năm 2020")]
    [InlineData("13/2020")]
    [InlineData("nhiệm kỳ 2025–2020")]
    [InlineData("06/2025 - 06/2022")]
    [InlineData("báo cáo năm (01/01/2021 – 31/12/2021)")]
    public void ParseOrNull_OfSomethingElse_IsNull(string typed) => Assert.Null(Period.ParseOrNull(typed));

    [Theory]
    [InlineData("2020")]
    [InlineData("quý IV/2020")]
    [InlineData("6 tháng đầu năm 2021")]
    [InlineData("8 tháng năm 2020")]
    [InlineData("tháng 01/2019")]
    [InlineData("06/2022 - 06/2025")]
    [InlineData("nhiệm kỳ 2020–2025")]
    [InlineData("từ nay đến Đại hội XIII (13/01/2021 – 24/01/2021)")]
    public void ToVietnamese_ReadsBackAsItself(string typed)
    {
        var period = Period.ParseOrNull(typed)!;

        Assert.Equal(period, Period.ParseOrNull(period.ToVietnamese()));
    }

    [Theory]
    [InlineData("13/1/2021", "2021-01-13")]
    [InlineData("13-01-2021", "2021-01-13")]
    [InlineData("13.1.2021", "2021-01-13")]
    [InlineData("2021-01-13", "2021-01-13")]
    public void DayText_ReadsDaysAsTyped(string typed, string day)
    {
        Assert.True(DayText.TryParse(typed, out var read));
        Assert.Equal(Day(day), read);
    }

    [Theory]
    [InlineData("31/02/2021")]
    [InlineData("1/13/2021")]
    [InlineData("0001-01-01")]
    [InlineData("hôm qua")]
    public void DayText_OfNoRealDay_IsRefused(string typed) => Assert.False(DayText.TryParse(typed, out _));

    [Theory]
    [InlineData("trên 85% vấn đề", FigureBound.MoreThan, "85", "% vấn đề")]
    [InlineData("67 đảng bộ", FigureBound.Exactly, "67", "đảng bộ")]
    [InlineData("khoảng 1.200,5 ha", FigureBound.About, "1200.5", "ha")]
    [InlineData("dưới 3 ngày", FigureBound.LessThan, "3", "ngày")]
    public void FigureText_KeepsTheBound(string typed, FigureBound bound, string value, string ofWhat)
    {
        var figure = Assert.Single(FigureText.ParseAll(typed)!);

        Assert.Equal((bound, decimal.Parse(value, CultureInfo.InvariantCulture), ofWhat), figure);
    }

    [Fact]
    public void FigureText_WithoutANumber_IsNull() => Assert.Null(FigureText.ParseAll("nhiều đảng bộ"));

    [Fact]
    public void ASignBeforeAFigure_Stays() => Assert.Equal(
        ["-3,5% chi", "+2 đơn vị", "–1,2 điểm", "– 3,5% chi", "+ 12 % so với năm trước", "12 ý kiến", "7,5 tỷ đồng"],
        RowText.Lines("-3,5% chi\n+2 đơn vị\n–1,2 điểm\n– 3,5% chi\n+ 12 % so với năm trước\n- 12 ý kiến\n+ 7,5 tỷ đồng"));

    [Theory]
    [InlineData("1. Rà soát", "1", "Rà soát")]
    [InlineData("1.Rà soát", "1", "Rà soát")]
    [InlineData("(6) Rà soát", "6", "Rà soát")]
    [InlineData("a) Rà soát", "a", "Rà soát")]
    [InlineData("đ/ Rà soát", "đ", "Rà soát")]
    [InlineData("1- Rà soát", "1", "Rà soát")]
    [InlineData("1-Rà soát", "1", "Rà soát")]
    [InlineData("1/ Rà soát", "1", "Rà soát")]
    [InlineData("1.1- Rà soát", "1.1", "Rà soát")]
    [InlineData("2) rà soát", "2", "rà soát")]
    [InlineData("IV. Rà soát", "IV", "Rà soát")]
    [InlineData("3. 5 đơn vị chậm", "3", "5 đơn vị chậm")]
    [InlineData("§ Rà soát", null, "Rà soát")]
    [InlineData("\uF0B7\tRà soát", null, "Rà soát")]
    [InlineData("\uF0A7 1. Rà soát", "1", "Rà soát")]
    [InlineData("· Rà soát", null, "Rà soát")]
    [InlineData("13/01/2021 họp", null, "13/01/2021 họp")]
    [InlineData("1/3 số đơn vị", null, "1/3 số đơn vị")]
    [InlineData("5-7 ngày", null, "5-7 ngày")]
    [InlineData("1.200 văn bản", null, "1.200 văn bản")]
    [InlineData("48-CT/TW được quán triệt", null, "48-CT/TW được quán triệt")]
    [InlineData("6 tháng đầu năm", null, "6 tháng đầu năm")]
    [InlineData("(6)", null, "(6)")]
    public void NumberInFront_BecomesTheRowsNumber_AndAFigureStays(string line, string? number, string text) =>
        Assert.Equal([(number, text)], RowText.Entries(line));

    [Fact]
    public void RowText_DropsBulletsAndBlankLines() => Assert.Equal(["Một", "Hai - ba"], RowText.Lines("- Một\n\n • Hai - ba \n"));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
