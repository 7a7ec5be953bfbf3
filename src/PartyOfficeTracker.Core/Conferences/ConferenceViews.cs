using PartyOfficeTracker.Core.Directives;
using PartyOfficeTracker.Core.Findings;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>What the list of conferences is narrowed to; every part may be absent.</summary>
/// <param name="Year">The year the conference was held.</param>
/// <param name="Reviewed">The year whose summary it counts in.</param>
/// <param name="After">Where the page begins; see <see cref="Common.DayKey"/>.</param>
public sealed record ConferenceFilter(
    int? Year, int? Reviewed, int? OrganiserId, ConferenceKind? Kind, ConferenceState? State, string? Text, string? After);

public sealed record ConferenceListItem(
    int Id, string Title, ConferenceKind Kind, ConferenceState State, DateOnly Date, DaySession Session, int OrganiserId,
    int Achievements, int Shortcomings, int Directives);

/// <summary>One row of the minutes as pages show it, whatever its kind.</summary>
public sealed record MinutesRow
{
    public RowKind Kind { get; init; }

    public int Id { get; init; }

    public int Position { get; init; }

    public required string Text { get; init; }

    public Addressee Addressee { get; init; }

    public int? AddresseeUnitId { get; init; }

    public int? FieldOfWorkId { get; init; }

    /// <summary>Number of a directive, extent of a finding, speaker of a remark, recipient of an award.</summary>
    public string? Note { get; init; }

    /// <summary>Unit that reported a finding or spoke a remark.</summary>
    public int? UnitId { get; init; }

    public DateOnly? DueOn { get; init; }

    public string? DeadlineText { get; init; }

    public DeadlineKind? DeadlineKind { get; init; }

    /// <summary>How many units a directive is assigned to.</summary>
    public int Assignments { get; init; }

    /// <summary>Answered recommendation.</summary>
    public bool IsAnswered { get; init; }

    public int? SourceId { get; init; }

    public int? SpanStart { get; init; }

    public int? SpanEnd { get; init; }

    /// <summary>Names the row in addresses and element ids: "finding-12".</summary>
    public RowReference Reference => new(RowReference.TableOf(Kind), Id);

    /// <summary>Leads to the row's sentence in its source; null when it was typed.</summary>
    public string? SourceAddress(int conferenceId) => SourceId is { } source && SpanStart is { } from && SpanEnd is { } to
        ? MentionItem.AddressOf(conferenceId, source, from, to)
        : null;
}

public enum RowTable
{
    Finding,
    Remark,
    Directive,
    Outcome,
}

/// <summary>Which row: the table it lies in and its id there.</summary>
public readonly record struct RowReference(RowTable Table, int Id)
{
    public static RowTable TableOf(RowKind kind) => kind switch
    {
        RowKind.Achievement or RowKind.Shortcoming or RowKind.Obstacle => RowTable.Finding,
        RowKind.Remark or RowKind.Recommendation => RowTable.Remark,
        RowKind.Directive => RowTable.Directive,
        _ => RowTable.Outcome,
    };

    public static RowReference? Parse(string? text)
    {
        var parts = text?.Split('-');
        return parts is { Length: 2 }
            && Enum.TryParse<RowTable>(parts[0], ignoreCase: true, out var table)
            && Enum.IsDefined(table)
            && int.TryParse(parts[1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id)
            ? new RowReference(table, id)
            : null;
    }

    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Table.ToString().ToLowerInvariant()}-{Id}");
}

public sealed record ChairItem(int Id, string Name, string? Title, Guid Version);

public sealed record PointItem(int Id, string Place, int? UnitId, string? Room, string? ChairName, string? ChairTitle, string? Attendance, Guid Version);

public sealed record SourceItem(int Id, string Outlet, string? Author, DateOnly? PublishedOn, string? Url, bool HasText);

public sealed record CitationItem(int Id, int DocumentId, string AsPrinted, RowReference? Row);

/// <summary>A passage of a further account that says the same as a row.</summary>
public sealed record MentionItem(string Outlet, int SourceId, int From, int To)
{
    public string Address(int conferenceId) => AddressOf(conferenceId, SourceId, From, To);

    internal static string AddressOf(int conference, int source, int from, int to) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/conferences/{conference}/sources/{source}?from={from}&to={to}#span");
}

public sealed record FigureItem(int FindingId, decimal Value, FigureBound Bound, string OfWhat);

/// <summary>A conference with everything recorded of it.</summary>
public sealed record ConferenceDetails
{
    public required Conference Head { get; init; }

    public string? ReviewedByName { get; init; }

    public IReadOnlyList<ChairItem> Chairs { get; init; } = [];

    public IReadOnlyList<PointItem> Points { get; init; } = [];

    public IReadOnlyList<SourceItem> Sources { get; init; } = [];

    public IReadOnlyList<CitationItem> Citations { get; init; } = [];

    /// <summary>The other accounts that say the same as a row.</summary>
    public ILookup<RowReference, MentionItem> Mentions { get; init; } = Array.Empty<MentionItem>().ToLookup(_ => default(RowReference));

    public IReadOnlyList<FigureItem> Figures { get; init; } = [];

    public ILookup<RowKind, MinutesRow> Rows { get; init; } = Array.Empty<MinutesRow>().ToLookup(r => r.Kind);

    public int? Expected(RowKind kind) => kind switch
    {
        RowKind.Achievement => Head.ExpectedAchievements,
        RowKind.Shortcoming => Head.ExpectedShortcomings,
        RowKind.Directive => Head.ExpectedDirectives,
        _ => null,
    };
}
