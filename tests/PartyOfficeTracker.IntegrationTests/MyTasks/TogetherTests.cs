using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.MyTasks;

/// <summary>One paper that answers several tasks is recorded once: for many units of a directive, or for many tasks of a unit.</summary>
public abstract class TogetherTests(AppHost host) : AppTests(host)
{
    [Fact]
    public async Task OnePaper_IsRecordedForManyUnitsOfADirective_AndOneOfThemSaysItsOwn()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var directive = await DirectiveAsync();
        var page = await clerk.GetPageAsync($"/my-tasks/together?directive={directive}");
        var done = await clerk.SubmitAsync(
            page,
            "main form",
            ("Input.Text", "Đã gửi báo cáo bằng văn bản"), ("Input.Percent", "50"), ("Input.DocumentNumber", "118-BC/VPTU"),
            ("Input.DocumentDate", DayText.ToText(Host.Clock.TodayInHanoi())),
            ("Input.Tasks[0].IsChosen", "true"), ("Input.Tasks[1].IsChosen", "true"), ("Input.Tasks[2].IsChosen", "true"),
            ("Input.Tasks[2].Text", "Còn chờ số liệu cấp xã"), ("Input.Tasks[2].Percent", "30"));

        Assert.Contains("3/3", done.Find(".note-done")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, done.FindAll("tbody tr").Count);
        var reported = await ReportsAsync(directive);
        Assert.Equal(
            [
                "30 Còn chờ số liệu cấp xã 118-BC/VPTU True",
                "50 Đã gửi báo cáo bằng văn bản 118-BC/VPTU True",
                "50 Đã gửi báo cáo bằng văn bản 118-BC/VPTU True",
            ],
            reported.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AProvince_AnswersItsOwnTasks_AndSeesNoOthers()
    {
        var unit = await Host.SignInAsync("nghean");
        var page = await unit.GetPageAsync("/my-tasks/together");
        var ids = page.FindAll("input[type=hidden][name$='.Id']").Select(i => int.Parse(i.GetAttribute("value")!, CultureInfo.InvariantCulture)).ToList();
        var own = await Host.UnitIdAsync("nghe-an");
        Assert.NotEmpty(ids);
        Assert.All(await Host.DatabaseAsync(db => db.Assignments.Where(a => ids.Contains(a.Id)).ToListAsync()), a => Assert.Equal(own, a.UnitId));

        var foreign = await Host.DatabaseAsync(db => db.Assignments.Where(a => a.UnitId != own && a.VisibleOn != null).Select(a => a.Id).FirstAsync());
        var refused = await unit.PostAsync(
            "/my-tasks/together",
            ("Input.Tasks[0].Id", foreign.ToString(CultureInfo.InvariantCulture)), ("Input.Tasks[0].IsChosen", "true"), ("Input.Text", "x"),
            ("Input.Percent", "10"), ("__RequestVerificationToken", page.ValueOf("__RequestVerificationToken")!));

        Assert.DoesNotContain("✓", refused.MainText, StringComparison.Ordinal);
        Assert.False(await Host.DatabaseAsync(db => db.AssignmentEvents.AnyAsync(e => e.AssignmentId == foreign && e.Report!.Text == "x")));
    }

    [Fact]
    public async Task WithoutATask_OrWithoutWords_NothingIsRecorded_AndWhatWasTypedStays()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var directive = await DirectiveAsync();
        var page = await clerk.GetPageAsync($"/my-tasks/together?directive={directive}");
        var none = await clerk.SubmitAsync(page, "main form", ("Input.Text", "Đã làm"), ("Input.Percent", "40"));
        var wordless = await clerk.SubmitAsync(
            page, "main form", ("Input.Percent", "100"), ("Input.Tasks[0].IsChosen", "true"), ("Input.Tasks[0].Percent", "90"));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (none.Status, wordless.Status));
        Assert.Equal("Đã làm", none.ValueOf("Input.Text")?.Trim());
        Assert.NotNull(wordless.ErrorOf("Input.Text"));
        Assert.Equal("90", wordless.ValueOf("Input.Tasks[0].Percent"));
        Assert.Empty(await ReportsAsync(directive));
    }

    [Fact]
    public async Task ThePaperItself_IsKeptWithEveryTaskItAnswers_AndADisguisedOneWithNone()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var directive = await DirectiveAsync();
        var page = await clerk.GetPageAsync($"/my-tasks/together?directive={directive}");
        (string, string?)[] typed =
        [
            ("Input.Text", "Đã gửi báo cáo"), ("Input.Percent", "100"), ("Input.Tasks[0].IsChosen", "true"), ("Input.Tasks[1].IsChosen", "true"),
        ];

        var refused = await clerk.SubmitFilesAsync(page, "main form", [new FormFile("Input.File", "a.pdf", "MZ…"u8.ToArray())], typed);
        var done = await clerk.SubmitFilesAsync(page, "main form", [new FormFile("Input.File", "báo cáo.pdf", Pdf)], typed);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotNull(refused.ErrorOf("Input.File"));
        Assert.Contains("2/2", done.Find(".note-done")!.TextContent, StringComparison.Ordinal);
        foreach (var task in done.FindAll("tbody a[href^='/my-tasks/']"))
        {
            var evidence = (await clerk.GetPageAsync(task.GetAttribute("href")!)).Find("a[href*='/evidence/']")!;
            var file = await clerk.Client.GetAsync(new Uri(evidence.GetAttribute("href")!, UriKind.Relative));
            Assert.Equal(Pdf, await file.Content.ReadAsByteArrayAsync());
        }
    }

    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. new byte[100]];

    private Task<int> DirectiveAsync() => Host.NewDirectiveAsync(Host.Clock.TodayInHanoi().AddDays(20));

    private Task<List<string>> ReportsAsync(int directive) => Host.DatabaseAsync(async db =>
    {
        var events = await db.AssignmentEvents.Include(e => e.Report!.Evidence)
            .Where(e => e.Assignment!.DirectiveId == directive && e.Report != null).ToListAsync();
        return events.Where(e => e.Report!.Evidence.Exists(x => x.DocumentNumber == "118-BC/VPTU"))
            .Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Percent} {e.Report!.Text} {e.Report.Evidence[0].DocumentNumber} {e.OnBehalf}"))
            .ToList();
    });
}

public sealed class TogetherOnSqlite(SeededSqliteHost host) : TogetherTests(host), IClassFixture<SeededSqliteHost>;

public sealed class TogetherOnSqlServer(SeededSqlServerHost host) : TogetherTests(host), IClassFixture<SeededSqlServerHost>;
