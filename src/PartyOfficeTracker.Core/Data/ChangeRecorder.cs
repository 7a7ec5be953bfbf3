using System.Globalization;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.Core.Notices;
using PartyOfficeTracker.Core.Recommendations;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Data;

/// <summary>
/// What every save does besides saving, in the same transaction: the look for secrecy markings, text to its normal form, a new version, the audit rows,
/// the form's one-time key, the search words, the recommendations of the minutes, the notices, what takes it back. Refuses to change or delete an audit row.
/// </summary>
public sealed class ChangeRecorder(KnownAccounts accounts, TimeProvider time, IStringLocalizer<Strings> text) : SaveChangesInterceptor
{
    /// <summary>The longest text of a row, so that its history shows it whole.</summary>
    private const int LongestRecordedValue = 4000;
    private const string SystemName = "system";

    /// <summary>Never written to the audit trail: secrets, and counters that say nothing of what a person did.</summary>
    private static readonly HashSet<string> Unrecorded = new(
    [
        nameof(IVersioned.Version), nameof(IVersioned.Uid), "Id",
        nameof(AppUser.PasswordHash), nameof(AppUser.SecurityStamp), nameof(AppUser.ConcurrencyStamp), nameof(AppUser.CalendarKeyHash),
        nameof(AppUser.AccessFailedCount), nameof(AppUser.NormalizedUserName), nameof(AppUser.NormalizedEmail),
        nameof(Recommendation.SortKey), nameof(Recommendation.TextKey), .. KeptColumns.Names,
    ], StringComparer.Ordinal);

    /// <summary>The framework saves its keys this way, in a context of their own, and nobody else does.</summary>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        eventData.Context!.ChangeTracker.Entries().All(e => e.Entity is DataProtectionKey)
            ? result
            : throw new NotSupportedException("Save with SaveChangesAsync.");

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is AppDbContext db)
        {
            await RecordAsync(db, cancellationToken);
        }

        return result;
    }

    public override async Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        // Two posts of one form at once clash in its key, or in whatever else both of them wanted to add first.
        if (GiveBack(eventData.Context) is { } key
            && eventData is { Context: AppDbContext db, Exception: DbUpdateException e }
            && DatabaseErrors.IsUniqueClash(e)
            && await db.UsedFormKeys.AsNoTracking().AnyAsync(k => k.Key == key, cancellationToken))
        {
            throw new FormAlreadySubmittedException("The form was carried out before.", e);
        }
    }

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        GiveBack(eventData.Context);
        return Task.CompletedTask;
    }

    public override ValueTask<InterceptionResult> ThrowingConcurrencyExceptionAsync(
        ConcurrencyExceptionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        GiveBack(eventData.Context);
        return ValueTask.FromResult(result);
    }

    /// <summary>A save that failed used no key and changed nothing: the form may be sent again, and a second attempt records anew.</summary>
    private static Guid? GiveBack(DbContext? db)
    {
        Guid? used = null;
        if (db is AppDbContext failed)
        {
            failed.Kept = null;
            failed.ChangedAccounts = [];
        }

        foreach (var entry in db?.ChangeTracker.Entries()
            .Where(e => e.State == EntityState.Added
                && e.Entity is AuditEntry or UsedFormKey or Notice or TaskTally or UndoStep or PublishedChange).ToList() ?? [])
        {
            if (entry.Entity is UsedFormKey form)
            {
                ((AppDbContext)db!).Change.FormKey = used = form.Key;
            }

            entry.State = EntityState.Detached;
        }

        return used;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is AppDbContext { ChangedAccounts: { Count: > 0 } changed } db)
        {
            db.ChangedAccounts = [];
            foreach (var id in changed)
            {
                accounts.Forget(id);
            }
        }

        return ValueTask.FromResult(result);
    }

    private async Task RecordAsync(AppDbContext db, CancellationToken cancel)
    {
        var change = db.Change;
        var now = time.GetUtcNow().UtcDateTime;
        await KeptColumns.FillAsync(db, cancel);
        await RecommendationRegister.FollowAsync(db, HanoiTime.ToDay(now), cancel);
        var entries = db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        if (entries.Count == 0)
        {
            return;
        }

        if (entries.Find(e => e.Entity is IAppendOnly && e.State != EntityState.Added) is { } written)
        {
            throw new InvalidOperationException($"{written.Metadata.ClrType.Name} is append-only: what was written is never changed or deleted.");
        }

        SecrecyGuard.Check(entries, change.Reason, () => text["Validation.Secret"]);
        var closesUp = entries.Exists(ClosesUp);
        foreach (var entry in entries)
        {
            if (entry.State != EntityState.Deleted && entry.Entity is IVersioned or IAppendOnly)
            {
                NormaliseText(entry);
            }

            if (entry.Entity is not IVersioned record || (closesUp && IsRenumbered(entry)) || KeptColumns.IsAllOf(entry))
            {
                continue;
            }

            if (Audit(change, entry, record, now) is { } audit)
            {
                db.Add(audit);
                await PublishedRecorder.RecordAsync(db, record, audit, cancel);
            }

            if (entry.State != EntityState.Deleted)
            {
                record.Version = change.Restored.TryGetValue(record.Uid, out var version) ? version : Guid.NewGuid();
            }
        }

        await SearchIndexer.UpdateAsync(db, entries, cancel);
        await NoticeWriter.UpdateAsync(db, entries, now, cancel);
        db.Kept = KeptColumns.Find(db.ChangeTracker);
        db.TaskTallies.AddRange(TaskTally.Of(db.ChangeTracker.Entries<Assignment>()));
        await UndoRecorder.RecordAsync(db, entries.Where(e => !closesUp || !IsRenumbered(e)), change, now, cancel);
        db.ChangedAccounts = [.. KnownAccounts.ChangedBy(db.ChangeTracker.Entries().Where(e => e.State != EntityState.Unchanged))];
        AddFormKey(db, now);
    }

    /// <summary>A row went or came back, by deletion or to another kind: those behind it close up, or make room.</summary>
    private static bool ClosesUp(EntityEntry entry) => entry.Entity is IOrdered
        && (entry.State is EntityState.Deleted or EntityState.Added || (entry.State == EntityState.Modified && !IsRenumbered(entry)));

    /// <summary>
    /// Only its place changed, since another went: the other's own entry in the trail says so, and whoever edits this one is not
    /// told that somebody else has changed it.
    /// </summary>
    private static bool IsRenumbered(EntityEntry entry) => entry.State == EntityState.Modified && entry.Entity is IOrdered
        && entry.Properties.All(p => !p.IsModified || p.Metadata.Name == nameof(IOrdered.Position));

    private static void NormaliseText(EntityEntry entry)
    {
        foreach (var property in entry.Properties)
        {
            if (property.CurrentValue is string text
                && (entry.State == EntityState.Added || property.IsModified)
                && property.Metadata.Name is not (nameof(AppUser.PasswordHash) or nameof(AppUser.SecurityStamp)))
            {
                var normal = VietnameseText.Normalise(text);
                if (!string.Equals(normal, text, StringComparison.Ordinal))
                {
                    property.CurrentValue = normal;
                }
            }
        }
    }

    private static AuditEntry? Audit(ChangeContext change, EntityEntry entry, IVersioned record, DateTime now)
    {
        var changes = new List<AuditChange>();
        foreach (var property in entry.Properties)
        {
            var name = property.Metadata.Name;
            if (Unrecorded.Contains(name) || property.Metadata.IsPrimaryKey())
            {
                continue;
            }

            var (old, current) = entry.State switch
            {
                EntityState.Added => (null, Text(property.IsTemporary ? null : property.CurrentValue)),
                EntityState.Deleted => (Text(property.OriginalValue), null),
                _ => (Text(property.OriginalValue), Text(property.CurrentValue)),
            };
            if (!string.Equals(old, current, StringComparison.Ordinal))
            {
                changes.Add(new AuditChange(name, old, current));
            }
        }

        if (changes.Count == 0 && entry.State == EntityState.Modified)
        {
            return null;
        }

        var hand = change.WrittenBy?.Invoke(record);
        return new AuditEntry
        {
            At = hand?.At ?? now,
            UserId = hand?.UserId ?? change.Actor?.UserId,
            UserName = hand?.UserName ?? change.Actor?.UserName ?? SystemName,
            Action = entry.State switch
            {
                EntityState.Added => AuditAction.Added,
                EntityState.Deleted => AuditAction.Removed,
                _ => AuditAction.Changed,
            },
            Entity = entry.Metadata.ClrType.Name,
            EntityUid = record.Uid,
            Label = Cut(record.AuditLabel),
            Changes = AuditChange.Write(changes),
            Reason = change.Reason,
        };
    }

    private static string? Cut(string? label) => label is { Length: > AuditEntry.LabelLength } ? label[..AuditEntry.LabelLength] : label;

    private static string? Text(object? value)
    {
        var text = value switch
        {
            null => null,
            byte[] bytes => string.Create(CultureInfo.InvariantCulture, $"({bytes.Length} bytes)"),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
        return text is { Length: > LongestRecordedValue } ? text[..LongestRecordedValue] + "…" : text;
    }

    private static void AddFormKey(AppDbContext db, DateTime now)
    {
        var change = db.Change;
        if (change.FormKey is not { } key)
        {
            return;
        }

        change.FormKey = null;
        db.Add(new UsedFormKey { Key = key, UserId = change.Actor?.UserId, UsedAt = now });
    }
}
