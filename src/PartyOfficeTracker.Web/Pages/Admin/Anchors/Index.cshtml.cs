using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Anchors;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Admin.Anchors;

public sealed class IndexModel(AnchorService service, OfficePaper paper) : ListPageModel
{
    private const string Address = "/admin/anchors";

    [BindProperty]
    public AddAnchor Input { get; set; } = new();

    [BindProperty]
    public MoveAnchor Edit { get; set; } = new();

    public IReadOnlyList<AnchorListItem> List { get; private set; } = [];

    /// <summary>The event whose days are being changed.</summary>
    public int? Editing { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? edit)
    {
        var page = await ListAsync(() => paper.Anchors(Actor, [.. List.OrderBy(a => a.Kind)]));
        if (List.FirstOrDefault(a => a.Id == edit) is { } anchor)
        {
            Editing = anchor.Id;
            Edit = new MoveAnchor { Name = anchor.Name, Start = anchor.Start, End = anchor.End, Version = anchor.Version };
        }

        return page;
    }

    public Task<IActionResult> OnPostAddAsync() =>
        AnswerAsync(nameof(Input), () => service.AddAsync(Actor, Input, Cancel), "Anchor.Added", Address);

    public Task<IActionResult> OnPostMoveAsync(int id)
    {
        Editing = id;
        return AnswerAsync(nameof(Edit), () => service.MoveAsync(Actor, id, Edit, Cancel), "Anchor.Moved", Address);
    }

    public Task<IActionResult> OnPostRemoveAsync(int id, Guid version) =>
        AnswerAsync(null, () => service.RemoveAsync(Actor, id, version, Cancel), "Anchor.Removed", Address);

    protected override async Task<Failure?> LoadAsync()
    {
        var list = await service.ListAsync(Actor, Cancel);
        List = list.Succeeded ? list.Value : [];
        return list.Failure;
    }
}
