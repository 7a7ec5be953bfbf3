using System.Net;
using Microsoft.Extensions.Hosting;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Speed;

/// <summary>What a browser has fetched once it does not ask for again.</summary>
public sealed class AssetTests : IAsyncDisposable
{
    private readonly AppHost _host = AppHost.Create(new AppHostOptions { EnvironmentName = Environments.Production });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task StylesAndScripts_AreNamedByTheirContent()
    {
        var page = await _host.Browser().GetPageAsync("/account/login");
        var addresses = page.FindAll("link[rel=stylesheet]").Select(l => l.GetAttribute("href")!)
            .Concat(page.FindAll("script[src]").Select(s => s.GetAttribute("src")!)).ToList();

        Assert.True(addresses.Count >= 5, string.Join(' ', addresses));
        foreach (var address in addresses)
        {
            // A published application has these kept for a year; one that was only built asks each time.
            Assert.Matches(@"\.[a-z0-9]{10}\.(css|js)$", address);
            Assert.Equal(HttpStatusCode.OK, (await _host.Browser().GetOnceAsync(address)).Status);
        }
    }

    [Fact]
    public async Task Font_IsPreloadedByTheNameTheStyleSheetCalls_AndKeptForAMonth()
    {
        var browser = _host.Browser();
        var page = await browser.GetPageAsync("/account/login");
        var font = page.Find("link[rel=preload]")!.GetAttribute("href")!;
        var sheet = page.FindAll("link[rel=stylesheet]").Select(l => l.GetAttribute("href")!).Single(a => a.Contains("/site", StringComparison.Ordinal));
        var styles = await browser.Client.GetStringAsync(new Uri(sheet, UriKind.Relative));

        var answer = await browser.GetOnceAsync(font);

        Assert.Contains(".." + font, styles, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(TimeSpan.FromDays(30), answer.Response.Headers.CacheControl!.MaxAge);
    }
}
