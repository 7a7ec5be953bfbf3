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
    /// Gives every unit its standing tasks up to the period of today, those of periods nobody ran this in included, unless its last one was
    /// withdrawn. Running it again changes nothing.
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
        var taken = (await db.AssignmentEvents.AsNoTracking()
            .Where(e => e.Assignment!.DirectiveId == directive.Id && e.Kind == AssignmentEventKind.Reassigned)
            .Select(e => new { UnitId = e.OldUnitId!.Value, e.Assignment!.PeriodFrom })
            .ToListAsync(cancel))
            .ToLookup(e => e.UnitId, e => e.PeriodFrom);

        // What was given before the words named a period has none: it goes on with the running one. Where a period went to another unit, that one goes on.
        var missing = given.GroupBy(a => a.UnitId)
            .Select(g => g.MaxBy(a => a.PeriodFrom)!)
            .Where(a => a.WithdrawnOn is null && !taken[a.UnitId].Any(from => from > a.PeriodFrom))
            .SelectMany(a => rule.After(a.PeriodFrom == default ? period.From.AddDays(-1) : a.PeriodFrom, period)
                .Select(next => (a.UnitId, a.Role, Period: next)))
            .Where(m => !given.Exists(o => o.GivenToId == m.UnitId && o.PeriodFrom == m.Period.From))
            .ToList();
        foreach (var (unitId, role, next) in missing)
        {
            var assignment = new Assignment { DirectiveId = directive.Id, GivenToId = unitId, PeriodFrom = next.From, PeriodTo = next.To };
            assignment.Assign(by, directive, role, rule.DueIn(next));
            db.Assignments.Add(assignment);
        }

        // Another node that opens the same period at once has done it: no error, and nothing left to do.
        var clash = await db.SaveOrConflictAsync(cancel);
        if (clash is not null)
        {
            db.ChangeTracker.Clear();
        }

        return clash is null ? missing.Count : 0;
    }
}
