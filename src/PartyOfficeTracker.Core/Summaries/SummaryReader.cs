using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Recommendations;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Summaries;

/// <summary>
/// The figures of one year by two clocks: findings count in the year they review, tasks in the year they are to be done in, once their
/// conference is published.
/// </summary>
public sealed class SummaryReader(AppDbContext db, UnitDirectory units, TimeProvider time)
{
    /// <summary>Conferences a summary names.</summary>
    public const int MostConferences = 30;

    /// <summary>Recommendations a summary names.</summary>
    public const int MostRecommendations = 30;

    /// <summary>
    /// The years from the first that has a conference, or a period of a standing task, to the last, newest first: the two ends of an index each.
    /// </summary>
    public async Task<IReadOnlyList<int>> YearsAsync(Actor actor, CancellationToken cancel)
    {
        var published = db.Conferences.AsNoTracking().Published();
        var ends = await db.Users.Where(u => u.Id == actor.UserId).Select(u => new
        {
            FirstFindings = published.OrderBy(c => c.FindingYear).Select(c => (int?)c.FindingYear).FirstOrDefault(),
            FirstTasks = published.OrderBy(c => c.TaskYear).Select(c => (int?)c.TaskYear).FirstOrDefault(),
            LastFindings = published.OrderByDescending(c => c.FindingYear).Select(c => (int?)c.FindingYear).FirstOrDefault(),
            LastTasks = published.OrderByDescending(c => c.TaskYear).Select(c => (int?)c.TaskYear).FirstOrDefault(),
            FirstPeriod = db.TaskTallies.OrderBy(t => t.CountedIn).Select(t => (int?)t.CountedIn).FirstOrDefault(),
            LastPeriod = db.TaskTallies.OrderByDescending(t => t.CountedIn).Select(t => (int?)t.CountedIn).FirstOrDefault(),
        }).SingleAsync(cancel);
        if (ends is not { FirstFindings: { } a, FirstTasks: { } b, LastFindings: { } y, LastTasks: { } z })
        {
            return [];
        }

        var first = Math.Min(Math.Min(a, b), ends.FirstPeriod ?? b);
        var last = Math.Max(Math.Max(y, z), ends.LastPeriod ?? z);
        return [.. Enumerable.Range(first, last - first + 1).Reverse()];
    }

    /// <param name="actor">Who reads; a province sees the figures of its own tasks.</param>
    /// <param name="year">The year: reviewed for findings, of execution for tasks.</param>
    /// <param name="asOf">The day tasks are looked at: what was entered by its end counts; null for today.</param>
    /// <param name="unitsOfToday">Count a merged unit with its successor; both readings add up to the same total.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<YearlySummary> ReadAsync(Actor actor, int year, DateOnly? asOf, bool unitsOfToday, CancellationToken cancel)
    {
        var now = await StatusDay.TodayAsync(time, units, cancel);
        var day = asOf < now.Today ? StatusDay.On(asOf.Value, await units.CalendarAsync(cancel)) : now;
        var today = day.Today;
        var counts = day == now && actor.ReadsEverything
            ? await StatusCounts.CountYearAsync(db, day, year, cancel)
            : StatusCounts.CountAsOf(await HistoriesAsync(actor, year, cancel), day, year);
        var conferences = await Conferences(actor, year).Take(MostConferences + 1).ToListAsync(cancel);
        var cells = await CellsAsync(actor, year, cancel);
        var recommendations = await RecommendationsAsync(actor, year, today, cancel);
        return new YearlySummary
        {
            Year = year,
            AsOf = today,
            Total = ResultFigures.Of(counts),
            Units = ByUnit(counts, await units.UnitsAsync(cancel), unitsOfToday),
            Conferences = [.. conferences.Take(MostConferences).Reverse()],
            HasMoreConferences = conferences.Count > MostConferences,
            Achievements = Cells(cells, RowKind.Achievement),
            Shortcomings = Cells(cells, RowKind.Shortcoming),
            Obstacles = Cells(cells, RowKind.Obstacle),
            Directives =
            [
                .. cells.Where(c => c.Kind == RowKind.Directive).GroupBy(c => (c.DeadlineKind, c.Progress))
                    .Select(g => new DirectiveCell(g.Key.DeadlineKind, g.Key.Progress, g.Sum(c => c.Count))),
            ],
            Recommendations = recommendations.Items,
            RecommendationCount = recommendations.All,
            WaitingRecommendations = recommendations.Waiting,
        };
    }

    /// <summary>The year's findings and directives, counted from an index that holds nothing else.</summary>
    private async Task<IReadOnlyList<RowCell>> CellsAsync(Actor actor, int year, CancellationToken cancel) =>
        await db.Rows.AsNoTracking().VisibleTo(actor)
            .Where(r => r.CountedIn == year && r.Stage != ConferenceState.Draft
                && (r.Kind == RowKind.Achievement || r.Kind == RowKind.Shortcoming || r.Kind == RowKind.Obstacle || r.Kind == RowKind.Directive))
            .GroupBy(r => new { r.Kind, r.FieldOfWorkId, r.Addressee, r.DeadlineKind, r.Progress })
            .Select(g => new RowCell(g.Key.Kind, g.Key.FieldOfWorkId, g.Key.Addressee, g.Key.DeadlineKind, g.Key.Progress, g.Count()))
            .ToListAsync(cancel);

    private async Task<(IReadOnlyList<SummaryRecommendation> Items, int All, int Waiting)> RecommendationsAsync(
        Actor actor, int year, DateOnly today, CancellationToken cancel)
    {
        var all = db.Recommendations.AsNoTracking().VisibleTo(actor).Where(r => r.Year == year);
        var (counted, waiting) = (all.Take(PagedList<SummaryRecommendation>.CountCap), all.Waiting().Take(PagedList<SummaryRecommendation>.CountCap));
        var rows = await all.OrderBy(r => r.SortKey).ThenBy(r => r.Id).Take(MostRecommendations)
            .Select(r => new { r.Id, r.Text, r.WrittenOn, r.AnsweredOn, All = counted.Count(), Waiting = waiting.Count() })
            .ToListAsync(cancel);
        return (
            rows.ConvertAll(r => new SummaryRecommendation(r.Id, r.Text, r.WrittenOn, r.AnsweredOn, today)),
            rows.Count == 0 ? 0 : rows[0].All,
            rows.Count == 0 ? 0 : rows[0].Waiting);
    }

    /// <summary>Every event of the tasks that may count in a year, for the replay of a day that is past.</summary>
    private async Task<List<(int TaskYear, IReadOnlyList<AssignmentEvent> Events)>> HistoriesAsync(Actor actor, int year, CancellationToken cancel)
    {
        var years = await db.Assignments.IgnoreQueryFilters().AsNoTracking().VisibleTo(actor).InYear(year)
            .Select(a => new { a.Id, a.CountedIn }).ToDictionaryAsync(a => a.Id, a => a.CountedIn, cancel);
        var counted = db.Assignments.IgnoreQueryFilters().VisibleTo(actor).InYear(year);
        var events = await db.AssignmentEvents.AsNoTracking().Where(e => counted.Any(a => a.Id == e.AssignmentId)).ToListAsync(cancel);
        return [.. events.GroupBy(e => e.AssignmentId).Select(g => (years[g.Key], (IReadOnlyList<AssignmentEvent>)[.. g]))];
    }

    private static IReadOnlyList<FindingCell> Cells(IEnumerable<RowCell> cells, RowKind kind) =>
    [
        .. cells.Where(r => r.Kind == kind).GroupBy(r => (r.FieldOfWorkId, r.Addressee))
        .Select(g => new FindingCell(g.Key.FieldOfWorkId, g.Key.Addressee, g.Sum(c => c.Count))),
    ];

    private static IReadOnlyList<UnitResult> ByUnit(IReadOnlyList<StatusCount> counts, IReadOnlyList<UnitInfo> all, bool ofToday)
    {
        var byId = all.ToDictionary(u => u.Id);
        UnitInfo Reading(int id) => ofToday ? UnitDirectory.Today(byId[id], byId) : byId[id];

        return
        [
            .. counts.GroupBy(c => Reading(c.UnitId).Id)
                .Select(g => new UnitResult(g.Key, ResultFigures.Of(g)))
                .OrderBy(r => byId[r.UnitId].SortOrder),
        ];
    }

    /// <summary>The year's conferences, the newest first.</summary>
    private IQueryable<SummaryConference> Conferences(Actor actor, int year)
    {
        var all = db.Conferences.AsNoTracking().VisibleTo(actor).Published();

        // Two ranges of indexes instead of one condition with an "or" that no index serves.
        var findings = all.Where(c => c.FindingYear == year).OrderByDescending(c => c.Date).ThenByDescending(c => c.Id).Take(MostConferences + 1);
        var tasks = all.Where(c => c.TaskYear == year && c.FindingYear != year).OrderByDescending(c => c.Date).ThenByDescending(c => c.Id)
            .Take(MostConferences + 1);
        return findings.Concat(tasks)
            .OrderByDescending(c => c.Date).ThenByDescending(c => c.Id)
            .Select(c => new SummaryConference(
                c.Id,
                c.Title,
                c.Date,
                c.FindingYear == year,
                c.TaskYear == year,
                (c.FindingYear == year && c.ReviewedYear == null) || (c.TaskYear == year && c.AheadTo == null)));
    }

    private sealed record RowCell(RowKind Kind, int? FieldOfWorkId, Addressee Addressee, DeadlineKind DeadlineKind, DirectiveProgress Progress, int Count);
}
