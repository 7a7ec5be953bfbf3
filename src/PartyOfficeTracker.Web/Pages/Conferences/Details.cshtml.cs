using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Conferences;

public sealed class DetailsModel(
    ConferenceReader reader, ConferencePaper paper, MinutesPaper minutes, ConferenceService conferences, UnitDirectory units)
    : ListPageModel, IFormOf<ReopenConference>
{
    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>The section of a long conference that is shown whole.</summary>
    [BindProperty(SupportsGet = true)]
    public RowKind? Section { get; set; }

    /// <summary>The row somebody comes for, in whichever section it is.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Row { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public bool ReasonMissing { get; private set; }

    [BindProperty]
    public ReplanConference Plan { get; set; } = new();

    public bool IsReplanning => Posted == nameof(Plan);

    public ConferenceDetails Found { get; private set; } = null!;

    /// <summary>Twelve sections of ten rows each are a page of sixty kilobytes.</summary>
    public Folding Shown => field ??= Folding.Of(Found.Rows, atFirst: 10, Section, Row);

    private string Address => $"/conferences/{Id}";

    public Guid Version => Conflict?.Version ?? Found.Head.Version;

    /// <summary>A draft leaves the house by the hand of those who write it only.</summary>
    public bool CanTakeAlong => Actor.WritesConferences || Found.Head.State != ConferenceState.Draft;

    /// <summary>A cancelled conference has nothing that could be seen; it is planned anew first.</summary>
    public bool CanBePublished => Found.Head.Course != ConferenceCourse.Cancelled;

    public bool MayPublish => !Found.LeadPublishes || Actor.Role == UserRole.Lead;

    public bool CanAssignAll => Actor.WritesConferences && Found.Head.State != ConferenceState.Closed;

    public async Task<IActionResult> OnGetAsync() => As == PaperFormat.Docx
        ? Paper(await minutes.MakeAsync(Actor, Id, Cancel))
        : await ListAsync(() => paper.MakeOfAsync(Actor, Id, Cancel));

    public Task<IActionResult> OnPostPublishAsync(Guid version) =>
        AnswerAsync(null, () => conferences.PublishAsync(Actor, Id, version, Cancel), "Conference.WasPublished", Address);

    public Task<IActionResult> OnPostReplanAsync(Guid version) =>
        AnswerAsync(nameof(Plan), () => conferences.ReplanAsync(Actor, Id, version, Plan, Cancel), "Conference.WasReplanned", Address);

    public Task<IActionResult> OnPostAskCheckAsync(Guid version) =>
        AnswerAsync(null, () => conferences.AskCheckAsync(Actor, Id, version, Cancel), "Conference.WasHandedIn", Address);

    public Task<IActionResult> OnPostGiveBackAsync(Guid version)
    {
        var command = new ReopenConference { Reason = Reason };
        return AnswerAsync("", () => conferences.GiveBackAsync(Actor, Id, version, command, Cancel), "Conference.WasGivenBack", Address);
    }

    public Task<IActionResult> OnPostCloseAsync(Guid version) =>
        AnswerAsync(null, () => conferences.CloseAsync(Actor, Id, version, Cancel), "Conference.WasClosed", Address);

    public Task<IActionResult> OnPostDiscardAsync(Guid version) =>
        AnswerAsync(null, () => conferences.DiscardAsync(Actor, Id, version, Cancel), "Conference.WasDiscarded", "/conferences/deleted");

    public Task<IActionResult> OnPostReviewedAsync(Guid version) =>
        AnswerAsync(null, () => conferences.MarkFullTextReviewedAsync(Actor, Id, version, Cancel), "Common.Saved", Address);

    public Task<IActionResult> OnPostReopenAsync(Guid version)
    {
        ReasonMissing = true;
        var command = new ReopenConference { Reason = Reason };
        return AnswerAsync("", () => conferences.ReopenAsync(Actor, Id, version, command, Cancel), "Conference.WasReopened", Address);
    }

    public Task<IActionResult> OnPostUnpublishAsync(Guid version)
    {
        ReasonMissing = true;
        var command = new ReopenConference { Reason = Reason };
        return AnswerAsync("", () => conferences.UnpublishAsync(Actor, Id, version, command, Cancel), "Conference.WasUnpublished", Address);
    }

    public string UnitName(int? id) => _names.Unit(id, Found.Head.Date);

    public string FieldName(int? id) => _names.Field(id) ?? "";

    public string Progress(RowKind kind, int entered) =>
        Found.Expected(kind) is { } expected ? L["Conference.Progress", entered, expected] : L["Conference.Entered", entered];

    /// <summary>Asks before publishing, and says what is missing against the count made beforehand.</summary>
    public string PublishQuestion => Question("Conference.PublishConfirm", "Conference.PublishIncomplete");

    public string AskCheckQuestion => Question("Conference.AskCheckConfirm", "Conference.AskCheckIncomplete");

    public string CloseQuestion => Found.Work.Open == 0 ? L["Conference.CloseConfirm"] : L["Conference.CloseOpen", Found.Work.Open];

    public string UnpublishQuestion =>
        L["Conference.UnpublishConfirm", Found.Work.Units, Found.Work.Assignments, Found.Work.Reported];

    protected override async Task<Failure?> LoadAsync()
    {
        if (await reader.FindAsync(Actor, Id, Cancel) is not { } found)
        {
            return Failure.NotFound;
        }

        Found = found;
        _names = await units.NamesAsync(Cancel);
        Plan = IsReplanning ? Plan : new ReplanConference { Course = found.Head.Course, Reason = found.Head.CourseReason };
        return null;
    }

    private string Question(string complete, string incomplete)
    {
        var missing = Enum.GetValues<RowKind>()
            .Where(k => Found.Rows[k].Count() < Found.Expected(k))
            .Select(k => $"{L.Of(k)}: {Progress(k, Found.Rows[k].Count())}")
            .ToList();
        var question = missing.Count == 0 ? L[complete] : L[incomplete, string.Join("; ", missing)];
        return Found.Head.FullTextReviewedAt is null ? L["Conference.PublishUnchecked"] + " " + question : question;
    }
}
