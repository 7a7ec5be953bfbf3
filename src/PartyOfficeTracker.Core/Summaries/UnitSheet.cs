using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Summaries;

/// <summary>One year of one unit: the block of the summary, and what happened to the tasks given for that year.</summary>
/// <param name="Extensions">Extensions granted while the unit had the task.</param>
/// <param name="Returns">Reports returned to it.</param>
/// <param name="Lateness">Days past the deadline while it had the task, by whose they are.</param>
/// <param name="GivenAway">Tasks it had until the centre gave them to another unit: their days count, and they are in none of the figures.</param>
public sealed record UnitYear(int Year, ResultFigures Figures, int Extensions, int Returns, Lateness Lateness, int GivenAway);

/// <summary>What a unit asked, and what became of it.</summary>
public sealed record UnitRecommendation(
    int Id, string Text, string? SubmittedTo, DateOnly WrittenOn, DateOnly? WishedOn, DateOnly? AnsweredOn, string? AnsweringDocument, string? Answer);

/// <summary>How a shortcoming or an obstacle names a unit.</summary>
public enum NamedAs
{
    /// <summary>It is addressed to the unit alone.</summary>
    Addressee,

    /// <summary>The unit reported it.</summary>
    Reporter,

    /// <summary>Its text names the unit.</summary>
    InText,
}

public sealed record UnitFinding(int Id, RowKind Kind, string Text, NamedAs As, int ConferenceId, string ConferenceTitle, DateOnly Date, int Year);

/// <summary>All years of one unit on one sheet.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Forerunners">Those it carries on, which are counted with it.</param>
/// <param name="AsOf">The day it was read on.</param>
/// <param name="Years">The years in which it had tasks, newest first.</param>
/// <param name="Recommendations">What waits first, then the newest answers.</param>
/// <param name="Findings">What names it, newest first.</param>
public sealed record UnitSheet(
    UnitInfo Unit, IReadOnlyList<UnitInfo> Forerunners, DateOnly AsOf, IReadOnlyList<UnitYear> Years, IReadOnlyList<UnitRecommendation> Recommendations,
    IReadOnlyList<UnitFinding> Findings)
{
    /// <summary>Tasks that were given to other units, in all years.</summary>
    public int GivenAway => Years.Sum(y => y.GivenAway);

    /// <summary>Days past deadlines in all years, by whose they are.</summary>
    public Lateness Lateness => Years.Aggregate(Lateness.None, (sum, y) => sum + y.Lateness);
}
