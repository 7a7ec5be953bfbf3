using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>One unit a directive would be given to.</summary>
/// <param name="UnitId">The unit of the conference's day.</param>
/// <param name="Role">What it would answer for.</param>
/// <param name="PassesTo">The unit that carries on its work today; null when it still does itself.</param>
public sealed record PlannedUnit(int UnitId, AssignmentRole Role, int? PassesTo);

/// <summary>What would become of one directive.</summary>
public sealed record PlannedDirective
{
    public required Row Directive { get; init; }

    public required AssignUnits Wanted { get; init; }

    public IReadOnlyList<PlannedUnit> Units { get; init; } = [];

    /// <summary>How many of the chosen units have it already.</summary>
    public int Have { get; init; }

    /// <summary>How many of the chosen classes had it once and keep it withdrawn: only a unit named singly gets it again.</summary>
    public int Withdrawn { get; init; }

    /// <summary>The deadline as ordered.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Nobody said when, and somebody should.</summary>
    public bool NeedsDeadline { get; init; }

    public bool IsPast { get; init; }

    /// <summary>Nothing says whom it is meant for: a person has to choose.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>What an action would do, before it does it.</summary>
public sealed record AssignmentPlan(IReadOnlyList<PlannedDirective> Directives)
{
    private IEnumerable<PlannedDirective> Given => Directives.Where(d => d.Units.Count > 0);

    public int Count => Directives.Sum(d => d.Units.Count);

    public int Units => Directives.SelectMany(d => d.Units).Select(u => u.UnitId).Distinct().Count();

    public int WithoutDeadline => Given.Count(d => d.NeedsDeadline);

    public int Past => Given.Count(d => d.IsPast);

    public int Open => Directives.Count(d => d.IsOpen);

    public int Withdrawn => Directives.Sum(d => d.Withdrawn);

    /// <summary>How many assignments pass to a successor at once, because the unit has ended since.</summary>
    public int PassedOn => Directives.SelectMany(d => d.Units).Count(u => u.PassesTo is not null);
}

/// <summary>What one action assigned, and what is left of it.</summary>
/// <param name="Action">Names the action: the moment it was entered.</param>
/// <param name="At">The same, UTC.</param>
/// <param name="By">Who did it.</param>
/// <param name="Made">How many assignments it made.</param>
/// <param name="Left">How many of them are not withdrawn.</param>
/// <param name="Reported">How many of those have a report, or are closed, and stay.</param>
public sealed record AssignmentAction(long Action, DateTime At, string? By, int Made, int Left, int Reported);
