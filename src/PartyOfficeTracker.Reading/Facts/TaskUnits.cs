using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>Which unit a task puts in charge and which are to work with it: "Vụ Tổng hợp chủ trì, phối hợp với các vụ liên quan xây dựng …".</summary>
internal static class TaskUnits
{
    private const int LongestList = 160;

    private static readonly Vocabulary Phrases = Vocabulary.Of("tasks");

    private static readonly Regex InCharge = Cue.Of(@"^((giao|phân công|yêu cầu|đề nghị|Giao|Phân công|Yêu cầu|Đề nghị) )?(cho " +
        @")?(?<u>\p{Lu}[^,;:.]{2,80}?) (là (cơ quan|đơn vị) )?chủ trì\b");
    private static readonly Regex Together = Cue.Of(@"\bphối hợp( chặt chẽ)? (với|cùng) ");
    private static readonly Regex Verb = Phrases.Cue(nameof(Verb));

    public static (ReadText? Lead, IReadOnlyList<ReadText> Together) In(SourceView view, int start, int end)
    {
        var lead = InCharge.First(view.Text, start, Math.Min(end, start + 140)) is { Success: true } charge ? charge.Groups["u"] : null;
        if (Together.First(view.Text, start, Math.Min(end, start + 300)) is not { Success: true } with) return (Quote(view, lead), []);
        var from = with.Index + with.Length;
        var limit = Math.Min(end, from + LongestList);
        // A verb is small where a unit's own name is not: "Ban Tổ chức … tổ chức".
        if (Verb.First(view.Text, from, limit) is not { Success: true } verb) return (Quote(view, lead), []);
        var stop = verb.Index;
        while (stop > from && view.Text[stop - 1] is ' ' or ',' or '\n') stop--;
        return (Quote(view, lead), List(view, from, stop));
    }

    /// <summary>Units in a list of them; "và" inside a unit's own name ("Ban Tuyên giáo và Dân vận") stays.</summary>
    public static List<ReadText> List(SourceView view, int start, int end)
    {
        var units = new List<ReadText>();
        var from = start;
        for (var i = start; i <= end; i++)
        {
            if (i < end && view.Text[i] is not (',' or ';' or '\n')) continue;
            var begin = PageLayout.SkipBlanks(view.Text, from, i);
            var stop = Sentences.TrimEnd(view.Text, begin, i);
            if (stop > begin) units.Add(new ReadText(view.Slice(begin, stop), view.ToSource(begin, stop)));
            from = i + 1;
        }

        return units;
    }

    private static ReadText? Quote(SourceView view, Group? group) =>
        group is null ? null : new ReadText(view.Slice(group.Index, group.Index + group.Length), view.ToSource(group.Index, group.Index + group.Length));
}
