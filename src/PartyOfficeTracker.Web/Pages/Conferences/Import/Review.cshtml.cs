using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Import;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Conferences.Import;

/// <summary>The report beside what was read from it. Nothing becomes a conference until the clerk takes it over.</summary>
public sealed class ReviewModel(ImportService imports, ImportRowService rows, TakeOverService takeOvers, UnitDirectory directory, IStringLocalizer<Strings> text, TimeProvider time)
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

    [BindProperty]
    public EditImportHead Head { get; set; } = new();

    [BindProperty]
    public EditImportRow Input { get; set; } = new();

    [BindProperty]
    public AddImportRow New { get; set; } = new();

    public ImportReview Found { get; private set; } = null!;

    /// <summary>The row whose post failed.</summary>
    public int? FailedRow { get; private set; }

    public IReadOnlyList<UnitInfo> Units { get; private set; } = [];

    public IReadOnlyList<FieldInfo> Fields { get; private set; } = [];

    /// <summary>The day names of units are those of.</summary>
    public DateOnly Day => Found.Draft.Date ?? time.TodayInHanoi();

    public IEnumerable<UnitInfo> UnitsOfTheDay => Units.Where(u => u.IsValidOn(Day));

    public IHtmlContent Source => SourceMarks.Of(Found, text);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
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

    public async Task<IActionResult> OnPostHeadAsync()
    {
        if (!IsValid(nameof(Head)))
        {
            return await LoadAsync(keepHead: true) ? Invalid() : NotFound();
        }

        var result = await imports.EditHeadAsync(Actor, Id, Head, Cancel);
        return result.Failure is { } failure ? await ShowHeadAsync(failure) : Back("head", text["Common.Saved"]);
    }

    /// <param name="row">The row the key was pressed on.</param>
    /// <param name="action">What to do with it.</param>
    /// <param name="kind">Where it moves to.</param>
    /// <param name="version">The row as the page showed it.</param>
    public async Task<IActionResult> OnPostActAsync(int row, ImportRowAction action, RowKind kind, Guid version)
    {
        Edit = null;
        if (!IsValid(nameof(action)))
        {
            return await ShowRowAsync(row, null);
        }

        var result = await rows.ActAsync(Actor, Id, row, new ActOnImportRow(action, kind, version), Cancel);
        return result.Failure is { } failure ? await ShowRowAsync(row, failure) : ToRow(result.Value);
    }

    /// <param name="row">The row that was edited.</param>
    public async Task<IActionResult> OnPostEditAsync(int row)
    {
        Edit = row;
        if (!IsValid(nameof(Input)))
        {
            return await ShowRowAsync(row, null);
        }

        var result = await rows.EditAsync(Actor, Id, row, Input, Cancel);
        return result.Failure is { } failure ? await ShowRowAsync(row, failure) : ToRow(result.Value);
    }

    public async Task<IActionResult> OnPostNewAsync()
    {
        if (!IsValid(nameof(New)))
        {
            return await LoadAsync() ? Invalid() : NotFound();
        }

        var result = await rows.AddAsync(Actor, Id, New, Cancel);
        return result.Failure is not { } failure ? ToRow(result.Value) : await LoadAsync() ? Fail(failure, nameof(New)) : NotFound();
    }

    public async Task<IActionResult> OnPostTakeOverAsync(bool separate)
    {
        if (!IsValid(nameof(Head)))
        {
            return await LoadAsync(keepHead: true) ? Invalid() : NotFound();
        }

        var result = await takeOvers.TakeOverAsync(Actor, Id, Head, new TakeOver { IsSeparate = separate }, Cancel);
        return result.Failure is { } failure ? await ShowHeadAsync(failure) : ToConference(result.Value);
    }

    /// <param name="into">The conference the report is a second source of.</param>
    /// <param name="version">The draft as the page showed it.</param>
    /// <param name="rows">The new rows that were ticked.</param>
    public async Task<IActionResult> OnPostAddAsync(int into, Guid version, List<int> rows)
    {
        ModelState.Clear();
        var result = await takeOvers.AddToExistingAsync(Actor, Id, new TakeOver { Into = into, Rows = rows, Version = version }, Cancel);
        return result.Failure is { } failure ? await LoadAsync() ? Fail(failure, "") : NotFound() : ToConference(result.Value);
    }

    public async Task<IActionResult> OnPostDiscardAsync()
    {
        var result = await imports.DiscardAsync(Actor, Id, Cancel);
        if (result.Failure is { } failure)
        {
            return failure.Kind == FailureKind.Conflict && await LoadAsync() ? Fail(failure) : NotFound();
        }

        StatusMessage = text["Import.WasDiscarded"];
        return LocalRedirect("/conferences/import");
    }

    /// <summary>Why a value is not simply the text's own: in words.</summary>
    public string? Reason(string? code) => code is null ? null : text["Import.Reason." + code].Value;

    private LocalRedirectResult ToConference(int id)
    {
        StatusMessage = text["Import.WasTakenOver"];
        return LocalRedirect($"/conferences/{id}");
    }

    private LocalRedirectResult ToRow(int row) => LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/conferences/import/{Id}?at={row}#row-{row}"));

    private LocalRedirectResult Back(string anchor, string? message)
    {
        StatusMessage = message;
        return LocalRedirect($"/conferences/import/{Id}#{anchor}");
    }

    private async Task<IActionResult> ShowRowAsync(int row, Failure? failure)
    {
        FailedRow = row;
        At = row;
        return !await LoadAsync() ? NotFound() : failure is null ? Invalid() : Fail(failure);
    }

    private async Task<IActionResult> ShowHeadAsync(Failure failure) => await LoadAsync(keepHead: true) ? Fail(failure, nameof(Head)) : NotFound();

    private async Task<bool> LoadAsync(bool keepHead = false)
    {
        if (await imports.FindAsync(Actor, Id, Cancel) is not { } found)
        {
            return false;
        }

        Found = found;
        Units = await directory.UnitsAsync(Cancel);
        Fields = await directory.FieldsAsync(Cancel);
        Head = keepHead ? Head : EditImportHead.Of(found.Draft);
        return true;
    }
}
