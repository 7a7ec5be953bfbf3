using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Account;

/// <summary>Where and whether the person signed in wants to be written to.</summary>
public sealed class NoticesModel(NoticeSettingsService settings) : AppPageModel
{
    [BindProperty]
    public SaveNoticeSettings Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync() =>
        AnswerAsync(nameof(Input), () => settings.SaveAsync(Actor, Input, Cancel), "Notices.Saved", "/account/notices");

    protected override async Task<Failure?> LoadAsync()
    {
        if (Posted is null)
        {
            Input = await settings.ReadAsync(Actor, Cancel);
        }

        return null;
    }
}
