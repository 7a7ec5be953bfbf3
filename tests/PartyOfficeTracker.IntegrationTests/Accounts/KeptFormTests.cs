using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Accounts;

/// <summary>Nothing typed is lost to a session, a token or a closed window.</summary>
public abstract class KeptFormTests(AppHost host) : AppTests(host)
{
    [Fact]
    public async Task ExpiredSession_KeepsWhatWasTyped_AndSendsItAfterSignIn()
    {
        var browser = await Host.SignInAsync("quantri");
        var form = await browser.GetPageAsync("/admin/fields");
        await EndSessionsAsync("quantri");

        var signIn = await browser.SubmitAsync(form, "form[action*='Add']", ("Input.Name", "Công tác dân vận"));
        var kept = await browser.SubmitAsync(signIn, "main form", ("Input.UserName", "quantri"), ("Input.Password", DemoAccounts.Password));
        var done = await browser.SubmitAsync(kept, "main form");

        Assert.Contains("vẫn được giữ", signIn.MainText, StringComparison.Ordinal);
        Assert.Equal("Nội dung đã gõ", kept.Title);
        Assert.Equal("Tên lĩnh vực", kept.Find("dl.facts dt")!.TextContent);
        Assert.Equal("Công tác dân vận", kept.Find("dl.facts dd")!.TextContent);
        Assert.NotNull(kept.Find(".who"));
        Assert.Contains("Đã thêm lĩnh vực", done.MainText, StringComparison.Ordinal);
        Assert.True(await Host.DatabaseAsync(db => db.FieldsOfWork.AnyAsync(f => f.Name == "Công tác dân vận")));
    }

    [Fact]
    public async Task ExpiredSession_WrongPasswordOnTheWay_StillKeepsIt()
    {
        var browser = await Host.SignInAsync("quantri");
        var form = await browser.GetPageAsync("/admin/fields");
        await EndSessionsAsync("quantri");

        var signIn = await browser.SubmitAsync(form, "form[action*='Add']", ("Input.Name", "Giữ qua mật khẩu sai"));
        var again = await browser.SubmitAsync(signIn, "main form", ("Input.UserName", "quantri"), ("Input.Password", "wrong"));
        var kept = await browser.SubmitAsync(again, "main form", ("Input.UserName", "quantri"), ("Input.Password", DemoAccounts.Password));

        Assert.Equal("Giữ qua mật khẩu sai", kept.Find("dl.facts dd")!.TextContent);
    }

    [Fact]
    public async Task ExpiredSession_WithASecondFactor_KeepsItThroughBothSteps()
    {
        await using var own = AppHost.Create(new AppHostOptions { Provider = Host.Provider });
        var browser = await own.SignInAsync("quantri");
        var setUp = await browser.SubmitAsync(await browser.GetPageAsync("/account/second-factor"), "main button[formaction*='Start']");
        var key = setUp.Find(".steps code")!.TextContent;
        await browser.SubmitAsync(setUp, "main .steps button", ("Input.Code", Authenticator.Code(key)));
        var form = await browser.GetPageAsync("/admin/fields");
        await own.DatabaseAsync(db => EndSessionsAsync(db, db.Users));

        var signIn = await browser.SubmitAsync(form, "form[action*='Add']", ("Input.Name", "Qua hai bước"));
        var code = await browser.SubmitAsync(signIn, "main form", ("Input.UserName", "quantri"), ("Input.Password", DemoAccounts.Password));
        var kept = await browser.SubmitAsync(code, "main form", ("Input.Code", Authenticator.Code(key)));
        var done = await browser.SubmitAsync(kept, "main form");

        Assert.Equal("Xác thực hai bước", code.Title);
        Assert.Equal("Qua hai bước", kept.Find("dl.facts dd")!.TextContent);
        Assert.Contains("Đã thêm lĩnh vực", done.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExpiredSession_PostedFromAnotherSite_IsNotKept()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/fields?handler=Add")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("Input.Name", "from elsewhere")]),
        };
        request.Headers.Add("Origin", "https://elsewhere.example");

        var page = await Host.Browser().SendAsync(request, follow: true);

        Assert.StartsWith("/account/login", page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("vẫn được giữ", page.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StaleToken_ShowsWhatWasTypedInsteadOfABareError()
    {
        var browser = await Host.SignInAsync("quantri");
        var form = await browser.GetPageAsync("/admin/fields");

        var kept = await browser.SubmitAsync(
            form, "form[action*='Add']", ("Input.Name", "Mã cũ"), ("__RequestVerificationToken", "no longer valid"));
        var done = await browser.SubmitAsync(kept, "main form");

        Assert.Equal("Nội dung đã gõ", kept.Title);
        Assert.Contains("Mã cũ", kept.MainText, StringComparison.Ordinal);
        Assert.Contains("Đã thêm lĩnh vực", done.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StaleToken_OnTheSignInPage_ShowsItAnew()
    {
        var browser = Host.Browser();

        var page = await browser.PostAsync("/account/login", ("Input.UserName", "camau"), ("Input.Password", "secret words here"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Trang đã cũ", page.MainText, StringComparison.Ordinal);
        Assert.DoesNotContain("secret words", page.Document.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resume_ForgedOrOld_ShowsNothing()
    {
        var browser = await Host.SignInAsync("quantri");

        Assert.Equal("/", (await browser.GetPageAsync("/account/resume")).Url);
    }

    [Fact]
    public async Task Draft_IsKeptForItsOwnerAndGoneOnceTheFormIsSaved()
    {
        var browser = await Host.SignInAsync("quantri");
        var form = await browser.GetPageAsync("/admin/fields");
        var token = form.ValueOf("__RequestVerificationToken")!;

        var saved = await browser.PostAsync(
            "/drafts", ("form", "/admin/fields"), ("values", """{"Input.Name":"Nháp","Input.Password":"x"}"""), ("__RequestVerificationToken", token));
        var found = await browser.GetOnceAsync("/drafts?of=/admin/fields");
        var others = await (await Host.SignInAsync("chuyenvien")).GetOnceAsync("/drafts?of=/admin/fields");
        await browser.SubmitAsync(form, "form[action*='Add']", ("Input.Name", "Từ bản nháp"), ("__draft", ""));
        var after = await browser.GetOnceAsync("/drafts?of=/admin/fields");

        Assert.Equal(HttpStatusCode.NoContent, saved.Status);
        var json = await found.Response.Content.ReadAsStringAsync();
        Assert.Contains("Input.Name", json, StringComparison.Ordinal);
        Assert.DoesNotContain("Password", json, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, others.Status);
        Assert.Equal(HttpStatusCode.NoContent, after.Status);
    }

    [Theory]
    [InlineData("/admin/fields", "not json")]
    [InlineData("https://elsewhere.example", "{}")]
    public async Task Draft_ThatIsNone_IsRefused(string form, string values)
    {
        var browser = await Host.SignInAsync("quantri");
        var token = (await browser.GetPageAsync("/admin/fields")).ValueOf("__RequestVerificationToken")!;

        var page = await browser.PostAsync("/drafts", ("form", form), ("values", values), ("__RequestVerificationToken", token));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }

    [Fact]
    public async Task Draft_TooLong_IsRefused()
    {
        var browser = await Host.SignInAsync("quantri");
        var token = (await browser.GetPageAsync("/admin/fields")).ValueOf("__RequestVerificationToken")!;
        var values = string.Create(CultureInfo.InvariantCulture, $"{{\"a\":\"{new string('x', FormDraft.MaximumLength)}\"}}");

        var page = await browser.PostAsync("/drafts", ("form", "/admin/fields"), ("values", values), ("__RequestVerificationToken", token));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }

    private Task<int> EndSessionsAsync(string userName) => Host.DatabaseAsync(db =>
        EndSessionsAsync(db, db.Users.Where(u => u.UserName == userName)));

    /// <summary>As the application does it: with a save, so that the accounts are no longer remembered.</summary>
    private static async Task<int> EndSessionsAsync(AppDbContext db, IQueryable<AppUser> users)
    {
        await foreach (var user in users.AsAsyncEnumerable())
        {
            user.SecurityStamp = Guid.NewGuid().ToString("N");
        }

        return await db.SaveChangesAsync();
    }
}

public sealed class KeptFormOnSqlite(SqliteHost host) : KeptFormTests(host), IClassFixture<SqliteHost>;

public sealed class KeptFormOnSqlServer(SqlServerHost host) : KeptFormTests(host), IClassFixture<SqlServerHost>;
