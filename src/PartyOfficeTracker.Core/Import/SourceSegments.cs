using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Core.Import;

/// <summary>Cuts the source at every edge of a block or a row, so that each stretch has one look; together they are the whole text.</summary>
internal static class SourceSegments
{
    public static IReadOnlyList<SourceSegment> Of(IReadOnlyList<Block> blocks, IReadOnlyList<ImportRow> rows)
    {
        SortedSet<int> edges =
        [
            .. blocks.SelectMany(b => new[] { b.Span.Start, b.Span.End }),
            .. rows.SelectMany(r => new[] { r.SpanStart, r.SpanEnd }),
        ];
        var ordered = rows.OrderBy(r => r.SpanStart).ToList();
        var cuts = edges.ToList();
        var result = new List<SourceSegment>(cuts.Count);
        var open = new List<ImportRow>();
        var nextRow = 0;
        var block = 0;
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var (start, end) = (cuts[i], cuts[i + 1]);
            open.RemoveAll(r => r.SpanEnd <= start);
            var marks = new List<int>();
            while (nextRow < ordered.Count && ordered[nextRow].SpanStart <= start)
            {
                open.Add(ordered[nextRow]);
                marks.Add(ordered[nextRow++].Id);
            }

            while (block + 1 < blocks.Count && blocks[block].Span.End <= start)
            {
                block++;
            }

            result.Add(new SourceSegment(new Span(start, end), blocks[block].Kind, blocks[block].Detail, [.. open], marks));
        }

        return result;
    }
}
