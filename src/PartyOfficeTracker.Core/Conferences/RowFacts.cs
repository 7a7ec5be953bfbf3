using System.Diagnostics.CodeAnalysis;

namespace PartyOfficeTracker.Core.Conferences;

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

/// <summary>How binding the words of a directive are.</summary>
public enum AuthorityVerb
{
    NotStated,

    /// <summary>đề nghị</summary>
    Asks,

    /// <summary>yêu cầu</summary>
    Requires,
}

public enum DeadlineKind
{
    /// <summary>No deadline was said: "cần điền hạn". Never a guessed date.</summary>
    Missing,

    /// <summary>A day was said.</summary>
    Fixed,

    /// <summary>A period was said ("trong năm 2021"); the deadline is its last day.</summary>
    PeriodEnd,

    /// <summary>To be done always (thường xuyên).</summary>
    Standing,

    /// <summary>Depends on an event or a condition ("sau đại hội").</summary>
    Conditional,
}

public static class RowKinds
{
    /// <summary>What the conference found: an achievement, a shortcoming, an obstacle.</summary>
    public static bool IsFinding(this RowKind kind) => kind is RowKind.Achievement or RowKind.Shortcoming or RowKind.Obstacle;

    /// <summary>What somebody said from the floor (phát biểu), or asked of a higher level (kiến nghị).</summary>
    public static bool IsRemark(this RowKind kind) => kind is RowKind.Remark or RowKind.Recommendation;

    /// <summary>Awards given, an emulation launched, training planned.</summary>
    public static bool IsOutcome(this RowKind kind) => kind is RowKind.Award or RowKind.Emulation or RowKind.Training;

    /// <summary>A day goes with a fixed or period-end deadline, and with no other kind.</summary>
    public static bool NeedsDay(this DeadlineKind kind) => kind is DeadlineKind.Fixed or DeadlineKind.PeriodEnd;
}

/// <summary>
/// What a row of the minutes is and says: the one set of facts that the stored row, the draft row of an import and every
/// command that adds or edits a row share. A fact is declared here, ruled in <see cref="RowFactsRules"/>, and nowhere again.
/// </summary>
public abstract class RowFacts
{
    public const int TextLength = 4000;
    public const int ExtentLength = 120;
    public const int BasisLength = 500;
    public const int AnswerLength = 4000;
    public const int NumberLength = 20;
    public const int DeadlineTextLength = 200;
    public const int DeliverableLength = 500;

    public RowKind Kind { get; set; }

    [AllowNull]
    public string Text { get; set => field = value ?? ""; } = "";

    public Addressee Addressee { get; set; }

    /// <summary>Which unit, when it is addressed to one.</summary>
    public int? AddresseeUnitId { get; set; }

    public int? FieldOfWorkId { get; set; }

    /// <summary>How far a finding reaches, in the text's words: "một số nơi", "có lúc, có việc".</summary>
    public string? Extent { get; set; }

    /// <summary>The unit that reported a finding, or whose speaker made a remark.</summary>
    public int? UnitId { get; set; }

    public string? SpeakerName { get; set; }

    public string? SpeakerTitle { get; set; }

    /// <summary>To whom a recommendation goes.</summary>
    public string? SubmittedTo { get; set; }

    /// <summary>The legal ground a recommendation names.</summary>
    public string? Basis { get; set; }

    public DateOnly? WishedOn { get; set; }

    public string? Answer { get; set; }

    public DateOnly? AnsweredOn { get; set; }

    public string? AnsweringDocument { get; set; }

    /// <summary>The number of a directive as printed, null when it runs on in prose.</summary>
    public string? Number { get; set; }

    public AuthorityVerb Verb { get; set; }

    public DeadlineKind DeadlineKind { get; set; }

    /// <summary>
    /// The last day of what the text fixes, for <see cref="DeadlineKind.Fixed"/> and <see cref="DeadlineKind.PeriodEnd"/>; null for every
    /// other kind.
    /// </summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>The deadline in the text's words: "trước mắt", "trong năm 2021".</summary>
    public string? DeadlineText { get; set; }

    /// <summary>Said to be immediate (trước mắt).</summary>
    public bool IsImmediate { get; set; }

    public string? Deliverable { get; set; }

    /// <summary>Who received an award.</summary>
    public string? Recipient { get; set; }

    /// <summary>What the search finds the row by.</summary>
    protected string Words => string.Join(' ', Number, Text, Extent, SpeakerName, Basis, Answer, Deliverable, DeadlineText, Recipient);

    /// <summary>
    /// Takes over what <paramref name="from"/> says, as far as a row of its kind can say it. What only other kinds say stays as
    /// it is, so that a row moved to another kind and back has lost nothing.
    /// </summary>
    public void Take(RowFacts from)
    {
        Kind = from.Kind;
        TakeCommon(from);
        TakeOwn(from, onlyGiven: false);
    }

    /// <summary>
    /// The same for a form that was filled as the kind the row has and names another: the facts of the new kind were not on it,
    /// so an empty one of them says nothing.
    /// </summary>
    public void TakeAndMove(RowFacts from)
    {
        TakeCommon(from);
        TakeOwn(from, onlyGiven: false);
        Kind = from.Kind;
        TakeOwn(from, onlyGiven: true);
    }

    /// <summary>Takes over everything, whatever the kind: for a copy.</summary>
    public void TakeAll(RowFacts from)
    {
        Kind = from.Kind;
        TakeCommon(from);
        TakeFinding(from, onlyGiven: false);
        TakeRemark(from, onlyGiven: false);
        TakeRecommendation(from, onlyGiven: false);
        TakeDirective(from, onlyGiven: false);
        Recipient = from.Recipient;
    }

    /// <summary>The deadline itself: its kind and its day go together.</summary>
    /// <exception cref="ArgumentException">The kind needs a day and has none, or has one it must not have.</exception>
    protected void TakeDeadline(DeadlineKind kind, DateOnly? dueOn)
    {
        if (kind.NeedsDay() != dueOn.HasValue)
        {
            throw new ArgumentException("A day goes with a fixed or period-end deadline, and with no other kind.", nameof(dueOn));
        }

        DeadlineKind = kind;
        DueOn = dueOn;
    }

    private void TakeCommon(RowFacts from)
    {
        Text = from.Text;
        Addressee = from.Addressee;
        AddresseeUnitId = from.Addressee == Addressee.OneUnit ? from.AddresseeUnitId : null;
        FieldOfWorkId = from.FieldOfWorkId;
    }

    private void TakeOwn(RowFacts from, bool onlyGiven)
    {
        if (Kind.IsFinding())
        {
            TakeFinding(from, onlyGiven);
        }
        else if (Kind.IsRemark())
        {
            TakeRemark(from, onlyGiven);
            if (Kind == RowKind.Recommendation)
            {
                TakeRecommendation(from, onlyGiven);
            }
        }
        else if (Kind == RowKind.Directive)
        {
            TakeDirective(from, onlyGiven);
        }
        else
        {
            Recipient = from.Recipient ?? (onlyGiven ? Recipient : null);
        }
    }

    private void TakeFinding(RowFacts from, bool onlyGiven)
    {
        Extent = from.Extent ?? (onlyGiven ? Extent : null);
        UnitId = from.UnitId ?? (onlyGiven ? UnitId : null);
    }

    private void TakeRemark(RowFacts from, bool onlyGiven)
    {
        UnitId = from.UnitId ?? (onlyGiven ? UnitId : null);
        SpeakerName = from.SpeakerName ?? (onlyGiven ? SpeakerName : null);
        SpeakerTitle = from.SpeakerTitle ?? (onlyGiven ? SpeakerTitle : null);
    }

    private void TakeRecommendation(RowFacts from, bool onlyGiven)
    {
        SubmittedTo = from.SubmittedTo ?? (onlyGiven ? SubmittedTo : null);
        Basis = from.Basis ?? (onlyGiven ? Basis : null);
        WishedOn = from.WishedOn ?? (onlyGiven ? WishedOn : null);
        Answer = from.Answer ?? (onlyGiven ? Answer : null);
        AnsweredOn = from.AnsweredOn ?? (onlyGiven ? AnsweredOn : null);
        AnsweringDocument = from.AnsweringDocument ?? (onlyGiven ? AnsweringDocument : null);
    }

    private void TakeDirective(RowFacts from, bool onlyGiven)
    {
        Number = from.Number ?? (onlyGiven ? Number : null);
        Verb = onlyGiven && from.Verb == AuthorityVerb.NotStated ? Verb : from.Verb;
        if (!onlyGiven || from.DeadlineKind != DeadlineKind.Missing)
        {
            TakeDeadline(from.DeadlineKind, from.DueOn);
        }

        DeadlineText = from.DeadlineText ?? (onlyGiven ? DeadlineText : null);
        IsImmediate = from.IsImmediate || (onlyGiven && IsImmediate);
        Deliverable = from.Deliverable ?? (onlyGiven ? Deliverable : null);
    }
}
