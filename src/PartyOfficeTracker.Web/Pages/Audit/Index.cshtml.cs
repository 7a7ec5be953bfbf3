using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Audit;

/// <summary>The audit trail, for administrators and inspectors; nothing here changes anything.</summary>
public sealed class IndexModel(AuditReader reader, AuditPaper paper, RecordText records, IStringLocalizer<Strings> localizer) : ListPageModel
{
    [BindProperty(SupportsGet = true)]
    public new int? User { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Entity { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Record { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public PagedList<AuditListItem> List { get; private set; } = null!;

    public RecordText Records => records;

    public IEnumerable<SelectListItem> Users { get; private set; } = [];

    public IEnumerable<SelectListItem> Entities =>
        [new(localizer["Common.All"], ""), .. records.Entities.Select(e => new SelectListItem(records.EntityLabel(e), e))];

    /// <summary>What was typed into a day's box, even if it is no day.</summary>
    public string? Shown(string name, DateOnly? day) =>
        ModelState.TryGetValue(name, out var state) && state.Errors.Count > 0 ? state.AttemptedValue : day is { } d ? DayText.ToText(d) : null;

    private AuditFilter Filter => new(User, Entity, Record, From, To, Before) { Size = RowsOr(AuditFilter.PageSize) };

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await ListAsync(() => paper.MakeAsync(Actor, Filter, Cancel));
        return ModelState.IsValid || answer is not PageResult ? answer : Invalid();
    }

    protected override async Task<Failure?> LoadAsync()
    {
        var users = await reader.UsersAsync(Actor, Cancel);
        var result = await reader.ListAsync(Actor, Filter, Cancel);
        if ((users.Failure ?? result.Failure) is { } failure)
        {
            return failure;
        }

        await records.PrepareAsync(Cancel);
        Users = [new(localizer["Common.All"], ""), .. users.Value.Select(u => new SelectListItem(u.UserName, u.Id.ToString(CultureInfo.InvariantCulture)))];
        List = result.Value;
        return null;
    }
}
