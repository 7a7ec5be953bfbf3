using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.MinutesReader;
using DaySession = PartyOfficeTracker.Core.Conferences.DaySession;

namespace PartyOfficeTracker.Core.Import;

/// <summary>A report as it comes in, by the clipboard or as a file.</summary>
public sealed record PasteReport
{
    public string? Text { get; init; }

    public string? Outlet { get; init; }

    public string? Author { get; init; }

    public string? Url { get; init; }

    public DateOnly? PublishedOn { get; init; }
}

/// <summary>The bytes of an upload and the name it came under.</summary>
public sealed record ReportFile(byte[] Content, string Name);

/// <summary>Where a pasted report went: a draft to go on with, or the conference that has it already.</summary>
public sealed record PastedReport(int? DraftId, bool IsNew, int? ConferenceId);

public sealed record ImportListItem(int Id, string? Title, string Outlet, string OwnerName, DateTime CreatedAt, int Rows);

/// <summary>The head of the draft as the clerk corrects it.</summary>
public sealed record EditImportHead
{
    public string? Title { get; init; }

    public DateOnly? Date { get; init; }

    public DaySession? Session { get; init; }

    public ConferenceKind Kind { get; init; }

    public ConferenceForm? Form { get; init; }

    public int? OrganiserId { get; init; }

    public string? Reviewed { get; init; }

    public string? Ahead { get; init; }

    public string? Outlet { get; init; }

    public string? Author { get; init; }

    public Guid Version { get; init; }
}

public enum ImportRowAction
{
    Save,
    Accept,
    Discard,
    Split,
    Merge,
}

public sealed record EditImportRow
{
    public string? Text { get; init; }

    public RowKind Kind { get; init; }

    public ImportRowAction Action { get; init; }

    public Guid Version { get; init; }
}

/// <summary>Everything the review page shows.</summary>
public sealed record ImportReview(ImportDraft Draft, MinutesDraft Read, IReadOnlyList<SourceSegment> Segments, IReadOnlyList<ImportComparison> Existing);

/// <summary>What is taken over.</summary>
public sealed record TakeOver
{
    /// <summary>The conference the report is added to; null for a new one.</summary>
    public int? Into { get; init; }

    /// <summary>A new conference although one of the same day, session and organiser is there.</summary>
    public bool IsSeparate { get; init; }

    /// <summary>The rows to add to a conference that exists.</summary>
    public IReadOnlyList<int> Rows { get; init; } = [];

    public Guid Version { get; init; }
}

/// <summary>A stretch of the source of one nature. <see cref="Marks"/> are the rows that begin here, <see cref="Rows"/> those it belongs to.</summary>
public sealed record SourceSegment(Span Span, BlockKind Kind, string Detail, IReadOnlyList<ImportRow> Rows, IReadOnlyList<int> Marks);
