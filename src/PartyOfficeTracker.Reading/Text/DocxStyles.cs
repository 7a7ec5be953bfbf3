using System.Xml.Linq;

namespace PartyOfficeTracker.Reading;

/// <summary>What a style, with those it is based on, says about the characters and the number of a paragraph.</summary>
/// <param name="Hidden">Whether the characters are not shown.</param>
/// <param name="Ascii">Typeface of plain letters.</param>
/// <param name="Other">Typeface of letters beyond them.</param>
/// <param name="List">The list; 0 takes the number away.</param>
/// <param name="Level">The level in the list.</param>
/// <param name="Id">The style that names the list.</param>
internal sealed record StyleFacts(bool? Hidden, string? Ascii, string? Other, int? List, int? Level, string? Id)
{
    public static readonly StyleFacts None = new(null, null, null, null, null, null);

    /// <summary>What is not said here is said there.</summary>
    public StyleFacts Over(StyleFacts below) => new(
        Hidden ?? below.Hidden, Ascii ?? below.Ascii, Other ?? below.Other, List ?? below.List, Level ?? below.Level, List is null ? below.Id : Id);
}

/// <summary>Styles of a Word file: what is not said at a run or paragraph is said by its style, the style's base, the defaults, the theme.</summary>
internal sealed class DocxStyles
{
    private const int DeepestBase = 30;
    private readonly Dictionary<string, XElement> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StyleFacts> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _theme = new(StringComparer.Ordinal);
    private readonly StyleFacts _defaults;
    private readonly string? _paragraphStyle;

    public DocxStyles(XElement? styles, XElement? theme)
    {
        foreach (var style in styles.Children("style"))
        {
            if (style.Attr("styleId") is not { } id) continue;
            _styles[id] = style;
            if (style.Attr("type") == "paragraph" && style.Attr("default") is "1" or "true" or "on") _paragraphStyle = id;
        }

        foreach (var kind in new[] { "major", "minor" })
        {
            var latin = theme?.Descendants().FirstOrDefault(e => e.Is(kind + "Font")).Child("latin");
            if (latin.Attr("typeface") is { Length: > 0 } face) _theme[kind] = face;
        }

        _defaults = Characters(styles.Child("docDefaults").Child("rPrDefault").Child("rPr"));
    }

    /// <param name="paragraph">The properties of the paragraph.</param>
    /// <param name="table">The style of the table it stands in.</param>
    public StyleFacts OfParagraph(XElement? paragraph, string? table)
    {
        var named = paragraph.Child("pStyle").Val() is { } id && _styles.ContainsKey(id) ? id : _paragraphStyle;
        return Of(named).Over(Of(table)).Over(_defaults);
    }

    /// <summary>Whether a paragraph is a line of the table of contents, which repeats a heading; Word names these styles alike in every language.</summary>
    public bool IsContents(XElement? paragraph) => paragraph.Child("pStyle").Val() is { } id && _styles.TryGetValue(id, out var style) &&
        style.Child("name").Val() is { Length: 5 } name && name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(name[4]);

    /// <param name="run">The properties of the run.</param>
    /// <param name="paragraph">What its paragraph's style says.</param>
    public StyleFacts OfRun(XElement? run, StyleFacts paragraph) => run is null ? paragraph
        : Characters(run).Over(Of(run.Child("rStyle").Val())).Over(paragraph);

    /// <summary>What a style of that name says; a style of numbers too.</summary>
    public StyleFacts Of(string? id)
    {
        if (id is null) return StyleFacts.None;
        if (_facts.TryGetValue(id, out var known)) return known;
        var facts = StyleFacts.None;
        var next = id;
        for (var depth = 0; depth < DeepestBase && next is not null && _styles.TryGetValue(next, out var style); depth++)
        {
            var numbering = style.Child("pPr").Child("numPr");
            var own = Characters(style.Child("rPr")) with
            {
                List = numbering.Child("numId").Number(),
                Level = numbering.Child("ilvl").Number(),
                Id = next,
            };
            facts = facts.Over(own);
            next = style.Child("basedOn").Val();
        }

        return _facts[id] = facts;
    }

    private StyleFacts Characters(XElement? properties)
    {
        var fonts = properties.Child("rFonts");
        return StyleFacts.None with
        {
            Hidden = properties.Child("vanish").Switch(),
            Ascii = Themed(fonts.Attr("asciiTheme")) ?? fonts.Attr("ascii"),
            Other = Themed(fonts.Attr("hAnsiTheme")) ?? fonts.Attr("hAnsi"),
        };
    }

    private string? Themed(string? name) => name is { Length: > 5 } && _theme.TryGetValue(name[..5], out var face) ? face : null;
}
