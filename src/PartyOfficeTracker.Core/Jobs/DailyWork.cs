using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Undo;

namespace PartyOfficeTracker.Core.Jobs;

/// <summary>
/// What the calendar alone brings about, once a day whichever node comes first: work of ended units passes on, periods of standing tasks
/// open, lateness reaches those above, and in the morning of a working day everybody's digest is written. Each part may be repeated
/// without effect, so a node that died in the middle is simply followed by another.
/// </summary>
public sealed class DailyWork(
    AppDbContext db, SuccessionService succession, StandingService standing, Escalation escalation, TaskLedger ledger,
    DigestWriter digests, TimeProvider time)
{
    public const string FollowUp = "follow-up";
    public const string Digests = "digests";

    /// <summary>Digests are written from this hour of Hà Nội on.</summary>
    public const int DigestHour = 6;

    /// <summary>How long letters that were sent, and keys of forms that were carried out, are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    /// <returns>Whether this call did anything.</returns>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        var did = await OnceAsync(
            FollowUp,
            async () =>
            {
                await succession.PassOnAsync(userId: null, cancel);
                await standing.OpenPeriodsAsync(cancel);
                await escalation.RunAsync(cancel);
                await RemoveSpentAsync(cancel);
                await ledger.SumUpAsync(cancel);
                await SqliteUpkeep.LookAtIndexesAsync(db, cancel);
            },
            cancel);
        if (HanoiTime.ToLocal(time.GetUtcNow().UtcDateTime).Hour >= DigestHour)
        {
            did |= await OnceAsync(Digests, () => digests.WriteAsync(cancel), cancel);
        }

        return did;
    }

    private async Task RemoveSpentAsync(CancellationToken cancel)
    {
        var before = time.GetUtcNow().UtcDateTime - Kept;
        await db.OutboxMails.Where(m => m.SentAt < before).ExecuteDeleteAsync(cancel);
        await db.UsedFormKeys.Where(k => k.UsedAt < before).ExecuteDeleteAsync(cancel);
        var gone = time.GetUtcNow().UtcDateTime - UndoService.Kept;
        await db.UndoSteps.Where(s => s.At < gone).ExecuteDeleteAsync(cancel);
    }

    private async Task<bool> OnceAsync(string job, Func<Task> work, CancellationToken cancel)
    {
        if (await ClaimAsync(job, cancel) is not { } id)
        {
            return false;
        }

        await work();
        db.ChangeTracker.Clear();
        var now = time.GetUtcNow().UtcDateTime;
        await db.JobRuns.Where(r => r.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.FinishedAt, now), cancel);
        return true;
    }

    /// <returns>The run this call is to do; null when it is done, or somebody is at it.</returns>
    private async Task<int?> ClaimAsync(string job, CancellationToken cancel)
    {
        var today = time.TodayInHanoi();
        var now = time.GetUtcNow().UtcDateTime;
        var until = now + Lease;
        if (await db.JobRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Job == job && r.Day == today, cancel) is { } run)
        {
            return run.FinishedAt is null && run.LeaseUntil <= now && await db.JobRuns
                .Where(r => r.Id == run.Id && r.FinishedAt == null && r.LeaseUntil <= now)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.LeaseUntil, until), cancel) == 1
                    ? run.Id
                    : null;
        }

        var mine = new JobRun { Job = job, Day = today, LeaseUntil = until };
        db.JobRuns.Add(mine);
        return await db.SaveOrConflictAsync(cancel) is null ? mine.Id : null;
    }
}
