using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Directives;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>How status looks: a class for the colour, a sign and words, so that colour is never alone.</summary>
public sealed record Badge(string Css, string Sign, string Text);

public static class StatusText
{
    public static Badge OfState(IStringLocalizer<Strings> text, AssignmentState state) => state switch
    {
        AssignmentState.CompletedOnTime => new Badge("is-good", "✓", text.Of(state)),
        AssignmentState.CompletedLate => new Badge("is-warn", "✓", text.Of(state)),
        AssignmentState.Submitted => new Badge("is-wait", "⧗", text.Of(state)),
        AssignmentState.Returned => new Badge("is-bad", "↩", text.Of(state)),
        AssignmentState.InProgress => new Badge("is-wait", "▸", text.Of(state)),
        AssignmentState.Suspended => new Badge("", "‖", text.Of(state)),
        _ => new Badge("", "○", text.Of(state)),
    };

    /// <summary>Null when no deadline runs.</summary>
    /// <param name="text">The texts.</param>
    /// <param name="urgency">What the status function says.</param>
    /// <param name="dueOn">The deadline in force.</param>
    /// <param name="lateAfter">What lateness is counted from: the deadline, or the later day on which the unit could first see the task.</param>
    /// <param name="today">Today in Hà Nội.</param>
    public static Badge? OfUrgency(IStringLocalizer<Strings> text, Urgency urgency, DateOnly? dueOn, DateOnly? lateAfter, DateOnly today)
    {
        var days = (lateAfter ?? dueOn) is { } counted ? counted.DayNumber - today.DayNumber : 0;
        var givenLate = lateAfter is { } seen && dueOn is { } due ? seen.DayNumber - due.DayNumber : 0;
        return urgency switch
        {
            Urgency.NeedsDeadline => new Badge("is-warn", "?", text.Of(urgency)),
            Urgency.DueSoon or Urgency.InTime when givenLate > 0 => new Badge("is-warn", "◷", text.Count("Status.GivenLate", givenLate)),
            Urgency.Overdue or Urgency.SeverelyOverdue when days < 0 && givenLate > 0 =>
                new Badge("is-bad", "!", $"{text.Count("Status.OverdueDays", -days)}, {text.Count("Status.GivenLate", givenLate)}"),
            Urgency.Overdue or Urgency.SeverelyOverdue when days < 0 => new Badge("is-bad", "!", text.Count("Status.OverdueDays", -days)),
            Urgency.Overdue or Urgency.SeverelyOverdue => new Badge("is-bad", "!", text.Of(Urgency.Overdue)),
            Urgency.DueSoon when days == 0 => new Badge("is-warn", "◷", text["Status.DueToday"]),
            Urgency.DueSoon => new Badge("is-warn", "◷", text.Count("Status.DaysLeft", days)),
            Urgency.InTime when dueOn is not null && days >= 0 => new Badge("", "◷", text.Count("Status.DaysLeft", days)),
            _ => null,
        };
    }

    /// <summary>When a conference is held: session, where it is known, and day or days.</summary>
    public static string When(IStringLocalizer<Strings> text, DaySession session, DateOnly first, DateOnly? last = null) =>
        session == DaySession.NotStated ? DayText.ToText(first, last) : text.Of(session) + ", " + DayText.ToText(first, last);

    /// <summary>Where a conference stands; of a draft first whether it is held at all.</summary>
    public static Badge OfConference(IStringLocalizer<Strings> text, ConferenceState state, ConferenceCourse course) => state switch
    {
        ConferenceState.Draft when course == ConferenceCourse.Cancelled => new Badge("is-bad", "✕", text.Of(course)),
        ConferenceState.Draft when course == ConferenceCourse.PutOff => new Badge("is-warn", "↷", text.Of(course)),
        ConferenceState.Draft => new Badge("is-warn", "✎", text.Of(state)),
        ConferenceState.Published => new Badge("is-good", "●", text.Of(state)),
        _ => new Badge("", "■", text.Of(state)),
    };

    /// <summary>"taken over from Bạc Liêu": why a unit has a task it was not given itself; null for a task of its own.</summary>
    /// <param name="text">The texts.</param>
    /// <param name="unitId">The unit that answers.</param>
    /// <param name="givenToId">The unit it was given to.</param>
    /// <param name="name">The name of a unit on the conference's day.</param>
    public static string? TakenOver(IStringLocalizer<Strings> text, int unitId, int givenToId, Func<int, string> name) =>
        unitId == givenToId ? null : text["Task.TakenOver", name(givenToId)].Value;

    /// <summary>The deadline in words: the day, or why there is none.</summary>
    public static string Deadline(IStringLocalizer<Strings> text, DeadlineKind kind, DateOnly? dueOn, string? printed)
    {
        var main = dueOn is { } day ? DayText.ToText(day) : text.Of(kind);
        return printed is null ? main : $"{main} ({printed})";
    }

    /// <summary>What is said of a deadline besides its day: the printed words, or why there is no day.</summary>
    public static string DeadlineWords(IStringLocalizer<Strings> text, DeadlineKind kind, DateOnly? dueOn, string? printed) =>
        dueOn is null ? Deadline(text, kind, null, printed) : printed ?? "";
}
