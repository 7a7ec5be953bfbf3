using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.MyTasks;

/// <summary>One step with one task: the form it needs, beside what the task is.</summary>
public sealed class StepModel(TaskReader tasks, StepService steps, UnitDirectory units) : AppPageModel
{
    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>The step as the address says it: "ask-extension".</summary>
    [BindProperty(SupportsGet = true, Name = "step")]
    public string Verb { get; set; } = "";

    public FollowUpStep Step => FollowUpSteps.OfAddress(Verb) ?? default;

    [BindProperty]
    public TakeStep Input { get; set; } = new();

    public TaskDetails Found { get; private set; } = null!;

    public IEnumerable<UnitInfo> UnitsToday => _names.Units.Where(u => u.IsValidOn(Found.Day.Today) && u.Id != Found.Assignment.UnitId);

    public string UnitName => _names.Unit(Found.Assignment.UnitId, Found.Day.Today);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } missing)
        {
            return Fail(missing);
        }

        if (!Found.Steps.Contains(Step))
        {
            // An address kept from before, or a second request: the task says what it waits for.
            return Step.IsOpenTo(Actor) ? Done(L["Step.NotNow", L.Of(Step), L.Of(Found.Assignment.Turn)], $"/my-tasks/{Id}") : NotFound();
        }

        var (task, own) = (Found.Assignment, Step == FollowUpStep.SetDeadline);
        Input = new TakeStep { Step = Step, Day = own ? task.OwnDueOn : task.WishedDueOn, Role = task.Role, Version = task.Version };
        return Page();
    }

    public Task<IActionResult> OnPostAsync() => AnswerAsync(
        nameof(Input),
        () => FollowUpSteps.OfAddress(Verb) is { } step
            ? steps.TakeAsync(Actor, Id, Input with { Step = step }, Cancel)
            : Task.FromResult<Result>(Failure.NotFound),
        _ => Done(L["Step.Done", L.Of(Step)], $"/my-tasks/{Id}"));

    protected override async Task<Failure?> LoadAsync()
    {
        if (FollowUpSteps.OfAddress(Verb) is null || await tasks.FindAsync(Actor, Id, Cancel) is not { } found)
        {
            return Failure.NotFound;
        }

        Found = found;
        _names = await units.NamesAsync(Cancel);
        return null;
    }
}
