using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Import;

namespace PartyOfficeTracker.Core.Data;

/// <summary>Reads what the other editor saved, for the page that shows both versions.</summary>
internal static class StoredVersionReader
{
    /// <summary>Nothing anybody typed.</summary>
    private static readonly HashSet<string> Technical =
    [
        nameof(IVersioned.Version), nameof(IVersioned.Uid), nameof(ImportRow.DraftId), nameof(ImportRow.SpanStart), nameof(ImportRow.SpanEnd),
        nameof(Row.SourceId),
    ];

    public static async Task<StoredVersion?> ReadAsync(DbUpdateConcurrencyException conflict, CancellationToken cancel)
    {
        foreach (var entry in conflict.Entries.Where(e => e.Entity is IVersioned))
        {
            if (await ReadAsync(entry, cancel) is { } stored)
            {
                return stored;
            }
        }

        return null;
    }

    public static async Task<StoredVersion?> ReadAsync(EntityEntry entry, CancellationToken cancel)
    {
        if (await entry.GetDatabaseValuesAsync(cancel) is not { } stored)
        {
            return null;
        }

        var values = stored.Properties
            .Where(p => !Technical.Contains(p.Name))
            .ToDictionary(p => p.Name, p => Text(stored[p]), StringComparer.Ordinal);
        var uid = stored.GetValue<Guid>(nameof(IVersioned.Uid));
        var db = (AppDbContext)entry.Context;
        var last = await db.AuditEntries.AsNoTracking().Where(a => a.EntityUid == uid).OrderByDescending(a => a.Id)
            .Select(a => new { a.At, By = db.Users.Where(u => u.Id == a.UserId).Select(u => u.DisplayName).FirstOrDefault() ?? a.UserName })
            .FirstOrDefaultAsync(cancel);
        return new StoredVersion(stored.GetValue<Guid>(nameof(IVersioned.Version)), entry.Metadata.ClrType.Name, values) { By = last?.By, At = last?.At };
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => DayText.ToText(day),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
