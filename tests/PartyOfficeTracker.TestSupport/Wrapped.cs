namespace PartyOfficeTracker.TestSupport;

/// <summary>Reports as somebody would paste them: a paragraph is one line, however long, and is written here over several.</summary>
public static class Wrapped
{
    /// <summary>Joins a line to the one before it when it begins with two blanks.</summary>
    public static string Unwrap(this string text) => text.ReplaceLineEndings("\n").Replace("\n  ", " ", StringComparison.Ordinal);
}
