using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>A figure as a clerk types it, one a line: "trên 85 % vấn đề được thông qua", "67 đảng bộ", "khoảng 1.200 văn bản".</summary>
public static partial class FigureText
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private static readonly (string Word, FigureBound Bound)[] Bounds =
    [
        ("trên", FigureBound.MoreThan), ("hơn", FigureBound.MoreThan), ("ít nhất", FigureBound.AtLeast), ("từ", FigureBound.AtLeast),
        ("nhiều nhất", FigureBound.AtMost), ("không quá", FigureBound.AtMost), ("dưới", FigureBound.LessThan),
        ("khoảng", FigureBound.About), ("gần", FigureBound.About),
    ];

    /// <returns>Null when a line holds no number.</returns>
    public static IReadOnlyList<(FigureBound Bound, decimal Value, string OfWhat)>? ParseAll(string? text)
    {
        var result = new List<(FigureBound, decimal, string)>();
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var match = Figure().Match(line);
            if (!match.Success || !decimal.TryParse(match.Groups["v"].Value, NumberStyles.Number, Vietnamese, out var value))
            {
                return null;
            }

            var word = match.Groups["b"].Value.Trim();
            var bound = Array.Find(Bounds, b => string.Equals(b.Word, word, StringComparison.OrdinalIgnoreCase)).Bound;
            var ofWhat = match.Groups["w"].Value.Trim();
            result.Add((bound, value, ofWhat.Length > Conferences.Figure.OfWhatLength ? ofWhat[..Conferences.Figure.OfWhatLength] : ofWhat));
        }

        return result;
    }

    public static string ToText(FigureBound bound, decimal value, string ofWhat)
    {
        var word = Array.Find(Bounds, b => b.Bound == bound).Word;
        var number = value.ToString("#,##0.####", Vietnamese);
        return string.Join(' ', new[] { word, number, ofWhat }.Where(p => !string.IsNullOrEmpty(p)));
    }

    [GeneratedRegex(@"^(?<b>(?:trên|hơn|ít nhất|từ|nhiều nhất|không quá|dưới|khoảng|gần)\s+)?(?<v>\d[\d.]*(?:,\d+)?)\s*(?<w>.+)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Figure();
}
