using System.Buffers;
using System.Globalization;
using System.Text;

namespace PartyOfficeTracker.Reading;

/// <summary>
/// Reads a line of a vocabulary file into an expression. The notation is small on purpose, so that the files read as lists of phrases:
/// <c>(a|b)</c> one of these, <c>[a|b]</c> one or none, <c>{a|b}</c> any number of them, <c>…40</c> up to 40 characters of the same part of the sentence,
/// <c>~3</c> up to three words, <c>_</c> blanks, <c>·</c> a word begins or ends here, <c>&lt;name&gt;</c> one line of that list, <c>`…`</c> an
/// expression as it is.
/// </summary>
internal sealed class Notation
{
    private const string Unmarked = ".;:";

    private static readonly SearchValues<char> Reserved = SearchValues.Create(")]}>^$*");
    private static readonly SearchValues<char> NeedsEscape = SearchValues.Create("\\.()[]{}|?*+^$");

    /// <summary>Pieces of grammar that lists refer to like lists of their own.</summary>
    private static readonly Dictionary<string, string> Pieces = new(StringComparer.Ordinal)
    {
        ["digit"] = "[0-9]",
        ["nn"] = "[0-9]{1,2}",
        ["number"] = "[0-9]+",
        ["year"] = "20[0-9]{2}",
        ["year4"] = "[0-9]{4}",
        ["quarter"] = "(iv|iii|ii|i|[1-4])",
        ["sep"] = @"[/\-.]",
        ["dash"] = "[-–]",
        ["word"] = @"\p{Ll}+",
        ["token"] = @"[0-9\p{Ll}]+",
        ["any"] = @"\S+",
        ["letter"] = @"\p{L}",
        ["capital"] = @"\p{Lu}",
        ["space"] = " ",
        ["blank"] = @"\s",
        ["blanks"] = @"\s*",
        ["marks"] = @"\W*",
        ["close"] = @"\s*[.…]*",
        ["uỷ"] = "[uủ][yỷ]",
    };

    private readonly string _text;
    private readonly Func<string, string> _list;
    private int _at;

    private Notation(string text, Func<string, string> list) => (_text, _list) = (text, list);

    /// <summary>
    /// A line of a cue and its edges: whole words, unless <c>^</c> or <c>$</c> say that the stretch begins or ends there, or <c>*</c> that a word may
    /// go on.
    /// </summary>
    public static (string Left, string Phrase, string Right) Line(string text, Func<string, string> list)
    {
        var left = text[0] switch { '^' => "^", '*' => "", _ => @"\b" };
        var right = text[^1] switch { '$' => "$", '*' => "", _ => @"\b" };
        var start = left == @"\b" ? 0 : 1;
        var end = text.Length - (right == @"\b" ? 0 : 1);
        if (end <= start) throw new FormatException("a line of edges only");
        return (left, Phrase(text[start..end], list), right);
    }

    /// <summary>A line of a list, without edges.</summary>
    public static string Phrase(string text, Func<string, string> list)
    {
        var notation = new Notation(text, list);
        var result = notation.Alternatives();
        return notation._at == text.Length ? result : throw new FormatException($"'{text[notation._at]}' closes nothing");
    }

    private string Alternatives()
    {
        var result = new StringBuilder();
        while (_at < _text.Length && _text[_at] is not (')' or ']' or '}'))
        {
            if (_text[_at] == '|')
            {
                _at++;
                result.Append('|');
            }
            else
            {
                result.Append(Piece());
            }
        }

        return result.ToString();
    }

    private string Piece() => _text[_at] switch
    {
        '(' => Group(')', ""),
        '[' => Group(']', "?"),
        '{' => Group('}', "*"),
        '<' => Named(Until('>')),
        '`' => Until('`'),
        '…' => Gap(),
        '~' => Words(""),
        ' ' when Ahead("~") => Words(" "),
        '_' => Take(@"\s+"),
        '·' => Take(@"\b"),
        var c => Take(Literal(c)),
    };

    private string Take(string piece)
    {
        _at++;
        return piece;
    }

    private bool Ahead(string text) => _text.AsSpan(_at + 1).StartsWith(text, StringComparison.Ordinal);

    private static string Literal(char c) =>
        Reserved.Contains(c) ? throw new FormatException($"'{c}' means something in this notation; write it as `\\{c}`") : NeedsEscape.Contains(c) ? "\\" + c
            : c.ToString();

    /// <summary>Up to the closing mark, which is read too.</summary>
    private string Until(char mark)
    {
        var close = _text.IndexOf(mark, _at + 1);
        if (close < 0) throw new FormatException($"'{_text[_at]}' is not closed");
        var inner = _text[(_at + 1)..close];
        _at = close + 1;
        return inner;
    }

    private string Group(char close, string times)
    {
        var open = _text[_at++];
        var kind = open == '(' ? Kind() : "";
        var inner = Alternatives();
        if (_at >= _text.Length || _text[_at] != close) throw new FormatException($"'{open}' is not closed");
        _at++;
        return $"({kind}{inner}){times}";
    }

    /// <summary>"(not: …)" must not follow, "(not after: …)" must not stand before, "(who: …)" is what the reader takes out.</summary>
    private string Kind()
    {
        var colon = _text.IndexOf(": ", _at, StringComparison.Ordinal);
        var name = colon < 0 ? "" : _text[_at..colon];
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == ' ')) return "";
        _at = colon + 2;
        return name switch { "not" => "?!", "not after" => "?<!", _ => $"?<{name}>" };
    }

    private string Named(string name)
    {
        if (Pieces.TryGetValue(name, out var piece)) return piece;
        if (name.Length == 2 && char.IsUpper(name[0]) && char.ToLowerInvariant(name[0]) == name[1]) return $"[{name}]";
        return name.StartsWith("small ", StringComparison.Ordinal) ? @"[\p{Ll} ]{" + name["small ".Length..].Replace('-', ',') + "}" : $"({_list(name)})";
    }

    /// <summary>"…40", "…3-40", "….;40": a run that crosses none of the marks named (without any: . ; :); "?" behind it takes the shortest.</summary>
    private string Gap()
    {
        var start = ++_at;
        while (_at < _text.Length && !char.IsAsciiDigit(_text[_at])) _at++;
        var marks = _at > start ? _text[start.._at] : Unmarked;
        return $"[^{marks}]{Range()}{Shortest()}";
    }

    /// <summary>"còn ~3 chậm": up to three words between; "~3 " and "~3_" take the blank behind each word.</summary>
    private string Words(string before)
    {
        _at += before.Length + 1;
        var range = Range();
        var shortest = Shortest();
        if (before.Length > 0) return $@"( \S+){range}{shortest}";
        if (_at >= _text.Length || _text[_at] is not (' ' or '_')) throw new FormatException("'~' wants a blank or '_' behind its number");
        return _text[_at++] == ' ' ? $@"(\S+ ){range}{shortest}" : $@"(\S+\s+){range}{shortest}";
    }

    private string Shortest()
    {
        if (_at >= _text.Length || _text[_at] != '?') return "";
        _at++;
        return "?";
    }

    private string Range()
    {
        var first = Number();
        if (_at + 1 >= _text.Length || _text[_at] != '-' || !char.IsAsciiDigit(_text[_at + 1]))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{{0,{first}}}");
        }

        _at++;
        return string.Create(CultureInfo.InvariantCulture, $"{{{first},{Number()}}}");
    }

    private int Number()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at])) _at++;
        return _at > start ? int.Parse(_text.AsSpan(start, _at - start), CultureInfo.InvariantCulture) : throw new FormatException("a number belongs here");
    }
}
