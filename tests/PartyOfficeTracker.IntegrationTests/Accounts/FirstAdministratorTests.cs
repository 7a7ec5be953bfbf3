using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Accounts;

/// <summary>An installation in Production that starts from nothing.</summary>
public sealed class FirstAdministratorTests : IAsyncLifetime
{
    private const string Password = "trời xanh mây trắng 21";
    private readonly AppHost _host = AppHost.Create(new AppHostOptions { EnvironmentName = Environments.Production, FromTemplate = false });

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

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
        var code = _host.Services.GetRequiredService<FirstAdministrator>().Open();
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
        _ = _host.Services.GetRequiredService<FirstAdministrator>().Open();

        var page = await CreateAsync(_host.Browser(), "aaaaa-bbbbb-ccccc-ddddd");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.ErrorOf("Input.Code"));
        Assert.Equal(0, await _host.DatabaseAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task First_InDevelopment_IsNotThere()
    {
        await using var host = AppHost.Create(new AppHostOptions());

        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser().GetPageAsync("/account/first")).Status);
    }

    private static async Task<WebPage> CreateAsync(Browser browser, string code) => await browser.SubmitAsync(
        await browser.GetPageAsync("/account/first"),
        "main form",
        ("Input.Code", code),
        ("Input.UserName", "quan.tri"),
        ("Input.DisplayName", "Quản trị"),
        ("Input.Password", Password),
        ("Input.Repeated", Password));
}
