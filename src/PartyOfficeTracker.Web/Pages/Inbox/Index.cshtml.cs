using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Notices;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Inbox;

/// <summary>What the actor was told of: unread first, by day.</summary>
public sealed class IndexModel(InboxService inbox, UnitDirectory units, IStringLocalizer<Strings> localizer, TimeProvider time) : AppPageModel
{
    public const string UnreadOnly = "unread";

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public InboxPage List { get; private set; } = new([], null);

    public NameBook Names { get; private set; } = NameBook.Empty;

    public async Task OnGetAsync()
    {
        Names = await units.NamesAsync(Cancel);
        List = await inbox.ListAsync(Actor, Show == UnreadOnly, InboxKey.Parse(After), Cancel);
    }

    public async Task<IActionResult> OnPostReadAsync(int id) =>
        (await inbox.MarkReadAsync(Actor, id, Cancel)).Failure is { } failure ? Fail(failure) : Back();

    public async Task<IActionResult> OnPostReadAllAsync(int newest)
    {
        StatusMessage = localizer["Inbox.Marked", await inbox.MarkAllReadAsync(Actor, newest, Cancel)];
        return Back();
    }

    /// <summary>"Today", "yesterday", or the day with its weekday.</summary>
    public string DayName(DateOnly day)
    {
        var weekday = localizer["Weekday." + (int)day.DayOfWeek];
        return (time.TodayInHanoi().DayNumber - day.DayNumber) switch
        {
            0 => localizer["Inbox.Today", DayText.ToText(day)],
            1 => localizer["Inbox.Yesterday", DayText.ToText(day)],
            _ => $"{weekday}, {DayText.ToText(day)}",
        };
    }

    private LocalRedirectResult Back() => LocalRedirect(Show == UnreadOnly ? "/inbox?show=" + UnreadOnly : "/inbox");
}
