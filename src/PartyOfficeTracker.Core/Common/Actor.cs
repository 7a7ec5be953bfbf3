namespace PartyOfficeTracker.Core.Common;

/// <summary>What an account may do. One account has one role (docs/decisions/0003).</summary>
public enum UserRole
{
    Clerk,
    Lead,
    Province,
    Leadership,
    Inspector,
    Administrator,
}

/// <summary>The person on whose behalf a service works, as the database knows them at this request.</summary>
public sealed record Actor(int UserId, string UserName, string DisplayName, UserRole Role, int? UnitId)
{
    /// <summary>Clerks and leads write conferences, assign directives and report for units without an account.</summary>
    public bool WritesConferences => Role is UserRole.Clerk or UserRole.Lead;

    /// <summary>Everybody but provinces reads drafts and every unit's reports.</summary>
    public bool ReadsEverything => Role is not UserRole.Province;

    public bool DecidesOnReports => Role is UserRole.Lead;

    public bool Administers => Role is UserRole.Administrator;

    /// <summary>The actor's unit and those whose work it carries on.</summary>
    public IReadOnlyList<int> UnitIds { get; init; } = UnitId is { } own ? [own] : [];

    /// <summary>Whether all years of a unit may be read: a province's are its own.</summary>
    public bool ReadsUnit(int unitId) => ReadsEverything || UnitIds.Contains(unitId);
}
