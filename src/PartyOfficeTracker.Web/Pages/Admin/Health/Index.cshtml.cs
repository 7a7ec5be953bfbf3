using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Jobs;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Admin.Health;

public sealed class IndexModel(SystemHealthReader reader, MailDesk desk) : AppPageModel
{
    public SystemHealth Health { get; private set; } = null!;

    public MailState Mail { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostTestAsync() => AnswerAsync(
        form: null, () => desk.SendTestAsync(Actor, Cancel), address => Done(L["Mail.TestSent", address.Value], "/admin/health"));

    protected override async Task<Failure?> LoadAsync()
    {
        var health = await reader.ReadAsync(Actor, Cancel);
        var mail = await desk.ReadAsync(Actor, Cancel);
        if ((health.Failure ?? mail.Failure) is { } failure)
        {
            return failure;
        }

        (Health, Mail) = (health.Value, mail.Value);
        return null;
    }
}
