namespace PartyOfficeTracker.Reading;

/// <summary>Lays the blocks end to end over the source: items first, then the lines they stand in, blanks with the block before.</summary>
internal static class Blocks
{
    public static List<Block> Of(SourceView view, IReadOnlyList<PageLine> lines, IReadOnlyList<DraftItem> items, IReadOnlyList<Span> understood,
        int sourceLength)
    {
        var marks = new List<(Span Span, BlockKind Kind, string Detail)>();
        foreach (var line in lines) marks.AddRange(OfLine(view, line, items, understood));
        var result = new List<Block>();
        var position = 0;
        foreach (var (span, kind, detail) in marks)
        {
            if (span.Start > position) Fill(result, view.Source, position, span.Start);
            var start = Math.Max(position, span.Start);
            if (span.End <= start) continue;
            result.Add(new Block(new Span(start, span.End), kind, detail));
            position = span.End;
        }

        if (position < view.Source.Length) Fill(result, view.Source, position, view.Source.Length);
        if (view.Source.Length < sourceLength) result.Add(new Block(new Span(view.Source.Length, sourceLength), BlockKind.Unclassified, "NotRead"));
        return result;
    }

    private static IEnumerable<(Span Span, BlockKind Kind, string Detail)> OfLine(SourceView view, PageLine line, IReadOnlyList<DraftItem> items,
        IReadOnlyList<Span> understood)
    {
        var whole = view.ToSource(line.Start, line.End);
        switch (line.Role)
        {
            case LineRole.Furniture or LineRole.Caption or LineRole.PostDate or LineRole.Byline:
                yield return (whole, BlockKind.Furniture, line.Role.ToString());
                yield break;
            case LineRole.Headline or LineRole.Heading:
                yield return (whole, BlockKind.Heading, line.Role.ToString());
                yield break;
            default:
                break;
        }

        var position = whole.Start;
        foreach (var (span, kind, detail) in Inside(whole, items, understood))
        {
            if (span.Start > position) yield return Between(view.Source, position, span.Start);
            if (span.Start >= position) yield return (span, kind, detail);
            position = Math.Max(position, span.End);
        }

        if (position < whole.End) yield return Between(view.Source, position, whole.End);
    }

    private static (Span Span, BlockKind Kind, string Detail) Between(string source, int start, int end) =>
        source.AsSpan(start, end - start).IsWhiteSpace() ? (new Span(start, end), BlockKind.Narrative, "Blank")
            : (new Span(start, end), BlockKind.Unclassified, "");

    private static List<(Span Span, BlockKind Kind, string Detail)> Inside(Span whole, IReadOnlyList<DraftItem> items, IReadOnlyList<Span> understood)
    {
        var result = new List<(Span Span, BlockKind Kind, string Detail)>();
        foreach (var item in Within(items, whole, item => item.Span)) result.Add((item.Span, BlockKind.Item, item.Kind.ToString()));
        foreach (var sentence in Within(understood, whole, span => span))
        {
            // What is left of a sentence around its items: attribution, times, connectives.
            var position = sentence.Start;
            foreach (var item in result.Where(mark => mark.Kind == BlockKind.Item && mark.Span.Start < sentence.End && mark.Span.End > sentence.Start)
                .Select(mark => mark.Span).ToList())
            {
                if (item.Start > position) result.Add((new Span(position, item.Start), BlockKind.Narrative, ""));
                position = Math.Max(position, item.End);
            }

            if (position < sentence.End) result.Add((new Span(position, sentence.End), BlockKind.Narrative, ""));
        }

        result.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return result;
    }

    /// <summary>The elements that begin inside a line; the list is in order of start.</summary>
    private static IEnumerable<T> Within<T>(IReadOnlyList<T> list, Span whole, Func<T, Span> spanOf)
    {
        int low = 0, high = list.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spanOf(list[middle]).Start < whole.Start) low = middle + 1;
            else high = middle;
        }

        for (var i = low; i < list.Count && spanOf(list[i]).Start < whole.End; i++) yield return list[i];
    }

    private static void Fill(List<Block> result, string source, int start, int end)
    {
        var blank = true;
        for (var i = start; i < end && blank; i++) blank = char.IsWhiteSpace(source[i]) || char.IsControl(source[i]) || source[i] == '\uFEFF';
        if (blank && result.Count > 0 && result[^1].Kind != BlockKind.Item) result[^1] = result[^1] with { Span = new Span(result[^1].Span.Start, end) };
        else result.Add(new Block(new Span(start, end), blank ? BlockKind.Narrative : BlockKind.Unclassified, blank ? "Blank" : ""));
    }
}
