using System.Net;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.TestSupport;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.IntegrationTests.Reliability;

/// <summary>What a browser sees when something is too large, or the database is away.</summary>
public abstract class TroubleTests(DatabaseProvider provider)
{
    /// <summary>A readable page that says when to come back.</summary>
    internal static void AssertSaysSo(WebPage page)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Equal("Cơ sở dữ liệu tạm thời không sẵn sàng", page.Title);
        Assert.Equal(DatabaseTrouble.RetryAfterSeconds, page.Response.Headers.RetryAfter?.ToString());
        Security.SecurityHeadersCheck.Assert(page.Response);
    }

    [Fact]
    public async Task Post_OfFiveMegabytes_IsRefusedWithAPage()
    {
        await using var host = AppHost.Create(new AppHostOptions { Provider = provider }).OrSkip();
        var browser = await host.SignInAsync("quantri");
        var form = await browser.GetPageAsync("/admin/fields");

        var page = await browser.SubmitOnceAsync(form, "form[action*='Add']", ("Input.Name", new string('x', 5 * 1024 * 1024)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Equal("Nội dung quá lớn", page.Title);
    }

    [Fact]
    public async Task Post_LongerThanItsField_SaysHowLongAndKeepsIt()
    {
        await using var host = AppHost.Create(new AppHostOptions { Provider = provider }).OrSkip();
        var browser = await host.SignInAsync("quantri");
        var text = new string('y', 4000);

        var page = await browser.SubmitAsync(await browser.GetPageAsync("/admin/fields"), "form[action*='Add']", ("Input.Name", text));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("4000", page.ErrorOf("Input.Name"), StringComparison.Ordinal);
        Assert.Equal(text, page.ValueOf("Input.Name"));
    }
}

public sealed class TroubleOnSqlite() : TroubleTests(DatabaseProvider.Sqlite);

public sealed class TroubleOnSqlServer() : TroubleTests(DatabaseProvider.SqlServer)
{
    [Fact]
    public async Task Server_CutOff_GivesAReadablePageWithinSecondsAndRecoversWithoutARestart()
    {
        using var relay = new TcpRelay();
        await using var host = AppHost.Create(new AppHostOptions { Provider = DatabaseProvider.SqlServer, Connect = relay.Through }).OrSkip();
        var browser = await host.SignInAsync("quantri");
        var form = await browser.GetPageAsync("/admin/fields");
        relay.Cut();

        var clock = System.Diagnostics.Stopwatch.StartNew();
        var read = await browser.GetOnceAsync("/admin/fields");
        var waited = clock.Elapsed;
        var posted = await browser.SubmitOnceAsync(form, "form[action*='Add']", ("Input.Name", "Trong lúc mất kết nối"));
        relay.Mend();

        AssertSaysSo(read);
        AssertSaysSo(posted);
        Assert.InRange(waited, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        await RecoversAsync(browser);
    }

    /// <summary>The client's pool refuses without asking for some seconds after a failure.</summary>
    private static async Task RecoversAsync(Browser browser)
    {
        const int patience = 20;
        for (var i = 0; i < patience && (await browser.GetOnceAsync("/admin/fields")).Status != HttpStatusCode.OK; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.GetOnceAsync("/admin/fields")).Status);
    }
}
