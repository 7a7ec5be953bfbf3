using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>What a label says of the task it stands behind or a column of the tasks below it.</summary>
internal enum RowLabel
{
    Number,
    Task,
    Lead,
    Coordinating,
    Due,
    Product,
    Note,
}

/// <summary>The labels of a task's facts: "Đơn vị chủ trì:", "Thời hạn:", the heads of a table of tasks.</summary>
internal static class RowLabels
{
    private static readonly Vocabulary Phrases = Vocabulary.Of("tasks");

    private static readonly Regex Unit = Phrases.Cue("Unit");

    private static readonly (RowLabel Label, Regex Cue)[] Known =
    [
        (RowLabel.Number, Phrases.Cue("Number")),
        (RowLabel.Coordinating, Phrases.Cue("Coordinating")),
        (RowLabel.Lead, Phrases.Cue("Lead")),
        (RowLabel.Due, Phrases.Cue("Due")),
        (RowLabel.Product, Phrases.Cue("Product")),
        (RowLabel.Note, Phrases.Cue("Note")),
        (RowLabel.Task, Phrases.Cue("Task")),
    ];

    /// <summary>What a cell of a table's head calls its column; null when it is no head.</summary>
    public static RowLabel? Of(SourceView view, int start, int end)
    {
        if (PageLayout.CountWords(view.Text, start, end, 9) > 8) return null;
        foreach (var (label, cue) in Known)
        {
            if (cue.In(view.Lower, start, end)) return label;
        }

        return null;
    }

    /// <summary>Whether a cell is the name of a unit and nothing longer.</summary>
    public static bool NamesAUnit(SourceView view, int start, int end) =>
        PageLayout.CountWords(view.Text, start, end, 9) <= 8 && Unit.In(view.Lower, start, end);

    /// <summary>"Đơn vị chủ trì: Phòng Tổng hợp": the label in front and where its value begins.</summary>
    public static (RowLabel Label, int Value)? At(SourceView view, int start, int end)
    {
        var colon = view.Text.IndexOf(':', start, Math.Min(end - start, 50));
        if (colon < 0 || colon + 1 >= end || Of(view, start, colon) is not { } label || label is RowLabel.Number or RowLabel.Task) return null;
        var value = PageLayout.SkipBlanks(view.Text, colon + 1, end);
        return value < end ? (label, value) : null;
    }

    public static bool Begins(SourceView view, int start, int end) => At(view, start, end) is not null;
}
