using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Lists;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Lists;

/// <summary>How somebody wants a list: its columns, the rows of a page, and its filters under a name.</summary>
public sealed class IndexModel(SavedViewService views) : AppPageModel
{
    [BindProperty]
    public SaveView Input { get; set; } = new();

    public IReadOnlyList<ListHead> Heads { get; private set; } = [];

    public ListShape Shape { get; private set; } = null!;

    public IReadOnlyList<ViewItem> Views { get; private set; } = [];

    /// <summary>The list with the filter it was left with.</summary>
    public string BackAddress => SavedViewService.Lists.Contains(Input.List) ? Input.List + (Input.Query is null ? "" : "?" + Input.Query) : "/";

    /// <param name="list">The list's address.</param>
    /// <param name="query">Its filter and order.</param>
    public Task<IActionResult> OnGetAsync(string? list, string? query)
    {
        Input = new SaveView { List = list, Query = query };
        return ShowAsync();
    }

    public Task<IActionResult> OnPostSaveAsync() =>
        AnswerAsync(nameof(Input), () => views.SaveAsync(Actor, Input, Cancel), "View.WasSaved", BackAddress);

    /// <param name="id">The view.</param>
    public Task<IActionResult> OnPostRemoveAsync(int id) => AnswerAsync(null, () => views.RemoveAsync(Actor, id, Cancel), null, BackAddress);

    /// <param name="size">Rows of a page.</param>
    /// <param name="shown">The columns that are shown, counted from 1.</param>
    public async Task<IActionResult> OnPostShapeAsync(int? size, int[] shown)
    {
        if (await LoadAsync() is { } missing)
        {
            return Fail(missing);
        }

        // A list without any column would be none.
        var hidden = shown.Length == 0 ? [] : Enumerable.Range(1, Heads.Count).Except(shown);
        new ListShape(size is { } rows && ListShape.Sizes.Contains(rows) ? rows : null, [.. hidden]).Keep(HttpContext, Input.List!);
        return LocalRedirect(BackAddress);
    }

    protected override async Task<Failure?> LoadAsync()
    {
        Heads = ListHead.Of(Input.List, Actor.Role == UserRole.Province);
        if (Heads.Count == 0)
        {
            return Failure.NotFound;
        }

        Shape = ListShape.Of(Request, Input.List!);
        Views = await views.ReadAsync(Actor, Input.List!, Cancel);
        return null;
    }
}
