using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Jobs;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Account;

/// <summary>Where and whether the person signed in wants to be written to, and the address of the person's calendar.</summary>
public sealed class NoticesModel(NoticeSettingsService settings, MailOptions mail) : AppPageModel
{
    [BindProperty]
    public SaveNoticeSettings Input { get; set; } = new();

    public DateTime? CalendarSince { get; private set; }

    /// <summary>The calendar's new address, in the one answer that shows it.</summary>
    public string? CalendarAddress { get; private set; }

    public bool LettersAreSent => mail.IsOn;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync() =>
        AnswerAsync(nameof(Input), () => settings.SaveAsync(Actor, Input, Cancel), "Notices.Saved", "/account/notices");

    public Task<IActionResult> OnPostCalendarAsync() => AnswerAsync(
        form: null,
        () => settings.RenewCalendarAsync(Actor, Cancel),
        async key =>
        {
            CalendarAddress = $"{mail.PublicAddress}/calendar/{key.Value}.ics";
            return await ShowAsync();
        });

    public Task<IActionResult> OnPostStopCalendarAsync() =>
        AnswerAsync(form: null, () => settings.StopCalendarAsync(Actor, Cancel), "Feed.Stopped", "/account/notices");

    protected override async Task<Failure?> LoadAsync()
    {
        CalendarSince = await settings.CalendarSinceAsync(Actor, Cancel);
        if (Posted != nameof(Input))
        {
            Input = await settings.ReadAsync(Actor, Cancel);
        }

        return null;
    }
}
