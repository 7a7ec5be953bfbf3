using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Recommendations;
using PartyOfficeTracker.Core.Search;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Summaries;

/// <summary>Reads the sheet of one unit: three commands, however many years and tasks there are.</summary>
public sealed class UnitSheetReader(AppDbContext db, UnitDirectory units, TimeProvider time)
{
    /// <summary>The code that leads a province to its own sheet.</summary>
    public const string Own = "own";

    private const int MostRows = 200;

    /// <summary>The code of the sheet an address means; null when there is no such unit, or a province may not see it.</summary>
    public async Task<string?> FindCodeAsync(Actor actor, string code, CancellationToken cancel)
    {
        var all = await units.UnitsAsync(cancel);
        var unit = code == Own
            ? all.FirstOrDefault(u => u.Id == actor.UnitId)
            : all.FirstOrDefault(u => string.Equals(u.Code, code, StringComparison.OrdinalIgnoreCase));
        return unit is not null && actor.ReadsUnit(unit.Id) ? unit.Code : null;
    }

    /// <summary>Null when there is no such unit, or a province may not see it.</summary>
    public async Task<UnitSheet?> FindAsync(Actor actor, string code, CancellationToken cancel)
    {
        if (await FindCodeAsync(actor, code, cancel) is not { } known)
        {
            return null;
        }

        var all = await units.UnitsAsync(cancel);
        var unit = all.First(u => u.Code == known);
        var ids = await units.WithForerunnersAsync(unit.Id, cancel);
        var day = await StatusDay.TodayAsync(time, units, cancel);
        var here = all.Where(u => ids.Contains(u.Id)).ToList();
        return new UnitSheet(
            unit,
            here.FindAll(u => u.Id != unit.Id),
            day.Today,
            Years(ids, await TasksAsync(actor, ids, cancel), day),
            await RecommendationsAsync(actor, ids, cancel),
            await FindingsAsync(actor, ids, here, cancel));
    }

    /// <summary>
    /// Every task the units were given, those withdrawn too, with its events; and those the centre took from them and gave to others: of these the sheet
    /// says how many they were and their days, never what they ask.
    /// </summary>
    private async Task<List<UnitTask>> TasksAsync(Actor actor, IReadOnlyList<int> ids, CancellationToken cancel)
    {
        var given = db.Assignments.IgnoreQueryFilters().VisibleTo(actor).Where(a => ids.Contains(a.GivenToId)).Select(a => a.Id);
        var taken = db.AssignmentEvents
            .Where(e => e.Kind == AssignmentEventKind.Reassigned && ids.Contains(e.OldUnitId!.Value)).Select(e => e.AssignmentId);
        return await db.Assignments.IgnoreQueryFilters().AsNoTracking()
            .Where(a => a.Shown == 1 && given.Union(taken).Contains(a.Id))
            .Select(a => new UnitTask(a, a.CountedIn, a.Events.ToList()))
            .ToListAsync(cancel);
    }

    private static IReadOnlyList<UnitYear> Years(IReadOnlyList<int> ids, IReadOnlyList<UnitTask> tasks, StatusDay day)
    {
        if (tasks.Count == 0)
        {
            return [];
        }

        var first = tasks.Min(t => t.Year);
        var last = Math.Max(tasks.Max(t => t.Year), day.Today.Year);
        return
        [
            .. Enumerable.Range(first, last - first + 1).Reverse()
                .Select(year => YearOf(ids, year, tasks, day))
                .Where(y => y.Figures.Assigned + y.GivenAway > 0),
        ];
    }

    private static UnitYear YearOf(IReadOnlyList<int> ids, int year, IReadOnlyList<UnitTask> tasks, StatusDay day)
    {
        var own = tasks.Where(t => ids.Contains(t.Assignment.GivenToId) && ResultGroups.IsInYear(t.Assignment, t.Year, year));
        var given = tasks.Where(t => t.Year == year).ToList();
        return new UnitYear(
            year,
            ResultFigures.Of(own.Select(t => StatusCount.Of(t.Assignment, t.Year, day, year))),
            given.Sum(t => t.Count(AssignmentEventKind.ExtensionGranted, ids)),
            given.Sum(t => t.Count(AssignmentEventKind.Returned, ids)),
            given.Aggregate(Lateness.None, (sum, t) => sum + Lateness.While(ids, t.Events, day.Today)),
            given.Count(t => !ids.Contains(t.Assignment.GivenToId)));
    }

    private async Task<IReadOnlyList<UnitRecommendation>> RecommendationsAsync(Actor actor, IReadOnlyList<int> ids, CancellationToken cancel) =>
        await db.Recommendations.AsNoTracking().VisibleTo(actor)
            .Where(r => r.UnitId != null && ids.Contains(r.UnitId.Value))
            .OrderBy(r => r.SortKey).ThenBy(r => r.Id)
            .Take(MostRows)
            .Select(r => new UnitRecommendation(r.Id, r.Text, r.SubmittedTo, r.WrittenOn, r.WishedOn, r.AnsweredOn, r.AnsweringDocument, r.Answer))
            .ToListAsync(cancel);

    /// <summary>Shortcomings and obstacles of published conferences that are addressed to the units, reported by them, or name them in their text.</summary>
    private async Task<IReadOnlyList<UnitFinding>> FindingsAsync(
        Actor actor, IReadOnlyList<int> ids, IReadOnlyList<UnitInfo> here, CancellationToken cancel)
    {
        var names = here.SelectMany(u => u.Names).Select(n => VietnameseText.Fold(n.Name)).Distinct(StringComparer.Ordinal).ToList();
        var query = db.Rows.Where(r => r.AddresseeUnitId != null && ids.Contains(r.AddresseeUnitId.Value)).Select(r => r.Id)
            .Union(db.Rows.Where(r => r.UnitId != null && ids.Contains(r.UnitId.Value)).Select(r => r.Id));
        foreach (var name in names)
        {
            if (await SearchQuery.FindAsync(db, name, found => found.Where(e => e.Kind == SearchKind.Finding && e.RowId != null), cancel) is { } named)
            {
                query = query.Union(named.Select(e => e.RowId!.Value));
            }
        }

        var rows = await db.Rows.AsNoTracking().VisibleTo(actor).Published()
            .Where(r => query.Contains(r.Id))
            .Where(r => r.Kind == RowKind.Shortcoming || r.Kind == RowKind.Obstacle)
            .OrderByDescending(r => r.Conference!.Date).ThenBy(r => r.Id)
            .Take(MostRows)
            .Select(r => new
            {
                r.Id,
                r.Kind,
                r.Text,
                r.AddresseeUnitId,
                r.UnitId,
                r.ConferenceId,
                r.Conference!.Title,
                r.Conference.Date,
                r.Conference.FindingYear,
            })
            .ToListAsync(cancel);
        return
        [
            .. rows
                .Select(r => (Row: r, As: AsWhat(ids, r.AddresseeUnitId, r.UnitId)))
                .Where(r => r.As != NamedAs.InText || Names(names, r.Row.Text))
                .Select(r => new UnitFinding(r.Row.Id, r.Row.Kind, r.Row.Text, r.As, r.Row.ConferenceId, r.Row.Title, r.Row.Date, r.Row.FindingYear)),
        ];
    }

    private static NamedAs AsWhat(IReadOnlyList<int> ids, int? addressee, int? reporter) =>
        ids.Contains(addressee ?? 0) ? NamedAs.Addressee : ids.Contains(reporter ?? 0) ? NamedAs.Reporter : NamedAs.InText;

    /// <summary>The words of a name beside each other; the search has found them anywhere in the text.</summary>
    private static bool Names(IEnumerable<string> names, string text)
    {
        var folded = $" {VietnameseText.Fold(text)} ";
        return names.Any(n => folded.Contains($" {n} ", StringComparison.Ordinal));
    }

    private sealed record UnitTask(Assignment Assignment, int Year, List<AssignmentEvent> Events)
    {
        /// <summary>How often something happened while one of some units had the task.</summary>
        public int Count(AssignmentEventKind kind, IReadOnlyList<int> unitIds)
        {
            var (count, unit) = (0, 0);
            foreach (var happened in Events.OrderBy(e => e.Sequence))
            {
                unit = happened.UnitId ?? unit;
                count += happened.Kind == kind && unitIds.Contains(unit) ? 1 : 0;
            }

            return count;
        }
    }
}
