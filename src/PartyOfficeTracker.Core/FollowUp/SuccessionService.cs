using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>Open work of a unit that ended passes to the unit that carries it on; what is closed keeps the old name.</summary>
public sealed class SuccessionService(AppDbContext db, UnitDirectory units, IStringLocalizer<Strings> text, TimeProvider time)
{
    /// <summary>Assignments passed on in one save.</summary>
    private const int BatchSize = 200;

    /// <summary>Passes on what units that have ended still hold. Running it again changes nothing.</summary>
    /// <param name="userId">Who ended the unit; null for the daily work.</param>
    /// <param name="cancel">Ends the work between two saves.</param>
    /// <returns>How many were passed on.</returns>
    public async Task<int> PassOnAsync(int? userId, CancellationToken cancel)
    {
        var today = time.TodayInHanoi();
        var all = (await units.UnitsAsync(cancel)).ToDictionary(u => u.Id);
        var ended = all.Values.Where(u => u.ValidTo < today && u.SuccessorId is not null).Select(u => u.Id).ToList();
        var by = new AssignmentEntry(userId, time.GetUtcNow().UtcDateTime);
        var passed = 0;
        while (ended.Count > 0)
        {
            var held = await db.Assignments
                .Where(a => ended.Contains(a.UnitId) && a.ClosedOn == null).OrderBy(a => a.Id).Take(BatchSize).ToListAsync(cancel);
            foreach (var assignment in held)
            {
                PassOn(assignment, by, all);
            }

            var conflict = await db.SaveOrConflictAsync(cancel);
            db.ChangeTracker.Clear();
            if (conflict is not null)
            {
                // Somebody works on one of them, or another node passes them on: the next run takes what is left.
                break;
            }

            passed += held.Count;
            if (held.Count < BatchSize)
            {
                break;
            }
        }

        return passed;
    }

    /// <summary>Passes one assignment on when its unit has ended; saves nothing.</summary>
    /// <returns>Whether it was passed on.</returns>
    public bool PassOn(Assignment assignment, AssignmentEntry by, IReadOnlyDictionary<int, UnitInfo> all)
    {
        var unit = all[assignment.UnitId];
        var successor = UnitDirectory.Today(unit, all);
        return unit.ValidTo < by.Today && successor.Id != unit.Id
            && assignment.PassOn(by, successor.Id, text["FollowUp.Merged", unit.NameOn(unit.ValidTo.Value), successor.CurrentName]);
    }
}
