using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Conferences;

/// <summary>A list as somebody wants it: sorted by a head, some columns, so many rows, a filter under a name, a task of many units in one line.</summary>
public abstract class ListTests(AppHost host) : AppTests(host)
{
    [Theory]
    [InlineData("/conferences", "title", 1)]
    [InlineData("/directives", "text", 0)]
    [InlineData("/findings?reviewed=2020", "text", 0)]
    [InlineData("/documents", "type", 0)]
    public async Task AHead_SortsTheList_OneWayAndTheOther_OverAllItsPages(string address, string column, int cell)
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var page = await browser.GetPageAsync(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "size=2");
        var up = await browser.GetPageAsync(page.Find($"thead a[href*='sort={column}']")!.GetAttribute("href")!);
        var down = await browser.GetPageAsync(up.Find($"thead a[href*='sort=-{column}']")!.GetAttribute("href")!);

        Assert.Equal("ascending", up.Find("thead [aria-sort]")!.GetAttribute("aria-sort"));
        Assert.Equal("descending", down.Find("thead [aria-sort]")!.GetAttribute("aria-sort"));
        var (rising, falling) = (await AllAsync(browser, up, cell), await AllAsync(browser, down, cell));
        Assert.True(rising.Count > 2);
        Assert.Equal(rising.Order(StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true)), rising);
        Assert.Equal(rising, Enumerable.Reverse(falling));
    }

    [Theory]
    [InlineData("/conferences", "kind", "data-label='Loại'", "Giao ban", "Tổng kết năm")]
    [InlineData("/conferences", "achievements", "data-label='Kết quả'", "4", "18")]
    [InlineData("/findings?reviewed=2021", "addressee", "data-label='Đối tượng'", "Văn phòng Trung ương Đảng", "Văn phòng các tỉnh ủy, thành ủy")]
    public async Task AHeadOfAKindOrACount_SortsInTheOrderOfTheOffice(string address, string column, string cell, string first, string last)
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var page = await browser.GetPageAsync($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}size=100&sort={column}");

        var cells = page.FindAll($"tbody td[{cell}]").Select(c => c.TextContent.Trim()).ToList();
        var changes = cells.Where((c, i) => i == 0 || cells[i - 1] != c).ToList();
        Assert.Equal(changes.Distinct(), changes);
        Assert.True(cells.IndexOf(first) < cells.IndexOf(last), string.Join(", ", changes));
        Assert.Contains(first, cells);
    }

    [Theory]
    [InlineData("/Conferences", "/conferences")]
    [InlineData("/directives/", "/directives")]
    [InlineData("/FINDINGS/?reviewed=2020", "/findings")]
    [InlineData("/recommendations/", "/recommendations")]
    [InlineData("/Documents", "/documents")]
    public async Task AnAddressTypedAnotherWay_IsTheSameList_WithItsHeadsAndItsShape(string typed, string list)
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var page = await browser.GetPageAsync(typed);

        Assert.Equal(Heads(await browser.GetPageAsync(list)), Heads(page));
        Assert.NotEmpty(page.FindAll("thead a[href*='sort=']"));
        Assert.StartsWith($"/lists?list={list}&query=", page.Find(".list-tools a[href^='/lists?']")!.GetAttribute("href"), StringComparison.Ordinal);

        static IEnumerable<string> Heads(WebPage page) => page.FindAll("thead th").Select(h => h.TextContent.Trim());
    }

    [Fact]
    public async Task ASortedList_GoesBackAPage_AsItWentOn()
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var first = await browser.GetPageAsync("/findings?reviewed=2020&sort=-date&size=5");
        var second = await browser.GetPageAsync(first.Find("a[rel=next]")!.GetAttribute("href")!);
        var back = await browser.GetPageAsync(second.Find("a[rel=prev]")!.GetAttribute("href")!);

        Assert.Equal(Texts(first, 0), Texts(back, 0));
        Assert.Empty(Texts(first, 0).Intersect(Texts(second, 0)));
    }

    [Fact]
    public async Task DocumentsAlike_KeepTheirOrder_WhicheverWayTheyAreSorted_AndNumbersAreNumbers()
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var up = await IdsAsync("type");
        var down = await IdsAsync("-type");
        var numbers = (await browser.GetPageAsync("/documents?size=100&sort=number")).FindAll("tbody tr")
            .Select(r => r.Children[1].TextContent.Trim()).Where(n => n.Length > 0)
            .Select(n => int.Parse(n.Split('-', '/')[0], CultureInfo.InvariantCulture)).ToList();

        Assert.All(up.Concat(down).GroupBy(d => d.Type).SelectMany(g => new[] { g.Take(g.Count() / 2), g.Skip(g.Count() / 2) }), half =>
            Assert.Equal(half.Select(d => d.Id).Order(), half.Select(d => d.Id)));
        Assert.Equal(numbers.Order(), numbers);

        async Task<List<(string Type, int Id)>> IdsAsync(string sort) =>
        [
            .. (await browser.GetPageAsync("/documents?size=100&sort=" + sort)).FindAll("tbody tr td:first-child a")
                .Select(a => (a.TextContent, int.Parse(a.GetAttribute("href")!.Split('/')[2], CultureInfo.InvariantCulture))),
        ];
    }

    [Fact]
    public async Task ASortedListOfRecommendations_IsKeptAsAView_AndLeavesTheHouseInItsOrder()
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var unit = await Host.SignInAsync("camau");
        foreach (var text in new[] { "Bổ sung máy", "Áp dụng sớm", "Đào tạo thêm" })
        {
            await unit.SubmitAsync(
                await unit.GetPageAsync("/recommendations/create"), "main form", ("Input.Text", text), ("Input.SubmittedTo", "Văn phòng Trung ương Đảng"));
        }

        await browser.SubmitAsync(await ToolsAsync(browser, "/recommendations?sort=-text"), "#save", ("Input.Name", "Mới nhất"));
        var page = await browser.GetPageAsync("/recommendations");
        var view = await browser.GetPageAsync(page.FindAll(".list-tools a").Single(a => a.TextContent == "Mới nhất").GetAttribute("href")!);
        var paper = await browser.GetPageAsync("/recommendations?sort=-text&as=print");
        var own = await unit.GetPageAsync("/recommendations?sort=text");
        var rising = Texts(await browser.GetPageAsync("/recommendations?sort=text"), 0);

        Assert.Equal("descending", view.Find("thead [aria-sort]")!.GetAttribute("aria-sort"));
        Assert.Equal(Texts(view, 0), Texts(paper, 0).Take(Texts(view, 0).Count));
        Assert.Equal(rising, Enumerable.Reverse(Texts(view, 0)));
        Assert.Equal(rising.Order(StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true)), rising);
        Assert.Empty(own.FindAll("thead a[href*='sort=unit'], thead a[href*='sort=-unit']"));
    }

    [Fact]
    public async Task AnUnknownColumn_SortsNothing()
    {
        var browser = await Host.SignInAsync("chuyenvien");

        var page = await browser.GetPageAsync("/directives?sort=Text;--");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Find("thead [aria-sort]"));
    }

    [Fact]
    public async Task ColumnsAndRows_AreRemembered_ForThatListOnly()
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var page = await ToolsAsync(browser, "/directives?deadline=Fixed");
        var changed = await browser.SubmitAsync(page, "#shape", ("shown", "1"), ("shown", "2"), ("shown", "4"), ("size", "10"));
        Assert.Equal("/directives?deadline=Fixed", changed.Url);

        var again = await browser.GetPageAsync("/directives");

        Assert.Equal("rows table-stack hide-3 hide-5 hide-6 hide-7", again.Find("table.rows")!.GetAttribute("class"));
        Assert.Equal(10, again.FindAll("tbody tr").Count);
        Assert.Equal("rows table-stack", (await browser.GetPageAsync("/findings")).Find("table.rows")!.GetAttribute("class"));
    }

    [Fact]
    public async Task AView_KeepsFilterAndOrderUnderAName_SharedWithTheOfficeButNotWithAProvince_AndOnlyItsOwnerRemovesIt()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var name = "Quá hạn " + Guid.NewGuid().ToString("N")[..6];
        await clerk.SubmitAsync(await ToolsAsync(clerk, "/my-tasks?urgency=Overdue&sort=-due"), "#save", ("Input.Name", name), ("Input.IsShared", "true"));
        var boss = await Host.SignInAsync("lanhdao");
        var lead = await boss.GetPageAsync("/my-tasks");
        var unit = await Host.SignInAsync("camau");

        var link = lead.FindAll(".list-tools a").Single(a => a.TextContent == name);
        Assert.Equal("/my-tasks?urgency=Overdue&sort=-due", link.GetAttribute("href"));
        Assert.DoesNotContain(name, (await unit.GetPageAsync("/my-tasks")).MainText, StringComparison.Ordinal);
        var others = (await ToolsAsync(boss, "/my-tasks")).FindAll("#views li").Single(v => v.TextContent.Contains(name, StringComparison.Ordinal));
        Assert.Null(others.QuerySelector("button"));

        await clerk.SubmitAsync(await ToolsAsync(clerk, "/my-tasks"), "#views button");
        Assert.DoesNotContain(name, (await clerk.GetPageAsync("/my-tasks")).MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProvince_SharesNoView_AndAViewWithoutAName_IsAskedForOne()
    {
        var unit = await Host.SignInAsync("camau");
        var page = await ToolsAsync(unit, "/my-tasks");
        var shared = await unit.SubmitAsync(page, "#save", ("Input.Name", "Của tôi"), ("Input.IsShared", "true"));
        var nameless = await unit.SubmitAsync(page, "#save");

        Assert.Equal(HttpStatusCode.Forbidden, shared.Status);
        Assert.Equal(HttpStatusCode.BadRequest, nameless.Status);
        Assert.NotNull(nameless.ErrorOf("Input.Name"));
    }

    [Fact]
    public async Task TheSameTaskOfManyUnits_IsOneLineWithItsStates_ThatOpens()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var directive = await Host.NewDirectiveAsync(Host.Clock.TodayInHanoi().AddDays(-400));
        var page = await clerk.GetPageAsync("/my-tasks");

        var line = page.FindAll("tbody tr").Single(r => r.QuerySelector($"a[href='/directives/{directive}']") is not null);
        Assert.Contains("63 đơn vị", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("Chưa thực hiện 63", line.TextContent, StringComparison.Ordinal);
        var done = await Host.DatabaseAsync(db => db.Assignments.Where(a => a.DirectiveId == directive).Select(a => a.Id).FirstAsync());
        await clerk.SubmitAsync(
            await clerk.GetPageAsync($"/my-tasks/{done}"),
            "#new-report form",
            ("Input.Text", "Xong"), ("Input.Percent", "100"), ("Input.DocumentNumber", "1-BC"),
            ("Input.DocumentDate", DayText.ToText(Host.Clock.TodayInHanoi())));
        var opened = await clerk.GetPageAsync(line.QuerySelector("a[hx-boost]")!.GetAttribute("href")!);
        Assert.Equal(62, opened.FindAll("tbody tr").Count); // one waits for a decision meanwhile
        var each = await clerk.GetPageAsync("/my-tasks?group=false");
        Assert.Equal(20, each.FindAll("tbody tr").Count);
    }

    [Theory]
    [InlineData("Cà Mau")]
    [InlineData("ca mau")]
    [InlineData("Tỉnh uỷ Cà Mau")]
    [InlineData("cà m")]
    public async Task Tasks_AreFoundByTheNameOfTheirUnit(string typed)
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var unit = (await Host.UnitIdAsync("ca-mau")).ToString(CultureInfo.InvariantCulture);

        var found = await AllAsync(browser, await browser.GetPageAsync("/my-tasks?group=false&size=100&text=" + Uri.EscapeDataString(typed)), 1);
        var all = await AllAsync(browser, await browser.GetPageAsync("/my-tasks?size=100&unit=" + unit), 1);
        var ofYear = await browser.GetPageAsync("/my-tasks?group=false&year=2021&text=" + Uri.EscapeDataString(typed));

        Assert.NotEmpty(all);
        Assert.Equal(all.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.All(Texts(ofYear, 0), name => Assert.Equal("Cà Mau", name));
    }

    [Fact]
    public async Task AUnitAmongOtherWords_NarrowsTheTasksToItsOwn_AndWordsOfADirectiveFindItsTasksAsBefore()
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var directive = await Host.NewDirectiveAsync(Host.Clock.TodayInHanoi().AddDays(30));
        var list = $"/my-tasks?size=100&directive={directive}&text=";

        var one = await browser.GetPageAsync(list + Uri.EscapeDataString("việc có hạn Tỉnh ủy Nghệ An"));
        var every = await browser.GetPageAsync(list + Uri.EscapeDataString("việc có hạn"));
        var marks = await browser.GetPageAsync(list + Uri.EscapeDataString("nghề ấn"));

        Assert.Equal(["Nghệ An"], Texts(one, 0));
        Assert.Equal(63, every.FindAll("tbody tr").Count);
        Assert.Empty(marks.FindAll("tbody tr"));
    }

    [Fact]
    public async Task Findings_AreFilteredByUnitAndWords_AndNameTheUnitTheySpeakOf()
    {
        var browser = await Host.SignInAsync("chuyenvien");
        var (mark, unit) = (Guid.NewGuid().ToString("N"), (await Host.UnitIdAsync("ha-giang")).ToString(CultureInfo.InvariantCulture));
        await browser.SubmitAsync(
            await browser.GetPageAsync("/conferences/4/entry"),
            "#s-Shortcoming form.quick",
            ("Add.Text", "Báo cáo chậm " + mark), ("Add.Addressee", "OneUnit"), ("Add.AddresseeUnitId", unit));

        var ofUnit = await browser.GetPageAsync("/findings?unit=" + unit);
        var sorted = await browser.GetPageAsync("/findings?sort=text&unit=" + unit);
        var byWords = await browser.GetPageAsync("/findings?text=bao+cao+cham+" + mark);
        var byName = await browser.GetPageAsync("/findings?kind=Shortcoming&text=ha+giang");
        var other = await browser.GetPageAsync("/findings?unit=" + (await Host.UnitIdAsync("ca-mau")).ToString(CultureInfo.InvariantCulture));
        var paper = await browser.GetPageAsync("/findings?as=print&unit=" + unit);

        Assert.All([ofUnit, sorted, byWords, byName], p => Assert.Equal("Hà Giang", RowOf(p, mark)!.Children[3].TextContent.Trim()));
        Assert.Single(byWords.FindAll("tbody tr"));
        Assert.Null(RowOf(other, mark));
        Assert.Equal("Hà Giang", RowOf(paper, mark)!.Children[3].TextContent.Trim());
        Assert.Contains("Đơn vị: Hà Giang", paper.MainText, StringComparison.Ordinal);

        static AngleSharp.Dom.IElement? RowOf(WebPage page, string mark) =>
            page.FindAll("tbody tr").SingleOrDefault(r => r.TextContent.Contains(mark, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADirectiveGivenToOneMoreUnitLater_StaysOneLine_ThoughAnotherHasTheSameDeadline()
    {
        var clerk = await Host.SignInAsync("chuyenvien");
        var due = Host.Clock.TodayInHanoi().AddDays(-500);
        var first = await Host.NewDirectiveAsync(due);
        await Host.NewDirectiveAsync(due);
        await clerk.AssignDirectiveAsync(first, "None", await Host.UnitIdAsync("btctw"));

        var page = await clerk.GetPageAsync("/my-tasks?size=50");
        var one = await clerk.GetPageAsync("/my-tasks?size=1");
        var next = await clerk.GetPageAsync(one.Find("a[rel=next]")!.GetAttribute("href")!);
        var back = await clerk.GetPageAsync(next.Find("a[rel=prev]")!.GetAttribute("href")!);

        var line = page.FindAll("tbody tr").Single(r => r.QuerySelector($"a[href='/directives/{first}']") is not null);
        Assert.Contains("64 đơn vị", line.TextContent, StringComparison.Ordinal);
        Assert.Equal(Texts(one, 1), Texts(back, 1));
    }

    /// <summary>The page on which a list is arranged, as the list leads to it.</summary>
    private static async Task<WebPage> ToolsAsync(Browser browser, string list) =>
        await browser.GetPageAsync((await browser.GetPageAsync(list)).Find(".list-tools a[href^='/lists']")!.GetAttribute("href")!);

    private static async Task<List<string>> AllAsync(Browser browser, WebPage page, int cell)
    {
        var all = Texts(page, cell);
        while (page.Find("a[rel=next]") is { } next)
        {
            page = await browser.GetPageAsync(next.GetAttribute("href")!);
            all.AddRange(Texts(page, cell));
        }

        return all;
    }

    /// <summary>The texts of a column, without the "(2) " before the words of a numbered directive.</summary>
    private static List<string> Texts(WebPage page, int cell) =>
        [.. page.FindAll("tbody tr").Select(r => r.Children[cell].TextContent.Trim()).Select(t => t[0] == '(' ? t[(t.IndexOf(')') + 2)..] : t)];
}

public sealed class ListsOnSqlite(SeededSqliteHost host) : ListTests(host), IClassFixture<SeededSqliteHost>;

public sealed class ListsOnSqlServer(SeededSqlServerHost host) : ListTests(host), IClassFixture<SeededSqlServerHost>;
