using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Recommendations;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Recommendations;

/// <summary>The form of a recommendation written between conferences, new or changed.</summary>
public abstract class RecommendationFormModel(UnitDirectory units, TimeProvider time) : AppPageModel
{
    [BindProperty]
    public WriteRecommendation Input { get; set; } = new();

    public DateOnly Today => time.TodayInHanoi();

    /// <summary>The units somebody can record for; a province records for itself.</summary>
    public IEnumerable<SelectListItem>? Units { get; private set; }

    protected async Task LoadUnitsAsync() => Units = Actor.UnitId is null
        ? Options.Units((await units.UnitsAsync(Cancel)).Where(u => u.IsValidOn(Today) || u.Id == Input.UnitId), Today, L["Common.Choose"])
        : null;
}

public sealed class CreateModel(RecommendationService recommendations, UnitDirectory units, TimeProvider time) : RecommendationFormModel(units, time)
{
    public Task<IActionResult> OnGetAsync()
    {
        Input = new WriteRecommendation { WrittenOn = Today };
        return ShowAsync();
    }

    public Task<IActionResult> OnPostAsync() => AnswerAsync(
        nameof(Input), () => recommendations.WriteAsync(Actor, Input, Cancel), made => Done(L["Recommendation.Sent"], $"/recommendations/{made.Value}"));

    protected override async Task<Failure?> LoadAsync()
    {
        await LoadUnitsAsync();
        return RecommendationService.MayWrite(Actor) ? null : Failure.Forbidden;
    }
}

public sealed class EditModel(RecommendationReader reader, RecommendationService recommendations, UnitDirectory units, TimeProvider time)
    : RecommendationFormModel(units, time)
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync() =>
        AnswerAsync(nameof(Input), () => recommendations.EditAsync(Actor, Id, Input, Cancel), "Common.Saved", $"/recommendations/{Id}");

    protected override async Task<Failure?> LoadAsync()
    {
        if (!RecommendationService.MayWrite(Actor))
        {
            return Failure.Forbidden;
        }

        if (await reader.FindAsync(Actor, Id, Cancel) is not { Recommendation: var found })
        {
            return Failure.NotFound;
        }

        if (Posted is null)
        {
            Input = new WriteRecommendation
            {
                UnitId = found.UnitId,
                Text = found.Text,
                SubmittedTo = found.SubmittedTo,
                Basis = found.Basis,
                WrittenOn = found.WrittenOn,
                WishedOn = found.WishedOn,
                Version = found.Version,
            };
        }

        await LoadUnitsAsync();
        return Posted is not null || found.IsOpenTo(Actor) ? null : Failure.NotFound;
    }
}
