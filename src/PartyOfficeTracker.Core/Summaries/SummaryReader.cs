using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Directives;
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
    /// <summary>The years that have a summary, newest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(Actor actor, CancellationToken cancel) =>
        await db.Conferences.AsNoTracking().VisibleTo(actor).Published().Select(c => c.FindingYear)
            .Union(db.Conferences.AsNoTracking().VisibleTo(actor).Published().Select(c => c.TaskYear))
            .OrderByDescending(y => y)
            .ToListAsync(cancel);

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
        var counts = day == now
            ? await db.Assignments.IgnoreQueryFilters().AsNoTracking().VisibleTo(actor).InYear(year).CountByStatusAsync(day, year, cancel)
            : StatusCounts.CountAsOf(await HistoriesAsync(actor, year, cancel), day, year);
        var conferences = await Conferences(actor, year).ToListAsync(cancel);
        var reviewed = conferences.FindAll(c => c.Conference.IsReviewed);
        var rows = reviewed.SelectMany(c => c.Rows).ToList();
        var all = await units.UnitsAsync(cancel);
        return new YearlySummary
        {
            Year = year,
            AsOf = today,
            Total = ResultFigures.Of(counts),
            Units = ByUnit(counts, all, unitsOfToday),
            Conferences = [.. conferences.Select(c => c.Conference)],
            Achievements = Cells(rows, RowKind.Achievement),
            Shortcomings = Cells(rows, RowKind.Shortcoming),
            Obstacles = Cells(rows, RowKind.Obstacle),
            Directives =
            [
                .. conferences.Where(c => c.Conference.IsAhead).SelectMany(c => c.Rows).Where(r => r.Kind == RowKind.Directive)
                    .Select(r => new SummaryDirective(r.Id, r.FieldOfWorkId, r.Addressee, r.DeadlineKind, r.Assigned, r.Completed)),
            ],
            Recommendations =
            [
                .. (await db.Recommendations.AsNoTracking().VisibleTo(actor).Where(r => r.Year == year).OrderBy(r => r.SortKey).ThenBy(r => r.Id)
                        .Select(r => new { r.Id, r.Text, r.WrittenOn, r.AnsweredOn }).ToListAsync(cancel))
                    .Select(r => new SummaryRecommendation(r.Id, r.Text, r.WrittenOn, r.AnsweredOn, today)),
            ],
        };
    }

    /// <summary>Every event of the tasks that may count in a year, for the replay of a day that is past.</summary>
    private async Task<List<(int TaskYear, IReadOnlyList<AssignmentEvent> Events)>> HistoriesAsync(Actor actor, int year, CancellationToken cancel)
    {
        var years = await db.Assignments.IgnoreQueryFilters().AsNoTracking().VisibleTo(actor).InYear(year)
            .Select(a => new { a.Id, a.Directive!.Conference!.TaskYear }).ToDictionaryAsync(a => a.Id, a => a.TaskYear, cancel);
        var counted = db.Assignments.IgnoreQueryFilters().VisibleTo(actor).InYear(year);
        var events = await db.AssignmentEvents.AsNoTracking().Where(e => counted.Any(a => a.Id == e.AssignmentId)).ToListAsync(cancel);
        return [.. events.GroupBy(e => e.AssignmentId).Select(g => (years[g.Key], (IReadOnlyList<AssignmentEvent>)[.. g]))];
    }

    private static IReadOnlyList<FindingCell> Cells(IEnumerable<SummaryRow> rows, RowKind kind) =>
    [
        .. rows.Where(r => r.Kind == kind).GroupBy(r => (r.FieldOfWorkId, r.Addressee))
        .Select(g => new FindingCell(g.Key.FieldOfWorkId, g.Key.Addressee, g.Count())),
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

    /// <summary>The year's conferences with their rows, as much of each row as its part of the summary shows; one command.</summary>
    internal IQueryable<SummaryPart> Conferences(Actor actor, int year) => db.Conferences.AsNoTracking().VisibleTo(actor).Published()
        .Where(c => c.FindingYear == year || c.TaskYear == year)
        .OrderBy(c => c.Date).ThenBy(c => c.Id)
        .Select(c => new SummaryPart(
            new SummaryConference(
                c.Id,
                c.Title,
                c.Date,
                c.FindingYear == year,
                c.TaskYear == year,
                (c.FindingYear == year && c.ReviewedYear == null) || (c.TaskYear == year && c.AheadTo == null)),
            c.Rows.OrderBy(r => r.Id).Select(r => new SummaryRow(
                r.Kind,
                r.Id,
                r.DeadlineKind,
                r.Addressee,
                r.FieldOfWorkId,
                r.Kind == RowKind.Directive ? db.Assignments.Count(a => a.DirectiveId == r.Id && a.Role == AssignmentRole.Lead) : 0,
                r.Kind == RowKind.Directive
                    ? db.Assignments.Where(AssignmentRules.IsCompleted).Count(a => a.DirectiveId == r.Id && a.Role == AssignmentRole.Lead)
                    : 0)).ToList()));

    internal sealed record SummaryPart(SummaryConference Conference, List<SummaryRow> Rows);

    internal sealed record SummaryRow(
        RowKind Kind, int Id, DeadlineKind DeadlineKind, Addressee Addressee, int? FieldOfWorkId,
        int Assigned, int Completed);
}
