using System.Net;
using Ical.Net.CalendarComponents;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.IntegrationTests.Notices;
using PartyOfficeTracker.TestSupport;
using Calendar = Ical.Net.Calendar;

namespace PartyOfficeTracker.IntegrationTests.Feeds;

/// <summary>A calendar is read by its address alone, tells what its owner may see, and nothing once the address is taken back.</summary>
public abstract class CalendarFeedTests(AppHost host) : AppTests(host)
{
    private static readonly DateOnly s_due = new(2030, 5, 14);

    [Fact]
    public async Task Calendar_OfAProvince_HasItsDueDays_WithoutSigningIn_AndNobodyElses()
    {
        var words = "Tổng kết; sơ kết, " + Guid.NewGuid();
        var (_, task) = await Host.GiveAsync("ca-mau", words, s_due);
        var address = await MakeAsync("camau");

        var events = await EventsAsync(address);

        var entry = Of(task, events);
        Assert.Equal((s_due, false), (entry.Start!.Date, entry.Start.HasTime));
        Assert.Contains(words, entry.Summary, StringComparison.Ordinal);
        var others = await Host.DatabaseAsync(db => db.Assignments
            .Where(a => a.Unit!.Code != "ca-mau" && a.Unit.Successor!.Code != "ca-mau").Select(a => a.Uid).ToListAsync());
        Assert.DoesNotContain(events, e => others.Exists(uid => e.Uid!.Contains(uid.ToString("N"), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Entry_KeepsItsUidThroughANewDeadline_MovesWithIt_AndGoesWhenTheWorkIsDone()
    {
        var (_, task) = await Host.GiveAsync("ca-mau", "Hoàn thành đề án " + Guid.NewGuid(), s_due);
        var address = await MakeAsync("camau");
        var before = Of(task, await EventsAsync(address));

        await GrantAsync(task, s_due.AddDays(7));
        var moved = Of(task, await EventsAsync(address));
        await Host.ReportDoneAsync("camau", task);
        var lead = await Host.SignInAsync("lanhdao");
        await lead.SubmitAsync(await lead.GetPageAsync($"/my-tasks/{task}"), "button[value=Accepted]");

        Assert.Equal(before.Uid, moved.Uid);
        Assert.Equal(s_due.AddDays(7), moved.Start!.Date);
        Assert.True(moved.Sequence > before.Sequence);
        Assert.DoesNotContain(await EventsAsync(address), e => e.Uid == before.Uid);
    }

    [Fact]
    public async Task ASuspendedTask_HasNoDay_AndComesBackWhenItGoesOn()
    {
        var (_, task) = await Host.GiveAsync("ca-mau", "Việc tạm dừng " + Guid.NewGuid(), s_due);
        var address = await MakeAsync("camau");
        var lead = await Host.SignInAsync("lanhdao");
        await lead.SubmitAsync(await lead.GetPageAsync($"/my-tasks/{task}"), "#pause form", ("Pause.Reason", "Chờ hướng dẫn"));
        var suspended = await EventsAsync(address);
        await lead.SubmitAsync(await lead.GetPageAsync($"/my-tasks/{task}"), "#pause form", ("Pause.Reason", "Đã có hướng dẫn"));

        Assert.DoesNotContain(suspended, e => e.Url!.AbsolutePath.EndsWith($"/my-tasks/{task}", StringComparison.Ordinal));
        Assert.Equal(s_due, Of(task, await EventsAsync(address)).Start!.Date);
    }

    [Fact]
    public async Task Calendar_OfTheOffice_HasOneEntryADirectiveAndDay_WithTheUnitsThatHaveNotFinished()
    {
        var words = "Rà soát đầu mối " + Guid.NewGuid();
        var (directive, _) = await Host.GiveAsync("ca-mau", words, s_due);
        var units = await Host.DatabaseAsync(db => db.Assignments.CountAsync(a => a.DirectiveId == directive));

        var entry = Assert.Single(await EventsAsync(await MakeAsync("chuyenvien")), e => e.Summary!.Contains(words, StringComparison.Ordinal));

        Assert.Contains($"còn {units} đơn vị", entry.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_ChangedOrTakenBack_OpensNothing()
    {
        var first = await MakeAsync("nghean");
        var second = await MakeAsync("nghean");
        Assert.Equal(HttpStatusCode.NotFound, (await Host.Browser().GetOnceAsync(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Host.Browser().GetOnceAsync(second)).Status);

        var browser = await Host.SignInAsync("nghean");
        await browser.SubmitAsync(await browser.GetPageAsync("/account/notices"), "button[formaction*=StopCalendar]");

        Assert.Equal(HttpStatusCode.NotFound, (await Host.Browser().GetOnceAsync(second)).Status);
    }

    [Fact]
    public async Task ClosedAccount_LosesItsCalendar_AndNoTableHoldsTheSecret()
    {
        var address = await MakeAsync("khanhhoa");
        var secret = address.Split('/')[^1].Replace(".ics", "", StringComparison.Ordinal);
        var stored = await Host.DatabaseAsync(db => db.Users.Select(u => u.CalendarKeyHash).ToListAsync());
        var trail = await Host.DatabaseAsync(db => db.AuditEntries.Select(a => a.Changes).ToListAsync());

        await CloseAsync(DateTime.UnixEpoch);
        var closed = await Host.Browser().GetOnceAsync(address);
        await CloseAsync(null);

        Assert.Equal(HttpStatusCode.NotFound, closed.Status);
        Assert.DoesNotContain(secret, stored);
        Assert.DoesNotContain(trail, changes => changes.Contains(secret, StringComparison.Ordinal)
            || stored.Any(hash => hash is not null && changes.Contains(hash, StringComparison.Ordinal)));
    }

    private Task<int> CloseAsync(DateTime? at) =>
        Host.DatabaseAsync(db => db.Users.Where(u => u.UserName == "khanhhoa").ExecuteUpdateAsync(s => s.SetProperty(u => u.DisabledAt, at)));

    private async Task GrantAsync(int task, DateOnly day)
    {
        var asked = await Host.StepAsync("camau", task, new TakeStep { Step = FollowUpStep.AskExtension, Reason = "Chờ số liệu", Day = day });
        Assert.True(asked.Succeeded);
        var granted = await Host.StepAsync("lanhdao", task, new TakeStep { Step = FollowUpStep.GrantExtension, Day = day });
        Assert.True(granted.Succeeded);
    }

    private static CalendarEvent Of(int task, IEnumerable<CalendarEvent> events) =>
        Assert.Single(events, e => e.Url!.AbsolutePath.EndsWith($"/my-tasks/{task}", StringComparison.Ordinal));

    /// <summary>Makes a calendar address on the page, and gives its path.</summary>
    private async Task<string> MakeAsync(string user)
    {
        var browser = await Host.SignInAsync(user);
        var page = await browser.SubmitAsync(await browser.GetPageAsync("/account/notices"), "button[formaction*='handler=Calendar']");
        return new Uri(page.Find("#calendar-address")!.GetAttribute("value")!).AbsolutePath;
    }

    private async Task<IReadOnlyList<CalendarEvent>> EventsAsync(string address)
    {
        var answer = await Host.Browser().Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        return [.. Calendar.Load(await answer.Content.ReadAsStringAsync())!.Events];
    }
}

public sealed class CalendarFeedOnSqlite(SeededSqliteHost host) : CalendarFeedTests(host), IClassFixture<SeededSqliteHost>;

public sealed class CalendarFeedOnSqlServer(SeededSqlServerHost host) : CalendarFeedTests(host), IClassFixture<SeededSqlServerHost>;
