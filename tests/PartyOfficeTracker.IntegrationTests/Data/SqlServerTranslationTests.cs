using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Directives;
using PartyOfficeTracker.Core.Findings;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Recommendations;
using PartyOfficeTracker.Core.Search;
using PartyOfficeTracker.Core.Summaries;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.IntegrationTests.Data;

/// <summary>
/// Without a server: every query of the readers is translated to T-SQL by the SQL Server provider. A server that answers with
/// no rows stands in for the real one; what it cannot show is whether the T-SQL runs, which the same tests on a server do.
/// </summary>
public sealed class SqlServerTranslationTests : IDisposable
{
    private static readonly Actor Lead = new(1, "lanhdao", "Lãnh đạo", UserRole.Lead, null);
    private static readonly Actor Province = new(2, "camau", "Cà Mau", UserRole.Province, 70);

    private static readonly SearchPlan Wordings = SearchPlan.Of(
        "cntt 13/1/2021 van ph", new Dictionary<string, IReadOnlyList<string[]>>(StringComparer.Ordinal) { ["cntt"] = [["cong", "nghe"]] });

    private readonly NoRows _server = new();
    private readonly AppDbContext _db;

    public SqlServerTranslationTests() => _db = new AppDbContext(new DbContextOptionsBuilder<AppDbContext>()
        .UseSqlServer("Server=nowhere")
        .AddInterceptors(_server, new NeverOpens())
        .Options);

    [Fact]
    public void RowsOfAConference_LieInOneTable_AndNeedNoUnion() =>
        Assert.Equal(0, Count(new ConferenceReader(_db).Rows(_db.Rows.Where(r => r.ConferenceId == 1)).ToQueryString(), "UNION ALL"));

    [Fact]
    public async Task StatusCounts_AreGroupedByTheDatabase()
    {
        await RunAsync(() => StatusCounts.CountYearAsync(_db, Day, 2021, CancellationToken.None));

        Assert.Contains("GROUP BY", _server.Commands[^1], StringComparison.Ordinal);
        Assert.Contains("SUM(", _server.Commands[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryFilter_OfEveryList_IsTranslated()
    {
        foreach (var actor in new[] { Lead, Province })
        {
            await RunAsync(() => new ConferenceReader(_db)
                .ListAsync(actor, new ConferenceFilter(2021, 2020, 1, ConferenceKind.Briefing, ConferenceState.Published, "giao ban", "20210113-1"), default));
            await RunAsync(
                () => new FindingReader(_db, null!).ListAsync(actor, new FindingFilter(RowKind.Shortcoming, 2020, 1, Addressee.Both, "20210113-1"), default));
            await RunAsync(() => new RecommendationReader(_db)
                .ListAsync(actor, new RecommendationFilter(RecommendationState.Waiting, [1, 2], 2020, "737000-1"), default));
            await RunAsync(() => new RecommendationReader(_db).ListAsync(actor, new RecommendationFilter(null, null, null, null), default));
            await RunAsync(() => new RecommendationReader(_db).FindAsync(actor, 1, default));
            await RunAsync(() => new DocumentReader(_db).ListAsync(actor, new DocumentFilter("~1"), default));
            await RunAsync(() => new SearchService(_db, null!, null!).FindAsync(actor, Wordings, SearchKind.Finding, default));
            await RunAsync(() => new DeskReader(_db).ReadAsync(actor, default));
            foreach (var rule in Enum.GetValues<AssignmentState>().Select(AssignmentRules.InState)
                .Concat(Enum.GetValues<Urgency>().Select(u => AssignmentRules.WithUrgency(u, Day))))
            {
                _ = _db.Assignments.Where(rule).ToQueryString();
            }

            foreach (var group in Enum.GetValues<ResultGroup>())
            {
                _ = _db.Assignments.InGroup(group, Day, 2021).ToQueryString();
            }
        }

        Assert.True(_server.Commands.Count >= 8, string.Join('\n', _server.Commands));
    }

    public void Dispose() => _db.Dispose();

    private static StatusDay Day => StatusDay.On(new DateOnly(2021, 3, 1), new WorkCalendar(new Dictionary<DateOnly, bool>()));

    /// <summary>A count of no rows has no answer; that is the stand-in's fault and comes after the translation.</summary>
    private static async Task RunAsync<T>(Func<Task<T>> query)
    {
        try
        {
            await query();
        }
        catch (InvalidOperationException e) when (e.Message.Contains("Sequence contains no elements", StringComparison.Ordinal))
        {
        }
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private sealed class NeverOpens : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());
    }

    private sealed class NoRows : DbCommandInterceptor
    {
        public List<string> Commands { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Commands.Add(command.CommandText);
            using var table = new DataTable();
            return ValueTask.FromResult(InterceptionResult<DbDataReader>.SuppressWithResult(table.CreateDataReader()));
        }
    }
}
