using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Recommendations;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Recommendations;

/// <summary>What units ask of a higher level, for how many days the answer has been owed, and what asks the same.</summary>
public sealed class IndexModel(
    RecommendationReader reader, RecommendationPaper paper, RecommendationService recommendations, UnitDirectory units, TimeProvider time) : ListPageModel
{
    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true)]
    public RecommendationState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "unit")]
    public int? UnitId { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public DateOnly Today => time.TodayInHanoi();

    public IReadOnlyList<UnitInfo> Units => _names.Units;

    public RecommendationPage Found { get; private set; } = null!;

    private Sort? Sort => Sort.Parse(SortBy, RecommendationReader.SortColumns);

    public Task<IActionResult> OnGetAsync() => ListAsync(async () => await paper.MakeAsync(Actor, await FilterAsync(), Cancel));

    public Task<IActionResult> OnPostGroupAsync(int[] id) => AnswerAsync(
        form: null,
        () => recommendations.GroupAsync(Actor, id, Cancel),
        made => Done(L["Recommendation.Grouped", made.Value], "/recommendations?state=Waiting"));

    public string UnitName(int? id, DateOnly day) => _names.Unit(id, day);

    protected override async Task<Failure?> LoadAsync()
    {
        _names = await units.NamesAsync(Cancel);
        Found = await reader.ListAsync(Actor, await FilterAsync(), Cancel);
        await LoadToolsAsync(Sort, Found.List.IsUnsorted);
        return null;
    }

    private async Task<RecommendationFilter> FilterAsync() =>
        new(State, UnitId is { } unit ? await units.WithForerunnersAsync(unit, Cancel) : null, Year, After)
        {
            Sort = Sort,
            Size = RowsOr(RecommendationReader.PageSize),
        };
}
