namespace PartyOfficeTracker.Core.Units;

/// <summary>Names of units and fields of work by id: a unit's as it was on the day in question.</summary>
public sealed class NameBook(IReadOnlyList<UnitInfo> units, IReadOnlyList<FieldInfo> fields)
{
    private readonly Dictionary<int, UnitInfo> _units = units.ToDictionary(u => u.Id);
    private readonly Dictionary<int, FieldInfo> _fields = fields.ToDictionary(f => f.Id);

    public static readonly NameBook Empty = new([], []);

    /// <summary>All units, living and merged, in official order.</summary>
    public IReadOnlyList<UnitInfo> Units { get; } = units;

    public IReadOnlyList<FieldInfo> Fields { get; } = fields;

    public IEnumerable<UnitInfo> UnitsOn(DateOnly day) => Units.Where(u => u.IsValidOn(day));

    /// <returns>Empty for no unit.</returns>
    public string Unit(int? id, DateOnly day) => id is { } known && _units.TryGetValue(known, out var unit) ? unit.NameOn(day) : "";

    /// <returns>Null for no field.</returns>
    public string? Field(int? id) => id is { } known && _fields.TryGetValue(known, out var field) ? field.Name : null;
}
