using System.Globalization;
using PartyOfficeTracker.Core.Auditing;
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

    /// <summary><c>forget-audit --before 2020-01-01 --to FILE</c>: the old end of the audit trail goes into a file, and then out of the database.</summary>
    /// <returns>0 when it is done, 1 when the words are wrong or the file cannot be written: then nothing was removed.</returns>
    public static async Task<int> ForgetAuditAsync(IServiceProvider services, TextWriter output, IReadOnlyList<string> words)
    {
        if (words is not ["--before", var day, "--to", var file]
            || !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var before))
        {
            await output.WriteLineAsync("Say which part goes, and where to: forget-audit --before 2020-01-01 --to FILE");
            return 1;
        }

        await using var scope = services.CreateAsyncScope();
        try
        {
            var removed = await scope.ServiceProvider.GetRequiredService<AuditRetention>().ForgetAsync(before, file, CancellationToken.None);
            await output.WriteLineAsync($"{removed} entries from before {day} are in {file}, and no longer in the database.");
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync($"Nothing was removed: {e.Message}");
            return 1;
        }
    }

    public static async Task<int> ReindexAsync(IServiceProvider services, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        var written = await scope.ServiceProvider.GetRequiredService<SearchRebuild>().RunAsync(CancellationToken.None);
        await output.WriteLineAsync($"{written} entries of the search were written anew.");
        return 0;
    }
}
