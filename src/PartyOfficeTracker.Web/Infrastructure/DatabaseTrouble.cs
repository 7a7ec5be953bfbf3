using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>Tells dead infrastructure (503, try again) from a bug (500).</summary>
public static class DatabaseTrouble
{
    public const string RetryAfterSeconds = "15";

    // SQLite result codes: https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Interrupted = 9;
    private const int InputOutput = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>Class 20 and above closes the connection; 17 to 19 are resource errors (full disk, full log, no memory). Both clear without us.</summary>
    private const int ServerTrouble = 17;

    /// <summary>
    /// What SQL Server reports in a class that also holds bugs:
    /// https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors
    /// </summary>
    private static readonly HashSet<int> ServerNumbers =
    [
        -2, // the command's time ran out
        -1, 2, 53, 64, 121, 233, 258, 10053, 10054, 10060, 10061, 11001, // no way to the server, or it was cut
        921, 922, 924, 927, 942, 945, 952, 976, 983, // the database is being recovered, restored, taken offline, or is a replica that serves nobody
        1204, 1205, 1222, // no lock to be had, chosen as the victim of a deadlock, waited too long for a lock
        3906, // the database is read-only
        4060, 4064, // the database cannot be opened
        6005, 17142, 17197, 17809, // the server is stopping, paused, too slow to sign in, or full
        18401, 18451, 18456, 18461, 18486, 18487, 18488, // the server lets nobody in, or not this account, for now
        40197, 40501, 40540, 40613, 49918, 49919, 49920, // Azure: moved, throttled, not available
    ];

    /// <summary>Whether a query was ended, by its bound or because the page that asked was left.</summary>
    public static bool IsInterrupted(SqliteException exception) => exception.SqliteErrorCode == Interrupted;

    public static bool Is(Exception? exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is SqliteException { SqliteErrorCode: Busy or Locked or ReadOnly or Interrupted or InputOutput or Full or CannotOpen or NotADatabase }
                or RetryLimitExceededException
                or TimeoutException
                || DatabaseErrors.IsFromOpening(e)
                || (e is SqlException server && server.Errors.Cast<SqlError>().Any(IsTrouble)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTrouble(SqlError error) => error.Class >= ServerTrouble || ServerNumbers.Contains(error.Number);
}

/// <summary>A page that was left and whose query was ended is no failure: nobody reads its answer, and nothing is written to the log of errors.</summary>
public sealed class LeftPage(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (SqliteException e) when (context.RequestAborted.IsCancellationRequested && DatabaseTrouble.IsInterrupted(e))
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }
        }
    }
}
