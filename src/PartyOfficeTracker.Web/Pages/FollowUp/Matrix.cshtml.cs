using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.FollowUp;

/// <summary>Units down, directives across: a whole conference on one screen and one sheet.</summary>
public sealed class MatrixModel(BoardReader reader, UnitDirectory units) : AppPageModel
{
    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public ProgressMatrix Matrix { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await reader.MatrixAsync(Actor, Id, Cancel) is not { } matrix)
        {
            return NotFound();
        }

        Matrix = matrix;
        _names = await units.NamesAsync(Cancel);
        return Page();
    }

    public string UnitName(int id) => _names.Unit(id, Matrix.ConferenceDate);
}
