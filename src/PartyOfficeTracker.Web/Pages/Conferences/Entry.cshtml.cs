using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Conferences;

/// <summary>Forty rows in one sitting: add, edit, reorder and move rows without leaving the page.</summary>
[RequestSizeLimit(MaximumFormBytes)]
[RequestFormLimits(ValueLengthLimit = MaximumFormBytes, MultipartBodyLengthLimit = MaximumFormBytes)]
public sealed class EntryModel(
    ConferenceReader reader, MinutesService minutes, ParticipantService participants, UnitDirectory units, IStringLocalizer<Strings> text)
    : AppPageModel, IFormOf<CiteDocuments>
{
    private NameBook _names = NameBook.Empty;

    /// <summary>Room for a 5 MB report whose letters are percent-encoded.</summary>
    private const int MaximumFormBytes = 32 * 1024 * 1024;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>The row whose form is open.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Edit { get; set; }

    /// <summary>The chair or connection point whose values fill its form: "Chair:4".</summary>
    [BindProperty(SupportsGet = true)]
    public string? Part { get; set; }

    /// <summary>The row the keyboard is on after a move.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Focus { get; set; }

    /// <summary>The kind a row was just added to: the keyboard goes on there.</summary>
    [BindProperty(SupportsGet = true)]
    public RowKind? Added { get; set; }

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

    public ConferenceDetails Found { get; private set; } = null!;

    public IReadOnlyList<UnitInfo> Units => _names.Units;

    public IReadOnlyList<FieldInfo> Fields => _names.Fields;

    /// <summary>The kind whose quick entry failed and keeps what was typed.</summary>
    public RowKind? FailedKind { get; private set; }

    /// <summary>The row whose form the page shows.</summary>
    public int? EditedRow { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (Found.Head.State == ConferenceState.Closed)
        {
            StatusMessage = text["Conference.ClosedIsReadOnly"];
            return LocalRedirect($"/conferences/{Id}");
        }

        FillPart();
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

    public async Task<IActionResult> OnPostAddAsync()
    {
        if (!IsValid(nameof(Add)))
        {
            return await ShowAddAsync(null);
        }

        var result = await minutes.AddAsync(Actor, Id, Add, Cancel);
        return result.Failure is { } failure ? await ShowAddAsync(failure) : LocalRedirect($"/conferences/{Id}/entry?added={Add.Kind}");
    }

    public async Task<IActionResult> OnPostEditAsync()
    {
        if (Edit is not { } row)
        {
            return NotFound();
        }

        if (!IsValid(nameof(Input)))
        {
            return await ShowEditAsync(row, null);
        }

        var result = await minutes.EditAsync(Actor, Id, row, Input, Cancel);
        return result.Failure is { } failure ? await ShowEditAsync(row, failure) : BackTo(row);
    }

    public async Task<IActionResult> OnPostDeleteAsync()
    {
        if (Edit is not { } row)
        {
            return NotFound();
        }

        var result = await minutes.DeleteAsync(Actor, Id, row, Input.Version, Cancel);
        return result.Failure is { } failure ? await ShowEditAsync(row, failure) : Back("rows");
    }

    /// <param name="move">"up:12" or "down:12".</param>
    public async Task<IActionResult> OnPostMoveAsync(string? move)
    {
        var parts = move?.Split(':');
        if (parts is not { Length: 2 } || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var row))
        {
            return NotFound();
        }

        var result = await minutes.MoveAsync(Actor, Id, row, parts[0] == "up" ? -1 : 1, Cancel);
        return result.Failure is { } failure ? await ShowAsync(failure, "") : BackTo(row);
    }

    public Task<IActionResult> OnPostChairAsync() =>
        PartAsync(nameof(Chair), () => participants.SaveChairAsync(Actor, Id, Chair, Cancel));

    public Task<IActionResult> OnPostPointAsync() =>
        PartAsync(nameof(Point), () => participants.SavePointAsync(Actor, Id, Point, Cancel));

    public Task<IActionResult> OnPostSourceAsync() =>
        PartAsync(nameof(NewSource), () => participants.AddSourceAsync(Actor, Id, NewSource, Cancel));

    public Task<IActionResult> OnPostCitationsAsync() =>
        PartAsync(nameof(Citations), () => participants.AddCitationsAsync(Actor, Id, new CiteDocuments { Citations = Citations }, Cancel), "");

    /// <param name="remove">"Chair:4".</param>
    public async Task<IActionResult> OnPostRemoveAsync(string? remove)
    {
        var parts = remove?.Split(':');
        if (parts is not { Length: 2 }
            || !Enum.TryParse<ConferencePart>(parts[0], out var part)
            || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out var id))
        {
            return NotFound();
        }

        var result = await participants.RemoveAsync(Actor, Id, part, id, Cancel);
        return result.Failure is { } failure ? await ShowAsync(failure, "") : Back("parts");
    }

    /// <summary>What quick entry starts with: the choices of the last row of the kind, so that nothing is chosen twice.</summary>
    public AddRows StartOf(RowKind kind)
    {
        if (FailedKind == kind)
        {
            return Add;
        }

        var last = Found.Rows[kind].LastOrDefault();
        return last is null
            ? new AddRows { Kind = kind, Addressee = Addressee.ProvincialOffices }
            : new AddRows
            {
                Kind = kind,
                Addressee = last.Addressee == Addressee.OneUnit ? Addressee.NotStated : last.Addressee,
                FieldOfWorkId = kind == RowKind.Directive ? last.FieldOfWorkId : null,
                DeadlineKind = kind == RowKind.Directive ? last.DeadlineKind : default,
                DueOn = kind == RowKind.Directive ? last.DueOn : null,
                DeadlineText = kind == RowKind.Directive ? last.DeadlineText : null,
                SpeakerName = kind.IsRemark() ? last.SpeakerName : null,
            };
    }

    public string FieldName(int? id) => _names.Field(id) ?? "";

    public string Progress(RowKind kind)
    {
        var entered = Found.Rows[kind].Count();
        return Found.Expected(kind) is { } expected ? text["Conference.Progress", entered, expected] : text["Conference.Entered", entered];
    }

    private void FillPart()
    {
        if (Found.Chairs.FirstOrDefault(c => Part == "Chair:" + c.Id.ToString(CultureInfo.InvariantCulture)) is { } chair)
        {
            Chair = new AddPerson { Id = chair.Id, Version = chair.Version, Name = chair.Name, Title = chair.Title };
        }
        else if (Found.Points.FirstOrDefault(p => Part == "Point:" + p.Id.ToString(CultureInfo.InvariantCulture)) is { } point)
        {
            Point = new AddPoint
            {
                Id = point.Id,
                Version = point.Version,
                UnitId = point.UnitId,
                Place = point.Place,
                Room = point.Room,
                ChairName = point.ChairName,
                ChairTitle = point.ChairTitle,
                Attendance = point.Attendance,
            };
        }
    }

    private async Task<IActionResult> PartAsync(string prefix, Func<Task<Result>> verb, string? under = null)
    {
        if (!IsValid(prefix))
        {
            return await LoadAsync() ? Invalid() : NotFound();
        }

        var result = await verb();
        return result.Failure is { } failure ? await ShowAsync(failure, under ?? prefix) : Back("parts");
    }

    private async Task<IActionResult> ShowAddAsync(Failure? failure)
    {
        FailedKind = Add.Kind;
        return failure is null ? await LoadAsync() ? Invalid() : NotFound() : await ShowAsync(failure, nameof(Add));
    }

    private async Task<IActionResult> ShowEditAsync(int row, Failure? failure)
    {
        EditedRow = row;
        return failure is null ? await LoadAsync() ? Invalid() : NotFound() : await ShowAsync(failure, nameof(Input));
    }

    private async Task<IActionResult> ShowAsync(Failure failure, string prefix) =>
        await LoadAsync() ? Fail(failure, prefix) : NotFound();

    private LocalRedirectResult Back(string anchor) => LocalRedirect($"/conferences/{Id}/entry#{anchor}");

    /// <summary>To a row that takes the focus; a browser that is sent to a part of a page ignores autofocus.</summary>
    private LocalRedirectResult BackTo(int row) => LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/conferences/{Id}/entry?focus={row}"));

    private async Task<bool> LoadAsync()
    {
        if (await reader.FindAsync(Actor, Id, Cancel) is not { } found)
        {
            return false;
        }

        Found = found;
        _names = await units.NamesAsync(Cancel);
        return true;
    }
}
