using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.MyTasks;

/// <summary>One assignment: what it asks, where it comes from, what was reported, and the form to report.</summary>
[RequestSizeLimit(MaximumRequestBytes)]
public sealed class DetailsModel(TaskReader tasks, ReportService reports, UnitDirectory units, IStringLocalizer<Strings> text) : AppPageModel
{
    private const int MaximumRequestBytes = FileRules.MaximumBytes + (1024 * 1024);

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

    public bool CanPause => Actor.DecidesOnReports && !Found.State.IsCompleted();

    public bool CanReport =>
        (Actor.Role == UserRole.Province ? Actor.UnitId == Found.Assignment.UnitId : Actor.WritesConferences)
        && Found.Assignment.IsOpen && Found.State != AssignmentState.Suspended;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
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
        if (!IsValid(nameof(Input)))
        {
            return await LoadAsync() ? Invalid() : NotFound();
        }

        var command = await Input.ToCommandAsync(Cancel);
        var result = await reports.ReportProgressAsync(Actor, Id, command, Cancel);
        var unseen = result.Succeeded && command.File is { } file && FileDoor.IsUnseen(file.Content, file.FileName)
            ? " " + text["File.NotSeen", FileRules.SafeName(file.FileName)]
            : "";
        return await AnswerAsync(result, nameof(Input), text["Report.Saved"] + unseen);
    }

    public async Task<IActionResult> OnPostDecideAsync()
    {
        if (!IsValid(nameof(Decision)))
        {
            return await LoadAsync() ? Invalid() : NotFound();
        }

        return await AnswerAsync(await reports.DecideAsync(Actor, Id, Decision, Cancel), nameof(Decision), text["Report.Decided"]);
    }

    public async Task<IActionResult> OnPostSuspendAsync() =>
        await AnswerAsync(await reports.SuspendAsync(Actor, Id, Pause, Cancel), nameof(Pause), text["Task.WasSuspended"]);

    public async Task<IActionResult> OnPostResumeAsync() =>
        await AnswerAsync(await reports.ResumeAsync(Actor, Id, Pause, Cancel), nameof(Pause), text["Task.WasResumed"]);

    public string UnitName(int id) => _names.Unit(id, id == Found.Assignment.GivenToId ? Found.Conference.Date : Found.Day.Today);

    public string NameOf(int unitId) => UnitName(unitId);

    private async Task<IActionResult> AnswerAsync(Result result, string prefix, string done)
    {
        if (result.Failure is { } failure)
        {
            return await LoadAsync() ? Fail(failure, prefix) : NotFound();
        }

        StatusMessage = done;
        return LocalRedirect($"/my-tasks/{Id}");
    }

    private async Task<bool> LoadAsync()
    {
        if (await tasks.FindAsync(Actor, Id, Cancel) is not { } found)
        {
            return false;
        }

        Found = found;
        _names = await units.NamesAsync(Cancel);
        return true;
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

    public async Task<ReportProgress> ToCommandAsync(CancellationToken cancel)
    {
        UploadedFile? file = null;
        if (File is { Length: > 0 })
        {
            using var content = new MemoryStream();
            await File.CopyToAsync(content, cancel);
            file = new UploadedFile(File.FileName, content.ToArray());
        }

        return new ReportProgress
        {
            Text = Text,
            Percent = Percent,
            HappenedOn = HappenedOn,
            DocumentNumber = DocumentNumber,
            DocumentDate = DocumentDate,
            ReceivedBy = ReceivedBy,
            File = file,
            Corrects = Corrects,
            CorrectedBecause = CorrectedBecause,
            Version = Version,
        };
    }
}
