using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.MyTasks;

/// <summary>One step with one task: the form it needs, beside what the task is.</summary>
public sealed class StepModel(TaskReader tasks, StepService steps, UnitDirectory units, IStringLocalizer<Strings> text) : AppPageModel
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
        if (FollowUpSteps.OfAddress(Verb) is null || !await LoadAsync() || !Found.Steps.Contains(Step))
        {
            return NotFound();
        }

        Input = new TakeStep { Step = Step, Day = Found.Assignment.WishedDueOn, Version = Found.Assignment.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (FollowUpSteps.OfAddress(Verb) is null)
        {
            return NotFound();
        }

        if (!IsValid(nameof(Input)))
        {
            return await LoadAsync() ? Invalid() : NotFound();
        }

        var result = await steps.TakeAsync(Actor, Id, Input with { Step = Step }, Cancel);
        if (result.Failure is { } failure)
        {
            return await LoadAsync() ? Fail(failure) : NotFound();
        }

        StatusMessage = text["Step.Done", text.Of(Step)];
        return LocalRedirect($"/my-tasks/{Id}");
    }

    private async Task<bool> LoadAsync()
    {
        if (await tasks.FindAsync(Actor, Id, Cancel) is not { } found)
        {
            return false;
        }

        Found = found;
        _names = await units.NamesAsync(Cancel);
        return true;
    }
}
