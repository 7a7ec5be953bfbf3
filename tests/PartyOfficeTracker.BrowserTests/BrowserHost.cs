using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.BrowserTests;

/// <summary>The application on a real port with the demo data, and one Chromium for all tests of a class.</summary>
public class BrowserHost : IAsyncLifetime
{
    public const string ChromiumPath = "/usr/bin/chromium";

    /// <summary>Milliseconds.</summary>
    private const float LongestWait = 30_000;

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly Dictionary<string, IPage> _lookers = new(StringComparer.Ordinal);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public BrowserHost()
        : this(seed: true)
    {
    }

    protected BrowserHost(bool seed) => App = AppHost.Create(new AppHostOptions { Seed = seed });

    public AppHost App { get; }

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(ChromiumPath))
        {
            return;
        }

        App.UseKestrel(0);
        App.StartServer();
        Address = App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        // A busy machine is slow, not wrong: a page has longer to come than the default 5 seconds.
        Assertions.SetDefaultExpectTimeout(LongestWait);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = ChromiumPath, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A page of a new browser profile, signed in; reported as skipped where there is no Chromium.</summary>
    public async Task<IPage> SignInAsync(string userName, int width = 1366, int height = 768, bool script = true, ColorScheme scheme = ColorScheme.Light)
    {
        Assert.SkipUnless(_browser is not null, "No Chromium at " + ChromiumPath);
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            JavaScriptEnabled = script,
            ColorScheme = scheme,
            Locale = "vi-VN",
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/login");
        await page.FillAsync("[name='Input.UserName']", userName);
        await page.FillAsync("[name='Input.Password']", DemoAccounts.Password);
        await page.ClickAsync("main form button");

        // Not for the load event: a busy machine's Chromium may have fired it before anybody listens.
        await page.Locator("header .who").WaitForAsync();
        return page;
    }

    /// <summary>The page of a person who only looks: signed in once for all tests of the class, which change nothing and close nothing.</summary>
    public async Task<IPage> LookAsAsync(string userName)
    {
        if (!_lookers.TryGetValue(userName, out var page))
        {
            _lookers[userName] = page = await SignInAsync(userName);
        }

        return page;
    }

    /// <summary>Keeps a picture in the folder that PARTYOFFICE_SCREENS names, for whoever wants to look.</summary>
    public static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PARTYOFFICE_SCREENS") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
        }
    }
}

/// <summary>The same without demo conferences.</summary>
public sealed class EmptyBrowserHost() : BrowserHost(seed: false);

internal static class PageWaits
{
    /// <summary>
    /// Waits for the page a press leads to, by its address and what it says of itself: the events of a navigation may be over before anybody listens.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="address">"*" stands for anything but a slash, "**" for anything.</param>
    public static Task ArriveAsync(this IPage page, string address)
    {
        var pattern = "^" + Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal) + "$";
        return page.ArriveAsync(url => Regex.IsMatch(url, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    /// <inheritdoc cref="ArriveAsync(IPage, string)"/>
    public static async Task ArriveAsync(this IPage page, Func<string, bool> address)
    {
        const int longestWaits = 300;
        const int milliseconds = 100;
        for (var waited = 0; !address(page.Url) || await page.EvaluateAsync<string>("document.readyState") != "complete"; waited++)
        {
            Assert.True(waited < longestWaits, $"{page.Url} is not the page that is waited for, or not there.");
            await Task.Delay(milliseconds);
        }
    }
}

internal static class PageErrors
{
    /// <summary>What goes wrong in the page from now on.</summary>
    public static List<string> Errors(this IPage page)
    {
        var errors = new List<string>();
        page.PageError += (_, message) => errors.Add(message);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add(message.Text);
            }
        };
        return errors;
    }
}
