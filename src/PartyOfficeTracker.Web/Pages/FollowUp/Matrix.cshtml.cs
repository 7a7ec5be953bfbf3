using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.FollowUp;

/// <summary>Units down, directives across: a whole conference on one screen and one sheet.</summary>
public sealed class MatrixModel(BoardReader reader, BoardPaper paper, UnitDirectory units) : ListPageModel
{
    /// <summary>Units one below the other that a screen of 768 lines shows.</summary>
    private const int UnitsDown = 21;

    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public ProgressMatrix Matrix { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => ListAsync(() => paper.Matrix(Actor, Matrix, _names));

    /// <summary>The units in as many tables beside each other as a desk's screen is wide, so that none is below its edge.</summary>
    public IEnumerable<MatrixRow[]> Blocks
    {
        get
        {
            var most = Matrix.Directives.Count switch
            {
                <= 8 => 3,
                <= 14 => 2,
                _ => 1,
            };
            var wanted = Math.Clamp((Matrix.Units.Count + UnitsDown - 1) / UnitsDown, 1, most);
            return Matrix.Units.Chunk(Math.Max(1, (Matrix.Units.Count + wanted - 1) / wanted));
        }
    }

    public string UnitName(int id) => _names.Unit(id, Matrix.ConferenceDate);

    protected override async Task<Failure?> LoadAsync()
    {
        _names = await units.NamesAsync(Cancel);
        Matrix = (await reader.MatrixAsync(Actor, Id, Cancel))!;
        return Matrix is null ? Failure.NotFound : null;
    }
}
