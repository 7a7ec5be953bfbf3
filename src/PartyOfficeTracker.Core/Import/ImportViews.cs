using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Reading;
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

public sealed record ImportListItem(int Id, string? Title, DateOnly? Date, string Outlet, string OwnerName, DateTime CreatedAt, int Rows);

/// <summary>The head of the draft as the clerk corrects it.</summary>
public sealed record EditImportHead : IFormOf<ScheduleConference>
{
    public string? Title { get; init; }

    public DateOnly? Date { get; init; }

    public DateOnly? LastDay { get; init; }

    public DaySession? Session { get; init; }

    public ConferenceKind Kind { get; init; }

    public ConferenceForm? Form { get; init; }

    public int? OrganiserId { get; init; }

    public string? Reviewed { get; init; }

    public string? Ahead { get; init; }

    public string? Outlet { get; init; }

    public string? Author { get; init; }

    /// <summary>One chair a line; see <see cref="ParticipantText"/>.</summary>
    public string? Chairs { get; init; }

    /// <summary>One connection point a line.</summary>
    public string? Points { get; init; }

    public string? Presenter { get; init; }

    /// <summary>One cited document a line.</summary>
    public string? Documents { get; init; }

    public Guid Version { get; init; }

    public static EditImportHead Of(ImportDraft draft) => new()
    {
        Title = draft.Title,
        Date = draft.Date,
        LastDay = draft.LastDay,
        Session = draft.Session,
        Kind = draft.Kind,
        Form = draft.Form,
        OrganiserId = draft.OrganiserId,
        Reviewed = draft.Reviewed,
        Ahead = draft.Ahead,
        Outlet = draft.Outlet,
        Author = draft.Author,
        Chairs = draft.Chairs,
        Points = draft.Points,
        Presenter = draft.Presenter,
        Documents = draft.Documents,
        Version = draft.Version,
    };
}

/// <summary>What can be done to a row with one key.</summary>
public enum ImportRowAction
{
    Accept,
    Discard,
    Merge,

    /// <summary>To another kind.</summary>
    Move,
}

/// <summary>One key's work on a row; <see cref="Kind"/> is where it moves to.</summary>
public sealed record ActOnImportRow(ImportRowAction Action, RowKind Kind, Guid Version);

/// <summary>Everything of one row of the draft; facts its kind does not have are ignored. When it is split, the text has one line for each new row.</summary>
public sealed class EditImportRow : RowFacts
{
    public bool IsSplit { get; set; }

    public Guid Version { get; set; }

    public static EditImportRow Of(ImportRow row)
    {
        var form = new EditImportRow { Version = row.Version };
        form.TakeAll(row);
        return form;
    }
}

/// <summary>A passage of the source the reader made no row of.</summary>
public sealed record AddImportRow
{
    public RowKind Kind { get; init; }

    /// <summary>The words as they stand in the source; line breaks and spaces do not matter.</summary>
    public string? Text { get; init; }

    /// <summary>Where they were marked, when the browser knows; the first place from here on counts.</summary>
    public int? Start { get; init; }
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
