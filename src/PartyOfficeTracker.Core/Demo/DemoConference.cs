using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.Core.Demo;

/// <summary>One conference of demo-years.json or demo-office.json.</summary>
internal sealed record DemoConference
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    public ConferenceKind Kind { get; init; }

    public ConferenceForm Form { get; init; }

    public DateOnly Date { get; init; }

    /// <summary>How many days after it was held it was closed, all its work done; null while it is open.</summary>
    public int? ClosedAfter { get; init; }

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

internal sealed record DemoRemark(RowKind Kind, string? Speaker, string? SpeakerTitle, string? Unit, string Text, string? To, string? Basis)
{
    public string? Answer { get; init; }

    /// <summary>The day of the answer; before it the recommendation waits.</summary>
    public DateOnly? Answered { get; init; }

    public string? AnsweringDocument { get; init; }

    /// <summary>How many days after the conference it was answered, where no day is named.</summary>
    public int? AnsweredAfter { get; init; }
}

internal sealed record DemoFinding(string Text, string? Extent, string? Field, Addressee To, string? Unit, string? Figure, string? Cites);

internal sealed record DemoDirective
{
    public string? Number { get; init; }

    public required string Text { get; init; }

    public DeadlineKind Deadline { get; init; }

    public DateOnly? Due { get; init; }

    /// <summary>The deadline by days after the conference.</summary>
    public int? WithinDays { get; init; }

    /// <summary>The deadline by working days after today, or before it when negative.</summary>
    public int? WorkingDays { get; init; }

    public string? Words { get; init; }

    public bool Immediate { get; init; }

    public string? Field { get; init; }

    public Addressee To { get; init; }

    public AuthorityVerb Verb { get; init; }

    public string? Assign { get; init; }

    public string? Deliverable { get; init; }

    public string? Cites { get; init; }

    public IReadOnlyList<int>? Cures { get; init; }

    /// <summary>How far the units are, one story after the other over and over, in the order of units.</summary>
    public IReadOnlyList<DemoStory> Stories { get; init; } = [];

    /// <summary>What single units, by code, do instead.</summary>
    public IReadOnlyDictionary<string, DemoStory> Units { get; init; } = new Dictionary<string, DemoStory>(StringComparer.Ordinal);

    /// <summary>What a unit reports that is at it.</summary>
    public string Doing { get; init; } = "";

    /// <summary>What a unit reports that has done it.</summary>
    public string Done { get; init; } = "";
}

/// <summary>How the work of one unit on one directive goes.</summary>
internal enum DemoStory
{
    Untouched,
    InProgress,
    InTime,
    Late,

    /// <summary>Returned once, reported again, accepted.</summary>
    AfterReturn,

    /// <summary>Reported in the last days; the report waits for a decision.</summary>
    Waiting,

    /// <summary>Returned, and not reported again.</summary>
    Returned,

    /// <summary>The unit got more time, and is at it.</summary>
    Extended,

    /// <summary>The unit asks for more time and waits for the answer.</summary>
    AskingExtension,

    /// <summary>Something stands in the unit's way that the centre must decide.</summary>
    Obstructed,

    /// <summary>Not begun; the clerk has urged the unit, and no answer has come.</summary>
    Urged,
    Suspended,
}

internal sealed record DemoOutcome(RowKind Kind, string Text, string? Recipient);
