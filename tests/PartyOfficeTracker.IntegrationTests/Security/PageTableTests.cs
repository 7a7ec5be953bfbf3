using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Security;

/// <summary>Endpoint × role × own or other unit, read from the running application: a page nobody thought of fails here.</summary>
public abstract class PageTableTests(AppHost host) : AppTests(host)
{
    private static readonly (Who Who, string UserName)[] Roles =
    [
        (Who.Clerk, "chuyenvien"),
        (Who.Lead, "lanhdao"),
        (Who.Province, "camau"),
        (Who.OtherProvince, "nghean"),
        (Who.Leadership, "thuongtruc"),
        (Who.Inspector, "kiemtra"),
        (Who.Administrator, "quantri"),
    ];

    [Fact]
    public void EveryPage_StandsInTheTable()
    {
        var routes = Pages().Select(p => p.Route).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(routes.Except(PageTable.Pages.Keys).Order(StringComparer.Ordinal));
        Assert.Empty(PageTable.Pages.Keys.Except(routes).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryOtherEndpoint_IsAnAssetOrAHealthCheck()
    {
        var others = Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(r => !r.StartsWith("/lib/", StringComparison.Ordinal) && !r.StartsWith("/js/", StringComparison.Ordinal)
                && !r.StartsWith("/css/", StringComparison.Ordinal))
            .Where(r => !r.StartsWith("/favicon", StringComparison.Ordinal) && r is not "/health/live" and not "/health/ready" and not "/health/mail")
            .Where(r => r is not "/{**path:file}");

        Assert.Empty(others);
    }

    [Fact]
    public async Task EveryPage_AnswersWhomTheTableNamesAndNobodyElse()
    {
        var samples = new Samples(Host);
        var wrong = new List<string>();
        foreach (var (route, rule) in PageTable.Pages)
        {
            var address = await samples.FillAsync(rule.Address);
            var anonymous = await Host.Browser().GetOnceAsync(address);
            if (rule.Read.HasFlag(Who.Anonymous) ? !IsAnswer(anonymous, route) : rule.Read != Who.Nobody && !IsSentToSignIn(anonymous))
            {
                wrong.Add($"GET {address} by nobody: {(int)anonymous.Status} {anonymous.Location}");
            }
        }

        foreach (var (who, userName) in Roles)
        {
            var browser = await Host.SignInAsync(userName);
            foreach (var (route, rule) in PageTable.Pages.Where(p => p.Key != "account/logout"))
            {
                var address = await samples.FillAsync(rule.Address);
                var page = await browser.GetOnceAsync(address);
                if (rule.Read.HasFlag(who) ? !IsAnswer(page, route) : page.Status is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound))
                {
                    wrong.Add($"GET {address} by {userName}: {(int)page.Status} {page.Location}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task EveryHandler_RefusesWhomTheTableDoesNotName_AndChangesNothing()
    {
        var samples = new Samples(Host);
        var handlers = await HandlersAsync();
        var wrong = new List<string>();
        foreach (var (who, userName) in Roles)
        {
            var browser = await Host.SignInAsync(userName);
            var token = (await browser.GetPageAsync("/account")).ValueOf("__RequestVerificationToken")!;
            foreach (var (route, rule) in PageTable.Pages)
            {
                var address = (await samples.FillAsync(rule.Address)).Split('?')[0];
                foreach (var handler in handlers[route].Where(h => !rule.MayPost(h).HasFlag(who)))
                {
                    var before = await LastChangeAsync();
                    var page = await browser.PostAsync(address + (handler is null ? "" : "?handler=" + handler), ("__RequestVerificationToken", token));
                    if (page.Status is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.BadRequest))
                    {
                        wrong.Add($"POST {address} {handler} by {userName}: {(int)page.Status} {page.Location}");
                    }

                    if (before != await LastChangeAsync())
                    {
                        wrong.Add($"POST {address} {handler} by {userName} changed something");
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task EveryHandler_WithoutATokenIsNotCarriedOut()
    {
        var samples = new Samples(Host);
        var handlers = await HandlersAsync();
        var wrong = new List<string>();
        var browser = await Host.SignInAsync("quantri");
        foreach (var (route, rule) in PageTable.Pages.Where(p => p.Key is not "error/{code:int}" && p.Value.Post != Who.Nobody))
        {
            var address = (await samples.FillAsync(rule.Address)).Split('?')[0];
            foreach (var handler in handlers[route])
            {
                var before = await LastChangeAsync();
                var page = await browser.PostAsync(address + (handler is null ? "" : "?handler=" + handler), ("Input.Name", "forged"));
                if (before != await LastChangeAsync() || (page.Status == HttpStatusCode.OK && !IsHarmless(page)))
                {
                    wrong.Add($"POST {address} {handler}: {(int)page.Status} {page.Title}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task PostToAPageWithoutForms_IsNotAllowed()
    {
        var browser = await Host.SignInAsync("quantri");
        var token = (await browser.GetPageAsync("/account")).ValueOf("__RequestVerificationToken")!;

        var page = await browser.PostAsync("/admin/units", ("__RequestVerificationToken", token));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, page.Status);
        Assert.Equal("Không thực hiện được", page.Title);
    }

    [Fact]
    public async Task EveryAnswer_ErrorPagesIncluded_CarriesTheSecurityHeaders()
    {
        var samples = new Samples(Host);
        var browser = await Host.SignInAsync("quantri");
        foreach (var rule in PageTable.Pages.Values)
        {
            var address = await samples.FillAsync(rule.Address);
            SecurityHeadersCheck.Assert((await Host.Browser().GetOnceAsync(address)).Response);
            SecurityHeadersCheck.Assert((await browser.GetOnceAsync(address)).Response);
            browser = rule.Address == "/account/logout" ? await Host.SignInAsync("quantri") : browser;
        }

        foreach (var code in new[] { 400, 403, 404, 405, 409, 413, 429, 500, 503 })
        {
            SecurityHeadersCheck.Assert((await browser.GetOnceAsync($"/error/{code}")).Response);
        }
    }

    private static bool IsAnswer(WebPage page, string route) =>
        (int)page.Status < 400 && !IsSentToSignIn(page) || (route.StartsWith("error/", StringComparison.Ordinal) && page.Status == HttpStatusCode.NotFound);

    private static bool IsSentToSignIn(WebPage page) =>
        page.IsRedirect && page.Response.Headers.Location!.ToString().Contains("/account/login?returnUrl=", StringComparison.Ordinal);

    /// <summary>What a stale token gets instead: the typed text, or the page anew.</summary>
    private static bool IsHarmless(WebPage page) => page.Title == "Nội dung đã gõ" || page.MainText.Contains("Trang đã cũ", StringComparison.Ordinal);

    private List<(string Route, PageActionDescriptor Page)> Pages() =>
    [
        .. Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => (e.RoutePattern.RawText!, e.Metadata.GetMetadata<PageActionDescriptor>()!))
            .Where(e => e.Item2 is not null),
    ];

    /// <summary>The names of each page's handlers of a post, null for the nameless one.</summary>
    private async Task<Dictionary<string, List<string?>>> HandlersAsync()
    {
        var loader = Host.Services.GetRequiredService<PageLoader>();
        var result = new Dictionary<string, List<string?>>(StringComparer.Ordinal);
        foreach (var (route, page) in Pages())
        {
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            result[route] = [.. compiled.HandlerMethods.Where(h => h.HttpMethod == "Post").Select(h => h.Name)];
        }

        return result;
    }

    private Task<long> LastChangeAsync() => Host.DatabaseAsync(async db => await db.AuditEntries.MaxAsync(a => (long?)a.Id) ?? 0);
}

public sealed class PageTableOnSqlite(SeededSqliteHost host) : PageTableTests(host), IClassFixture<SeededSqliteHost>;

public sealed class PageTableOnSqlServer(SeededSqlServerHost host) : PageTableTests(host), IClassFixture<SeededSqlServerHost>;
