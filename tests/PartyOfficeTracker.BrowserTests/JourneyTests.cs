using System.IO.Compression;
using Microsoft.Playwright;

namespace PartyOfficeTracker.BrowserTests;

/// <summary>What each person does, with keyboard and mouse, in Chromium.</summary>
public sealed class JourneyTests(BrowserHost host) : IClassFixture<BrowserHost>
{
    [Fact]
    public async Task Clerk_EntersFortyRowsWithTheKeyboardAlone_PublishesAndAssigns()
    {
        var page = await host.SignInAsync("chuyenvien");
        var errors = page.Errors();
        await page.GotoAsync("/conferences/create");
        await page.FillAsync("#Input_Title", "Hội nghị nhập bằng bàn phím");
        await page.FillAsync("#Input_Date", "13/1/2021");
        await page.SelectOptionAsync("#Input_OrganiserId", new SelectOptionValue { Label = "Văn phòng Trung ương Đảng" });
        await page.SelectOptionAsync("#Input_Kind", "Briefing");
        await page.SelectOptionAsync("#Input_Form", "Online");
        await page.FillAsync("#Input_Reviewed", "2020");
        await page.FillAsync("#Input_ExpectedShortcomings", "40");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.ArriveAsync("**/entry**");

        await page.FocusAsync("#add-Shortcoming");
        for (var i = 1; i <= 40; i++)
        {
            await page.Keyboard.TypeAsync($"Hạn chế {i}");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("#s-Shortcoming li")).ToHaveCountAsync(i);
            await Assertions.Expect(page.Locator("#add-Shortcoming")).ToBeFocusedAsync();
        }

        await Assertions.Expect(page.Locator("#counts")).ToContainTextAsync("đã nhập 40 / dự kiến 40");
        await page.Locator("#s-Shortcoming li >> nth=0 >> a").FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(page.Locator("#s-Shortcoming li >> nth=1")).ToContainTextAsync("Hạn chế 1");

        await page.Locator("#s-Shortcoming li >> nth=0 >> a").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#Input_Text")).ToBeFocusedAsync();
        await page.SelectOptionAsync("#Input_Kind", "Directive");
        await page.SelectOptionAsync("#Input_Addressee", "ProvincialOffices");
        await page.FocusAsync("#Input_Text");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("#s-Directive li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#s-Shortcoming li")).ToHaveCountAsync(39);

        await page.ClickAsync("text=Xong, xem hội nghị");
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.ClickAsync("button:has-text('Công bố')");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã công bố");
        await page.ClickAsync("main a:has-text('Giao tất cả')");
        await Assertions.Expect(page.Locator("#plan")).ToContainTextAsync("63 lượt, 63 đơn vị");
        await page.ClickAsync("#assign .btn-primary");
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("63");
        Assert.Empty(errors);
    }

    [Fact]
    public async Task ShortPage_OnAPhone_BeginsRightBelowTheMenu()
    {
        var page = await host.SignInAsync("lanhdao", 390, 844);
        await page.GotoAsync("/my-units");

        // The padding and the line of the menu, and nothing of the empty screen.
        var gap = await page.EvaluateAsync<int>("""
            Math.round(document.querySelector('main').getBoundingClientRect().top - document.querySelector('nav.side ul').getBoundingClientRect().bottom)
            """);
        Assert.InRange(gap, 0, 8);
    }

    [Theory]
    [InlineData(390, 2)]
    [InlineData(1366, 4)]
    public async Task Phone_FetchesTheRegularTypefaceAlone(int width, int fonts)
    {
        var page = await host.SignInAsync("camau", width, 844);
        await page.GotoAsync("/my-tasks");
        await page.EvaluateAsync("document.fonts.ready.then(() => true)");

        var loaded = await page.EvaluateAsync<int>("[...document.fonts].filter(f => f.status === 'loaded').length");

        Assert.Equal(fonts, loaded);
    }

    [Fact]
    public async Task ListOfTasks_OnAPhone_CostsAHundredKilobytesOnce_AndTwentyAgain()
    {
        const int kilobyte = 1024;
        var page = await host.SignInAsync("camau", 390, 844);
        var line = await page.Context.NewCDPSessionAsync(page);
        var loaded = new List<(string Request, long Bytes)>();
        line.Event("Network.loadingFinished").OnEvent += (_, finished) =>
            loaded.Add((finished!.Value.GetProperty("requestId").GetString()!, finished.Value.GetProperty("encodedDataLength").GetInt64()));
        await line.SendAsync("Network.enable");
        await line.SendAsync("Network.clearBrowserCache");

        var first = await LoadAsync();
        var again = Compressed(await (await page.GotoAsync("/my-tasks"))!.BodyAsync());

        Assert.InRange(first, 20 * kilobyte, 100 * kilobyte);
        Assert.InRange(again, kilobyte, 20 * kilobyte);
        // All else stays with the phone: a font for a month, the others under a name that changes with what they hold.
        var assets = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('link[href], script[src], img[src]')].map(e => e.href || e.src)");
        Assert.All(assets, a => Assert.Matches(@"\.woff2$|\.[a-z0-9]{10}\.(css|js|svg|png)$", a));

        async Task<long> LoadAsync()
        {
            loaded.Clear();
            await page.GotoAsync("/my-tasks", new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            await page.EvaluateAsync("document.fonts.ready.then(() => true)");
            var bytes = 0L;
            foreach (var (request, length) in loaded.ToList())
            {
                // What is published is sent compressed, assets as small as they become; in Development it is not, so it is compressed here.
                bytes += length < kilobyte ? length : Math.Min(length, Compressed(await BodyAsync(request)));
            }

            return bytes;
        }

        async Task<byte[]> BodyAsync(string request)
        {
            var answer = (await line.SendAsync("Network.getResponseBody", new Dictionary<string, object> { ["requestId"] = request }))!.Value;
            var body = answer.GetProperty("body").GetString()!;
            return answer.GetProperty("base64Encoded").GetBoolean() ? Convert.FromBase64String(body) : System.Text.Encoding.UTF8.GetBytes(body);
        }

        static long Compressed(byte[] body)
        {
            using var wire = new MemoryStream();
            var isPage = body.AsSpan().StartsWith("<!DOCTYPE"u8);
            using (var brotli = new BrotliStream(wire, isPage ? CompressionLevel.Fastest : CompressionLevel.SmallestSize, leaveOpen: true))
            {
                brotli.Write(body);
            }

            return wire.Length;
        }
    }

    [Fact]
    public async Task Province_OnAPhone_ReportsOnATask()
    {
        var page = await host.SignInAsync("camau", 390, 844);
        var errors = page.Errors();
        await page.GotoAsync("/my-tasks?state=NotStarted");
        await page.Locator("tbody a[href^='/my-tasks/']").First.ClickAsync();
        await page.FillAsync("#Input_Text", "Đã làm được một nửa.");
        await page.FillAsync("#Input_Percent", "50");
        await page.DblClickAsync("text=Gửi báo cáo");

        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("Đã ghi báo cáo");
        await Assertions.Expect(page.Locator("article.report")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".page-head")).ToContainTextAsync("Đang thực hiện");
        Assert.Empty(errors);
    }

    [Fact]
    public async Task Lead_SeesWhyInPlace_AndUrgesWhatIsTicked_AfterSeeingWhatItWillDo()
    {
        var page = await host.SignInAsync("lanhdao");
        var errors = page.Errors();
        await page.GotoAsync("/follow-up?section=Overdue");
        await page.Locator(".board-group summary").First.ClickAsync();
        await page.Locator(".board-group[open] a:has-text('Vì sao')").First.ClickAsync();
        await Assertions.Expect(page.Locator("#why")).ToContainTextAsync("Đến lượt");
        await page.Locator(".board-group[open] tbody input[type=checkbox]").First.CheckAsync();
        await page.Locator(".board-group[open] tbody input[type=checkbox]").Nth(1).CheckAsync();
        await page.ClickAsync("button[value=urge]");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("thực hiện được 2 lượt");
        await page.FillAsync("#Input_Reason", "Đề nghị báo cáo ngay.");
        await page.DblClickAsync("main form .btn-primary");

        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("2/2");
        Assert.Empty(errors);
    }

    [Fact]
    public async Task AReport_IsReturned_ReadByItsUnit_AnsweredAndAccepted()
    {
        var unit = await host.SignInAsync("nghean");
        await unit.GotoAsync("/my-tasks?state=NotStarted");
        await unit.Locator("tbody a[href^='/my-tasks/']").First.ClickAsync();
        var address = new Uri(unit.Url).AbsolutePath;
        await ReportAllAsync(unit, "Đã ban hành quy chế.", "31-QĐ/TU");

        var lead = await host.SignInAsync("lanhdao");
        await lead.GotoAsync(address);
        await lead.FillAsync("[name='Decision.Reason']", "Chưa kèm phụ lục.");
        await lead.ClickAsync("button[value=Returned]");

        await unit.GotoAsync(address);
        await Assertions.Expect(unit.Locator("article.report").First).ToContainTextAsync("Chưa kèm phụ lục.");
        await ReportAllAsync(unit, "Đã bổ sung phụ lục.", "32-QĐ/TU");

        await lead.GotoAsync(address);
        await lead.ClickAsync("button[value=Accepted]");
        await Assertions.Expect(lead.Locator(".page-head")).ToContainTextAsync("Hoàn thành");
        await Assertions.Expect(lead.Locator(".history li")).ToHaveCountAsync(7);
    }

    private static async Task ReportAllAsync(IPage page, string words, string number)
    {
        await page.FillAsync("#Input_Text", words);
        await page.FillAsync("#Input_Percent", "100");
        await page.FillAsync("#Input_DocumentNumber", number);
        var yesterday = TimeProvider.System.GetUtcNow().AddDays(-1);
        await page.FillAsync("#Input_DocumentDate", yesterday.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture));
        await page.ClickAsync("text=Gửi báo cáo");
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("Đã ghi báo cáo");
    }

    [Fact]
    public async Task Leader_OpensTheRowsBehindANumber()
    {
        var page = await host.SignInAsync("thuongtruc");
        await page.ClickAsync("nav a[href='/summaries']");
        await page.ClickAsync("text=Tổng hợp năm 2021");
        var link = page.Locator("main a[href='/findings?kind=Shortcoming&reviewed=2021']").First;
        var count = int.Parse(await link.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await link.ClickAsync();

        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(count);
    }

    [Fact]
    public async Task Clerk_WithoutJavaScript_AddsAndMovesRows()
    {
        var page = await host.SignInAsync("chuyenvien", script: false);
        await page.GotoAsync("/conferences/4/entry");
        var before = await page.Locator("#s-Obstacle li").CountAsync();
        await page.FillAsync("#add-Obstacle", "Nhập không cần JavaScript");
        await page.ClickAsync("#s-Obstacle .quick button");
        await Assertions.Expect(page.Locator("#s-Obstacle li")).ToHaveCountAsync(before + 1);
        await page.Locator("#s-Obstacle li").Last.Locator("[data-move-up]").ClickAsync();

        await Assertions.Expect(page.Locator("#s-Obstacle li").Nth(before - 1)).ToContainTextAsync("Nhập không cần JavaScript");
    }

    [Fact]
    public async Task Clerk_TypingAheadWhileARowIsSaved_LosesNothing()
    {
        var page = await host.SignInAsync("chuyenvien");
        await page.GotoAsync("/conferences/4/entry");
        var before = await page.Locator("#s-Training li").CountAsync();
        await page.RouteAsync("**/entry?handler=Add", async route =>
        {
            await Task.Delay(700);
            await route.ContinueAsync();
        });
        await page.FillAsync("#add-Obstacle", "đang gõ dở ở phần khác");
        await page.FocusAsync("#add-Training");
        await page.Keyboard.TypeAsync("Lớp thứ nhất");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Lớp thứ hai");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Lớp thứ ba");
        await Assertions.Expect(page.Locator("#s-Training li")).ToHaveCountAsync(before + 2);
        await Assertions.Expect(page.Locator("#add-Training")).ToHaveValueAsync("Lớp thứ ba");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#s-Training li")).ToHaveCountAsync(before + 3);
        await page.Locator("#s-Training li [data-move-up]:not([disabled])").First.ClickAsync();
        await Assertions.Expect(page.Locator("#add-Obstacle")).ToHaveValueAsync("đang gõ dở ở phần khác");
    }

    [Fact]
    public async Task Clerk_WhoseSaveFails_IsToldInPlace_TriesAgain_AndHasTheRowOnce()
    {
        var page = await host.SignInAsync("chuyenvien");
        await page.GotoAsync("/conferences/4/entry");
        var before = await page.Locator("#s-Award li").CountAsync();
        await page.RouteAsync("**/entry?handler=Add", async route =>
        {
            // The server stores it and its answer is lost.
            await route.FetchAsync(new RouteFetchOptions { MaxRedirects = 0 });
            await route.AbortAsync();
        });
        await page.FocusAsync("#add-Award");
        await page.Keyboard.TypeAsync("Tặng bằng khen");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#s-Award .save-failed")).ToContainTextAsync("Chưa lưu được");
        await Assertions.Expect(page.Locator("#add-Award")).ToHaveValueAsync("Tặng bằng khen\n");
        await page.UnrouteAsync("**/entry?handler=Add");
        await page.ClickAsync("#s-Award .save-failed button");

        await Assertions.Expect(page.Locator("#s-Award li")).ToHaveCountAsync(before + 1);
        await Assertions.Expect(page.Locator("#add-Award")).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator(".save-failed")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task TwentyRowsTypedWithoutAPause_AreTwentyRowsInOrder()
    {
        var page = await host.SignInAsync("chuyenvien");
        await page.GotoAsync("/conferences/4/entry");
        var before = await page.Locator("#s-Emulation li").CountAsync();
        await page.FocusAsync("#add-Emulation");
        for (var i = 1; i <= 20; i++)
        {
            await page.Keyboard.InsertTextAsync($"Phong trào số {i}");
            await page.Keyboard.PressAsync("Enter");
        }

        await Assertions.Expect(page.Locator("#s-Emulation li")).ToHaveCountAsync(before + 20);
        var rows = await page.Locator("#s-Emulation li .said").AllInnerTextsAsync();
        Assert.Equal(Enumerable.Range(1, 20).Select(i => $"Phong trào số {i}"), rows.Skip(before));
        await Assertions.Expect(page.Locator("#add-Emulation")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Clerk_AddingAChair_KeepsWhatIsTypedInTheOtherForms()
    {
        var page = await host.SignInAsync("chuyenvien");
        await page.GotoAsync("/conferences/4/entry");
        await page.FillAsync("#Point_Place", "Điểm cầu đang gõ");
        await page.FillAsync("#Chair_Name", "Người chủ trì thứ ba");
        await page.FocusAsync("#Chair_Name");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#parts")).ToContainTextAsync("Người chủ trì thứ ba");
        await Assertions.Expect(page.Locator("#Point_Place")).ToHaveValueAsync("Điểm cầu đang gõ");
    }

    [Fact]
    public async Task Clerk_WhoseSessionEndsDuringQuickEntry_SignsInAndFindsTheText()
    {
        var page = await host.SignInAsync("chuyenvien");
        await page.GotoAsync("/conferences/4/entry");
        await page.Context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = "giaoban" });
        await page.FocusAsync("#add-Emulation");
        await page.Keyboard.TypeAsync("Gõ khi phiên đã hết");
        await page.Keyboard.PressAsync("Enter");
        await page.FillAsync("[name='Input.UserName']", "chuyenvien");
        await page.FillAsync("[name='Input.Password']", Core.Accounts.DemoAccounts.Password);
        await page.ClickAsync("#main form button");

        await Assertions.Expect(page.Locator("#main")).ToContainTextAsync("Gõ khi phiên đã hết");
    }

    [Fact]
    public async Task Summary_OnA4_IsNotWiderThanThePaper()
    {
        const int a4Pixels = 688;
        var page = await host.SignInAsync("thuongtruc", a4Pixels, 1000);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.GotoAsync("/summaries/2021");
        await BrowserHost.PictureAsync(page, "summary-print");

        Assert.Equal(0, await page.EvaluateAsync<int>(
            "Math.max(0, ...[...document.querySelectorAll('main *')].map(e => Math.round(e.getBoundingClientRect().right) - "
            + "document.documentElement.clientWidth))"));
    }

    [Fact]
    public async Task Keys_SearchAndHelp_WorkAndNeverFireWhileTyping()
    {
        var page = await host.SignInAsync("chuyenvien");
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator("[data-key-search]")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("?/");
        await Assertions.Expect(page.Locator("[data-key-search]")).ToHaveValueAsync("?/");
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("Shift+?");

        await Assertions.Expect(page.Locator("#keys")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task LeavingAFormWithTypedText_Warns()
    {
        var page = await host.SignInAsync("chuyenvien");
        await page.GotoAsync("/conferences/create");
        await page.Locator("#Input_Title").PressSequentiallyAsync("Chưa lưu");
        var asked = false;
        page.Dialog += (_, dialog) =>
        {
            asked = dialog.Type == DialogType.BeforeUnload;
            _ = dialog.AcceptAsync();
        };
        await page.ClickAsync(".side a[href='/conferences']");
        await page.ArriveAsync("**/conferences");

        Assert.True(asked);
    }
}
