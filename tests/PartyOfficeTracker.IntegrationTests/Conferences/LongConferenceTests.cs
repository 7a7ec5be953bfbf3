using System.Globalization;
using System.Text;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Conferences;

/// <summary>A conference with a thousand rows: its pages stay small, each section opens, and a saved row sends back that row.</summary>
public sealed class LongConferenceTests(SqliteHost host) : IClassFixture<SqliteHost>
{
    private const int MostBytes = 60 * 1024;
    private const int MostBytesOfARow = 10 * 1024;

    private static readonly string[] Kinds = ["Achievement", "Shortcoming", "Obstacle", "Directive", "Remark"];

    [Fact]
    public async Task PageOfAThousandRows_IsSmall_AndEachSectionOpens()
    {
        var (browser, id) = await ThousandAsync();

        var first = await browser.GetPageAsync($"/conferences/{id}");
        var opened = await browser.GetPageAsync(first.Find("#s-Directive [data-folded]")!.GetAttribute("href")!);
        var last = opened.FindAll("#s-Directive tbody tr")[^1].GetAttribute("id")!;
        var sought = await browser.GetPageAsync($"/conferences/{id}?row={last[4..]}");

        Assert.InRange(await BytesAsync(browser, $"/conferences/{id}"), 1, MostBytes);
        Assert.All(Kinds, kind => Assert.Equal(10, first.FindAll($"#s-{kind} tbody tr").Count));
        Assert.Equal(200, opened.FindAll("#s-Directive tbody tr").Count);
        Assert.Null(opened.Find("#s-Directive [data-folded]"));
        Assert.NotNull(opened.Find("#s-Remark [data-folded]"));
        Assert.NotNull(sought.Find("#" + last));
    }

    [Fact]
    public async Task EntryOfAThousandRows_IsSmall_OpensASection_AndASavedRowSendsBackThatRow()
    {
        var (browser, id) = await ThousandAsync();

        var first = await browser.GetPageAsync($"/conferences/{id}/entry");
        var opened = await browser.GetPageAsync(first.Find("#s-Remark [data-folded]")!.GetAttribute("href")!);
        var saved = await browser.SubmitAsync(opened, "#s-Remark form.quick", ("Add.Text", "Thêm một ý kiến"));

        Assert.InRange(await BytesAsync(browser, $"/conferences/{id}/entry"), 1, MostBytes);
        Assert.Empty(first.FindAll(".entry-rows > li"));
        Assert.Equal(200, opened.FindAll("#s-Remark .entry-rows > li").Count);
        Assert.Equal(201, saved.FindAll("#s-Remark .entry-rows > li").Count);
        var row = saved.FindAll("#s-Remark .entry-rows > li")[^1].GetAttribute("data-row");
        using var part = new HttpRequestMessage(HttpMethod.Get, $"/conferences/{id}/entry/rows?added=Remark&from={row}");
        part.Headers.Add("HX-Request", "true");
        using var answer = await browser.Client.SendAsync(part);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Thêm một ý kiến", html, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, MostBytesOfARow);
    }

    [Fact]
    public async Task OrdinaryConference_IsShownWhole()
    {
        var (browser, id) = await StartAsync();
        await AddAsync(browser, id, "Achievement", 100);

        var page = await browser.GetPageAsync($"/conferences/{id}");
        var entry = await browser.GetPageAsync($"/conferences/{id}/entry");

        Assert.Equal(100, page.FindAll("#s-Achievement tbody tr").Count);
        Assert.Equal(100, entry.FindAll("#s-Achievement .entry-rows > li").Count);
        Assert.Empty(page.FindAll("[data-folded]").Concat(entry.FindAll("[data-folded]")));
    }

    private async Task<(Browser Browser, string Id)> ThousandAsync()
    {
        var (browser, id) = await StartAsync();
        foreach (var kind in Kinds)
        {
            await AddAsync(browser, id, kind, 200);
        }

        return (browser, id);
    }

    private async Task<(Browser Browser, string Id)> StartAsync()
    {
        var browser = await host.SignInAsync("chuyenvien");
        var entry = await browser.SubmitAsync(
            await browser.GetPageAsync("/conferences/create"),
            "main form[method=post]",
            ("Input.Kind", "Briefing"), ("Input.Form", "Online"), ("Input.Title", "Hội nghị dài " + Guid.NewGuid()),
            ("Input.Date", "13/01/2021"),
            ("Input.OrganiserId", (await host.UnitIdAsync("vptw")).ToString(CultureInfo.InvariantCulture)));
        return (browser, entry.Url.Split('/', '?', '#')[2]);
    }

    private static async Task AddAsync(Browser browser, string id, string kind, int count)
    {
        for (var from = 0; from < count; from += 100)
        {
            var lines = string.Join(
                '\n', Enumerable.Range(from, 100).Select(i => $"Các cơ quan thực hiện tốt việc thứ {i} được giao trong năm và báo cáo đúng hạn"));
            var page = await browser.GetPageAsync($"/conferences/{id}/entry?section={kind}");
            await browser.SubmitAsync(page, $"#s-{kind} form.quick", ("Add.Text", lines));
        }
    }

    private static async Task<int> BytesAsync(Browser browser, string address) =>
        Encoding.UTF8.GetByteCount(await browser.Client.GetStringAsync(new Uri(address, UriKind.Relative)));
}
