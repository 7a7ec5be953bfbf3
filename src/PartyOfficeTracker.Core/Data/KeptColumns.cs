using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;

namespace PartyOfficeTracker.Core.Data;

/// <summary>
/// What a record keeps of another so that a list is a range of one index: rows and assignments the day, the year and the state of their conference, directives
/// what their lead units have come to. New records take it as they are added; after a save that moved a conference or finished work the database says it
/// itself, in the same transaction (docs/decisions/0023).
/// </summary>
internal sealed class KeptColumns
{
    private readonly List<Conference> _conferences;
    private readonly List<Assignment> _finished;

    private KeptColumns(List<Conference> conferences, List<Assignment> finished) => (_conferences, _finished) = (conferences, finished);

    /// <summary>Names of columns that say what another record says already: none of them is a change somebody made.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        nameof(Row.HeldOn), nameof(Row.CountedIn), nameof(Row.Stage), nameof(Row.Progress),
        nameof(Assignment.Shown), nameof(Assignment.SortKey), nameof(Assignment.OverdueAfter),
    ];

    /// <summary>What must be said after the save that is about to be; null for nothing.</summary>
    public static KeptColumns? Find(ChangeTracker tracker)
    {
        var conferences = tracker.Entries<Conference>().Where(IsMoved).Select(e => e.Entity).ToList();
        var finished = tracker.Entries<Assignment>().Where(ChangesProgress).Select(e => e.Entity).ToList();
        return conferences.Count + finished.Count == 0 ? null : new KeptColumns(conferences, finished);
    }

    /// <summary>Fills the columns of what is about to be added.</summary>
    public static async Task FillAsync(AppDbContext db, CancellationToken cancel)
    {
        foreach (var entry in db.ChangeTracker.Entries<Row>().Where(e => e.State == EntityState.Added || IsOtherKind(e)).ToList())
        {
            var row = entry.Entity;
            var conference = row.Conference ?? await db.Conferences.FindAsync([row.ConferenceId], cancel)
                ?? throw new InvalidOperationException("A row belongs to a conference.");
            (row.HeldOn, row.CountedIn, row.Stage) = (conference.Date, YearOf(row.Kind, conference), conference.State);
        }

        foreach (var entry in db.ChangeTracker.Entries<Assignment>().Where(e => e.State == EntityState.Added).ToList())
        {
            var assignment = entry.Entity;
            var directive = assignment.Directive ?? await db.Rows.FindAsync([assignment.DirectiveId], cancel)
                ?? throw new InvalidOperationException("An assignment belongs to a directive.");
            (assignment.CountedIn, assignment.Shown) = (directive.CountedIn, directive.Stage == ConferenceState.Draft ? 0 : 1);
        }
    }

    /// <summary>Runs after the save, in its transaction.</summary>
    public async Task SettleAsync(AppDbContext db, CancellationToken cancel)
    {
        foreach (var conference in _conferences)
        {
            await FollowAsync(db, conference, cancel);
        }

        var directives = _finished.Select(a => a.DirectiveId).Distinct().Order().ToArray();
        if (directives.Length > 0)
        {
            if (db.Database.IsSqlServer())
            {
                // Whoever finishes another unit's share of the directive at this moment waits here, and then counts what the first one saved.
                await db.Rows.Where(r => directives.Contains(r.Id)).ExecuteUpdateAsync(s => s.SetProperty(r => r.Progress, r => r.Progress), cancel);
            }

            await CountProgressAsync(db, db.Rows.Where(r => directives.Contains(r.Id)), cancel);
        }

        // The rows in memory still say what they said: they are read anew where somebody looks.
        var tallies = db.ChangeTracker.Entries<TaskTally>().Where(e => e.State == EntityState.Unchanged).ToList();
        tallies.ForEach(t => t.State = EntityState.Detached);
    }

    /// <summary>Says of directives what their lead units have come to.</summary>
    public static Task<int> CountProgressAsync(AppDbContext db, IQueryable<Row> directives, CancellationToken cancel) =>
        directives.ExecuteUpdateAsync(
            s => s.SetProperty(
                r => r.Progress,
                r => !db.Assignments.Any(a => a.DirectiveId == r.Id && a.Role == AssignmentRole.Lead && a.WithdrawnOn == null)
                    ? DirectiveProgress.NotAssigned
                    : !db.Assignments.Any(a => a.DirectiveId == r.Id && a.Role == AssignmentRole.Lead && a.WithdrawnOn == null
                        && (a.State == AssignmentState.CompletedOnTime || a.State == AssignmentState.CompletedLate))
                        ? DirectiveProgress.NoneCompleted
                        : db.Assignments.Any(a => a.DirectiveId == r.Id && a.Role == AssignmentRole.Lead && a.WithdrawnOn == null
                            && a.State != AssignmentState.CompletedOnTime && a.State != AssignmentState.CompletedLate)
                            ? DirectiveProgress.PartlyCompleted
                            : DirectiveProgress.AllCompleted),
            cancel);

    private static int YearOf(RowKind kind, Conference conference) => kind == RowKind.Directive ? conference.TaskYear : conference.FindingYear;

    private static bool IsOtherKind(EntityEntry<Row> entry) => entry.State == EntityState.Modified && entry.Property(r => r.Kind).IsModified;

    private static bool IsMoved(EntityEntry<Conference> entry) => entry.State == EntityState.Modified
        && (entry.Property(c => c.State).IsModified || entry.Property(c => c.Date).IsModified
            || entry.Property(c => c.FindingYear).IsModified || entry.Property(c => c.TaskYear).IsModified);

    private static bool ChangesProgress(EntityEntry<Assignment> entry) => entry.State is EntityState.Added or EntityState.Deleted
        || (entry.State == EntityState.Modified
            && (entry.Property(a => a.Role).IsModified || entry.Property(a => a.WithdrawnOn).IsModified
                || (entry.Property(a => a.State).IsModified
                    && entry.Property(a => a.State).OriginalValue.IsCompleted() != entry.Property(a => a.State).CurrentValue.IsCompleted())));

    /// <summary>Rows and assignments say what their conference says now; the counts of years move with them.</summary>
    private static async Task FollowAsync(AppDbContext db, Conference conference, CancellationToken cancel)
    {
        var (id, day, stage, findings, tasks) = (conference.Id, conference.Date, conference.State, conference.FindingYear, conference.TaskYear);
        var shown = stage == ConferenceState.Draft ? 0 : 1;
        await db.Rows.Where(r => r.ConferenceId == id).ExecuteUpdateAsync(
            s => s.SetProperty(r => r.HeldOn, day)
                .SetProperty(r => r.Stage, stage)
                .SetProperty(r => r.CountedIn, r => r.Kind == RowKind.Directive ? tasks : findings),
            cancel);
        var given = db.Assignments.IgnoreQueryFilters().Where(a => a.Directive!.ConferenceId == id);
        if (!await given.AnyAsync(a => a.Shown != shown || a.CountedIn != tasks, cancel))
        {
            return;
        }

        var before = await TaskTally.CountAsync(given, cancel);
        await given.ExecuteUpdateAsync(s => s.SetProperty(a => a.Shown, shown).SetProperty(a => a.CountedIn, tasks), cancel);
        db.TaskTallies.AddRange(TaskTally.Between(before, await TaskTally.CountAsync(given, cancel)));
        await db.SaveChangesAsync(cancel);
    }
}
