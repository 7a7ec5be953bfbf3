using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;

namespace PartyOfficeTracker.Core.Data;

/// <summary>
/// What a record keeps of another so that a list is a range of one index: rows and assignments the day, the year and the state of their conference, directives
/// what their lead units have come to. New records take it as they are added; after a save that moved a conference or finished work the database says it
/// itself, before the transaction commits (docs/decisions/0023).
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
        nameof(Assignment.Shown), nameof(Assignment.SortKey), nameof(Assignment.OverdueAfter), nameof(Assignment.Carried),
    ];

    /// <summary>What must be said after the save that is about to be; null for nothing.</summary>
    public static KeptColumns? Find(ChangeTracker tracker)
    {
        var conferences = tracker.Entries<Conference>().Where(IsMoved).Select(e => e.Entity).ToList();
        var finished = tracker.Entries<Assignment>().Where(ChangesProgress).Select(e => e.Entity).ToList();
        return conferences.Count + finished.Count == 0 ? null : new KeptColumns(conferences, finished);
    }

    /// <summary>Whether nothing else of a record changed: somebody changed another, and nobody this one.</summary>
    public static bool IsAllOf(EntityEntry entry) => entry is { State: EntityState.Modified, Entity: Row or Assignment }
        && entry.Properties.All(p => !p.IsModified || Names.Contains(p.Metadata.Name));

    /// <summary>Fills the columns of what is about to be added, and of the tasks of a conference that moves, whose counts move with it.</summary>
    public static async Task FillAsync(AppDbContext db, CancellationToken cancel)
    {
        foreach (var entry in db.ChangeTracker.Entries<Row>().Where(e => e.State == EntityState.Added || IsOtherKind(e)).ToList())
        {
            var row = entry.Entity;
            if ((row.Conference ?? await db.Conferences.FindAsync([row.ConferenceId], cancel)) is { } conference)
            {
                (row.HeldOn, row.CountedIn, row.Stage) = (conference.Date, YearOf(row.Kind, conference), conference.State);
            }
        }

        foreach (var entry in db.ChangeTracker.Entries<Assignment>().Where(e => e.State == EntityState.Added).ToList())
        {
            var assignment = entry.Entity;
            if ((assignment.Directive ?? await db.Rows.FindAsync([assignment.DirectiveId], cancel)) is { } directive)
            {
                assignment.CountedIn = assignment.PeriodTo?.Year ?? directive.Conference?.TaskYear ?? directive.CountedIn;
                assignment.Shown = (directive.Conference?.State ?? directive.Stage) == ConferenceState.Draft ? 0 : 1;
            }
        }

        foreach (var conference in db.ChangeTracker.Entries<Conference>().Where(IsMoved).Select(e => e.Entity).ToList())
        {
            var (year, shown) = (conference.TaskYear, conference.State == ConferenceState.Draft ? 0 : 1);
            foreach (var assignment in await db.Assignments.IgnoreQueryFilters()
                .Where(a => a.Directive!.ConferenceId == conference.Id && ((a.PeriodTo == null && a.CountedIn != year) || a.Shown != shown))
                .ToListAsync(cancel))
            {
                (assignment.CountedIn, assignment.Shown) = (assignment.PeriodTo?.Year ?? year, shown);
            }
        }
    }

    /// <summary>Runs when all is written and before it is committed.</summary>
    public async Task SettleAsync(AppDbContext db, CancellationToken cancel)
    {
        foreach (var conference in _conferences)
        {
            var (id, day, stage, findings, tasks) = (conference.Id, conference.Date, conference.State, conference.FindingYear, conference.TaskYear);
            await db.Rows.Where(r => r.ConferenceId == id).ExecuteUpdateAsync(
                s => s.SetProperty(r => r.HeldOn, day)
                    .SetProperty(r => r.Stage, stage)
                    .SetProperty(r => r.CountedIn, r => r.Kind == RowKind.Directive ? tasks : findings),
                cancel);
        }

        // By the entries: what the database gave a new row stands in the row itself only when the save is over.
        var directives = _finished.Select(a => db.Entry(a).Property(t => t.DirectiveId).CurrentValue).Distinct().Order().ToArray();
        if (directives.Length == 0)
        {
            return;
        }

        if (db.Database.IsSqlServer())
        {
            // Whoever finishes another unit's share of the directive at this moment waits here, and then counts what the first one saved.
            await db.Rows.Where(r => directives.Contains(r.Id)).ExecuteUpdateAsync(s => s.SetProperty(r => r.Progress, r => r.Progress), cancel);
        }

        await CountProgressAsync(db, db.Rows.Where(r => directives.Contains(r.Id)), cancel);
    }

    /// <summary>Says of directives what their lead units have come to.</summary>
    public static Task<int> CountProgressAsync(AppDbContext db, IQueryable<Row> directives, CancellationToken cancel) =>
        directives.ExecuteUpdateAsync(s => s.SetProperty(r => r.Progress, ProgressOf(db)), cancel);

    /// <summary>What a directive's lead units have come to, asked of their assignments.</summary>
    public static Expression<Func<Row, DirectiveProgress>> ProgressOf(AppDbContext db) => r =>
        !db.Assignments.Any(a => a.DirectiveId == r.Id && a.Role == AssignmentRole.Lead) ? DirectiveProgress.NotAssigned
        : !db.Assignments.Any(a => a.DirectiveId == r.Id && a.Role == AssignmentRole.Lead
            && (a.State == AssignmentState.CompletedOnTime || a.State == AssignmentState.CompletedLate)) ? DirectiveProgress.NoneCompleted
        : db.Assignments.Any(a => a.DirectiveId == r.Id && a.Role == AssignmentRole.Lead
            && a.State != AssignmentState.CompletedOnTime && a.State != AssignmentState.CompletedLate) ? DirectiveProgress.PartlyCompleted
        : DirectiveProgress.AllCompleted;

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
}

/// <summary>Lets a save say what other records keep of it, before it commits.</summary>
internal sealed class KeptColumnsWriter : DbTransactionInterceptor
{
    public static readonly KeptColumnsWriter Instance = new();

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is AppDbContext { Kept: { } kept } db)
        {
            db.Kept = null;
            await kept.SettleAsync(db, cancellationToken);
        }

        return result;
    }
}
