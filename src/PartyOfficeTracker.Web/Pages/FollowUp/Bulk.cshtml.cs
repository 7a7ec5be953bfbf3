using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.FollowUp;

/// <summary>One step with many tasks: first what it will do to each, then what it did.</summary>
public sealed class BulkModel(BoardReader reader, StepService steps, UnitDirectory units, TimeProvider time) : AppPageModel
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

    public DateOnly Today => time.TodayInHanoi();

    public StepForm Form => new(Step, Input, _names.Units.Where(u => u.IsValidOn(Today)), Today);

    public async Task<IActionResult> OnGetAsync()
    {
        if (FollowUpSteps.OfAddress(Verb) is not { } step || !step.IsOpenTo(Actor))
        {
            return FollowUpSteps.OfAddress(Verb) is null ? NotFound() : Forbid();
        }

        return Ids.Length == 0 ? Done(L["FollowUp.ChooseSome"], "/follow-up") : await ShowAsync();
    }

    public Task<IActionResult> OnPostAsync() => AnswerAsync(
        nameof(Input),
        () => FollowUpSteps.OfAddress(Verb) is { } step
            ? steps.TakeAllAsync(Actor, Ids, Input with { Step = step }, Cancel)
            : Task.FromResult<Result<IReadOnlyList<StepOutcome>>>(Failure.NotFound),
        async done =>
        {
            Outcomes = done.Value.ToDictionary(o => o.AssignmentId);
            return await ShowAsync();
        });

    public string UnitName(int id) => _names.Unit(id, Today);

    protected override async Task<Failure?> LoadAsync()
    {
        _names = await units.NamesAsync(Cancel);
        Rows = await reader.ChosenAsync(Actor, Ids, Step, Cancel);
        return null;
    }
}
