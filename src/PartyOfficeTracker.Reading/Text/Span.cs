using System.Runtime.InteropServices;

namespace PartyOfficeTracker.Reading;

/// <summary>A stretch of the source exactly as it was given: <c>source[Start..End]</c>, in UTF-16 units, end exclusive.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;

    /// <summary>The raw text of the span.</summary>
    public string Of(string source) => source[Start..End];
}

/// <summary>
/// A value that was read. Either it stands in the source (<see cref="Reason"/> is null and <see cref="Text"/> is the span in normal form),
/// or it was inferred: then <see cref="Reason"/> is the code of the rule and <see cref="Span"/>, when given, is the passage it rests on.
/// </summary>
public sealed record ReadText(string Text, Span? Span, string? Reason = null)
{
    public bool IsInferred => Reason is not null;
}

/// <summary>The codes of the rules behind an inference; the import page shows a sentence for each.</summary>
public static class InferenceReason
{
    public const string FullDate = "date.full";
    public const string YearFromPeriod = "date.year-from-period";
    public const string YearFromPostingDate = "date.year-from-posting-date";
    public const string YearUnknown = "date.year-unknown";
    public const string SessionWord = "session.word-beside-date";
    public const string SessionHour = "session.hour";
    public const string OrganiserLetterhead = "organiser.letterhead";
    public const string KindWord = "kind.word";
    public const string KindFromPeriod = "kind.from-period";
    public const string KindUnknown = "kind.no-cue";
    public const string FormWord = "form.word";
    public const string FormFromPoints = "form.connection-points";
    public const string FormFromVenue = "form.venue";
    public const string PeriodWords = "period.words";
    public const string PeriodBeforePlan = "period.year-before-plan";
    public const string PeriodAhead = "period.ahead";
    public const string AbbreviationExpanded = "organiser.abbreviation-expanded";
    public const string AddresseeSubject = "addressee.subject";
    public const string AwardJoined = "award.joined";
    public const string FieldWord = "field.word";
    public const string AddresseeCarried = "addressee.carried-on";
}
