using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>What a recount found: how many records said something else of another than it says itself, and counts that were not the number of tasks.</summary>
public sealed record RecountResult(int Rows, int Assignments, int Directives, IReadOnlyList<RecountDifference> Counts)
{
    public bool IsClean => Rows + Assignments + Directives + Counts.Count == 0;
}

/// <summary>A count of the ledger that is not the number of tasks.</summary>
public sealed record RecountDifference(TallyKey Key, int Ledger, int Tasks);

/// <summary>Sums up the ledger of counts, and counts anew what it says (docs/decisions/0023).</summary>
public sealed class TaskLedger(AppDbContext db, TimeProvider time)
{
    /// <summary>Kinds of tasks whose lines are summed up in one save.</summary>
    private const int BatchSize = 500;

    /// <summary>Puts one line in the place of all that count the same. What is read does not change, whoever writes meanwhile.</summary>
    public async Task SumUpAsync(CancellationToken cancel)
    {
        var today = time.TodayInHanoi();
        var lines = await db.TaskTallies.AsNoTracking().ToListAsync(cancel);
        foreach (var batch in lines.GroupBy(l => l.Key.Past(today)).Where(g => !IsSummedUp(g)).Chunk(BatchSize))
        {
            foreach (var group in batch)
            {
                db.TaskTallies.RemoveRange(group);
                var count = group.Sum(l => l.Count);
                if (count != 0)
                {
                    db.TaskTallies.Add(TaskTally.Of(group.Key, count));
                }
            }

            // Another node that sums up at this moment has done these: what is left comes tomorrow.
            var clash = await db.SaveOrConflictAsync(cancel);
            db.ChangeTracker.Clear();
            if (clash is not null)
            {
                return;
            }
        }
    }

    /// <summary>Counts everything anew, says what differs and puts it right.</summary>
    public async Task<RecountResult> RecountAsync(CancellationToken cancel)
    {
        var rows = await db.Rows
            .Where(r => db.Conferences.Any(c => c.Id == r.ConferenceId
                && (c.Date != r.HeldOn || c.State != r.Stage || (r.Kind == RowKind.Directive ? c.TaskYear : c.FindingYear) != r.CountedIn)))
            .ExecuteUpdateAsync(
                s => s.SetProperty(r => r.HeldOn, r => db.Conferences.Where(c => c.Id == r.ConferenceId).Select(c => c.Date).First())
                    .SetProperty(r => r.Stage, r => db.Conferences.Where(c => c.Id == r.ConferenceId).Select(c => c.State).First())
                    .SetProperty(
                        r => r.CountedIn,
                        r => db.Conferences.Where(c => c.Id == r.ConferenceId)
                            .Select(c => r.Kind == RowKind.Directive ? c.TaskYear : c.FindingYear).First()),
                cancel);
        var assignments = await db.Assignments.IgnoreQueryFilters()
            .Where(a => db.Rows.Any(d => d.Id == a.DirectiveId
                && ((a.PeriodTo != null ? a.PeriodTo.Value.Year : d.CountedIn) != a.CountedIn || (d.Stage == ConferenceState.Draft ? 0 : 1) != a.Shown)))
            .ExecuteUpdateAsync(
                s => s.SetProperty(
                        a => a.CountedIn,
                        a => a.PeriodTo != null ? a.PeriodTo.Value.Year : db.Rows.Where(d => d.Id == a.DirectiveId).Select(d => d.CountedIn).First())
                    .SetProperty(
                        a => a.Shown,
                        a => db.Rows.Where(d => d.Id == a.DirectiveId).Select(d => d.Stage == ConferenceState.Draft ? 0 : 1).First()),
                cancel);
        assignments += await db.Assignments.IgnoreQueryFilters()
            .Where(a => a.Carried != (a.ClosedOn != null && a.ClosedOn.Value.Year > a.CountedIn ? 1 : 0))
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.Carried, a => a.ClosedOn != null && a.ClosedOn.Value.Year > a.CountedIn ? 1 : 0), cancel);
        var progress = KeptColumns.ProgressOf(db);
        var row = progress.Parameters[0];
        var differs = Expression.Lambda<Func<Row, bool>>(Expression.NotEqual(Expression.Property(row, nameof(Row.Progress)), progress.Body), row);
        var directives = await KeptColumns.CountProgressAsync(
            db, db.Rows.Where(r => r.Kind == RowKind.Directive).Where(differs), cancel);
        return new RecountResult(rows, assignments, directives, await RecountLedgerAsync(cancel));
    }

    private async Task<IReadOnlyList<RecountDifference>> RecountLedgerAsync(CancellationToken cancel)
    {
        var today = time.TodayInHanoi();
        var ledger = Sum((await db.TaskTallies.AsNoTracking().ToListAsync(cancel)).Select(t => (t.Key, t.Count)), today);
        var tasks = Sum((await TaskTally.CountAsync(db.Assignments.AsNoTracking(), cancel)).Select(t => (t.Key, t.Value)), today);
        var missing = TaskTally.Between(ledger, tasks).ToList();
        db.TaskTallies.AddRange(missing);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return missing.ConvertAll(m => new RecountDifference(m.Key, ledger.GetValueOrDefault(m.Key), tasks.GetValueOrDefault(m.Key)));
    }

    private static Dictionary<TallyKey, int> Sum(IEnumerable<(TallyKey Key, int Count)> lines, DateOnly today) =>
        lines.GroupBy(l => l.Key.Past(today)).ToDictionary(g => g.Key, g => g.Sum(l => l.Count));

    private static bool IsSummedUp(IGrouping<TallyKey, TaskTally> group) =>
        group.Take(2).ToList() is [var only] && only.Key == group.Key && only.Count != 0;
}
