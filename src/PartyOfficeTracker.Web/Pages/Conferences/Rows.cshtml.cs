using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Conferences;

/// <summary>The part of the entry page that an act has changed, so that a saved row sends back that row and not the page.</summary>
public sealed class RowsModel(ConferenceReader reader, MinutesService minutes, RowBatchService batches, UnitDirectory units) : AppPageModel
{
    /// <summary>More rows than this are sent again all together.</summary>
    private const int MostRows = 30;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public List<int> Row { get; set; } = [];

    /// <summary>The first of the rows an act has added.</summary>
    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>Chairs, points, documents or sources have changed as well: the page fetches them.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Parts { get; set; }

    /// <summary>The kind that was added to: its box comes along.</summary>
    [BindProperty(SupportsGet = true)]
    public RowKind? Added { get; set; }

    /// <summary>The row whose form is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Edit { get; set; }

    [BindProperty]
    public ChangeRows Bulk { get; set; } = new();

    /// <summary>The script asks for the part, a browser without it for a page.</summary>
    public bool IsPart => Request.Headers.ContainsKey("HX-Request");

    public MinutesPart Found { get; private set; } = null!;

    public NameBook Names { get; private set; } = NameBook.Empty;

    public EditForm? EditedRow { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Names = await units.NamesAsync(Cancel);
        if (Edit is { } row)
        {
            if (await minutes.FormAsync(Actor, Id, row, Cancel) is not { } form
                || await reader.CurableAsync(Actor, Id, form.Kind, Cancel) is not { } part)
            {
                return NotFound();
            }

            (Found, EditedRow) = (part, new EditForm(part.Head, row, form, part.Rows, this, Names));
            return Page();
        }

        return await ShowAsync();
    }

    public Task<IActionResult> OnPostBulkAsync() =>
        AnswerAsync(nameof(Bulk), () => batches.ChangeAsync(Actor, Id, Bulk, Cancel), changed => Goes(changed.Value));

    private LocalRedirectResult Goes(IReadOnlyList<int> changed)
    {
        var rows = changed.Count > MostRows
            ? "all=true"
            : string.Join('&', changed.Select(r => string.Create(CultureInfo.InvariantCulture, $"row={r}")));
        return Done(
            L[Bulk.Act == RowBatchAct.Delete ? "Batch.Deleted" : "Batch.Done", Bulk.Rows.Count],
            string.Create(CultureInfo.InvariantCulture, $"/conferences/{Id}/entry{(IsPart ? "/rows?" + rows : "")}"));
    }

    protected override async Task<Failure?> LoadAsync()
    {
        if (await reader.PartAsync(Actor, Id, new ChangedRows(Row, From, All), Cancel) is not { } found)
        {
            return Failure.NotFound;
        }

        Found = found;
        return null;
    }
}
