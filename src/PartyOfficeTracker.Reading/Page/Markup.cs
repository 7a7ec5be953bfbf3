using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>A stretch of the source that is no text of the report, and what is read in its place.</summary>
internal readonly record struct Hidden(int Start, int End, string Instead);

/// <summary>Tags of a page, marks of a quoted mail, page numbers in the middle of a sentence: what surrounds the words and is none of them.</summary>
internal sealed class Markup
{
    private const int LongestTag = 2000;

    private static readonly string[] Blocks = ["p", "div", "br", "table", "tr", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article",
        "blockquote",
        "body", "html", "head", "tbody", "thead", "figure", "figcaption", "hr", "title"];

    private static readonly Regex Tag = Cue.Of(@"\G<(?<close>/)?(?<name>[a-zA-Z][a-zA-Z0-9:]{0,14})(?<rest>[\s/][^<>]*)?>|\G<!--");
    private static readonly Regex Quoted = Cue.Of(@"(^|\n)[ \t]*(?<marks>>[> \t]*)");
    private static readonly Regex PageNumber = Cue.Of(
        @"\n[ \t\f]*(-{1,2} ?[0-9]{1,3} ?-{1,2}|[–—] ?[0-9]{1,3} ?[–—]|(?i:trang|page) [0-9]{1,3}( ?/ ?[0-9]{1,3})?|[0-9]{1,3}( ?/ ?[0-9]{1,3})?)[ " +
            @"\t\f]*\r?(?=\n)");
    private static readonly Dictionary<string, string> Entities = new(StringComparer.Ordinal)
    {
        ["&nbsp;"] = " ",
        ["&amp;"] = "&",
        ["&lt;"] = "<",
        ["&gt;"] = ">",
        ["&quot;"] = "\"",
        ["&#39;"] = "'",
        ["&ndash;"] = "–",
        ["&ldquo;"] = "“",
        ["&rdquo;"] = "”",
    };

    private readonly List<Hidden> _hidden = [];

    private Markup()
    {
    }

    public IReadOnlyList<Hidden> Hidden => _hidden;

    public bool HasTags { get; private set; }

    public bool HasQuotes { get; private set; }

    public static Markup Of(string source)
    {
        var markup = new Markup();
        if (source.Contains('<', StringComparison.Ordinal)) markup.Tags(source);
        if (markup.HasTags && source.Contains('&', StringComparison.Ordinal)) markup.Named(source);
        if (!markup.HasTags && source.Contains('>', StringComparison.Ordinal)) markup.Quotes(source);
        markup.PageNumbers(source);
        markup._hidden.Sort((a, b) => a.Start.CompareTo(b.Start));
        return markup;
    }

    private void Tags(string source)
    {
        for (var at = source.IndexOf('<', StringComparison.Ordinal); at >= 0; at = source.IndexOf('<', at + 1))
        {
            var match = Tag.Match(source, at, Math.Min(source.Length - at, LongestTag));
            if (!match.Success) continue;
            if (match.Value == "<!--")
            {
                var close = source.IndexOf("-->", at, StringComparison.Ordinal);
                if (close < 0) return;
                Hide(at, close + 3, "");
                at = close + 2;
                continue;
            }

            var name = match.Groups["name"].Value.ToLowerInvariant();
            var end = at + match.Length;
            if (!match.Groups["close"].Success && name is "script" or "style" && source.IndexOf("</" + name, end,
                StringComparison.OrdinalIgnoreCase) is > 0 and var over)
            {
                end = source.IndexOf('>', over) is > 0 and var closed ? closed + 1 : source.Length;
            }

            HasTags = true;
            Hide(at, end, name == "li" && !match.Groups["close"].Success ? "\n- " : name is "td" or "th" && match.Groups["close"].Success ? "\t"
                : Blocks.Contains(name, StringComparer.Ordinal) ? "\n" : "");
            at = end - 1;
        }
    }

    private void Named(string source)
    {
        for (var at = source.IndexOf('&', StringComparison.Ordinal); at >= 0; at = source.IndexOf('&', at + 1))
        {
            var close = source.IndexOf(';', at, Math.Min(10, source.Length - at));
            if (close < 0 || _hidden.Exists(tag => tag.Start <= at && at < tag.End)) continue;
            var name = source[at..(close + 1)];
            if (Entities.TryGetValue(name, out var text)) Hide(at, close + 1, text);
            else if (Numbered(name) is { } letter) Hide(at, close + 1, letter);
        }
    }

    private static string? Numbered(string name)
    {
        if (!name.StartsWith("&#", StringComparison.Ordinal)) return null;
        var isHex = name.Length > 3 && name[2] is 'x' or 'X';
        var digits = isHex ? name.AsSpan(3, name.Length - 4) : name.AsSpan(2, name.Length - 3);
        return int.TryParse(digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code) &&
            code is >= 0x20 and < 0xD800 ? ((char)code).ToString() : null;
    }

    private void Quotes(string source)
    {
        foreach (var match in Quoted.All(source, 0, source.Length))
        {
            HasQuotes = true;
            var marks = match.Groups["marks"];
            Hide(marks.Index, marks.Index + marks.Length, "");
        }
    }

    /// <summary>A number alone on its line where a sentence goes on below it: the page's, in the middle of what it says.</summary>
    private void PageNumbers(string source)
    {
        foreach (var match in PageNumber.All(source, 0, source.Length))
        {
            var before = match.Index;
            while (before > 0 && char.IsWhiteSpace(source[before - 1])) before--;
            var after = match.Index + match.Length;
            while (after < source.Length && char.IsWhiteSpace(source[after])) after++;
            if (before == 0 || after == source.Length || source[before - 1] is '.' or ':' or ';' or '!' or '?' or '…' || LineBefore(source,
                before) < 25) continue;
            if (!GoesOn(source, after) || _hidden.Exists(other => other.Start < after && before < other.End)) continue;
            Hide(before, after, " ");
        }
    }

    private static int LineBefore(string source, int end) => end - (source.LastIndexOf('\n', end - 1) + 1);

    /// <summary>In small letters, or with a number that is one of a word ("04-QĐ/TW").</summary>
    private static bool GoesOn(string source, int at)
    {
        if (char.IsLower(source[at])) return at + 1 >= source.Length || source[at + 1] is not (')' or '/' or '.');
        var i = at;
        while (i < source.Length && char.IsAsciiDigit(source[i])) i++;
        return i > at && i + 1 < source.Length && source[i] is '-' or '/' or '%' && char.IsLetterOrDigit(source[i + 1]);
    }

    private void Hide(int start, int end, string instead) => _hidden.Add(new Hidden(start, end, instead));
}
