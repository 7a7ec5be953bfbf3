namespace PartyOfficeTracker.Reading;

/// <summary>A field of work and the words by which a sentence speaks of it, in any spelling.</summary>
public sealed record FieldWords(string Name, IReadOnlyList<string> Words)
{
    /// <summary>Words as an administrator types them: separated by commas, semicolons or lines.</summary>
    public static IReadOnlyList<string> Parse(string? typed) =>
        typed is null ? [] : [.. typed.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}

/// <summary>The fields of work a clause can belong to; an administrator edits the table, <see cref="Default"/> is what an installation starts with.</summary>
public sealed class FieldsOfWork(IEnumerable<FieldWords> fields)
{
    /// <summary>A clause opens with what it is about; words this far in weigh more.</summary>
    private const int SubjectReach = 60;

    private const int SubjectWeight = 2;

    private readonly List<(string Name, List<string> Words)> _fields =
        [.. fields.Select(field => (field.Name, field.Words.Select(word => Folding.Lower(word.Trim())).Where(word => word.Length > 0).ToList()))];

    public static IReadOnlyList<FieldWords> DefaultFields { get; } =
        [.. Vocabulary.Of("fields").Sections().Select(section => new FieldWords(section.Title, [.. section.Lines]))];

    public static FieldsOfWork Default { get; } = new(DefaultFields);

    /// <summary>The words a field of this name starts with; none for a field of the office's own.</summary>
    public static IReadOnlyList<string> DefaultWords(string name) => DefaultFields.FirstOrDefault(f => f.Name == name)?.Words ?? [];

    /// <summary>
    /// The field whose words stand most, and earliest, in the clause: each word counts once with its syllables, more when it is near the
    /// beginning. Null when none of them stands there, or two fields are equal.
    /// </summary>
    internal Inferred<string>? Of(SourceView view, int start, int end)
    {
        var best = (Score: 0, Name: "", At: 0, Length: 0);
        var tied = false;
        foreach (var (name, words) in _fields)
        {
            var (score, at, length) = Weigh(view.Lower, words, start, end);
            if (score == 0 || score < best.Score) continue;
            tied = score == best.Score && at == best.At;
            if (score > best.Score || at < best.At) best = (score, name, at, length);
        }

        return best.Score == 0 || tied ? null : new Inferred<string>(best.Name, InferenceReason.FieldWord, view.ToSource(best.At, best.At + best.Length));
    }

    private static (int Score, int At, int Length) Weigh(string lower, List<string> words, int start, int end)
    {
        var score = 0;
        var (first, length) = (int.MaxValue, 0);
        foreach (var word in words)
        {
            var at = Find(lower, word, start, end);
            if (at < 0) continue;
            score += word.Count(c => c == ' ') + 1 + (at - start < SubjectReach ? SubjectWeight : 0);
            if (at < first) (first, length) = (at, word.Length);
        }

        return (score, first, length);
    }

    /// <summary>The word as a word of its own: no letter touches it.</summary>
    private static int Find(string lower, string word, int start, int end)
    {
        var at = lower.IndexOf(word, start, end - start, StringComparison.Ordinal);
        while (at >= 0)
        {
            var after = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(lower[at - 1])) && (after >= lower.Length || !char.IsLetterOrDigit(lower[after]))) return at;
            at = lower.IndexOf(word, at + 1, end - at - 1, StringComparison.Ordinal);
        }

        return -1;
    }
}

/// <summary>The tables the reader reads with: data an office keeps, never code.</summary>
/// <param name="Anchors">The events deadlines hang on.</param>
/// <param name="Fields">The fields of work and their words.</param>
public sealed record ReaderTables(AnchorEvents Anchors, FieldsOfWork Fields)
{
    public static ReaderTables Default { get; } = new(AnchorEvents.Default, FieldsOfWork.Default);
}
