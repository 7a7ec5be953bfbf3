using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Directives;
using PartyOfficeTracker.Core.Documents;
using PartyOfficeTracker.Core.Findings;

namespace PartyOfficeTracker.Core.Search;

public enum SearchKind
{
    Conference,
    Finding,
    Remark,
    Directive,
    Document,
}

/// <summary>Something the search can find, with its folded words. Kept by <see cref="Data.ChangeRecorder"/> in the change's own save.</summary>
public sealed class SearchEntry
{
    public int Id { get; init; }

    public SearchKind Kind { get; init; }

    public Conference? Conference { get; init; }

    public int? ConferenceId { get; init; }

    public Finding? Finding { get; init; }

    public int? FindingId { get; init; }

    public Remark? Remark { get; init; }

    public int? RemarkId { get; init; }

    public Directive? Directive { get; init; }

    public int? DirectiveId { get; init; }

    public CitedDocument? Document { get; init; }

    public int? DocumentId { get; init; }

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
