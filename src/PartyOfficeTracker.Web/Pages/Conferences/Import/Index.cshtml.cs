using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Import;
using PartyOfficeTracker.Core.Papers;
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
public sealed class IndexModel(ImportService imports, ClerkPaper paper) : ListPageModel
{
    /// <summary>Room for a pasted report and a file at their largest.</summary>
    private const int MaximumFormBytes = 16 * 1024 * 1024;

    [BindProperty]
    public PasteInput Input { get; set; } = new();

    public IReadOnlyList<ImportListItem> Open { get; private set; } = [];

    /// <summary>The conference that has the text already.</summary>
    public int? ConferenceId { get; private set; }

    public Task<IActionResult> OnGetAsync() => ListAsync(() => paper.Imports(Actor, Open));

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.File is { Length: > SourceText.LargestFile })
        {
            ModelState.AddModelError("Input.File", L.Of(SourceRefusal.TooLarge));
        }

        ReportFile? file = null;
        return await AnswerAsync(
            nameof(Input),
            async () => await imports.PasteAsync(Actor, Input.ToCommand(), file = await Input.ReadFileAsync(Cancel), Cancel),
            pasted => GoOnAsync(pasted.Value, file));
    }

    private Task<IActionResult> GoOnAsync(PastedReport pasted, ReportFile? file)
    {
        if (pasted.ConferenceId is { } conference)
        {
            ConferenceId = conference;
            return ShowAsync();
        }

        var unseen = file is not null && FileDoor.IsUnseen(file.Content, file.Name) ? " " + L["File.NotSeen", FileRules.SafeName(file.Name)] : "";
        var message = L[pasted.IsNew ? "Import.WasRead" : "Import.DraftThere"] + unseen;
        return Task.FromResult<IActionResult>(Done(message, string.Create(CultureInfo.InvariantCulture, $"/conferences/import/{pasted.DraftId}")));
    }

    protected override async Task<Failure?> LoadAsync()
    {
        Open = await imports.ListAsync(Actor, Cancel);
        return null;
    }
}

/// <summary>The paste form; a chosen file counts before the box.</summary>
public sealed record PasteInput : IFormOf<PasteReport>
{
    [AsGiven]
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
