using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>Opens the next period of standing tasks when it begins.</summary>
public sealed class StandingService(AppDbContext db, UnitDirectory units, TimeProvider time)
{
    /// <summary>
    /// Gives every unit that had a standing task in the period before the one of today, unless it was withdrawn. Running it again changes
    /// nothing.
    /// </summary>
    /// <returns>How many tasks were opened.</returns>
    public async Task<int> OpenPeriodsAsync(CancellationToken cancel)
    {
        var directives = await db.Rows.Include(r => r.Conference)
            .Where(r => r.Kind == RowKind.Directive && r.DeadlineKind == DeadlineKind.Standing && r.Conference!.State == ConferenceState.Published)
            .ToListAsync(cancel);
        var by = new AssignmentEntry(UserId: null, time.GetUtcNow().UtcDateTime, await units.CalendarAsync(cancel));
        var opened = 0;
        foreach (var directive in directives)
        {
            if (StandingRule.Of(directive) is { } rule)
            {
                opened += await OpenAsync(directive, rule, by, cancel);
            }
        }

        return opened;
    }

    private async Task<int> OpenAsync(Row directive, StandingRule rule, AssignmentEntry by, CancellationToken cancel)
    {
        var period = rule.On(by.Today);
        var given = await db.Assignments.IgnoreQueryFilters().AsNoTracking()
            .Where(a => a.DirectiveId == directive.Id)
            .Select(a => new { a.UnitId, a.GivenToId, a.Role, a.PeriodFrom, a.WithdrawnOn })
            .ToListAsync(cancel);
        var next = given.GroupBy(a => a.UnitId)
            .Select(g => g.MaxBy(a => a.PeriodFrom)!)
            .Where(a => a.PeriodFrom < period.From && a.WithdrawnOn is null && !given.Exists(o => o.GivenToId == a.UnitId && o.PeriodFrom == period.From))
            .ToList();
        foreach (var last in next)
        {
            var assignment = new Assignment { DirectiveId = directive.Id, GivenToId = last.UnitId, PeriodFrom = period.From, PeriodTo = period.To };
            assignment.Assign(by, directive, last.Role, rule.DueIn(period));
            db.Assignments.Add(assignment);
        }

        // Another node that opens the same period at once has done it: no error, and nothing left to do.
        var clash = await db.SaveOrConflictAsync(cancel);
        if (clash is not null)
        {
            db.ChangeTracker.Clear();
        }

        return clash is null ? next.Count : 0;
    }
}
