using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.MyTasks;

/// <summary>Assignments by urgency: a province its own, everybody else every unit's.</summary>
public sealed class IndexModel(TaskListReader tasks, TaskPaper paper, UnitDirectory units, TimeProvider time) : ListPageModel
{
    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true, Name = "unit")]
    public int? UnitId { get; set; }

    /// <summary>"today": the chosen unit with all that were merged into it.</summary>
    [BindProperty(SupportsGet = true, Name = "units")]
    public string? OfToday { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Conference { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Directive { get; set; }

    [BindProperty(SupportsGet = true)]
    public AssignmentState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public Urgency? Urgency { get; set; }

    [BindProperty(SupportsGet = true)]
    public ResultGroup? Result { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    public DateOnly Today => time.TodayInHanoi();

    public IReadOnlyList<UnitInfo> Units => _names.Units;

    public UnitInfo? Unit => Units.FirstOrDefault(u => u.Id == (Actor.UnitId ?? UnitId));

    /// <summary>The tasks of one line that is opened.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Key { get; set; }

    /// <summary>"false" for a line each, where the same task of many units would be one.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Group { get; set; } = true;

    /// <summary>Where several units are in the list, the same task of many is one line that opens.</summary>
    public bool CanGroup => Actor.Role != UserRole.Province && Directive is null && UnitId is null && Sort is null;

    public bool IsGrouped => Group && CanGroup;

    public PagedList<TaskGroup> List { get; private set; } = new([], 0, null);

    private Sort? Sort => Sort.Parse(SortBy, TaskListReader.SortColumns);

    public Task<IActionResult> OnGetAsync() => ListAsync(async () => await paper.MakeAsync(Actor, await FilterAsync(), Cancel));

    protected override async Task<Failure?> LoadAsync()
    {
        var filter = await FilterAsync();
        List = IsGrouped ? await tasks.GroupsAsync(Actor, filter, Cancel) : await EachAsync(filter);
        await LoadToolsAsync(Sort, List.IsUnsorted);
        return null;
    }

    private async Task<TaskFilter> FilterAsync()
    {
        _names = await units.NamesAsync(Cancel);
        return new TaskFilter(ChosenUnits(), Year, Conference, Directive, State, Urgency, Result, Text, After)
        {
            Sort = Sort,
            SortKey = Key,
            Size = RowsOr(IsGrouped && As is null ? TaskFilter.GroupsOfAPage : TaskFilter.PageSize),
        };
    }

    private async Task<PagedList<TaskGroup>> EachAsync(TaskFilter filter)
    {
        var list = await tasks.ListAsync(Actor, filter, Cancel);
        return new([.. list.Items.Select(t => new TaskGroup(t, 0, [(t.State, 1)]))], list.Total, list.Next)
        {
            Previous = list.Previous,
            IsUnsorted = list.IsUnsorted,
        };
    }

    private List<int>? ChosenUnits()
    {
        if (UnitId is not { } id)
        {
            return null;
        }

        var byId = Units.ToDictionary(u => u.Id);
        return OfToday == "today" ? [.. Units.Where(u => UnitDirectory.Today(u, byId).Id == id).Select(u => u.Id)] : [id];
    }

    public string UnitName(int id, DateOnly day) => _names.Unit(id, day);
}
