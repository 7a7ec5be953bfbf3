using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace PartyOfficeTracker.Reading;

/// <summary>The numbers Word would draw: lists with their levels, starts, restarts, and lists that go on with another's numbers.</summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;
    private const int MostLinks = 5;
    private readonly DocxStyles _styles;
    private readonly Dictionary<int, XElement> _lists = [];
    private readonly Dictionary<int, XElement> _definitions = [];
    private readonly Dictionary<int, int?[]> _counters = [];
    private readonly HashSet<(int List, int Level)> _restarted = [];

    public DocxNumbering(XElement? numbering, DocxStyles styles)
    {
        _styles = styles;
        foreach (var list in numbering.Children("num")) _lists.TryAdd(Id(list, "numId") ?? 0, list);
        foreach (var definition in numbering.Children("abstractNum")) _definitions.TryAdd(Id(definition, "abstractNumId") ?? -1, definition);
    }

    /// <summary>The number or bullet of a paragraph, with a blank behind it; the list is one further after it. An unknown list gives a dash.</summary>
    /// <param name="properties">The properties of the paragraph.</param>
    /// <param name="style">What its style says.</param>
    public string Next(XElement? properties, StyleFacts style)
    {
        var own = properties.Child("numPr");
        var ownList = own.Child("numId").Number();
        if ((ownList ?? style.List) is not { } list || list == 0) return "";
        if (DefinitionOf(list) is not { } definition) return "- ";
        var styleLevel = ownList is null ? style.Level ?? LevelOfStyle(definition.Element, style.Id) : null;
        var level = Math.Clamp(own.Child("ilvl").Number() ?? styleLevel ?? 0, 0, Levels - 1);
        var counters = Count(list, definition.Id, definition.Element, level);
        return Marker(list, definition.Element, level, counters);
    }

    private (int Id, XElement Element)? DefinitionOf(int list)
    {
        for (var link = 0; link < MostLinks; link++)
        {
            if (!_lists.TryGetValue(list, out var found) || found.Child("abstractNumId").Number() is not { } id) return null;
            if (!_definitions.TryGetValue(id, out var definition)) return null;
            if (definition.Child("numStyleLink").Val() is not { } style || _styles.Of(style).List is not { } linked || linked == list) return (id, definition);
            list = linked;
        }

        return null;
    }

    private static int? LevelOfStyle(XElement definition, string? style) => style is null ? null
        : definition.Children("lvl").Where(level => level.Child("pStyle").Val() == style).Select(level => Id(level, "ilvl")).FirstOrDefault();

    private int?[] Count(int list, int id, XElement definition, int level)
    {
        if (!_counters.TryGetValue(id, out var counters)) counters = _counters[id] = new int?[Levels];
        var restart = Override(list, level).Child("startOverride").Number();
        if (restart is not null && _restarted.Add((list, level))) counters[level] = restart;
        else counters[level] = counters[level] + 1 ?? StartOf(list, definition, level);
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            // 0: this level never starts anew; n: only behind a level above the n-th.
            var after = LevelOf(list, definition, deeper).Child("lvlRestart").Number();
            if (after is null || level < after) counters[deeper] = null;
        }

        return counters;
    }

    private int StartOf(int list, XElement definition, int level) => LevelOf(list, definition, level).Child("start").Number() ?? 1;

    private XElement? Override(int list, int level) => _lists[list].Children("lvlOverride").FirstOrDefault(o => Id(o, "ilvl") == level);

    private XElement? LevelOf(int list, XElement definition, int level) =>
        Override(list, level).Child("lvl") ?? definition.Children("lvl").FirstOrDefault(l => Id(l, "ilvl") == level);

    private string Marker(int list, XElement definition, int level, int?[] counters)
    {
        var drawn = LevelOf(list, definition, level);
        var text = drawn.Child("lvlText").Val();
        if (FormatOf(drawn) is null or "bullet") return text?.Trim() == "+" ? "+ " : "- ";
        text ??= $"%{level + 1}.";
        var legal = drawn.Child("isLgl").Switch() == true;
        var marker = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%' || i + 1 >= text.Length || text[i + 1] is < '1' or > '9')
            {
                marker.Append(text[i]);
                continue;
            }

            var of = text[++i] - '1';
            var number = counters[of] ?? StartOf(list, definition, of);
            marker.Append(Written(legal ? "decimal" : FormatOf(LevelOf(list, definition, of)), number));
        }

        var fonts = drawn.Child("rPr").Child("rFonts");
        var decoded = LegacyFonts.Decode(LegacyFonts.KindOf(fonts.Attr("hAnsi"), fonts.Attr("ascii")), marker.ToString()).Trim();
        return decoded.Length == 0 ? "" : decoded + " ";
    }

    private static string? FormatOf(XElement? level)
    {
        if (level is null) return null;
        var format = level.Child("numFmt") ?? level.Child("AlternateContent")?.Branch().Child("numFmt");
        return format.Val() ?? "decimal";
    }

    private static string Written(string? format, int number) => format switch
    {
        "none" => "",
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "upperLetter" => Letter(number),
        "lowerLetter" => Letter(number).ToLowerInvariant(),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A to Z, then AA, BB as Word counts.</summary>
    private static string Letter(int number) => number is < 1 or > 780 ? number.ToString(CultureInfo.InvariantCulture)
        : new string((char)('A' + ((number - 1) % 26)), 1 + ((number - 1) / 26));

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999) return number.ToString(CultureInfo.InvariantCulture);
        (int Value, string Sign)[] signs = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
            (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var roman = new StringBuilder();
        foreach (var (value, sign) in signs)
        {
            for (; number >= value; number -= value) roman.Append(sign);
        }

        return roman.ToString();
    }

    private static int? Id(XElement element, string name) =>
        int.TryParse(element.Attr(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : null;
}
