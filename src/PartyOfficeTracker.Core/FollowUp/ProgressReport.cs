using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>What a unit says it has done, hanging on the event of saying it.</summary>
public sealed class ProgressReport : IVersioned
{
    public const int TextLength = 4000;

    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public int EventId { get; init; }

    public AssignmentEvent? Event { get; init; }

    public required string Text { get; init; }

    /// <summary>0 to 100; 100 asks for a decision.</summary>
    public int Percent { get; init; }

    /// <summary>The day it happened: the newest evidence's date, else the day the reporter gave.</summary>
    public DateOnly HappenedOn { get; init; }

    public List<Evidence> Evidence { get; init; } = [];

    public Guid Version { get; set; }
}

public enum ReportVerdict
{
    Accepted,
    Returned,
}

public enum CompletionGrade
{
    Excellent,
    Good,
    Satisfactory,
}

/// <summary>Proof of work: a document by number, date and receiving body, and the file where there is one.</summary>
public sealed class Evidence : IVersioned
{
    public const int DocumentNumberLength = 100;
    public const int ReceivedByLength = 200;

    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public int ReportId { get; init; }

    public ProgressReport? Report { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    public string? ReceivedBy { get; init; }

    public StoredFile? File { get; init; }

    public Guid Version { get; set; }
}

/// <summary>An uploaded file. Kept in the database, so that one save and one backup hold everything (docs/decisions/0006).</summary>
public sealed class StoredFile
{
    public const int FileNameLength = 200;
    public const int ContentTypeLength = 100;

    public int Id { get; init; }

    public int EvidenceId { get; init; }

    public Evidence? Evidence { get; init; }

    public required string FileName { get; init; }

    public required string ContentType { get; init; }

    public long Length { get; init; }

    public required byte[] Content { get; init; }
}
