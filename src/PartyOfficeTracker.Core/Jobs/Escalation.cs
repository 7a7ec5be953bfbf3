using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Notices;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Jobs;

/// <summary>
/// Lateness that is the unit's reaches the leads after three working days and the leadership after six: one entry in each inbox a task
/// and deadline. A later deadline begins anew; what has been late for longer than a month is on the board and told to nobody again.
/// </summary>
public sealed class Escalation(AppDbContext db, UnitDirectory units, TimeProvider time)
{
    public const int LeadAfterWorkingDays = 3;
    public const int LeadershipAfterWorkingDays = 6;

    /// <summary>Days after which lateness is no news.</summary>
    public const int OldAfterDays = 30;

    private const int BatchSize = 200;

    /// <returns>How many entries were written.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var calendar = await units.CalendarAsync(cancel);
        return await TellAsync(NoticeKind.LateForLead, u => u.Role == UserRole.Lead, LeadAfterWorkingDays, calendar, cancel)
            + await TellAsync(NoticeKind.LateForLeadership, u => u.Role == UserRole.Leadership, LeadershipAfterWorkingDays, calendar, cancel);
    }

    private async Task<int> TellAsync(
        NoticeKind kind, Expression<Func<AppUser, bool>> who, int workingDays, WorkCalendar calendar, CancellationToken cancel)
    {
        var today = time.TodayInHanoi();
        var oldest = today.AddDays(-OldAfterDays);
        var people = await db.Users.AsNoTracking().Where(u => u.DisabledAt == null).Where(who).Select(u => u.Id).ToListAsync(cancel);
        if (people.Count == 0)
        {
            return 0;
        }

        var late = await db.Assignments.AsNoTracking()
            .Where(a => a.ClosedOn == null && a.Turn == Turn.Unit && a.LateAfter < today && a.LateAfter >= oldest
                && !db.Notices.Any(n => n.AssignmentId == a.Id && n.Kind == kind && n.LateAfter == a.LateAfter))
            .OrderBy(a => a.Id)
            .Select(a => new { a.Id, a.Uid, LateAfter = a.LateAfter!.Value })
            .ToListAsync(cancel);
        var told = 0;
        foreach (var batch in late.Where(a => calendar.WorkingDaysBetween(a.LateAfter, today) >= workingDays).Chunk(BatchSize))
        {
            db.Notices.AddRange(batch.SelectMany(a => people.Select(user => new Notice
            {
                UserId = user,
                Key = string.Create(CultureInfo.InvariantCulture, $"late{workingDays}:{a.Uid:N}:{a.LateAfter:yyyyMMdd}"),
                Kind = kind,
                AssignmentId = a.Id,
                LateAfter = a.LateAfter,
                At = time.GetUtcNow().UtcDateTime,
            })));
            if (await db.SaveOrConflictAsync(cancel) is null)
            {
                told += batch.Length * people.Count;
            }

            db.ChangeTracker.Clear();
        }

        return told;
    }
}
