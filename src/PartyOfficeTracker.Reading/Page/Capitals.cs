using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>A text typed in capitals throughout, read as if it were written small: sentences, names the lists know, and persons begin with a capital.</summary>
internal static class Capitals
{
    private const int FewestLetters = 60;
    private const int MostSmall = 20;

    private static readonly Vocabulary Phrases = Vocabulary.Of("letterhead");

    private static readonly Regex[] Named = [Cue.Of("\\b(" + Phrases.Choice("names") + ")\\b"), Cue.Of("\\b(" + Phrases.Choice("bodies") + ")\\b")];
    private static readonly Regex Owner = Cue.Of(@"^ban \p{Ll}{1,9} \p{Ll}{1,9}( và \p{Ll}{1,9} \p{Ll}{1,9})? (trung ương|tỉnh ủy|thành ủy|huyện ủy)");
    private static readonly Regex Person = Cue.Of(@"\b(đồng chí|đ/c|ông|bà):? (?<n>\p{Ll}+( \p{Ll}+){1,4}?)(?=,| [-–] | chủ trì| yêu cầu| kết luận| " +
        @"phát biểu| đề nghị|\.)");
    private static readonly Regex Numeral = Cue.Of(@"\b(quý|khóa|lần thứ) (?<r>[ivx]+)\b");
    private static readonly Regex Code = Cue.Of(@"\b[0-9]+(/[0-9]{4})?[-/](?<c>\p{Ll}{1,9}([-/]\p{Ll}{2,9}){0,2})");

    public static bool IsAll(string text)
    {
        int upper = 0, lower = 0;
        foreach (var letter in text)
        {
            if (char.IsUpper(letter)) upper++;
            else if (char.IsLower(letter)) lower++;
        }

        return upper >= FewestLetters && lower * MostSmall < upper;
    }

    public static SourceView Read(SourceView view)
    {
        var lower = view.Text.ToLowerInvariant();
        if (lower.Length != view.Text.Length) return view;
        var text = lower.ToCharArray();
        void Up(int at) => text[at] = view.Text[at];
        var isStart = true;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '.' or '!' or '?' or '\n' or ':') isStart = true;
            else if (char.IsLetter(text[i]))
            {
                if (isStart) Up(i);
                isStart = false;
            }
            else if (char.IsDigit(text[i])) isStart = false;
        }

        foreach (var match in Named.SelectMany(cue => cue.All(view.Lower, 0, view.Length))) Up(match.Index);
        foreach (var match in Letterhead.Commission.All(lower, 0, lower.Length).Where(match => IsOf(lower, match))) Up(match.Groups["w"].Index);
        foreach (var (start, end) in Provinces.In(view, 0, view.Length)) Words(view, text, start, end);
        foreach (var match in Person.All(lower, 0, lower.Length)) Words(view, text, match.Groups["n"].Index, match.Groups["n"].Index +
            match.Groups["n"].Length);
        foreach (var group in Numeral.All(lower, 0, lower.Length).Select(match => match.Groups["r"]).Concat(Code.All(lower, 0, lower.Length)
            .Select(match => match.Groups["c"])))
        {
            for (var i = group.Index; i < group.Index + group.Length; i++) Up(i);
        }

        return view.InLetters(new string(text));
    }

    /// <summary>"Ban Nội chính Trung ương": whose commission it is stands behind its name; "toàn bộ công tác" has nobody behind.</summary>
    private static bool IsOf(string lower, Match match) =>
        Owner.In(lower, match.Index, Math.Min(lower.Length, match.Index + 40));

    private static void Words(SourceView view, char[] text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (i == start || !char.IsLetter(text[i - 1])) text[i] = view.Text[i];
        }
    }
}
