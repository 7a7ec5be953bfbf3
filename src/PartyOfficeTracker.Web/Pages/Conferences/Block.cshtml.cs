using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Conferences;

/// <summary>A block of cells from a spreadsheet: first in its columns, then as rows.</summary>
public sealed class BlockModel(ConferenceReader conferences, BlockService blocks, UnitDirectory units) : AppPageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public string? Pasted { get; set; }

    /// <summary>What each column holds, as chosen; empty the first time.</summary>
    [BindProperty]
    public List<BlockColumn> Columns { get; set; } = [];

    [BindProperty]
    public AddBlock Input { get; set; } = new();

    /// <summary>The kind the page was opened for.</summary>
    [BindProperty(SupportsGet = true, Name = "kind")]
    public RowKind? Kind { get; set; }

    public Block? Block { get; private set; }

    public DateOnly Held { get; private set; }

    public NameBook Names { get; private set; } = NameBook.Empty;

    /// <summary>What is shown: what was posted, else what the block says.</summary>
    public IReadOnlyList<BlockRow> Rows => Posted == nameof(Input) ? Input.Rows : Block?.Rows ?? [];

    public async Task<IActionResult> OnGetAsync()
    {
        Input = Input with { Kind = Kind ?? default };
        return Actor.WritesConferences ? await ShowAsync() : Forbid();
    }

    public Task<IActionResult> OnPostPreviewAsync() => AnswerAsync(
        null,
        () => blocks.PreviewAsync(Actor, Id, Pasted, Columns, Input.Kind, Cancel),
        async found =>
        {
            Block = found.Value;
            return await ShowAsync();
        });

    public Task<IActionResult> OnPostAsync() => AnswerAsync(
        nameof(Input),
        () => blocks.AddAsync(Actor, Id, Input, Cancel),
        added => Done(L["Block.Added", added.Value], $"/conferences/{Id}/entry?added={Input.Kind}"));

    protected override async Task<Failure?> LoadAsync()
    {
        if (await conferences.HeldOnAsync(Actor, Id, Cancel) is not { } held)
        {
            return Failure.NotFound;
        }

        Held = held;
        Names = await units.NamesAsync(Cancel);
        return null;
    }
}
