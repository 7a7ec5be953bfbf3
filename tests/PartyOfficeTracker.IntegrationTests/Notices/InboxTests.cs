using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Notices;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Notices;

/// <summary>Who is told of what happens to a task, in the very save in which it happens.</summary>
public abstract class InboxTests(AppHost host) : AppTests(host)
{
    [Fact]
    public async Task ReturnedReport_IsInTheProvincesInbox_WithTheReasonAndALinkToTheTask()
    {
        var (_, task) = await Host.GiveAsync("ca-mau", "Rà soát " + Guid.NewGuid());
        await Host.ReportDoneAsync("camau", task);

        await Host.ReturnAsync(task, "Thiếu phụ lục số liệu");
        var browser = await Host.SignInAsync("camau");
        var page = await browser.GetPageAsync("/inbox");
        var entry = page.FindAll(".inbox li").First(l => l.TextContent.Contains("Thiếu phụ lục số liệu", StringComparison.Ordinal));
        var opened = await browser.GetOnceAsync(entry.QuerySelector("a")!.GetAttribute("href")!);
        var after = await browser.GetPageAsync("/inbox?show=unread");

        Assert.Contains("Báo cáo bị trả lại", entry.TextContent, StringComparison.Ordinal);
        Assert.Contains("Lãnh đạo Văn phòng", entry.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/my-tasks/{task}", opened.Location);
        Assert.DoesNotContain("Thiếu phụ lục số liệu", after.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_IsWrittenInTheSaveOfItsEvent_OrNotAtAll()
    {
        var (_, task) = await Host.GiveAsync("ca-mau", "Việc " + Guid.NewGuid());
        await Host.ReportDoneAsync("camau", task);
        var before = await CountAsync(task);

        // A stale version: the save of the return fails, and nobody is told of it.
        var failed = await Host.RunAsync(async services =>
        {
            var db = (Core.Data.AppDbContext)services.GetService(typeof(Core.Data.AppDbContext))!;
            var assignment = await db.Assignments.SingleAsync(a => a.Id == task);
            var reported = await db.AssignmentEvents.Where(e => e.AssignmentId == task).OrderBy(e => e.Sequence).LastAsync();
            db.ExpectVersion(assignment, Guid.NewGuid());
            assignment.Return(new AssignmentEntry(null, Host.Clock.GetUtcNow().UtcDateTime), reported, "Không kịp");
            return await db.SaveOrConflictAsync(default);
        });

        Assert.NotNull(failed);
        Assert.Equal(before, await CountAsync(task));
    }

    [Fact]
    public async Task EveryStep_IsToldToWhoMustKnow_AndNotToWhoDidIt()
    {
        var words = "Bước " + Guid.NewGuid();
        var (_, task) = await Host.GiveAsync("nghe-an", words, new DateOnly(2030, 3, 1));
        await StepAsync("nghean", task, new TakeStep { Step = FollowUpStep.AskExtension, Day = new DateOnly(2030, 4, 1), Reason = "Chưa đủ số liệu" });
        await StepAsync("lanhdao", task, new TakeStep { Step = FollowUpStep.RefuseExtension, Reason = "Đã đủ thời gian" });
        await StepAsync("nghean", task, new TakeStep { Step = FollowUpStep.RaiseObstacle, Level = DecisionLevel.CentralOffice, Reason = "Thiếu biên chế" });
        await StepAsync("lanhdao", task, new TakeStep { Step = FollowUpStep.SettleObstacle, Reason = "Đã bố trí" });
        await StepAsync("nghean", task, new TakeStep { Step = FollowUpStep.Decline, Reason = "Không thuộc đơn vị" });
        await StepAsync("lanhdao", task, new TakeStep { Step = FollowUpStep.RefuseDecline, Reason = "Thuộc đơn vị" });
        await StepAsync("chuyenvien", task, new TakeStep { Step = FollowUpStep.Urge });
        await StepAsync("nghean", task, new TakeStep { Step = FollowUpStep.Answer, Reason = "Đang làm" });
        await StepAsync("lanhdao", task, new TakeStep { Step = FollowUpStep.Extend, Day = new DateOnly(2030, 5, 2), Reason = "Cho thêm thời gian" });

        Assert.Equal(
            [
                NoticeKind.Given, NoticeKind.ExtensionRefused, NoticeKind.ObstacleSettled, NoticeKind.DeclineRefused, NoticeKind.Urged,
                NoticeKind.ExtensionGranted,
            ],
            await KindsAsync("nghean", task));
        Assert.Equal([NoticeKind.ExtensionAsked, NoticeKind.ObstacleRaised, NoticeKind.Declined], await KindsAsync("lanhdao", task));
        Assert.Equal([NoticeKind.Answered], await KindsAsync("chuyenvien", task));
        Assert.Empty(await KindsAsync("camau", task));
        Assert.Contains("xin đến 01/04/2030", await Host.UnreadAsync("lanhdao"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TaskPassedOn_IsToldToBothUnits_AndOnlyTheNewOneOpensIt()
    {
        var words = "Chuyển việc " + Guid.NewGuid();
        var (_, task) = await Host.GiveAsync("ca-mau", words, alone: true);
        var to = await Host.UnitIdAsync("nghe-an");

        await StepAsync("lanhdao", task, new TakeStep { Step = FollowUpStep.PassOn, UnitId = to, Reason = "Đúng địa bàn" });
        var before = await (await Host.SignInAsync("camau")).GetPageAsync("/inbox");
        var now = await (await Host.SignInAsync("nghean")).GetPageAsync("/inbox");

        var away = before.FindAll(".inbox li").First(l => l.TextContent.Contains("Nhiệm vụ chuyển đi", StringComparison.Ordinal));
        Assert.Contains(words, away.TextContent, StringComparison.Ordinal);
        Assert.Null(away.QuerySelector("a"));
        Assert.Contains(now.FindAll(".inbox li"), l => l.TextContent.Contains("Nhiệm vụ chuyển đến", StringComparison.Ordinal)
            && l.TextContent.Contains("từ Cà Mau", StringComparison.Ordinal) && l.QuerySelector("a") is not null);
    }

    [Fact]
    public async Task AUnitThatHasTheDirective_IsNotGivenAnothersShareAsWell()
    {
        var (_, task) = await Host.GiveAsync("ca-mau", "Mỗi đơn vị một phần " + Guid.NewGuid());
        var step = new TakeStep { Step = FollowUpStep.PassOn, UnitId = await Host.UnitIdAsync("nghe-an"), Reason = "Đúng địa bàn" };

        var refused = await Host.StepAsync("lanhdao", task, step);

        Assert.Equal((nameof(TakeStep.UnitId), "Đơn vị này đã được giao chỉ đạo đó."), (refused.Failure!.Errors[0].Field, refused.Failure.Errors[0].Message));
        Assert.Contains("ca-mau", await Host.DatabaseAsync(db => db.Assignments.Where(a => a.Id == task).Select(a => a.Unit!.Code).ToListAsync()));
    }

    [Fact]
    public async Task Badge_CountsWhatIsUnread_UpToNinetyNine_AndIsGoneWhenAllIsRead()
    {
        var (_, task) = await Host.GiveAsync("khanh-hoa", "Đếm " + Guid.NewGuid());
        var id = await Host.UserIdAsync("khanhhoa");
        await Host.DatabaseAsync(async db =>
        {
            db.Notices.AddRange(Enumerable.Range(0, 120).Select(i => new Notice
            {
                UserId = id,
                AssignmentId = task,
                Key = "many:" + Guid.NewGuid().ToString("N"),
                Kind = NoticeKind.Urged,
                At = Host.Clock.GetUtcNow().UtcDateTime,
            }));
            await db.SaveChangesAsync();
        });
        var browser = await Host.SignInAsync("khanhhoa");
        var page = await browser.GetPageAsync("/inbox");
        var second = await browser.GetPageAsync(page.Find("a[rel=next]")!.GetAttribute("href")!);

        var read = await browser.SubmitAsync(page, "form[action*='handler=ReadAll']");

        Assert.Equal("99+", page.Find(".bell-count")!.TextContent);
        Assert.Equal(InboxService.PageSize, page.FindAll(".inbox li.is-unread").Count);
        Assert.Empty(Ids(page).Intersect(Ids(second)));
        Assert.Null(read.Find(".bell-count"));
        Assert.Empty(read.FindAll(".inbox li.is-unread"));
    }

    [Fact]
    public async Task AnothersEntry_IsNotThere()
    {
        await Host.GiveAsync("ca-mau", "Của Cà Mau " + Guid.NewGuid());
        var id = await Host.UserIdAsync("camau");
        var entry = await Host.DatabaseAsync(db => db.Notices.Where(n => n.UserId == id && n.Unread == 1)
            .OrderByDescending(n => n.Id).Select(n => n.Id).FirstAsync());
        var other = await Host.SignInAsync("nghean");
        var token = (await other.GetPageAsync("/account")).ValueOf("__RequestVerificationToken")!;

        var opened = await other.GetOnceAsync($"/inbox/{entry}");
        var marked = await other.PostAsync(
            "/inbox?handler=Read", ("__RequestVerificationToken", token), ("id", entry.ToString(CultureInfo.InvariantCulture)));

        Assert.Equal(HttpStatusCode.NotFound, opened.Status);
        Assert.Equal(HttpStatusCode.NotFound, marked.Status);
        Assert.Equal(1, await Host.DatabaseAsync(db => db.Notices.Where(n => n.Id == entry).Select(n => n.Unread).SingleAsync()));
    }

    [Fact]
    public async Task DraftAgain_HidesTheWordsFromTheUnit_AndKeepsThemForTheOffice()
    {
        var words = "Kín " + Guid.NewGuid();
        var (directive, task) = await Host.GiveAsync("nghe-an", words);
        await Host.ReportDoneAsync("nghean", task);
        await Host.ReturnAsync(task, "Làm lại");
        var conference = await Host.DatabaseAsync(db => db.Rows.Where(r => r.Id == directive).Select(r => r.ConferenceId).SingleAsync());
        async Task SetAsync(Core.Conferences.ConferenceState state) => await Host.DatabaseAsync(async db =>
        {
            await db.Conferences.Where(c => c.Id == conference).ExecuteUpdateAsync(s => s.SetProperty(c => c.State, state));
            return await db.Rows.Where(r => r.ConferenceId == conference).ExecuteUpdateAsync(s => s.SetProperty(r => r.Stage, state));
        });

        await SetAsync(Core.Conferences.ConferenceState.Draft);
        var unit = await Host.UnreadAsync("nghean");
        var office = await Host.UnreadAsync("lanhdao");
        await SetAsync(Core.Conferences.ConferenceState.Published);

        Assert.DoesNotContain(words, unit, StringComparison.Ordinal);
        Assert.Contains("tạm thời chưa xem được", unit, StringComparison.Ordinal);
        Assert.Contains(words, office, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Ids(WebPage page) => page.FindAll(".inbox li").Select(l => l.Id);

    private async Task StepAsync(string user, int task, TakeStep step)
    {
        var result = await Host.StepAsync(user, task, step);
        Assert.True(result.Succeeded, string.Join("; ", result.Failure?.Errors.Select(e => e.Message) ?? []));
    }

    private Task<int> CountAsync(int task) => Host.DatabaseAsync(db => db.Notices.CountAsync(n => n.AssignmentId == task));

    private Task<List<NoticeKind>> KindsAsync(string user, int task) => Host.DatabaseAsync(
        db => db.Notices.Where(n => n.AssignmentId == task && n.User!.UserName == user).OrderBy(n => n.Id).Select(n => n.Kind).ToListAsync());
}

public sealed class InboxOnSqlite(SeededSqliteHost host) : InboxTests(host), IClassFixture<SeededSqliteHost>;

public sealed class InboxOnSqlServer(SeededSqlServerHost host) : InboxTests(host), IClassFixture<SeededSqlServerHost>;
