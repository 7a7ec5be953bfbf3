using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>Names of provinces and cities as reports print them, before and after the mergers of July 2025.</summary>
internal static class Provinces
{
    private const string Names =
        "hà nội|thành phố hồ chí minh|tp hồ chí minh|tp\\. hồ chí minh|tp\\.hồ chí minh|tp\\.? ?hcm|tphcm|đà nẵng|hải phòng|cần thơ|an giang|" +
        "bà rịa ?[-–] ?vũng tàu|bắc giang|bắc kạn|bắc cạn|bạc liêu|bắc ninh|bến tre|bình định|bình dương|bình phước|bình thuận|cà mau|cao bằng|" +
        "đắk lắk|đắc lắc|đăk lăk|đắk lăk|đăk lắk|daklak|đắk nông|đăk nông|đắc nông|điện biên|đồng nai|đồng tháp|gia lai|hà giang|hà nam|hà tĩnh|" +
        "hải dương|hậu giang|hòa bình|hưng yên|khánh hòa|kiên giang|kon tum|lai châu|lâm đồng|lạng sơn|lào cai|long an|nam định|nghệ an|" +
        "ninh bình|ninh thuận|phú thọ|phú yên|quảng bình|quảng nam|quảng ngãi|quảng ninh|quảng trị|sóc trăng|sơn la|tây ninh|thái bình|" +
        "thái nguyên|thanh hóa|thừa thiên ?[-–]? ?huế|huế|tiền giang|trà vinh|tuyên quang|vĩnh long|vĩnh phúc|yên bái";

    /// <summary>What may stand before the name and belongs to it only for the cities that are always called so.</summary>
    private const string Before = "(?:(?:các )?(?:tỉnh ủy|thành ủy|tỉnh|thành phố|tp\\.?|t\\.p\\.?) )?";

    private static readonly Regex Name = Cue.Of("\\b(" + Names + ")\\b");
    private static readonly Regex AtStart = Cue.Of("^" + Before + "(?<name>" + Names + ")\\b");

    /// <summary>All province names in a stretch, capitalised ones only.</summary>
    public static IEnumerable<(int Start, int End)> In(SourceView view, int start, int end)
    {
        foreach (var match in Name.All(view.Lower, start, end))
        {
            if (char.IsUpper(view.Text[match.Index])) yield return (match.Index, match.Index + match.Length);
        }
    }

    /// <summary>A province name that begins right here, "tỉnh", "thành phố", "Tỉnh ủy" before it skipped.</summary>
    public static (int Start, int End)? At(SourceView view, int start, int end)
    {
        var stop = Math.Min(end, start + 60);
        if (stop <= start) return null;
        var match = AtStart.Match(view.Lower, start, stop - start);
        if (!match.Success) return null;
        var name = match.Groups["name"];
        return char.IsUpper(view.Text[name.Index]) || view.Lower[name.Index] == 't' ? (name.Index, name.Index + name.Length) : null;
    }

    public static bool IsName(string lower)
    {
        var match = Name.Match(lower);
        return match.Success && match.Length == lower.Length;
    }

    /// <summary>The province a text speaks of most; null when none is named.</summary>
    public static string? MostNamed(SourceView view, int end) =>
        In(view, 0, end)
            .Select(found => view.Slice(found.Start, found.End))
            .Where(name => name != "Hà Nội")
            .GroupBy(name => name, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .Select(group => group.Key)
            .FirstOrDefault();
}
