using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Conferences;

/// <summary>A row is one row: a move changes its kind and nothing else, and the others close up behind it.</summary>
public abstract class RowTests(AppHost host) : AppTests(host)
{
    [Fact]
    public async Task Row_MovedToADirectiveAndBack_KeepsUidHistoryCitationsCuresAndFacts()
    {
        var (browser, id) = await StartAsync();
        await AddAsync(browser, id, RowKind.Shortcoming, "Chậm báo cáo");
        await AddAsync(browser, id, RowKind.Directive, "Báo cáo đúng hạn");
        var (shortcoming, directive) = (await RowAsync(id, "Chậm báo cáo"), await RowAsync(id, "Báo cáo đúng hạn"));
        await EditAsync(
            browser, id, directive.Id, ("Input.Number", "4"), ("Input.Citations", "Quy định số 04-QĐ/TW"), ("Input.Cures", Text(shortcoming.Id)),
            ("Input.DeadlineKind", "Fixed"), ("Input.DueOn", "31/03/2021"), ("Input.Deliverable", "Báo cáo tháng"));
        var before = await SnapshotAsync(directive.Id);

        await EditAsync(browser, id, directive.Id, ("Input.Kind", "Obstacle"));
        Assert.Equal(RowKind.Obstacle, (await RowAsync(id, "Báo cáo đúng hạn")).Kind);
        await EditAsync(browser, id, directive.Id, ("Input.Kind", "Directive"));

        Assert.Equal(before, await SnapshotAsync(directive.Id));
        Assert.Equal(4, await Host.DatabaseAsync(db => db.AuditEntries.CountAsync(a => a.EntityUid == directive.Uid)));
    }

    [Fact]
    public async Task Positions_AreWithoutGaps_AfterEachDeleteAndMove_AndOthersAreNotDisturbed()
    {
        var (browser, id) = await StartAsync();
        await AddAsync(browser, id, RowKind.Achievement, "Một\nHai\nBa\nBốn\nNăm");
        var last = await RowAsync(id, "Năm");
        var open = await browser.GetPageAsync($"/conferences/{id}/entry?edit={last.Id}");

        await browser.SubmitAsync(
            await browser.GetPageAsync($"/conferences/{id}/entry?edit={(await RowAsync(id, "Hai")).Id}"), "#edit button[formaction*='Delete']");
        await EditAsync(browser, id, (await RowAsync(id, "Một")).Id, ("Input.Kind", "Shortcoming"));

        Assert.Equal(["Ba 1", "Bốn 2", "Năm 3"], await OrderAsync(id, RowKind.Achievement));
        Assert.Equal(["Một 1"], await OrderAsync(id, RowKind.Shortcoming));
        Assert.Equal(1, await Host.DatabaseAsync(db => db.AuditEntries.CountAsync(a => a.EntityUid == last.Uid)));
        Assert.DoesNotContain("edit", (await browser.SubmitAsync(open, "#edit", ("Input.Text", "Năm điều"))).Url, StringComparison.Ordinal);
        Assert.Equal(["Ba 1", "Bốn 2", "Năm điều 3"], await OrderAsync(id, RowKind.Achievement));
    }

    [Fact]
    public async Task Extent_OfAFinding_IsTypedShownFoundAndAudited()
    {
        var (browser, id) = await StartAsync();
        await AddAsync(browser, id, RowKind.Shortcoming, "Chậm gửi báo cáo");
        var row = await RowAsync(id, "Chậm gửi báo cáo");

        await EditAsync(browser, id, row.Id, ("Input.Extent", "một số nơi vùng trũng"));

        Assert.Contains("Phạm vi: một số nơi vùng trũng", (await browser.GetPageAsync($"/conferences/{id}")).MainText, StringComparison.Ordinal);
        Assert.Contains("Chậm gửi báo cáo", (await browser.GetPageAsync("/search?q=vung+trung")).MainText, StringComparison.Ordinal);
        Assert.Equal("một số nơi vùng trũng", (await browser.GetPageAsync($"/conferences/{id}/entry?edit={row.Id}")).ValueOf("Input.Extent"));
        Assert.True(await Host.DatabaseAsync(db => db.AuditEntries.AnyAsync(a => a.EntityUid == row.Uid && a.Changes.Contains("\"Extent\""))));
    }

    [Fact]
    public async Task Directive_OnceAssignedAndWithdrawn_CanBeMovedButNotDeleted()
    {
        var (browser, id) = await StartAsync();
        await AddAsync(browser, id, RowKind.Directive, "Giao rồi rút");
        var row = await RowAsync(id, "Giao rồi rút");
        await browser.AssignDirectiveAsync(row.Id, "None", await Host.UnitIdAsync("ca-mau"));
        await browser.WithdrawAsync(row.Id);

        var refused = await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}/entry?edit={row.Id}"), "#edit button[formaction*='Delete']");
        await EditAsync(browser, id, row.Id, ("Input.Kind", "Remark"));

        Assert.Contains("đã từng được giao", refused.MainText, StringComparison.Ordinal);
        Assert.Equal(RowKind.Remark, (await RowAsync(id, "Giao rồi rút")).Kind);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task AddAsync(Browser browser, int id, RowKind kind, string text) =>
        await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}/entry"), $"#s-{kind} form.quick", ("Add.Text", text));

    private static async Task EditAsync(Browser browser, int id, int row, params (string Name, string? Value)[] fields)
    {
        var after = await browser.SubmitAsync(await browser.GetPageAsync($"/conferences/{id}/entry?edit={row}"), "#edit", fields);
        Assert.True((int)after.Status == 200, after.MainText);
    }

    private Task<Row> RowAsync(int id, string text) =>
        Host.DatabaseAsync(db => db.Rows.AsNoTracking().SingleAsync(r => r.ConferenceId == id && r.Text == text));

    private Task<List<string>> OrderAsync(int id, RowKind kind) => Host.DatabaseAsync(async db =>
        (await db.Rows.Where(r => r.ConferenceId == id && r.Kind == kind).OrderBy(r => r.Position).ToListAsync()).ConvertAll(r => $"{r.Text} {r.Position}"));

    private Task<string> SnapshotAsync(int id) => Host.DatabaseAsync(async db =>
    {
        var row = await db.Rows.AsNoTracking().Include(r => r.Citations).Include(r => r.Cures).SingleAsync(r => r.Id == id);
        return string.Join(
            "; ", row.Uid, row.Kind, row.Position, row.Number, row.DeadlineKind, row.DueOn, row.Deliverable,
            string.Join(',', row.Citations.Select(c => c.Uid)), string.Join(',', row.Cures.Select(c => c.FindingId)));
    });

    private async Task<(Browser Browser, int Id)> StartAsync()
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var entry = await browser.SubmitAsync(
            await browser.GetPageAsync("/conferences/create"),
            "main form[method=post]",
            ("Input.Kind", "Briefing"), ("Input.Form", "Online"), ("Input.Title", "Hội nghị một dòng " + Guid.NewGuid()),
            ("Input.Date", "13/01/2021"),
            ("Input.OrganiserId", Text(await Host.UnitIdAsync("vptw"))));
        return (browser, int.Parse(entry.Url.Split('/', '?', '#')[2], CultureInfo.InvariantCulture));
    }
}

public sealed class RowsOnSqlite(SqliteHost host) : RowTests(host), IClassFixture<SqliteHost>;

public sealed class RowsOnSqlServer(SqlServerHost host) : RowTests(host), IClassFixture<SqlServerHost>;
