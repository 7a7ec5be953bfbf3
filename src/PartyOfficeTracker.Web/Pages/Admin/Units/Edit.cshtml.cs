using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Admin.Units;

public sealed class EditModel(UnitService service, UnitDirectory units, IStringLocalizer<Strings> localizer) : AppPageModel
{
    [BindProperty]
    public EditUnit Input { get; set; } = new();

    [BindProperty]
    public AddUnitName NewName { get; set; } = new();

    public UnitDetails Unit { get; private set; } = null!;

    public IEnumerable<SelectListItem> Kinds => Options.Enum<UnitKind>(localizer);

    public IEnumerable<SelectListItem> Successors { get; private set; } = [];

    /// <summary>After a 409 the other editor's version, so that a second save overwrites it knowingly.</summary>
    public Guid Version => Conflict?.Version ?? Input.Version;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await LoadAsync(id) is { } failure)
        {
            return Fail(failure);
        }

        FillInput();
        FillNewName();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        Ignore(nameof(NewName));
        if (await LoadAsync(id) is { } missing)
        {
            return Fail(missing);
        }

        FillNewName();
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        return (await service.EditAsync(Actor, id, Input, Cancel)).Failure is { } failure ? Fail(failure) : Done(id, "Unit.Saved");
    }

    public async Task<IActionResult> OnPostNameAsync(int id)
    {
        Ignore(nameof(Input));
        if (await LoadAsync(id) is { } missing)
        {
            return Fail(missing);
        }

        FillInput();
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        return (await service.AddNameAsync(Actor, id, NewName, Cancel)).Failure is { } failure ? Fail(failure, nameof(NewName)) : Done(id, "Unit.NameAdded");
    }

    /// <summary>Several units bear one name; one that has ended says until when.</summary>
    private string Label(UnitInfo unit) => unit.ValidTo is { } end ? localizer["Unit.Until", unit.CurrentName, DayText.ToText(end)] : unit.CurrentName;

    private void Ignore(string form)
    {
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith(form + ".", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }
    }

    private void FillInput() =>
        Input = new EditUnit { ValidFrom = Unit.ValidFrom, ValidTo = Unit.ValidTo, SuccessorId = Unit.SuccessorId, Version = Unit.Version };

    private void FillNewName() => NewName = new AddUnitName { Kind = Unit.Names[0].Kind, Version = Unit.Version };

    private LocalRedirectResult Done(int id, string message)
    {
        StatusMessage = localizer[message];
        return LocalRedirect($"/admin/units/{id}");
    }

    private async Task<Failure?> LoadAsync(int id)
    {
        var found = await service.FindAsync(Actor, id, Cancel);
        if (found.Failure is { } failure)
        {
            return failure;
        }

        Unit = found.Value;
        Successors =
        [
            new SelectListItem(localizer["Common.None"], ""),
            .. (await units.UnitsAsync(Cancel)).Where(u => u.Id != id).Select(u => new SelectListItem(Label(u), u.Id.ToString(CultureInfo.InvariantCulture))),
        ];
        return null;
    }
}
