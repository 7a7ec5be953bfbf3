using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace PartyOfficeTracker.Core.Data;

/// <summary>
/// A passing fault of SQL Server is tried again, three times at most and only within two seconds: somebody waits for the page, and a database
/// that is away is better said to be away. EF's own six tries take a minute and a half, and the pool is full of waiting requests by then.
/// </summary>
internal sealed class BriefRetry(ExecutionStrategyDependencies dependencies) : SqlServerRetryingExecutionStrategy(dependencies, Tries - 1)
{
    public const int Tries = 3;
    public static readonly TimeSpan Total = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    private long _began;

    /// <summary>Null when the operation failed for good.</summary>
    public static TimeSpan? Pause(int failures, TimeSpan elapsed)
    {
        var pause = FirstPause * Math.Pow(2, failures - 1);
        return failures < Tries && elapsed + pause < Total ? pause : null;
    }

    protected override void OnFirstExecution()
    {
        base.OnFirstExecution();
        _began = Stopwatch.GetTimestamp();
    }

    protected override TimeSpan? GetNextDelay(Exception lastException) => Pause(ExceptionsEncountered.Count, Stopwatch.GetElapsedTime(_began));
}
