using System.Globalization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Notices;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Papers;

/// <summary>A person's inbox on paper: what is unread first, as on the screen.</summary>
public sealed class InboxPaper(PaperDesk desk, InboxService inbox)
{
    public async Task<PaperTable> MakeAsync(Actor actor, bool unreadOnly, CancellationToken cancel)
    {
        var names = await desk.NamesAsync(cancel);
        return desk.Table(
            actor,
            desk.Text["Nav.Inbox"],
            [("Inbox.Filter", unreadOnly ? desk.Text["Inbox.Unread"].Value : null)],
            [
                new ListColumn<InboxItem>("Audit.When", 18, item => HanoiTime.ToLocal(item.At).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture)),
                new("Task.State", 14, item => desk.Text[item.IsUnread ? "Inbox.Unread" : "Inbox.Read"].Value),
                new("Inbox.What", 28, item => desk.Text.Of(item.Kind)),
                new("Inbox.Facts", 36, item => string.Join(" · ", InboxText.Facts(desk.Text, item, names))),
                new("Task.What", 60, item => item.Text is { } words ? PaperDesk.Numbered(item.Number, words) : desk.Text["Inbox.Hidden"].Value),
                new("Inbox.ReasonHead", 30, item => item.Reason),
            ],
            async (after, stop) =>
            {
                var page = await inbox.ListAsync(actor, unreadOnly, InboxKey.Parse(after), stop, PaperTable.PageSize);
                return new PagedList<InboxItem>(page.Items, 0, page.Next?.ToString());
            });
    }
}
