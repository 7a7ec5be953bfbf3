using Microsoft.EntityFrameworkCore;

namespace PartyOfficeTracker.Core.Data;

/// <summary>Tells a database that this program made from one it does not know.</summary>
public static class SchemaAge
{
    /// <summary>The migrations the database has seen and this program does not have; reads only.</summary>
    /// <returns>Empty for a new database and for every one that this line of migrations made.</returns>
    public static async Task<IReadOnlyList<string>> UnknownMigrationsAsync(this AppDbContext db, CancellationToken cancel)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        return [.. (await db.Database.GetAppliedMigrationsAsync(cancel)).Where(m => !known.Contains(m))];
    }
}
