using Microsoft.Playwright;

namespace PartyOfficeTracker.BrowserTests;

/// <summary>The clerk's hour: keys faster than answers, boxes that come back, a row edited where it stands.</summary>
public sealed class ClerkTests(BrowserHost host) : IClassFixture<BrowserHost>
{
    [Fact]
    public async Task AltArrowThreeTimes_MovesThreePlaces_AndKeepsTheKeyboardOnTheRow()
    {
        var page = await host.SignInAsync("chuyenvien");
        await MakeAsync(page);
        await AddAsync(page, "Obstacle", "Một\nHai\nBa\nBốn");
        await page.Locator("#s-Obstacle li:has-text('Một') [data-edit]").FocusAsync();
        for (var i = 0; i < 3; i++)
        {
            await page.Keyboard.PressAsync("Alt+ArrowDown");
        }

        await Assertions.Expect(page.Locator("#s-Obstacle li").Last).ToContainTextAsync("Một");
        Assert.Equal(["Hai", "Ba", "Bốn", "Một"], (await page.Locator("#s-Obstacle .said").AllInnerTextsAsync()).TakeLast(4));
        await Assertions.Expect(page.Locator("#s-Obstacle li").Last.Locator("[data-edit]")).ToBeFocusedAsync();
        await page.ReloadAsync();
        Assert.Equal(["Hai", "Ba", "Bốn", "Một"], (await page.Locator("#s-Obstacle .said").AllInnerTextsAsync()).TakeLast(4));
    }

    [Fact]
    public async Task KeysOfTheReview_AreNotDropped_HoweverSlowTheAnswers()
    {
        var page = await host.SignInAsync("chuyenvien");
        await page.GotoAsync("/conferences/import");
        await page.FillAsync("#Input_Text", Reports.First + "\n\n" + Guid.NewGuid());
        await page.ClickAsync("main form .btn-primary");
        await page.ArriveAsync("**/conferences/import/*");
        await page.FillAsync("#Head_Title", "Tên sửa mà chưa lưu");
        await page.RouteAsync("**handler=Act", async route =>
        {
            await Task.Delay(400);
            await route.ContinueAsync();
        });
        var aside = await page.Locator(".import-row.is-aside").CountAsync();
        await page.Locator(".import-row-text").First.FocusAsync();
        for (var i = 0; i < 4; i++)
        {
            await page.Keyboard.PressAsync("x");
            await page.Keyboard.PressAsync("ArrowDown");
            await page.WaitForTimeoutAsync(100);
        }

        await Assertions.Expect(page.Locator(".import-row.is-aside")).ToHaveCountAsync(aside + 4);
        await Assertions.Expect(page.Locator(".import-row-text").Nth(4)).ToBeFocusedAsync();
        // Marked with Shift and the arrows, several are taken in again at once, when the key pressed before has had its turn; its answer leaves the marks.
        await page.Locator(".import-row-text").First.FocusAsync();
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await Assertions.Expect(page.Locator("[data-pick]:checked")).ToHaveCountAsync(2);
        await page.Locator(".import-row-text").Nth(4).FocusAsync();
        await page.Keyboard.PressAsync("x");
        await page.ClickAsync("#bulk button[value=Accept]");
        await Assertions.Expect(page.Locator(".import-row.is-aside")).ToHaveCountAsync(aside + 5 - 2);
        await Assertions.Expect(page.Locator("[data-pick]:checked")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#Head_Title")).ToHaveValueAsync("Tên sửa mà chưa lưu");
        await page.FillAsync("#new-row textarea", "Trần Thị Mẫu, Chánh Văn phòng Tỉnh ủy");
        await page.ClickAsync("#new-row button");
        await Assertions.Expect(page.Locator(".import-row")).ToHaveCountAsync(10);
        await Assertions.Expect(page.Locator("#Head_Title")).ToHaveValueAsync("Tên sửa mà chưa lưu");
        await Assertions.Expect(page.Locator("#new-row textarea")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task EveryBox_ComesBack_AfterTheWindowWasClosed()
    {
        var page = await host.SignInAsync("chuyenvien");
        var entry = await MakeAsync(page);
        await AddAsync(page, "Training", "Lớp để sửa");
        await page.Locator("#s-Training li").Last.Locator("[data-edit]").ClickAsync();
        await page.FillAsync("#Input_Text", "Lớp đang sửa dở");
        await page.FillAsync("#add-Remark", "ý kiến gõ dở");
        await page.FillAsync("#add-speaker-Remark", "Nguyễn Văn An");
        await page.FillAsync("#Chair_Name", "Người chủ trì gõ dở");
        await page.WaitForTimeoutAsync(3000);
        await page.Context.CloseAsync();

        page = await host.SignInAsync("chuyenvien");
        await page.GotoAsync(entry);

        await Assertions.Expect(page.Locator("#add-Remark")).ToHaveValueAsync("ý kiến gõ dở");
        await Assertions.Expect(page.Locator("#add-speaker-Remark")).ToHaveValueAsync("Nguyễn Văn An");
        await Assertions.Expect(page.Locator("#Chair_Name")).ToHaveValueAsync("Người chủ trì gõ dở");
        await Assertions.Expect(page.Locator("#Input_Text")).ToHaveValueAsync("Lớp đang sửa dở");
        await page.FocusAsync("#add-Remark");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#s-Remark")).ToContainTextAsync("ý kiến gõ dở");
        await page.WaitForTimeoutAsync(500);
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#Chair_Name")).ToHaveValueAsync("Người chủ trì gõ dở");
        await Assertions.Expect(page.Locator("#add-Remark")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task WhatStandsInOtherBoxesWhenTheSessionEnds_ComesBackAfterTheSignIn()
    {
        var page = await host.SignInAsync("chuyenvien");
        await MakeAsync(page);
        await page.Context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = "giaoban" });
        await page.FillAsync("#add-Shortcoming", "gõ ở ô khác khi phiên đã hết");
        await page.FocusAsync("#add-Award");
        await page.Keyboard.TypeAsync("Khen khi phiên đã hết");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("[name='Input.UserName']");
        await Assertions.Expect(page.Locator(".who, .side, .bell")).ToHaveCountAsync(0);
        await page.FillAsync("[name='Input.UserName']", "chuyenvien");
        await page.FillAsync("[name='Input.Password']", Core.Accounts.DemoAccounts.Password);
        await page.ClickAsync("#main form button");
        await page.ClickAsync("#main form .btn-primary");

        await Assertions.Expect(page.Locator("#s-Award")).ToContainTextAsync("Khen khi phiên đã hết");
        await Assertions.Expect(page.Locator("#add-Shortcoming")).ToHaveValueAsync("gõ ở ô khác khi phiên đã hết");
    }

    [Fact]
    public async Task ARow_IsEditedWhereItStands_EscapeClosesIt_AndLettersLeadToSections()
    {
        var page = await host.SignInAsync("chuyenvien");
        var errors = page.Errors();
        await MakeAsync(page);
        await Assertions.Expect(page.Locator("#add-Achievement")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("h");
        await Assertions.Expect(page.Locator("#add-Shortcoming")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Chậm báo cáo");
        await page.Keyboard.PressAsync("Enter");
        var row = page.Locator("#s-Shortcoming li").Filter(new LocatorFilterOptions { HasText = "Chậm báo cáo" }).Last;
        await row.Locator("[data-edit]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#s-Shortcoming li #edit #Input_Text")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#edit")).ToHaveCountAsync(0);
        await Assertions.Expect(row.Locator("[data-edit]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("e");
        await page.FillAsync("#Input_Text", "Chậm gửi báo cáo");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("#s-Shortcoming")).ToContainTextAsync("Chậm gửi báo cáo");
        await Assertions.Expect(page.Locator("#edit")).ToHaveCountAsync(0);
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("Achievement", new string[0])]
    [InlineData("Shortcoming", new[] { "Escape", "g", "h" })]
    [InlineData("Directive", new[] { "Escape", "g", "d" })]
    public async Task TheFirstRow_IsStored_WithinEightKeysAfterTheConferenceWasMade(string kind, string[] keys)
    {
        const int most = 8;
        var page = await host.SignInAsync("chuyenvien");
        await MakeAsync(page);
        await Assertions.Expect(page.Locator("#add-Achievement")).ToBeFocusedAsync();
        foreach (var key in keys)
        {
            await page.Keyboard.PressAsync(key);
        }

        await page.Keyboard.TypeAsync("Dòng đầu tiên");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator($"#s-{kind} .said")).ToHaveTextAsync(["Dòng đầu tiên"]);
        Assert.InRange(keys.Length + 1, 1, most);
    }

    [Fact]
    public async Task FortyRows_TypedAtTwentyFiveMillisecondsAKey_WithoutWaiting_AreFortyRowsInOrder()
    {
        var page = await host.SignInAsync("chuyenvien");
        await MakeAsync(page);
        await Assertions.Expect(page.Locator("#add-Achievement")).ToBeFocusedAsync();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 1; i <= 40; i++)
        {
            await page.Keyboard.TypeAsync($"Tham mưu đúng hạn việc thứ {i} được giao", new KeyboardTypeOptions { Delay = 25 });
            await page.Keyboard.PressAsync("Enter");
        }

        // A minute is wanted of an idle machine, and written down; a busy one fails nobody.
        const float aBusyMachine = 240_000;
        await Assertions.Expect(page.Locator("#s-Achievement li")).ToHaveCountAsync(40, new LocatorAssertionsToHaveCountOptions { Timeout = aBusyMachine });
        TestContext.Current.TestOutputHelper?.WriteLine($"Forty rows typed and stored in {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.Equal(
            Enumerable.Range(1, 40).Select(i => $"Tham mưu đúng hạn việc thứ {i} được giao"), await page.Locator("#s-Achievement .said").AllInnerTextsAsync());
    }

    [Fact]
    public async Task FactsOfALine_AreOfferedBeforeEnter_AndTakenByAKey_AndTheNextRowInheritsNone()
    {
        var page = await host.SignInAsync("chuyenvien");
        var errors = page.Errors();
        await MakeAsync(page);
        await page.FocusAsync("#add-Directive");
        await page.Keyboard.TypeAsync("Rà soát quy chế chậm nhất ngày 15/3 @ca mau");
        var chips = page.Locator("#quick-Directive [data-chip]");
        await Assertions.Expect(chips.Nth(1)).ToContainTextAsync("Cà Mau");
        await Assertions.Expect(page.Locator("#add-due")).ToHaveValueAsync("");
        await page.Keyboard.PressAsync("Alt+2");
        await Assertions.Expect(page.Locator("#add-Directive")).ToHaveValueAsync("Rà soát quy chế chậm nhất ngày 15/3");
        await page.Keyboard.PressAsync("Alt+1");
        await Assertions.Expect(page.Locator("#add-due")).ToHaveValueAsync("15/03/2021");
        await page.Keyboard.PressAsync("Enter");
        var row = page.Locator("#s-Directive li");
        await Assertions.Expect(row).ToContainTextAsync("Cà Mau");
        await Assertions.Expect(row).ToContainTextAsync("15/03/2021");
        await Assertions.Expect(page.Locator("#add-due")).ToHaveValueAsync("");
        await page.Keyboard.TypeAsync("Không nêu hạn");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(row.Nth(1)).ToContainTextAsync("Cần điền hạn");
        await Assertions.Expect(row.Nth(1)).Not.ToContainTextAsync("Cà Mau");
        Assert.Empty(errors);
    }

    [Fact]
    public async Task ABlockPastedFromASpreadsheet_IsShownInColumns_AndAdded()
    {
        var page = await host.SignInAsync("chuyenvien");
        await MakeAsync(page);
        await page.FocusAsync("#add-Directive");
        await PasteAsync(page, "Nội dung\tĐơn vị\tHạn\nGửi báo cáo tổng kết\tCà Mau\t31/3/2021\nCử người dự tập huấn\tNghệ An\t15/4/2021");
        await Assertions.Expect(page.Locator("#block-rows tbody tr")).ToHaveCountAsync(2);
        await page.ClickAsync("form:has(#block-rows) .btn-primary");

        await Assertions.Expect(page.Locator("#s-Directive li").Last).ToContainTextAsync("Nghệ An");
        await Assertions.Expect(page.Locator("#add-Directive")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task ABlockPastedIntoABoxWithText_IsShownInColumnsToo_AndTheTextComesBack()
    {
        var page = await host.SignInAsync("chuyenvien");
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await MakeAsync(page);
        await page.FocusAsync("#add-Directive");
        await page.Keyboard.TypeAsync("Việc gõ dở");
        await PasteAsync(page, "Gửi báo cáo tổng kết\tCà Mau\nCử người dự tập huấn\tNghệ An");
        await Assertions.Expect(page.Locator("#block-rows tbody tr")).ToHaveCountAsync(2);
        await page.ClickAsync("form:has(#block-rows) .btn-primary");

        await Assertions.Expect(page.Locator("#s-Directive li")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("#add-Directive")).ToHaveValueAsync("Việc gõ dở");
    }

    [Fact]
    public async Task RowsMarkedWithShiftAndArrows_AreLetGoOnTheWayBack_AndTheQuestionQuotesThoseThatWouldGo()
    {
        var page = await host.SignInAsync("chuyenvien");
        var asked = "";
        page.Dialog += (_, dialog) =>
        {
            asked = dialog.Message;
            _ = dialog.AcceptAsync();
        };
        await MakeAsync(page);
        await AddAsync(page, "Award", "Một\nHai\nBa\nBốn\nNăm");
        await page.Locator("#s-Award li:has-text('Hai') [data-edit]").FocusAsync();
        foreach (var key in new[] { "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp" })
        {
            await page.Keyboard.PressAsync("Shift+" + key);
        }

        var marked = await page.Locator("#s-Award li:has([data-pick]:checked) .said").AllInnerTextsAsync();
        await page.ClickAsync("#bulk button[value=Delete]");
        await Assertions.Expect(page.Locator("#s-Award .said")).ToHaveTextAsync(["Một", "Năm"]);

        // A letter leads to the box of a section that has rows, not to their ticks.
        await page.Locator("#s-Award li [data-edit]").First.FocusAsync();
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync(await page.Locator("#counts a[href='#s-Award']").GetAttributeAsync("data-key-section") ?? "");
        await Assertions.Expect(page.Locator("#add-Award")).ToBeFocusedAsync();
        Assert.Equal(["Hai", "Ba", "Bốn"], marked);
        Assert.Contains("3 dòng: “Hai”, “Ba”, “Bốn”", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKnownPerson_IsOfferedWithoutMarks_AndBringsTheTitle()
    {
        var page = await host.SignInAsync("chuyenvien");
        await MakeAsync(page);
        await page.FillAsync("#Chair_Name", "Đặng Thị Quen");
        await page.FillAsync("#Chair_Title", "Phó Chánh Văn phòng");
        await page.Keyboard.PressAsync("Tab"); // what is offered lies over the button
        await page.ClickAsync("#parts form[action*='handler=Chair'] button");
        await Assertions.Expect(page.Locator("#parts")).ToContainTextAsync("Đặng Thị Quen");
        await MakeAsync(page);
        await page.FocusAsync("#Chair_Name");
        await page.Keyboard.TypeAsync("dang qu");
        await Assertions.Expect(page.Locator("#known [role=option]").First).ToContainTextAsync("Đặng Thị Quen");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#Chair_Name")).ToHaveValueAsync("Đặng Thị Quen");
        await Assertions.Expect(page.Locator("#Chair_Title")).ToHaveValueAsync("Phó Chánh Văn phòng");
        await Assertions.Expect(page.Locator("#known")).ToBeHiddenAsync();
    }

    private static async Task PasteAsync(IPage page, string text) => await page.EvaluateAsync(
        """
        (text) => {
          const data = new DataTransfer();
          data.setData("text/plain", text);
          document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """,
        text);

    /// <summary>A conference of its own for each test: drafts belong to a page.</summary>
    private static async Task<string> MakeAsync(IPage page)
    {
        await page.GotoAsync("/conferences/create");
        await page.FillAsync("#Input_Title", "Giờ của chuyên viên " + Guid.NewGuid());
        await page.FillAsync("#Input_Date", "13/01/2021");
        await page.SelectOptionAsync("#Input_OrganiserId", new SelectOptionValue { Index = 1 });
        await page.SelectOptionAsync("#Input_Kind", "Briefing");
        await page.SelectOptionAsync("#Input_Form", "Online");
        await page.ClickAsync("main form .btn-primary");
        await page.ArriveAsync("**/entry?*");
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task AddAsync(IPage page, string kind, string lines)
    {
        await page.FillAsync("#add-" + kind, lines);
        await page.FocusAsync("#add-" + kind);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"#s-{kind}")).ToContainTextAsync(lines.Split('\n')[^1]);
        await Assertions.Expect(page.Locator("#add-" + kind)).ToHaveValueAsync("");

        // The box takes the keyboard back when the answer has settled; what is focused before that would lose it.
        await Assertions.Expect(page.Locator("#add-" + kind)).ToBeFocusedAsync();
    }
}
