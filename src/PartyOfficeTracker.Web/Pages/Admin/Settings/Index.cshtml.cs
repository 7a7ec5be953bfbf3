using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Admin.Settings;

/// <summary>How this office works.</summary>
public sealed class IndexModel(OfficeSettingsService settings) : AppPageModel
{
    [BindProperty]
    public EditOfficeSettings Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync() => AnswerAsync(nameof(Input), () => settings.EditAsync(Actor, Input, Cancel), "Common.Saved", "/admin/settings");

    protected override async Task<Failure?> LoadAsync()
    {
        var found = await settings.FindAsync(Actor, Cancel);
        if (found.Succeeded && Posted is null)
        {
            Input = found.Value;
        }

        return found.Failure;
    }
}
