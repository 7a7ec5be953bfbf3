using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Notices;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>What an entry of an inbox says, on the screen and on paper.</summary>
public static class InboxText
{
    /// <summary>What else there is to say of an entry: days, who, why.</summary>
    public static IEnumerable<string> Facts(IStringLocalizer<Strings> text, InboxItem item, NameBook names)
    {
        var day = HanoiTime.ToDay(item.At);
        if (item.UnitId is { } unit && Units(text, item, names.Unit(unit, day), names, day) is { } units)
        {
            yield return units;
        }

        if (Days(text, item) is { } days)
        {
            yield return days;
        }

        if (item.By is not null)
        {
            yield return item.By;
        }
    }

    /// <summary>Which unit, to whom it is not plain: from whom a task comes or to whom it goes, and to the office whose it is.</summary>
    private static string? Units(IStringLocalizer<Strings> text, InboxItem item, string unit, NameBook names, DateOnly day) => item switch
    {
        { Kind: NoticeKind.PassedOn, OldUnitId: { } before } => text["Inbox.From", names.Unit(before, day)].Value,
        { Kind: NoticeKind.PassedOn or NoticeKind.PassedAway } => text["Inbox.To", unit].Value,
        {
            Kind: NoticeKind.Submitted or NoticeKind.ExtensionAsked or NoticeKind.Declined or NoticeKind.ObstacleRaised or NoticeKind.Answered
            or NoticeKind.LateForLead or NoticeKind.LateForLeadership or NoticeKind.RecommendationWritten
        } => unit,
        _ => null,
    };

    private static string? Days(IStringLocalizer<Strings> text, InboxItem item) => item switch
    {
        { Kind: NoticeKind.RoleChanged, Role: { } role } => text.Of(role),
        { LateAfter: { } late } => text["Inbox.LateAfter", DayText.ToText(late)].Value,
        { AnswerDueOn: { } answer } => text["Inbox.AnswerBy", DayText.ToText(answer)].Value,
        { Kind: NoticeKind.ExtensionAsked, NewDueOn: { } wished } => text["Inbox.Wished", DayText.ToText(wished)].Value,
        { Kind: NoticeKind.DeadlineChanged or NoticeKind.ExtensionGranted, OldDueOn: { } old, NewDueOn: { } due } =>
            text["Inbox.DueChanged", DayText.ToText(old), DayText.ToText(due)].Value,
        { NewDueOn: { } due } => text["Inbox.Due", DayText.ToText(due)].Value,
        _ => null,
    };
}
