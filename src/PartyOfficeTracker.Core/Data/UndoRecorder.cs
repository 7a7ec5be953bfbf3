using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Import;
using PartyOfficeTracker.Core.Recommendations;

namespace PartyOfficeTracker.Core.Data;

/// <summary>What a record was.</summary>
/// <param name="Type">Its kind.</param>
/// <param name="Uid">Which it is; null for what has no identity of its own.</param>
/// <param name="Version">The version the act gave it; null when the act deleted it.</param>
/// <param name="Before">The version it had before, and has again when it is as before: acts before this one are taken back by it.</param>
/// <param name="Values">Its stored values by name.</param>
public sealed record UndoRecord(string Type, Guid? Uid, Guid? Version, Guid? Before, IReadOnlyDictionary<string, JsonElement> Values);

/// <summary>Everything a save did to the records that can be taken back.</summary>
public sealed record UndoData(IReadOnlyList<UndoRecord> Deleted, IReadOnlyList<UndoRecord> Changed, IReadOnlyList<UndoRecord> Added);

/// <summary>Keeps, as part of a save that can be taken back, what the records it touches were before.</summary>
internal static class UndoRecorder
{
    /// <summary>How many acts of one person in one place.</summary>
    private const int MostSteps = 10;

    private static readonly HashSet<Type> Recorded =
    [
        typeof(Conference), typeof(Chair), typeof(ConnectionPoint), typeof(Source), typeof(Row), typeof(Figure), typeof(Cure), typeof(Citation),
        typeof(RowMention), typeof(Recommendation), typeof(ImportDraft), typeof(ImportRow), typeof(Assignment),
    ];

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public static async Task RecordAsync(AppDbContext db, IEnumerable<EntityEntry> entries, ChangeContext change, DateTime now, CancellationToken cancel)
    {
        if (change.Undo is not { } mark || change.Actor is not { } actor)
        {
            return;
        }

        change.Undo = null;
        var touched = entries.Where(e => Recorded.Contains(e.Metadata.ClrType)).ToList();
        var data = new UndoData(
            [.. touched.Where(e => e.State == EntityState.Deleted).Select(e => Before(e, onlyModified: false))],
            [.. touched.Where(e => e.State == EntityState.Modified).Select(e => Before(e, onlyModified: true))],
            [.. touched.Where(e => e.State == EntityState.Added).Select(e => Before(e, onlyModified: true))]);
        if (data.Deleted.Count + data.Changed.Count + data.Added.Count == 0)
        {
            return;
        }

        if (mark.Scope != UndoStep.Trash)
        {
            var old = await db.UndoSteps.Where(s => s.Scope == mark.Scope && s.UserId == actor.UserId)
                .OrderByDescending(s => s.Id).Skip(MostSteps - 1).ToListAsync(cancel);
            db.RemoveRange(old);
        }

        db.Add(new UndoStep
        {
            UserId = actor.UserId,
            Scope = mark.Scope,
            Kind = mark.Kind,
            Label = UndoStep.Cut(mark.Label),
            At = now,
            Data = JsonSerializer.Serialize(data, Json),
        });
    }

    public static UndoData Read(string json) => JsonSerializer.Deserialize<UndoData>(json, Json)!;

    public static object? Value(JsonElement element, Type type) => element.Deserialize(type, Json);

    private static UndoRecord Before(EntityEntry entry, bool onlyModified)
    {
        var record = entry.Entity as IVersioned;
        var values = entry.State == EntityState.Added
            ? []
            : entry.Properties
                .Where(p => p.Metadata.Name != nameof(IVersioned.Version) && (!onlyModified || (p.IsModified && !Equals(p.OriginalValue, p.CurrentValue))))
                .ToDictionary(p => p.Metadata.Name, p => JsonSerializer.SerializeToElement(p.OriginalValue, p.Metadata.ClrType, Json), StringComparer.Ordinal);
        return new UndoRecord(
            entry.Metadata.ClrType.Name,
            record?.Uid,
            entry.State == EntityState.Deleted ? null : record?.Version,
            record is null || entry.State == EntityState.Added ? null : (Guid?)entry.Property(nameof(IVersioned.Version)).OriginalValue,
            values);
    }
}
