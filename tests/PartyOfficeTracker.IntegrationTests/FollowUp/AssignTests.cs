using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.FollowUp;

/// <summary>Nothing is assigned before it was shown; one action is taken back by one action; nothing withdrawn comes back by itself.</summary>
public abstract class AssignTests(AppHost host) : AppTests(host)
{
    [Fact]
    public async Task AssigningAll_ProposesEachDirectivesOwnAddressee_AndDoesNothingBeforeItIsAgreedTo()
    {
        var (browser, id) = await StartAsync(
            ("Rà soát quy chế", "CentralOffice", ""), ("Gửi báo cáo", "ProvincialOffices", "31/01/2021"), ("Ai làm?", "NotStated", ""));

        var page = await browser.GetPageAsync($"/conferences/{id}/assign");

        Assert.Equal(
            ["CentralOffice", "AllProvincial", "None"],
            page.FindAll("#assign select[name$='.Class'] option[selected]").Select(o => o.GetAttribute("value")!));
        var plan = page.Find("#plan")!.TextContent;
        Assert.Contains("64 lượt, 64 đơn vị.", plan, StringComparison.Ordinal);
        Assert.Contains("1 nhiệm vụ chưa có hạn.", plan, StringComparison.Ordinal);
        Assert.Contains("1 nhiệm vụ đã qua hạn.", plan, StringComparison.Ordinal);
        Assert.Contains("1 nhiệm vụ chưa rõ giao cho ai.", plan, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(id));

        await browser.SubmitAsync(page, "#assign");

        Assert.Equal(64, await CountAsync(id));
        var central = await Host.UnitIdAsync("vptw");
        Assert.Equal("Rà soát quy chế", await Host.DatabaseAsync(db => db.Assignments.Where(a => a.GivenToId == central && a.Directive!.ConferenceId == id)
            .Select(a => a.Directive!.Text).SingleAsync()));
    }

    [Fact]
    public async Task AnotherNumberThanShown_IsAskedAboutAgain_AndPressingAgainChangesNothing()
    {
        var (browser, id) = await StartAsync(("Gửi báo cáo", "ProvincialOffices", ""));
        var page = await browser.GetPageAsync($"/conferences/{id}/assign");

        var asked = await browser.SubmitAsync(page, "#assign", ("Input.Items[0].Class", "Cities"));
        var before = await CountAsync(id);
        await browser.SubmitAsync(asked, "#assign");
        var cities = await CountAsync(id);
        var again = await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}/assign"), "#assign", ("Input.Items[0].Class", "Cities"));
        await browser.SubmitAsync(again, "#assign");

        Assert.Equal(HttpStatusCode.BadRequest, asked.Status);
        Assert.Equal((0, 5, 5), (before, cities, await CountAsync(id)));
    }

    [Fact]
    public async Task WhatOneActionGave_IsWithdrawnByOneActionWithAReason_ButWhatWasReportedStays_AndNothingComesBackByItself()
    {
        var (browser, id) = await StartAsync(("Gửi báo cáo", "ProvincialOffices", ""));
        await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}"), "form[action*='handler=Publish']");
        await browser.AssignConferenceAsync(id, "Cities");
        Host.Clock.Advance(TimeSpan.FromMinutes(5));
        await browser.AssignConferenceAsync(id, "Provinces");
        var reported = await Host.DatabaseAsync(db => db.Assignments.Where(a => a.Directive!.ConferenceId == id && a.GivenTo!.Code == "ca-mau")
            .Select(a => a.Id).SingleAsync());
        await browser.SubmitAsync(await browser.GetPageAsync($"/my-tasks/{reported}"), "#new-report form", ("Input.Text", "Đã gửi"), ("Input.Percent", "50"));

        var page = await browser.GetPageAsync($"/conferences/{id}/assign");
        var withoutReason = await browser.SubmitAsync(page, "#actions tbody tr:first-child form");
        var withdrawn = await browser.SubmitAsync(withoutReason, "#actions tbody tr:first-child form", ("Reason", "Giao nhầm nhóm đơn vị"));
        var left = await CountAsync(id);
        await browser.AssignConferenceAsync(id, "AllProvincial");

        Assert.Equal(2, page.FindAll("#actions tbody tr").Count);
        Assert.Equal(HttpStatusCode.BadRequest, withoutReason.Status);
        Assert.Contains("Đã rút lại 57 lượt giao.", withdrawn.MainText, StringComparison.Ordinal);
        Assert.Equal((5 + 1, 5 + 1), (left, await CountAsync(id)));
        Assert.Equal(57, await Host.DatabaseAsync(db => db.AssignmentEvents.IgnoreQueryFilters().CountAsync(
            e => e.Assignment!.Directive!.ConferenceId == id && e.Reason == "Giao nhầm nhóm đơn vị")));
        Host.Clock.Reset();
    }

    [Fact]
    public async Task AUnitNamedSingly_GetsWhatWasWithdrawn_AndLeadAndCoordinatingAreChosenInOneForm()
    {
        var (browser, id) = await StartAsync(("Xây dựng đề án", "NotStated", ""));
        var directive = await Host.DatabaseAsync(db => db.Rows.Where(r => r.ConferenceId == id).Select(r => r.Id).SingleAsync());
        var (lead, helper) = (await Host.UnitIdAsync("ca-mau"), await Host.UnitIdAsync("nghe-an"));
        await browser.AssignDirectiveAsync(directive, "None", lead);
        await browser.WithdrawAsync(directive);

        var page = await browser.GetPageAsync($"/conferences/{id}/assign?directive={directive}");
        var chosen = await browser.SubmitAsync(
            page, "#assign [formaction*='Preview']", ("Input.Items[0].UnitIds", Text(lead)), ("Input.Items[0].CoordinatingIds", Text(helper)),
            ("Input.Items[0].OwnDueOn", "30-6-2027"));
        await browser.SubmitAsync(chosen, "#assign");

        var given = await Host.DatabaseAsync(db => db.Assignments.Where(a => a.DirectiveId == directive).OrderByDescending(a => a.Role)
            .Select(a => new { a.GivenToId, a.Role, a.OwnDueOn }).ToListAsync());
        Assert.Equal([lead, helper], given.Select(g => g.GivenToId));
        Assert.Equal(["Lead", "Coordinating"], given.Select(g => g.Role.ToString()));
        Assert.All(given, g => Assert.Equal(new DateOnly(2027, 6, 30), g.OwnDueOn));
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);

    private Task<int> CountAsync(int conferenceId) => Host.DatabaseAsync(db => db.Assignments.CountAsync(a => a.Directive!.ConferenceId == conferenceId));

    private async Task<(Browser Browser, int Id)> StartAsync(params (string Text, string Addressee, string DueOn)[] directives)
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var entry = await browser.SubmitAsync(
            await browser.GetPageAsync("/conferences/create"),
            "main form[method=post]",
            ("Input.Kind", "Briefing"), ("Input.Form", "Online"), ("Input.Title", "Hội nghị thử giao việc " + Guid.NewGuid()),
            ("Input.Date", "13/01/2021"),
            ("Input.OrganiserId", Text(await Host.UnitIdAsync("vptw"))));
        foreach (var (text, addressee, dueOn) in directives)
        {
            entry = await browser.SubmitAsync(
                entry, "#s-Directive form.quick", ("Add.Text", text), ("Add.Addressee", addressee), ("Add.DueOn", dueOn),
                ("Add.DeadlineKind", dueOn.Length == 0 ? "Missing" : "Fixed"));
        }

        return (browser, int.Parse(entry.Url.Split('/', '?', '#')[2], CultureInfo.InvariantCulture));
    }
}

public sealed class AssignOnSqlite(SqliteHost host) : AssignTests(host), IClassFixture<SqliteHost>;

public sealed class AssignOnSqlServer(SqlServerHost host) : AssignTests(host), IClassFixture<SqlServerHost>;
