using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>What stands in an order of its own within a conference.</summary>
public interface IPlaced
{
    int Id { get; }

    int Position { get; set; }
}

/// <summary>Who chaired the conference as a whole, title as printed.</summary>
public sealed class Chair : IVersioned, ISearchable, IPlaced
{
    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public int ConferenceId { get; init; }

    public Conference? Conference { get; init; }

    public int Position { get; set; }

    public required string Name { get; set; }

    public string? Title { get; set; }

    public Guid Version { get; set; }

    string? IVersioned.AuditLabel => Name;

    string ISearchable.SearchText => Name + " " + Title;
}

/// <summary>A place linked to the conference (điểm cầu), with whoever chaired there.</summary>
public sealed class ConnectionPoint : IVersioned, ISearchable, IPlaced
{
    public const int AttendanceLength = 500;

    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public int ConferenceId { get; init; }

    public Conference? Conference { get; init; }

    public int Position { get; set; }

    public int? UnitId { get; set; }

    public Unit? Unit { get; set; }

    public required string Place { get; set; }

    public string? Room { get; set; }

    public string? ChairName { get; set; }

    public string? ChairTitle { get; set; }

    public string? Attendance { get; set; }

    public Guid Version { get; set; }

    string? IVersioned.AuditLabel => Place;

    string ISearchable.SearchText => string.Join(' ', Place, Room, ChairName, ChairTitle);
}

/// <summary>An account of the conference: a news report, the minutes, a notice of conclusions.</summary>
public sealed class Source : IVersioned, ISearchable
{
    public const int OutletLength = 200;
    public const int UrlLength = 1000;
    public const int HashLength = 64;
    public const int MaximumTextBytes = 5 * 1024 * 1024;

    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public int ConferenceId { get; init; }

    public Conference? Conference { get; init; }

    public required string Outlet { get; set; }

    public string? Author { get; set; }

    public DateOnly? PublishedOn { get; set; }

    public string? Url { get; set; }

    public string? Text { get; set; }

    /// <summary>SHA-256 of the normalised text, hexadecimal; the same text is not kept twice in one conference.</summary>
    public string? ContentHash { get; set; }

    public Guid Version { get; set; }

    string? IVersioned.AuditLabel => Outlet;

    string ISearchable.SearchText => string.Join(' ', Outlet, Author);
}
