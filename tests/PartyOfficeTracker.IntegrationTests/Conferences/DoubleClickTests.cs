using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Conferences;

/// <summary>Two posts of one form, the second past the first check before the first is carried out: the narrowest gap of a double click.</summary>
public abstract class DoubleClickTests : IAsyncDisposable
{
    private readonly AppHost _host;

    protected DoubleClickTests(DatabaseProvider provider) => _host = AppHost.Create(new AppHostOptions
    {
        Provider = provider,
        Services = services => services.Configure<RazorPagesOptions>(
            options => options.Conventions.ConfigureFilter(new SecondAfterFirst("/conferences/create"))),
    }).OrSkip();

    [Fact]
    public async Task SecondPost_ThatFindsTheRecordOfTheFirst_IsSentWhereTheFirstWent()
    {
        var browser = await _host.SignInAsync("chuyenvien");
        var page = await browser.GetPageAsync("/conferences/create");
        (string Name, string? Value)[] fields =
        [
            ("Input.Title", "Bấm đúp"),
            ("Input.Kind", "Briefing"),
            ("Input.Form", "Online"),
            ("Input.Date", "13/01/2021"),
            ("Input.OrganiserId", (await _host.UnitIdAsync("vptw")).ToString(CultureInfo.InvariantCulture)),
        ];

        var answers = await Task.WhenAll(
            browser.SubmitOnceAsync(page, "main form[method=post]", fields), browser.SubmitOnceAsync(page, "main form[method=post]", fields));

        Assert.NotNull(answers[0].Location);
        Assert.Equal(answers[0].Location, answers[1].Location);
        Assert.Equal(1, await _host.DatabaseAsync(db => db.Conferences.CountAsync(c => c.Title == "Bấm đúp")));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets both posts past the application's own filters, then one of them to its handler, then the other.</summary>
    private sealed class SecondAfterFirst(string path) : IAsyncPageFilter
    {
        private readonly TaskCompletionSource _bothAreIn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _firstIsDone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _posts;

        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            var request = context.HttpContext.Request;
            var number = HttpMethods.IsPost(request.Method) && request.Path == path ? Interlocked.Increment(ref _posts) : 0;
            if (number == 1)
            {
                await _bothAreIn.Task;
            }
            else if (number == 2)
            {
                _bothAreIn.SetResult();
                await _firstIsDone.Task;
            }

            await next();
            if (number == 1)
            {
                _firstIsDone.SetResult();
            }
        }
    }
}

public sealed class DoubleClickOnSqlite() : DoubleClickTests(DatabaseProvider.Sqlite);

public sealed class DoubleClickOnSqlServer() : DoubleClickTests(DatabaseProvider.SqlServer);
