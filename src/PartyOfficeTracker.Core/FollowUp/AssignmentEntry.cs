using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>Who enters something about an assignment, and when.</summary>
/// <param name="UserId">The account; null for the daily work.</param>
/// <param name="At">The moment, UTC.</param>
/// <param name="Calendar">Where deadlines that fall on a day off move to; null when no deadline is set.</param>
public sealed record AssignmentEntry(int? UserId, DateTime At, WorkCalendar? Calendar = null)
{
    /// <summary>The day of the moment in Hà Nội.</summary>
    public DateOnly Today => HanoiTime.ToDay(At);

    public static AssignmentEntry Now(Actor actor, TimeProvider time, WorkCalendar? calendar = null) =>
        new(actor.UserId, time.GetUtcNow().UtcDateTime, calendar);
}

/// <summary>The document that changes or withdraws what was ordered.</summary>
public sealed record Paper(string Number, DateOnly Date);
