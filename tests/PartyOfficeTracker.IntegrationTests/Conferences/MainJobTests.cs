using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Conferences;

/// <summary>The whole main job through the browser's requests, from an empty database: log, publish, assign, report, sum up.</summary>
public abstract class MainJobTests(AppHost host) : AppTests(host)
{
    private static readonly string[] Shortcomings = [.. Enumerable.Range(1, 10).Select(i => $"Hạn chế thứ {i} của các văn phòng")];
    private static readonly string[] Directives = [.. Enumerable.Range(1, 8).Select(i => $"Nhiệm vụ thứ {i} giao các văn phòng")];

    [Fact]
    public async Task AClerkLogsAConference_AProvinceReports_LeadershipReadsTheYear()
    {
        Host.Clock.Reset();
        var clerk = await Host.SignInAsync("chuyenvien");

        var entry = await clerk.SubmitAsync(
            await clerk.GetPageAsync("/conferences/create"),
            "main form[method=post]",
            ("Input.Kind", "Briefing"), ("Input.Form", "Online"), ("Input.Title", "Hội nghị giao ban với các văn phòng tỉnh ủy, thành ủy"),
            ("Input.Date", "13-1-2021"),
            ("Input.OrganiserId", Text(await Host.UnitIdAsync("vptw"))),
            ("Input.Reviewed", "2020"),
            ("Input.Ahead", "năm 2021"),
            ("Input.ExpectedShortcomings", "10"),
            ("Input.ExpectedDirectives", "8"));
        var address = entry.Url.Split('/', '?', '#')[2];
        Assert.True(int.TryParse(address, NumberStyles.None, CultureInfo.InvariantCulture, out var id), entry.MainText);

        entry = await clerk.SubmitAsync(
            entry, "form[action*='handler=Chair']", ("Chair.Name", "Bùi Văn Thạch"), ("Chair.Title", "Phó Chánh Văn phòng Trung ương Đảng"));
        entry = await clerk.SubmitAsync(entry, "form[action*='handler=Point']", ("Point.UnitId", Text(await Host.UnitIdAsync("ca-mau"))));
        entry = await clerk.SubmitAsync(
            entry, "form[action*='handler=Point']", ("Point.UnitId", Text(await Host.UnitIdAsync("nghe-an"))), ("Point.ChairName", "Phạm Trọng Hoàng"));
        entry = await clerk.SubmitAsync(entry, "form[action*='handler=Source']", ("NewSource.Outlet", "Cổng Cà Mau"), ("NewSource.Text", "Toàn văn một"));
        entry = await clerk.SubmitAsync(entry, "form[action*='handler=Source']", ("NewSource.Outlet", "Báo Nghệ An"), ("NewSource.Text", "Toàn văn hai"));
        entry = await clerk.SubmitAsync(entry, "#s-Shortcoming form.quick", ("Add.Text", string.Join('\n', Shortcomings)));
        foreach (var directive in Directives)
        {
            entry = await clerk.SubmitAsync(
                entry, "#s-Directive form.quick", ("Add.Text", directive), ("Add.DeadlineKind", "PeriodEnd"), ("Add.DueOn", "31/12/2021"));
            Assert.Equal(HttpStatusCode.OK, entry.Status);
        }

        entry = await clerk.SubmitAsync(
            entry, "form[action*='handler=Citations']", ("Citations", "Chỉ thị số 48-CT/TW của Ban Bí thư; Công điện ngày 05/01/2021"));
        Assert.Contains("đã nhập 10 / dự kiến 10", entry.MainText, StringComparison.Ordinal);
        Assert.Contains("đã nhập 8 / dự kiến 8", entry.MainText, StringComparison.Ordinal);

        var province = await Host.SignInAsync("camau");
        Assert.Equal(HttpStatusCode.NotFound, (await province.GetPageAsync($"/conferences/{id}")).Status);

        var page = await clerk.GetPageAsync($"/conferences/{id}");
        await clerk.SubmitAsync(page, "form[action*='handler=Publish']");
        page = await clerk.AssignConferenceAsync(id, "AllProvincial");
        Assert.Contains((63 * 8).ToString(CultureInfo.InvariantCulture), page.MainText, StringComparison.Ordinal);

        var tasks = await province.GetPageAsync("/my-tasks");
        Assert.Equal(8 * 2, tasks.FindAll("tbody tr").Count); // its own, and those of Bạc Liêu, whose work it carries on
        var caMau = await Host.UnitIdAsync("ca-mau");
        var own = await Host.DatabaseAsync(db => db.Assignments.Where(a => a.UnitId == caMau).Select(a => a.Id).ToListAsync());
        Assert.Equal(own.Order(), tasks.FindAll("tbody a[href^='/my-tasks/']")
            .Select(a => int.Parse(a.GetAttribute("href")!.Split('/')[2], CultureInfo.InvariantCulture)).Order());

        var task = await province.GetPageAsync($"/my-tasks/{own[0]}");
        task = await province.SubmitAsync(
            task,
            "#new-report form",
            ("Input.Text", "Đã ban hành chương trình hành động."),
            ("Input.Percent", "100"),
            ("Input.DocumentNumber", "15-CTr/TU"),
            ("Input.DocumentDate", "20/6/2021"),
            ("Input.ReceivedBy", "Văn phòng Trung ương Đảng"));
        Assert.Contains("Chờ nghiệm thu", task.MainText, StringComparison.Ordinal);

        var other = await Host.SignInAsync("nghean");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetPageAsync($"/my-tasks/{own[0]}")).Status);

        var lead = await Host.SignInAsync("lanhdao");
        await lead.SubmitAsync(await lead.GetPageAsync($"/my-tasks/{own[0]}"), "button[value=Accepted]");

        var leadership = await Host.SignInAsync("thuongtruc");
        var summary = await leadership.GetPageAsync("/summaries/2020");
        Assert.Equal("10", summary.Find("a[href='/findings?kind=Shortcoming&reviewed=2020']")!.TextContent);
        summary = await leadership.GetPageAsync("/summaries/2021");
        Assert.Equal("504", summary.Find("a[href='/my-tasks?year=2021']")!.TextContent);
        Assert.Equal("1", summary.Find("a[href='/my-tasks?year=2021&state=CompletedOnTime']")!.TextContent);
        // Given today, so none is late yet although its deadline is years ago.
        Assert.Equal("503", summary.Find("a[href='/my-tasks?year=2021&result=NotCompletedInTime']")!.TextContent);

        var rows = await leadership.GetPageAsync("/my-tasks?year=2021&state=CompletedOnTime");
        Assert.Single(rows.FindAll("tbody tr"));
        Assert.Equal(10, (await leadership.GetPageAsync("/findings?kind=Shortcoming&reviewed=2020")).FindAll("tbody tr").Count);

        var inspector = await Host.SignInAsync("kiemtra");
        var read = await inspector.GetPageAsync($"/conferences/{id}");
        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Empty(read.FindAll("main form[method=post]"));
        Assert.Empty((await inspector.GetPageAsync($"/my-tasks/{own[1]}")).FindAll("main form[method=post]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await inspector.GetPageAsync($"/conferences/{id}/entry")).Status);
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}

public sealed class MainJobOnSqlite(SqliteHost host) : MainJobTests(host), IClassFixture<SqliteHost>;

public sealed class MainJobOnSqlServer(SqlServerHost host) : MainJobTests(host), IClassFixture<SqlServerHost>;
