using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Undo;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Conferences;

/// <summary>Draft conferences and reports that were thrown away, as long as they come back.</summary>
public sealed class DeletedModel(UndoService undo, ClerkPaper paper) : ListPageModel
{
    public IReadOnlyList<TrashItem> Items { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ListAsync(() => paper.Trash(Actor, Items));

    /// <param name="step">What comes back.</param>
    public Task<IActionResult> OnPostAsync(int step) => AnswerAsync(
        null, () => undo.RestoreAsync(Actor, step, Cancel), back => Done(L["Trash.Restored", back.Value.Label], back.Value.Address ?? "/conferences"));

    protected override async Task<Failure?> LoadAsync()
    {
        var found = await undo.TrashAsync(Actor, Cancel);
        Items = found.Succeeded ? found.Value : [];
        return found.Failure;
    }
}
