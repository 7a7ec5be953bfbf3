using System.Globalization;
using System.Net;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Conferences;

/// <summary>Conferences as they happen: in the evening, over several days, of a term.</summary>
public abstract class ScheduleTests(AppHost host) : AppTests(host)
{
    [Theory]
    [InlineData("12/01/2021", "13/01/2021", "Tối, 12–13/01/2021")]
    [InlineData("31/01/2021", "02/02/2021", "Tối, 31/01–02/02/2021")]
    [InlineData("12/01/2021", "12/01/2021", "Tối, 12/01/2021")]
    [InlineData("12/01/2021", "", "Tối, 12/01/2021")]
    public async Task ConferenceInTheEvening_ShowsAllItsDays(string first, string last, string shown)
    {
        var page = await DetailsAsync(await CreateAsync("Họp tối " + Guid.NewGuid(), first, last));

        Assert.Contains(page.FindAll("dd"), d => d.TextContent.Trim() == shown);
    }

    [Fact]
    public async Task SeveralDays_ArePlannedForATerm_EditedAndShortened()
    {
        var page = await DetailsAsync(
            await CreateAsync("Họp nhiệm kỳ " + Guid.NewGuid(), "12/01/2021", "14/01/2021", ("Input.Reviewed", "nhiệm kỳ 2015–2020")));
        Assert.Contains("01/01/2015 – 31/12/2020", page.MainText, StringComparison.Ordinal);
        var edit = await (await Host.SignInAsync("chuyenvien")).GetPageAsync(page.Url + "/edit");
        Assert.Equal("14/01/2021", edit.ValueOf("Input.LastDay"));

        var browser = await Host.SignInAsync("chuyenvien");
        var after = await browser.SubmitAsync(await browser.GetPageAsync(page.Url + "/edit"), "main form[method=post]", ("Input.LastDay", ""));

        Assert.Contains(after.FindAll("dd"), d => d.TextContent.Trim() == "Tối, 12/01/2021");
    }

    [Theory]
    [InlineData("11/01/2021")]
    [InlineData("12/03/2021")]
    public async Task LastDay_BeforeTheFirst_OrLongAfterIt_IsRefusedBesideItsField(string last)
    {
        var refused = await CreateAsync("Họp sai ngày", "12/01/2021", last);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("Ngày cuối phải từ ngày họp trở đi và không quá 31 ngày.", refused.ErrorOf("Input.LastDay"));
    }

    /// <summary>The conference's own page; the answer to its creation is the page for its rows.</summary>
    private async Task<WebPage> DetailsAsync(WebPage created) =>
        await (await Host.SignInAsync("chuyenvien")).GetPageAsync(created.Url[..created.Url.LastIndexOf("/entry", StringComparison.Ordinal)]);

    private async Task<WebPage> CreateAsync(string title, string first, string last, params (string Name, string? Value)[] more)
    {
        var browser = await Host.SignInAsync("chuyenvien");
        return await browser.SubmitAsync(
            await browser.GetPageAsync("/conferences/create"),
            "main form[method=post]",
            [
                ("Input.Title", title), ("Input.Date", first), ("Input.LastDay", last), ("Input.Session", "Evening"),
                ("Input.OrganiserId", (await Host.UnitIdAsync("vptw")).ToString(CultureInfo.InvariantCulture)), .. more,
            ]);
    }
}

public sealed class ScheduleOnSqlite(SqliteHost host) : ScheduleTests(host), IClassFixture<SqliteHost>;

public sealed class ScheduleOnSqlServer(SqlServerHost host) : ScheduleTests(host), IClassFixture<SqlServerHost>;
