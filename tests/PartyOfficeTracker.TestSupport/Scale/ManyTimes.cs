using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Notices;
using PartyOfficeTracker.Core.Recommendations;

namespace PartyOfficeTracker.TestSupport.Scale;

/// <summary>
/// A large SQLite database, made in minutes: the application writes the demo, and every record of it is copied as often as needed, each copy some days earlier
/// and with keys of its own, over ten years. So every row is one the application wrote, but for its key, its days and what follows from them.
/// </summary>
public static class ManyTimes
{
    private const int Days = 3650;

    /// <summary>What is copied. Accounts, units, fields and what administrators keep stay one.</summary>
    private static readonly Type[] Copied =
    [
        typeof(Conference), typeof(Chair), typeof(ConnectionPoint), typeof(Source), typeof(Row), typeof(Figure), typeof(Cure), typeof(CitedDocument),
        typeof(Citation), typeof(RowMention), typeof(Recommendation), typeof(Assignment), typeof(AssignmentEvent), typeof(AssignmentReading),
        typeof(ProgressReport), typeof(Evidence), typeof(Notice), typeof(AuditEntry), typeof(SearchEntry), typeof(SearchTerm),
    ];

    /// <summary>Makes the file.</summary>
    /// <param name="folder">Where; the file is named as the application names it.</param>
    /// <param name="assignments">At least so many.</param>
    /// <param name="day">The day the demo is made on; null for today.</param>
    /// <returns>How many assignments there are.</returns>
    public static async Task<int> MakeAsync(string folder, int assignments, DateOnly? day = null)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "partyoffice.db");
        foreach (var old in Directory.GetFiles(folder, "partyoffice.db*"))
        {
            File.Delete(old);
        }

        IModel model;
        await using (var host = AppHost.Create(new AppHostOptions { Seed = true, SeedDay = day }))
        {
            model = await host.DatabaseAsync(db => Task.FromResult(db.Model));
            await using var from = new SqliteConnection("Data Source=" + host.SqliteFile + ";Pooling=False");
            await using var to = new SqliteConnection("Data Source=" + file + ";Pooling=False");
            await from.OpenAsync();
            await to.OpenAsync();
            from.BackupDatabase(to);
        }

        await using var connection = new SqliteConnection("Data Source=" + file + ";Pooling=False");
        await connection.OpenAsync();
        await RunAsync(connection, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -1000000;");
        var there = await NumberAsync(connection, "SELECT COUNT(*) FROM Assignments");
        var copies = (int)((assignments + there - 1) / there) - 1;
        if (copies > 0)
        {
            await CopyAsync(connection, model, copies);
        }

        await RunAsync(connection, "PRAGMA journal_mode = WAL");
        return (int)await NumberAsync(connection, "SELECT COUNT(*) FROM Assignments");
    }

    /// <summary>Lets the application count what was copied, and says what it found; it finds nothing the second time.</summary>
    public static Task<RecountResult> SettleAsync(AppHost host) => host.RunAsync(async services =>
    {
        var ledger = services.GetRequiredService<TaskLedger>();
        await ledger.RecountAsync(CancellationToken.None);
        await ledger.SumUpAsync(CancellationToken.None);
        await SqliteUpkeep.LookAtIndexesAsync(services.GetRequiredService<AppDbContext>(), CancellationToken.None);
        return await ledger.RecountAsync(CancellationToken.None);
    });

    private static async Task CopyAsync(SqliteConnection connection, IModel model, int copies)
    {
        var tables = Copied.Select(t => model.FindEntityType(t)!).ToList();
        var names = tables.ConvertAll(t => "'" + t.GetTableName() + "'");
        var of = $"FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({string.Join(',', names)})";
        var indexes = await TextsAsync(connection, "SELECT sql " + of);
        foreach (var name in await TextsAsync(connection, "SELECT name " + of))
        {
            await RunAsync(connection, $"DROP INDEX \"{name}\"");
        }

        var strides = new Dictionary<IEntityType, long>();
        foreach (var table in tables.Where(t => t.FindPrimaryKey()!.Properties is [{ Name: "Id" }]))
        {
            strides[table] = await NumberAsync(connection, $"SELECT COALESCE(MAX(\"Id\"), 0) FROM \"{table.GetTableName()}\"");
        }

        var before = new Dictionary<string, long>(StringComparer.Ordinal);
        await RunAsync(connection, "BEGIN");
        foreach (var table in tables)
        {
            before[table.GetTableName()!] = await NumberAsync(connection, $"SELECT COUNT(*) FROM \"{table.GetTableName()}\"");
            await CopyAsync(connection, table, strides, copies);
        }

        await RunAsync(connection, "COMMIT");
        foreach (var (table, count) in before)
        {
            var now = await NumberAsync(connection, $"SELECT COUNT(*) FROM \"{table}\"");
            if (now != count * (copies + 1))
            {
                throw new InvalidOperationException($"{table}: {now} rows, not {copies + 1} times {count}.");
            }
        }

        foreach (var index in indexes)
        {
            await RunAsync(connection, index);
        }

        // One word of each copy is rare.
        await RunAsync(
            connection,
            """
            INSERT INTO "SearchTerms" ("Term", "EntryId")
            SELECT printf('hiem%d', "ConferenceId"), MIN("Id") FROM "SearchEntries" WHERE "RowId" IS NOT NULL GROUP BY "ConferenceId";
            UPDATE "Rows" SET "CountedIn" = CASE WHEN "Rows"."Kind" = 'Directive' THEN c."TaskYear" ELSE c."FindingYear" END
            FROM "Conferences" AS c WHERE c."Id" = "Rows"."ConferenceId";
            UPDATE "Assignments" SET "CountedIn" = r."CountedIn", "Carried" = COALESCE(CAST(strftime('%Y', "ClosedOn") AS INTEGER) > r."CountedIn", 0)
                FROM "Rows" AS r WHERE r."Id" = "Assignments"."DirectiveId";
            """);
    }

    private static async Task CopyAsync(SqliteConnection connection, IEntityType table, Dictionary<IEntityType, long> strides, int copies)
    {
        var name = table.GetTableName()!;
        var columns = table.GetProperties().ToDictionary(p => p.GetColumnName(), p => Value(p, strides));
        var last = strides.TryGetValue(table, out var stride) ? $" WHERE t.\"Id\" <= {stride}" : "";
        await RunAsync(connection, $"CREATE TEMP TABLE base AS SELECT * FROM \"{name}\" AS t{last}");
        await using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO \"{name}\" ({string.Join(", ", columns.Keys.Select(c => "\"" + c + "\""))}) "
            + $"SELECT {string.Join(", ", columns.Values)} FROM base AS t";
        command.Parameters.AddWithValue("@k", 0);
        command.Parameters.AddWithValue("@d", 0);
        for (var k = 1; k <= copies; k++)
        {
            command.Parameters["@k"].Value = k;
            command.Parameters["@d"].Value = (int)((long)k * Days / copies);
            await command.ExecuteNonQueryAsync();
        }

        await RunAsync(connection, "DROP TABLE base");
    }

    private static string Value(IProperty property, Dictionary<IEntityType, long> strides)
    {
        var column = $"t.\"{property.GetColumnName()}\"";
        var principal = property.GetContainingForeignKeys().Select(f => f.PrincipalEntityType).FirstOrDefault(strides.ContainsKey);
        if (principal is not null)
        {
            return $"{column} + @k * {strides[principal]}";
        }

        if (property is { Name: "Id" } && strides.TryGetValue((IEntityType)property.DeclaringType, out var stride))
        {
            return $"{column} + @k * {stride}";
        }

        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return (property.DeclaringType.ClrType.Name, property.Name) switch
        {
            (nameof(Conference), nameof(Conference.ReviewedYear)) => Year("t.\"ReviewedTo\""),
            (nameof(Conference), nameof(Conference.FindingYear)) => Year("COALESCE(t.\"ReviewedTo\", t.\"Date\")"),
            (nameof(Conference), nameof(Conference.TaskYear)) => Year("COALESCE(t.\"AheadTo\", t.\"Date\")"),
            (nameof(Recommendation), nameof(Recommendation.SortKey)) => $"CASE WHEN t.\"AnsweredOn\" IS NULL THEN {column} - @d ELSE {column} + @d END",
            (nameof(Recommendation), nameof(Recommendation.Year)) => Year("t.\"WrittenOn\""),
            (nameof(Recommendation), nameof(Recommendation.TextKey)) => $"printf('%08x', @k) || substr({column}, 9)",
            (nameof(Assignment), nameof(Assignment.SortKey)) => $"CASE WHEN t.\"SortDay\" > '9000' THEN {column} ELSE {column} - @d END",
            (nameof(Notice), nameof(Notice.Key)) or (nameof(CitedDocument), nameof(CitedDocument.Key)) => $"{column} || ':' || @k",
            _ when type == typeof(Guid) => $"printf('%08X', @k) || substr({column}, 9)",
            _ when type == typeof(DateOnly) || type == typeof(DateTime) => Earlier(column),
            _ => column,
        };
    }

    /// <summary>The first and the last of all days stand for "none" and stay.</summary>
    private static string Earlier(string column) =>
        $"CASE WHEN {column} < '1900' OR {column} > '9000' THEN {column} ELSE date(substr({column}, 1, 10), '-' || @d || ' days') || substr({column}, 11) END";

    private static string Year(string day) => $"CAST(strftime('%Y', {Earlier(day)}) AS INTEGER)";

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> NumberAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task<List<string>> TextsAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
