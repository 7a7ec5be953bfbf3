using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Anchors;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Admin.Anchors;

public sealed class IndexModel(AnchorService service, IStringLocalizer<Strings> localizer) : AppPageModel
{
    [BindProperty]
    public AddAnchor Input { get; set; } = new();

    [BindProperty]
    public MoveAnchor Edit { get; set; } = new();

    public IReadOnlyList<AnchorListItem> List { get; private set; } = [];

    /// <summary>The event whose days are being changed.</summary>
    public int? Editing { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? edit)
    {
        if (await LoadAsync() is { } failure)
        {
            return Fail(failure);
        }

        if (List.FirstOrDefault(a => a.Id == edit) is { } anchor)
        {
            Editing = anchor.Id;
            Edit = new MoveAnchor { Name = anchor.Name, Start = anchor.Start, End = anchor.End, Version = anchor.Version };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync() => IsValid(nameof(Input))
        ? await AnswerAsync(await service.AddAsync(Actor, Input, Cancel), "Anchor.Added", nameof(Input))
        : await ShowAsync();

    public async Task<IActionResult> OnPostMoveAsync(int id)
    {
        Editing = id;
        return IsValid(nameof(Edit)) ? await AnswerAsync(await service.MoveAsync(Actor, id, Edit, Cancel), "Anchor.Moved", nameof(Edit)) : await ShowAsync();
    }

    public async Task<IActionResult> OnPostRemoveAsync(int id, Guid version)
    {
        ModelState.Clear();
        return await AnswerAsync(await service.RemoveAsync(Actor, id, version, Cancel), "Anchor.Removed", nameof(Input));
    }

    private async Task<IActionResult> ShowAsync() => await LoadAsync() is { } cannot ? Fail(cannot) : Invalid();

    private async Task<IActionResult> AnswerAsync(Result result, string message, string form)
    {
        if (result.Failure is { } failure)
        {
            return await LoadAsync() is { } cannot ? Fail(cannot) : Fail(failure, form);
        }

        StatusMessage = localizer[message];
        return LocalRedirect("/admin/anchors");
    }

    private async Task<Failure?> LoadAsync()
    {
        var list = await service.ListAsync(Actor, Cancel);
        if (list.Succeeded)
        {
            List = list.Value;
        }

        return list.Failure;
    }
}
