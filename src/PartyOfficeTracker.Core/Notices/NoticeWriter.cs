using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Recommendations;

namespace PartyOfficeTracker.Core.Notices;

/// <summary>
/// Tells, as part of the save that adds an event of an assignment, writes a recommendation or answers one, everybody who must know of it, and never the
/// person who did it.
/// Whoever of the units and of the office a save concerns is read in one query, however many events it has.
/// </summary>
internal static class NoticeWriter
{
    private static readonly UserRole[] Leads = [UserRole.Lead];
    private static readonly UserRole[] Clerks = [UserRole.Clerk];
    private static readonly UserRole[] Office = [UserRole.Lead, UserRole.Clerk];

    public static async Task UpdateAsync(AppDbContext db, IReadOnlyList<EntityEntry> changes, DateTime now, CancellationToken cancel)
    {
        var told = new List<Told>();
        foreach (var change in changes)
        {
            if (change.State == EntityState.Added && change.Entity is AssignmentEvent { Assignment: { } assignment } happened)
            {
                told.AddRange(ToldOf(happened, assignment));
            }
            else if (IsAnswer(change) && change.Entity is Recommendation { UnitId: { } unit, WithdrawnOn: null } answered)
            {
                told.Add(new Told(ToldOf(answered, change.State == EntityState.Added, now), unit, [], answered.AnsweredById));
            }
            else if (change.State == EntityState.Added && change.Entity is Recommendation { EnteredAt: { } at, AnsweredOn: null } written)
            {
                var what = new What(NoticeKind.RecommendationWritten, "recommendation:" + written.Uid.ToString("N"), at, null, written);
                told.Add(new Told(what, null, Office, written.EnteredById));
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
        var notices = told.OrderBy(t => t.What.At).SelectMany(t => (t.UnitId is { } unit ? byUnit[unit] : t.Roles.SelectMany(r => byRole[r]))
            .Where(id => id != t.ById)
            .Select(id => new Notice
            {
                UserId = id,
                Key = t.What.Key,
                Kind = t.What.Kind,
                Assignment = t.What.Event?.Assignment,
                Recommendation = t.What.Recommendation,
                Event = t.What.Event,
                At = t.What.At,
            }));
        db.Notices.AddRange(notices.ToList());
    }

    /// <summary>Answered by this save, or answered in other words.</summary>
    private static bool IsAnswer(EntityEntry change) => change.Entity is Recommendation { AnsweredOn: not null } && (change.State == EntityState.Added
        || (change.State == EntityState.Modified
            && (change.Property(nameof(Recommendation.AnsweredOn)).IsModified || change.Property(nameof(Recommendation.AnsweringDocument)).IsModified
                || change.Property(nameof(Recommendation.Answer)).IsModified)));

    /// <summary>What was answered before its minutes were published is told of with the day of the answer.</summary>
    private static What ToldOf(Recommendation answered, bool isNew, DateTime now)
    {
        var at = answered.AnsweredAt ?? (isNew ? HanoiTime.ToUtc(answered.AnsweredOn!.Value.ToDateTime(TimeOnly.MinValue)) : now);
        return new What(NoticeKind.RecommendationAnswered, "answer:" + answered.Version.ToString("N"), at, null, answered);
    }

    private static What ToldOf(AssignmentEvent happened, NoticeKind kind) =>
        new(kind, "event:" + happened.Uid.ToString("N"), happened.EnteredAt, happened, null);

    private static IEnumerable<Told> ToldOf(AssignmentEvent happened, Assignment assignment)
    {
        if (OfOffice(happened) is var (kind, roles))
        {
            yield return new Told(ToldOf(happened, kind), null, roles, happened.EnteredById);
            yield break;
        }

        // A unit is told of nothing before it sees the task.
        if (assignment.VisibleOn is null || OfUnit(happened) is not { } told)
        {
            yield break;
        }

        var isMoved = happened.Kind is AssignmentEventKind.PassedOn or AssignmentEventKind.Reassigned;
        var unit = isMoved ? happened.UnitId : assignment.UnitId;
        yield return new Told(ToldOf(happened, told), unit, [], happened.EnteredById);
        if (isMoved && happened.OldUnitId is { } before)
        {
            yield return new Told(ToldOf(happened, NoticeKind.PassedAway), before, [], happened.EnteredById);
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
        AssignmentEventKind.PassedOn or AssignmentEventKind.Reassigned => NoticeKind.PassedOn,
        AssignmentEventKind.Suspended => NoticeKind.Suspended,
        AssignmentEventKind.Resumed => NoticeKind.Resumed,
        AssignmentEventKind.Reworded => NoticeKind.Reworded,
        AssignmentEventKind.Withdrawn => NoticeKind.Withdrawn,
        _ => null,
    };

    /// <summary>What there is to tell: an event of a task, or a recommendation that was written or answered.</summary>
    private sealed record What(NoticeKind Kind, string Key, DateTime At, AssignmentEvent? Event, Recommendation? Recommendation);

    /// <summary>With whom it is told, the accounts of a unit or those of some roles, and who did it and need not be told.</summary>
    private sealed record Told(What What, int? UnitId, UserRole[] Roles, int? ById);
}
