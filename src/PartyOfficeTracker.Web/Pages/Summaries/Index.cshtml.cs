using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Summaries;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Summaries;

/// <summary>The years that have a summary.</summary>
public sealed class IndexModel(SummaryReader summaries, SummaryPaper paper) : ListPageModel
{
    public IReadOnlyList<int> Years { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => Actor.ReadsEverything ? await ListAsync(() => paper.YearsAsync(Actor, Cancel)) : Forbid();

    protected override async Task<Failure?> LoadAsync()
    {
        Years = await summaries.YearsAsync(Actor, Cancel);
        return null;
    }
}
