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
        Assert.Contains(page.FindAll("dd"), d => d.TextContent.Trim() == "nhiệm kỳ 2015–2020");
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

    [Fact]
    public async Task WhatIsWrongWithPeriods_IsSaidTogetherWithADayThatIsNone()
    {
        var refused = await CreateAsync(
            "", "30/02/2021", "", ("Input.Reviewed", "hôm kia"), ("Input.Ahead", "từ nay đến Đại hội XIII"), ("Input.ExpectedDirectives", "501"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotNull(refused.ErrorOf("Input.Date"));
        Assert.NotNull(refused.ErrorOf("Input.Title"));
        Assert.Contains("hôm kia", refused.ErrorOf("Input.Reviewed"), StringComparison.Ordinal);
        Assert.NotNull(refused.ErrorOf("Input.ExpectedDirectives"));

        // What ends with an event cannot be judged without the day, so nothing false is said of it.
        Assert.Null(refused.ErrorOf("Input.Ahead"));
    }

    [Fact]
    public async Task APeriodUntilTheCongress_KeepsItsWords_WithTheDaysItMeans_AlsoWhenTheHeadIsEdited()
    {
        const string shown = "từ nay đến Đại hội XIII (12/01/2021 – 24/01/2021)";
        var page = await DetailsAsync(
            await CreateAsync("Họp đến đại hội " + Guid.NewGuid(), "12/01/2021", "", ("Input.Ahead", "từ nay đến Đại hội XIII")));
        var browser = await Host.SignInAsync("chuyenvien");
        var edit = await browser.GetPageAsync(page.Url + "/edit");
        var after = await browser.SubmitAsync(edit, "main form[method=post]", ("Input.Venue", "Trụ sở Trung ương Đảng"));

        Assert.Contains(page.FindAll("dd"), d => d.TextContent.Trim() == shown);
        Assert.Equal(shown, edit.ValueOf("Input.Ahead"));
        Assert.Contains(after.FindAll("dd"), d => d.TextContent.Trim() == shown);
    }

    [Fact]
    public async Task TheSameConferenceAgain_LeadsToTheOneThatIsThere()
    {
        var title = "Họp một lần " + Guid.NewGuid();
        var first = await DetailsAsync(await CreateAsync(title, "12/01/2021", ""));

        var refused = await CreateAsync(title, "12/01/2021", "");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotNull(refused.Find($"main a[href='{first.Url}']"));
    }

    [Fact]
    public async Task AConferencePutOff_HasItsNewDay_AndSaysWhichItWasPlannedForAndWhy()
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var page = await browser.GetPageAsync((await DetailsAsync(await CreateAsync("Họp hoãn " + Guid.NewGuid(), "12/01/2021", "13/01/2021"))).Url);
        var wordless = await browser.SubmitAsync(page, "#replan form", ("Plan.Course", "PutOff"), ("Plan.NewDay", "19/01/2021"));
        var off = await browser.SubmitAsync(
            wordless, "#replan form", ("Plan.Course", "PutOff"), ("Plan.NewDay", "19/01/2021"), ("Plan.Reason", "Chờ lịch của Ban Bí thư"));

        Assert.NotNull(wordless.ErrorOf("Plan.Reason"));
        Assert.Equal("↷ Hoãn", off.Find(".page-head .badge-state")!.TextContent.Trim());
        Assert.Contains("Tối, 19–20/01/2021", off.MainText, StringComparison.Ordinal);
        Assert.Contains("dự kiến 12/01/2021 – Chờ lịch của Ban Bí thư", off.MainText, StringComparison.Ordinal);

        var held = await browser.SubmitAsync(off, "form[action*='handler=Publish']");
        Assert.Equal("● Đã công bố", held.Find(".page-head .badge-state")!.TextContent.Trim());
        Assert.Null(held.Find("#replan"));
    }

    [Fact]
    public async Task ACancelledConference_IsNotPublished_WaitsOnNoDesk_AndMayBeHeldAfterAll()
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var title = "Họp hủy " + Guid.NewGuid();
        var page = await browser.GetPageAsync((await DetailsAsync(await CreateAsync(title, "12/01/2021", ""))).Url);
        var cancelled = await browser.SubmitAsync(page, "#replan form", ("Plan.Course", "Cancelled"), ("Plan.Reason", "Gộp vào hội nghị quý"));
        var version = cancelled.Find("#replan [name=version]")!.GetAttribute("value");
        var published = await browser.SubmitAsync(page, "form[action*='handler=Publish']", ("version", version), ("__key", Guid.NewGuid().ToString("N")));
        var home = await browser.GetPageAsync("/");
        var list = await browser.GetPageAsync("/conferences?text=" + Uri.EscapeDataString(title));
        var held = await browser.SubmitAsync(cancelled, "#replan form", ("Plan.Course", "AsPlanned"), ("Plan.Reason", ""));

        Assert.Empty(cancelled.FindAll("form[action*='handler=Publish']"));
        Assert.Equal(HttpStatusCode.BadRequest, published.Status);
        Assert.DoesNotContain(title, home.MainText, StringComparison.Ordinal);
        Assert.Contains("✕ Đã hủy", list.MainText, StringComparison.Ordinal);
        Assert.Equal("✎ Bản nháp", held.Find(".page-head .badge-state")!.TextContent.Trim());
    }

    [Fact]
    public async Task Organisers_AreThoseOfTheDayThatIsTyped()
    {
        var browser = await Host.SignInAsync("chuyenvien");

        var then = await browser.GetPageAsync("/conferences/create?handler=Organiser&Input.Date=13%2F01%2F2021");
        var now = await browser.GetPageAsync("/conferences/create?handler=Organiser&Input.Date=13%2F01%2F2026");

        Assert.Contains("Ban Kinh tế Trung ương", then.MainText, StringComparison.Ordinal);
        Assert.DoesNotContain("Ban Chính sách, chiến lược", then.MainText, StringComparison.Ordinal);
        Assert.Contains("Ban Chính sách, chiến lược", now.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chairs_ChangePlaces_ByAButton()
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var entry = await browser.GetPageAsync((await CreateAsync("Họp ba chủ trì " + Guid.NewGuid(), "12/01/2021", "")).Url);
        foreach (var name in new[] { "Lê Thị Hai", "Trần Văn Một", "Phạm Văn Ba" })
        {
            entry = await browser.SubmitAsync(entry, "form[action*='handler=Chair']", ("Chair.Name", name));
        }

        var first = await browser.SubmitAsync(entry, "#parts button[name=down]");
        var again = await browser.SubmitAsync(first, "#parts button[name=up]"); // the first stays the first

        Assert.Equal(["Trần Văn Một", "Lê Thị Hai", "Phạm Văn Ba"], Chairs(first));
        Assert.Equal(Chairs(first), Chairs(again));

        static List<string> Chairs(WebPage page) =>
            [.. page.FindAll("#parts .card-box:first-child li").Select(l => l.FirstChild!.TextContent.Trim())];
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
                ("Input.Kind", "Briefing"), ("Input.Form", "Online"),
                ("Input.Title", title), ("Input.Date", first), ("Input.LastDay", last), ("Input.Session", "Evening"),
                ("Input.OrganiserId", (await Host.UnitIdAsync("vptw")).ToString(CultureInfo.InvariantCulture)), .. more,
            ]);
    }
}

public sealed class ScheduleOnSqlite(SqliteHost host) : ScheduleTests(host), IClassFixture<SqliteHost>;

public sealed class ScheduleOnSqlServer(SqlServerHost host) : ScheduleTests(host), IClassFixture<SqlServerHost>;
