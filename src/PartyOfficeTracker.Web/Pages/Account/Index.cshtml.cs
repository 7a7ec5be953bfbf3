using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Account;

public sealed class IndexModel(OwnAccountService accounts, UnitDirectory units) : AppPageModel
{
    public OwnAccount Own { get; private set; } = null!;

    public string? UnitName { get; private set; }

    public async Task OnGetAsync()
    {
        Own = await accounts.ReadAsync(Actor);
        UnitName = (await units.FindAsync(Own.UnitId, Cancel))?.CurrentName;
    }
}
