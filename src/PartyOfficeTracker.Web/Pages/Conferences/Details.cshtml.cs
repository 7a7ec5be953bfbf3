using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Conferences;

public sealed class DetailsModel(
    ConferenceReader reader, ConferenceService conferences, AssignmentService assignments, UnitDirectory units, IStringLocalizer<Strings> text)
    : AppPageModel, IFormOf<ReopenConference>
{
    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public bool ReasonMissing { get; private set; }

    public ConferenceDetails Found { get; private set; } = null!;

    public Guid Version => Conflict?.Version ?? Found.Head.Version;

    public bool CanAssignAll => Actor.WritesConferences && Found.Head.State != ConferenceState.Closed;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public Task<IActionResult> OnPostPublishAsync(Guid version) =>
        DoAsync(() => conferences.PublishAsync(Actor, Id, version, Cancel), text["Conference.WasPublished"]);

    public Task<IActionResult> OnPostCloseAsync(Guid version) =>
        DoAsync(() => conferences.CloseAsync(Actor, Id, version, Cancel), text["Conference.WasClosed"]);

    public Task<IActionResult> OnPostReviewedAsync(Guid version) =>
        DoAsync(() => conferences.MarkFullTextReviewedAsync(Actor, Id, version, Cancel), text["Common.Saved"]);

    public Task<IActionResult> OnPostReopenAsync(Guid version)
    {
        ReasonMissing = true;
        return DoAsync(() => conferences.ReopenAsync(Actor, Id, version, new ReopenConference { Reason = Reason }, Cancel), text["Conference.WasReopened"]);
    }

    public async Task<IActionResult> OnPostAssignAsync(UnitClass assignClass)
    {
        var result = await assignments.AssignConferenceAsync(Actor, Id, new AssignUnits { Class = assignClass }, Cancel);
        return await AnswerAsync(result, result.Succeeded ? text["Assign.Made", result.Value] : "");
    }

    public string UnitName(int? id) => _names.Unit(id, Found.Head.Date);

    public string FieldName(int? id) => _names.Field(id) ?? "";

    public string Progress(RowKind kind, int entered) =>
        Found.Expected(kind) is { } expected ? text["Conference.Progress", entered, expected] : text["Conference.Entered", entered];

    /// <summary>Asks before publishing, and says what is missing against the count made beforehand.</summary>
    public string PublishQuestion
    {
        get
        {
            var missing = Enum.GetValues<RowKind>()
                .Where(k => Found.Rows[k].Count() < Found.Expected(k))
                .Select(k => $"{text.Of(k)}: {Progress(k, Found.Rows[k].Count())}")
                .ToList();
            return missing.Count == 0
                ? text["Conference.PublishConfirm"]
                : text["Conference.PublishIncomplete", string.Join("; ", missing)];
        }
    }

    private async Task<IActionResult> DoAsync(Func<Task<Result>> verb, string done) => await AnswerAsync(await verb(), done);

    private async Task<IActionResult> AnswerAsync(Result result, string done)
    {
        if (result.Failure is { } failure)
        {
            return await LoadAsync() ? Fail(failure, prefix: "") : NotFound();
        }

        StatusMessage = done;
        return LocalRedirect($"/conferences/{Id}");
    }

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
