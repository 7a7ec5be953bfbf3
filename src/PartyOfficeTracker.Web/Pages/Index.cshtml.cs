using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Summaries;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages;

/// <summary>Directives with work that is late or waits, one line each.</summary>
/// <param name="GoesOn">There is more than was read: of a directive too.</param>
public sealed record TopGroups(IReadOnlyList<BoardGroup> Groups, bool Late, bool GoesOn, Func<int, string> UnitName);

/// <summary>What this person came for: drafts and what waits, own tasks, the year, the health page.</summary>
public sealed class IndexModel(
    TaskListReader tasks, DeskReader desk, BoardReader board, SummaryReader summaries, SystemHealthReader health, UnitDirectory units, TimeProvider time)
    : AppPageModel
{
    /// <summary>Directives a part of the page shows; the board has all.</summary>
    private const int MostGroups = 10;
    private const int MostUrgent = 10;
    private static readonly TaskFilter Open = new(null, null, null, null, null, null, ResultGroup.NotCompleted, null, null);

    private IReadOnlyList<UnitInfo> _units = [];

    public DateOnly Today => time.TodayInHanoi();

    /// <summary>The top of the exception board, for whoever reads every unit's work.</summary>
    public BoardTop? Board { get; private set; }

    public TaskCounts Counts { get; private set; } = new(0, 0, 0, 0, 0, 0);

    public Desk Desk { get; private set; } = new([], 0, 0, 0);

    /// <summary>Drafts still being typed; those handed in stand by themselves on a lead's page.</summary>
    public IEnumerable<DraftItem> Drafts => Actor.Role == UserRole.Lead ? Desk.Drafts.Except(Desk.ToCheck) : Desk.Drafts;

    /// <summary>What an administrator came for; the office's work is not shown then.</summary>
    public SystemHealth? Health { get; private set; }

    public YearlySummary? Summary { get; private set; }

    public IReadOnlyList<TaskListItem> Urgent { get; private set; } = [];

    public string UnitName => _units.FirstOrDefault(u => u.Id == Actor.UnitId)?.CurrentName ?? "";

    public async Task OnGetAsync()
    {
        if (Actor.Administers)
        {
            Health = (await health.ReadAsync(Actor, Cancel)).Value;
            return;
        }

        _units = await units.UnitsAsync(Cancel);
        Desk = await desk.ReadAsync(Actor, Cancel);
        if (Actor.ReadsEverything)
        {
            Board = (await board.TopAsync(Actor, Cancel)).Value;
        }
        else
        {
            Counts = await tasks.CountAsync(Actor, Cancel);
            Urgent = [.. (await tasks.ListAsync(Actor, Open, Cancel)).Items.Take(MostUrgent)];
        }

        if (Actor.Role == UserRole.Leadership && (await summaries.YearsAsync(Actor, Cancel)).FirstOrDefault(y => y <= Today.Year) is > 0 and var latest)
        {
            Summary = await summaries.ReadAsync(Actor, latest, asOf: null, unitsOfToday: false, Cancel);
        }
    }

    public TopGroups Top(IReadOnlyList<BoardGroup> groups, BoardSection section) => new(
        [.. groups.Take(MostGroups)], section == BoardSection.Overdue, groups.Sum(g => g.Rows.Count) < Board!.Counts.Of(section), id => NameOf(id, Today));

    public string NameOf(int unitId, DateOnly day) => _units.FirstOrDefault(u => u.Id == unitId)?.NameOn(day) ?? "";
}
