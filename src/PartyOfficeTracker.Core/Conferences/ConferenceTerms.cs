namespace PartyOfficeTracker.Core.Conferences;

public enum ConferenceKind
{
    Briefing,
    YearEndReview,
    HalfYearReview,
    QuarterlyReview,
    Thematic,
}

public enum ConferenceForm
{
    Online,
    InPerson,
    Hybrid,
}

public enum DaySession
{
    NotStated,
    Morning,
    Afternoon,
    Evening,
    WholeDay,
}

public enum ConferenceState
{
    Draft,
    Published,
    Closed,
}

/// <summary>What became of the plan to hold a conference.</summary>
public enum ConferenceCourse
{
    AsPlanned,

    /// <summary>Put off to another day, which may not be known yet.</summary>
    PutOff,

    /// <summary>It is not held.</summary>
    Cancelled,
}
