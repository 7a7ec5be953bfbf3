using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PartyOfficeTracker.BrowserTests;

/// <summary>A report is pasted, looked through with the keyboard, left, found again and taken over.</summary>
public sealed class ImportTests(BrowserHost host) : IClassFixture<BrowserHost>
{
    private const int MostPresses = 200;

    [Fact]
    public async Task Clerk_ReviewsAReportWithTheKeyboardAlone_ClosesTheBrowserAndTakesItOver()
    {
        var page = await host.SignInAsync("chuyenvien");
        var errors = page.Errors();
        await page.GotoAsync("/conferences/import");
        await TabToAsync(page, "#Input_Text");
        await page.Keyboard.InsertTextAsync(Reports.First);
        await TabToAsync(page, "#Input_Outlet");
        await page.Keyboard.TypeAsync("Bản tin thử");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.ArriveAsync("**/conferences/import/*");
        var review = new Uri(page.Url).AbsolutePath;
        var before = await page.Locator(".import-row").CountAsync();
        Assert.Equal(9, before);

        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator(".import-row-text").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator(".import-row-text").First).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(Row(page, "214 văn bản")).ToContainTextAsync("– không nhận");
        await OnRowAsync(page, "214 văn bản");
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(Row(page, "214 văn bản")).ToContainTextAsync("✓ nhận");
        await OnRowAsync(page, "214 văn bản");

        await WalkToAsync(page, "ArrowDown", "Công tác tiếp nhận");
        await page.Keyboard.PressAsync("m");
        await Assertions.Expect(page.Locator(".import-row")).ToHaveCountAsync(before - 1);
        await Assertions.Expect(Row(page, "Công tác tiếp nhận").Locator(".import-row-text")).ToHaveTextAsync(
            "Công tác tiếp nhận văn bản điện tử được thực hiện thông suốt trong cả ngày nghỉ. "
            + "Kho lưu trữ của nhiều đơn vị đã được số hóa xong phần hồ sơ nhiệm kỳ trước.");
        await OnRowAsync(page, "Công tác tiếp nhận");

        await WalkToAsync(page, "ArrowDown", "gửi báo cáo tháng");
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(Row(page, "gửi báo cáo tháng")).ToContainTextAsync("– không nhận");
        await OnRowAsync(page, "gửi báo cáo tháng");
        await WalkToAsync(page, "ArrowDown", "dự thảo văn bản");
        await page.Keyboard.PressAsync("3");
        await Assertions.Expect(Group(page, "Khó khăn")).ToContainTextAsync("dự thảo văn bản");
        await OnRowAsync(page, "dự thảo văn bản");

        await WalkToAsync(page, "ArrowDown", "danh mục hồ sơ");
        await page.Keyboard.PressAsync("e");
        await Assertions.Expect(page.Locator("#Input_Text")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#edit")).ToHaveCountAsync(0);
        await OnRowAsync(page, "danh mục hồ sơ");
        await page.Keyboard.PressAsync("e");
        await Assertions.Expect(page.Locator("#Input_Text")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("Lập danh mục hồ sơ năm 2022");
        await TabToAsync(page, "#Input_DeadlineKind");
        for (var i = 0; i < MostPresses && await page.InputValueAsync("#Input_DeadlineKind") != "Fixed"; i++)
        {
            await page.Keyboard.PressAsync(i == 0 ? "Home" : "ArrowDown");
        }

        await TabToAsync(page, "#Input_DueOn");
        await page.Keyboard.TypeAsync("15/7/2022");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(Row(page, "Lập danh mục hồ sơ")).ToContainTextAsync("15/07/2022");
        await OnRowAsync(page, "Lập danh mục hồ sơ");

        await WalkToAsync(page, "ArrowUp", "lịch công tác");
        await page.Keyboard.PressAsync("e");
        await Assertions.Expect(page.Locator("#Input_Text")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("Việc cập nhật lịch công tác\ncủa thường trực cấp ủy còn thiếu thống nhất.");
        await TabToAsync(page, "#edit [name='Input.IsSplit']");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".import-row")).ToHaveCountAsync(before);
        await OnRowAsync(page, "Việc cập nhật lịch công tác");

        // Whether the reader was sure of it or not.
        await WalkToAsync(page, "ArrowDown", "nguồn lực");
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(Row(page, "nguồn lực")).ToContainTextAsync("✓ nhận");

        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.Locator("#new-row textarea")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Trần Thị Mẫu, Chánh Văn phòng Tỉnh ủy");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".import-row")).ToHaveCountAsync(before + 1);
        await OnRowAsync(page, "Trần Thị Mẫu, Chánh Văn phòng Tỉnh ủy");
        await BrowserHost.PictureAsync(page, "import-keyboard");
        var kept = await RowsAsync(page);
        Assert.Empty(errors);
        await page.Context.CloseAsync();

        page = await host.SignInAsync("chuyenvien");
        await page.GotoAsync("/conferences/import");
        await TabToAsync(page, $"a[href='{review}']");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**" + review);
        Assert.Equal(kept, await RowsAsync(page));

        await TabToAsync(page, "#head-form button.btn-primary");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync(address => !address.Contains("/import/", StringComparison.Ordinal));
        var main = page.Locator("#main");
        await Assertions.Expect(main).ToContainTextAsync("Lê Văn Thử");
        await Assertions.Expect(main).ToContainTextAsync("Nghệ An");
        await Assertions.Expect(main).ToContainTextAsync("Lập danh mục hồ sơ năm 2022");
        await Assertions.Expect(main).Not.ToContainTextAsync("gửi báo cáo tháng");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(before);

        await TabToAsync(page, "tr:has-text('dự thảo văn bản') a[href*='/sources/']");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("mark#span")).ToHaveTextAsync("Chất lượng một số dự thảo văn bản chưa đáp ứng yêu cầu.");
        await Assertions.Expect(page.Locator("mark#span")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task RowAndPassage_LightEachOther()
    {
        var page = await host.SignInAsync("chuyenvien");
        await Reports.PasteAsync(page, Reports.Second);
        var row = Row(page, "cán bộ cơ yếu");
        var other = Row(page, "220 văn bản");
        var passage = page.Locator("#source-text mark", new PageLocatorOptions { HasText = "cán bộ cơ yếu" });

        await row.HoverAsync();
        await Assertions.Expect(passage).ToHaveClassAsync(Lit());
        await Assertions.Expect(passage).ToBeInViewportAsync();
        await other.HoverAsync();
        await Assertions.Expect(passage).Not.ToHaveClassAsync(Lit());
        await row.Locator(".import-row-text").FocusAsync();
        await Assertions.Expect(passage).ToHaveClassAsync(Lit());

        await other.Locator(".import-row-text").FocusAsync();
        await passage.HoverAsync();
        await Assertions.Expect(row).ToHaveClassAsync(Lit());
        await Assertions.Expect(other).Not.ToHaveClassAsync(Lit());
        await passage.ClickAsync();
        await Assertions.Expect(row).ToBeInViewportAsync();
    }

    [Fact]
    public async Task RowOpenedWithEnter_KeepsTheKeyboardOnTheRow()
    {
        var page = await host.SignInAsync("chuyenvien");
        await Reports.PasteAsync(page, Reports.Second + "\n");
        await WalkToAsync(page, "ArrowDown", "cán bộ cơ yếu");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#source-text mark", new PageLocatorOptions { HasText = "cán bộ cơ yếu" })).ToBeInViewportAsync();

        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(Row(page, "cán bộ cơ yếu")).ToContainTextAsync("– không nhận");
    }

    private static Regex Lit() => new(@"\bis-lit\b", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static ILocator Row(IPage page, string text) => page.Locator(".import-row", new PageLocatorOptions { HasText = text });

    private static ILocator Group(IPage page, string kind) => page.Locator($"h2:has-text('{kind}') + ol");

    /// <summary>The last key is done with when the row has the focus again.</summary>
    private static Task OnRowAsync(IPage page, string text) => Assertions.Expect(Row(page, text).Locator(".import-row-text")).ToBeFocusedAsync();

    private static Task<IReadOnlyList<string>> RowsAsync(IPage page) =>
        page.Locator(".import-row p").AllInnerTextsAsync();

    private static async Task WalkToAsync(IPage page, string key, string text)
    {
        for (var i = 0; i < MostPresses; i++)
        {
            await page.Keyboard.PressAsync(key);
            if ((await page.EvaluateAsync<string>("document.activeElement.matches('.import-row-text') ? document.activeElement.textContent : ''"))
                .Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"{key} never reaches “{text}”");
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < MostPresses; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.Locator(selector).First.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail("Tab never reaches " + selector);
    }
}
