using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.Core.Data;

/// <summary>Says, as part of the save, what a change to the row of a published conference has made of it.</summary>
internal static class PublishedRecorder
{
    /// <summary>A place in the list says nothing, and an answer that comes later corrects nothing.</summary>
    private static readonly HashSet<string> Silent =
        [nameof(Row.Position), nameof(Row.Answer), nameof(Row.AnsweredOn), nameof(Row.AnsweringDocument), nameof(Row.SpanStart), nameof(Row.SpanEnd)];

    public static async Task RecordAsync(AppDbContext db, Row row, AuditEntry audit, CancellationToken cancel)
    {
        var conference = row.Conference ?? (row.ConferenceId == 0 ? null : await db.Conferences.FindAsync([row.ConferenceId], cancel));
        if (conference is null || db.Entry(conference) is not { State: EntityState.Unchanged or EntityState.Modified } entry
            || entry.Property(c => c.State).OriginalValue != ConferenceState.Published)
        {
            return;
        }

        var changes = AuditChange.Read(audit.Changes).Where(c => !Silent.Contains(c.Field)).ToList();
        if (changes.Count == 0)
        {
            return;
        }

        db.Add(new PublishedChange
        {
            ConferenceId = conference.Id,
            RowUid = row.Uid,
            Action = audit.Action,
            At = audit.At,
            ById = audit.UserId,
            Reason = audit.Reason,
            Changes = AuditChange.Write(audit.Action == AuditAction.Changed ? changes : [.. changes.Where(c => c.Field == nameof(Row.Text))]),
        });
    }
}
