using Microsoft.AspNetCore.Mvc;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages.Conferences;

public sealed class IndexModel(ConferenceReader conferences, ConferencePaper paper, UnitDirectory units, TimeProvider time) : ListPageModel
{
    /// <summary>Conferences are kept from this year; the choice of years needs no query.</summary>
    private const int FirstYear = 2014;

    private NameBook _names = NameBook.Empty;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Reviewed { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Organiser { get; set; }

    [BindProperty(SupportsGet = true)]
    public ConferenceKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public ConferenceState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    public DateOnly Today => time.TodayInHanoi();

    public IEnumerable<int> Years => Enumerable.Range(0, Today.Year - FirstYear + 1).Select(i => Today.Year - i);

    public IEnumerable<UnitInfo> Organisers => _names.Units.Where(u => u.CurrentKind is UnitKind.CentralOffice or UnitKind.CentralCommission);

    public PagedList<ConferenceListItem> List { get; private set; } = new([], 0, null);

    private Sort? Sort => Sort.Parse(SortBy, ConferenceReader.SortColumns);

    private ConferenceFilter Filter => new(Year, Reviewed, Organiser, Kind, State, Text, After) { Sort = Sort, Size = RowsOr(ConferenceReader.PageSize) };

    public Task<IActionResult> OnGetAsync() => ListAsync(() => paper.MakeAsync(Actor, Filter, Cancel));

    protected override async Task<Failure?> LoadAsync()
    {
        _names = await units.NamesAsync(Cancel);
        List = await conferences.ListAsync(Actor, Filter, Cancel);
        await LoadToolsAsync(Sort, List.IsUnsorted);
        return null;
    }

    public string UnitName(int id, DateOnly day) => _names.Unit(id, day);
}
