using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>What happened to an assignment and what it means today, in words.</summary>
public static class HistoryText
{
    /// <summary>What an event changed, without who and why: "31/03/2021 → 15/04/2021".</summary>
    private static string Facts(IStringLocalizer<Strings> text, AssignmentEvent happened, Func<int, string> unitName)
    {
        var parts = new List<string>();
        if (happened.Percent is { } percent)
        {
            parts.Add($"{percent}%");
        }

        if (happened.Kind is AssignmentEventKind.Assigned or AssignmentEventKind.RoleChanged && happened.Role is { } role)
        {
            parts.Add(text.Of(role));
        }

        if (happened.OldUnitId is { } from && happened.UnitId is { } to)
        {
            parts.Add($"{unitName(from)} → {unitName(to)}");
        }

        if (Deadline(text, happened) is { } deadline)
        {
            parts.Add(deadline);
        }

        parts.AddRange(Said(text, happened));
        return string.Join(" · ", parts);
    }

    /// <summary>What is said behind the kind of an event: ": 31/03/2021 → 15/04/2021 · ngày thực hiện 02/04/2021"; empty for nothing.</summary>
    public static string Told(IStringLocalizer<Strings> text, AssignmentEvent happened, Func<int, string> unitName)
    {
        var facts = Facts(text, happened, unitName);
        return (facts.Length == 0 ? "" : ": " + facts)
            + (happened.HappenedOn == HanoiTime.ToDay(happened.EnteredAt) ? "" : " · " + text["Task.HappenedOn", DayText.ToText(happened.HappenedOn)]);
    }

    /// <summary>Whose the days past the deadline are: "chậm 9 ngày: đơn vị 5, nghiệm thu 4"; null when there are none.</summary>
    public static string? Late(IStringLocalizer<Strings> text, Lateness lateness)
    {
        if (lateness.Total == 0)
        {
            return null;
        }

        var shares = new (int Days, string Key)[]
        {
            (lateness.Unit, "Lateness.Unit"), (lateness.Former, "Lateness.Former"), (lateness.Clerk, "Lateness.Clerk"),
            (lateness.Accepter, "Lateness.Accepter"), (lateness.Centre, "Lateness.Centre"),
        };
        return text["Lateness.Total", lateness.Total, string.Join(", ", shares.Where(s => s.Days > 0).Select(s => text[s.Key, s.Days].Value))];
    }

    /// <summary>Why the deadline is another day than the one that was ordered; null when it is that day.</summary>
    public static string? Moved(IStringLocalizer<Strings> text, Assignment assignment) => assignment.OrderedDueOn is { } ordered && assignment.DueOn is { } due
        ? text["Task.DeadlineMoved", DayText.ToText(ordered), DayText.ToText(due)].Value
        : null;

    /// <summary>How many days after its deadline the task was given; null when it was given in time.</summary>
    public static string? GivenLate(IStringLocalizer<Strings> text, Assignment assignment) =>
        assignment is { VisibleOn: { } seen, DueOn: { } due } && seen > due
            ? text["Task.GivenLate", seen.DayNumber - due.DayNumber, DayText.ToText(seen)].Value
            : null;

    /// <summary>How many days the task was suspended when it would have been late; null for none.</summary>
    public static string? Paused(IStringLocalizer<Strings> text, Assignment assignment) =>
        assignment.PausedDays > 0 ? text["Task.Paused", assignment.PausedDays].Value : null;

    private static string? Deadline(IStringLocalizer<Strings> text, AssignmentEvent happened)
    {
        var (old, now) = (happened.OldDueOn, happened.NewDueOn);
        if (happened.Kind == AssignmentEventKind.DeadlineChanged && now is null)
        {
            return $"{(old is { } was ? DayText.ToText(was) : "–")} → –";
        }

        if (now is not { } day)
        {
            return null;
        }

        var shown = old is { } before && before != day ? $"{DayText.ToText(before)} → {DayText.ToText(day)}" : DayText.ToText(day);
        return happened.OrderedDueOn is { } ordered ? $"{shown} ({text["Task.Ordered", DayText.ToText(ordered)]})" : shown;
    }

    private static IEnumerable<string> Said(IStringLocalizer<Strings> text, AssignmentEvent happened)
    {
        if (happened.Grade is { } grade)
        {
            yield return text.Of(grade);
        }

        if (happened.Level is { } level)
        {
            yield return text.Of(level);
        }

        if (happened.Urging is { } urging)
        {
            yield return text.Of(urging);
        }

        if (happened.AnswerDueOn is { } answer)
        {
            yield return text["Task.AnswerBy", DayText.ToText(answer)];
        }

        if (happened.DocumentNumber is { } number)
        {
            yield return happened.DocumentDate is { } dated ? $"{number}, {DayText.ToText(dated)}" : number;
        }
    }
}
