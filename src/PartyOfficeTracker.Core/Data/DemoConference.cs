using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.Core.Data;

/// <summary>One conference of demo.json.</summary>
internal sealed record DemoConference
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    public ConferenceKind Kind { get; init; }

    public ConferenceForm Form { get; init; }

    public DateOnly Date { get; init; }

    public DaySession Session { get; init; }

    public required string Organiser { get; init; }

    public string? Reviewed { get; init; }

    public string? Ahead { get; init; }

    public string? Presenter { get; init; }

    public string? PresenterTitle { get; init; }

    public IReadOnlyList<int> Expected { get; init; } = [];

    public IReadOnlyList<DemoPerson> Chairs { get; init; } = [];

    public IReadOnlyList<DemoPoint> Points { get; init; } = [];

    public IReadOnlyList<DemoSource> Sources { get; init; } = [];

    public IReadOnlyList<string> Documents { get; init; } = [];

    public IReadOnlyList<DemoRemark> Remarks { get; init; } = [];

    public IReadOnlyList<DemoFinding> Achievements { get; init; } = [];

    public IReadOnlyList<DemoFinding> Shortcomings { get; init; } = [];

    public IReadOnlyList<DemoFinding> Obstacles { get; init; } = [];

    public IReadOnlyList<DemoDirective> Directives { get; init; } = [];

    public IReadOnlyList<DemoOutcome> Outcomes { get; init; } = [];
}

internal sealed record DemoPerson(string Name, string? Title);

internal sealed record DemoPoint(string Place, string? Unit, string? Room, string? Chair, string? ChairTitle, string? Attendance);

internal sealed record DemoSource(string Outlet, string? Author, DateOnly? Published);

internal sealed record DemoRemark(RowKind Kind, string Speaker, string? SpeakerTitle, string? Unit, string Text, string? To, string? Basis);

internal sealed record DemoFinding(string Text, string? Extent, string? Field, Addressee To, string? Unit, string? Figure, string? Cites);

internal sealed record DemoDirective(
    string? Number, string Text, DeadlineKind Deadline, DateOnly? Due, string? Words, bool Immediate, string? Field, Addressee To,
    AuthorityVerb Verb, string Assign, string? Deliverable, string? Cites, IReadOnlyList<int>? Cures);

internal sealed record DemoOutcome(RowKind Kind, string Text, string? Recipient);
