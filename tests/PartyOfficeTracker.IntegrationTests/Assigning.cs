using System.Globalization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests;

/// <summary>Gives directives to units as a clerk does: chooses, reads what it will do, and agrees.</summary>
internal static class Assigning
{
    /// <summary>All directives of a conference to one class of units.</summary>
    public static Task<WebPage> AssignConferenceAsync(this Browser browser, int conferenceId, string unitClass) =>
        browser.AssignAsync($"/conferences/{conferenceId}/assign", unitClass, []);

    /// <summary>One directive to a class of units, or to single ones.</summary>
    public static async Task<WebPage> AssignDirectiveAsync(this Browser browser, int directiveId, string unitClass, params int[] unitIds)
    {
        var directive = await browser.GetPageAsync($"/directives/{directiveId}");
        return await browser.AssignAsync(directive.Find("a[href*='/assign?directive=']")!.GetAttribute("href")!, unitClass, unitIds);
    }

    /// <summary>Takes back what one unit was given, with a reason: the first in the list, or this one.</summary>
    public static async Task<WebPage> WithdrawAsync(this Browser browser, int directiveId, int? assignmentId = null, string reason = "Giao nhầm")
    {
        var page = await browser.GetPageAsync($"/directives/{directiveId}");
        var link = page.Find($"a[href*='withdraw={assignmentId?.ToString(CultureInfo.InvariantCulture)}']")!.GetAttribute("href")!;
        return await browser.SubmitAsync(await browser.GetPageAsync(link), "#withdraw", ("Reason", reason));
    }

    /// <summary>A new directive of a published conference of the demo, given to every province and city of its day.</summary>
    /// <returns>Its id.</returns>
    public static async Task<int> NewDirectiveAsync(this AppHost host, DateOnly dueOn, string givenBy = "chuyenvien")
    {
        var clerk = await host.SignInAsync("chuyenvien");
        var entry = await clerk.SubmitAsync(
            await clerk.GetPageAsync("/conferences/4/entry"),
            "#s-Directive form.quick",
            ("Add.Text", "Việc có hạn " + Guid.NewGuid()),
            ("Add.DeadlineKind", "Fixed"),
            ("Add.DueOn", DayText.ToText(dueOn)));
        var directive = int.Parse(entry.FindAll("#s-Directive li")[^1].Id!.Split('-')[1], CultureInfo.InvariantCulture);
        await (await host.SignInAsync(givenBy)).AssignDirectiveAsync(directive, "AllProvincial");
        return directive;
    }

    private static async Task<WebPage> AssignAsync(this Browser browser, string address, string unitClass, int[] unitIds)
    {
        var page = await browser.GetPageAsync(address);
        var choices = page.FindAll("#assign select[name$='.Class']").Select(s => (s.GetAttribute("name")!, (string?)unitClass))
            .Concat(unitIds.Select(u => ("Input.Items[0].UnitIds", (string?)u.ToString(CultureInfo.InvariantCulture))));
        var preview = await browser.SubmitAsync(page, "#assign [formaction*='Preview']", [.. choices]);
        return await browser.SubmitAsync(preview, "#assign");
    }
}
