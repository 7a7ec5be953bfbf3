using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>
/// The evidence for what a clause is, each piece by name: who speaks, the part it stands in, what the rules call it, mood and aspect of its own verb,
/// what is bad or good in it, whom it names. Nothing here decides; the weights do.
/// </summary>
internal sealed class Evidence(SourceView view, ZoneCues cues, DirectiveContext context)
{
    private const int LongestFront = 40;
    private static readonly Regex Done = Cue.Of(@"\b(đã|được|đạt|hoàn thành)\b");
    private static readonly Regex Ahead = Cue.Of(@"\b(sẽ|dự kiến|phấn đấu|tới đây|sắp tới|thời gian tới)\b");
    private static readonly Regex Must = Cue.Of(@"\b(cần|phải|không để|không được|nhất thiết|kiên quyết|khẩn trương)\b");
    private static readonly Regex Lacks = Cue.Of(@"\b(chưa|còn|không|thiếu|chậm|hạn chế)\b");
    private static readonly Regex Asks = Cue.Of(@"\b(đề nghị|kiến nghị|đề xuất|mong|xin)\b");
    private static readonly Regex Orders = Cue.Of(@"\b(yêu cầu|giao|chỉ đạo|phân công)\b");
    private static readonly Regex Leads = Cue.Of(@"\b(chủ trì|phối hợp với|báo cáo kết quả|chịu trách nhiệm)\b");
    private static readonly Regex If = Cue.Of(@"\b(nếu|giá như|ước)\b");
    private static readonly Regex Meeting = Cue.Of(@"\b(hội nghị|cuộc họp|buổi họp|phiên họp|biên bản|đại biểu|điểm cầu)\b");

    public IReadOnlyList<string> Of(Trimmed clause, int rawStart, ItemKind? told, Standing at)
    {
        var found = new List<string>(48) { "always", "rule:" + (told?.ToString() ?? "none") };
        Standing(found, told, at);
        OwnWords(found, clause);
        Judged(found, clause, rawStart);
        Shape(found, clause, at);
        return found;
    }

    private static void Standing(List<string> found, ItemKind? told, Standing at)
    {
        found.Add("part:" + at.Zone);
        found.Add("voice:" + at.Voice);
        found.Add($"part+voice:{at.Zone}+{at.Voice}");
        found.Add("heading:" + (at.Headed?.ToString() ?? "none"));
        if (at.Headed == at.Zone) found.Add("part-has-heading");
        if (at.IsNotice) found.Add("paper-of-conclusions");
        if (at.IsPassedOver) found.Add(at.IsAnnouncement ? "about-the-event" : "passed-over");
        found.Add(at.Said is { } said ? $"said:{said.Voice}+{said.Act}" : "said:nobody");
        if (at.Said is { } who) found.Add($"rule+said:{told?.ToString() ?? "none"}+{who.Voice}");
        if (at.Said is { Speaker: not null }) found.Add("named-speaker");
        if (at.Sentence.IsListed) found.Add(at.Sentence.Number is null ? "bullet" : "numbered");
        if (at.Sentence.IsListed) found.Add("listed+rule:" + (told?.ToString() ?? "none"));
        if (at.Sentence.OpensParagraph) found.Add("opens-paragraph");
        found.Add(at.IsFirst ? "first-clause" : "later-clause");
    }

    private void OwnWords(List<string> found, Trimmed clause)
    {
        var (start, end) = (clause.Start, clause.End);
        var front = Math.Min(end, start + LongestFront);
        Say(found, "done", Done, start, end, front);
        Say(found, "ahead", Ahead, start, end, front);
        Say(found, "must", Must, start, end, front);
        Say(found, "lacks", Lacks, start, end, front);
        Say(found, "asks", Asks, start, end, front);
        Say(found, "orders", Orders, start, end, front);
        Say(found, "leads", Leads, start, end, front);
        Say(found, "if", If, start, end, front);
        Say(found, "meeting", Meeting, start, end, front);
        var words = view.Lower[start..Math.Min(end, start + 60)].Split([' ', ',', '\n', ':'], 3, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1)
        {
            found.Add("begins:" + words[0]);
            found.Add("begins:" + words[0] + " " + words[1]);
        }
    }

    private void Say(List<string> found, string name, Regex cue, int start, int end, int front)
    {
        if (cue.In(view.Lower, start, front)) found.Add(name + "-in-front");
        else if (cue.In(view.Lower, start, end)) found.Add(name + "-inside");
    }

    private void Judged(List<string> found, Trimmed clause, int rawStart)
    {
        var (start, end) = (clause.Start, clause.End);
        var lower = view.Lower;
        var isDone = Predicates.IsDone(lower, start, end);
        var isOrder = Predicates.IsObligation(lower, start, end);
        if (isDone) found.Add("is-done");
        if (isOrder) found.Add("is-obligation");
        if (Predicates.LooksAhead(lower, start, end)) found.Add("looks-ahead");
        if (Predicates.IsNegative(lower, start, end)) found.Add("is-negative");
        if (Predicates.IsPositive(lower, start, end)) found.Add("is-positive");
        if (Predicates.IsFault(lower, start, end)) found.Add("is-fault");
        if (!isDone && !isOrder) found.Add("neither-done-nor-asked");
        found.Add("polarity:" + Math.Clamp(Polarity.Of(lower, start, end), -3, 3));
        if (Polarity.IsPlainlyBad(lower, start, end)) found.Add("plainly-bad");
        Cued(found, start, end, rawStart);
    }

    /// <summary>What the cues of the rules say of a clause.</summary>
    private void Cued(List<string> found, int start, int end, int rawStart)
    {
        foreach (var (name, holds) in new (string, bool)[]
        {
            ("turns:but", cues.IsAdversative(rawStart, end)),
            ("still-to-come", cues.IsStillToCome(start, end)),
            ("praise", cues.IsPraise(start, end)),
            ("courtesy", cues.IsCourtesy(rawStart, end)),
            ("programme", cues.IsProgramme(rawStart, end)),
            ("about-the-meeting", cues.IsAboutTheConference(start, end)),
            ("hardship", cues.IsHardship(start, end)),
            ("general-truth", cues.IsGeneralTruth(start, end)),
            ("only-opens", cues.IsOpenerOnly(start, end)),
            ("background", cues.IsBackground(rawStart, start, end)),
            ("own-act", cues.HasOwnAct(start, end)),
            ("asks-above", cues.AsksAboveAt(start, end) is not null),
            ("looks-back", cues.IsRetrospective(rawStart, end)),
            ("opens-plan", cues.OpensPlan(rawStart, end)),
        })
        {
            if (holds) found.Add(name);
        }
    }

    private void Shape(List<string> found, Trimmed clause, Standing at)
    {
        var (start, end) = (clause.Start, clause.End);
        if (Figures.In(view, start, end).Any()) found.Add("counted");
        if (DirectiveContext.HasOwnDue(view, start, end)) found.Add("has-deadline");
        if (clause.LeadInSeen) found.Add("time-in-front");
        if (context.Names(view, start, end)) found.Add("names-a-unit");
        if (People.In(view, start, Math.Min(end, start + 80)).Count > 0) found.Add("names-a-person");
        var words = PageLayout.CountWords(view.Text, start, end, 40);
        found.Add("length:" + (words < 6 ? "short" : words < 14 ? "middle" : words < 30 ? "long" : "very-long"));
        if (view.Text[end - 1] == ':') found.Add("ends-with-colon");
        if (at.Sentence.IsListed && !Predicates.HasVerb(view, start, end)) found.Add("listed-without-verb");
        var place = (double)start / view.Length;
        found.Add("place:" + (place < 0.25 ? "beginning" : place < 0.6 ? "middle" : place < 0.93 ? "late" : "end"));
    }
}
