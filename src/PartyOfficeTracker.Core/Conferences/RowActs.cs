using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>What an act on rows of minutes does and asks in the same way, whether it is on one row or on several.</summary>
internal static class RowActs
{
    /// <summary>Numbers rows of one kind from 1 without gaps, in this order.</summary>
    public static void Number(IEnumerable<Row> siblings)
    {
        var position = 0;
        foreach (var row in siblings)
        {
            row.Position = ++position;
        }
    }

    /// <summary>Removes rows with all that hangs on them; saves nothing.</summary>
    public static async Task RemoveRowsAsync(this AppDbContext db, IReadOnlyCollection<Row> rows, CancellationToken cancel)
    {
        var ids = rows.Select(r => r.Id).ToList();
        db.RemoveRange(await db.Set<Figure>().Where(f => ids.Contains(f.RowId)).ToListAsync(cancel));
        db.RemoveRange(await db.Citations.Where(c => c.RowId != null && ids.Contains(c.RowId.Value)).ToListAsync(cancel));
        db.RemoveRange(await db.RowMentions.Where(m => ids.Contains(m.RowId)).ToListAsync(cancel));
        db.RemoveRange(await db.Cures.Where(c => ids.Contains(c.DirectiveId) || ids.Contains(c.FindingId)).ToListAsync(cancel));
        db.RemoveRange(rows);
    }

    /// <summary>
    /// Directives among changed rows pass their deadline on to the units that have them; of a published one they are told that it says
    /// something else. Saves nothing.
    /// </summary>
    public static async Task TellUnitsAsync(
        this AppDbContext db, IDirectiveFollower follower, Actor actor, Conference conference, IEnumerable<Row> changed, string? reason,
        CancellationToken cancel)
    {
        foreach (var row in changed.Where(r => r.Kind == RowKind.Directive && db.Entry(r).State == EntityState.Modified))
        {
            var entry = db.Entry(row);
            if (entry.Property(r => r.DueOn).IsModified || entry.Property(r => r.DeadlineKind).IsModified)
            {
                await follower.DeadlineChangedAsync(actor, row, reason, cancel);
            }

            if (conference.State == ConferenceState.Published && db.IsReworded(row))
            {
                await follower.RewordedAsync(actor, row, reason, cancel);
            }
        }
    }

    /// <summary>Says something else than a deadline, of which its units are told by itself.</summary>
    private static bool IsReworded(this AppDbContext db, Row row) => db.Entry(row).Properties.Any(p => p.IsModified
        && p.Metadata.Name is not (nameof(Row.DueOn) or nameof(Row.DeadlineKind) or nameof(Row.Position) or nameof(Row.FieldOfWorkId) or nameof(Row.Version)));

    /// <summary>Published is published: a change to what others may have read says why.</summary>
    public static Failure? Unexplained(Conference conference, string? reason, IStringLocalizer<Strings> text) =>
        conference.State == ConferenceState.Published && string.IsNullOrWhiteSpace(reason)
            ? Failure.Invalid(nameof(EditRow.Reason), text["Row.ReasonNeeded"])
            : null;

    /// <summary>Nothing is due before it was ordered.</summary>
    public static Failure? TooEarly(Conference conference, DateOnly? dueOn, IStringLocalizer<Strings> text) => dueOn < conference.Date
        ? Failure.Invalid(nameof(RowFacts.DueOn), text["Directive.DueBeforeConference", DayText.ToText(conference.Date)])
        : null;
}
