using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Conferences;

/// <summary>The text of one report, as it was pasted.</summary>
public sealed class SourceModel(ParticipantService participants) : AppPageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>Where the sentence begins that the page is opened for.</summary>
    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    /// <summary>The first character after it.</summary>
    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    public Source Source { get; private set; } = null!;

    /// <summary>The text in three parts, when a sentence of it was asked for.</summary>
    public (string Before, string Words, string After)? Marked =>
        Source.Text is { } text && From is { } from && To is { } to && from >= 0 && from < to && to <= text.Length
            ? (text[..from], text[from..to], text[to..])
            : null;

    public async Task<IActionResult> OnGetAsync(int sourceId)
    {
        if (await participants.FindSourceAsync(Actor, Id, sourceId, Cancel) is not { } source)
        {
            return NotFound();
        }

        Source = source;
        return Page();
    }
}
