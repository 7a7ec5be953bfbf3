using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.Core.Data;

/// <summary>Says, as part of the save, what a change to a published conference has made of it: to its rows, its head, its chairs and points.</summary>
internal static class PublishedRecorder
{
    /// <summary>A place in the list says nothing, and an answer that comes later corrects nothing.</summary>
    private static readonly HashSet<string> Silent =
        [nameof(Row.Position), nameof(Row.Answer), nameof(Row.AnsweredOn), nameof(Row.AnsweringDocument), nameof(Row.SpanStart), nameof(Row.SpanEnd)];

    /// <summary>What the head says to whoever reads it; the rest is how far the office has come with it.</summary>
    private static readonly HashSet<string> Head =
    [
        nameof(Conference.Title), nameof(Conference.Kind), nameof(Conference.Form), nameof(Conference.Date), nameof(Conference.LastDay),
        nameof(Conference.Session), nameof(Conference.OrganiserId), nameof(Conference.Venue), nameof(Conference.ReviewedFrom), nameof(Conference.ReviewedTo),
        nameof(Conference.ReviewedWords), nameof(Conference.AheadFrom), nameof(Conference.AheadTo), nameof(Conference.AheadWords),
        nameof(Conference.PresenterName), nameof(Conference.PresenterTitle),
    ];

    public static async Task RecordAsync(AppDbContext db, IVersioned record, AuditEntry audit, CancellationToken cancel)
    {
        if (PartOf(record) is not { } part)
        {
            return;
        }

        var conference = part.Conference ?? (part.ConferenceId == 0 ? null : await db.Conferences.FindAsync([part.ConferenceId], cancel));
        if (conference is null || db.Entry(conference) is not { State: EntityState.Unchanged or EntityState.Modified } entry
            || entry.Property(c => c.State).OriginalValue != ConferenceState.Published)
        {
            return;
        }

        var changes = AuditChange.Read(audit.Changes).Where(c => record is Conference ? Head.Contains(c.Field) : !Silent.Contains(c.Field)).ToList();
        if (changes.Count == 0)
        {
            return;
        }

        db.Add(new PublishedChange
        {
            ConferenceId = conference.Id,
            RowUid = record.Uid,
            Entity = record is Row ? null : audit.Entity,
            Action = audit.Action,
            At = audit.At,
            ById = audit.UserId,
            Reason = audit.Reason,
            Changes = AuditChange.Write(audit.Action == AuditAction.Changed ? changes : [.. changes.Where(c => c.Field == part.Name)]),
        });
    }

    /// <summary>The conference a record is a part of, and the field it is known by; null for what nobody but the office reads.</summary>
    private static (Conference? Conference, int ConferenceId, string Name)? PartOf(IVersioned record) => record switch
    {
        Row row => (row.Conference, row.ConferenceId, nameof(Row.Text)),
        Conference conference => (conference, conference.Id, nameof(Conference.Title)),
        Chair chair => (chair.Conference, chair.ConferenceId, nameof(Chair.Name)),
        ConnectionPoint point => (point.Conference, point.ConferenceId, nameof(ConnectionPoint.Place)),
        _ => null,
    };
}
