using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Data;

/// <summary>Reads what the other editor saved, for the page that shows both versions.</summary>
internal static class StoredVersionReader
{
    public static async Task<StoredVersion?> ReadAsync(DbUpdateConcurrencyException conflict, CancellationToken cancel)
    {
        foreach (var entry in conflict.Entries)
        {
            if (entry.Entity is not IVersioned || await entry.GetDatabaseValuesAsync(cancel) is not { } stored)
            {
                continue;
            }

            var values = stored.Properties
                .Where(p => p.Name is not nameof(IVersioned.Version) and not nameof(IVersioned.Uid))
                .ToDictionary(p => p.Name, p => Text(stored[p]), StringComparer.Ordinal);
            return new StoredVersion(stored.GetValue<Guid>(nameof(IVersioned.Version)), entry.Metadata.ClrType.Name, values);
        }

        return null;
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => DayText.ToText(day),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
