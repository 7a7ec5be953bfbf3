using System.Globalization;
using System.Net;
using System.Text;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Conferences;

/// <summary>What the script of the entry page is sent: the rows an act has changed and the order of all, never the page again.</summary>
public abstract class EntryPartTests(AppHost host) : AppTests(host)
{
    [Fact]
    public async Task ASavedRow_SendsBackThatRow_HoweverManyThereAre()
    {
        const int most = 10 * 1024;
        var (browser, id) = await StartAsync();
        await AddAsync(browser, id, "Directive", string.Join('\n', Enumerable.Range(1, 105).Select(i => $"Nhiệm vụ thứ {i}: gửi báo cáo kết quả thực hiện")));

        var added = await AddAsync(browser, id, "Directive", "Nhiệm vụ cuối cùng");
        var row = Order(added, "Directive")[^1];
        var edited = await PartAsync(
            browser, await browser.GetPageAsync($"/conferences/{id}/entry?edit={row}"), "#edit", ("Input.Text", "Nhiệm vụ sau cùng"));
        var moved = await PartAsync(browser, await browser.GetPageAsync($"/conferences/{id}/entry"), $"button[value='up:{row}']");

        Assert.Equal(106, Order(added, "Directive").Count);
        Assert.Equal(["Nhiệm vụ cuối cùng"], added.FindAll("#changed .said").Select(s => s.TextContent));
        Assert.Equal(["Nhiệm vụ sau cùng"], edited.FindAll("#changed .said").Select(s => s.TextContent));
        Assert.Equal(row, Order(moved, "Directive")[^2]);
        Assert.NotNull(added.Find("#quick-Directive textarea[autofocus]"));
        foreach (var part in new[] { added, edited, moved })
        {
            Assert.Null(part.Find("main"));
            Assert.InRange(Encoding.UTF8.GetByteCount(await part.Response.Content.ReadAsStringAsync()), 1, most);
        }
    }

    [Fact]
    public async Task ARow_IsEditedInItsPlace_AndOnlyItsFormIsSent()
    {
        var (browser, id) = await StartAsync();
        var added = await AddAsync(browser, id, "Directive", "Một\nHai\nBa");
        var row = Order(added, "Directive")[1];

        var form = await browser.GetPageAsync($"/conferences/{id}/entry/rows?edit={row}");
        var page = await browser.GetPageAsync($"/conferences/{id}/entry?edit={row}");
        var wrong = await PartAsync(browser, page, "#edit", ("Input.Text", ""));
        var missing = await browser.GetPageAsync($"/conferences/{id}/entry/rows?edit=999999");

        Assert.Null(form.Find("main"));
        Assert.Equal("Hai", form.ValueOf("Input.Text"));
        Assert.Equal($"row-{row}", page.Find("#edit")!.ParentElement!.Id);
        Assert.Equal("Một", page.Find(".entry-rows li:has(+ #row-" + row + ") .said")!.TextContent);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal("Cần nhập ô này.", wrong.ErrorOf("Input.Text"));
        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
    }

    [Theory]
    [InlineData("TỐI MẬT")]
    [InlineData("Quy định về chế độ báo cáo, dài quá cỡ một tên văn bản", 20)]
    public async Task ADocumentThatIsRefused_IsSaidWhereTheScriptPutsIt(string cited, int times = 1)
    {
        var (browser, id) = await StartAsync();

        var refused = await PartAsync(
            browser, await browser.GetPageAsync($"/conferences/{id}/entry"), "form[action*='handler=Citations']",
            ("Citations", string.Join(' ', Enumerable.Repeat(cited, times))));

        var form = refused.Find("form[action*='handler=Citations']")!;
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("#errors", form.GetAttribute("hx-select-oob"), StringComparison.Ordinal);
        Assert.NotEmpty(refused.Find("#errors")!.TextContent.Trim() + refused.ErrorOf("Citations"));
        Assert.True(times == 1 || refused.ErrorOf("Citations") is not null);
    }

    [Fact]
    public async Task ARowSentTwice_IsStoredOnce_AndAnsweredAlike()
    {
        var (browser, id) = await StartAsync();
        var entry = await browser.GetPageAsync($"/conferences/{id}/entry");

        var first = await PartAsync(browser, entry, "#quick-Award", ("Add.Text", "Tặng bằng khen"));
        var again = await PartAsync(browser, entry, "#quick-Award", ("Add.Text", "Tặng bằng khen"));

        Assert.Single(Order(again, "Award"));
        Assert.Equal(first.FindAll("#changed .said").Select(s => s.TextContent), again.FindAll("#changed .said").Select(s => s.TextContent));
    }

    [Fact]
    public async Task DraftsOfAPage_ComeInOneAnswer_EachUnderItsForm_AndGoWithWhatIsStored()
    {
        var (browser, id) = await StartAsync();
        var page = $"/conferences/{id}/entry";
        var entry = await browser.GetPageAsync(page);
        foreach (var form in new[] { "add-Achievement", "chair" })
        {
            await browser.PostAsync(
                "/drafts", ("form", page + "#" + form), ("values", """{"Add.Text":"gõ dở"}"""),
                ("__RequestVerificationToken", entry.ValueOf("__RequestVerificationToken")!));
        }

        var both = await browser.Client.GetStringAsync(new Uri("/drafts?of=" + page, UriKind.Relative));
        await browser.SubmitAsync(entry, "#quick-Achievement", ("Add.Text", "gõ xong"));
        var left = await browser.Client.GetStringAsync(new Uri("/drafts?of=" + page, UriKind.Relative));

        Assert.Contains(page + "#add-Achievement", both, StringComparison.Ordinal);
        Assert.Contains(page + "#chair", both, StringComparison.Ordinal);
        Assert.DoesNotContain("add-Achievement", left, StringComparison.Ordinal);
        Assert.Contains("#chair", left, StringComparison.Ordinal);
    }

    private static List<int> Order(WebPage part, string kind) =>
    [
        .. part.Find("#changed")!.GetAttribute("data-order")!.Split(';').Single(p => p.StartsWith(kind + ":", StringComparison.Ordinal))[(kind.Length + 1)..]
            .Split(',', StringSplitOptions.RemoveEmptyEntries).SelectMany(Run),
    ];

    /// <summary>"7" is a row, "1-200" a run of rows.</summary>
    private static IEnumerable<int> Run(string run)
    {
        var ends = run.Split('-').Select(i => int.Parse(i, CultureInfo.InvariantCulture)).ToList();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }

    private static async Task<WebPage> AddAsync(Browser browser, int id, string kind, string text) =>
        await PartAsync(browser, await browser.GetPageAsync($"/conferences/{id}/entry"), "#quick-" + kind, ("Add.Text", text));

    /// <summary>As the script posts.</summary>
    private static async Task<WebPage> PartAsync(Browser browser, WebPage page, string form, params (string Name, string? Value)[] fields)
    {
        browser.Client.DefaultRequestHeaders.Add("HX-Request", "true");
        try
        {
            return await browser.SubmitAsync(page, form, fields);
        }
        finally
        {
            browser.Client.DefaultRequestHeaders.Remove("HX-Request");
        }
    }

    private async Task<(Browser Browser, int Id)> StartAsync()
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var entry = await browser.SubmitAsync(
            await browser.GetPageAsync("/conferences/create"),
            "main form[method=post]",
            ("Input.Kind", "Briefing"), ("Input.Form", "Online"), ("Input.Title", "Hội nghị từng dòng " + Guid.NewGuid()),
            ("Input.Date", "13/01/2021"),
            ("Input.OrganiserId", (await Host.UnitIdAsync("vptw")).ToString(CultureInfo.InvariantCulture)));
        return (browser, int.Parse(entry.Url.Split('/', '?', '#')[2], CultureInfo.InvariantCulture));
    }
}

public sealed class EntryPartsOnSqlite(SqliteHost host) : EntryPartTests(host), IClassFixture<SqliteHost>;

public sealed class EntryPartsOnSqlServer(SqlServerHost host) : EntryPartTests(host), IClassFixture<SqlServerHost>;
