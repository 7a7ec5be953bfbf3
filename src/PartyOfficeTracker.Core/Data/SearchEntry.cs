using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Recommendations;

namespace PartyOfficeTracker.Core.Data;

public enum SearchKind
{
    Conference,
    Finding,
    Remark,
    Directive,
    Document,

    /// <summary>Awards, emulation, training.</summary>
    Outcome,

    /// <summary>Who chaired; leads to the conference.</summary>
    Person,

    /// <summary>A place linked to a conference, with whoever chaired there.</summary>
    Point,

    /// <summary>An account of a conference.</summary>
    Source,

    /// <summary>Written between conferences; one from the minutes is found as their remark.</summary>
    Recommendation,

    /// <summary>A unit by its whole name; from the directory of units, never an entry.</summary>
    Unit,
}

/// <summary>Something the search can find, with its folded words. Kept by <see cref="Data.ChangeRecorder"/> in the change's own save.</summary>
public sealed class SearchEntry
{
    public int Id { get; init; }

    /// <summary>A row that moves to another kind takes its entry along.</summary>
    public SearchKind Kind { get; set; }

    public Conference? Conference { get; init; }

    public int? ConferenceId { get; init; }

    public Row? Row { get; init; }

    public int? RowId { get; init; }

    public CitedDocument? Document { get; init; }

    public int? DocumentId { get; init; }

    public Recommendation? Recommendation { get; init; }

    public int? RecommendationId { get; init; }

    public Chair? Chair { get; init; }

    public int? ChairId { get; init; }

    public ConnectionPoint? Point { get; init; }

    public int? PointId { get; init; }

    public Source? Source { get; init; }

    public int? SourceId { get; init; }

    public List<SearchTerm> Terms { get; init; } = [];
}

/// <summary>One folded word of an entry, first in the key so that a query seeks.</summary>
public sealed class SearchTerm
{
    public const int TermLength = 40;

    public required string Term { get; init; }

    public int EntryId { get; init; }

    public SearchEntry? Entry { get; init; }
}
