using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Recommendations;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Recommendations;

/// <summary>One recommendation, what is grouped with it, its answer and what happened to it.</summary>
public sealed class DetailsModel(RecommendationReader reader, RecommendationService recommendations, UnitDirectory units, TimeProvider time) : AppPageModel
{
    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public AnswerRecommendation Input { get; set; } = new();

    public DateOnly Today => time.TodayInHanoi();

    public RecommendationDetails Found { get; private set; } = null!;

    public Recommendation Recommendation => Found.Recommendation;

    public bool CanAnswer => Actor.WritesConferences && Recommendation.WithdrawnOn is null;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAnswerAsync() => AnswerAsync(
        nameof(Input),
        () => recommendations.AnswerAsync(Actor, Id, Input, Cancel),
        done => Done(L["Recommendation.WereAnswered", done.Value], $"/recommendations/{Id}"));

    public Task<IActionResult> OnPostUngroupAsync(Guid version) =>
        AnswerAsync(form: null, () => recommendations.UngroupAsync(Actor, Id, version, Cancel), "Recommendation.StandsAlone", $"/recommendations/{Id}");

    public Task<IActionResult> OnPostWithdrawAsync(Guid version) =>
        AnswerAsync(form: null, () => recommendations.WithdrawAsync(Actor, Id, version, Cancel), "Recommendation.WasWithdrawn", $"/recommendations/{Id}");

    public string UnitName(int? id, DateOnly day) => id is null ? L["Recommendation.NoUnit"] : _names.Unit(id, day);

    protected override async Task<Failure?> LoadAsync()
    {
        if (await reader.FindAsync(Actor, Id, Cancel) is not { } found)
        {
            return Failure.NotFound;
        }

        (Found, _names) = (found, await units.NamesAsync(Cancel));
        if (Posted is null)
        {
            var said = found.Recommendation;
            Input = new AnswerRecommendation { Answer = said.Answer, AnsweredOn = said.AnsweredOn, AnsweringDocument = said.AnsweringDocument };
        }

        return null;
    }
}
