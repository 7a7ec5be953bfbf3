using System.Net;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.TestSupport;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.IntegrationTests.Security;

public abstract class SmokeTests(AppHost host) : AppTests(host)
{
    public static TheoryData<string> DemoUsers => [.. DemoAccounts.All.Select(a => a.UserName)];

    [Fact]
    public async Task Root_Anonymous_ShowsTheSignInPageWithoutARedirect()
    {
        var page = await Host.Browser().GetOnceAsync("/");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.Find("input[name='Input.Password']"));
    }

    [Theory]
    [MemberData(nameof(DemoUsers))]
    public async Task SignIn_WithADemoAccount_OpensHome(string userName)
    {
        var browser = await Host.SignInAsync(userName);

        var page = await browser.GetOnceAsync("/");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.Find(".who"));
    }

    [Fact]
    public async Task SignIn_WithAWrongPassword_SaysSoAndKeepsTheName()
    {
        var browser = Host.Browser();

        var page = await browser.SubmitAsync(
            await browser.GetPageAsync("/"), "main form", ("Input.UserName", "kiemtra"), ("Input.Password", "not the password"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Tên đăng nhập hoặc mật khẩu không đúng", page.MainText, StringComparison.Ordinal);
        Assert.Equal("kiemtra", page.ValueOf("Input.UserName"));
        Assert.Equal("", page.ValueOf("Input.Password"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/account/login")]
    [InlineData("/conferences")]
    [InlineData("/error/404")]
    [InlineData("/no-such-page")]
    [InlineData("/health/live")]
    public async Task EveryAnswer_CarriesTheSecurityHeaders(string url)
    {
        var page = await Host.Browser().GetOnceAsync(url);

        SecurityHeadersCheck.Assert(page.Response);
    }
}

/// <summary>The headers every answer has, whatever its status.</summary>
internal static class SecurityHeadersCheck
{
    public static void Assert(HttpResponseMessage response)
    {
        Xunit.Assert.Equal(SecurityHeaders.ContentSecurityPolicy, Value(response, "Content-Security-Policy"));
        Xunit.Assert.Equal("nosniff", Value(response, "X-Content-Type-Options"));
        Xunit.Assert.Equal("DENY", Value(response, "X-Frame-Options"));
        Xunit.Assert.Equal("same-origin", Value(response, "Referrer-Policy"));
        Xunit.Assert.Contains("no-store", Value(response, "Cache-Control"), StringComparison.Ordinal);
    }

    private static string Value(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "(none)";
}

public sealed class SmokeOnSqlite(SqliteHost host) : SmokeTests(host), IClassFixture<SqliteHost>;

public sealed class SmokeOnSqlServer(SqlServerHost host) : SmokeTests(host), IClassFixture<SqlServerHost>;
