namespace PartyOfficeTracker.Reading;

/// <summary>What sort of event a deadline can hang on.</summary>
public enum AnchorKind
{
    PartyCongress,
    Election,
    Tet,

    /// <summary>Any other event with days of its own; a deadline refers to it by its name.</summary>
    Other,
}

/// <summary>
/// A dated event deadlines refer to. <see cref="Number"/> is the congress, the National Assembly's term, the year of the Tết, or the year of any
/// other event.
/// </summary>
public sealed record AnchorEvent(AnchorKind Kind, int Number, string Name, DateOnly Start, DateOnly End);

/// <summary>The table of anchor events; an administrator edits it, <see cref="Default"/> is what a new installation starts with.</summary>
public sealed class AnchorEvents(IEnumerable<AnchorEvent> events)
{
    private static readonly string[] RomanNumbers = ["X", "XI", "XII", "XIII", "XIV", "XV", "XVI"];

    private static readonly string[] Stems = ["Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"];
    private static readonly string[] Branches = ["Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"];

    public IReadOnlyList<AnchorEvent> Events { get; } = [.. events.OrderBy(e => e.Start)];

    public static AnchorEvents Default { get; } = new(
    [
        Congress(11, new(2011, 1, 12), new(2011, 1, 19)),
        Congress(12, new(2016, 1, 20), new(2016, 1, 28)),
        Congress(13, new(2021, 1, 25), new(2021, 2, 1)),
        Congress(14, new(2026, 1, 19), new(2026, 1, 23)),
        Election(13, new(2011, 5, 22)),
        Election(14, new(2016, 5, 22)),
        Election(15, new(2021, 5, 23)),
        Election(16, new(2026, 3, 15)),
        Tet(new(2014, 1, 31)),
        Tet(new(2015, 2, 19)),
        Tet(new(2016, 2, 8)),
        Tet(new(2017, 1, 28)),
        Tet(new(2018, 2, 16)),
        Tet(new(2019, 2, 5)),
        Tet(new(2020, 1, 25)),
        Tet(new(2021, 2, 12)),
        Tet(new(2022, 2, 1)),
        Tet(new(2023, 1, 22)),
        Tet(new(2024, 2, 10)),
        Tet(new(2025, 1, 29)),
        Tet(new(2026, 2, 17)),
        Tet(new(2027, 2, 6)),
        Tet(new(2028, 1, 26)),
        Tet(new(2029, 2, 13)),
        Tet(new(2030, 2, 2)),
    ]);

    public AnchorEvent? Congress(string roman) => Events.FirstOrDefault(e => e.Kind == AnchorKind.PartyCongress && e.Number == Roman(roman));

    public AnchorEvent? Election(int term) => Events.FirstOrDefault(e => e.Kind == AnchorKind.Election && e.Number == term);

    public AnchorEvent? Tet(int year) => Events.FirstOrDefault(e => e.Kind == AnchorKind.Tet && e.Number == year);

    /// <summary>The Tết of a named lunar year ("Tân Sửu"); the sixty-year cycle makes the name unique within the table.</summary>
    public AnchorEvent? Tet(string lunarName) =>
        Events.FirstOrDefault(e => e.Kind == AnchorKind.Tet &&
            string.Equals(Folding.Lower(LunarName(e.Number)), Folding.Lower(lunarName), StringComparison.Ordinal));

    /// <summary>
    /// The event of no other kind whose name stands in the phrase, the longest name first. Of several with one name the first that has not
    /// ended on the reference day; none when there is no such day to choose by.
    /// </summary>
    public AnchorEvent? Named(string phrase, DateOnly? reference)
    {
        var folded = Folding.Lower(phrase);
        var named = Events.Where(e => e.Kind == AnchorKind.Other && folded.Contains(Folding.Lower(e.Name), StringComparison.Ordinal)).ToList();
        var longest = named.Count == 0 ? 0 : named.Max(e => e.Name.Length);
        named.RemoveAll(e => e.Name.Length < longest);
        return named.Count < 2 ? named.FirstOrDefault() : reference is { } day ? named.Find(e => e.End >= day) : null;
    }

    /// <summary>The first event of a kind that has not ended on the given day.</summary>
    public AnchorEvent? Next(AnchorKind kind, DateOnly day) => Events.FirstOrDefault(e => e.Kind == kind && e.End >= day);

    /// <summary>The traditional name of the lunar year that begins in a calendar year: 2021 is "Tân Sửu".</summary>
    public static string LunarName(int year) => Stems[(year + 6) % 10] + " " + Branches[(year + 8) % 12];

    /// <summary>Value of a Roman numeral up to XVI as congresses are numbered; 0 when it is none of them.</summary>
    public static int Roman(string roman)
    {
        var index = Array.IndexOf(RomanNumbers, roman.ToUpperInvariant());
        return index < 0 ? 0 : index + 10;
    }

    private static AnchorEvent Congress(int number, DateOnly start, DateOnly end) =>
        new(AnchorKind.PartyCongress, number, "Đại hội đại biểu toàn quốc lần thứ " + RomanNumbers[number - 10] + " của Đảng", start, end);

    private static AnchorEvent Election(int term, DateOnly day) =>
        new(AnchorKind.Election, term, "Bầu cử đại biểu Quốc hội khóa " + RomanNumbers[term - 10], day, day);

    private static AnchorEvent Tet(DateOnly firstDay) =>
        new(AnchorKind.Tet, firstDay.Year, "Tết Nguyên đán " + LunarName(firstDay.Year), firstDay, firstDay.AddDays(2));
}
