using System.Globalization;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>What the list of conferences is narrowed to; every part may be absent.</summary>
/// <param name="Year">The year the conference was held.</param>
/// <param name="Reviewed">The year whose summary it counts in.</param>
/// <param name="After">Where the page begins; see <see cref="Common.DayKey"/>.</param>
public sealed record ConferenceFilter(
    int? Year, int? Reviewed, int? OrganiserId, ConferenceKind? Kind, ConferenceState? State, string? Text, string? After)
{
    /// <summary>By one of <see cref="ConferenceReader.SortColumns"/>; null for the newest first.</summary>
    public Sort? Sort { get; init; }

    /// <summary>Rows of a page.</summary>
    public int Size { get; init; } = ConferenceReader.PageSize;
}

public sealed record ConferenceListItem(
    int Id, string Title, ConferenceKind Kind, ConferenceState State, ConferenceCourse Course, DateOnly Date, DateOnly? LastDay, DaySession Session,
    int OrganiserId, int Achievements, int Shortcomings, int Directives);

/// <summary>One row of the minutes as pages show it, with all that hangs on it.</summary>
public sealed class MinutesRow : RowFacts
{
    public int Id { get; init; }

    public int Position { get; init; }

    public int ConferenceId { get; init; }

    /// <summary>How many units a directive is assigned to.</summary>
    public int Assignments { get; init; }

    public int? SourceId { get; init; }

    public int? SpanStart { get; init; }

    public int? SpanEnd { get; init; }

    public IReadOnlyList<FigureItem> Figures { get; init; } = [];

    /// <summary>The other accounts that say the same.</summary>
    public IReadOnlyList<MentionItem> Mentions { get; init; } = [];

    /// <summary>What was changed since the conference was published.</summary>
    public IReadOnlyList<PublishedItem> Changes { get; init; } = [];

    /// <summary>What is written beside the row: number of a directive, speaker of a remark, recipient of an award.</summary>
    public string? Note => Kind == RowKind.Directive ? Number : Kind.IsRemark() ? SpeakerName : Kind.IsOutcome() ? Recipient : null;

    /// <summary>Names the row in addresses and element ids: "row-12".</summary>
    public string Anchor => AnchorOf(Id);

    /// <summary>Leads to the row's sentence in its source; null when it was typed.</summary>
    public string? SourceAddress => MentionItem.AddressOf(ConferenceId, SourceId, SpanStart, SpanEnd);

    public static string AnchorOf(int id) => string.Create(CultureInfo.InvariantCulture, $"row-{id}");
}

public sealed record ChairItem(int Id, string Name, string? Title, Guid Version);

public sealed record PointItem(int Id, string Place, int? UnitId, string? Room, string? ChairName, string? ChairTitle, string? Attendance, Guid Version);

public sealed record SourceItem(int Id, string Outlet, string? Author, DateOnly? PublishedOn, string? Url, bool HasText);

/// <param name="RowId">The row that cites it; null when the conference as a whole does.</param>
public sealed record CitationItem(int Id, int DocumentId, string AsPrinted, int? RowId);

/// <summary>A passage of a further account that says the same as a row.</summary>
public sealed record MentionItem(int SourceId, int From, int To)
{
    public string? Address(int conferenceId) => AddressOf(conferenceId, SourceId, From, To);

    internal static string? AddressOf(int conference, int? source, int? from, int? to) => source is null || from is null || to is null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"/conferences/{conference}/sources/{source}?from={from}&to={to}#span");
}

public sealed record FigureItem(decimal Value, FigureBound Bound, string OfWhat);

/// <summary>What units have of a conference.</summary>
/// <param name="Assignments">Directives times units.</param>
/// <param name="Units">How many units.</param>
/// <param name="Open">Assignments neither completed nor withdrawn.</param>
/// <param name="Reported">Assignments somebody has reported on.</param>
public sealed record AssignedWork(int Assignments, int Units, int Open, int Reported);

/// <summary>A conference with everything recorded of it.</summary>
public sealed record ConferenceDetails
{
    public required Conference Head { get; init; }

    public string? ReviewedByName { get; init; }

    /// <summary>The act the reader would take back next.</summary>
    public UndoItem? Undo { get; init; }

    /// <summary>A clerk hands the draft in, a lead publishes it.</summary>
    public bool LeadPublishes { get; init; }

    /// <summary>Rows that were published and are gone.</summary>
    public IReadOnlyList<PublishedItem> Removed { get; init; } = [];

    /// <summary>What was changed after publication in the head, and among chairs and points.</summary>
    public IReadOnlyList<PublishedItem> HeadChanges { get; init; } = [];

    /// <summary>What units have of it, as a person must know who takes it from them or closes it.</summary>
    public AssignedWork Work { get; init; } = new(0, 0, 0, 0);

    public IReadOnlyList<ChairItem> Chairs { get; init; } = [];

    public IReadOnlyList<PointItem> Points { get; init; } = [];

    public IReadOnlyList<SourceItem> Sources { get; init; } = [];

    public IReadOnlyList<CitationItem> Citations { get; init; } = [];

    public string OutletOf(MentionItem mention) => Sources.FirstOrDefault(s => s.Id == mention.SourceId)?.Outlet ?? "";

    public ILookup<RowKind, MinutesRow> Rows { get; init; } = Array.Empty<MinutesRow>().ToLookup(r => r.Kind);

    public int? Expected(RowKind kind) => Head.Expected(kind);

    /// <summary>The numbers of the rows of each kind, in order.</summary>
    public ILookup<RowKind, int> Order => Rows.SelectMany(g => g).ToLookup(r => r.Kind, r => r.Id);
}

/// <summary>Which rows an act on the minutes has made or changed.</summary>
/// <param name="Rows">These; the order of all comes along in any case.</param>
/// <param name="From">And those of a number from here on, which an act has added.</param>
/// <param name="All">Or all of them.</param>
public sealed record ChangedRows(IReadOnlyCollection<int> Rows, int? From = null, bool All = false);

/// <summary>A few rows of a conference with the order of all, for a page that has shown the others before.</summary>
public sealed record MinutesPart(Conference Head, ILookup<RowKind, int> Order, IReadOnlyList<MinutesRow> Rows)
{
    /// <summary>The act the reader would take back next.</summary>
    public UndoItem? Undo { get; init; }
}
