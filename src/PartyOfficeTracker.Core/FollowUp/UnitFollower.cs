using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>Lets the open tasks follow the units and the calendar.</summary>
public sealed class UnitFollower(AppDbContext db, UnitDirectory units, SuccessionService succession, TimeProvider time) : IUnitFollower
{
    /// <summary>No run of days off is longer.</summary>
    private const int LongestHoliday = 30;

    /// <summary>Tries, when units report on the very tasks meanwhile.</summary>
    private const int Tries = 3;

    public Task UnitChangedAsync(Actor actor, CancellationToken cancel) => succession.PassOnAsync(actor.UserId, cancel);

    /// <summary>Deadlines on the day, or moved over it, are counted again; each that moves says so in its history.</summary>
    public async Task<Failure?> CalendarChangedAsync(Actor actor, DateOnly day, CancellationToken cancel)
    {
        var by = AssignmentEntry.Now(actor, time, await units.CalendarAsync(cancel));
        Failure? conflict = null;
        for (var i = 0; i < Tries; i++)
        {
            conflict = await FollowAsync(by, day, cancel);
            if (conflict is null)
            {
                return null;
            }

            db.ChangeTracker.Clear();
        }

        return conflict;
    }

    private async Task<Failure?> FollowAsync(AssignmentEntry by, DateOnly day, CancellationToken cancel)
    {
        var (from, to) = (day.AddDays(-LongestHoliday), day.AddDays(LongestHoliday));
        var near = await db.Assignments.Where(a => a.ClosedOn == null && a.DueOn >= from && a.DueOn <= to).ToListAsync(cancel);
        foreach (var assignment in near)
        {
            assignment.FollowCalendar(by);
        }

        return await db.SaveOrConflictAsync(cancel);
    }
}
