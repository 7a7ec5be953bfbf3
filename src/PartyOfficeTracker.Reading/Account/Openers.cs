using System.Text.RegularExpressions;

namespace PartyOfficeTracker.Reading;

/// <summary>What an opener announces.</summary>
internal enum Announced
{
    Results,
    Faults,
    Hardships,
    Requests,
    Causes,
    Tasks,
    Plans,

    /// <summary>"Việc phải làm ngay là …": what somebody who may order it orders.</summary>
    Orders,

    /// <summary>The organiser's or the province's own, whoever spoke before.</summary>
    OwnPlans,
}

/// <summary>
/// The words that announce what comes, in front of a colon ("Phần chưa được, ông X nói gọn: …"), before "là" ("Điều đáng lo là …") or as a short
/// sentence of their own ("Bức tranh ấy vẫn có mảng tối."). <see cref="ContentStart"/> is null when the sentence holds nothing else.
/// </summary>
internal sealed record Opener(Announced Announced, int? ContentStart)
{
    private const int LongestHead = 34;
    private const int LongestWholeOpener = 16;
    private const int FrontOfIs = 110;

    private static readonly Vocabulary Phrases = Vocabulary.Of("openers");

    private static readonly Regex Cause = Phrases.Cue(nameof(Cause));
    private static readonly Regex Fault = Phrases.Cue(nameof(Fault));
    private static readonly Regex Hardship = Phrases.Cue(nameof(Hardship));
    private static readonly Regex Request = Phrases.Cue(nameof(Request));
    private static readonly Regex Result = Phrases.Cue(nameof(Result));
    private static readonly Regex Task = Phrases.Cue(nameof(Task));
    private static readonly Regex Plan = Phrases.Cue(nameof(Plan));
    private static readonly Regex OwnPlan = Phrases.Cue(nameof(OwnPlan));
    private static readonly Regex PlannedHead = Phrases.Cue(nameof(PlannedHead));
    private static readonly Regex ResultsNamed = Phrases.Cue(nameof(ResultsNamed));
    private static readonly Regex Mended = Phrases.Cue(nameof(Mended));
    private static readonly Regex FaultIs = Phrases.Cue(nameof(FaultIs));
    private static readonly Regex HardshipIs = Phrases.Cue(nameof(HardshipIs));
    private static readonly Regex CauseIs = Phrases.Cue(nameof(CauseIs));
    private static readonly Regex TaskIs = Phrases.Cue(nameof(TaskIs));
    private static readonly Regex PlainFault = Phrases.Cue(nameof(PlainFault));

    /// <summary>The opener a sentence begins with, or is; null when there is none.</summary>
    public static Opener? Of(SourceView view, int start, int end)
    {
        var colon = ColonIn(view, start, end);
        if (colon > 0)
        {
            return AnnouncedBy(view, start, colon, true) is { } announced
                ? new Opener(announced, PageLayout.CountWords(view.Text, colon + 1, end, 3) >= 2 ? PageLayout.SkipBlanks(view.Text, colon + 1, end) : null)
                : null;
        }

        var limit = Math.Min(end, start + FrontOfIs);
        if (CauseIs.In(view.Lower, start, limit)) return new Opener(Announced.Causes, null);
        if (TaskIs.First(view.Lower, start, Math.Min(end, start + 160)) is { Success: true } task)
        {
            return new Opener(Announced.Orders, task.Index + task.Length);
        }

        if (HardshipIs.First(view.Lower, start, limit) is { Success: true } hard) return new Opener(Announced.Hardships, hard.Index + hard.Length);
        if (FaultIs.First(view.Lower, start, limit) is { Success: true } fault && !Mended.In(view.Lower, start, fault.Index + fault.Length))
        {
            return new Opener(Announced.Faults, fault.Index + fault.Length);
        }

        if (view.Text.IndexOf(';', start, end - start) >= 0 || PageLayout.CountWords(view.Text, start, end, LongestWholeOpener + 1) > LongestWholeOpener)
        {
            return null;
        }

        return AnnouncedBy(view, start, end, false) is { } whole ? new Opener(whole, null) : null;
    }

    /// <summary>Whether the words in front of a statement name what fell short: "Soi vào phần chưa tròn, báo cáo …".</summary>
    public static bool NamesFault(SourceView view, int start, int end) =>
        Fault.First(view.Lower, start, end) is { Success: true } fault && !Mended.In(view.Lower, start, fault.Index);

    /// <summary>Whether they name what was reached: "… thu kết quả khá toàn diện, như: …".</summary>
    public static bool NamesResult(SourceView view, int start, int end) => Result.In(view.Lower, start, end);

    /// <summary>Whether they name what was hard: "Về những khó khăn gặp phải, đồng chí …".</summary>
    public static bool NamesHardship(SourceView view, int start, int end) => Hardship.In(view.Lower, start, end);

    /// <summary>The colon that closes the head of a sentence; 0 when its head is too long or nothing follows.</summary>
    private static int ColonIn(SourceView view, int start, int end)
    {
        var colon = view.Text.IndexOf(':', start, end - start);
        if (colon <= start || (colon + 1 < end && !char.IsWhiteSpace(view.Text[colon + 1]))) return 0;
        return PageLayout.CountWords(view.Text, start, colon, LongestHead + 1) <= LongestHead ? colon : 0;
    }

    private static Announced? AnnouncedBy(SourceView view, int start, int end, bool isHead)
    {
        var lower = view.Lower;
        if (Cause.In(lower, start, end)) return isHead || PageLayout.CountWords(view.Text, start, end, 9) < 9 ? Announced.Causes : null;
        if (Fault.First(lower, start, end) is { Success: true } fault && !Mended.In(lower, start, fault.Index) && (isHead || !PlainFault.IsMatch(fault.Value)))
        {
            return Announced.Faults;
        }

        if (!isHead) return ResultsNamed.In(lower, start, end) ? Announced.Results : null;
        if (Hardship.In(lower, start, end)) return Announced.Hardships;
        if (Request.In(lower, start, end)) return Announced.Requests;
        if (PlannedHead.In(lower, start, end)) return Announced.OwnPlans;
        if (OwnPlan.In(lower, start, end)) return Announced.OwnPlans;
        if (Plan.In(lower, start, end)) return Announced.Plans;
        if (Result.In(lower, start, end)) return Announced.Results;
        return Task.In(lower, start, end) ? Announced.Tasks : null;
    }
}
