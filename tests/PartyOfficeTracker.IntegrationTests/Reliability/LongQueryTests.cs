using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Reliability;

/// <summary>A query that would never end: it ends when the page is left, and when somebody has waited for it long enough.</summary>
public sealed class LongQueryTests
{
    [Fact]
    public async Task Query_ThatAPersonWaitsForTooLong_EndsInAPageThatSaysWhenToComeBack()
    {
        var endless = new EndlessRead();
        await using var host = Host(endless, longestSeconds: 1);
        var browser = await host.SignInAsync("chuyenvien");
        endless.IsOn = true;

        var page = await browser.GetOnceAsync("/documents");
        endless.IsOn = false;

        TroubleTests.AssertSaysSo(page);
        Assert.Equal(SQLitePCL.raw.SQLITE_INTERRUPT, Assert.IsType<SqliteException>(await endless.End).SqliteErrorCode);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await browser.GetOnceAsync("/documents")).Status);
    }

    [Fact]
    public async Task Query_OfAPageThatIsLeft_Ends()
    {
        var endless = new EndlessRead();
        await using var host = Host(endless, longestSeconds: 3600);
        var browser = await host.SignInAsync("chuyenvien");
        endless.IsOn = true;
        using var leave = new CancellationTokenSource();
        var page = browser.Client.GetAsync(new Uri("/documents", UriKind.Relative), leave.Token);

        await endless.Began;
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => page);
        Assert.Equal(SQLitePCL.raw.SQLITE_INTERRUPT, Assert.IsType<SqliteException>(await endless.End).SqliteErrorCode);
    }

    [Fact]
    public async Task Query_NobodyWaitsFor_HasNoBound()
    {
        await using var host = Host(new EndlessRead(), longestSeconds: 0);

        // Some ten looks long, in the application's own name; a person's would end at the first.
        var counted = await host.DatabaseAsync(db => (from a in db.Units from b in db.Units from c in db.Units select a).CountAsync());

        Assert.True(counted > 200_000, $"{counted}");
    }

    private static AppHost Host(EndlessRead endless, int longestSeconds) => AppHost.Create(new AppHostOptions
    {
        Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Database:LongestReadSeconds"] = $"{longestSeconds}" },
        Services = services => services.ConfigureDbContext<AppDbContext>(options => options.AddInterceptors(endless)),
    });

    /// <summary>Puts a query without an end in the place of the list of documents.</summary>
    private sealed class EndlessRead : DbCommandInterceptor
    {
        private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<Exception> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsOn { get; set; }

        public Task Began => _began.Task;

        public Task<Exception> End => _end.Task;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (IsOn && command.CommandText.Contains("\"Documents\"", StringComparison.Ordinal))
            {
                command.CommandText = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
                _began.TrySetResult();
            }

            return ValueTask.FromResult(result);
        }

        public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
        {
            _end.TrySetResult(eventData.Exception);
            return Task.CompletedTask;
        }
    }
}
