using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.BrowserTests;

/// <summary>Clerks whose network drops answers: what the pages say is stored is stored, once, and what is not is still on a screen.</summary>
public sealed class NetworkTests(EmptyBrowserHost host) : IClassFixture<EmptyBrowserHost>
{
    /// <summary>How long the clerks work at random.</summary>
    private static readonly TimeSpan s_length = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task TwoClerks_EditingOneConferenceAtRandom_WhileEveryFifthAnswerIsLost_LoseNothingAndStoreNothingTwice()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PARTYOFFICE_LONG") == "1", "Ten minutes of faults: PARTYOFFICE_LONG is not 1.");
        var first = await host.SignInAsync("chuyenvien");
        var second = await host.SignInAsync("lanhdao");
        var entry = await MakeAsync(first);
        await second.GotoAsync(entry);
        var network = new LossyNetwork();
        var clerks = new[] { new LossyClerk(first, "an", seed: 1), new LossyClerk(second, "bo", seed: 2) };
        foreach (var clerk in clerks)
        {
            await network.JoinAsync(clerk.Page);
        }

        await Task.WhenAll(clerks.Select(c => c.WorkAsync(s_length)));
        network.IsFaulty = false;
        foreach (var clerk in clerks)
        {
            await clerk.FinishAsync();
        }

        // Each sees what the other has done last.
        await clerks[0].SeeAllAsync();
        await clerks[1].SeeAllAsync();
        await clerks[0].SeeAllAsync();
        await clerks[1].SeeAllAsync();
        await clerks[0].SeeAllAsync();
        TestContext.Current.SendDiagnosticMessage(
            "{0} answers lost; {1}", network.Dropped, string.Join("; ", clerks.Select(c => string.Join(", ", c.Acts.Select(a => $"{a.Key} {a.Value}")))));
        await AgreeAsync(entry, clerks);
    }

    private async Task AgreeAsync(string entry, IReadOnlyList<LossyClerk> clerks)
    {
        var id = int.Parse(entry.Split('/')[2], CultureInfo.InvariantCulture);
        var rows = (await host.App.DatabaseAsync(db => db.Rows.AsNoTracking().Where(r => r.ConferenceId == id)
            .Select(r => new { r.Id, r.Uid, r.Kind, r.Text, r.Position }).ToListAsync()))
            .OrderBy(r => r.Kind).ThenBy(r => r.Position).ThenBy(r => r.Id).ToList();
        var audit = await host.App.DatabaseAsync(db => db.AuditEntries.AsNoTracking().Where(a => a.Entity == nameof(Row) || a.Entity == nameof(Chair))
            .Select(a => new { a.EntityUid, a.Action, a.Changes }).ToListAsync());
        var screens = "";
        foreach (var clerk in clerks)
        {
            var open = await clerk.OpenRowAsync();
            // Awards are what a clerk adds to see the rest: the other's newest is not on this screen yet.
            var shown = (await clerk.RowsAsync()).Where(s => s.Split(' ', ':')[1] != open && !s.StartsWith("Award", StringComparison.Ordinal)).ToList();
            var stored = rows.Where(r => r.Id.ToString(CultureInfo.InvariantCulture) != open && r.Kind != RowKind.Award).ToList();
            Assert.Equal(
                string.Join('\n', stored.Select(r => $"{r.Kind} {r.Id}")), string.Join('\n', shown.Select(s => s[..s.IndexOf(':', StringComparison.Ordinal)])));

            // Another's newer words for a row are seen when the page is fetched; what is shown was stored all the same.
            foreach (var (row, said) in stored.Zip(shown, (r, s) => (r, s[(s.IndexOf(':', StringComparison.Ordinal) + 2)..])))
            {
                Assert.True(said == row.Text || audit.Exists(a => a.EntityUid == row.Uid && Holds(a.Changes, said[(said.LastIndexOf(' ') + 1)..])), said);
            }

            screens += await clerk.BoxesAsync();
            await clerk.Page.ReloadAsync();
            await clerk.OpenSectionsAsync();
            Assert.Equal(string.Join('\n', rows.Select(r => $"{r.Kind} {r.Id}: {r.Text}")), string.Join('\n', await clerk.RowsAsync()));
        }

        foreach (var clerk in clerks)
        {
            foreach (var word in clerk.Typed.Where(w => !clerk.Abandoned.Contains(w)))
            {
                Assert.True(
                    audit.Exists(a => Holds(a.Changes, word)) || Holds(screens, word),
                    $"{word} ({clerk.Where[word]}) is neither stored nor on a screen");
            }

            foreach (var word in clerk.Typed)
            {
                var made = audit.Where(a => a.Action == AuditAction.Added && Holds(a.Changes, word)).Select(a => a.EntityUid).Distinct().Count();
                Assert.True(made <= 1, $"{word} is stored {made} times");
            }
        }
    }

    private static bool Holds(string text, string word) => text.Contains(word, StringComparison.Ordinal);

    [Fact]
    public async Task AnActThatIsRefused_LeavesThePageAsItIs_AndTheNextOneIsDone()
    {
        var page = await host.SignInAsync("chuyenvien");
        await MakeAsync(page);
        await AddAsync(page, "Obstacle", "Một", "Hai");
        await DeleteAsync(page, "Hai");
        await ExpectAsync(page, "Obstacle", "Một");
        await page.RouteAsync("**/undo", route => route.FulfillAsync(new RouteFulfillOptions
        {
            Status = 400,
            ContentType = "text/html",
            Body = "<!DOCTYPE html><title>Hoàn tác</title><main><div id=\"errors\"><p>Dòng này đã được sửa tiếp.</p></div></main>",
        }));

        await page.ClickAsync("[data-undo]");
        await Assertions.Expect(page.Locator("#errors")).ToContainTextAsync("đã được sửa tiếp");
        await TypeAsync(page, "Obstacle", "Ba");

        await ExpectAsync(page, "Obstacle", "Một", "Ba");
    }

    [Fact]
    public async Task ARowThatDidNotCome_AndIsGoneWhenAskedAgain_DoesNotLeadOffThePage()
    {
        var page = await host.SignInAsync("chuyenvien");
        var entry = await MakeAsync(page);
        await AddAsync(page, "Obstacle", "Một", "Hai");
        await LoseOnceAsync(page, "**/entry/rows?edit=*", reaches: false);
        await page.ClickAsync("#s-Obstacle li:has-text('Hai') [data-edit]");
        await page.Locator("#unsaved .load-failed").WaitForAsync();
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(entry);
        await DeleteAsync(other, "Hai");
        await ExpectAsync(other, "Obstacle", "Một");
        await TypeAsync(page, "Obstacle", "Ba");
        await ExpectAsync(page, "Obstacle", "Một", "Ba");
        await page.EvaluateAsync("() => { window.stayed = true; }");

        await page.ClickAsync("#unsaved .load-failed button");
        await TypeAsync(page, "Obstacle", "Bốn");

        await ExpectAsync(page, "Obstacle", "Một", "Ba", "Bốn");
        Assert.True(await page.EvaluateAsync<bool>("() => window.stayed === true"), page.Url);
    }

    [Fact]
    public async Task AnAnswerThatComesLate_DoesNotTakeTheKeyboardFromWhereSomebodyTypesByThen()
    {
        var page = await host.SignInAsync("chuyenvien");
        await MakeAsync(page);
        var typed = new TaskCompletionSource();
        await page.RouteAsync("**/entry?handler=Add", async route =>
        {
            await typed.Task;
            await route.ContinueAsync();
        });
        await TypeAsync(page, "Obstacle", "Một");

        await page.FocusAsync("#add-Training");
        await page.Keyboard.TypeAsync("Lớp một n");
        typed.SetResult();
        await ExpectAsync(page, "Obstacle", "Một");
        await page.Keyboard.TypeAsync("ửa");

        await Assertions.Expect(page.Locator("#add-Training")).ToHaveValueAsync("Lớp một nửa");
        await page.Keyboard.PressAsync("Enter");
        await ExpectAsync(page, "Training", "Lớp một nửa");
    }

    [Fact]
    public async Task RowsOfSomebodyElse_FetchedMeanwhile_LeaveTheFirstBoxOfThePageAsItIs()
    {
        var page = await host.SignInAsync("chuyenvien");
        var entry = await MakeAsync(page);
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(entry);
        await AddAsync(other, "Obstacle", "Một");
        await page.FillAsync("#add-Achievement", "Đang gõ dở");

        await TypeAsync(page, "Obstacle", "Hai");

        await ExpectAsync(page, "Obstacle", "Một", "Hai");
        await Assertions.Expect(page.Locator("#add-Achievement")).ToHaveValueAsync("Đang gõ dở");
    }

    [Fact]
    public async Task AnArrow_WhoseAnswerWasLost_IsTriedAgain_AndAnotherRowsArrowIsNotTakenForIt()
    {
        var page = await host.SignInAsync("chuyenvien");
        await MakeAsync(page);
        await AddAsync(page, "Obstacle", "Một", "Hai", "Ba", "Bốn");
        await LoseOnceAsync(page, "**/entry?handler=Move", reaches: false);
        await page.ClickAsync("#s-Obstacle li:has-text('Một') [data-move-down]");
        await page.ClickAsync("#unsaved .save-failed button");
        await ExpectAsync(page, "Obstacle", "Hai", "Một", "Ba", "Bốn");

        await LoseOnceAsync(page, "**/entry?handler=Move", reaches: true);
        await page.ClickAsync("#s-Obstacle li:has-text('Hai') [data-move-down]");
        await page.Locator("#unsaved .save-failed").WaitForAsync();

        // The lost one had been done; another row's arrow is another act. Keys wait for what failed, the button of the note goes first.
        await page.ClickAsync("#s-Obstacle li:has-text('Bốn') [data-move-up]");
        await page.ClickAsync("#unsaved .save-failed button");
        await ExpectAsync(page, "Obstacle", "Một", "Hai", "Bốn", "Ba");
        await Assertions.Expect(page.Locator(".save-failed")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task WhatIsBeingTyped_BehindLinesThatWait_StaysWhenTheLostLineGoesAgain()
    {
        var page = await host.SignInAsync("chuyenvien");
        await MakeAsync(page);
        await page.RouteAsync(
            "**/entry?handler=Add",
            async route =>
            {
                await Task.Delay(800);
                await route.AbortAsync();
            },
            new PageRouteOptions { Times = 1 });
        await page.FocusAsync("#add-Obstacle");
        await page.Keyboard.TypeAsync("Một");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Hai");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Ba chưa x");
        await page.Locator("#s-Obstacle .save-failed").WaitForAsync();

        // The answer to something else is when the lines that wait go.
        await page.FillAsync("#add-Award", "Tặng bằng khen");
        await page.FocusAsync("#add-Award");
        await page.Keyboard.PressAsync("Enter");

        await ExpectAsync(page, "Obstacle", "Một", "Hai");
        await Assertions.Expect(page.Locator("#add-Obstacle")).ToHaveValueAsync("Ba chưa x");
    }

    [Fact]
    public async Task WordsChanged_AfterTheAnswerToTheirSaveWasLost_AreNotTakenForTheOldOnes()
    {
        var page = await host.SignInAsync("chuyenvien");
        await MakeAsync(page);
        await AddAsync(page, "Training", "Lớp một");
        await page.ClickAsync("#s-Training li [data-edit]");
        await page.FillAsync("#edit #Input_Text", "Lớp hai");
        await LoseOnceAsync(page, "**/entry?handler=Edit", reaches: true);
        await page.Keyboard.PressAsync("Control+Enter");
        await page.Locator("#edit .save-failed").WaitForAsync();
        await page.FillAsync("#edit #Input_Text", "Lớp ba");
        await page.Keyboard.PressAsync("Control+Enter");

        // The row was stored as it was first sent; whoever saved it, the newer words are shown beside it and stay in the box.
        await Assertions.Expect(page.Locator("#edit #Input_Text")).ToHaveValueAsync("Lớp ba");
        await page.Locator("#edit [role=alert]:not(.save-failed), #edit .note").First.WaitForAsync();
        await page.FocusAsync("#edit #Input_Text");
        await page.Keyboard.PressAsync("Control+Enter");
        await ExpectAsync(page, "Training", "Lớp ba");
    }

    [Fact]
    public async Task ADelete_OfARowOrOfSeveral_ThatNeverReachedTheServer_IsTriedAgainAsADelete()
    {
        var page = await host.SignInAsync("chuyenvien");
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await MakeAsync(page);
        await AddAsync(page, "Award", "Một", "Hai", "Ba");
        await LoseOnceAsync(page, "**/entry?handler=Delete", reaches: false);
        await page.ClickAsync("#s-Award li:has-text('Một') [data-edit]");
        await page.ClickAsync("#edit button[hx-post*=Delete]");
        await page.ClickAsync("#edit .save-failed button");
        await ExpectAsync(page, "Award", "Hai", "Ba");

        await LoseOnceAsync(page, "**/rows?handler=Bulk", reaches: false);
        await page.CheckAsync("#s-Award li:has-text('Ba') [data-pick]");
        await page.ClickAsync("#bulk button[value=Delete]");
        await page.ClickAsync("#bulk .save-failed button");
        await ExpectAsync(page, "Award", "Hai");
    }

    [Fact]
    public async Task ARowToEdit_ThatDidNotCome_SaysSo_AndComesWhenAskedAgain()
    {
        var page = await host.SignInAsync("chuyenvien");
        await MakeAsync(page);
        await AddAsync(page, "Remark", "Ý kiến");
        await LoseOnceAsync(page, "**/rows?edit=*", reaches: false);
        await page.ClickAsync("#s-Remark li [data-edit]");
        await Assertions.Expect(page.Locator("#unsaved")).ToContainTextAsync("Chưa tải được");
        await page.ClickAsync("#unsaved button");

        await Assertions.Expect(page.Locator("#edit #Input_Text")).ToHaveValueAsync("Ý kiến");
        await Assertions.Expect(page.Locator("#unsaved .note")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task ARowThatCouldNotBeSaved_IsThereAgainInAnotherWindow()
    {
        var page = await host.SignInAsync("chuyenvien");
        var entry = await MakeAsync(page);
        await page.RouteAsync("**/entry?handler=Add", route => route.AbortAsync());
        await page.FocusAsync("#add-Obstacle");
        await page.Keyboard.TypeAsync("Dòng chưa lưu được");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#s-Obstacle .save-failed").WaitForAsync();
        await page.WaitForResponseAsync("**/drafts");
        await page.Context.CloseAsync();

        page = await host.SignInAsync("chuyenvien");
        await page.GotoAsync(entry);
        await Assertions.Expect(page.Locator("#add-Obstacle")).ToHaveValueAsync("Dòng chưa lưu được\n");
    }

    [Fact]
    public async Task AFormWhosePageIsGone_StillSaysSo_AfterThePartAroundItWasFetchedAgain()
    {
        var page = await host.SignInAsync("chuyenvien");
        await MakeAsync(page);
        await page.RouteAsync("**/entry?handler=Point", route => route.FulfillAsync(new RouteFulfillOptions { Status = 404 }));
        await page.FillAsync("#Point_Place", "Hội trường lớn");
        await page.ClickAsync("#parts form[action*='handler=Point'] > button");
        var note = page.Locator("#parts form[action*='handler=Point'] .save-failed");
        var said = await note.InnerTextAsync();
        await page.FillAsync("#Chair_Name", "Đặng Thị Mẫu");
        await page.Keyboard.PressAsync("Tab");
        await page.ClickAsync("#parts form[action*='handler=Chair'] > button");

        await Assertions.Expect(page.Locator("#parts li")).ToContainTextAsync(["Đặng Thị Mẫu"]);
        await Assertions.Expect(note).ToHaveTextAsync(said.Trim());
        await page.UnrouteAsync("**/entry?handler=Point");
        await note.Locator("button").ClickAsync();
        await Assertions.Expect(page.Locator("#parts li")).ToContainTextAsync(["Đặng Thị Mẫu", "Hội trường lớn"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatIsTypedAfterASaveFailed_IsARowOfItsOwn_AndTheLostOneIsStoredOnce(bool reaches)
    {
        var page = await host.SignInAsync("chuyenvien");
        await MakeAsync(page);
        await AddAsync(page, "Obstacle", "Dòng thứ nhất.");
        await LoseOnceAsync(page, "**/entry?handler=Add", reaches);
        await page.FocusAsync("#add-Obstacle");
        await page.Keyboard.TypeAsync("Dòng thứ hai.");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#s-Obstacle .save-failed").WaitForAsync();
        await page.Keyboard.TypeAsync("Dòng thứ ba.");
        await page.Keyboard.PressAsync("Enter");

        await ExpectAsync(page, "Obstacle", "Dòng thứ nhất.", "Dòng thứ hai.", "Dòng thứ ba.");
        await Assertions.Expect(page.Locator("#add-Obstacle")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task WithATickBoxFocused_TheKeysOfItsRowStillWork()
    {
        var page = await host.SignInAsync("chuyenvien");
        await MakeAsync(page);
        await AddAsync(page, "Obstacle", "Một", "Hai");
        await page.FocusAsync("#s-Obstacle li:has-text('Hai') [data-pick]");
        await page.Keyboard.PressAsync("e");

        await Assertions.Expect(page.Locator("#s-Obstacle #edit textarea").First).ToHaveValueAsync("Hai");
    }

    /// <summary>The next request to an address gets no answer, whether the server hears of it or not.</summary>
    private static async Task LoseOnceAsync(IPage page, string address, bool reaches) => await page.RouteAsync(
        address,
        async route =>
        {
            if (reaches)
            {
                await route.FetchAsync(new RouteFetchOptions { MaxRedirects = 0 });
            }

            await route.AbortAsync();
        },
        new PageRouteOptions { Times = 1 });

    private static async Task<string> MakeAsync(IPage page)
    {
        await page.GotoAsync("/conferences/create");
        await page.FillAsync("#Input_Title", "Mạng chập chờn " + Guid.NewGuid());
        await page.FillAsync("#Input_Date", "13/01/2021");
        await page.SelectOptionAsync("#Input_OrganiserId", new SelectOptionValue { Index = 1 });
        await page.SelectOptionAsync("#Input_Kind", "Briefing");
        await page.SelectOptionAsync("#Input_Form", "Online");
        await page.ClickAsync("main form .btn-primary");
        await page.ArriveAsync("**/entry?*");
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task DeleteAsync(IPage page, string row)
    {
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.ClickAsync($"#s-Obstacle li:has-text('{row}') [data-edit]");
        await page.ClickAsync("#edit button[hx-post*=Delete]");
        // An open row shows its form in place of its words: it is deleted when that is gone too.
        await Assertions.Expect(page.Locator("#edit")).ToHaveCountAsync(0);
    }

    private static async Task TypeAsync(IPage page, string kind, params string[] lines)
    {
        await page.FillAsync("#add-" + kind, string.Join('\n', lines));
        await page.FocusAsync("#add-" + kind);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task AddAsync(IPage page, string kind, params string[] lines)
    {
        await TypeAsync(page, kind, lines);
        await ExpectAsync(page, kind, lines);
        await Assertions.Expect(page.Locator("#add-" + kind)).ToBeFocusedAsync();
    }

    private static Task ExpectAsync(IPage page, string kind, params string[] texts) =>
        Assertions.Expect(page.Locator($"#s-{kind} .said")).ToHaveTextAsync(texts);
}
