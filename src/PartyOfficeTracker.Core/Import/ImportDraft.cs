using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Import;

/// <summary>
/// A pasted report on its way to becoming a conference. What was read lies here, and nowhere else, until a clerk takes it over;
/// any clerk or lead of the office may go on with it.
/// </summary>
public sealed class ImportDraft : IVersioned
{
    public const int PeriodLength = Conference.PeriodLength;

    /// <summary>What a clerk can type of chairs, of points or of documents: some three hundred lines.</summary>
    public const int LinesLength = 20_000;

    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public int OwnerId { get; init; }

    public AppUser? Owner { get; init; }

    public required string Outlet { get; set; }

    public string? Author { get; set; }

    public string? Url { get; set; }

    public DateOnly? PublishedOn { get; set; }

    /// <summary>The report in normal form; every span is an offset into exactly this text.</summary>
    public required string Text { get; init; }

    public required string ContentHash { get; init; }

    public string? Title { get; set; }

    public DateOnly? Date { get; set; }

    public DateOnly? LastDay { get; set; }

    public DaySession? Session { get; set; }

    public ConferenceKind Kind { get; set; }

    public ConferenceForm? Form { get; set; }

    /// <summary>Null until the name read is one of the units, or a clerk has chosen.</summary>
    public int? OrganiserId { get; set; }

    public Unit? Organiser { get; set; }

    public string? Reviewed { get; set; }

    public string? Ahead { get; set; }

    /// <summary>One chair a line; see <see cref="ParticipantText"/>.</summary>
    public string? Chairs { get; set; }

    /// <summary>One connection point a line.</summary>
    public string? Points { get; set; }

    /// <summary>Who presented the report.</summary>
    public string? Presenter { get; set; }

    /// <summary>One cited document a line, as printed.</summary>
    public string? Documents { get; set; }

    public DateTime CreatedAt { get; init; }

    public List<ImportRow> Rows { get; init; } = [];

    public Guid Version { get; set; }

    string? IVersioned.AuditLabel => Title ?? Outlet;
}

/// <summary>One row the reader found, as the clerk has left it: the facts of a row of the minutes, with its place in the text.</summary>
public sealed class ImportRow : RowFacts, IVersioned
{
    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public int DraftId { get; init; }

    public ImportDraft? Draft { get; init; }

    public int SpanStart { get; set; }

    public int SpanEnd { get; set; }

    public bool IsAccepted { get; set; }

    /// <summary>The reader was not sure.</summary>
    public bool IsWeak { get; set; }

    /// <summary>The words are the clerk's, no longer exactly those of the span.</summary>
    public bool IsEdited { get; set; }

    public Guid Version { get; set; }

    string? IVersioned.AuditLabel => Text;
}
