namespace PartyOfficeTracker.Reading;

/// <summary>What a block of the source is. Blocks tile the source: each starts where the one before ends.</summary>
public enum BlockKind
{
    Item,
    Heading,
    Furniture,
    Narrative,
    Unclassified,
}

/// <summary>One block; <see cref="Detail"/> says more (the item's kind, the sort of furniture).</summary>
public sealed record Block(Span Span, BlockKind Kind, string Detail);

public enum ReportKind
{
    YearEndReview,
    Briefing,
    HalfYear,
    Quarterly,
    Other,
}

public enum ReportForm
{
    Online,
    Hybrid,
    InPerson,
}

public enum DaySession
{
    Morning,
    Afternoon,
    Evening,
}

public enum ItemKind
{
    Achievement,
    Shortcoming,
    Difficulty,
    Recommendation,
    Directive,
    PlannedTask,
}

/// <summary>Whom a directive or a finding concerns.</summary>
public enum Addressee
{
    CentralOffice,
    ProvincialOffices,
    ProvincialCommittees,
    All,

    /// <summary>"Toàn ngành": everybody, said of the whole sector.</summary>
    Sector,
}

/// <summary>An inference with the rule behind it and, when there is one, the passage it rests on.</summary>
public sealed record Inferred<T>(T Value, string Reason, Span? Basis);

/// <summary>A person named in the report, with the title as printed.</summary>
public sealed record PersonMention(ReadText Name, ReadText? Title);

/// <summary>A place that took part by video link; the chair only when a named person "chủ trì" there.</summary>
public sealed record ConnectionPointMention(ReadText Place, PersonMention? Chair, ReadText? Room, ReadText? ChairNote);

/// <summary>
/// A document cited with its number; <see cref="Code"/> is the normal form ("48-CT/TW", or "Chỉ thị 48" when the text gives no symbol); <see
/// cref="IssuedOn"/> is its day as printed.
/// </summary>
public sealed record DocumentMention(Span Span, string Code, string? Type, string Number, string? Symbol, ReadText? Issuer, ReadText? IssuedOn = null);

/// <summary>Whether a figure is exact or a bound ("trên 85%" is not 85).</summary>
public enum FigureBound
{
    Exact,
    AtLeast,
    AtMost,
    About,
}

/// <summary>A counted or measured amount; <see cref="Text"/> is number and unit ("67 đảng bộ").</summary>
public sealed record FigureMention(ReadText Text, string Number, string Unit, FigureBound Bound);

/// <summary>An award; <see cref="Text"/> is "kind and giver" or "kind: who received it".</summary>
public sealed record AwardMention(ReadText Text, string? Recipient);

/// <summary>What a text has that a draft cannot hold.</summary>
public enum ReadWarning
{
    /// <summary>Two bodies are said to have held a conference each; the draft mixes them.</summary>
    TwoConferences,

    /// <summary>The conference was put off; the day is the one it was held or moved to.</summary>
    PutOff,

    /// <summary>Most lines have no marks of tone: what stands in them is hardly read.</summary>
    NoAccents,

    /// <summary>The text held the tags of a page; they were set aside.</summary>
    Markup,

    /// <summary>A mail was pasted: its head and its marks of quotation were set aside.</summary>
    Mail,

    /// <summary>All in capitals: names are told from other words by a list only.</summary>
    Capitals,
}

/// <summary>One item of the draft.</summary>
public sealed record DraftItem(ItemKind Kind, Span Span, string Text)
{
    /// <summary>The number or letter as printed in the list ("3", "2.1", "a"), when there is one.</summary>
    public string? Number { get; init; }

    /// <summary>Whom the item addresses or is about, by its subject; a directive without one takes that of the directive before.</summary>
    public Inferred<Addressee>? Addressee { get; init; }

    /// <summary>The one province the subject names ("Tỉnh ủy Cà Mau …"); null when it names none or several.</summary>
    public ReadText? AddresseePlace { get; init; }

    /// <summary>The name of the field of work it belongs to, by the words in it.</summary>
    public Inferred<string>? Field { get; init; }

    /// <summary>The deadline words that apply ("2021", "trước mắt", "trước ngày 15/3/2021"); null when the text gives none.</summary>
    public string? Due { get; init; }

    /// <summary>What <see cref="Due"/> means against the anchor events; never a guessed day.</summary>
    public DeadlineReading? Deadline { get; init; }

    /// <summary>The unit a task names as the one in charge, as printed.</summary>
    public ReadText? LeadUnit { get; init; }

    /// <summary>The units it names to work with that one, as printed.</summary>
    public IReadOnlyList<ReadText> CoordinatingUnits { get; init; } = [];

    /// <summary>What has to be handed in, when a table or a label says so.</summary>
    public ReadText? Product { get; init; }

    /// <summary>The province the item comes from.</summary>
    public string? By { get; init; }

    /// <summary>To whom a recommendation is addressed.</summary>
    public string? To { get; init; }

    /// <summary>The verb of authority before a directive ("đề nghị", "yêu cầu").</summary>
    public string? Verb { get; init; }

    /// <summary>True when the reader is not sure; the import page marks the row.</summary>
    public bool IsWeak { get; init; }

    /// <summary>How sure the reader is of the kind, between 0 and 1.</summary>
    public double Margin { get; init; } = 1;

    /// <summary>The evidence that weighed most for the kind, by name, the weightiest first; null when nothing was weighed.</summary>
    public string? Why { get; init; }
}

/// <summary>What one speaker of a province said, from the sentence that gives the floor to the last one of the account.</summary>
public sealed record RemarkMention(PersonMention Speaker, ReadText Text, string? By);

/// <summary>The draft conference. Nothing in it is invented: each value is a span or an inference with its reason.</summary>
public sealed record MinutesDraft
{
    public ReadText? Organiser { get; init; }

    /// <summary>ISO date, or "--MM-DD" when the text fixes no year; null when no day is given.</summary>
    public ReadText? Date { get; init; }

    /// <summary>The last day of a conference of several days; null when it lasted one.</summary>
    public ReadText? LastDay { get; init; }

    public Inferred<DaySession>? Session { get; init; }

    public required Inferred<ReportKind> Kind { get; init; }

    public Inferred<ReportForm>? Form { get; init; }

    /// <summary>"2020", "Q4-2020", "H1-2020", "8M-2020", "M1-2019" or "2022-06/2025-06".</summary>
    public ReadText? Period { get; init; }

    public ReadText? PeriodAhead { get; init; }

    public ReadText? Title { get; init; }

    public ReadText? Author { get; init; }

    public ReadText? Outlet { get; init; }

    public IReadOnlyList<PersonMention> Chairs { get; init; } = [];

    public IReadOnlyList<ConnectionPointMention> ConnectionPoints { get; init; } = [];

    public PersonMention? Presenter { get; init; }

    public PersonMention? ConcludedBy { get; init; }

    public PersonMention? GuidingSpeaker { get; init; }

    public IReadOnlyList<PersonMention> LocalSpeakers { get; init; } = [];

    /// <summary>What they said, one passage a speaker; the items found in it stand in <see cref="Items"/> as well.</summary>
    public IReadOnlyList<RemarkMention> Remarks { get; init; } = [];

    public IReadOnlyList<ReadText> ProvincesSpeaking { get; init; } = [];

    public IReadOnlyList<ReadText> OtherSpeakers { get; init; } = [];

    /// <summary>All items in the order of the text.</summary>
    public IReadOnlyList<DraftItem> Items { get; init; } = [];

    public IReadOnlyList<DocumentMention> Documents { get; init; } = [];

    public IReadOnlyList<ReadText> UnnumberedDocuments { get; init; } = [];

    public IReadOnlyList<FigureMention> Figures { get; init; } = [];

    public IReadOnlyList<AwardMention> Awards { get; init; } = [];

    /// <summary>Sentences that launch an emulation movement.</summary>
    public IReadOnlyList<ReadText> Emulation { get; init; } = [];

    /// <summary>Sentences that announce training.</summary>
    public IReadOnlyList<ReadText> Training { get; init; } = [];

    public IReadOnlyList<ReadText> PhotoCaptions { get; init; } = [];

    public IReadOnlyList<ReadText> PhotoCredits { get; init; } = [];

    /// <summary>What the clerk should know before taking the draft over; nothing of it is guessed.</summary>
    public IReadOnlyList<ReadWarning> Warnings { get; init; } = [];

    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>False when the text was longer than the reader reads (<see cref="MinutesReader.LongestRead"/>); the rest is unclassified.</summary>
    public bool IsComplete { get; init; } = true;

    public IEnumerable<DraftItem> ItemsOf(ItemKind kind) => Items.Where(item => item.Kind == kind);
}
