using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Units;

/// <summary>Who must know that a unit ended, has a successor, or that the calendar is another; the units know nobody.</summary>
public interface IUnitFollower
{
    /// <summary>A unit's days or its successor were changed, and saved.</summary>
    Task UnitChangedAsync(Actor actor, CancellationToken cancel);

    /// <summary>A day off or a day worked was added or removed, and saved.</summary>
    /// <returns>Why the deadlines could not follow; null when they did.</returns>
    Task<Failure?> CalendarChangedAsync(Actor actor, DateOnly day, CancellationToken cancel);
}
