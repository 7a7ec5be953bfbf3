using System.Net;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Accounts;

public abstract class SecondFactorTests(AppHost host) : AppTests(host)
{
    private const string Disable = "main button[formaction*='Disable']";

    [Fact]
    public async Task SecondFactor_SetUp_IsAskedForAtTheNextSignIn()
    {
        var (_, key, _) = await SetUpAsync("lanhdao");
        var browser = Host.Browser();

        var step = await PasswordStepAsync(browser, "lanhdao");
        var wrong = await browser.SubmitAsync(step, "main form", ("Input.Code", "000000"));
        var home = await browser.SubmitAsync(wrong, "main form", ("Input.Code", Authenticator.Code(key)));

        Assert.StartsWith("/account/code", step.Url, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("Mã không đúng", wrong.MainText, StringComparison.Ordinal);
        Assert.Equal("/", home.Url);
        Assert.NotNull(home.Find(".who"));
    }

    [Fact]
    public async Task SecondFactor_PasswordAlone_OpensNothing()
    {
        await SetUpAsync("thuongtruc");
        var browser = Host.Browser();

        await PasswordStepAsync(browser, "thuongtruc");

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetOnceAsync("/account")).Status);
    }

    [Fact]
    public async Task SecondFactor_RecoveryCode_WorksOnce()
    {
        var (_, _, codes) = await SetUpAsync("khanhhoa");
        var first = Host.Browser();
        var second = Host.Browser();

        var home = await first.SubmitAsync(await PasswordStepAsync(first, "khanhhoa"), "main form", ("Input.Code", codes[0]));
        var again = await second.SubmitAsync(await PasswordStepAsync(second, "khanhhoa"), "main form", ("Input.Code", codes[0]));

        Assert.Equal(OwnAccountService.RecoveryCodes, codes.Count);
        Assert.Equal("/", home.Url);
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
    }

    [Fact]
    public async Task SecondFactor_WrongCodeAtSetUp_StaysOff()
    {
        var browser = await Host.SignInAsync("nghean");
        var page = await StartAsync(browser);

        var after = await browser.SubmitAsync(page, "main .steps button", ("Input.Code", "12"));

        Assert.Equal(HttpStatusCode.BadRequest, after.Status);
        Assert.NotNull(after.ErrorOf("Input.Code"));
        await Host.SignInAsync("nghean");
    }

    [Fact]
    public async Task SecondFactor_TurnedOff_NeedsThePassword()
    {
        var (browser, _, _) = await SetUpAsync("camau");
        var page = await browser.GetPageAsync("/account/second-factor");

        var refused = await browser.SubmitAsync(page, Disable, ("Input.Password", "not the password"));
        var done = await browser.SubmitAsync(refused, Disable, ("Input.Password", DemoAccounts.Password));

        Assert.Equal("Mật khẩu không đúng.", refused.ErrorOf("Input.Password"));
        Assert.Contains("Đã tắt xác thực hai bước", done.MainText, StringComparison.Ordinal);
        await Host.SignInAsync("camau");
    }

    [Fact]
    public async Task SecondFactor_Qr_IsAPictureOnlyDuringSetUp()
    {
        var browser = await Host.SignInAsync("kiemtra");
        var before = await browser.GetOnceAsync("/account/second-factor?handler=qr");
        await StartAsync(browser);

        var during = await browser.GetOnceAsync("/account/second-factor?handler=qr");

        Assert.Equal(HttpStatusCode.NotFound, before.Status);
        Assert.Equal("image/svg+xml", during.Response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task SecondFactor_RequiredOfAdministrators_IsSetUpBeforeAnythingElse()
    {
        await using var strict = AppHost.Create(new AppHostOptions
        {
            Provider = Host.Provider,
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Accounts:RequireSecondFactor"] = "true" },
        });
        var administrator = await strict.SignInAsync("quantri");
        var clerk = await strict.SignInAsync("chuyenvien");

        var page = await administrator.GetPageAsync("/");

        Assert.Equal("/account/second-factor", page.Url);
        Assert.Contains("bắt buộc", page.MainText, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetOnceAsync("/")).Status);
    }

    private static async Task<WebPage> StartAsync(Browser browser)
    {
        var page = await browser.GetPageAsync("/account/second-factor");
        return await browser.SubmitAsync(page, "main button[formaction*='Start']");
    }

    private static async Task<WebPage> PasswordStepAsync(Browser browser, string userName) => await browser.SubmitAsync(
        await browser.GetPageAsync("/account/login"), "main form", ("Input.UserName", userName), ("Input.Password", DemoAccounts.Password));

    private async Task<(Browser Browser, string Key, IReadOnlyList<string> Codes)> SetUpAsync(string userName)
    {
        var browser = await Host.SignInAsync(userName);
        var page = await StartAsync(browser);
        var key = page.Find(".steps code")!.TextContent;
        var done = await browser.SubmitAsync(page, "main .steps button", ("Input.Code", Authenticator.Code(key)));
        Assert.Equal(HttpStatusCode.OK, done.Status);
        return (browser, key, [.. done.FindAll(".codes code").Select(c => c.TextContent)]);
    }
}

public sealed class SecondFactorOnSqlite(SqliteHost host) : SecondFactorTests(host), IClassFixture<SqliteHost>;

public sealed class SecondFactorOnSqlServer(SqlServerHost host) : SecondFactorTests(host), IClassFixture<SqlServerHost>;
