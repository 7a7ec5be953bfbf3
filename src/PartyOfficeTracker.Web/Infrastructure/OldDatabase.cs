using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>A database of a shape this program does not know is left as it is: nothing is read from it and nothing changed.</summary>
public static class OldDatabase
{
    /// <exception cref="StartRefusedException">The database was made by another line of migrations.</exception>
    public static async Task RefuseAsync(AppDbContext db, CancellationToken cancel)
    {
        if ((await db.UnknownMigrationsAsync(cancel)) is { Count: > 0 } unknown)
        {
            throw new StartRefusedException(
                $"The database was made by another version of this program (it has seen the migration {unknown[0]}) and cannot be brought up to date. "
                + "It was not touched. Start with a new database (another Database:Folder or Database:ConnectionString), "
                + "or with the version that made it; docs/operations.md, \"An older database\".");
        }
    }
}
