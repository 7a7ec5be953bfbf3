using System.Globalization;
using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.IntegrationTests.Notices;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.MyTasks;

/// <summary>What is posted past the pages that offer it: refused, and nothing changes.</summary>
public abstract class RefusalTests(AppHost host) : AppTests(host)
{
    private static readonly (string Name, string Value)[] s_report =
    [
        ("Input.Text", "Xong"), ("Input.Percent", "100"), ("Input.DocumentNumber", "1-BC/VPTU"), ("Input.DocumentDate", "1/2/2022"),
    ];

    [Fact]
    public async Task AProvince_ReportsNeitherForAnotherUnit_NorOnADraft_NorAfterAcceptance()
    {
        var (_, own) = await Host.GiveAsync("ca-mau", "Việc của mình " + Guid.NewGuid());
        var (_, others) = await Host.GiveAsync("nghe-an", "Việc của tỉnh khác " + Guid.NewGuid());
        var unseen = await OfADraftAsync();
        var unit = await Host.SignInAsync("camau");
        var open = await unit.GetPageAsync($"/my-tasks/{own}");

        var another = await ForgeAsync(unit, open, others, "Report", s_report);
        var draft = await ForgeAsync(unit, open, unseen, "Report", s_report);
        await Host.ReportDoneAsync("camau", own);
        var lead = await Host.SignInAsync("lanhdao");
        await lead.SubmitAsync(await lead.GetPageAsync($"/my-tasks/{own}"), "button[value=Accepted]");
        var after = await unit.SubmitAsync(open, "#new-report form", [.. s_report.Select(f => (f.Name, (string?)f.Value))]);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (another.Status, draft.Status));
        Assert.True(after.Status is HttpStatusCode.Conflict or HttpStatusCode.BadRequest, after.Status.ToString());
        Assert.Equal([1, 0, 0], await ReportsAsync(own, others, unseen));
        Assert.Equal(AssignmentState.CompletedOnTime, await StateAsync(own));
    }

    [Theory]
    [InlineData("camau")]
    [InlineData("nghean")]
    [InlineData("chuyenvien")]
    [InlineData("thuongtruc")]
    [InlineData("kiemtra")]
    public async Task AReport_IsAcceptedByNobodyButALead(string user)
    {
        var (_, task) = await Host.GiveAsync("ca-mau", "Chờ nghiệm thu " + Guid.NewGuid());
        await Host.ReportDoneAsync("camau", task);
        var found = await Host.DatabaseAsync(db => db.Assignments.Where(a => a.Id == task)
            .Select(a => new { a.Version, Report = a.Events.Where(e => e.Report != null).Select(e => e.Report!.Id).Single() }).SingleAsync());
        var browser = await Host.SignInAsync(user);

        var answer = await ForgeAsync(
            browser, await browser.GetPageAsync("/account"), task, "Decide", ("Decision.ReportId", found.Report.ToString(CultureInfo.InvariantCulture)),
            ("Decision.Version", found.Version.ToString()), ("Decision.Verdict", "Accepted"), ("Decision.Grade", "Good"));

        // Who is refused is sent to the page that says so, or finds nothing.
        Assert.True(answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, answer.Status.ToString());
        Assert.Equal(AssignmentState.Submitted, await StateAsync(task));
    }

    [Fact]
    public async Task AFile_ThatInflatesWithoutEnd_IsRefused_AndOneNamedAsAPath_KeepsItsNameAlone()
    {
        var (_, task) = await Host.GiveAsync("ca-mau", "Gửi tệp " + Guid.NewGuid());
        var unit = await Host.SignInAsync("camau");

        var bomb = await SendAsync(new FormFile("Input.File", "bao-cao.docx", Bomb()));
        var empty = await ReportsAsync(task);
        var named = await SendAsync(new FormFile("Input.File", "../../x", "%PDF-1.7 x"u8.ToArray()));
        var file = await unit.GetOnceAsync(named.Find("article.report a[href*='/evidence/']")!.GetAttribute("href")!);

        Assert.Equal((HttpStatusCode.BadRequest, 0), (bomb.Status, empty[0]));
        Assert.NotNull(bomb.ErrorOf("Input.File"));
        Assert.Equal("x", named.Find("article.report a[href*='/evidence/']")!.TextContent);
        Assert.Equal(("attachment", "x"), (file.Response.Content.Headers.ContentDisposition!.DispositionType,
            file.Response.Content.Headers.ContentDisposition.FileName!.Trim('"')));

        async Task<WebPage> SendAsync(FormFile sent) => await unit.SubmitFilesAsync(
            await unit.GetPageAsync($"/my-tasks/{task}"), "#new-report form", [sent], ("Input.Text", "Kèm tệp"), ("Input.Percent", "10"));
    }

    private static Task<WebPage> ForgeAsync(Browser browser, WebPage page, int task, string handler, params (string Name, string Value)[] fields) =>
        browser.PostAsync(
            $"/my-tasks/{task}?handler={handler}", [.. fields, ("__RequestVerificationToken", page.ValueOf("__RequestVerificationToken")!)]);

    private static byte[] Bomb()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            writer.Write(new string('0', 5_000_000));
        }

        return memory.ToArray();
    }

    private Task<AssignmentState> StateAsync(int task) =>
        Host.DatabaseAsync(db => db.Assignments.Where(a => a.Id == task).Select(a => a.State).SingleAsync());

    private async Task<List<int>> ReportsAsync(params int[] tasks)
    {
        var counts = new List<int>();
        foreach (var task in tasks)
        {
            counts.Add(await Host.DatabaseAsync(db => db.AssignmentEvents.CountAsync(e => e.AssignmentId == task && e.Report != null)));
        }

        return counts;
    }

    /// <summary>A task of Cà Mau that nobody has published yet.</summary>
    private async Task<int> OfADraftAsync()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var entry = await clerk.SubmitAsync(
            await clerk.GetPageAsync("/conferences/create"), "main form[method=post]",
            ("Input.Kind", "Briefing"), ("Input.Form", "Online"), ("Input.Title", "Chưa công bố " + Guid.NewGuid()),
            ("Input.Date", "13/01/2021"), ("Input.OrganiserId", (await Host.UnitIdAsync("vptw")).ToString(CultureInfo.InvariantCulture)));
        entry = await clerk.SubmitAsync(entry, "#quick-Directive", ("Add.Text", "Việc chưa công bố"));
        var directive = int.Parse(entry.FindAll("#s-Directive li")[^1].Id!.Split('-')[1], CultureInfo.InvariantCulture);
        await clerk.AssignDirectiveAsync(directive, "None", await Host.UnitIdAsync("ca-mau"));
        return await Host.DatabaseAsync(db => db.Assignments.Where(a => a.DirectiveId == directive).Select(a => a.Id).SingleAsync());
    }
}

public sealed class RefusalsOnSqlite(SeededSqliteHost host) : RefusalTests(host), IClassFixture<SeededSqliteHost>;

public sealed class RefusalsOnSqlServer(SeededSqlServerHost host) : RefusalTests(host), IClassFixture<SeededSqlServerHost>;
