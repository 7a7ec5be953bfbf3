using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>What an actor may see of the follow-up: a province its own tasks once their conference is published, everybody else every unit's.</summary>
public static class AssignmentVisibility
{
    public static IQueryable<Assignment> VisibleTo(this IQueryable<Assignment> assignments, Actor actor) => actor.ReadsEverything
        ? assignments
        : assignments.Where(a => a.UnitId == actor.UnitId && a.Directive!.Conference!.State != ConferenceState.Draft);
}
