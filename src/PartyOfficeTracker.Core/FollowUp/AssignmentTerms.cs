namespace PartyOfficeTracker.Core.FollowUp;

public enum AssignmentRole
{
    /// <summary>Answers for the result.</summary>
    Lead,

    /// <summary>Contributes; the directive does not wait for it.</summary>
    Coordinating,
}

/// <summary>Whose turn it is with an assignment.</summary>
public enum Turn
{
    /// <summary>Closed or suspended.</summary>
    Nobody,

    /// <summary>The unit works.</summary>
    Unit,

    /// <summary>A report waits for acceptance or return.</summary>
    Decision,

    /// <summary>A request for a later deadline waits for an answer.</summary>
    Extension,

    /// <summary>The unit says that the task is not its own.</summary>
    Decline,

    /// <summary>An obstacle waits for somebody above the unit.</summary>
    Obstacle,
}

/// <summary>Who must decide on an obstacle.</summary>
public enum DecisionLevel
{
    /// <summary>The central party office.</summary>
    CentralOffice,

    /// <summary>A commission of the Central Committee.</summary>
    CentralCommission,

    /// <summary>The Secretariat or the Politburo.</summary>
    Secretariat,
}

/// <summary>What the centre asks a unit for between two reports.</summary>
public enum UrgeKind
{
    /// <summary>To get on with it.</summary>
    Urge,

    /// <summary>To show evidence.</summary>
    Evidence,

    /// <summary>To check the figures it reported.</summary>
    Figures,
}
