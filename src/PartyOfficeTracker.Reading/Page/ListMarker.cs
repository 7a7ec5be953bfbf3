using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>What stands in front of a listed line: "1.", "2/", "3-", "a)", "b/", a bullet, a glyph of a symbol font, "Thứ hai,", "Một là,".</summary>
internal static class ListMarker
{
    private const int Reach = 24;

    /// <summary>"2.1." counts inside part 2, and "1.Rà soát" lacks its blank; "04-QĐ/TW" is a paper and "8.1.2021" a day.</summary>
    private static readonly Regex Number = Cue.Of(
        @"^\(?((?<n>[0-9]{1,2})([.)/]\s?[-–]?|[-–]|\.\))|[0-9]{1,2}(\.[0-9]{1,2}){1,3}[.)]?)(\s+|$)|^\(?(?<n>[0-9]{1,2})[.)](?=\p{Lu}\p{Ll})");
    private static readonly Regex Letter = Cue.Of(@"^\(?[a-hđ]([.)/]|\s?[-–])(\s+|$)|^[a-hđ][)/](?=\p{Lu}\p{Ll})|^\(?[ivx]{1,4}\)\s+|^[IVX]{1,4}[.)/-]\s+");
    private static readonly Regex Bullet = Cue.Of(@"^([-–—\x2B\x2A•●▪◦‣■□○◆◇►▶➢➤→✓✔❖»·\uE000-\uF8FF\uFFFD]\s*){1,6}");
    /// <summary>"Thứ hai, rà soát …" is the second of a list, "Thứ hai, 12/3/2021" a day of the week.</summary>
    private static readonly Regex Ordinal = Cue.Of(@"^(thứ (nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)( là)?\s*[,:]\s*(?!ngày [0-9]|[0-9])|" +
        "(một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)( là\\b|, (?=\\p{L})))");
    private static readonly Regex Roman = Cue.Of(@"^[ivx]{1,4}\.\s");

    /// <summary>Whether a line begins like one of a list.</summary>
    public static bool Begins(SourceView view, int start, int end)
    {
        var limit = Math.Min(end, start + Reach);
        return Number.In(view.Lower, start, limit) || Number.In(view.Text, start, limit) || Letter.In(view.Lower, start, limit) ||
            Letter.In(view.Text, start, limit) || Bullet.In(view.Text, start, limit) || Roman.In(view.Lower, start, limit) ||
            Ordinal.In(view.Lower, start, limit);
    }

    /// <summary>The number in front, as printed and where the text begins; a number of several parts ("2.1.") has no value of its own.</summary>
    public static (int? Number, string Mark, int Text)? NumberOf(SourceView view, int start, int end)
    {
        if (Number.First(view.Text, start, Math.Min(end, start + Reach)) is not { Success: true } match) return null;
        var value = match.Groups["n"] is { Success: true } n ? int.Parse(n.ValueSpan, CultureInfo.InvariantCulture) : (int?)null;
        return (value, Bare(match), match.Index + match.Length);
    }

    /// <summary>The letter in front ("a)", "b/"), as printed and where the text begins.</summary>
    public static (string Mark, int Text)? LetterOf(SourceView view, int start, int end) =>
        Letter.First(view.Text, start, Math.Min(end, start + Reach)) is { Success: true } match ? (Bare(match), match.Index + match.Length) : null;

    public static int? BulletEnd(SourceView view, int start, int end) =>
        Bullet.First(view.Text, start, Math.Min(end, start + Reach)) is { Success: true } match ? match.Index + match.Length : null;

    /// <summary>A mark without what only sets it off: "(2)" and "2.-" are 2, "2.1." is 2.1.</summary>
    private static string Bare(Match match) => match.Value.Trim().Trim('(', ')', '.', '/', '-', '–', ' ');

    public static bool IsOrdinal(SourceView view, int start, int end) => Ordinal.In(view.Lower, start, Math.Min(end, start + Reach));
}
