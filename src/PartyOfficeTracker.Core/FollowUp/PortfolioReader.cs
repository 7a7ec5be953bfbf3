using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Recommendations;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>What is open with a unit somebody looks after; each number opens its rows in the list of tasks.</summary>
public sealed record PortfolioUnit(int UnitId, int Overdue, int DueSoon, int Waiting, int Recommendations);

/// <summary>What somebody looks after.</summary>
public sealed record PortfolioView(IReadOnlyList<PortfolioUnit> Units, IReadOnlyList<int> FieldIds);

/// <summary>Reads what a clerk or lead follows up, by unit: ranges of the unit's open tasks, whatever it has completed.</summary>
public sealed class PortfolioReader(AppDbContext db, UnitDirectory units, TimeProvider time)
{
    public async Task<Result<PortfolioView>> ReadAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        var day = await StatusDay.TodayAsync(time, units, cancel);
        const int cap = PagedList<PortfolioUnit>.CountCap;
        var open = db.Assignments.VisibleTo(actor);
        var overdue = open.Where(AssignmentRules.IsOverdue(day));
        var dueSoon = open.Where(AssignmentRules.WithUrgency(Urgency.DueSoon, day));
        var waiting = open.Where(AssignmentRules.InState(AssignmentState.Submitted));
        var recommendations = db.Recommendations.Waiting();
        var items = await db.Portfolio.AsNoTracking().Where(p => p.UserId == actor.UserId)
            .OrderBy(p => p.Unit!.SortOrder).ThenBy(p => p.FieldOfWork!.SortOrder).ThenBy(p => p.Id)
            .Select(p => new
            {
                p.UnitId,
                p.FieldOfWorkId,
                Overdue = overdue.Where(a => a.UnitId == p.UnitId).Take(cap).Count(),
                DueSoon = dueSoon.Where(a => a.UnitId == p.UnitId).Take(cap).Count(),
                Waiting = waiting.Where(a => a.UnitId == p.UnitId).Take(cap).Count(),
                Recommendations = recommendations.Where(r => r.UnitId == p.UnitId && p.UnitId != null).Take(cap).Count(),
            })
            .ToListAsync(cancel);
        return new PortfolioView(
            [.. items.Where(i => i.UnitId is not null).Select(i => new PortfolioUnit(i.UnitId!.Value, i.Overdue, i.DueSoon, i.Waiting, i.Recommendations))],
            [.. items.Select(i => i.FieldOfWorkId).OfType<int>()]);
    }
}
