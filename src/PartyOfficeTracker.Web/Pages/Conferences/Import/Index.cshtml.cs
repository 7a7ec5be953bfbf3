using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Import;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Reading;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Conferences.Import;

/// <summary>
/// Where a report comes in, and the drafts still open. The whole form stays in memory until it is known that the text carries
/// no secrecy marking.
/// </summary>
[RequestSizeLimit(MaximumFormBytes)]
[RequestFormLimits(ValueLengthLimit = MaximumFormBytes, MultipartBodyLengthLimit = MaximumFormBytes, MemoryBufferThreshold = MaximumFormBytes)]
public sealed class IndexModel(ImportService imports, IStringLocalizer<Strings> text) : AppPageModel
{
    /// <summary>Room for a pasted report and a file at their largest.</summary>
    private const int MaximumFormBytes = 16 * 1024 * 1024;

    [BindProperty]
    public PasteInput Input { get; set; } = new();

    public IReadOnlyList<ImportListItem> Open { get; private set; } = [];

    /// <summary>The conference that has the text already.</summary>
    public int? ConferenceId { get; private set; }

    public async Task OnGetAsync() => Open = await imports.ListAsync(Actor, Cancel);

    public async Task<IActionResult> OnPostAsync()
    {
        Open = await imports.ListAsync(Actor, Cancel);
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Input.File is { Length: > SourceText.LargestFile })
        {
            ModelState.AddModelError("Input.File", text.Of(SourceRefusal.TooLarge));
            return Invalid();
        }

        var file = await Input.ReadFileAsync(Cancel);
        var result = await imports.PasteAsync(Actor, Input.ToCommand(), file, Cancel);
        if (result.Failure is { } failure)
        {
            return Fail(failure);
        }

        if (result.Value.ConferenceId is { } conference)
        {
            ConferenceId = conference;
            return Page();
        }

        var unseen = file is not null && FileDoor.IsUnseen(file.Content, file.Name) ? " " + text["File.NotSeen", FileRules.SafeName(file.Name)] : "";
        StatusMessage = text[result.Value.IsNew ? "Import.WasRead" : "Import.DraftThere"] + unseen;
        return LocalRedirect($"/conferences/import/{result.Value.DraftId}");
    }
}

/// <summary>The paste form; a chosen file counts before the box.</summary>
public sealed record PasteInput : IFormOf<PasteReport>
{
    public string? Text { get; init; }

    public IFormFile? File { get; init; }

    public string? Outlet { get; init; }

    public string? Author { get; init; }

    public string? Url { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public PasteReport ToCommand() => new() { Text = Text, Outlet = Outlet, Author = Author, Url = Url, PublishedOn = PublishedOn };

    public async Task<ReportFile?> ReadFileAsync(CancellationToken cancel)
    {
        if (File is null)
        {
            return null;
        }

        using var memory = new MemoryStream();
        await File.CopyToAsync(memory, cancel);
        return new ReportFile(memory.ToArray(), File.FileName);
    }
}
