using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>Counted and measured amounts. Dates, years, terms, ordinals, durations and document numbers are none.</summary>
internal static class Figures
{
    private const int LongestUnit = 60;

    private static readonly Vocabulary Phrases = Vocabulary.Of("figures");

    private static readonly Regex Number = Cue.Of(@"(^|[\s(“""~>≥/])(?<n>[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?|" +
        @"[0-9]+(,[0-9]+)?(/[0-9]+)?)\s?(?<pct>%)?(?<unit>\s*(km2|m[23]|[\p{L}]+)([ ,\-/]+[\p{L}]+){0,3})?");
    private static readonly Regex PercentUnit = Cue.Of(@"^\s*(tổng số |số )?(?<u>[\p{L}]+( [\p{L}]+)?)");
    private static readonly Regex NotCounted = Phrases.Cue(nameof(NotCounted));
    private static readonly Regex Glued = Cue.Of(@"^(m2|m3|km2?|ha|kg|m|tr)\b");
    private static readonly Regex CountedTime = Phrases.Cue(nameof(CountedTime));
    private static readonly Regex OrdinalBefore = Phrases.Cue(nameof(OrdinalBefore));
    private static readonly Regex CodeAround = Cue.Of(@"^\s?[-/–]\s?[\p{L}0-9]");
    private static readonly Regex Bound = Phrases.Cue(nameof(Bound));
    private static readonly Regex UnitStop = Phrases.Cue(nameof(UnitStop));

    private static readonly Regex WholeUnit = Phrases.Cue(nameof(WholeUnit));

    private static readonly string[] UnitNouns = [.. Phrases.Lines("unit-nouns")];

    public static IEnumerable<FigureMention> In(SourceView view, int start, int end)
    {
        foreach (var match in Number.All(view.Lower, start, end))
        {
            var figure = match.Groups["pct"].Success ? Percentage(view, match, start, end) : Count(view, match, start, end);
            if (figure is not null) yield return figure;
        }
    }

    private static FigureMention Percentage(SourceView view, Match match, int start, int end)
    {
        var number = match.Groups["n"];
        var mark = match.Groups["pct"].Index + 1;
        var of = PercentUnit.First(view.Lower, mark, Math.Min(end, mark + 24));
        var named = of.Success && view.Text[mark] == ' ' && !NotCounted.In(view.Lower, mark, Math.Min(end, mark + 12));
        var stop = named ? UnitEnd(view, of.Groups["u"].Index, of.Index + of.Length) : mark;
        return Figure(view, start, number.Index, number.Index + number.Length, mark, stop, "%");
    }

    private static FigureMention? Count(SourceView view, Match match, int start, int end)
    {
        var number = match.Groups["n"];
        var after = number.Index + number.Length;
        if (IsCode(view, after, end) || IsOrdinal(view, number, start) || IsYear(number.Value)) return null;
        var unit = match.Groups["unit"];
        if (!unit.Success ||
            (NotCounted.In(view.Lower, unit.Index, Math.Min(end, unit.Index + 14)) && !CountedTime.In(view.Lower, unit.Index, Math.Min(end, unit.Index + 20))))
        {
            return null;
        }

        var unitStart = PageLayout.SkipBlanks(view.Text, unit.Index, unit.Index + unit.Length);
        if (char.IsUpper(view.Text[unitStart]) && !IsUnitNoun(view, unitStart)) return null;
        var unitEnd = UnitEnd(view, unitStart, unit.Index + unit.Length);
        return unitEnd > unitStart ? Figure(view, start, number.Index, after, unitStart, unitEnd, view.Slice(unitStart, unitEnd)) : null;
    }

    private static bool IsCode(SourceView view, int after, int end) =>
        CodeAround.In(view.Lower, after, Math.Min(end, after + 4)) ||
            (after < end && char.IsLetter(view.Text[after]) && !Glued.In(view.Lower, after, Math.Min(end, after + 4)));

    /// <summary>"Nghị quyết 18": papers and meetings are numbered, and not in thousands.</summary>
    private static bool IsOrdinal(SourceView view, Group number, int start) =>
        OrdinalBefore.In(view.Lower, Math.Max(start, number.Index - 16), number.Index) && !number.Value.Contains('.', StringComparison.Ordinal) &&
            !IsBoundBefore(view, start, number.Index);

    private static bool IsYear(string number) =>
        number.Length == 4 && number.StartsWith("20", StringComparison.Ordinal) && !number.Contains('.', StringComparison.Ordinal);

    private static bool IsBoundBefore(SourceView view, int start, int at) =>
        view.Lower.AsSpan(Math.Max(start, at - 4), at - Math.Max(start, at - 4)).TrimEnd().EndsWith(" từ");

    /// <summary>A proper noun may be a unit only when it names a kind of paper ("6 Đề án").</summary>
    private static bool IsUnitNoun(SourceView view, int at) =>
        Array.Exists(UnitNouns, noun => string.CompareOrdinal(view.Lower, at, noun, 0, noun.Length) == 0);

    private static int UnitEnd(SourceView view, int start, int end)
    {
        if (WholeUnit.First(view.Lower, start, Math.Min(view.Length, start + LongestUnit)) is { Success: true } whole) return whole.Index + whole.Length;
        var stop = UnitStop.First(view.Lower, start, end);
        var limit = stop.Success ? stop.Index : end;
        // Two words name a unit; a third only clutters it.
        var words = 0;
        for (var i = start; i < limit; i++)
        {
            if (view.Text[i] == ' ' && ++words == 2) return i;
        }

        return limit;
    }

    private static FigureMention Figure(SourceView view, int start, int numberStart, int numberEnd, int unitStart, int unitEnd, string unit)
    {
        var bound = Bound.First(view.Lower, Math.Max(start, numberStart - 14), numberStart);
        var kind = !bound.Success ? FigureBound.Exact : bound.Groups["b"].Value switch
        {
            "trên" or "hơn" or "ít nhất" or "không dưới" or "tối thiểu" or "từ" => FigureBound.AtLeast,
            "dưới" or "không quá" or "tối đa" or "lên đến" => FigureBound.AtMost,
            _ => FigureBound.About,
        };
        var end = Math.Max(unitEnd, unitStart);
        return new FigureMention(new ReadText(view.Slice(numberStart, end), view.ToSource(numberStart, end)), view.Slice(numberStart, numberEnd), unit, kind);
    }
}
