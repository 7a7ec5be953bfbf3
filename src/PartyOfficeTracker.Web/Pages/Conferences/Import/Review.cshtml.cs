using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Import;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Conferences.Import;

/// <summary>The report beside what was read from it. Nothing becomes a conference until the clerk takes it over.</summary>
public sealed class ReviewModel(ImportService imports, TakeOverService takeOvers, UnitDirectory units, IStringLocalizer<Strings> text, TimeProvider time)
    : AppPageModel
{
    private IReadOnlyList<UnitInfo> _units = [];

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public EditImportHead Head { get; set; } = new();

    [BindProperty]
    public EditImportRow Input { get; set; } = new();

    public ImportReview Found { get; private set; } = null!;

    /// <summary>The row whose post failed and keeps what was typed.</summary>
    public int? FailedRow { get; private set; }

    public DateOnly Today => time.TodayInHanoi();

    public IEnumerable<UnitInfo> Organisers => _units.Where(u => u.IsValidOn(Found.Draft.Date ?? Today));

    public IHtmlContent Source => SourceMarks.Of(Found, text);

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostHeadAsync()
    {
        if (!IsValid(nameof(Head)))
        {
            return await LoadAsync(keepHead: true) ? Invalid() : NotFound();
        }

        var result = await imports.EditHeadAsync(Actor, Id, Head, Cancel);
        return result.Failure is { } failure ? await ShowHeadAsync(failure) : Back("head", text["Common.Saved"]);
    }

    /// <param name="row">The row the post is about.</param>
    public async Task<IActionResult> OnPostRowAsync(int row)
    {
        if (!IsValid(nameof(Input)))
        {
            FailedRow = row;
            return await LoadAsync() ? Invalid() : NotFound();
        }

        var result = await imports.EditRowAsync(Actor, Id, row, Input, Cancel);
        if (result.Failure is not { } failure)
        {
            return Back("row-" + result.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        FailedRow = row;
        return await LoadAsync() ? Fail(failure) : NotFound();
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

    private LocalRedirectResult Back(string anchor, string? message = null)
    {
        StatusMessage = message;
        return LocalRedirect($"/conferences/import/{Id}#{anchor}");
    }

    private async Task<IActionResult> ShowHeadAsync(Failure failure) => await LoadAsync(keepHead: true) ? Fail(failure, nameof(Head)) : NotFound();

    private async Task<bool> LoadAsync(bool keepHead = false)
    {
        if (await imports.FindAsync(Actor, Id, Cancel) is not { } found)
        {
            return false;
        }

        Found = found;
        _units = await units.UnitsAsync(Cancel);
        var draft = found.Draft;
        Head = keepHead
            ? Head
            : new EditImportHead
            {
                Title = draft.Title,
                Date = draft.Date,
                Session = draft.Session,
                Kind = draft.Kind,
                Form = draft.Form,
                OrganiserId = draft.OrganiserId,
                Reviewed = draft.Reviewed,
                Ahead = draft.Ahead,
                Outlet = draft.Outlet,
                Author = draft.Author,
                Version = draft.Version,
            };
        return true;
    }
}
