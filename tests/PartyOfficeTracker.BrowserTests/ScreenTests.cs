using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PartyOfficeTracker.BrowserTests;

/// <summary>What fits on one screen and one sheet, and what is said of what changes on it.</summary>
public sealed partial class ScreenTests(BrowserHost host) : IClassFixture<BrowserHost>
{
    [Fact]
    public async Task AMatrixOf63UnitsAndEightDirectives_IsOnOneScreen_AndOnOneSheet()
    {
        var page = await host.SignInAsync("lanhdao", 1366, 768);
        await page.GotoAsync("/conferences/2/matrix");
        await BrowserHost.PictureAsync(page, "matrix-desk");

        var units = page.Locator(".matrix tbody tr");
        Assert.Equal(63, await units.CountAsync());
        Assert.Equal(8, await page.Locator(".matrix").First.Locator("thead a").CountAsync());
        Assert.True(await page.EvaluateAsync<bool>(
            "[...document.querySelectorAll('.matrix td, .matrix th')].every(c => { const r = c.getBoundingClientRect(); "
            + "return r.bottom <= innerHeight && r.right <= document.documentElement.clientWidth; })"));
        var sheet = Encoding.Latin1.GetString(await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true }));
        Assert.Single(PdfPages().Matches(sheet));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task SeveralRowsDeleted_AndTakenBack_AreSaid()
    {
        var page = await host.SignInAsync("chuyenvien");
        await page.GotoAsync("/conferences/create");
        await page.FillAsync("#Input_Title", "Hội nghị được nói ra " + Guid.NewGuid());
        await page.FillAsync("#Input_Date", "13/01/2021");
        await page.SelectOptionAsync("#Input_OrganiserId", new SelectOptionValue { Index = 1 });
        await page.SelectOptionAsync("#Input_Kind", "Briefing");
        await page.SelectOptionAsync("#Input_Form", "Online");
        await page.ClickAsync("main form .btn-primary");
        await page.ArriveAsync("**/entry?*");
        await page.FillAsync("#add-Obstacle", "Một\nHai");
        await page.PressAsync("#add-Obstacle", "Enter");
        await Assertions.Expect(page.Locator("#s-Obstacle li")).ToHaveCountAsync(2);
        foreach (var box in await page.Locator("#s-Obstacle [data-pick]").AllAsync())
        {
            await box.CheckAsync();
        }

        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await page.ClickAsync("#bulk button[value=Delete]");
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("Đã xóa 2 dòng.");
        await page.ClickAsync("[data-undo]");

        await Assertions.Expect(page.Locator("#s-Obstacle li")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("Đã hoàn tác");
        await page.Context.CloseAsync();
    }

    [GeneratedRegex(@"/Type\s*/Page[^s]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PdfPages();
}
