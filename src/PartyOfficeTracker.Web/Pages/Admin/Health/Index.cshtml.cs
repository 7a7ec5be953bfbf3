using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Admin.Health;

public sealed class IndexModel(SystemHealthReader reader) : AppPageModel
{
    public SystemHealth Health { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var result = await reader.ReadAsync(Actor, Cancel);
        if (result.Failure is { } failure)
        {
            return Fail(failure);
        }

        Health = result.Value;
        return Page();
    }
}
