using Microsoft.Playwright;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.BrowserTests;

/// <summary>The five shared reports in Chromium; skipped where they are not beside the repository.</summary>
public sealed class SeedTests(EmptyBrowserHost host) : IClassFixture<EmptyBrowserHost>
{
    [Fact]
    public async Task FiveReports_PastedAndTakenOver_AreFourConferencesAndOneHasTwoSources()
    {
        var files = SharedSeeds.Files();
        Assert.SkipWhen(files.Count < 5, SharedSeeds.Missing);
        var page = await host.SignInAsync("chuyenvien");
        var errors = page.Errors();
        string? joint = null;
        foreach (var file in files)
        {
            await Reports.PasteAsync(page, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
            if (await page.Locator(".comparison").CountAsync() == 0)
            {
                await FillAsync(page);
                await Reports.TakeOverAsync(page);
                continue;
            }

            Assert.Null(joint);
            Assert.InRange(await page.Locator("tr[data-difference]:not([data-difference=Same])").CountAsync(), 7, int.MaxValue);
            await BrowserHost.PictureAsync(page, "seed-comparison");
            await page.ClickAsync(".comparison button");
            await page.ArriveAsync(address => address.Split('/') is [.., "conferences", var id] && id.All(char.IsAsciiDigit));
            joint = new Uri(page.Url).AbsolutePath;
        }

        Assert.NotNull(joint);
        var facts = page.Locator("dl.facts");
        await page.GotoAsync(joint);
        await Assertions.Expect(facts.Locator("a[href*='/sources/']")).ToHaveCountAsync(2);
        var points = await facts.Locator("dt:has-text('Điểm cầu') + dd > div").AllInnerTextsAsync();
        Assert.Equal(2, points.Count);
        Assert.Contains(points, p => p.StartsWith("Cà Mau", StringComparison.Ordinal));
        Assert.Contains(points, p => p.StartsWith("Nghệ An", StringComparison.Ordinal));

        await page.GotoAsync("/conferences");
        await Assertions.Expect(page.Locator("main tbody tr")).ToHaveCountAsync(4);
        await page.GotoAsync("/conferences/import");
        await Assertions.Expect(page.Locator("main .list-plain li")).ToHaveCountAsync(0);
        Assert.Empty(errors);
    }

    /// <summary>What a report leaves open and a conference needs.</summary>
    private static async Task FillAsync(IPage page)
    {
        foreach (var (field, value) in new[] { ("Session", "Morning"), ("Form", "Online") })
        {
            var select = page.Locator("#Head_" + field);
            if ((await select.InputValueAsync()).Length == 0)
            {
                await select.SelectOptionAsync(value);
            }
        }

        foreach (var (field, value) in new[] { ("Title", "Hội nghị giao ban"), ("Outlet", "Bản tin") })
        {
            var box = page.Locator("#Head_" + field);
            if ((await box.InputValueAsync()).Length == 0)
            {
                await box.FillAsync(value);
            }
        }
    }
}
