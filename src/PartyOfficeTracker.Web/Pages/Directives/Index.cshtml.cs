using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Directives;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Directives;

public sealed class IndexModel(DirectiveReader directives, DirectivePaper paper, UnitDirectory units, TimeProvider time) : ListPageModel
{
    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true)]
    public int? Conference { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Field { get; set; }

    [BindProperty(SupportsGet = true, Name = "unit")]
    public int? UnitId { get; set; }

    [BindProperty(SupportsGet = true)]
    public Addressee? Addressee { get; set; }

    [BindProperty(SupportsGet = true)]
    public DeadlineKind? Deadline { get; set; }

    [BindProperty(SupportsGet = true)]
    public AssignmentState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public Urgency? Urgency { get; set; }

    [BindProperty(SupportsGet = true)]
    public DirectiveProgress? Progress { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    public IReadOnlyList<FieldInfo> Fields => _names.Fields;

    public IEnumerable<UnitInfo> Units => _names.Units.Where(u => u.IsValidOn(Today) || u.Id == UnitId);

    public DateOnly Today => time.TodayInHanoi();

    public PagedList<DirectiveListItem> List { get; private set; } = new([], 0, null);

    private Sort? Sort => Sort.Parse(SortBy, DirectiveReader.SortColumns);

    private DirectiveFilter Filter => new(Conference, Year, Field, Addressee, Deadline, State, Urgency, Progress, Text, After)
    {
        UnitId = UnitId,
        Sort = Sort,
        Size = RowsOr(DirectiveReader.PageSize),
    };

    public Task<IActionResult> OnGetAsync() => ListAsync(() => paper.MakeAsync(Actor, Filter, Cancel));

    protected override async Task<Failure?> LoadAsync()
    {
        _names = await units.NamesAsync(Cancel);
        List = await directives.ListAsync(Actor, Filter, Cancel);
        await LoadToolsAsync(Sort, List.IsUnsorted);
        return null;
    }

    public string UnitName(int? id, DateOnly day) => _names.Unit(id, day);
}
