using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>One fact of a row before and after, in words; empty for none.</summary>
public sealed record FactChange(string Label, string Old, string Now);

/// <summary>One save that changed a row of the minutes.</summary>
/// <param name="By">The name the person is known by; that of the account where there is none.</param>
public sealed record RowChange(DateTime At, string By, string? Reason, IReadOnlyList<FactChange> Facts);

/// <summary>What became of a row, out of the audit trail, for everybody who may see the row.</summary>
public sealed class RowHistory(AppDbContext db, RecordText words)
{
    /// <summary>Changes shown of one row; a row of minutes is changed a few times.</summary>
    private const int Most = 50;

    /// <summary>Where the row stands in the minutes and in its source says nothing of what it asks.</summary>
    private static readonly HashSet<string> Places = new(StringComparer.Ordinal)
    {
        nameof(Row.Position), nameof(Row.ConferenceId), nameof(Row.SourceId), nameof(Row.SpanStart), nameof(Row.SpanEnd),
    };

    /// <summary>
    /// The changes, newest first. The actor must have been found entitled to the row; who is not of the centre is shown what changed
    /// since the conference was published, and not how the draft grew.
    /// </summary>
    public async Task<IReadOnlyList<RowChange>> ChangesAsync(Actor actor, Row row, DateTime? publishedAt, CancellationToken cancel)
    {
        if (!actor.ReadsEverything && publishedAt is null)
        {
            return [];
        }

        var since = actor.ReadsEverything ? DateTime.MinValue : publishedAt!.Value;
        var saves = await db.AuditEntries.AsNoTracking()
            .Where(a => a.EntityUid == row.Uid && a.Action == AuditAction.Changed && a.At >= since)
            .OrderByDescending(a => a.Id)
            .Take(Most)
            .Select(a => new
            {
                a.At,
                By = db.Users.Where(u => u.Id == a.UserId).Select(u => u.DisplayName).FirstOrDefault() ?? a.UserName,
                a.Reason,
                a.Changes,
            })
            .ToListAsync(cancel);
        if (saves.Count > 0)
        {
            await words.PrepareAsync(cancel);
        }

        return [.. saves.Select(s => new RowChange(s.At, s.By, s.Reason, Facts(s.Changes))).Where(c => c.Facts.Count > 0)];
    }

    private List<FactChange> Facts(string json) =>
    [
        .. from change in AuditChange.Read(json)
           where !Places.Contains(change.Field)
           select new FactChange(words.FieldLabel(change.Field), Value(change.Field, change.Old), Value(change.Field, change.New)),
    ];

    private string Value(string field, string? stored) => words.Value(nameof(Row), field, stored) ?? "";
}
