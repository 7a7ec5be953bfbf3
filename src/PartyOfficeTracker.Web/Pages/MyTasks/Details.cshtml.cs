using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.MyTasks;

/// <summary>One assignment: what it asks, where it comes from, what was reported, and the form to report.</summary>
[RequestSizeLimit(MaximumRequestBytes)]
public sealed class DetailsModel(TaskReader tasks, RowHistory rows, ReportService reports, UnitDirectory units) : AppPageModel
{
    public const int MaximumRequestBytes = FileRules.MaximumBytes + (1024 * 1024);

    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public ReportInput Input { get; set; } = new();

    [BindProperty]
    public DecideReport Decision { get; set; } = new();

    [BindProperty]
    public SuspendTask Pause { get; set; } = new();

    public TaskDetails Found { get; private set; } = null!;

    /// <summary>What was changed in the directive since the unit could read it.</summary>
    public IReadOnlyList<RowChange> Changes { get; private set; } = [];

    private string Address => $"/my-tasks/{Id}";

    public bool CanPause => Actor.DecidesOnReports && !Found.State.IsCompleted();

    public bool CanReport =>
        (Actor.Role == UserRole.Province ? Actor.UnitId == Found.Assignment.UnitId : Actor.WritesConferences)
        && Found.Assignment.IsOpen && Found.State != AssignmentState.Suspended;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } missing)
        {
            return Fail(missing);
        }

        if (!Found.IsRead && Actor.Role == UserRole.Province)
        {
            // The mark is a change of the assignment: the form must carry the version after it.
            await reports.MarkReadAsync(Actor, Id, Cancel);
            await LoadAsync();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostReportAsync()
    {
        var command = await Input.ToCommandAsync(Cancel);
        return await AnswerAsync(
            nameof(Input),
            () => reports.ReportProgressAsync(Actor, Id, command, Cancel),
            _ => Done(L["Report.Saved"] + Uploads.WhyUnseen(L, command.File), Address));
    }

    public Task<IActionResult> OnPostDecideAsync() =>
        AnswerAsync(nameof(Decision), () => reports.DecideAsync(Actor, Id, Decision, Cancel), "Report.Decided", Address);

    public Task<IActionResult> OnPostSuspendAsync() =>
        AnswerAsync(nameof(Pause), () => reports.SuspendAsync(Actor, Id, Pause, Cancel), "Task.WasSuspended", Address);

    public Task<IActionResult> OnPostResumeAsync() =>
        AnswerAsync(nameof(Pause), () => reports.ResumeAsync(Actor, Id, Pause, Cancel), "Task.WasResumed", Address);

    public string UnitName(int id) => _names.Unit(id, id == Found.Assignment.GivenToId ? Found.Conference.Date : Found.Day.Today);

    /// <summary>Leads to the sheet of the unit that answers.</summary>
    public string UnitCode => _names.Units.First(u => u.Id == Found.Assignment.UnitId).Code;

    public string NameOf(int unitId) => UnitName(unitId);

    protected override async Task<Failure?> LoadAsync()
    {
        if (await tasks.FindAsync(Actor, Id, Cancel) is not { } found)
        {
            return Failure.NotFound;
        }

        Found = found;
        _names = await units.NamesAsync(Cancel);
        Changes = await rows.ChangesAsync(Actor, found.Directive, found.Conference.PublishedAt, Cancel);
        return null;
    }
}

/// <summary>The report form as posted; the file is read only when the command is made.</summary>
public sealed record ReportInput : IFormOf<ReportProgress>
{
    public string? Text { get; init; }

    public int? Percent { get; init; }

    public DateOnly? HappenedOn { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    public string? ReceivedBy { get; init; }

    public IFormFile? File { get; init; }

    public int? Corrects { get; init; }

    public string? CorrectedBecause { get; init; }

    public Guid Version { get; init; }

    public async Task<ReportProgress> ToCommandAsync(CancellationToken cancel) => new()
    {
        Text = Text,
        Percent = Percent,
        HappenedOn = HappenedOn,
        DocumentNumber = DocumentNumber,
        DocumentDate = DocumentDate,
        ReceivedBy = ReceivedBy,
        File = await File.ToFileAsync(cancel),
        Corrects = Corrects,
        CorrectedBecause = CorrectedBecause,
        Version = Version,
    };
}
