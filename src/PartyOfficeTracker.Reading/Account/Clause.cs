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
    /// <summary>How closely the clause follows the one before: in one sentence, in one paragraph, or in another.</summary>
    public string Follows(Clause? before) =>
        before is null ? "first" : before.Sentence == Sentence ? "same-sentence" : before.Paragraph == Paragraph ? "same-paragraph" : "other-paragraph";
}

/// <summary>Where a clause stands: the part of the report, whose words, the heading, the sentence around it.</summary>
internal sealed record Standing(
    Zone Zone, Voice Voice, Zone? Headed, bool IsNotice, Attribution? Said, Sentence Sentence, bool IsFirst, bool IsPassedOver,
    bool IsAnnouncement);
