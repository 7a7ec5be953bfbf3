using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.MyTasks;

/// <summary>The file of a piece of evidence, always as an attachment.</summary>
public sealed class EvidenceModel(TaskReader tasks) : AppPageModel
{
    public async Task<IActionResult> OnGetAsync(int id) =>
        await tasks.FindFileAsync(Actor, id, Cancel) is { } file ? File(file.Content, file.ContentType, file.FileName) : NotFound();
}
