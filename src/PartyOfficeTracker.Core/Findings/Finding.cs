using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Findings;

public enum FindingKind
{
    Achievement,
    Shortcoming,
    Obstacle,
}

/// <summary>Something the conference found: an achievement, a shortcoming or an obstacle.</summary>
public sealed class Finding : ConferenceRow
{
    public const int ExtentLength = 120;

    public FindingKind Kind { get; set; }

    /// <summary>How far it reaches, in the text's words: "một số nơi", "có lúc, có việc".</summary>
    public string? Extent { get; set; }

    public int? ReportedByUnitId { get; set; }

    public Unit? ReportedByUnit { get; set; }

    public List<Figure> Figures { get; init; } = [];

    public override RowKind RowKind => Kind switch
    {
        FindingKind.Achievement => RowKind.Achievement,
        FindingKind.Shortcoming => RowKind.Shortcoming,
        _ => RowKind.Obstacle,
    };
}

/// <summary>What a number in a text promises: "trên 85%" is a bound, not 85.</summary>
public enum FigureBound
{
    Exactly,
    About,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
}

/// <summary>A number in a finding: value, bound, and of what.</summary>
public sealed class Figure : IVersioned
{
    public const int OfWhatLength = 200;

    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public int FindingId { get; init; }

    public Finding? Finding { get; init; }

    public decimal Value { get; set; }

    public FigureBound Bound { get; set; }

    /// <summary>The unit and the thing counted: "%", "đảng bộ", "ý kiến".</summary>
    public required string OfWhat { get; set; }

    public Guid Version { get; set; }
}

public enum RemarkKind
{
    Remark,
    Recommendation,
}

/// <summary>What somebody said from the floor (phát biểu), or asked of a higher level (kiến nghị).</summary>
public sealed class Remark : ConferenceRow
{
    public const int BasisLength = 500;
    public const int AnswerLength = 4000;

    public RemarkKind Kind { get; set; }

    public string? SpeakerName { get; set; }

    public string? SpeakerTitle { get; set; }

    public int? UnitId { get; set; }

    public Unit? Unit { get; set; }

    /// <summary>To whom a recommendation goes.</summary>
    public string? SubmittedTo { get; set; }

    /// <summary>The legal ground a recommendation names.</summary>
    public string? Basis { get; set; }

    public DateOnly? WishedOn { get; set; }

    public string? Answer { get; set; }

    public DateOnly? AnsweredOn { get; set; }

    public string? AnsweringDocument { get; set; }

    public override RowKind RowKind => Kind == RemarkKind.Remark ? RowKind.Remark : RowKind.Recommendation;
}

public enum OutcomeKind
{
    Award,
    Emulation,
    Training,
}

/// <summary>Other outcomes of a conference: awards given, an emulation launched, training planned.</summary>
public sealed class Outcome : ConferenceRow
{
    public OutcomeKind Kind { get; set; }

    public string? Recipient { get; set; }

    public override RowKind RowKind => Kind switch
    {
        OutcomeKind.Award => RowKind.Award,
        OutcomeKind.Emulation => RowKind.Emulation,
        _ => RowKind.Training,
    };
}
