using System.Data;
using Microsoft.EntityFrameworkCore;

namespace PartyOfficeTracker.Core.Data;

/// <summary>
/// Lets SQLite look at what its indexes hold, a thousand entries of each: without, it takes every index for as good as another. SQL Server does so by itself.
/// </summary>
public static class SqliteUpkeep
{
    /// <summary>The flags ask for every table, also those nothing was asked of yet.</summary>
    private const string Pragmas = "PRAGMA analysis_limit = 1000; PRAGMA optimize(0x10002);";

    public static async Task LookAtIndexesAsync(AppDbContext db, CancellationToken cancel)
    {
        if (!db.Database.IsSqlite())
        {
            return;
        }

        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = Pragmas;
            command.CommandType = CommandType.Text;
            await command.ExecuteNonQueryAsync(cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
