namespace PartyOfficeTracker.Reading;

/// <summary>What the reader knows of one line that somebody types, to be offered and never taken by itself.</summary>
public static class TypedLine
{
    /// <summary>The deadline the line names in its own words and what they mean; null when it names none.</summary>
    /// <param name="line">The line as typed.</param>
    /// <param name="anchors">The events named deadlines hang on.</param>
    /// <param name="reference">The day of the conference, to fix a year the words leave out.</param>
    public static DeadlineReading? Deadline(string line, AnchorEvents anchors, DateOnly? reference)
    {
        var view = SourceView.Of(line);
        var read = DirectiveContext.OwnDueWords(view) is { } words ? DeadlinePhraseReader.Read(words, anchors, reference) : null;
        return read?.Kind == DeadlineKind.Missing ? null : read;
    }

    /// <summary>The field of work whose words stand in the line; null when none do, or two are equal.</summary>
    public static string? Field(string line, FieldsOfWork fields)
    {
        var view = SourceView.Of(line);
        return fields.Of(view, 0, view.Text.Length)?.Value;
    }
}
