using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.IntegrationTests.Notices;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.MyTasks;

/// <summary>Standing work is a task a period: each has its own deadline, reports and judgement.</summary>
public abstract class StandingTests(AppHost host) : AppTests(host)
{
    [Fact]
    public async Task EachMonth_OpensATaskOfItsOwn_Once_AndNotForAUnitItWasTakenFrom()
    {
        var clerk = await ClerkOnTheTenthAsync();
        var directive = await MonthlyAsync(clerk);
        await clerk.AssignDirectiveAsync(directive, "Cities");
        var first = await TasksAsync(directive);
        await clerk.WithdrawAsync(directive, first[^1].Id);

        Host.Clock.SetDay(2026, 12, 2);
        var opened = await OpenAsync();
        var again = await OpenAsync();
        var all = await TasksAsync(directive);

        Assert.All(first, t => Assert.Equal((new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 15)), (t.DueOn, t.OrderedDueOn)));
        Assert.Equal(0, again);
        Assert.Equal(first.Count - 1, opened);
        Assert.All(all.Where(t => t.PeriodFrom == new DateOnly(2026, 12, 1)), t => Assert.Equal(new DateOnly(2026, 12, 15), t.DueOn));
        var latest = await (await Host.SignInAsync("chuyenvien")).GetPageAsync($"/my-tasks/{all[^1].Id}");
        Assert.Contains("tháng 12/2026", latest.MainText, StringComparison.Ordinal);
        Host.Clock.Reset();
    }

    [Fact]
    public async Task GivenAfterTheMonthsDay_ItBeginsWithTheNextMonth_AndAUnitThatHasTheRunningOneKeepsIt()
    {
        var clerk = await ClerkOnTheTenthAsync();
        var directive = await MonthlyAsync(clerk);
        await clerk.AssignDirectiveAsync(directive, "None", await Host.UnitIdAsync("ca-mau"));

        Host.Clock.SetDay(2026, 11, 20);
        await (await Host.SignInAsync("chuyenvien")).AssignDirectiveAsync(
            directive, "None", await Host.UnitIdAsync("ca-mau"), await Host.UnitIdAsync("nghe-an"));
        var given = await TasksAsync(directive);
        Host.Clock.SetDay(2026, 12, 1);
        await OpenAsync();
        var opened = await TasksAsync(directive);
        Host.Clock.Reset();

        Assert.Equal([new DateOnly(2026, 11, 15), new DateOnly(2026, 12, 15)], given.Select(t => t.OrderedDueOn ?? t.DueOn));
        Assert.Equal(
            [new DateOnly(2026, 11, 15), new DateOnly(2026, 12, 15), new DateOnly(2026, 12, 15)], opened.Select(t => t.OrderedDueOn ?? t.DueOn));
        Assert.Equal(2, opened.Select(t => t.GivenToId).Distinct().Count());
    }

    [Fact]
    public async Task MonthsNobodyRanTheWorkIn_AreOpenedAfterwards_AndTheirLatenessIsNotTheUnits()
    {
        var clerk = await ClerkOnTheTenthAsync();
        var directive = await MonthlyAsync(clerk);
        await clerk.AssignDirectiveAsync(directive, "None", await Host.UnitIdAsync("ca-mau"));

        Host.Clock.SetDay(2027, 2, 20);
        await OpenAsync();
        var tasks = await TasksAsync(directive);
        var again = await OpenAsync();
        var lateness = await Host.DatabaseAsync(db => db.AssignmentEvents.AsNoTracking()
            .Where(e => e.Assignment!.DirectiveId == directive && e.Assignment.PeriodFrom == new DateOnly(2027, 1, 1)).ToListAsync());
        var late = Lateness.Of(lateness, new DateOnly(2027, 2, 20));
        Host.Clock.Reset();

        Assert.Equal(0, again);
        Assert.Equal(
            [new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1), new DateOnly(2027, 1, 1), new DateOnly(2027, 2, 1)], tasks.Select(t => t.PeriodFrom));
        Assert.Equal(0, late.Unit);
    }

    [Fact]
    public async Task APeriod_CountsInItsOwnYear_WhateverYearTheConferenceWasFor()
    {
        var clerk = await ClerkOnTheTenthAsync();
        var directive = await MonthlyAsync(clerk);
        await clerk.AssignDirectiveAsync(directive, "None", await Host.UnitIdAsync("ca-mau"));
        Host.Clock.SetDay(2027, 1, 5);
        await OpenAsync();

        var years = (await TasksAsync(directive)).Select(t => (t.PeriodFrom, t.CountedIn));
        var recount = await Host.RunAsync(s => s.GetRequiredService<TaskLedger>().RecountAsync(default));
        var offered = await (await Host.SignInAsync("lanhdao")).GetPageAsync("/summaries/2027");
        Host.Clock.Reset();

        Assert.Equal([(new DateOnly(2026, 11, 1), 2026), (new DateOnly(2026, 12, 1), 2026), (new DateOnly(2027, 1, 1), 2027)], years);
        Assert.True(recount.IsClean);
        Assert.Equal(System.Net.HttpStatusCode.OK, offered.Status);
    }

    [Fact]
    public async Task APeriodGivenToAnotherUnit_GoesOnThere_AndTheFirstUnitGetsNoMore()
    {
        var clerk = await ClerkOnTheTenthAsync();
        var directive = await MonthlyAsync(clerk);
        await clerk.AssignDirectiveAsync(directive, "None", await Host.UnitIdAsync("ca-mau"));
        Host.Clock.SetDay(2026, 12, 2);
        await OpenAsync();
        var december = (await TasksAsync(directive))[^1];
        var step = new TakeStep { Step = FollowUpStep.PassOn, UnitId = await Host.UnitIdAsync("nghe-an"), Reason = "Đúng địa bàn" };
        Assert.True((await Host.StepAsync("lanhdao", december.Id, step)).Succeeded);

        Assert.Equal(0, await OpenAsync());
        Host.Clock.SetDay(2027, 1, 5);
        Assert.Equal(1, await OpenAsync());
        var january = (await TasksAsync(directive))[^1];
        Host.Clock.Reset();

        Assert.Equal((await Host.UnitIdAsync("nghe-an"), new DateOnly(2027, 1, 1)), (january.UnitId, january.PeriodFrom));
    }

    private async Task<Browser> ClerkOnTheTenthAsync()
    {
        // The application makes its demo when it starts, by the real day: the clock is set after that.
        await Host.SignInAsync("chuyenvien");
        Host.Clock.SetDay(2026, 11, 10);
        return await Host.SignInAsync("chuyenvien");
    }

    private static async Task<int> MonthlyAsync(Browser clerk)
    {
        var entry = await clerk.SubmitAsync(
            await clerk.GetPageAsync("/conferences/4/entry"),
            "#s-Directive form.quick",
            ("Add.Text", "Gửi báo cáo công tác tháng"),
            ("Add.DeadlineKind", "Standing"),
            ("Add.DueOn", ""),
            ("Add.DeadlineText", "trước ngày 15 hằng tháng"));
        return int.Parse(entry.FindAll("#s-Directive li")[^1].Id!.Split('-')[1], CultureInfo.InvariantCulture);
    }

    private Task<int> OpenAsync() => Host.RunAsync(s => s.GetRequiredService<StandingService>().OpenPeriodsAsync(default));

    private Task<List<Assignment>> TasksAsync(int directive) =>
        Host.DatabaseAsync(db => db.Assignments.AsNoTracking().Where(a => a.DirectiveId == directive).OrderBy(a => a.Id).ToListAsync());
}

public sealed class StandingOnSqlite(SeededSqliteHost host) : StandingTests(host), IClassFixture<SeededSqliteHost>;

public sealed class StandingOnSqlServer(SeededSqlServerHost host) : StandingTests(host), IClassFixture<SeededSqlServerHost>;
