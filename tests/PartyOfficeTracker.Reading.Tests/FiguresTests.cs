namespace PartyOfficeTracker.Reading.Tests;

/// <summary>Amounts and what they count.</summary>
public class FiguresTests
{
    [Theory]
    [InlineData("21.480 tổ chức đảng", "tổ chức đảng")]
    [InlineData("12 tỉnh, thành phố", "tỉnh, thành phố")]
    [InlineData("2 lớp bồi dưỡng cán bộ", "lớp bồi dưỡng")]
    [InlineData("340 lượt cán bộ", "lượt cán bộ")]
    [InlineData("92.000 m2", "m2")]
    public void Unit_IsTheWholeNoun(string amount, string unit)
    {
        Assert.Equal(unit, Assert.Single(PracticeReport.Read($"Văn phòng đã theo dõi {amount}.").Figures).Unit);
    }
}
