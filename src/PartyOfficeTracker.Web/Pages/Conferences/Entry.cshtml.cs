using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Conferences;

/// <summary>Forty rows in one sitting: add, edit, reorder and move rows without leaving the page.</summary>
[RequestSizeLimit(MaximumFormBytes)]
[RequestFormLimits(ValueLengthLimit = MaximumFormBytes, MultipartBodyLengthLimit = MaximumFormBytes)]
public sealed class EntryModel(
    ConferenceReader reader, MinutesService minutes, ParticipantService participants, UnitDirectory units) : AppPageModel, IFormOf<CiteDocuments>
{
    /// <summary>Room for a 5 MB report whose letters are percent-encoded.</summary>
    private const int MaximumFormBytes = 32 * 1024 * 1024;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>The row whose form is open.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Edit { get; set; }

    /// <summary>The chair or connection point whose values fill its form.</summary>
    [BindProperty(SupportsGet = true)]
    public PartKey? Part { get; set; }

    /// <summary>The row the keyboard is on after a move.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Focus { get; set; }

    /// <summary>The kind a row was just added to: the keyboard goes on there.</summary>
    [BindProperty(SupportsGet = true)]
    public RowKind? Added { get; set; }

    /// <summary>The section of a long conference that is open.</summary>
    [BindProperty(SupportsGet = true)]
    public RowKind? Section { get; set; }

    [BindProperty]
    public AddRows Add { get; set; } = new();

    [BindProperty]
    public EditRow Input { get; set; } = new();

    [BindProperty]
    public AddPerson Chair { get; set; } = new();

    [BindProperty]
    public AddPoint Point { get; set; } = new();

    [BindProperty]
    public AddSource NewSource { get; set; } = new();

    [BindProperty]
    public string? Citations { get; set; }

    /// <summary>A section of a long conference that is not open has neither rows nor a box.</summary>
    public Folding Shown => field ??= Folding.Of(Found.Rows, atFirst: 0, FailedKind ?? Added ?? Section, EditedRow ?? Focus);

    private string Address => $"/conferences/{Id}/entry";

    private string Parts => Address + "#parts";

    public ConferenceDetails Found { get; private set; } = null!;

    public NameBook Names { get; private set; } = NameBook.Empty;

    /// <summary>What a directive may be meant to cure.</summary>
    public IReadOnlyList<MinutesRow> Curable => [.. Found.Rows[RowKind.Shortcoming], .. Found.Rows[RowKind.Obstacle]];

    /// <summary>The kind whose quick entry failed and keeps what was typed.</summary>
    public RowKind? FailedKind { get; private set; }

    /// <summary>The row whose form the page shows.</summary>
    public int? EditedRow { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } missing)
        {
            return Fail(missing);
        }

        if (Found.Head.State == ConferenceState.Closed)
        {
            return Done(L["Conference.ClosedIsReadOnly"], $"/conferences/{Id}");
        }

        Chair = AddPerson.Of(Found.Chairs.FirstOrDefault(c => Part == new PartKey(ConferencePart.Chair, c.Id)));
        Point = AddPoint.Of(Found.Points.FirstOrDefault(p => Part == new PartKey(ConferencePart.Point, p.Id)));
        if (Edit is { } row)
        {
            if (await minutes.FormAsync(Actor, Id, row, Cancel) is not { } form)
            {
                return NotFound();
            }

            EditedRow = row;
            Input = form;
        }

        return Page();
    }

    public Task<IActionResult> OnPostAddAsync()
    {
        FailedKind = Add.Kind;
        return AnswerAsync(
            nameof(Add), () => minutes.AddAsync(Actor, Id, Add, Cancel), first => To($"added={Add.Kind}&from={first.Value}", $"?added={Add.Kind}"));
    }

    public async Task<IActionResult> OnPostEditAsync()
    {
        if (Edit is not { } row)
        {
            return NotFound();
        }

        EditedRow = row;
        return await AnswerAsync(nameof(Input), () => minutes.EditAsync(Actor, Id, row, Input, Cancel), _ => To($"row={row}", $"?focus={row}"));
    }

    public async Task<IActionResult> OnPostDeleteAsync()
    {
        if (Edit is not { } row)
        {
            return NotFound();
        }

        EditedRow = row;
        return await AnswerAsync(
            nameof(Input), () => minutes.DeleteAsync(Actor, Id, row, Input.Version, Input.Reason, Cancel), _ => To($"", $"#s-{Input.Kind}"));
    }

    public async Task<IActionResult> OnPostMoveAsync(RowStep? move) => move is { } step
        ? await AnswerAsync(null, () => minutes.MoveAsync(Actor, Id, step.Row, step.By, Cancel), _ => To($"", $"?focus={step.Row}"))
        : NotFound();

    public Task<IActionResult> OnPostChairAsync() =>
        AnswerAsync(nameof(Chair), () => participants.SaveChairAsync(Actor, Id, Chair, Cancel), null, Parts);

    public Task<IActionResult> OnPostPointAsync() =>
        AnswerAsync(nameof(Point), () => participants.SavePointAsync(Actor, Id, Point, Cancel), null, Parts);

    public Task<IActionResult> OnPostSourceAsync() =>
        AnswerAsync(nameof(NewSource), () => participants.AddSourceAsync(Actor, Id, NewSource, Cancel), null, Parts);

    public Task<IActionResult> OnPostCitationsAsync() =>
        AnswerAsync("", () => participants.AddCitationsAsync(Actor, Id, new CiteDocuments { Citations = Citations }, Cancel), null, Parts);

    /// <summary>A button of a chair, connection point, citation or source: it goes, or changes places with its neighbour.</summary>
    public async Task<IActionResult> OnPostPartAsync(PartKey? remove, PartKey? up, PartKey? down)
    {
        if (remove is { } gone)
        {
            return await AnswerAsync(null, () => participants.RemoveAsync(Actor, Id, gone.Part, gone.Id, Cancel), null, Parts);
        }

        return (up ?? down) is { } moved
            ? await AnswerAsync(null, () => participants.MoveAsync(Actor, Id, moved.Part, moved.Id, up is null ? 1 : -1, Cancel), null, Parts)
            : NotFound();
    }

    /// <summary>What quick entry of a kind starts with.</summary>
    public AddRows StartOf(RowKind kind) => FailedKind == kind ? Add : AddRows.After(Found.Rows[kind].LastOrDefault(), kind);

    public string Progress(RowKind kind)
    {
        var entered = Found.Rows[kind].Count();
        return Found.Expected(kind) is { } expected ? L["Conference.Progress", entered, expected] : L["Conference.Entered", entered];
    }

    /// <summary>
    /// The script is sent what has changed, a browser without it the page; sent to a part of a page, a browser would ignore autofocus.
    /// </summary>
    /// <param name="part">The query of <see cref="RowsModel"/>.</param>
    /// <param name="page">What follows the page's address.</param>
    private LocalRedirectResult To(FormattableString part, FormattableString page) => LocalRedirect(
        Request.Headers.ContainsKey("HX-Request") ? $"{Address}/rows?{FormattableString.Invariant(part)}" : Address + FormattableString.Invariant(page));

    protected override async Task<Failure?> LoadAsync()
    {
        if (await reader.FindAsync(Actor, Id, Cancel) is not { } found)
        {
            return Failure.NotFound;
        }

        Found = found;
        Names = await units.NamesAsync(Cancel);
        return null;
    }
}
