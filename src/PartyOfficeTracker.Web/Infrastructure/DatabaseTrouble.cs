using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>Tells dead infrastructure (503, try again) from a bug (500).</summary>
public static class DatabaseTrouble
{
    public const string RetryAfterSeconds = "15";

    // SQLite result codes: https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public static bool Is(Exception? exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is SqliteException { SqliteErrorCode: Busy or Locked or ReadOnly or InputOutput or Full or CannotOpen or NotADatabase }
                or RetryLimitExceededException
                or TimeoutException)
            {
                return true;
            }

            // Class 20 and above closes the connection; 17 to 19 are resource errors of the server. Both clear without us.
            if (e is SqlException { Class: >= 17 })
            {
                return true;
            }
        }

        return false;
    }
}
