using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Admin.Accounts;

public sealed class IndexModel(
    AccountService accounts, OfficePaper paper, UnitDirectory units, IStringLocalizer<Strings> localizer, TimeProvider time) : ListPageModel
{
    private IReadOnlyDictionary<int, string> _unitNames = new Dictionary<int, string>();

    [BindProperty(SupportsGet = true)]
    public UserRole? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public AccountState? State { get; set; }

    public PagedList<AccountListItem> List { get; private set; } = null!;

    public IEnumerable<SelectListItem> Roles => Options.Enum<UserRole>(localizer, localizer["Common.All"]);

    public IEnumerable<SelectListItem> States => Options.Enum<AccountState>(localizer, localizer["Common.All"]);

    public IEnumerable<SelectListItem> Units { get; private set; } = [];

    public string? UnitName(int? id) => id is { } unit ? _unitNames.GetValueOrDefault(unit) : null;

    private AccountFilter Filter => new(Role, Unit, State, After);

    public Task<IActionResult> OnGetAsync() => ListAsync(() => paper.AccountsAsync(Actor, Filter, Cancel));

    protected override async Task<Failure?> LoadAsync()
    {
        var result = await accounts.ListAsync(Actor, Filter, Cancel);
        if (result.Failure is { } failure)
        {
            return failure;
        }

        List = result.Value;
        var all = await units.UnitsAsync(Cancel);
        _unitNames = all.ToDictionary(u => u.Id, u => u.CurrentName);
        Units = Options.Units(all.Where(u => u.CurrentKind is UnitKind.Province or UnitKind.City), time.TodayInHanoi(), localizer["Common.All"]);
        return null;
    }
}
