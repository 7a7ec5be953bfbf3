using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.FollowUp;

/// <summary>The exception board: only what needs a person, one line a directive, and what can be done about it.</summary>
public sealed class IndexModel(BoardReader reader, UnitDirectory units, TimeProvider time) : AppPageModel
{
    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true)]
    public BoardSection? Section { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Board Board { get; private set; } = null!;

    public DateOnly Today { get; } = Core.Common.HanoiTime.TodayInHanoi(time);

    /// <summary>What can be done to several assignments of the section at once.</summary>
    public IReadOnlyList<FollowUpStep> BulkSteps =>
    [
        .. new[]
            {
                FollowUpStep.Urge, FollowUpStep.GrantExtension, FollowUpStep.RefuseExtension, FollowUpStep.Extend, FollowUpStep.PassOn, FollowUpStep.Withdraw,
            }
            .Where(s => s.IsOpenTo(Actor) && s.FitsSection(Board.Section)),
    ];

    public async Task<IActionResult> OnGetAsync()
    {
        var result = await reader.ReadAsync(Actor, Section, After, Cancel);
        if (result.Failure is { } failure)
        {
            return Fail(failure);
        }

        Board = result.Value;
        _names = await units.NamesAsync(Cancel);
        return Page();
    }

    public string UnitName(int? id) => _names.Unit(id, Today);
}
