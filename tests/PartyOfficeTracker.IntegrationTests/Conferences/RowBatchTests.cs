using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Conferences;

/// <summary>Several rows at once: one act, one save, taken back as one.</summary>
public abstract class RowBatchTests(AppHost host) : AppTests(host)
{
    [Fact]
    public async Task SeveralRows_TakeAddresseeFieldKindDeadlineAndPlace_AndGoTogether()
    {
        var (browser, id) = await StartAsync();
        await browser.SubmitAsync(await EntryAsync(browser, id), "#quick-Directive", ("Add.Text", "Một\nHai\nBa\nBốn"));
        var (two, four) = (await RowAsync(id, "Hai"), await RowAsync(id, "Bốn"));

        await BulkAsync(browser, id, [two, four], ("Bulk.Act", "Addressee"), ("Bulk.Addressee", "CentralOffice"));
        await BulkAsync(browser, id, [two, four], ("Bulk.Act", "Deadline"), ("Bulk.DeadlineKind", "Fixed"), ("Bulk.DueOn", "15/3/2021"));
        await BulkAsync(browser, id, [two, four], ("Bulk.Act", "Place"), ("Bulk.Position", "1"));
        Assert.Equal(
            ["Hai CentralOffice 15", "Bốn CentralOffice 15", "Một NotStated ", "Ba NotStated "], await StateAsync(id, RowKind.Directive));

        await BulkAsync(browser, id, [two, four], ("Bulk.Act", "Kind"), ("Bulk.Kind", "Shortcoming"));
        Assert.Equal(["Hai", "Bốn"], (await StateAsync(id, RowKind.Shortcoming)).ConvertAll(s => s.Split(' ')[0]));
        var page = await BulkAsync(browser, id, [two, four], ("Bulk.Act", "Delete"));
        Assert.Empty(await StateAsync(id, RowKind.Shortcoming));
        await browser.SubmitAsync(page, "[data-undo]");
        Assert.Equal(["Hai", "Bốn"], (await StateAsync(id, RowKind.Shortcoming)).ConvertAll(s => s.Split(' ')[0]));
    }

    [Fact]
    public async Task SeveralRows_TakeOneUnit_WhichMustBeNamed_AndValidThatDay()
    {
        var (browser, id) = await StartAsync();
        await browser.SubmitAsync(await EntryAsync(browser, id), "#quick-Directive", ("Add.Text", "Một\nHai"));
        int[] rows = [await RowAsync(id, "Một"), await RowAsync(id, "Hai")];
        var (unit, later) = (await Host.UnitIdAsync("ca-mau"), await Host.UnitIdAsync("btgdvtw"));

        var unnamed = await BulkAsync(browser, id, rows, ("Bulk.Act", "Addressee"), ("Bulk.Addressee", "OneUnit"));
        var invalid = await BulkAsync(browser, id, rows, ("Bulk.Act", "Addressee"), ("Bulk.Addressee", "OneUnit"), ("Bulk.AddresseeUnitId", Number(later)));
        await BulkAsync(browser, id, rows, ("Bulk.Act", "Addressee"), ("Bulk.Addressee", "OneUnit"), ("Bulk.AddresseeUnitId", Number(unit)));
        var given = await Host.DatabaseAsync(db => db.Rows.Where(r => r.ConferenceId == id).Select(r => r.AddresseeUnitId).ToListAsync());
        await BulkAsync(browser, id, rows, ("Bulk.Act", "Addressee"), ("Bulk.Addressee", "CentralOffice"), ("Bulk.AddresseeUnitId", Number(unit)));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (unnamed.Status, invalid.Status));
        Assert.Equal([unit, unit], given);
        Assert.All(await Host.DatabaseAsync(db => db.Rows.Where(r => r.ConferenceId == id).Select(r => r.AddresseeUnitId).ToListAsync()), Assert.Null);
    }

    [Fact]
    public async Task NothingChanges_WithoutRows_WithADayThatDoesNotFit_OrWhereOneWasAssigned()
    {
        var (browser, id) = await StartAsync();
        await browser.SubmitAsync(await EntryAsync(browser, id), "#quick-Directive", ("Add.Text", "Một\nHai"));
        var (one, two) = (await RowAsync(id, "Một"), await RowAsync(id, "Hai"));
        await browser.AssignDirectiveAsync(one, "None", await Host.UnitIdAsync("ca-mau"));
        var before = await StateAsync(id, RowKind.Directive);

        var none = await BulkAsync(browser, id, [], ("Bulk.Act", "Delete"));
        var noDay = await BulkAsync(browser, id, [two], ("Bulk.Act", "Deadline"), ("Bulk.DeadlineKind", "Fixed"));
        var early = await BulkAsync(browser, id, [two], ("Bulk.Act", "Deadline"), ("Bulk.DeadlineKind", "Fixed"), ("Bulk.DueOn", "1/1/2021"));
        var assigned = await BulkAsync(browser, id, [one, two], ("Bulk.Act", "Delete"));

        Assert.All([none, noDay, early, assigned], p => Assert.Equal(HttpStatusCode.BadRequest, p.Status));
        Assert.Contains("“Một” đã được giao", assigned.MainText, StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync(id, RowKind.Directive));
    }

    private static Task<WebPage> EntryAsync(Browser browser, int id) => browser.GetPageAsync($"/conferences/{id}/entry");

    private static async Task<WebPage> BulkAsync(Browser browser, int id, int[] rows, params (string Name, string? Value)[] fields)
    {
        var ticked = rows.Select(r => ("Bulk.Rows", (string?)Number(r)));
        return await browser.SubmitAsync(await EntryAsync(browser, id), "#bulk", [.. fields, .. ticked]);
    }

    private static string Number(int id) => id.ToString(CultureInfo.InvariantCulture);

    private Task<int> RowAsync(int id, string text) =>
        Host.DatabaseAsync(db => db.Rows.Where(r => r.ConferenceId == id && r.Text == text).Select(r => r.Id).SingleAsync());

    private Task<List<string>> StateAsync(int id, RowKind kind) => Host.DatabaseAsync(async db =>
        (await db.Rows.Where(r => r.ConferenceId == id && r.Kind == kind).OrderBy(r => r.Position).ToListAsync())
            .ConvertAll(r => $"{r.Text} {r.Addressee} {r.DueOn?.Day}"));

    private async Task<(Browser Browser, int Id)> StartAsync()
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var entry = await browser.SubmitAsync(
            await browser.GetPageAsync("/conferences/create"),
            "main form[method=post]",
            ("Input.Kind", "Briefing"), ("Input.Form", "Online"), ("Input.Title", "Hội nghị nhiều dòng " + Guid.NewGuid()),
            ("Input.Date", "13/01/2021"),
            ("Input.OrganiserId", (await Host.UnitIdAsync("vptw")).ToString(CultureInfo.InvariantCulture)));
        return (browser, int.Parse(entry.Url.Split('/', '?', '#')[2], CultureInfo.InvariantCulture));
    }
}

public sealed class RowBatchOnSqlite(SqliteHost host) : RowBatchTests(host), IClassFixture<SqliteHost>;

public sealed class RowBatchOnSqlServer(SqlServerHost host) : RowBatchTests(host), IClassFixture<SqlServerHost>;
