using System.Net;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Accounts;

public abstract class PasswordTests(AppHost host) : AppTests(host)
{
    private const string Good = "mưa rào tháng sáu ở quê";

    [Fact]
    public async Task ChangePassword_WithAGoodOne_KeepsThisSessionEndsTheOthersAndTheOldPassword()
    {
        var browser = await Host.SignInAsync("camau");
        var other = await Host.SignInAsync("camau");

        var page = await ChangeAsync(browser, DemoAccounts.Password, Good, Good);

        Assert.Equal("/account", page.Url);
        Assert.Contains("Đã đổi mật khẩu", page.MainText, StringComparison.Ordinal);
        Assert.StartsWith("/account/login", (await other.GetOnceAsync("/account")).Location!.Replace("http://localhost", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Host.SignInAsync("camau"));
        await Host.SignInAsync("camau", Good);
    }

    [Theory]
    [InlineData("ngắn quá", "ít nhất 12 ký tự")]
    [InlineData("MậtKhẩu-123456", "quá phổ biến")]
    [InlineData("abcabcabcabcabc", "quá phổ biến")]
    [InlineData("toi la NgheAn nam 2021", "không được chứa tên đăng nhập")]
    [InlineData(DemoAccounts.Password, "phải khác mật khẩu hiện tại")]
    public async Task ChangePassword_AgainstARule_SaysWhichBesideTheField(string password, string message)
    {
        var page = await ChangeAsync(await Host.SignInAsync("nghean"), DemoAccounts.Password, password, password);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(message, page.ErrorOf("Input.New"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangePassword_WithoutTheCurrentOne_IsRefused()
    {
        var page = await ChangeAsync(await Host.SignInAsync("nghean"), "something else entirely", Good, Good);

        Assert.Equal("Mật khẩu không đúng.", page.ErrorOf("Input.Current"));
        await Host.SignInAsync("nghean");
    }

    [Fact]
    public async Task ChangePassword_RepeatedDifferently_IsRefused()
    {
        var page = await ChangeAsync(await Host.SignInAsync("nghean"), DemoAccounts.Password, Good, Good + "!");

        Assert.Equal("Hai lần nhập không giống nhau.", page.ErrorOf("Input.Repeated"));
    }

    [Fact]
    public async Task OwnAccount_NamesRoleAndUnit()
    {
        var page = await (await Host.SignInAsync("khanhhoa")).GetPageAsync("/account");

        Assert.Contains("Địa phương", page.MainText, StringComparison.Ordinal);
        Assert.Contains("Khánh Hòa", page.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        var browser = await Host.SignInAsync("kiemtra");

        var page = await browser.SubmitAsync(await browser.GetPageAsync("/"), "form[action='/account/logout']");

        Assert.Equal("/account/login", page.Url);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetOnceAsync("/account")).Status);
    }

    [Fact]
    public async Task Language_SwitchesToEnglishAndBack()
    {
        var browser = await Host.SignInAsync("kiemtra");

        var english = await browser.SubmitAsync(await browser.GetPageAsync("/account"), "form[action='/language']", ("language", "en"));
        var vietnamese = await browser.SubmitAsync(english, "form[action='/language']", ("language", "vi"));

        Assert.Equal("My account", english.Title);
        Assert.Equal("Tài khoản của tôi", vietnamese.Title);
    }

    private static async Task<WebPage> ChangeAsync(Browser browser, string current, string password, string repeated) => await browser.SubmitAsync(
        await browser.GetPageAsync("/account/password"),
        "main form",
        ("Input.Current", current),
        ("Input.New", password),
        ("Input.Repeated", repeated));
}

public sealed class PasswordOnSqlite(SqliteHost host) : PasswordTests(host), IClassFixture<SqliteHost>;

public sealed class PasswordOnSqlServer(SqlServerHost host) : PasswordTests(host), IClassFixture<SqlServerHost>;
