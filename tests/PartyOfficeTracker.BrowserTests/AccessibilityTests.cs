using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace PartyOfficeTracker.BrowserTests;

/// <summary>WCAG 2.2 AA by axe on every page, at desk and phone width, light and dark; nothing wider than the screen.</summary>
public sealed class AccessibilityTests(BrowserHost host) : IClassFixture<BrowserHost>
{
    /// <summary>
    /// Runs axe and says what it found, a violation a line. axe's own run for Playwright looks into frames, which no page has, and opens another page for each
    /// result: four fifths of the time of these tests.
    /// </summary>
    private const string Run =
        """
        rules => axe.run(document, { runOnly: rules, resultTypes: ["violations"] })
          .then(r => r.violations.map(v => v.id + ": " + v.help + ": " + v.nodes.slice(0, 3).map(n => n.html).join(" | ")))
        """;

    private static readonly string s_axe = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] s_all = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>What the dark colours alone can break.</summary>
    private static readonly string[] s_colours = ["color-contrast", "link-in-text-block"];

    public static TheoryData<string, string> Pages => new()
    {
        { "chuyenvien", "/" },
        { "chuyenvien", "/account" },
        { "chuyenvien", "/account/password" },
        { "chuyenvien", "/conferences" },
        { "chuyenvien", "/conferences/create" },
        { "chuyenvien", "/conferences/import" },
        { "chuyenvien", "/conferences/3" },
        { "chuyenvien", "/conferences/3/edit" },
        { "chuyenvien", "/conferences/3/entry" },
        { "chuyenvien", "/conferences/3/assign" },
        { "chuyenvien", "/conferences/3/entry?edit=59" },
        { "chuyenvien", "/conferences/deleted" },
        { "chuyenvien", "/directives" },
        { "chuyenvien", "/directives/59" },
        { "chuyenvien", "/findings" },
        { "chuyenvien", "/recommendations" },
        { "chuyenvien", "/recommendations/1" },
        { "camau", "/recommendations/create" },
        { "camau", "/units/own" },
        { "lanhdao", "/my-units" },
        { "lanhdao", "/my-units/of/1" },
        { "chuyenvien", "/documents" },
        { "chuyenvien", "/documents/1" },
        { "chuyenvien", "/search?q=van+phong" },
        { "chuyenvien", "/my-tasks" },
        { "chuyenvien", "/my-tasks?state=InProgress&as=print" },
        { "lanhdao", "/my-tasks?state=Submitted" },
        { "lanhdao", "/" },
        { "lanhdao", "/follow-up" },
        { "lanhdao", "/follow-up?section=Overdue" },
        { "lanhdao", "/follow-up?section=NeedsDeadline" },
        { "lanhdao", "/follow-up?section=Recommendations" },
        { "lanhdao", "/follow-up/why/600" },
        { "lanhdao", "/follow-up/bulk?step=urge&id=600&id=601" },
        { "lanhdao", "/my-tasks/600" },
        { "lanhdao", "/my-tasks/600/pass-on" },
        { "lanhdao", "/conferences/3/matrix" },
        { "lanhdao", "/directives/59/amend" },
        { "camau", "/" },
        { "camau", "/my-tasks" },
        { "camau", "/inbox" },
        { "chuyenvien", "/search?q=48-CT/TW" },
        { "quantri", "/admin/abbreviations" },
        { "lanhdao", "/inbox" },
        { "camau", "/account/notices" },
        { "camau", "/error/404" },
        { "thuongtruc", "/" },
        { "thuongtruc", "/summaries" },
        { "thuongtruc", "/summaries/2020" },
        { "thuongtruc", "/summaries/2021?asOf=30/06/2021" },
        { "quantri", "/" },
        { "quantri", "/admin/accounts" },
        { "quantri", "/admin/accounts/create" },
        { "quantri", "/admin/units" },
        { "quantri", "/admin/fields" },
        { "quantri", "/admin/holidays" },
        { "quantri", "/admin/anchors" },
        { "quantri", "/admin/settings" },
        { "quantri", "/admin/audit" },
        { "quantri", "/admin/health" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_AtDeskAndPhoneWidth_HasNoViolationAndFitsTheScreen(string user, string address)
    {
        await CheckLooksAsync(await host.LookAsAsync(user), address);
    }

    [Fact]
    public async Task EntryPage_WithRowsTicked_HasNoViolationAndFitsTheScreen()
    {
        var page = await host.SignInAsync("chuyenvien");
        await page.GotoAsync("/conferences/3/entry");
        await page.Locator("[data-pick]").First.CheckAsync();
        await page.SetViewportSizeAsync(1366, 768);
        // The bar stays in sight over what is scrolled below it: half a box there is no box that is too small.
        await page.EvaluateAsync("window.scrollTo(0, 0)");
        await CheckShownAsync(page, "/conferences/3/entry ticked", "desk");
        await page.SetViewportSizeAsync(390, 844);
        await CheckShownAsync(page, "/conferences/3/entry ticked", "phone");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task ImportedReport_ReviewedFoundAgainAndCompared_HasNoViolationAndFitsTheScreen()
    {
        var page = await host.SignInAsync("chuyenvien");
        await Reports.PasteAsync(page, Reports.First, "Bản tin thử");
        var review = new Uri(page.Url).AbsolutePath;
        var edit = await page.Locator(".import-row [data-key=e]").Last.GetAttributeAsync("href");
        await CheckLooksAsync(page, review);
        await CheckLooksAsync(page, edit!.Split('#')[0]);

        await page.GotoAsync(review);
        await Reports.TakeOverAsync(page);
        await CheckLooksAsync(page, (await page.Locator("main a[href*='/sources/'][href*='from=']").First.GetAttributeAsync("href"))!);

        await Reports.PasteAsync(page, Reports.Second, "Tạp chí thử");
        await Assertions.Expect(page.Locator(".comparison")).ToHaveCountAsync(1);
        await CheckLooksAsync(page, new Uri(page.Url).AbsolutePath);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task APictureWithoutWords_AndGreyOnGrey_AreFound()
    {
        var page = await host.LookAsAsync("chuyenvien");
        await page.GotoAsync("/error/404");
        await page.EvaluateAsync("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/favicon.ico\"><p class=pale>nhạt</p>')");
        await page.EvaluateAsync("Object.assign(document.querySelector('.pale').style, { color: '#999', background: '#aaa' })");

        Assert.Equal(["color-contrast", "image-alt"], (await FindAsync(page, s_all)).Select(f => f.Split(':')[0]).Order(StringComparer.Ordinal));
        Assert.Equal(["color-contrast"], (await FindAsync(page, s_colours)).Select(f => f.Split(':')[0]));
    }

    private static async Task<string[]> FindAsync(IPage page, string[] rules)
    {
        await page.EvaluateAsync(s_axe);
        return await page.EvaluateAsync<string[]>(Run, rules);
    }

    /// <summary>Without motion: a button on its way from light to dark is neither.</summary>
    private static PageEmulateMediaOptions Look(ColorScheme scheme) => new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce };

    private static async Task CheckLooksAsync(IPage page, string address)
    {
        await page.EmulateMediaAsync(Look(ColorScheme.Light));
        await page.SetViewportSizeAsync(1366, 768);
        await page.GotoAsync(address);
        await CheckShownAsync(page, address, "desk");
        await page.SetViewportSizeAsync(390, 844);
        await page.GotoAsync(address);
        await CheckShownAsync(page, address, "phone");
        await page.EmulateMediaAsync(Look(ColorScheme.Dark));
        await CheckShownAsync(page, address, "dark", s_colours);
    }

    private static async Task CheckShownAsync(IPage page, string address, string look, string[]? rules = null)
    {
        var name = string.Concat(address.Trim('/').Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        await BrowserHost.PictureAsync(page, $"{(name.Length == 0 ? "home" : name)}-{look}");
        var found = await FindAsync(page, rules ?? s_all);
        Assert.True(found.Length == 0, $"{address} ({look})\n" + string.Join('\n', found));
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{address} ({look}) is {overflow} px wider than the screen");
    }
}
