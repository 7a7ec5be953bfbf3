using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Undo;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Undo;

/// <summary>Takes the last act back and goes on where it was done. Nothing is shown here but why that cannot be.</summary>
public sealed class IndexModel(UndoService undo) : AppPageModel
{
    /// <summary>More rows than this are sent again all together.</summary>
    private const int MostRows = 30;

    /// <summary>Where the act was done.</summary>
    [BindProperty]
    public string? Back { get; set; }

    public string BackAddress => Url.IsLocalUrl(Back) ? Back! : "/";

    public IActionResult OnGet() => Actor.WritesConferences ? LocalRedirect("/") : Forbid();

    /// <param name="step">The act.</param>
    public Task<IActionResult> OnPostAsync(int step) => AnswerAsync(null, () => undo.UndoAsync(Actor, step, Cancel), done => Goes(done.Value));

    private LocalRedirectResult Goes(UndoneStep step)
    {
        if (!Request.Headers.ContainsKey("HX-Request") || !BackAddress.EndsWith("/entry", StringComparison.Ordinal))
        {
            return Done(L["Undo.Done", step.Label], BackAddress);
        }

        // The entry page puts what came back where it was.
        var rows = step.Rows.Count > MostRows
            ? "all=true"
            : string.Join('&', step.Rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"row={r}")));
        return Done(L["Undo.Done", step.Label], $"{BackAddress}/rows?{rows}{(step.HasParts ? "&parts=true" : "")}");
    }
}
