using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Import;
using PartyOfficeTracker.Core.Undo;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Conferences.Import;

/// <summary>The report beside what was read from it. Nothing becomes a conference until the clerk takes it over.</summary>
public sealed class ReviewModel(
    ImportService imports, ImportRowService rows, ImportRowBatchService batches, TakeOverService takeOvers, UndoService undo, UnitDirectory directory,
    TypedHead typed, TimeProvider time)
    : AppPageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>The row whose edit form is open.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Edit { get; set; }

    /// <summary>The row the keyboard is on.</summary>
    [BindProperty(SupportsGet = true)]
    public int? At { get; set; }

    /// <summary>What is typed in the head and not saved came along with the last act: the browser has no script.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Typed { get; set; }

    [BindProperty]
    public EditImportHead Head { get; set; } = new();

    [BindProperty]
    public EditImportRow Input { get; set; } = new();

    [BindProperty]
    public AddImportRow New { get; set; } = new();

    [BindProperty]
    public ChangeImportRows Bulk { get; set; } = new();

    public ImportReview Found { get; private set; } = null!;

    /// <summary>The act the reader would take back next.</summary>
    public UndoItem? Undo { get; private set; }

    /// <summary>The row whose post failed.</summary>
    public int? FailedRow { get; private set; }

    public IReadOnlyList<UnitInfo> Units { get; private set; } = [];

    public IReadOnlyList<FieldInfo> Fields { get; private set; } = [];

    /// <summary>The day names of units are those of.</summary>
    public DateOnly Day => Found.Draft.Date ?? time.TodayInHanoi();

    public IEnumerable<UnitInfo> UnitsOfTheDay => Units.Where(u => u.IsValidOn(Day));

    public IHtmlContent Source => SourceMarks.Of(Found, L);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } missing)
        {
            return Fail(missing);
        }

        if (Edit is not { } id)
        {
            return Page();
        }

        if (Found.Draft.Rows.Find(r => r.Id == id) is not { } row)
        {
            return NotFound();
        }

        Input = EditImportRow.Of(row);
        return Page();
    }

    public Task<IActionResult> OnPostHeadAsync() => AnswerAsync(nameof(Head), () => imports.EditHeadAsync(Actor, Id, Head, Cancel), async _ =>
    {
        await typed.ForgetAsync(Actor, Id, Cancel);
        return Done(L["Common.Saved"], $"/conferences/import/{Id}#head");
    });

    /// <param name="row">The row the key was pressed on.</param>
    /// <param name="action">What to do with it.</param>
    /// <param name="kind">Where it moves to.</param>
    /// <param name="version">The row as the page showed it.</param>
    public Task<IActionResult> OnPostActAsync(int row, ImportRowAction action, RowKind kind, Guid version)
    {
        (Edit, FailedRow, At) = (null, row, row);
        return KeepingAsync(nameof(action), () => rows.ActAsync(Actor, Id, row, new ActOnImportRow(action, kind, version), Cancel), ToRow);
    }

    public Task<IActionResult> OnPostBulkAsync() => AnswerAsync(nameof(Bulk), () => batches.ChangeAsync(Actor, Id, Bulk, Cancel), ToRow);

    /// <param name="row">The row that was edited.</param>
    public Task<IActionResult> OnPostEditAsync(int row)
    {
        (Edit, FailedRow, At) = (row, row, row);
        return AnswerAsync(nameof(Input), () => rows.EditAsync(Actor, Id, row, Input, Cancel), ToRow);
    }

    public Task<IActionResult> OnPostNewAsync() => KeepingAsync(nameof(New), () => rows.AddAsync(Actor, Id, New, Cancel), ToRow);

    /// <summary>Opens a row of a browser without script; with it a link does.</summary>
    /// <param name="row">The row.</param>
    public Task<IActionResult> OnPostOpenAsync(int row) => KeepingAsync(null, () => Task.FromResult(Result.Success()), _ => ToPage($"edit={row}", row));

    /// <summary>Takes an act back from a browser without script; with it the page's own form does.</summary>
    /// <param name="step">The act.</param>
    public Task<IActionResult> OnPostUndoAsync(int step) =>
        KeepingAsync(null, () => undo.UndoAsync(Actor, step, Cancel), done => ToPage($"", row: null, L["Undo.Done", done.Value.Label]));

    public Task<IActionResult> OnPostTakeOverAsync(bool separate) =>
        AnswerAsync(nameof(Head), () => takeOvers.TakeOverAsync(Actor, Id, Head, new TakeOver { IsSeparate = separate }, Cancel), ToConference);

    /// <param name="into">The conference the report is a second source of.</param>
    /// <param name="version">The draft as the page showed it.</param>
    /// <param name="rows">The new rows that were ticked.</param>
    public Task<IActionResult> OnPostAddAsync(int into, Guid version, List<int> rows)
    {
        var command = new TakeOver { Into = into, Rows = rows, Version = version };
        return AnswerAsync(null, () => takeOvers.AddToExistingAsync(Actor, Id, command, Cancel), ToConference);
    }

    public Task<IActionResult> OnPostDiscardAsync() =>
        AnswerAsync(null, () => imports.DiscardAsync(Actor, Id, Cancel), "Import.WasDiscarded", "/conferences/deleted");

    /// <summary>Why a value is not simply the text's own: in words.</summary>
    public string? Reason(string? code) => code is null ? null : L["Import.Reason." + code].Value;

    private LocalRedirectResult ToConference(Result<int> taken) =>
        Done(L["Import.WasTakenOver"], string.Create(CultureInfo.InvariantCulture, $"/conferences/{taken.Value}"));

    private LocalRedirectResult ToRow(Result<int> row) => ToPage($"at={row.Value}", row.Value);

    private LocalRedirectResult ToPage(FormattableString query, int? row, string? message = null)
    {
        var asked = FormattableString.Invariant(query) + (Typed ? "&typed=true" : "");
        var place = row is { } id ? FormattableString.Invariant($"row-{id}") : "head";
        return Done(message, FormattableString.Invariant($"/conferences/import/{Id}?{asked}#{place}"));
    }

    /// <summary>An act on something else than the head, with which the head may have come along.</summary>
    private async Task<IActionResult> KeepingAsync<TResult>(string? form, Func<Task<TResult>> verb, Func<TResult, IActionResult> goOn)
        where TResult : Result
    {
        Typed |= TypedHead.IsIn(Request);
        var kept = await typed.KeepAsync(Actor, Id, Request, Cancel);
        return kept.Failure is { } refused
            ? await AnswerAsync(form, () => Task.FromResult(Result.Of(refused)), _ => Page())
            : await AnswerAsync(form, verb, goOn);
    }

    protected override async Task<Failure?> LoadAsync()
    {
        if (await imports.FindAsync(Actor, Id, Cancel) is not { } found)
        {
            return Failure.NotFound;
        }

        Found = found;
        Undo = await undo.LastAsync(Actor, UndoStep.OfImport(Id), Cancel);
        Units = await directory.UnitsAsync(Cancel);
        Fields = await directory.FieldsAsync(Cancel);
        if (Posted == nameof(Head))
        {
            return null;
        }

        Head = EditImportHead.Of(found.Draft);
        if (Typed)
        {
            await typed.ShowAsync(Actor, Id, Request, ModelState, Cancel);
        }

        return null;
    }
}
