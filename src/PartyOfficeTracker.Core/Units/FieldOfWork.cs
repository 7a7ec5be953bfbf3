using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Units;

/// <summary>A field of work (lĩnh vực công tác) that findings and directives belong to. Administrators edit the table.</summary>
public sealed class FieldOfWork : IVersioned
{
    public const int NameLength = 120;
    public const int WordsLength = 1000;

    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>
    /// The words by which the minutes reader knows the field in a text, separated by commas. Null until an administrator has touched
    /// them: then the words the reader brings for a field of this name hold.
    /// </summary>
    public string? Words { get; set; }

    public int SortOrder { get; set; }

    /// <summary>A retired field stays on old rows and is no longer offered.</summary>
    public bool IsRetired { get; set; }

    public Guid Version { get; set; }

    string? IVersioned.AuditLabel => Name;
}

/// <summary>A day on which the ordinary week does not hold: a public holiday, or a Saturday worked in exchange.</summary>
public sealed class SpecialDay : IVersioned
{
    public const int NameLength = 120;

    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public DateOnly Day { get; set; }

    public bool IsWorked { get; set; }

    public required string Name { get; set; }

    public Guid Version { get; set; }
}
