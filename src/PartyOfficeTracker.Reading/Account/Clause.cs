namespace PartyOfficeTracker.Reading;

/// <summary>What a clause can be: an item of one of six kinds, or none.</summary>
internal static class Classes
{
    public const int None = 6;
    public const int Count = 7;

    public static int Of(ItemKind? kind) => kind is { } known ? (int)known : None;

    public static ItemKind? KindOf(int at) => at == None ? null : (ItemKind)at;

    /// <summary>The name a weight's line gives a class.</summary>
    public static string Name(int at) => at == None ? nameof(None) : ((ItemKind)at).ToString();
}

/// <summary>
/// A clause that may be an item: what the rules call it (<see cref="Told"/>), the evidence for what it is, and how it becomes an item of a kind.
/// </summary>
internal sealed record Clause(int Start, int End, ItemKind? Told, IReadOnlyList<string> Evidence, int Sentence, int Paragraph, Func<ItemKind, DraftItem> Make)
{
    /// <summary>Beginnings of the evidence that repeats what the rules call a clause.</summary>
    private static readonly string[] OfRules = ["rule", "listed+rule"];

    /// <summary>Beginnings of the evidence that tells where the rules take a clause to stand and whose words they take it for.</summary>
    private static readonly string[] OfTheWalk = ["part", "voice", "heading", "said", "named-speaker", "paper-of", "passed", "about-the-event"];

    /// <summary>Whether the evidence says what the rules call the clause; then what they call its neighbours is evidence too.</summary>
    public bool KnowsRules { get; private init; } = true;

    /// <summary>How closely the clause follows the one before: in one sentence, in one paragraph, or in another.</summary>
    public string Follows(Clause? before) =>
        before is null ? "first" : before.Sentence == Sentence ? "same-sentence" : before.Paragraph == Paragraph ? "same-paragraph" : "other-paragraph";

    /// <summary>The clause as one sees it who does not hear the rules, or does not even know where they stand: the weights learn from it as well.</summary>
    public Clause WithoutRules(bool withoutTheWalk)
    {
        var silent = withoutTheWalk ? [.. OfRules, .. OfTheWalk] : OfRules;
        return this with
        {
            KnowsRules = false,
            Evidence = [.. Evidence.Where(name => !Array.Exists(silent, begins => name.StartsWith(begins, StringComparison.Ordinal)))],
        };
    }
}

/// <summary>Where a clause stands: the part of the report, whose words, the heading, the sentence around it.</summary>
internal sealed record Standing(
    Zone Zone, Voice Voice, Zone? Headed, bool IsNotice, Attribution? Said, Sentence Sentence, bool IsFirst, bool IsPassedOver,
    bool IsAnnouncement);
