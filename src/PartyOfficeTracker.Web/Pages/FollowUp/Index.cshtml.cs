using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.FollowUp;

/// <summary>The exception board: only what needs a person, one line a directive, and what can be done about it.</summary>
public sealed class IndexModel(BoardReader reader, BoardPaper paper, UnitDirectory units, TimeProvider time) : ListPageModel
{
    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true)]
    public BoardSection? Section { get; set; }

    public Board Board { get; private set; } = null!;

    public DateOnly Today { get; } = time.TodayInHanoi();

    /// <summary>What can be done to several assignments of the section at once.</summary>
    public IReadOnlyList<FollowUpStep> BulkSteps =>
    [
        .. new[]
            {
                FollowUpStep.Urge, FollowUpStep.GrantExtension, FollowUpStep.RefuseExtension, FollowUpStep.Extend, FollowUpStep.PassOn, FollowUpStep.Withdraw,
            }
            .Where(s => s.IsOpenTo(Actor) && s.FitsSection(Board.Section)),
    ];

    public Task<IActionResult> OnGetAsync() => ListAsync(() => paper.MakeAsync(Actor, Section, Cancel));

    protected override async Task<Failure?> LoadAsync()
    {
        var result = await reader.ReadAsync(Actor, Section, After, Cancel);
        _names = await units.NamesAsync(Cancel);
        if (result.Succeeded)
        {
            Board = result.Value;
        }

        return result.Failure;
    }

    public string UnitName(int? id) => _names.Unit(id, Today);
}
