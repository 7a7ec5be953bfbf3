using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Findings;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Findings;

/// <summary>Achievements, shortcomings and obstacles across conferences: what the numbers of a summary open.</summary>
public sealed class IndexModel(FindingReader findings, FindingPaper paper, UnitDirectory units, TimeProvider time) : ListPageModel
{
    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true)]
    public RowKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Reviewed { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Field { get; set; }

    [BindProperty(SupportsGet = true)]
    public Addressee? Addressee { get; set; }

    [BindProperty(SupportsGet = true, Name = "unit")]
    public int? UnitId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    public DateOnly Today => time.TodayInHanoi();

    public IEnumerable<UnitInfo> Units => _names.Units.Where(u => u.IsValidOn(Today) || u.Id == UnitId);

    public IReadOnlyList<FieldInfo> Fields => _names.Fields;

    public PagedList<FindingListItem> List { get; private set; } = new([], 0, null);

    private Sort? Sort => Sort.Parse(SortBy, FindingReader.SortColumns);

    private FindingFilter Filter => new(Kind, Reviewed, Field, Addressee, After)
    {
        UnitId = UnitId,
        Text = Text,
        Sort = Sort,
        Size = RowsOr(FindingReader.PageSize),
    };

    public Task<IActionResult> OnGetAsync() => ListAsync(() => paper.MakeAsync(Actor, Filter, Cancel));

    protected override async Task<Failure?> LoadAsync()
    {
        _names = await units.NamesAsync(Cancel);
        List = await findings.ListAsync(Actor, Filter, Cancel);
        await LoadToolsAsync(Sort, List.IsUnsorted);
        return null;
    }

    public string UnitName(int? id, DateOnly day) => _names.Unit(id, day);

    public string FieldName(int? id) => _names.Field(id) ?? "";
}
