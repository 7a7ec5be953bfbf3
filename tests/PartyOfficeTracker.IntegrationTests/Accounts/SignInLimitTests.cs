using System.Net;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Accounts;

public sealed class SignInLimitTests
{
    [Fact]
    public async Task SignIn_TooOftenForOneAccount_IsThrottledWithAPageAndOthersAreNot()
    {
        await using var host = AppHost.Create(new AppHostOptions
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Accounts:SignInAttemptsPerMinute"] = "3" },
        });
        var browser = host.Browser();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(browser, "camau")).Status);
        }

        var page = await TryAsync(browser, "camau");

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Equal("Thử quá nhiều lần", page.Title);
        Assert.NotNull(page.Response.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(browser, "nghean")).Status);
    }

    [Fact]
    public async Task SignIn_TenWrongPasswords_LocksTheAccount()
    {
        await using var host = AppHost.Create(new AppHostOptions());
        var browser = host.Browser();
        var page = await TryAsync(browser, "camau");
        for (var i = 0; i < 10; i++)
        {
            page = await TryAsync(browser, "camau");
        }

        Assert.Contains("tạm khóa", page.MainText, StringComparison.Ordinal);
    }

    private static async Task<WebPage> TryAsync(Browser browser, string userName) => await browser.SubmitAsync(
        await browser.GetPageAsync("/account/login"), "main form", ("Input.UserName", userName), ("Input.Password", "wrong"));
}
