using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading.Tests;

/// <summary>No word stands in the vocabulary that no report uses: each line is met in our own reports or in a sentence of Reports/usage.</summary>
public partial class VocabularyUseTests
{
    /// <summary>The reports, the sentences of usage, and those of the tests beside this one, each of which was read wrongly once.</summary>
    private static readonly Lazy<List<string>> Lines = new(() => [.. Directory
        .EnumerateFiles(SharedFiles.OwnReports, "*.txt", SearchOption.AllDirectories)
        .Concat(Directory.EnumerateFiles(Path.GetDirectoryName(SharedFiles.OwnReports)!, "*Tests.cs")).Order(StringComparer.Ordinal)
        .SelectMany(file => Break().Replace(File.ReadAllText(file), "").Split('\n')).Where(line => line.Length > 0)
        .SelectMany(line => SourceView.Of(line) is var view ? new[] { view.Text, view.Lower } : []).Distinct(StringComparer.Ordinal)]);

    public static TheoryData<string> Files => new(Vocabulary.Files);

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_line_is_used_by_some_report(string file)
    {
        var vocabulary = Vocabulary.Of(file);

        var unused = vocabulary.Entries.AsParallel().AsOrdered().Where(entry => !IsUsed(vocabulary, entry))
            .Select(entry => $"{entry.File}, line {entry.Line}: {entry.Text}");

        Assert.Equal("", string.Join('\n', unused));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_section_is_asked_for_by_the_code(string file)
    {
        foreach (var type in typeof(MinutesReader).Assembly.GetTypes()) RuntimeHelpers.RunClassConstructor(type.TypeHandle);

        Assert.Empty(Vocabulary.Of(file).NeverAsked);
    }

    private static bool IsUsed(Vocabulary vocabulary, VocabularyEntry entry)
    {
        var plain = entry.Section == "<weights>" ? entry with { Text = entry.Text[(entry.Text.IndexOf(' ', StringComparison.Ordinal) + 1)..] } : entry;
        var (left, phrase, right) = vocabulary.Read(plain);
        var isList = entry.Section[0] == '<';
        // The beginning of a clause is where a word begins; a list's line is words of its own where it begins and ends with letters.
        var begins = isList ? char.IsLetter(plain.Text[0]) : left.Length > 0;
        var ends = isList ? char.IsLetter(plain.Text[^1]) : right == @"\b";
        var pattern = new Regex((begins ? @"(?<![\p{L}\p{N}])" : "") + $"({phrase})" + (ends ? @"(?![\p{L}\p{N}])" : ""),
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
        return Lines.Value.Exists(line => pattern.IsMatch(line));
    }

    /// <summary>Where a test's sentence goes on in the next line of the code.</summary>
    [GeneratedRegex("""
        "\s*\n\s*\+\s*"|"\s*\+\s*\n\s*"
        """, RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Break();
}
