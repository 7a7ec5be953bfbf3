using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PartyOfficeTracker.Core.Data;

/// <summary>What a database means, told by the numbers of its errors: their texts come in the server's language.</summary>
public static class DatabaseErrors
{
    /// <summary>The key in <see cref="Exception.Data"/> of what failed while a connection was opened.</summary>
    internal const string WhileOpening = "PartyOfficeTracker.WhileOpening";

    // SQLite extended result codes: https://www.sqlite.org/rescode.html
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteUnique = 2067;

    // https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors
    private const int SqlServerUniqueIndex = 2601;
    private const int SqlServerUniqueConstraint = 2627;
    private const int SqlServerDatabaseExists = 1801;
    private const int SqlServerObjectExists = 2714;

    public static bool IsFromOpening(Exception exception) => exception.Data.Contains(WhileOpening);

    /// <summary>Whether a database, a table or a migration's own entry was to be made that is there by now.</summary>
    public static bool IsThereAlready(SqlException exception) => exception.Errors.Cast<SqlError>().Any(e =>
        e.Number is SqlServerDatabaseExists or SqlServerObjectExists or SqlServerUniqueIndex or SqlServerUniqueConstraint);

    /// <summary>Whether a save failed because a key it brings is there already.</summary>
    public static bool IsUniqueClash(DbUpdateException exception) => exception.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqlitePrimaryKey or SqliteUnique,
        SqlException server => server.Errors.Cast<SqlError>().Any(e => e.Number is SqlServerUniqueIndex or SqlServerUniqueConstraint),
        _ => false,
    };
}
