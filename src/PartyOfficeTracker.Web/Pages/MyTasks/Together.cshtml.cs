using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.MyTasks;

/// <summary>One paper reported on several tasks at once: those of one unit, or those of one directive.</summary>
[RequestSizeLimit(DetailsModel.MaximumRequestBytes)]
public sealed class TogetherModel(ReportService reports, UnitDirectory units, TimeProvider time) : AppPageModel
{
    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true)]
    public int? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Directive { get; set; }

    [BindProperty]
    public ReportTogether Input { get; set; } = new();

    /// <summary>The paper itself.</summary>
    [BindProperty(Name = "Input.File")]
    public IFormFile? Paper { get; set; }

    public IReadOnlyList<Assignment> Tasks { get; private set; } = [];

    /// <summary>What became of each, once it was done.</summary>
    public IReadOnlyDictionary<int, StepOutcome>? Outcomes { get; private set; }

    /// <summary>What is said of a file nothing could look into.</summary>
    public string? Unseen { get; private set; }

    public bool IsOwn => Actor.Role == UserRole.Province;

    public Task<IActionResult> OnGetAsync() => IsOwn || Actor.WritesConferences ? ShowAsync() : Task.FromResult<IActionResult>(Forbid());

    public async Task<IActionResult> OnPostAsync()
    {
        // Read before: a task that is reported on stays in the list that says so.
        await LoadAsync();
        var before = Tasks;
        var file = await Paper.ToFileAsync(Cancel);
        return await AnswerAsync(nameof(Input), () => reports.ReportTogetherAsync(Actor, Input, file, Cancel), done =>
        {
            Outcomes = done.Value.ToDictionary(o => o.AssignmentId);
            Tasks = before;
            Unseen = Uploads.WhyUnseen(L, file);
            return Page();
        });
    }

    /// <summary>What was typed for a task.</summary>
    public TogetherTask Typed(int id) => Input.Tasks.Find(t => t.Id == id) ?? new TogetherTask();

    public string UnitName(int id) => _names.Unit(id, time.TodayInHanoi());

    protected override async Task<Failure?> LoadAsync()
    {
        _names = await units.NamesAsync(Cancel);
        Tasks = await reports.OpenAsync(Actor, Unit, Directive, Cancel);
        return null;
    }
}
