using PartyOfficeTracker.Core.FollowUp;

namespace PartyOfficeTracker.UnitTests.FollowUp;

/// <summary>Standing work in periods, as the words of the minutes say it.</summary>
public class StandingRuleTests
{
    [Theory]
    [InlineData("hằng tháng", 1, null)]
    [InlineData("Hàng quý", 3, null)]
    [InlineData("trước ngày 15 hằng tháng", 1, 15)]
    [InlineData("ngày 5 mỗi quý", 3, 5)]
    [InlineData("hằng năm, trước ngày 20", 12, 20)]
    [InlineData("6 tháng một lần", 6, null)]
    public void Words_GiveThePeriodAndTheDay(string words, int months, int? day) =>
        Assert.Equal(new StandingRule(months, day), StandingRule.ParseOrNull(words));

    [Theory]
    [InlineData(null)]
    [InlineData("thường xuyên")]
    [InlineData("khi có yêu cầu")]
    public void Words_WithoutAPeriod_GiveNone(string? words) => Assert.Null(StandingRule.ParseOrNull(words));

    [Fact]
    public void APeriod_EndsOnItsDay_OrOnTheLastOneItsMonthHas()
    {
        var monthly = new StandingRule(1, 31);
        var quarterly = new StandingRule(3, null);

        Assert.Equal(new DateOnly(2026, 2, 28), monthly.DueIn(monthly.On(new DateOnly(2026, 2, 10))));
        var current = quarterly.On(new DateOnly(2026, 11, 28));
        Assert.Equal((new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 31)), (current.From, quarterly.DueIn(current)));
    }

    [Theory]
    [InlineData(15, 11)]
    [InlineData(16, 12)]
    public void TheFirstPeriod_IsOneWhoseDeadlineIsStillToCome(int day, int month)
    {
        var rule = new StandingRule(1, 15);

        Assert.Equal(new DateOnly(2026, month, 1), rule.First(new DateOnly(2026, 11, day)).From);
    }
}
