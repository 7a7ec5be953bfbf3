using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Units;

public enum UnitKind
{
    CentralOffice,
    CentralCommission,
    Province,
    City,
}

/// <summary>
/// An office that takes part in conferences: the central office, a central commission, a province or a city.
/// A unit lives from <see cref="ValidFrom"/> to <see cref="ValidTo"/>; after a merger its open work passes to <see cref="Successor"/>.
/// </summary>
public sealed class Unit : IVersioned
{
    public const int CodeLength = 40;
    public const int NameLength = 120;

    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public required string Code { get; init; }

    /// <summary>Place in the official order of units.</summary>
    public int SortOrder { get; set; }

    public DateOnly ValidFrom { get; set; }

    /// <summary>The last day of the unit, null while it exists.</summary>
    public DateOnly? ValidTo { get; set; }

    public int? SuccessorId { get; set; }

    public Unit? Successor { get; set; }

    public List<UnitName> Names { get; init; } = [];

    public Guid Version { get; set; }

    string? IVersioned.AuditLabel => Code;
}

/// <summary>What a unit was called, and what kind it was, from one day to another. History keeps the name of its day.</summary>
public sealed class UnitName : IVersioned
{
    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public int UnitId { get; init; }

    public Unit? Unit { get; init; }

    public required string Name { get; set; }

    public UnitKind Kind { get; set; }

    public DateOnly ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public Guid Version { get; set; }

    string? IVersioned.AuditLabel => Name;
}
