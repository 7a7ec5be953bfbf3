using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.IntegrationTests.Reliability;

/// <summary>The day of the application can be set in Development, and nowhere else.</summary>
public sealed class DevelopmentClockTests
{
    [Fact]
    public void Day_InDevelopment_IsWhereTheClockStarts_AndItRunsOn()
    {
        var clock = Read("2027-03-01", Environments.Development);
        var before = clock.GetUtcNow();

        Assert.InRange(clock.TodayInHanoi(), new DateOnly(2027, 3, 1), new DateOnly(2027, 3, 2));
        Assert.True(SpinWait.SpinUntil(() => clock.GetUtcNow() > before, TimeSpan.FromSeconds(5)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void NoDay_IsTheRealClock_Everywhere(string? day)
    {
        Assert.Same(TimeProvider.System, Read(day, Environments.Development));
        Assert.Same(TimeProvider.System, Read(day, Environments.Production));
    }

    [Fact]
    public void Day_OutsideDevelopment_IsRefused() => Assert.Contains(
        "in Development only", Assert.Throws<InvalidOperationException>(() => Read("2027-03-01", Environments.Production)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("01/03/2027")]
    [InlineData("2027-02-30")]
    [InlineData("mai")]
    public void Day_ThatIsNone_IsRefusedWithAnExample(string day) => Assert.Contains(
        "2027-03-01", Assert.Throws<InvalidOperationException>(() => Read(day, Environments.Development)).Message, StringComparison.Ordinal);

    private static TimeProvider Read(string? day, string environment) => DevelopmentClock.Read(
        new ConfigurationBuilder().AddInMemoryCollection([new("Clock:Today", day)]).Build(), new HostingEnvironment { EnvironmentName = environment });
}
