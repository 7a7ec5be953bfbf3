using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.FollowUp;

/// <summary>What saves count, and what rows and tasks keep of others, is what a recount finds, whatever people did.</summary>
public abstract class LedgerTests(AppHost host) : AppTests(host)
{
    private static readonly (string, string?)[] Done = [("Input.Text", "Xong"), ("Input.Percent", "100"), ("Input.DocumentNumber", "9-BC/VPTU"),
        ("Input.DocumentDate", "1/2/2022")];

    [Fact]
    public async Task AfterAnOfficesWork_ARecountFindsNothing()
    {
        var (clerk, lead, unit) = (await Host.SignInAsync("chuyenvien"), await Host.SignInAsync("lanhdao"), await Host.SignInAsync("camau"));
        var directive = await DirectiveAsync(clerk, "AllProvincial");
        var task = await TaskAsync(directive, "ca-mau");
        await ReportAsync(unit, task);
        await lead.SubmitAsync(await lead.GetPageAsync($"/my-tasks/{task}"), "button[value=Returned]", ("Decision.Reason", "Thiếu phụ lục"));
        await ReportAsync(unit, task);
        await lead.SubmitAsync(await lead.GetPageAsync($"/my-tasks/{task}"), "button[value=Accepted]", ("Decision.Grade", "Excellent"));
        var other = await TaskAsync(directive, "nghe-an");
        await lead.SubmitAsync(await lead.GetPageAsync($"/my-tasks/{other}"), "#pause form", ("Pause.Reason", "Chờ văn bản mới"));
        await CleanAsync();
        Assert.Equal(DirectiveProgress.PartlyCompleted, await ProgressAsync(directive));

        var page = await clerk.SubmitAsync(await clerk.GetPageAsync("/conferences/4"), "form[action*='handler=Unpublish']", ("Reason", "Công bố nhầm"));
        Assert.NotNull(page.Find("form[action*='handler=Publish']"));
        await CleanAsync();
        await clerk.SubmitAsync(page, "form[action*='handler=Publish']");
        await CleanAsync();
    }

    [Fact]
    public async Task AfterAUnitIsMerged_ARecountFindsNothing()
    {
        await DirectiveAsync(await Host.SignInAsync("chuyenvien"), "AllProvincial");
        var successor = await Host.UnitIdAsync("quang-tri");
        var admin = await Host.SignInAsync("quantri");
        var address = "/admin/units/" + (await Host.UnitIdAsync("hue")).ToString(CultureInfo.InvariantCulture);
        var merged = await admin.SubmitAsync(
            await admin.GetPageAsync(address), "main form",
            ("Input.ValidTo", "30/6/2026"), ("Input.SuccessorId", successor.ToString(CultureInfo.InvariantCulture)));

        Assert.Equal(HttpStatusCode.OK, merged.Status);
        await CleanAsync();
    }

    [Fact]
    public async Task TwoLeads_WhoFinishADirectiveAtOnce_HaveFinishedIt()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var directive = await DirectiveAsync(clerk, "None", await Host.UnitIdAsync("ca-mau"), await Host.UnitIdAsync("nghe-an"));
        int[] tasks = [await TaskAsync(directive, "ca-mau"), await TaskAsync(directive, "nghe-an")];
        foreach (var task in tasks)
        {
            await ReportAsync(clerk, task);
        }

        await Task.WhenAll(tasks.Select(async task =>
        {
            var lead = await Host.SignInAsync("lanhdao");
            await lead.SubmitAsync(await lead.GetPageAsync($"/my-tasks/{task}"), "button[value=Accepted]", ("Decision.Grade", "Excellent"));
        }));

        Assert.Equal(DirectiveProgress.AllCompleted, await ProgressAsync(directive));
        await CleanAsync();
    }

    [Fact]
    public async Task WhatWasCountedWrong_IsSaidAndPutRight_AndSumsStayWhatTheyWere()
    {
        await Host.DatabaseAsync(async db =>
        {
            var line = await db.TaskTallies.OrderBy(t => t.Id).Select(t => t.Id).FirstAsync();
            await db.TaskTallies.Where(t => t.Id == line).ExecuteUpdateAsync(s => s.SetProperty(t => t.Count, t => t.Count + 3));
            await db.Rows.Where(r => r.Kind == RowKind.Directive && r.Progress != DirectiveProgress.NotAssigned).Take(1)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.Progress, DirectiveProgress.NotAssigned));
            var open = await db.Assignments.Where(a => a.ClosedOn == null).Select(a => a.Id).FirstAsync();
            await db.Assignments.Where(a => a.Id == open).ExecuteUpdateAsync(s => s.SetProperty(a => a.Carried, 1));
        });

        var found = await RecountAsync();

        Assert.Equal((1, 1), (found.Directives, found.Assignments));
        Assert.Equal(3, Assert.Single(found.Counts) is var d ? d.Ledger - d.Tasks : 0);
        await CleanAsync();
        await Host.RunAsync(services => services.GetRequiredService<TaskLedger>().SumUpAsync(default));
        await CleanAsync();
    }

    private Task<RecountResult> RecountAsync() => Host.RunAsync(services => services.GetRequiredService<TaskLedger>().RecountAsync(default));

    private async Task CleanAsync()
    {
        var found = await RecountAsync();
        Assert.True(found.IsClean, $"{found} {string.Join("; ", found.Counts)}");
    }

    private Task<DirectiveProgress> ProgressAsync(int directive) =>
        Host.DatabaseAsync(db => db.Rows.Where(r => r.Id == directive).Select(r => r.Progress).SingleAsync());

    private Task<int> TaskAsync(int directive, string unit) =>
        Host.DatabaseAsync(db => db.Assignments.Where(a => a.DirectiveId == directive && a.GivenTo!.Code == unit).Select(a => a.Id).SingleAsync());

    private static async Task ReportAsync(Browser browser, int task) =>
        await browser.SubmitAsync(await browser.GetPageAsync($"/my-tasks/{task}"), "#new-report form", Done);

    private async Task<int> DirectiveAsync(Browser clerk, string unitClass, params int[] unitIds)
    {
        var entry = await clerk.GetPageAsync("/conferences/4/entry");
        entry = await clerk.SubmitAsync(
            entry, "#s-Directive form.quick", ("Add.Text", "Việc thử " + Guid.NewGuid()), ("Add.DeadlineKind", "Standing"), ("Add.DueOn", ""));
        var directive = int.Parse(entry.FindAll("#s-Directive li")[^1].Id!.Split('-')[1], CultureInfo.InvariantCulture);
        await clerk.AssignDirectiveAsync(directive, unitClass, unitIds);
        return directive;
    }
}

public sealed class LedgerOnSqlite(SeededSqliteHost host) : LedgerTests(host), IClassFixture<SeededSqliteHost>;

public sealed class LedgerOnSqlServer(SeededSqlServerHost host) : LedgerTests(host), IClassFixture<SeededSqlServerHost>;
