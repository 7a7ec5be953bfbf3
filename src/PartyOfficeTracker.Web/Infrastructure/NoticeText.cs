using System.Globalization;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Notices;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Resources;

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
        NoticeKind.Submitted or NoticeKind.ExtensionAsked or NoticeKind.Declined or NoticeKind.ObstacleRaised or NoticeKind.RecommendationWritten =>
            new Badge("is-wait", "⧗", text.Of(kind)),
        NoticeKind.ExtensionRefused or NoticeKind.DeclineRefused => new Badge("is-warn", "✕", text.Of(kind)),
        _ => new Badge("", "●", text.Of(kind)),
    };
}
