using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Admin.Units;

public sealed class EditModel(UnitService service, UnitDirectory units) : AppPageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public EditUnit Input { get; set; } = new();

    [BindProperty]
    public AddUnitName NewName { get; set; } = new();

    public UnitDetails Unit { get; private set; } = null!;

    public IEnumerable<SelectListItem> Kinds => Options.Enum<UnitKind>(L);

    public IEnumerable<SelectListItem> Successors { get; private set; } = [];

    /// <summary>After a 409 the other editor's version, so that a second save overwrites it knowingly.</summary>
    public Guid Version => Conflict?.Version ?? Input.Version;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync() =>
        AnswerAsync(nameof(Input), () => service.EditAsync(Actor, Id, Input, Cancel), "Unit.Saved", $"/admin/units/{Id}");

    public Task<IActionResult> OnPostNameAsync() =>
        AnswerAsync(nameof(NewName), () => service.AddNameAsync(Actor, Id, NewName, Cancel), "Unit.NameAdded", $"/admin/units/{Id}");

    /// <summary>Several units bear one name; one that has ended says until when.</summary>
    private string Label(UnitInfo unit) => unit.ValidTo is { } end ? L["Unit.Until", unit.CurrentName, DayText.ToText(end)] : unit.CurrentName;

    protected override async Task<Failure?> LoadAsync()
    {
        var found = await service.FindAsync(Actor, Id, Cancel);
        if (found.Failure is { } failure)
        {
            return failure;
        }

        Unit = found.Value;
        Successors =
        [
            new SelectListItem(L["Common.None"], ""),
            .. (await units.UnitsAsync(Cancel)).Where(u => u.Id != Id).Select(u => new SelectListItem(Label(u), u.Id.ToString(CultureInfo.InvariantCulture))),
        ];
        Input = Posted == nameof(Input)
            ? Input
            : new EditUnit { ValidFrom = Unit.ValidFrom, ValidTo = Unit.ValidTo, SuccessorId = Unit.SuccessorId, Version = Unit.Version };
        NewName = Posted == nameof(NewName) ? NewName : new AddUnitName { Kind = Unit.Names[0].Kind, Version = Unit.Version };
        return null;
    }
}
