using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.FollowUp;

/// <summary>One step with many tasks: first what it will do to each, then what it did.</summary>
public sealed class BulkModel(BoardReader reader, StepService steps, UnitDirectory units, TimeProvider time, IStringLocalizer<Strings> text) : AppPageModel
{
    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true, Name = "step")]
    public string Verb { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "id")]
    public int[] Ids { get; set; } = [];

    [BindProperty]
    public TakeStep Input { get; set; } = new();

    public FollowUpStep Step => FollowUpSteps.OfAddress(Verb) ?? default;

    public IReadOnlyList<BulkRow> Rows { get; private set; } = [];

    /// <summary>What became of each, once it was done.</summary>
    public IReadOnlyDictionary<int, StepOutcome>? Outcomes { get; private set; }

    public DateOnly Today => Core.Common.HanoiTime.TodayInHanoi(time);

    public StepForm Form => new(Step, Input, _names.Units.Where(u => u.IsValidOn(Today)), Today);

    public async Task<IActionResult> OnGetAsync()
    {
        if (FollowUpSteps.OfAddress(Verb) is not { } step || !step.IsOpenTo(Actor))
        {
            return FollowUpSteps.OfAddress(Verb) is null ? NotFound() : Forbid();
        }

        if (Ids.Length == 0)
        {
            StatusMessage = text["FollowUp.ChooseSome"];
            return LocalRedirect("/follow-up");
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (FollowUpSteps.OfAddress(Verb) is not { } step)
        {
            return NotFound();
        }

        if (!IsValid(nameof(Input)))
        {
            await LoadAsync();
            return Invalid();
        }

        var result = await steps.TakeAllAsync(Actor, Ids, Input with { Step = step }, Cancel);
        await LoadAsync();
        if (result.Failure is { } failure)
        {
            return Fail(failure);
        }

        Outcomes = result.Value.ToDictionary(o => o.AssignmentId);
        return Page();
    }

    public string UnitName(int id) => _names.Unit(id, Today);

    private async Task LoadAsync()
    {
        _names = await units.NamesAsync(Cancel);
        Rows = await reader.ChosenAsync(Actor, Ids, Step, Cancel);
    }
}
