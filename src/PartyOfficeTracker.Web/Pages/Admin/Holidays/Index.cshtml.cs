using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Admin.Holidays;

public sealed class IndexModel(HolidayService service, OfficePaper paper, TimeProvider time) : ListPageModel
{
    private const int FirstYear = 1930;
    private const int LastYear = 2200;

    [BindProperty]
    public AddSpecialDay Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public int ShownYear => Math.Clamp(Year ?? time.TodayInHanoi().Year, FirstYear, LastYear);

    public IReadOnlyList<SpecialDayListItem> List { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ListAsync(() => paper.Holidays(Actor, ShownYear, List));

    public Task<IActionResult> OnPostAddAsync() =>
        AnswerAsync(nameof(Input), () => service.AddAsync(Actor, Input, Cancel), "Holiday.Added", AddressOf(Input.Day?.Year));

    public Task<IActionResult> OnPostRemoveAsync(int id, Guid version) =>
        AnswerAsync(null, () => service.RemoveAsync(Actor, id, version, Cancel), "Holiday.Removed", AddressOf(ShownYear));

    private static string AddressOf(int? year) => string.Create(CultureInfo.InvariantCulture, $"/admin/holidays?year={year}");

    protected override async Task<Failure?> LoadAsync()
    {
        var list = await service.ListAsync(Actor, ShownYear, Cancel);
        List = list.Succeeded ? list.Value : [];
        return list.Failure;
    }
}
