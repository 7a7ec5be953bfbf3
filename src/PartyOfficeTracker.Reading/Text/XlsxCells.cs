using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace PartyOfficeTracker.Reading;

/// <summary>What a cell of a workbook shows: its string, its number, its day.</summary>
internal sealed class XlsxCells
{
    /// <summary>Days between the two counts of days a workbook may have.</summary>
    private const int From1904 = 1462;

    /// <summary>The last day of a workbook, the longer count taken off.</summary>
    private const int LastDay = 2_958_466 - From1904;

    private readonly List<List<(string? Font, string Text)>> _strings = [];
    private readonly List<(string Format, string? Font)> _styles = [];
    private readonly bool _isFrom1904;

    public XlsxCells(WorkbookPart part, bool isFrom1904)
    {
        _isFrom1904 = isFrom1904;
        if (part.SharedStringTablePart is { } strings) _strings.AddRange(Elements(strings, "si").Select(Pieces));
        if (part.WorkbookStylesPart is not { } styles) return;
        using var stream = styles.GetStream(FileMode.Open, FileAccess.Read);
        var root = OfficePackage.Root(stream);
        var formats = root.Child("numFmts").Children("numFmt").DistinctBy(f => f.Attr("numFmtId"), StringComparer.Ordinal)
            .ToDictionary(f => f.Attr("numFmtId") ?? "", f => f.Attr("formatCode") ?? "", StringComparer.Ordinal);
        var fonts = root.Child("fonts").Children("font").Select(f => f.Child("name").Val()).ToList();
        foreach (var cell in root.Child("cellXfs").Children("xf"))
        {
            var id = cell.Attr("numFmtId") ?? "0";
            var font = int.TryParse(cell.Attr("fontId"), NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? fonts.ElementAtOrDefault(at) : null;
            _styles.Add((formats.GetValueOrDefault(id) ?? BuiltIn(id), font));
        }
    }

    /// <summary>The elements of these names, one at a time.</summary>
    public static IEnumerable<XElement> Elements(OpenXmlPart part, params string[] names)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = OfficePackage.Reader(stream);
        reader.MoveToContent();
        while (!reader.EOF)
        {
            var isWanted = reader.NodeType == XmlNodeType.Element && names.Contains(reader.LocalName, StringComparer.Ordinal);
            if (isWanted && XNode.ReadFrom(reader) is XElement element) yield return element;
            else reader.Read();
        }
    }

    /// <summary>A row or column put away, or drawn to no height or width.</summary>
    public static bool IsHidden(XElement element, string size) =>
        element.Attr("hidden") is "1" or "true" ||
        (double.TryParse(element.Attr(size), NumberStyles.Float, CultureInfo.InvariantCulture, out var drawn) && drawn == 0);

    public string TextOf(XElement cell)
    {
        var value = cell.Child("v")?.Value ?? "";
        var (format, font) = Whole(cell.Attr("s")) is { } style && style < _styles.Count ? _styles[style] : ("", null);
        return cell.Attr("t") switch
        {
            "s" => Whole(value) is { } index && index < _strings.Count ? Shown(_strings[index], font) : "",
            "inlineStr" => cell.Child("is") is { } inline ? Shown(Pieces(inline), font) : "",
            "str" => Shown([(null, value)], font),
            "b" => value == "1" ? "Đúng" : "Sai",
            "e" => "",
            "d" => DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Day(day, "dd/mm/yyyy") : value,
            _ => Number(value, format),
        };
    }

    /// <summary>The pieces of a string with their typefaces; how it is spoken is no piece.</summary>
    private static List<(string? Font, string Text)> Pieces(XElement whole) =>
        [.. whole.Elements().Where(e => e.Is("t") || e.Is("r")).Select(e => e.Is("t") ? (null, e.Value) : (FontOf(e), e.Child("t")?.Value ?? ""))];

    private static string? FontOf(XElement run) => run.Child("rPr").Child("rFont").Val();

    private static string Shown(List<(string? Font, string Text)> pieces, string? font)
    {
        var isUnicode = LegacyFonts.HasUnicodeOnly(string.Concat(pieces.Select(p => p.Text)));
        return string.Concat(pieces.Select(p => isUnicode ? p.Text : LegacyFonts.Decode(LegacyFonts.KindOf(p.Font, font), p.Text)));
    }

    private string Number(string value, string format)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return value;
        var signs = Signs(format);
        if (IsDay(signs) && number is >= 0 and < LastDay) return Day(DateTime.FromOADate(number + (_isFrom1904 ? From1904 : 0)), signs);
        var isShare = signs.Contains('%', StringComparison.Ordinal);
        // Fifteen digits are what a workbook holds; more is dust of binary fractions.
        var digits = (isShare ? number * 100 : number).ToString("0.##########", CultureInfo.InvariantCulture).Replace('.', ',');
        return isShare ? digits + "%" : digits;
    }

    /// <summary>The letters of a format that stand for something: without words, colours and what is behind the first semicolon.</summary>
    private static string Signs(string format)
    {
        var signs = new StringBuilder();
        for (var i = 0; i < format.Length && format[i] != ';'; i++)
        {
            if (format[i] is '\\' or '_' or '*') i++;
            else if (format[i] is '"' or '[') i = Math.Max(i, format.IndexOf(format[i] == '"' ? '"' : ']', i + 1));
            else signs.Append(char.ToLowerInvariant(format[i]));
        }

        return signs.ToString();
    }

    private static bool IsDay(string signs) => signs.AsSpan().ContainsAny("dyh") && !signs.AsSpan().ContainsAny("0#");

    /// <summary>What the format shows of a day: day, month, year, or the hour alone; always in our order.</summary>
    private static string Day(DateTime day, string signs)
    {
        var hasYear = signs.Contains('y', StringComparison.Ordinal);
        var hour = signs.Contains('h', StringComparison.Ordinal) && day.TimeOfDay != TimeSpan.Zero ? day.ToString("HH:mm", CultureInfo.InvariantCulture) : "";
        var shown = (signs.Contains('d', StringComparison.Ordinal), hasYear) switch
        {
            (true, true) => "dd/MM/yyyy",
            (true, false) => "dd/MM",
            (false, true) => signs.Contains('m', StringComparison.Ordinal) ? "MM/yyyy" : "yyyy",
            _ => "",
        };
        return shown.Length == 0 ? hour : $"{hour} {day.ToString(shown, CultureInfo.InvariantCulture)}".Trim();
    }

    /// <summary>The formats every workbook has without naming them.</summary>
    private static string BuiltIn(string id) => id switch
    {
        "9" or "10" => "0%",
        "14" or "15" or "22" or "27" or "30" or "31" or "36" or "50" or "54" or "57" or "58" => "dd/mm/yyyy",
        "16" => "dd/mm",
        "17" => "mm/yyyy",
        "18" or "19" or "20" or "21" => "h:mm",
        _ => "",
    };

    private static int? Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
