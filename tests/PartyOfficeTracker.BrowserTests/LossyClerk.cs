using System.Globalization;
using Microsoft.Playwright;
using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.BrowserTests;

/// <summary>A network that drops every fifth answer of what pages ask in place: the server has done it, or has never heard of it.</summary>
public sealed class LossyNetwork
{
    private const int Every = 5;
    private int _asked;
    private int _dropped;

    public bool IsFaulty { get; set; } = true;

    public int Dropped => _dropped;

    public Task JoinAsync(IPage page) => page.RouteAsync("**/*", async route =>
    {
        var isInPlace = route.Request.ResourceType is "xhr" or "fetch";
        if (!IsFaulty || !isInPlace || Interlocked.Increment(ref _asked) % Every != 0)
        {
            await route.ContinueAsync();
            return;
        }

        // Every third of the lost ones is lost on its way to the server.
        if (Interlocked.Increment(ref _dropped) % 3 != 0)
        {
            await route.FetchAsync(new RouteFetchOptions { MaxRedirects = 0 });
        }

        await route.AbortAsync();
    });
}

/// <summary>A clerk at the entry page who does whatever comes next in a row of random numbers, and knows what he typed.</summary>
public sealed class LossyClerk(IPage page, string sign, int seed)
{
    private const int Patience = 4_000;
    private static readonly RowKind[] Kinds = [RowKind.Shortcoming, RowKind.Obstacle, RowKind.Training, RowKind.Directive];

    private readonly Random _random = new(seed);
    private readonly List<string> _left = [];
    private int _words;

    public IPage Page => page;

    /// <summary>Every word typed into a row or a name: each once, none begins another.</summary>
    public List<string> Typed { get; } = [];

    /// <summary>Where each was typed.</summary>
    public Dictionary<string, string> Where { get; } = new(StringComparer.Ordinal);

    /// <summary>Words whose form was closed by Escape after the question.</summary>
    public HashSet<string> Abandoned { get; } = [];

    /// <summary>The act that was begun last.</summary>
    public string Last { get; private set; } = "";

    /// <summary>How often each act was begun.</summary>
    public SortedDictionary<string, int> Acts { get; } = new(StringComparer.Ordinal);

    public async Task WorkAsync(TimeSpan time)
    {
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        page.Request += (_, asked) =>
        {
            if (asked.IsNavigationRequest && asked.Frame == page.MainFrame)
            {
                _left.Add($"{Last}: {asked.Method} {asked.Url}");
            }
        };
        var end = TimeProvider.System.GetUtcNow() + time;
        while (TimeProvider.System.GetUtcNow() < end)
        {
            await ActAsync();
            Assert.True(page.Url.Contains("/entry", StringComparison.Ordinal), $"{Last} led to {page.Url}");
            await page.WaitForTimeoutAsync(_random.Next(20, 250));
        }
    }

    private Task ActAsync() => _random.Next(20) switch
    {
        < 6 => DoAsync("add", AddAsync),
        < 9 => DoAsync("edit", () => EditAsync(changesKind: false)),
        9 => DoAsync("change of kind", () => EditAsync(changesKind: true)),
        < 13 => DoAsync("move", MoveAsync),
        13 => DoAsync("delete", DeleteAsync),
        < 16 => DoAsync("undo", UndoAsync),
        16 => DoAsync("chair", ChairAsync),
        17 => DoAsync("bulk", BulkAsync),
        _ => DoAsync("try again", TryAgainAsync),
    };

    /// <summary>The page moves under the hand: what is not there any more is let be.</summary>
    private async Task DoAsync(string name, Func<Task> act)
    {
        Acts[name] = Acts.GetValueOrDefault(name) + 1;
        Last = name;
        try
        {
            await act();
        }
        catch (Exception e) when (e is TimeoutException or PlaywrightException)
        {
        }
    }

    /// <summary>A word nobody else types; it counts once it is in a box.</summary>
    private string Word() => string.Create(CultureInfo.InvariantCulture, $"{sign}{++_words}z");

    private void Type(string word, string where)
    {
        Typed.Add(word);
        Where[word] = where;
    }

    private async Task AddAsync()
    {
        var box = page.Locator("#add-" + Kinds[_random.Next(Kinds.Length)]);
        await box.FocusAsync(new LocatorFocusOptions { Timeout = Patience });
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            // What came back goes first, as its own line.
            if ((await box.InputValueAsync()).Length > 0)
            {
                await page.Keyboard.PressAsync("Control+End");
                await page.Keyboard.PressAsync("Enter");
            }

            // Letters typed where nothing takes them are no text: the keyboard must be in a box before.
            var where = await page.EvaluateAsync<string>("() => document.activeElement?.id ?? ''");
            if (!where.StartsWith("add-", StringComparison.Ordinal))
            {
                return;
            }

            var word = Word();
            await page.Keyboard.TypeAsync("Việc " + word);
            Type(word, where);
            await page.Keyboard.PressAsync("Enter");
        }
    }

    private async Task<ILocator?> RowAsync()
    {
        var rows = page.Locator(".entry-rows > li[data-row]:not(.is-edited)");
        var count = await rows.CountAsync();
        if (count == 0)
        {
            return null;
        }

        var id = await rows.Nth(_random.Next(count)).GetAttributeAsync("id", new LocatorGetAttributeOptions { Timeout = Patience });
        return page.Locator("#" + id);
    }

    private async Task<bool> OpenAsync()
    {
        if (await page.Locator("#edit").CountAsync() > 0)
        {
            return true;
        }

        if (await RowAsync() is not { } row)
        {
            return false;
        }

        await row.Locator("[data-edit]").ClickAsync(new LocatorClickOptions { Timeout = Patience });
        await page.Locator("#edit").WaitForAsync(new LocatorWaitForOptions { Timeout = Patience });
        return true;
    }

    private async Task EditAsync(bool changesKind)
    {
        if (!await OpenAsync())
        {
            return;
        }

        // A row somebody else has deleted can only be closed; now and then another is closed as well.
        if (await page.Locator("#edit .save-failed").CountAsync() > 0 && await page.Locator("#edit .save-failed button").CountAsync() == 0)
        {
            await CloseAsync();
            return;
        }

        var text = page.Locator("#edit #Input_Text");
        var word = Word();
        Abandon(await text.InputValueAsync());
        await text.FillAsync("Sửa " + word, new LocatorFillOptions { Timeout = Patience });
        Type(word, await text.InputValueAsync() == "Sửa " + word ? "edit" : "edit, gone at once");
        if (changesKind)
        {
            await page.Locator("#edit #Input_Kind").SelectOptionAsync(Kinds[_random.Next(Kinds.Length)].ToString());
        }

        await text.FocusAsync();
        var closes = _random.Next(8) == 0;
        if (closes)
        {
            Abandon("Sửa " + word);
        }

        await page.Keyboard.PressAsync(closes ? "Escape" : "Control+Enter");
        if (await GoneAsync("#edit"))
        {
            return;
        }

        await TryAgainAsync();
    }

    private async Task CloseAsync()
    {
        Abandon(await page.Locator("#edit #Input_Text").InputValueAsync());
        await page.Locator("#edit [data-key=escape]").ClickAsync(new LocatorClickOptions { Timeout = Patience });
        await GoneAsync("#edit");
    }

    /// <summary>Words a person takes out of a box or closes with it, after the page has asked, are nobody's loss.</summary>
    private void Abandon(string text) => Abandoned.UnionWith(Typed.Where(w => text.Contains(w, StringComparison.Ordinal)));

    private async Task<bool> GoneAsync(string selector)
    {
        try
        {
            await page.Locator(selector).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached, Timeout = Patience });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task MoveAsync()
    {
        if (await RowAsync() is not { } row)
        {
            return;
        }

        if (_random.Next(2) == 0)
        {
            await row.Locator(_random.Next(2) == 0 ? "[data-move-up]" : "[data-move-down]").ClickAsync(new LocatorClickOptions { Timeout = Patience });
            return;
        }

        await row.Locator("[data-edit]").FocusAsync(new LocatorFocusOptions { Timeout = Patience });
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            await page.Keyboard.PressAsync("Alt+ArrowDown");
        }
    }

    private async Task DeleteAsync()
    {
        if (await OpenAsync())
        {
            Abandon(await page.Locator("#edit #Input_Text").InputValueAsync());
            await page.Locator("#edit button[hx-post*=Delete]").ClickAsync(new LocatorClickOptions { Timeout = Patience });
            await GoneAsync("#edit");
        }
    }

    private Task UndoAsync() => page.Locator("[data-undo]").ClickAsync(new LocatorClickOptions { Timeout = 500 });

    private async Task ChairAsync()
    {
        var name = page.Locator("#Chair_Name");
        if ((await name.InputValueAsync()).Length == 0)
        {
            var word = Word();
            await name.FillAsync("Chủ trì " + word);
            Type(word, "chair");
        }

        await page.Locator("#parts form[action*='handler=Chair'] > button").ClickAsync(new LocatorClickOptions { Timeout = Patience });
    }

    private async Task BulkAsync()
    {
        for (var i = 0; i < 2; i++)
        {
            if (await RowAsync() is { } row)
            {
                await row.Locator("[data-pick]").CheckAsync(new LocatorCheckOptions { Timeout = Patience });
            }
        }

        await page.Locator("#bulk-kind").SelectOptionAsync(Kinds[_random.Next(Kinds.Length)].ToString(), new LocatorSelectOptionOptions { Timeout = Patience });
        var act = _random.Next(4) switch { 0 => "Delete", 1 => "Kind", _ => "Addressee" };
        await page.Locator($"#bulk button[value={act}]").ClickAsync(new LocatorClickOptions { Timeout = Patience });
    }

    private async Task TryAgainAsync()
    {
        var again = page.Locator(".save-failed button:visible");
        if (await again.CountAsync() > 0)
        {
            await again.First.ClickAsync(new LocatorClickOptions { Timeout = Patience });
        }
    }

    /// <summary>The network is well again: everything is tried again until nothing waits.</summary>
    public async Task FinishAsync()
    {
        Assert.Equal("", string.Join('\n', _left));
        await OpenSectionsAsync();
        foreach (var kind in Kinds)
        {
            var boxes = await page.Locator("#add-" + kind).CountAsync();
            Assert.True(boxes == 1, $"{page.Url} has {boxes} boxes for {kind}: {await page.Locator("#main").InnerTextAsync()}");
        }

        for (var round = 0; round < 30; round++)
        {
            await page.WaitForTimeoutAsync(600);
            if (await page.Locator(".save-failed button:visible").CountAsync() > 0)
            {
                await DoAsync("try again", TryAgainAsync);
                continue;
            }

            if (!await SendAsync())
            {
                return;
            }
        }
    }

    /// <summary>Sends one box that still holds something; false when there is none.</summary>
    private async Task<bool> SendAsync()
    {
        foreach (var kind in Kinds)
        {
            var box = page.Locator("#add-" + kind);
            if ((await box.InputValueAsync()).Trim().Length > 0)
            {
                await box.FocusAsync();
                await page.Keyboard.PressAsync("Control+End");
                await page.Keyboard.PressAsync("Enter");
                return true;
            }
        }

        if ((await page.Locator("#Chair_Name").InputValueAsync()).Length > 0)
        {
            await DoAsync("chair", ChairAsync);
            return true;
        }

        return false;
    }

    /// <summary>Asks the server for what others have done meanwhile, as any act does.</summary>
    public async Task SeeAllAsync()
    {
        await page.FocusAsync("#add-Award");
        var before = await page.Locator("#s-Award li").CountAsync();
        var word = Word();
        await page.Keyboard.TypeAsync("Tặng " + word);
        Type(word, "award");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("n => document.querySelectorAll('#s-Award li').length > n", before);
        await page.WaitForTimeoutAsync(800);
    }

    /// <summary>The rows as the screen has them: "Kind id: text"; those that are open without their text.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync() => await page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll(".entry-rows > li[data-row]")].map((row) =>
          row.parentElement.dataset.list + " " + row.dataset.row + ": " + (row.querySelector(".said")?.textContent ?? ""))
        """);

    /// <summary>A conference that has become long shows its sections one by one.</summary>
    public async Task OpenSectionsAsync()
    {
        for (var folded = page.Locator("[data-folded]"); await folded.CountAsync() > 0;)
        {
            var before = await folded.CountAsync();
            await folded.First.ClickAsync();
            await Assertions.Expect(folded).Not.ToHaveCountAsync(before);
        }
    }

    /// <summary>What stands in boxes and forms of the screen.</summary>
    public Task<string> BoxesAsync() => page.EvaluateAsync<string>(
        "() => [...document.querySelectorAll('#main textarea, #main input:not([type=hidden])')].map((e) => e.value).join('\\n')");

    public Task<string?> OpenRowAsync() => page.EvaluateAsync<string?>("() => document.querySelector('#edit')?.closest('li').dataset.row ?? null");
}
