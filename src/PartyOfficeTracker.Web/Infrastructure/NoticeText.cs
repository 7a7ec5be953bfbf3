using System.Globalization;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Notices;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>The words of an inbox, made from its facts in the reader's language.</summary>
public static class NoticeText
{
    /// <summary>The number of the badge: "99+" where there are more.</summary>
    public static string Count(int unread) =>
        unread >= InboxService.CountCap
            ? string.Create(CultureInfo.InvariantCulture, $"{InboxService.CountCap - 1}+")
            : unread.ToString(CultureInfo.InvariantCulture);

    /// <summary>The sign before an entry, so that colour is never alone.</summary>
    public static Badge BadgeOf(IStringLocalizer<Strings> text, NoticeKind kind) => kind switch
    {
        NoticeKind.Returned => new Badge("is-bad", "↩", text.Of(kind)),
        NoticeKind.Urged or NoticeKind.LateForLead or NoticeKind.LateForLeadership => new Badge("is-bad", "!", text.Of(kind)),
        NoticeKind.Accepted or NoticeKind.ExtensionGranted or NoticeKind.ObstacleSettled or NoticeKind.RecommendationAnswered =>
            new Badge("is-good", "✓", text.Of(kind)),
        NoticeKind.Submitted or NoticeKind.ExtensionAsked or NoticeKind.Declined or NoticeKind.ObstacleRaised => new Badge("is-wait", "⧗", text.Of(kind)),
        NoticeKind.ExtensionRefused or NoticeKind.DeclineRefused => new Badge("is-warn", "✕", text.Of(kind)),
        _ => new Badge("", "●", text.Of(kind)),
    };

    /// <summary>What else there is to say of an entry: days, who, why.</summary>
    public static IEnumerable<string> Facts(IStringLocalizer<Strings> text, InboxItem item, NameBook names)
    {
        var day = HanoiTime.ToDay(item.At);
        if (item.Kind is NoticeKind.PassedOn or NoticeKind.PassedAway)
        {
            yield return item.Kind == NoticeKind.PassedOn && item.OldUnitId is { } before
                ? text["Inbox.From", names.Unit(before, day)]
                : text["Inbox.To", names.Unit(item.UnitId ?? 0, day)];
        }
        else if (item.Kind is NoticeKind.Submitted or NoticeKind.ExtensionAsked or NoticeKind.Declined or NoticeKind.ObstacleRaised or NoticeKind.Answered
            or NoticeKind.LateForLead or NoticeKind.LateForLeadership)
        {
            yield return names.Unit(item.UnitId ?? 0, day);
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
