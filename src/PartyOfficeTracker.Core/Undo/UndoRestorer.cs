using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Import;
using PartyOfficeTracker.Core.Recommendations;

namespace PartyOfficeTracker.Core.Undo;

/// <summary>
/// Puts records back as they were. A record that was deleted comes back under its uid, so that its history goes on, and under a number
/// of its own; what hung on it hangs on it again. Saves nothing.
/// </summary>
public sealed class UndoRestorer(AppDbContext db, ChangeContext change)
{
    private readonly Dictionary<(Type Type, int Id), object> _back = [];
    private readonly List<object> _made = [];

    /// <summary>The records that came back or are as before.</summary>
    public IReadOnlyList<object> Made => _made;

    /// <summary>Where a conference or report that came back is; known after the save.</summary>
    public string? Address => _made.Select(e => e switch
    {
        Conference c => string.Create(CultureInfo.InvariantCulture, $"/conferences/{c.Id}"),
        ImportDraft d => string.Create(CultureInfo.InvariantCulture, $"/conferences/import/{d.Id}"),
        _ => null,
    }).FirstOrDefault(a => a is not null);

    /// <returns>False when somebody has changed one of the records since; nothing may be saved then.</returns>
    internal async Task<bool> RestoreAsync(UndoData data, CancellationToken cancel)
    {
        foreach (var record in data.Added.Where(r => r.Uid is not null && !FollowsRows(r)))
        {
            if (await FindAsync(record, cancel) is not { } entity)
            {
                return false;
            }

            db.Remove(entity);
        }

        foreach (var record in data.Changed.Where(r => !FollowsRows(r)))
        {
            if (await FindAsync(record, cancel) is not { } entity)
            {
                return false;
            }

            foreach (var (name, value) in record.Values)
            {
                var property = db.Entry(entity).Property(name);
                property.CurrentValue = UndoRecorder.Value(value, property.Metadata.ClrType);
            }

            _made.Add(entity);
        }

        // Those first that others refer to.
        var types = db.Model.GetEntityTypes().ToDictionary(t => t.ClrType.Name, StringComparer.Ordinal);
        foreach (var record in data.Deleted.OrderBy(r => Rank(types[r.Type])))
        {
            await BringBackAsync(types[record.Type], record, cancel);
        }

        foreach (var record in data.Changed.Concat(data.Deleted).Where(r => r.Uid is not null && r.Before is not null))
        {
            change.Restored[record.Uid!.Value] = record.Before!.Value;
        }

        await RenumberAsync(cancel);
        return true;
    }

    /// <summary>What follows the rows by itself, as it did when the act was done: it has a history of its own and is not put back.</summary>
    private static bool FollowsRows(UndoRecord record) => record.Type is nameof(Assignment) or nameof(Recommendation);

    private static int Rank(IEntityType type) => type.ClrType == typeof(Conference) || type.ClrType == typeof(ImportDraft) ? 0
        : type.ClrType == typeof(Source) ? 1
        : type.ClrType == typeof(Row) ? 2
        : 3;

    /// <summary>The record as the act left it; null when it is another by now.</summary>
    private async Task<object?> FindAsync(UndoRecord record, CancellationToken cancel)
    {
        object? found = record.Type switch
        {
            nameof(Row) => await db.Rows.SingleOrDefaultAsync(r => r.Uid == record.Uid, cancel),
            nameof(ImportRow) => await db.ImportRows.SingleOrDefaultAsync(r => r.Uid == record.Uid, cancel),
            nameof(Figure) => await db.Set<Figure>().SingleOrDefaultAsync(r => r.Uid == record.Uid, cancel),
            nameof(Citation) => await db.Citations.SingleOrDefaultAsync(r => r.Uid == record.Uid, cancel),
            nameof(Chair) => await db.Set<Chair>().SingleOrDefaultAsync(r => r.Uid == record.Uid, cancel),
            nameof(ConnectionPoint) => await db.Set<ConnectionPoint>().SingleOrDefaultAsync(r => r.Uid == record.Uid, cancel),
            _ => null,
        };
        return found is IVersioned { Version: var version } && version == record.Version ? found : null;
    }

    private async Task BringBackAsync(IEntityType type, UndoRecord record, CancellationToken cancel)
    {
        var entity = Activator.CreateInstance(type.ClrType)!;
        var links = new List<(INavigation Navigation, object Target)>();
        var values = record.Values.ToDictionary(v => v.Key, v => UndoRecorder.Value(v.Value, type.FindProperty(v.Key)!.ClrType), StringComparer.Ordinal);
        foreach (var key in type.GetForeignKeys().Where(k => k.DependentToPrincipal is not null))
        {
            var name = key.Properties[0].Name;
            if (values.GetValueOrDefault(name) is not int id)
            {
                continue;
            }

            if (_back.TryGetValue((key.PrincipalEntityType.ClrType, id), out var target))
            {
                links.Add((key.DependentToPrincipal!, target));
                values.Remove(name);
            }
            else if (await db.FindAsync(key.PrincipalEntityType.ClrType, [id], cancel) is null)
            {
                // What it referred to has gone for good meanwhile.
                if (key.IsRequired)
                {
                    return;
                }

                values[name] = null;
            }
        }

        var entry = db.Entry(entity);
        foreach (var (name, value) in values.Where(v => v.Key != "Id"))
        {
            entry.Property(name).CurrentValue = value;
        }

        foreach (var (navigation, target) in links)
        {
            entry.Navigation(navigation.Name).CurrentValue = target;
        }

        db.Add(entity);
        if (record.Values.TryGetValue("Id", out var number) && number.ValueKind == JsonValueKind.Number)
        {
            _back[(type.ClrType, number.GetInt32())] = entity;
        }

        _made.Add(entity);
    }

    /// <summary>The rows of a kind count from 1 without gaps; those that come back take their old places, the others close up around them.</summary>
    private async Task RenumberAsync(CancellationToken cancel)
    {
        var touched = db.ChangeTracker.Entries<Row>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified && e.Entity.Conference is null or { Id: > 0 })
            .Select(e => e.Entity).ToList();
        foreach (var conferenceId in touched.Select(r => r.ConferenceId).Distinct().ToList())
        {
            var rows = await db.Rows.Where(r => r.ConferenceId == conferenceId).ToListAsync(cancel);
            foreach (var kind in rows.Concat(touched.Where(r => r.ConferenceId == conferenceId)).Distinct().GroupBy(r => r.Kind))
            {
                var inOrder = kind.OrderBy(r => r.Position).ThenBy(r => r.Id).ToLookup(touched.Contains);
                var siblings = inOrder[false].ToList();
                foreach (var row in inOrder[true])
                {
                    siblings.Insert(Math.Clamp(row.Position - 1, 0, siblings.Count), row);
                }

                RowActs.Number(siblings);
            }
        }
    }
}
