using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PartyOfficeTracker.BrowserTests;

/// <summary>WCAG 2.2 AA by axe on every page, at desk and phone width, light and dark; nothing wider than the screen.</summary>
public sealed class AccessibilityTests(BrowserHost host) : IClassFixture<BrowserHost>
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

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
        var page = await host.SignInAsync(user);
        await CheckLooksAsync(page, address);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task EntryPage_WithRowsTicked_HasNoViolationAndFitsTheScreen()
    {
        var page = await host.SignInAsync("chuyenvien");
        await page.GotoAsync("/conferences/3/entry");
        await page.Locator("[data-pick]").First.CheckAsync();
        await page.SetViewportSizeAsync(1366, 768);
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

    private static async Task CheckLooksAsync(IPage page, string address)
    {
        await page.SetViewportSizeAsync(1366, 768);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await CheckAsync(page, address, "desk");
        await page.SetViewportSizeAsync(390, 844);
        await CheckAsync(page, address, "phone");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await CheckAsync(page, address, "dark");
    }

    private static async Task CheckAsync(IPage page, string address, string look)
    {
        await page.GotoAsync(address);
        await CheckShownAsync(page, address, look);
    }

    private static async Task CheckShownAsync(IPage page, string address, string look)
    {
        var name = string.Concat(address.Trim('/').Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        await BrowserHost.PictureAsync(page, $"{(name.Length == 0 ? "home" : name)}-{look}");
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Rules] } });
        var found = result.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}");
        Assert.True(result.Violations.Length == 0, $"{address} ({look})\n" + string.Join('\n', found));
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{address} ({look}) is {overflow} px wider than the screen");
    }
}
