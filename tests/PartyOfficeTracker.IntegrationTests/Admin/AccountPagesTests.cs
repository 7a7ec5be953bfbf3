using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Admin;

public abstract class AccountPagesTests(AppHost host) : AppTests(host)
{
    private const string OwnPassword = "gió lùa qua khe cửa sổ";

    [Fact]
    public async Task Create_GivesAPasswordOnce_ThatMustBeChangedAtTheFirstSignIn()
    {
        var administrator = await Host.SignInAsync("quantri");
        var unit = await Host.UnitIdAsync("ha-giang");

        var page = await CreateAsync(
            administrator, "hagiang", "Văn phòng Tỉnh ủy Hà Giang", "Province", unit.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var password = page.Find(".note-done code")!.TextContent;
        var newcomer = await Host.SignInAsync("hagiang", password);
        var first = await newcomer.GetPageAsync("/");
        var after = await newcomer.SubmitAsync(
            first, "main form", ("Input.Current", password), ("Input.New", OwnPassword), ("Input.Repeated", OwnPassword));

        Assert.Equal("/account/password", first.Url);
        Assert.Equal("/", after.Url);
        await Host.SignInAsync("hagiang", OwnPassword);
    }

    [Fact]
    public async Task Create_ProvinceWithoutUnit_SaysSoAndKeepsWhatWasTyped()
    {
        var page = await CreateAsync(await Host.SignInAsync("quantri"), "khongdonvi", "Không đơn vị", "Province", "");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.ErrorOf("Input.UnitId"));
        Assert.Equal("Không đơn vị", page.ValueOf("Input.DisplayName"));
    }

    [Fact]
    public async Task Create_WithATakenName_SaysSo()
    {
        var page = await CreateAsync(await Host.SignInAsync("quantri"), "CaMau", "Trùng", "Clerk", "");

        Assert.Contains("đã có người dùng", page.ErrorOf("Input.UserName"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disable_EndsTheSessionsAtOnce_EnableLetsThemIn()
    {
        var administrator = await Host.SignInAsync("quantri");
        var clerk = await Host.SignInAsync("chuyenvien");
        var address = await AddressAsync("chuyenvien");

        var disabled = await administrator.SubmitAsync(await administrator.GetPageAsync(address), "form[action*='Disable']");
        var kickedOut = await clerk.GetOnceAsync("/account");
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Host.SignInAsync("chuyenvien"));
        await administrator.SubmitAsync(disabled, "form[action*='Enable']");

        Assert.Equal(HttpStatusCode.Redirect, kickedOut.Status);
        Assert.Contains("không đúng", refused.Message, StringComparison.Ordinal);
        await Host.SignInAsync("chuyenvien");
    }

    [Fact]
    public async Task ResetPassword_EndsSessionsAndTheOldPassword()
    {
        var administrator = await Host.SignInAsync("quantri");
        var province = await Host.SignInAsync("khanhhoa");

        var page = await administrator.SubmitAsync(await administrator.GetPageAsync(await AddressAsync("khanhhoa")), "form[action*='ResetPassword']");
        var password = page.Find(".note-done code")!.TextContent;

        Assert.Equal(HttpStatusCode.Redirect, (await province.GetOnceAsync("/account")).Status);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Host.SignInAsync("khanhhoa"));
        await Host.SignInAsync("khanhhoa", password);
    }

    [Fact]
    public async Task Edit_ByTwoAdministrators_TellsTheSecondAndKeepsBothTexts()
    {
        var administrator = await Host.SignInAsync("quantri");
        var address = await AddressAsync("kiemtra");
        var first = await administrator.GetPageAsync(address);
        var second = await administrator.GetPageAsync(address);

        await administrator.SubmitAsync(first, "main form", ("Input.DisplayName", "Kiểm tra một"));
        var conflict = await administrator.SubmitAsync(second, "main form", ("Input.DisplayName", "Kiểm tra hai"));
        var overwritten = await administrator.SubmitAsync(conflict, "main form");

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Kiểm tra một", conflict.MainText, StringComparison.Ordinal);
        Assert.Equal("Kiểm tra hai", conflict.ValueOf("Input.DisplayName"));
        Assert.Equal(HttpStatusCode.OK, overwritten.Status);
        Assert.Equal("Kiểm tra hai", await Host.DatabaseAsync(db => db.Users.Where(u => u.UserName == "kiemtra").Select(u => u.DisplayName).SingleAsync()));
    }

    [Fact]
    public async Task Edit_TheOnlyAdministrator_CannotGiveItUp()
    {
        var administrator = await Host.SignInAsync("quantri");

        var page = await administrator.SubmitAsync(
            await administrator.GetPageAsync(await AddressAsync("quantri")), "main form", ("Input.Role", "Clerk"));

        Assert.Contains("cuối cùng", page.ErrorOf("Input.Role"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_FiltersByRoleFromTheAddress()
    {
        var page = await (await Host.SignInAsync("quantri")).GetPageAsync("/admin/accounts?role=Province");

        var names = page.FindAll("tbody tr td:first-child").Select(c => c.TextContent.Trim()).ToList();
        Assert.Contains("camau", names);
        Assert.DoesNotContain("quantri", names);
    }

    [Fact]
    public async Task Post_WithFieldsTheFormDoesNotHave_ChangesNoneOfThem()
    {
        var administrator = await Host.SignInAsync("quantri");
        var before = await ReadAsync("thuongtruc");

        await administrator.SubmitAsync(
            await administrator.GetPageAsync(await AddressAsync("thuongtruc")),
            "main form",
            ("Input.DisplayName", "Thường trực Ban"),
            ("Input.UserName", "hacked"),
            ("Input.PasswordHash", "x"),
            ("PasswordHash", "x"),
            ("Input.MustChangePassword", "true"),
            ("Account.TwoFactorEnabled", "true"));

        var after = await ReadAsync("thuongtruc");
        Assert.Equal("Thường trực Ban", after.DisplayName);
        Assert.Equal(before.PasswordHash, after.PasswordHash);
        Assert.False(after.MustChangePassword);
        Assert.False(after.TwoFactorEnabled);
    }

    private static async Task<WebPage> CreateAsync(Browser browser, string userName, string displayName, string role, string unit) => await browser.SubmitAsync(
        await browser.GetPageAsync("/admin/accounts/create"),
        "main form",
        ("Input.UserName", userName),
        ("Input.DisplayName", displayName),
        ("Input.Role", role),
        ("Input.UnitId", unit));

    private Task<AppUser> ReadAsync(string userName) => Host.DatabaseAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.UserName == userName));

    private async Task<string> AddressAsync(string userName) =>
        "/admin/accounts/" + (await ReadAsync(userName)).Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class AccountPagesOnSqlite(SqliteHost host) : AccountPagesTests(host), IClassFixture<SqliteHost>;

public sealed class AccountPagesOnSqlServer(SqlServerHost host) : AccountPagesTests(host), IClassFixture<SqlServerHost>;
