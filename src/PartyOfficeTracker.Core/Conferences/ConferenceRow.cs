using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>Whom a fact or an order speaks of.</summary>
public enum Addressee
{
    NotStated,
    CentralOffice,
    ProvincialOffices,
    Both,
    Sector,
    OneUnit,
}

/// <summary>What the rows of the minutes are; the clerk moves a row from one kind to another.</summary>
public enum RowKind
{
    Achievement,
    Shortcoming,
    Obstacle,
    Remark,
    Recommendation,
    Directive,
    Award,
    Emulation,
    Training,
}

/// <summary>One row of the minutes, in the order of the minutes, with the place in the source it came from.</summary>
public abstract class ConferenceRow : IVersioned
{
    public const int TextLength = 4000;

    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public int ConferenceId { get; init; }

    public Conference? Conference { get; init; }

    /// <summary>Order among the rows of the same kind, from 1, without gaps after each change.</summary>
    public int Position { get; set; }

    public required string Text { get; set; }

    public Addressee Addressee { get; set; }

    public int? AddresseeUnitId { get; set; }

    public Unit? AddresseeUnit { get; set; }

    public int? FieldOfWorkId { get; set; }

    public FieldOfWork? FieldOfWork { get; set; }

    public int? SourceId { get; set; }

    public Source? Source { get; set; }

    /// <summary>Where the row stands in the source's text: characters from its beginning.</summary>
    public int? SpanStart { get; set; }

    /// <summary>The first character after the row in the source's text.</summary>
    public int? SpanEnd { get; set; }

    public Guid Version { get; set; }

    public abstract RowKind RowKind { get; }

    /// <summary>Leads to the row's sentence in its source; null when it was typed.</summary>
    public string? SourceAddress() => SourceId is { } source && SpanStart is { } from && SpanEnd is { } to ? MentionItem.AddressOf(ConferenceId, source, from, to) : null;
}
