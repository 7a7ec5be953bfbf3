using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>One line of a vocabulary file: where it stands, in which section, and what it says.</summary>
internal sealed record VocabularyEntry(string File, int Line, string Section, string Text);

/// <summary>
/// The words of one step of the reader, kept in a text file that reads like a list (docs/reader.md has the notation). A section <c>= Name</c> is a
/// cue: its lines are what a stretch of text is searched for. A section <c>= &lt;name&gt;</c> is a list that cues of the same file, and
/// expressions in code, refer to.
/// </summary>
internal sealed class Vocabulary
{
    private static readonly ConcurrentDictionary<string, Vocabulary> Opened = new(StringComparer.Ordinal);

    private const string TitleMark = "= ";

    /// <summary>Classes of the reader are initialised by whichever thread reads first, several of them from one file at once.</summary>
    private readonly Lock _door = new();

    private readonly string _file;
    private readonly Dictionary<string, List<VocabularyEntry>> _sections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _choices = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private Vocabulary(string file) => _file = file;

    /// <summary>The names of all files, without their ending.</summary>
    public static IEnumerable<string> Files =>
        typeof(Vocabulary).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".txt", StringComparison.Ordinal))
            .Select(name => name[..^".txt".Length]).Order(StringComparer.Ordinal);

    /// <summary>Every line of the file that says something, in order.</summary>
    public IEnumerable<VocabularyEntry> Entries => _sections.Values.SelectMany(entries => entries);

    /// <summary>Sections nobody has asked for so far.</summary>
    public IEnumerable<string> NeverAsked
    {
        get
        {
            lock (_door) return [.. _sections.Keys.Where(section => !_asked.Contains(section))];
        }
    }

    /// <summary>The embedded file of this name.</summary>
    public static Vocabulary Of(string name) => Opened.GetOrAdd(name, static file =>
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream(file + ".txt") ??
            throw new FormatException($"There is no vocabulary file {file}.txt.");
        using var reader = new StreamReader(stream);
        return Parse(file, reader.ReadToEnd());
    });

    /// <summary>Reads a file; a line that cannot be understood is named by file and number.</summary>
    public static Vocabulary Parse(string name, string text)
    {
        var result = new Vocabulary(name + ".txt");
        List<VocabularyEntry>? section = null;
        var title = new Title("", "", "");
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r');
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#') continue;
            if (line.StartsWith(TitleMark, StringComparison.Ordinal))
            {
                title = TitleOf(line[TitleMark.Length..].Trim());
                section = [];
                if (!result._sections.TryAdd(title.Name, section)) throw result.Error(number, $"the section {title.Name} stands twice");
                continue;
            }

            if (section is null) throw result.Error(number, "a line before the first section");
            if (char.IsWhiteSpace(line[^1])) throw result.Error(number, "a blank at the end of the line, where nobody sees it; write <space>");
            section.Add(new VocabularyEntry(result._file, number, title.Name, title.Left + line + title.Right));
        }

        return result;
    }

    /// <summary>The expression that finds any line of a cue.</summary>
    public Regex Cue(string name) => Reading.Cue.Of(Pattern(Section(name)));

    /// <summary>The lines of a list as the alternatives of an expression, without brackets round them.</summary>
    public string Choice(string list)
    {
        var title = $"<{list}>";
        lock (_door)
        {
            if (_choices.TryGetValue(title, out var known)) return known;
            if (!_open.Add(title)) throw new FormatException($"{_file}: the list {title} refers to itself");
            var choice = string.Join('|', Section(title).Select(entry => Understood(entry, () => Notation.Phrase(entry.Text, Choice))));
            _open.Remove(title);
            return _choices[title] = choice;
        }
    }

    /// <summary>The lines of a list as they stand.</summary>
    public IEnumerable<string> Lines(string list) => Section($"<{list}>").Select(entry => entry.Text);

    /// <summary>The lines of a list whose first word is a number: the number, and what follows it.</summary>
    public IEnumerable<(int Weight, string Phrase)> Weighed(string list) => Section($"<{list}>").Select(entry => Understood(entry, () =>
    {
        var blank = entry.Text.IndexOf(' ', StringComparison.Ordinal);
        if (blank < 0 || !int.TryParse(entry.Text.AsSpan(0, blank), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var weight))
        {
            throw new FormatException("a weight and a phrase belong here");
        }

        return (weight, entry.Text[blank..].Trim());
    }));

    /// <summary>All sections with their lines as they stand, in order.</summary>
    public IEnumerable<(string Title, IEnumerable<string> Lines)> Sections() =>
        _sections.Keys.Select(title => (title, Section(title).Select(entry => entry.Text)));

    /// <summary>One line alone: its phrase as an expression, and its edges; the line of a list has none.</summary>
    public (string Left, string Phrase, string Right) Read(VocabularyEntry entry) =>
        Understood(entry, () => entry.Section[0] == '<' ? ("", Notation.Phrase(entry.Text, Choice), "") : Notation.Line(entry.Text, Choice));

    private string Pattern(IReadOnlyList<VocabularyEntry> entries)
    {
        var groups = new List<(string Left, List<string> Phrases, string Right)>();
        foreach (var entry in entries)
        {
            var (left, phrase, right) = Read(entry);
            // Lines of one kind of edge share it: the engine looks for the edge once and not once a line.
            if (groups.Count > 0 && groups[^1].Left == left && groups[^1].Right == right) groups[^1].Phrases.Add(phrase);
            else groups.Add((left, [phrase], right));
        }

        return string.Join('|',
            groups.Select(group => group.Phrases.Count == 1 ? group.Left + group.Phrases[0] + group.Right
            : $"{group.Left}({string.Join('|', group.Phrases)}){group.Right}"));
    }

    private List<VocabularyEntry> Section(string title)
    {
        if (!_sections.TryGetValue(title, out var section)) throw new FormatException($"{_file}: there is no section {title}");
        if (section.Count == 0) throw new FormatException($"{_file}: the section {title} is empty");
        lock (_door) _asked.Add(title);
        return section;
    }

    private T Understood<T>(VocabularyEntry entry, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException exception) when (!exception.Message.StartsWith(_file, StringComparison.Ordinal))
        {
            throw Error(entry.Line, exception.Message);
        }
    }

    private FormatException Error(int line, string what) => new($"{_file}, line {line.ToString(CultureInfo.InvariantCulture)}: {what}");

    /// <summary>"Name ^…$": the edges in a title are those of every line below it.</summary>
    private static Title TitleOf(string title)
    {
        var gap = title.IndexOf('…', StringComparison.Ordinal);
        if (gap < 0) return new Title(title, "", "");
        var blank = title.LastIndexOf(' ', gap);
        return blank < 0 ? new Title(title, "", "") : new Title(title[..blank].Trim(), title[(blank + 1)..gap], title[(gap + 1)..]);
    }

    private sealed record Title(string Name, string Left, string Right);
}
