using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;

namespace PartyOfficeTracker.Core.Notices;

/// <summary>
/// Tells, as part of the save that adds an event of an assignment, everybody who must know of it, and never the person who did it.
/// Whoever of the units and of the office a save concerns is read in one query, however many events it has.
/// </summary>
internal static class NoticeWriter
{
    private static readonly UserRole[] Leads = [UserRole.Lead];
    private static readonly UserRole[] Clerks = [UserRole.Clerk];

    public static async Task UpdateAsync(AppDbContext db, IReadOnlyList<EntityEntry> changes, CancellationToken cancel)
    {
        var told = new List<Told>();
        foreach (var change in changes)
        {
            if (change.State == EntityState.Added && change.Entity is AssignmentEvent { Assignment: { } assignment } happened)
            {
                told.AddRange(ToldOf(happened, assignment));
            }
        }

        if (told.Count == 0)
        {
            return;
        }

        var units = told.Select(t => t.UnitId).OfType<int>().Distinct().ToArray();
        var roles = told.SelectMany(t => t.Roles).Distinct().ToArray();
        var users = await db.Users.AsNoTracking()
            .Where(u => u.DisabledAt == null && (roles.Contains(u.Role) || (u.UnitId != null && units.Contains(u.UnitId.Value))))
            .Select(u => new { u.Id, u.Role, u.UnitId })
            .ToListAsync(cancel);
        var byUnit = users.Where(u => u.Role == UserRole.Province).ToLookup(u => u.UnitId, u => u.Id);
        var byRole = users.ToLookup(u => u.Role, u => u.Id);
        // In the order of what happened, so that an inbox by number is one by time.
        var notices = told.OrderBy(t => t.Event.EnteredAt).SelectMany(t => (t.UnitId is { } unit ? byUnit[unit] : t.Roles.SelectMany(r => byRole[r]))
            .Where(id => id != t.Event.EnteredById)
            .Select(id => new Notice
            {
                UserId = id,
                Key = "event:" + t.Event.Uid.ToString("N"),
                Kind = t.Kind,
                Assignment = t.Event.Assignment,
                Event = t.Event,
                At = t.Event.EnteredAt,
            }));
        db.Notices.AddRange(notices.ToList());
    }

    private static IEnumerable<Told> ToldOf(AssignmentEvent happened, Assignment assignment)
    {
        if (OfOffice(happened) is var (kind, roles))
        {
            yield return new Told(happened, kind, null, roles);
            yield break;
        }

        // A unit is told of nothing before it sees the task.
        if (assignment.VisibleOn is null || OfUnit(happened) is not { } told)
        {
            yield break;
        }

        yield return new Told(happened, told, happened.Kind == AssignmentEventKind.PassedOn ? happened.UnitId : assignment.UnitId, []);
        if (happened is { Kind: AssignmentEventKind.PassedOn, OldUnitId: { } before })
        {
            yield return new Told(happened, NoticeKind.PassedAway, before, []);
        }
    }

    /// <summary>What the centre is told of.</summary>
    private static (NoticeKind Kind, UserRole[] Roles)? OfOffice(AssignmentEvent happened) => happened.Kind switch
    {
        AssignmentEventKind.Reported or AssignmentEventKind.Corrected when happened.Percent == 100 => (NoticeKind.Submitted, Leads),
        AssignmentEventKind.ExtensionAsked => (NoticeKind.ExtensionAsked, Leads),
        AssignmentEventKind.Declined => (NoticeKind.Declined, Leads),
        AssignmentEventKind.ObstacleRaised => (NoticeKind.ObstacleRaised, Leads),
        AssignmentEventKind.Answered => (NoticeKind.Answered, Clerks),
        _ => null,
    };

    /// <summary>What the unit is told of.</summary>
    private static NoticeKind? OfUnit(AssignmentEvent happened) => happened.Kind switch
    {
        AssignmentEventKind.Assigned or AssignmentEventKind.Shown => NoticeKind.Given,
        AssignmentEventKind.RoleChanged => NoticeKind.RoleChanged,
        AssignmentEventKind.DeadlineChanged => NoticeKind.DeadlineChanged,
        AssignmentEventKind.Accepted => NoticeKind.Accepted,
        AssignmentEventKind.Returned => NoticeKind.Returned,
        AssignmentEventKind.Urged => NoticeKind.Urged,
        AssignmentEventKind.ExtensionGranted => NoticeKind.ExtensionGranted,
        AssignmentEventKind.ExtensionRefused => NoticeKind.ExtensionRefused,
        AssignmentEventKind.DeclineRefused => NoticeKind.DeclineRefused,
        AssignmentEventKind.ObstacleSettled => NoticeKind.ObstacleSettled,
        AssignmentEventKind.PassedOn => NoticeKind.PassedOn,
        AssignmentEventKind.Suspended => NoticeKind.Suspended,
        AssignmentEventKind.Resumed => NoticeKind.Resumed,
        AssignmentEventKind.Reworded => NoticeKind.Reworded,
        AssignmentEventKind.Withdrawn => NoticeKind.Withdrawn,
        _ => null,
    };

    /// <summary>One event with whom it is told: the accounts of a unit, or those of some roles.</summary>
    private sealed record Told(AssignmentEvent Event, NoticeKind Kind, int? UnitId, UserRole[] Roles);
}
