using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Admin.Holidays;

public sealed class IndexModel(HolidayService service, IStringLocalizer<Strings> localizer, TimeProvider time) : AppPageModel
{
    private const int FirstYear = 1930;
    private const int LastYear = 2200;

    [BindProperty]
    public AddSpecialDay Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public int ShownYear => Math.Clamp(Year ?? time.TodayInHanoi().Year, FirstYear, LastYear);

    public IReadOnlyList<SpecialDayListItem> List { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() is { } failure ? Fail(failure) : Page();

    public async Task<IActionResult> OnPostAddAsync()
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync() is { } cannot ? Fail(cannot) : Invalid();
        }

        return await AnswerAsync(await service.AddAsync(Actor, Input, Cancel), "Holiday.Added", Input.Day?.Year);
    }

    public async Task<IActionResult> OnPostRemoveAsync(int id, Guid version) =>
        await AnswerAsync(await service.RemoveAsync(Actor, id, version, Cancel), "Holiday.Removed", ShownYear);

    private async Task<IActionResult> AnswerAsync(Result result, string message, int? year)
    {
        if (result.Failure is { } failure)
        {
            return await LoadAsync() is { } cannot ? Fail(cannot) : Fail(failure);
        }

        StatusMessage = localizer[message];
        return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/admin/holidays?year={year}"));
    }

    private async Task<Failure?> LoadAsync()
    {
        var list = await service.ListAsync(Actor, ShownYear, Cancel);
        if (list.Succeeded)
        {
            List = list.Value;
        }

        return list.Failure;
    }
}
