using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>
/// What an actor may see of the follow-up: a province its own tasks and those its forerunners closed, once their conference is published;
/// everybody else every unit's.
/// </summary>
public static class AssignmentVisibility
{
    public static IQueryable<Assignment> VisibleTo(this IQueryable<Assignment> assignments, Actor actor) => actor.ReadsEverything
        ? assignments
        : assignments.Where(a => actor.UnitIds.Contains(a.UnitId) && a.Shown == 1);
}
