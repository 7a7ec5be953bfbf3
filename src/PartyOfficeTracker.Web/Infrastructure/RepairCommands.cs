using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Search;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>
/// The commands <c>recount</c> and <c>reindex</c>: count anew what saves have counted, and write the words of the search anew. Both say what differed, put it
/// right and exit; people may work meanwhile on SQL Server, while SQLite serves one process.
/// </summary>
public static class RepairCommands
{
    /// <returns>0 when nothing differed, 2 when something did and was put right.</returns>
    public static async Task<int> RecountAsync(IServiceProvider services, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        var ledger = scope.ServiceProvider.GetRequiredService<TaskLedger>();
        var found = await ledger.RecountAsync(CancellationToken.None);
        await ledger.SumUpAsync(CancellationToken.None);
        await SqliteUpkeep.LookAtIndexesAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>(), CancellationToken.None);
        await output.WriteLineAsync(
            $"Rows: {found.Rows}, assignments: {found.Assignments}, directives: {found.Directives}, counts: {found.Counts.Count} differed.");
        foreach (var difference in found.Counts)
        {
            await output.WriteLineAsync($"{difference.Key}: {difference.Ledger} counted, {difference.Tasks} there.");
        }

        return found.IsClean ? 0 : 2;
    }

    public static async Task<int> ReindexAsync(IServiceProvider services, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        var written = await scope.ServiceProvider.GetRequiredService<SearchRebuild>().RunAsync(CancellationToken.None);
        await output.WriteLineAsync($"{written} entries of the search were written anew.");
        return 0;
    }
}
