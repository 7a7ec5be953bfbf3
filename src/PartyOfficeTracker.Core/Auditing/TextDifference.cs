using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace PartyOfficeTracker.Core.Auditing;

public enum TextFate
{
    Kept,
    Removed,
    Added,
}

/// <summary>A stretch of words and what became of it.</summary>
public sealed record TextStretch(TextFate Fate, string Text);

/// <summary>What became of a text, word by word: what went before what came, each as one stretch.</summary>
public static class TextDifference
{
    /// <returns>Stretches that, without the added ones, are the old text and, without the removed ones, the new one.</returns>
    public static IReadOnlyList<TextStretch> Between(string old, string now)
    {
        var pieces = InlineDiffBuilder.Diff(old, now, ignoreWhiteSpace: false, ignoreCase: false, new WordChunker()).Lines;
        var stretches = new List<TextStretch>();
        string removed = "", added = "";
        for (var i = 0; i < pieces.Count; i++)
        {
            var text = pieces[i].Text ?? "";
            if (pieces[i].Type == ChangeType.Deleted)
            {
                removed += text;
            }
            else if (pieces[i].Type == ChangeType.Inserted)
            {
                added += text;
            }
            else if (IsGap(pieces, i))
            {
                removed += text;
                added += text;
            }
            else
            {
                Close();
                Add(TextFate.Kept, text);
            }
        }

        Close();
        return stretches;

        void Close()
        {
            Add(TextFate.Removed, removed);
            Add(TextFate.Added, added);
            removed = added = "";
        }

        void Add(TextFate fate, string text)
        {
            if (text.Length == 0)
            {
                return;
            }

            if (stretches.Count > 0 && stretches[^1].Fate == fate)
            {
                stretches[^1] = new TextStretch(fate, stretches[^1].Text + text);
            }
            else
            {
                stretches.Add(new TextStretch(fate, text));
            }
        }
    }

    /// <summary>A blank between two changed words reads better as part of the change.</summary>
    private static bool IsGap(List<DiffPiece> pieces, int at) =>
        at > 0 && at + 1 < pieces.Count
        && string.IsNullOrWhiteSpace(pieces[at].Text)
        && pieces[at - 1].Type != ChangeType.Unchanged && pieces[at + 1].Type != ChangeType.Unchanged;
}
