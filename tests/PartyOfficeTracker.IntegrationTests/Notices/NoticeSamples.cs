using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Notices;

/// <summary>Tasks made through the pages, for tests of who is told of what.</summary>
internal static class NoticeSamples
{
    /// <summary>A new directive of the fourth demo conference, given to every province, or to one alone.</summary>
    /// <returns>The directive, and the task of one unit.</returns>
    public static async Task<(int Directive, int Task)> GiveAsync(
        this AppHost host, string unit, string words, DateOnly? dueOn = null, bool alone = false)
    {
        var clerk = await host.SignInAsync("chuyenvien");
        var entry = await clerk.GetPageAsync("/conferences/4/entry");
        entry = await clerk.SubmitAsync(
            entry, "#s-Directive form.quick", ("Add.Text", words), ("Add.DeadlineKind", dueOn is null ? "Standing" : "Fixed"),
            ("Add.DueOn", dueOn?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? ""));
        var directive = int.Parse(entry.FindAll("#s-Directive li")[^1].Id!.Split('-')[1], CultureInfo.InvariantCulture);
        int[] units = alone ? [await host.UnitIdAsync(unit)] : [];
        await clerk.AssignDirectiveAsync(directive, alone ? "None" : "AllProvincial", units);
        var task = await host.DatabaseAsync(
            db => db.Assignments.Where(a => a.DirectiveId == directive && a.Unit!.Code == unit).Select(a => a.Id).FirstAsync());
        return (directive, task);
    }

    public static async Task<WebPage> ReportDoneAsync(this AppHost host, string user, int task)
    {
        var browser = await host.SignInAsync(user);
        return await browser.SubmitAsync(
            await browser.GetPageAsync($"/my-tasks/{task}"), "#new-report form", ("Input.Text", "Đã làm xong"), ("Input.Percent", "100"),
            ("Input.DocumentNumber", "9-BC/VPTU"), ("Input.DocumentDate", "1/2/2022"));
    }

    public static async Task<WebPage> ReturnAsync(this AppHost host, int task, string reason)
    {
        var lead = await host.SignInAsync("lanhdao");
        return await lead.SubmitAsync(await lead.GetPageAsync($"/my-tasks/{task}"), "button[value=Returned]", ("Decision.Reason", reason));
    }

    /// <summary>A step between two reports, by the service.</summary>
    public static Task<Result> StepAsync(this AppHost host, string user, int task, TakeStep step) => host.RunAsync(async services =>
    {
        var version = await host.DatabaseAsync(db => db.Assignments.Where(a => a.Id == task).Select(a => a.Version).SingleAsync());
        return await host.AsAsync<StepService, Result>(
            user, (service, actor) => service.TakeAsync(actor, task, step with { Version = version }, default));
    });

    /// <summary>Everything unread of the account, in the inbox's words.</summary>
    public static async Task<string> UnreadAsync(this AppHost host, string user) =>
        (await (await host.SignInAsync(user)).GetPageAsync("/inbox?show=unread")).MainText;

    public static Task<int> UserIdAsync(this AppHost host, string user) =>
        host.DatabaseAsync(db => db.Users.Where(u => u.UserName == user).Select(u => u.Id).SingleAsync());
}
