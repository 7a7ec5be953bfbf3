using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Accounts;

public abstract class SignInLimitTests(DatabaseProvider provider)
{
    [Fact]
    public async Task SignIn_TooOftenForOneAccount_IsThrottledWithAPageAndOthersAreNot()
    {
        await using var host = AppHost.Create(new AppHostOptions
        {
            Provider = provider,
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Accounts:SignInAttemptsPerMinute"] = "3" },
        }).OrSkip();
        var browser = host.Browser();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(browser, "camau")).Status);
        }

        var page = await TryAsync(browser, "camau");

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Equal("Thử quá nhiều lần", page.Title);
        Assert.NotNull(page.Response.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(browser, "nghean")).Status);
    }

    [Fact]
    public async Task SignIn_TenWrongPasswords_LocksTheAccount()
    {
        await using var host = AppHost.Create(new AppHostOptions { Provider = provider }).OrSkip();
        var browser = host.Browser();
        var page = await TryAsync(browser, "camau");
        for (var i = 0; i < 10; i++)
        {
            page = await TryAsync(browser, "camau");
        }

        Assert.Contains("tạm khóa", page.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limit_IsOneForAllNodes_AndIsOverAfterAMinute()
    {
        await using var host = AppHost.Create(new AppHostOptions { Provider = provider }).OrSkip();
        var (one, other) = (Node(host), Node(host));
        host.Clock.Set(new DateTimeOffset(2026, 11, 28, 3, 0, 5, TimeSpan.Zero));
        SignInCounter[] counters = [new("10.0.0.1|camau", 3)];

        var answers = new[] { await one.TakeAsync(counters, default), await other.TakeAsync(counters, default), await one.TakeAsync(counters, default) };
        var fourth = await other.TakeAsync(counters, default);
        var elsewhere = await other.TakeAsync([new("10.0.0.1|nghean", 3)], default);
        host.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.All(answers, Assert.True);
        Assert.False(fourth);
        Assert.True(elsewhere);
        Assert.True(await one.TakeAsync(counters, default));
    }

    [Fact]
    public async Task TriesAtOnce_AtTwoNodes_AreAllCounted()
    {
        const int most = 5;
        await using var host = AppHost.Create(new AppHostOptions { Provider = provider }).OrSkip();
        var nodes = new[] { Node(host), Node(host) };
        host.Clock.Set(new DateTimeOffset(2026, 11, 28, 3, 0, 5, TimeSpan.Zero));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            Task.Run(() => nodes[i % 2].TakeAsync([new SignInCounter("10.0.0.1", most)], default))));

        Assert.InRange(answers.Count(a => a), 0, most);
        Assert.False(await nodes[0].TakeAsync([new SignInCounter("10.0.0.1", most)], default));
    }

    private static SignInLimit Node(AppHost host) => new(host.Services.GetRequiredService<IServiceScopes>(), host.Clock);

    private static async Task<WebPage> TryAsync(Browser browser, string userName) => await browser.SubmitAsync(
        await browser.GetPageAsync("/account/login"), "main form", ("Input.UserName", userName), ("Input.Password", "wrong"));
}

public sealed class SignInLimitOnSqlite() : SignInLimitTests(DatabaseProvider.Sqlite);

public sealed class SignInLimitOnSqlServer() : SignInLimitTests(DatabaseProvider.SqlServer);
