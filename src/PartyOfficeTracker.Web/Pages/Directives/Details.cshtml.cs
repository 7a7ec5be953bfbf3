using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Directives;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Directives;

public sealed class DetailsModel(
    DirectiveReader reader, AssignmentService assignments, UnitDirectory units, TimeProvider time, IStringLocalizer<Strings> text) : AppPageModel
{
    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public UnitClass Class { get; set; }

    [BindProperty]
    public AssignmentRole AssignRole { get; set; }

    [BindProperty]
    public DateOnly? OwnDueOn { get; set; }

    [BindProperty]
    public List<int> UnitIds { get; set; } = [];

    public DirectiveDetails Found { get; private set; } = null!;

    public DateOnly Today => time.TodayInHanoi();

    public bool CanWrite => Actor.WritesConferences && Found.ConferenceState != ConferenceState.Closed;

    public IEnumerable<UnitInfo> Choices
    {
        get
        {
            var has = Found.Assignments.Select(a => a.UnitId).ToHashSet();
            return _names.Units.Where(u => u.IsValidOn(Found.ConferenceDate) && !has.Contains(u.Id));
        }
    }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAssignAsync()
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync() ? Invalid() : NotFound();
        }

        var command = new AssignUnits { Class = Class, Role = AssignRole, OwnDueOn = OwnDueOn, UnitIds = UnitIds };
        var result = await assignments.AssignAsync(Actor, Id, command, Cancel);
        return await AnswerAsync(result, result.Succeeded ? text["Assign.Made", result.Value] : "");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(int assignmentId) =>
        await AnswerAsync(await assignments.WithdrawAsync(Actor, assignmentId, Cancel), text["Assign.Withdrawn"]);

    public string UnitName(int? id) => _names.Unit(id, Found.ConferenceDate);

    public string FieldName(int? id) => _names.Field(id) ?? text["Common.None"];

    private async Task<IActionResult> AnswerAsync(Result result, string done)
    {
        if (result.Failure is { } failure)
        {
            return await LoadAsync() ? Fail(failure, prefix: "") : NotFound();
        }

        StatusMessage = done;
        return LocalRedirect($"/directives/{Id}");
    }

    private async Task<bool> LoadAsync()
    {
        if (await reader.FindAsync(Actor, Id, Cancel) is not { } found)
        {
            return false;
        }

        Found = found;
        _names = await units.NamesAsync(Cancel);
        return true;
    }
}
