using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Notices;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Inbox;

/// <summary>What the actor was told of: unread first, by day.</summary>
public sealed class IndexModel(InboxService inbox, InboxPaper paper, UnitDirectory units, TimeProvider time) : ListPageModel
{
    public const string UnreadOnly = "unread";

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    public InboxPage List { get; private set; } = new([], null);

    public NameBook Names { get; private set; } = NameBook.Empty;

    private string Self => Show == UnreadOnly ? "/inbox?show=" + UnreadOnly : "/inbox";

    public Task<IActionResult> OnGetAsync() => ListAsync(() => paper.MakeAsync(Actor, Show == UnreadOnly, Cancel));

    public Task<IActionResult> OnPostReadAsync(int id) =>
        AnswerAsync(form: null, () => inbox.MarkReadAsync(Actor, id, Cancel), done: null, Self);

    public Task<IActionResult> OnPostReadAllAsync(int newest) => AnswerAsync(
        form: null, () => inbox.MarkAllReadAsync(Actor, newest, Cancel), marked => Done(L["Inbox.Marked", marked.Value], Self));

    /// <summary>"Today", "yesterday", or the day with its weekday.</summary>
    public string DayName(DateOnly day)
    {
        var weekday = L["Weekday." + (int)day.DayOfWeek];
        return (time.TodayInHanoi().DayNumber - day.DayNumber) switch
        {
            0 => L["Inbox.Today", DayText.ToText(day)],
            1 => L["Inbox.Yesterday", DayText.ToText(day)],
            _ => $"{weekday}, {DayText.ToText(day)}",
        };
    }

    protected override async Task<Failure?> LoadAsync()
    {
        Names = await units.NamesAsync(Cancel);
        List = await inbox.ListAsync(Actor, Show == UnreadOnly, InboxKey.Parse(After), Cancel);
        return null;
    }
}
