using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Jobs;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.TestSupport;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.IntegrationTests.FollowUp;

/// <summary>
/// The year after a briefing of 13 January 2025, acted out through the pages with the clock moved from day to day. What each task is on every
/// day of the year was worked out by hand; most are due on Monday 31 March, the last on Tuesday 15 July, after Bạc Liêu became part of Cà Mau.
/// </summary>
public sealed class YearReplayTests : IAsyncDisposable
{
    private static readonly Lateness None = Lateness.None;
    private static readonly Lateness Unit = new(1, 0, 0, 0);
    private static readonly Lateness Accepter = new(0, 0, 1, 0);
    private static readonly Lateness Centre = new(0, 0, 0, 1);

    private readonly AppHost _host = AppHost.Create(new AppHostOptions());
    private readonly Dictionary<string, int> _tasks = new(StringComparer.Ordinal);

    /// <summary>From this day on, until the next line: where the task stands, and whose late days it has; a day more of one party each day.</summary>
    private sealed record Line(DateOnly From, AssignmentState State, Urgency Urgency, Lateness Late, Lateness EachDay)
    {
        public Lateness LateOn(DateOnly day) => Enumerable.Repeat(EachDay, day.DayNumber - From.DayNumber).Aggregate(Late, (sum, more) => sum + more);
    }

    private static readonly Line Begin = Of(1, 13, AssignmentState.NotStarted, Urgency.InTime);
    private static readonly Line Soon = Of(3, 26, AssignmentState.NotStarted, Urgency.DueSoon);

    /// <summary>The table worked out by hand.</summary>
    private static readonly Dictionary<string, Line[]> Expected = new(StringComparer.Ordinal)
    {
        ["in time"] = [Begin, Soon, Of(3, 28, AssignmentState.CompletedOnTime, Urgency.None)],
        ["late"] =
        [
            Begin, Soon,
            Of(4, 1, AssignmentState.NotStarted, Urgency.Overdue, Unit, Unit),
            Of(4, 3, AssignmentState.NotStarted, Urgency.SeverelyOverdue, new(3, 0, 0, 0), Unit),
            Of(4, 4, AssignmentState.CompletedLate, Urgency.None, new(4, 0, 0, 0)),
        ],
        ["returned"] =
        [
            Begin, Soon,
            Of(3, 31, AssignmentState.Submitted, Urgency.InTime, None, Accepter),
            Of(4, 3, AssignmentState.Returned, Urgency.SeverelyOverdue, new(0, 0, 3, 0), Unit),
            Of(4, 8, AssignmentState.Submitted, Urgency.Overdue, new(5, 0, 3, 0), Accepter),
            Of(4, 10, AssignmentState.CompletedLate, Urgency.None, new(5, 0, 5, 0)),
        ],
        ["extended twice"] =
        [
            Begin, Soon,
            Of(3, 28, AssignmentState.NotStarted, Urgency.InTime),
            Of(4, 10, AssignmentState.NotStarted, Urgency.DueSoon),
            Of(4, 16, AssignmentState.NotStarted, Urgency.Overdue, Centre, Centre),
            Of(4, 18, AssignmentState.NotStarted, Urgency.InTime),
            Of(4, 22, AssignmentState.NotStarted, Urgency.DueSoon),
            Of(4, 24, AssignmentState.CompletedOnTime, Urgency.None),
        ],
        ["entered nine days late"] =
        [
            Begin, Soon,
            Of(4, 1, AssignmentState.NotStarted, Urgency.Overdue, Unit, Unit),
            Of(4, 3, AssignmentState.NotStarted, Urgency.SeverelyOverdue, new(3, 0, 0, 0), Unit),
            Of(4, 9, AssignmentState.CompletedOnTime, Urgency.None, new(0, 9, 0, 0)),
        ],
        ["accepted six days late"] =
        [
            Begin, Soon,
            Of(3, 31, AssignmentState.Submitted, Urgency.InTime, None, Accepter),
            Of(4, 6, AssignmentState.CompletedOnTime, Urgency.None, new(0, 0, 6, 0)),
        ],
        ["given after its deadline"] =
        [
            Of(4, 14, AssignmentState.NotStarted, Urgency.DueSoon, new(0, 0, 0, 14)),
            Of(4, 15, AssignmentState.NotStarted, Urgency.Overdue, new(1, 0, 0, 14), Unit),
            Of(4, 16, AssignmentState.CompletedLate, Urgency.None, new(2, 0, 0, 14)),
        ],
        ["of a unit that is merged"] =
        [
            Begin,
            Of(7, 10, AssignmentState.NotStarted, Urgency.DueSoon),
            Of(7, 15, AssignmentState.CompletedOnTime, Urgency.None),
        ],
    };

    private DateOnly Today => _host.Clock.TodayInHanoi();

    [Fact]
    public async Task EveryTask_IsOnEveryDayWhatWasWorkedOutByHand_OnItsPageAndReplayed()
    {
        await OnAsync(1, 13, PrepareAsync);
        await OnAsync(3, 26, () => TakeAsync("nghean", "extended twice", "ask-extension", ("Input.Day", "15/04/2025"), ("Input.Reason", "Chờ hướng dẫn")));
        await OnAsync(3, 28, async () =>
        {
            await TakeAsync("lanhdao", "extended twice", "grant-extension");
            await ReportAsync("nghean", "in time", "28/03/2025");
            await DecideAsync("in time", "Accepted");
        });
        await OnAsync(3, 31, async () =>
        {
            await ReportAsync("khanhhoa", "returned", "31/03/2025");
            await ReportAsync("khanhhoa", "accepted six days late", "31/03/2025");
        });
        await OnAsync(4, 3, () => DecideAsync("returned", "Returned"));
        await OnAsync(4, 4, () => ReportAndAcceptAsync("camau", "late", "04/04/2025"));
        await OnAsync(4, 6, () => DecideAsync("accepted six days late", "Accepted"));
        await OnAsync(4, 8, () => ReportAsync("khanhhoa", "returned", "08/04/2025"));
        await OnAsync(4, 9, () => ReportAndAcceptAsync("chuyenvien", "entered nine days late", "31/03/2025"));
        await OnAsync(4, 10, () => DecideAsync("returned", "Accepted"));
        await OnAsync(4, 14, async () =>
        {
            await AssignAsync("given after its deadline", "nghe-an");
            await TakeAsync("nghean", "extended twice", "ask-extension", ("Input.Day", "25/04/2025"), ("Input.Reason", "Chờ tiếp"));
        });
        await OnAsync(4, 16, () => ReportAndAcceptAsync("nghean", "given after its deadline", "16/04/2025"));
        await OnAsync(4, 18, () => TakeAsync("lanhdao", "extended twice", "grant-extension"));
        await OnAsync(4, 24, () => ReportAndAcceptAsync("nghean", "extended twice", "24/04/2025"));
        await OnAsync(7, 1, () => _host.RunAsync(services => services.GetRequiredService<DailyWork>().RunAsync(default)));
        await OnAsync(7, 15, () => ReportAndAcceptAsync("camau", "of a unit that is merged", "15/07/2025"));
        await OnAsync(12, 31, () => Task.CompletedTask);

        await CompareEveryDayAsync();
        var merged = await TaskAsync("of a unit that is merged");
        Assert.Equal(
            (await _host.UnitIdAsync("ca-mau"), await _host.UnitIdAsync("bac-lieu"), 0),
            (merged.UnitId, merged.GivenToId, await _host.DatabaseAsync(db => db.Assignments.CountAsync(a => a.ClosedOn == null))));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static Line Of(int month, int day, AssignmentState state, Urgency urgency, Lateness? late = null, Lateness? eachDay = null) =>
        new(new DateOnly(2025, month, day), state, urgency, late ?? None, eachDay ?? None);

    private static Line? On(string task, DateOnly day) => Expected[task].LastOrDefault(line => line.From <= day);

    /// <summary>Acts on a day, and looks at the page of every task as the lead sees it then.</summary>
    private async Task OnAsync(int month, int day, Func<Task> act)
    {
        _host.Clock.SetDay(2025, month, day);
        await act();
        var lead = await _host.SignInAsync("lanhdao");
        foreach (var (name, id) in _tasks)
        {
            var page = await lead.GetPageAsync($"/my-tasks/{id}");
            var line = On(name, Today)!;
            var shown = page.FindAll(".page-head .badge-state").Select(b => b.TextContent.Trim());
            Assert.Equal((name, Today, Words(line, await TaskAsync(name))), (name, Today, string.Join(" | ", shown)));
            Assert.Contains(LateWords(line.LateOn(Today)) ?? "", page.MainText, StringComparison.Ordinal);
        }
    }

    /// <summary>The badges of the page's head.</summary>
    private string Words(Line line, Assignment task)
    {
        using var scope = _host.Services.CreateScope();
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");
        var text = scope.ServiceProvider.GetRequiredService<IStringLocalizer<Strings>>();
        var badges = new[]
        {
            StatusText.OfState(text, line.State),
            StatusText.OfUrgency(text, line.Urgency, task.DueOn, task.LateAfter, Today),
        }.OfType<Badge>();
        return string.Join(" | ", badges.Select(b => $"{b.Sign} {b.Text}"));
    }

    private string? LateWords(Lateness late)
    {
        using var scope = _host.Services.CreateScope();
        return HistoryText.Late(scope.ServiceProvider.GetRequiredService<IStringLocalizer<Strings>>(), late);
    }

    private async Task CompareEveryDayAsync()
    {
        var calendar = await _host.RunAsync(services => services.GetRequiredService<UnitDirectory>().CalendarAsync(default));
        var differences = new List<string>();
        foreach (var (name, id) in _tasks)
        {
            var events = await _host.DatabaseAsync(db => db.AssignmentEvents.AsNoTracking().Where(e => e.AssignmentId == id).ToListAsync());
            for (var day = new DateOnly(2025, 1, 13); day <= new DateOnly(2025, 12, 31); day = day.AddDays(1))
            {
                var known = Assignment.Replay(events, day);
                var expected = On(name, day) is { } line ? $"{line.State} {line.Urgency} {line.LateOn(day)}" : "";
                var found = known is null ? "" : $"{known.State} {AssignmentStatus.UrgencyOf(known, StatusDay.On(day, calendar))} {Lateness.Of(events, day)}";
                if (found != expected)
                {
                    differences.Add($"{name}, {DayText.ToText(day)}: {found} and not {expected}");
                }
            }
        }

        Assert.Equal("", string.Join('\n', differences));
        Assert.Equal(Expected.Count, _tasks.Count);
    }

    /// <summary>The conference, a directive a task, published, and given: all but the one that is given too late.</summary>
    private async Task PrepareAsync()
    {
        var clerk = await _host.SignInAsync("chuyenvien");
        var entry = await clerk.SubmitAsync(
            await clerk.GetPageAsync("/conferences/create"),
            "main form",
            ("Input.Kind", "Briefing"), ("Input.Form", "Online"), ("Input.Title", "Giao ban văn phòng cấp ủy"),
            ("Input.Date", "13/01/2025"),
            ("Input.OrganiserId", (await _host.UnitIdAsync("vptw")).ToString(CultureInfo.InvariantCulture)),
            ("Input.Reviewed", "2024"));
        var conference = entry.Url.Split('/', '?', '#')[2];
        foreach (var name in Expected.Keys)
        {
            entry = await clerk.SubmitAsync(
                entry,
                "#s-Directive form.quick",
                ("Add.Text", name),
                ("Add.DeadlineKind", "Fixed"),
                ("Add.DueOn", name == "of a unit that is merged" ? "15/07/2025" : "31/03/2025"));
        }

        await clerk.SubmitAsync(await clerk.GetPageAsync($"/conferences/{conference}"), "form[action*='handler=Publish']");
        await AssignAsync("in time", "nghe-an");
        await AssignAsync("late", "ca-mau");
        await AssignAsync("returned", "khanh-hoa");
        await AssignAsync("extended twice", "nghe-an");
        await AssignAsync("entered nine days late", "ca-mau");
        await AssignAsync("accepted six days late", "khanh-hoa");
        await AssignAsync("of a unit that is merged", "bac-lieu");
    }

    private async Task AssignAsync(string name, string unit)
    {
        var directive = await _host.DatabaseAsync(db => db.Rows.Where(r => r.Text == name).Select(r => r.Id).SingleAsync());
        await (await _host.SignInAsync("chuyenvien")).AssignDirectiveAsync(directive, "None", await _host.UnitIdAsync(unit));
        _tasks[name] = await _host.DatabaseAsync(db => db.Assignments.Where(a => a.DirectiveId == directive).Select(a => a.Id).SingleAsync());
    }

    private Task<Assignment> TaskAsync(string name) => _host.DatabaseAsync(db => db.Assignments.AsNoTracking().SingleAsync(a => a.Id == _tasks[name]));

    private async Task TakeAsync(string user, string name, string step, params (string Name, string? Value)[] fields)
    {
        var browser = await _host.SignInAsync(user);
        await browser.SubmitAsync(await browser.GetPageAsync($"/my-tasks/{_tasks[name]}/{step}"), "main form", fields);
    }

    private async Task ReportAsync(string user, string name, string done)
    {
        var browser = await _host.SignInAsync(user);
        await browser.SubmitAsync(
            await browser.GetPageAsync($"/my-tasks/{_tasks[name]}"),
            "#new-report form",
            ("Input.Text", "Đã xong"), ("Input.Percent", "100"), ("Input.DocumentNumber", "12-BC/VPTU"), ("Input.DocumentDate", done));
    }

    private async Task DecideAsync(string name, string verdict)
    {
        var lead = await _host.SignInAsync("lanhdao");
        var said = verdict == "Accepted" ? ("Decision.Grade", "Good") : ("Decision.Reason", "Thiếu số liệu");
        await lead.SubmitAsync(await lead.GetPageAsync($"/my-tasks/{_tasks[name]}"), $"button[value='{verdict}']", said);
    }

    private async Task ReportAndAcceptAsync(string user, string name, string done)
    {
        await ReportAsync(user, name, done);
        await DecideAsync(name, "Accepted");
    }
}
