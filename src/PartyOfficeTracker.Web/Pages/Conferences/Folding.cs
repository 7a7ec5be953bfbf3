using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.Web.Pages.Conferences;

/// <summary>
/// How many rows of each section a page shows. An ordinary conference is shown whole; of one with a thousand rows each section shows a few, and opens when it
/// is asked for: in its place with script, as a page of its own without.
/// </summary>
/// <param name="Rows">All rows by section.</param>
/// <param name="AtFirst">What a section that is not open shows.</param>
/// <param name="Open">The section that is shown whole; null for none.</param>
public sealed record Folding(ILookup<RowKind, MinutesRow> Rows, int AtFirst, RowKind? Open)
{
    /// <summary>As many rows have a place on one page.</summary>
    public const int MostShown = 150;

    public bool IsOn { get; } = Rows.Sum(g => g.Count()) > MostShown;

    /// <summary>Opens the section of a row that somebody comes for, or the one that is named.</summary>
    public static Folding Of(ILookup<RowKind, MinutesRow> rows, int atFirst, RowKind? section, int? row) =>
        new(rows, atFirst, row is null ? section : rows.FirstOrDefault(g => g.Any(r => r.Id == row))?.Key ?? section);

    public bool IsFolded(RowKind kind) => IsOn && Open != kind && Rows[kind].Count() > AtFirst;

    public IEnumerable<MinutesRow> Shown(RowKind kind) => IsFolded(kind) ? Rows[kind].Take(AtFirst) : Rows[kind];
}
