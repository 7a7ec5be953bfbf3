using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Accounts;

/// <summary>An installation in Production that starts from nothing.</summary>
public abstract class FirstAdministratorTests : IAsyncLifetime
{
    private const string Password = "trời xanh mây trắng 21";
    private readonly AppHost _host;

    protected FirstAdministratorTests(DatabaseProvider provider) =>
        _host = AppHost.Create(new AppHostOptions { Provider = provider, EnvironmentName = Environments.Production, FromTemplate = false }).OrSkip();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Production_StartsWithoutAnyAccountAndNamesNone()
    {
        var page = await _host.Browser().GetPageAsync("/account/login");

        Assert.Equal(0, await _host.DatabaseAsync(db => db.Users.CountAsync()));
        Assert.DoesNotContain(DemoAccounts.Password, page.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_WithTheCode_MakesAnAdministratorAndThenIsGone()
    {
        var code = await OpenAsync();
        var browser = _host.Browser();

        var page = await CreateAsync(browser, code);

        Assert.Equal("/account/login", page.Url);
        Assert.Equal(UserRole.Administrator, await _host.DatabaseAsync(db => db.Users.Select(u => u.Role).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetPageAsync("/account/first")).Status);
        await _host.SignInAsync("quan.tri", Password);
    }

    [Fact]
    public async Task First_WithAWrongCode_MakesNothing()
    {
        _ = await OpenAsync();

        var page = await CreateAsync(_host.Browser(), "aaaaa-bbbbb-ccccc-ddddd");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.ErrorOf("Input.Code"));
        Assert.Equal(0, await _host.DatabaseAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Code_IsTakenHoweverItIsTyped()
    {
        var code = await OpenAsync();

        Assert.Equal("/account/login", (await CreateAsync(_host.Browser(), code.ToUpperInvariant().Replace('-', ' '))).Url);
    }

    [Fact]
    public async Task EachNodesCode_Holds_AndOneAccountTakesAllOfThemBack()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());

        Assert.Equal("/account/login", (await CreateAsync(_host.Browser(), one)).Url);
        Assert.False(await _host.RunAsync(s => s.GetRequiredService<FirstAdministrator>().AcceptsAsync(other, default)));
        Assert.Equal(0, await _host.DatabaseAsync(db => db.FirstAdministratorCodes.CountAsync()));
    }

    [Fact]
    public async Task Codes_UsedAtOnce_MakeOneAdministrator()
    {
        var codes = new[] { await OpenAsync(), await OpenAsync() };

        var results = await Task.WhenAll(codes.Select((code, i) => _host.RunAsync(s => s.GetRequiredService<OwnAccountService>().CreateFirstAsync(
            new CreateFirstAdministrator { Code = code, UserName = "quan.tri" + i, DisplayName = "Quản trị", Password = Password, Repeated = Password },
            default))));

        Assert.Single(results, r => r.Succeeded);
        Assert.Equal(1, await _host.DatabaseAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Code_OfYesterday_NoLongerHolds_AndIsStoredAsAHashOnly()
    {
        var code = await OpenAsync();
        var stored = await _host.DatabaseAsync(db => db.FirstAdministratorCodes.Select(c => c.Hash).ToListAsync());
        _host.Clock.Advance(FirstAdministrator.Lifetime + TimeSpan.FromMinutes(1));

        Assert.DoesNotContain(stored, hash => hash.Contains(code, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Browser().GetPageAsync("/account/first")).Status);
        Assert.False(await _host.RunAsync(s => s.GetRequiredService<FirstAdministrator>().AcceptsAsync(code, default)));
    }

    [Fact]
    public async Task First_InDevelopment_IsNotThere()
    {
        await using var host = AppHost.Create(new AppHostOptions { Provider = _host.Provider });

        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser().GetPageAsync("/account/first")).Status);
    }

    private Task<string> OpenAsync() => _host.RunAsync(s => s.GetRequiredService<FirstAdministrator>().OpenAsync(default));

    private static async Task<WebPage> CreateAsync(Browser browser, string code) => await browser.SubmitAsync(
        await browser.GetPageAsync("/account/first"),
        "main form",
        ("Input.Code", code),
        ("Input.UserName", "quan.tri"),
        ("Input.DisplayName", "Quản trị"),
        ("Input.Password", Password),
        ("Input.Repeated", Password));
}

public sealed class FirstAdministratorOnSqlite() : FirstAdministratorTests(DatabaseProvider.Sqlite);

public sealed class FirstAdministratorOnSqlServer() : FirstAdministratorTests(DatabaseProvider.SqlServer);
