using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.Core.Data;

/// <summary>What an administrator looks at first.</summary>
public sealed record SystemHealth(
    DatabaseProvider Provider,
    int MigrationsApplied,
    int MigrationsPending,
    string? LastMigration,
    string? File,
    long? FileBytes,
    long? FreeBytes,
    string BackupFolder,
    DateTime? LastBackupAt,
    int ActiveAccounts,
    int Conferences,
    int Directives,
    int Assignments,
    long AuditRows)
{
    private const long LittleSpace = 1L << 30;
    private const int OldBackupDays = 2;

    public bool IsSpaceShort => FreeBytes < LittleSpace;

    public bool IsBackupOld(DateTime now) => LastBackupAt is null || now - LastBackupAt > TimeSpan.FromDays(OldBackupDays);
}

/// <summary>Reads the state of the installation: database, disk, backups.</summary>
public sealed class SystemHealthReader(AppDbContext db, DatabaseOptions options, DataFolder folder)
{
    public async Task<Result<SystemHealth>> ReadAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).Count();
        var counts = await db.Users.Where(u => u.DisabledAt == null).Take(1).Select(_ => new
        {
            Accounts = db.Users.Count(u => u.DisabledAt == null),
            Conferences = db.Conferences.Count(),
            Directives = db.Rows.Count(r => r.Kind == RowKind.Directive),
            Assignments = db.Assignments.Count(),

            // Rows are never deleted, so the last number is the count.
            Audit = db.AuditEntries.Max(a => (long?)a.Id) ?? 0,
        }).SingleAsync(cancel);
        var file = options.SqliteFile(folder.ContentRoot);
        return new SystemHealth(
            options.Provider,
            applied.Count,
            pending,
            applied.LastOrDefault(),
            file,
            file is null ? null : SizeOf(file) + SizeOf(file + "-wal"),
            FreeSpace(),
            folder.Backups,
            LastBackup(),
            counts.Accounts,
            counts.Conferences,
            counts.Directives,
            counts.Assignments,
            counts.Audit);
    }

    private static long SizeOf(string file) => new FileInfo(file) is { Exists: true } info ? info.Length : 0;

    private long? FreeSpace()
    {
        try
        {
            return new DriveInfo(folder.Path).AvailableFreeSpace;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private DateTime? LastBackup()
    {
        var files = Directory.Exists(folder.Backups) ? new DirectoryInfo(folder.Backups).GetFiles() : [];
        return files.Length == 0 ? null : files.Max(f => f.LastWriteTimeUtc);
    }
}

/// <summary>Where this installation keeps its files, absolute.</summary>
public sealed record DataFolder(string ContentRoot, string Path)
{
    public string Backups => System.IO.Path.Combine(Path, "backups");

    public static DataFolder Of(DatabaseOptions options, string contentRoot) =>
        new(contentRoot, System.IO.Path.GetFullPath(System.IO.Path.Combine(contentRoot, options.Folder)));
}
