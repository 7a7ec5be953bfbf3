using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>Lists assignments: a province its own, once their conference is published; everybody else every unit's.</summary>
public sealed class TaskListReader(AppDbContext db, UnitDirectory units, TimeProvider time)
{
    /// <summary>What a list can be sorted by, as addresses name it.</summary>
    public static readonly string[] SortColumns = ["unit", "text", "date", "due", "state", "percent"];

    /// <summary>Tasks that are looked at to make a page of groups: as many as a page of groups can need, but for directives of every unit.</summary>
    private const int MostGrouped = 600;

    /// <summary>Most urgent first: overdue by days, then by the day it is due, then those without a day.</summary>
    public async Task<PagedList<TaskListItem>> ListAsync(Actor actor, TaskFilter filter, CancellationToken cancel)
    {
        var day = await StatusDay.TodayAsync(time, units, cancel);
        var ranges = await RangesAsync(actor, filter, day, cancel);
        if (filter.Sort is { } sort && await SortedAsync(ranges, sort, filter, day, cancel) is { } sorted)
        {
            return sorted;
        }

        var place = filter.Sort is null ? Place.Parse(filter.After) : default;
        var total = await Counted(ranges).CountAsync(cancel);
        var read = new List<ListedTask>();
        foreach (var alike in ranges.GroupBy(r => r.Order).OrderBy(g => g.Key))
        {
            read.AddRange(await ListedAsync(FirstOf([.. alike], place, filter.Size + 1), alike.Key, cancel));
        }

        var items = InOrder(read, r => r.Key, place).Take(filter.Size + 1).Select(r => ToItem(r, day)).ToList();
        return PagedList.Of(place, items, filter.Size, total, t => t.Key.ToString()) with { IsUnsorted = filter.Sort is not null };
    }

    /// <summary>The same, with the tasks of one directive that have one place in the order and are alike as one line.</summary>
    public async Task<PagedList<TaskGroup>> GroupsAsync(Actor actor, TaskFilter filter, CancellationToken cancel)
    {
        var day = await StatusDay.TodayAsync(time, units, cancel);
        var place = Place.Parse(filter.After);
        var ranges = await RangesAsync(actor, filter, day, cancel);
        var keys = new List<GroupedTask>();
        var (counted, total) = (Counted(ranges), 0);
        foreach (var alike in ranges.GroupBy(r => r.Order).OrderBy(g => g.Key))
        {
            var tasks = await FirstOf([.. alike], place, MostGrouped + 1)
                .Select(a => new
                {
                    a.Id,
                    a.DirectiveId,
                    a.State,
                    a.WithdrawnOn,
                    a.SortKey,
                    a.OverdueAfter,
                    a.ClosedOn,
                    Total = counted.Count(),
                })
                .ToListAsync(cancel);
            total = tasks.Count > 0 ? tasks[0].Total : total;
            keys.AddRange(tasks.Select(t => new GroupedTask(
                t.Id,
                t.State,
                (t.DirectiveId, t.SortKey, t.WithdrawnOn is not null),
                TaskPages.KeyOf(t.Id, t.SortKey, t.OverdueAfter, t.ClosedOn, alike.Key))));
        }

        var read = InOrder(keys, k => k.Key, place).Take(MostGrouped + 1).ToList();
        var runs = Runs(read.Take(MostGrouped), filter.Size);
        var used = read.Take(runs.Sum(r => r.Count)).OrderBy(t => t.Key.Number).ThenBy(t => t.Key.Id).ToList();
        var more = used.Count < read.Count;
        if (place.IsBackwards)
        {
            runs.ForEach(r => r.Reverse());
            runs = [.. runs.OrderBy(r => r[0].Key.Number).ThenBy(r => r[0].Key.Id)];
        }

        var first = runs.ConvertAll(r => r[0].Id);
        var items = (await ListedAsync(db.Assignments.IgnoreQueryFilters().AsNoTracking().Where(a => first.Contains(a.Id)), TaskOrder.Urgency, cancel))
            .ToDictionary(t => t.Assignment.Id);
        return new PagedList<TaskGroup>(
            runs.ConvertAll(r => new TaskGroup(ToItem(items[r[0].Id], day), r[0].Alike.SortKey, StatesOf(r))),
            total,
            runs.Count > 0 && (more || place.IsBackwards) ? used[^1].Key.ToString() : null)
        {
            Previous = runs.Count == 0 || place.Key is null || (place.IsBackwards && !more) ? null : used[0].Key.ToString(),
        };
    }

    private static List<(AssignmentState State, int Count)> StatesOf(IEnumerable<GroupedTask> tasks) =>
        [.. tasks.GroupBy(t => t.State).Select(g => (g.Key, g.Count())).OrderByDescending(g => g.Item2)];

    /// <summary>
    /// The first tasks in groups of those that are alike, up to so many groups. What was given later stands behind tasks of other directives with the same
    /// deadline, and belongs to its group all the same.
    /// </summary>
    private static List<List<GroupedTask>> Runs(IEnumerable<GroupedTask> tasks, int most)
    {
        var runs = new List<List<GroupedTask>>();
        foreach (var next in tasks)
        {
            if (runs.Find(r => r[0].Alike == next.Alike) is { } run)
            {
                run.Add(next);
            }
            else if (runs.Count < most)
            {
                runs.Add([next]);
            }
            else
            {
                break;
            }
        }

        return runs;
    }

    /// <summary>The tasks of all ranges, as far as they are counted.</summary>
    private static IQueryable<int> Counted(IReadOnlyList<TaskRange> ranges) => ranges
        .Select(r => TaskPages.From(r, default).Take(PagedList<TaskListItem>.CountCap).Select(a => a.Id))
        .Aggregate((one, other) => one.Concat(other)).Take(PagedList<TaskListItem>.CountCap);

    private static IEnumerable<T> InOrder<T>(IEnumerable<T> read, Func<T, NumberKey> key, Place place) => place.IsBackwards
        ? read.OrderByDescending(r => key(r).Number).ThenByDescending(r => key(r).Id)
        : read.OrderBy(r => key(r).Number).ThenBy(r => key(r).Id);

    private static TaskListItem ToItem(ListedTask listed, StatusDay day) => new(
        listed.Assignment.Id,
        listed.Assignment.UnitId,
        listed.Assignment.DirectiveId,
        listed.Assignment.Role,
        listed.Number,
        listed.Text,
        listed.ConferenceId,
        listed.Title,
        listed.Date,
        listed.OrganiserId,
        listed.Assignment.DueOn,
        listed.DeadlineKind,
        listed.DeadlineText,
        AssignmentStatus.StateOf(listed.Assignment),
        AssignmentStatus.UrgencyOf(listed.Assignment, day),
        listed.Assignment.Percent,
        listed.Assignment.FirstReadAt,
        listed.Assignment.LateAfter,
        listed.Assignment.WithdrawnOn is not null,
        listed.Assignment.Period,
        listed.Key)
    {
        GivenToId = listed.Assignment.GivenToId,
    };

    /// <summary>The page in the order of a column; null when there are too many hits for it.</summary>
    private async Task<PagedList<TaskListItem>?> SortedAsync(
        IReadOnlyList<TaskRange> ranges, Sort sort, TaskFilter filter, StatusDay day, CancellationToken cancel)
    {
        var values = new List<SortValue>();
        foreach (var range in ranges)
        {
            var few = TaskPages.From(range, default).Take(Sorting.Most + 1);
            values.AddRange(await (sort.Column switch
            {
                "unit" => few.Select(a => new SortValue(a.Id, null, null, a.Unit!.SortOrder)),
                "text" => few.Select(a => new SortValue(a.Id, null, a.Directive!.Text, null)),
                "due" => few.Select(a => new SortValue(a.Id, a.DueOn, null, null)),
                "percent" => few.Select(a => new SortValue(a.Id, null, null, a.Percent)),
                "state" => few.Select(a => new SortValue(a.Id, null, null, a.SortKey)),
                _ => few.Select(a => new SortValue(a.Id, a.Directive!.HeldOn, null, null)),
            }).ToListAsync(cancel));
        }

        if (values.Count > Sorting.Most)
        {
            return null;
        }

        var page = Sorting.Page(values.DistinctBy(v => v.Id), sort, Place.Parse(filter.After), filter.Size);
        var rows = await ListedAsync(
            db.Assignments.IgnoreQueryFilters().AsNoTracking().Where(a => page.Items.Contains(a.Id)), TaskOrder.Urgency, cancel);
        return page.With(rows.Select(r => ToItem(r, day)), t => t.Id);
    }

    /// <summary>The first of some ranges of one order: each read up to a page, and then the first of these few.</summary>
    private static IQueryable<Assignment> FirstOf(List<TaskRange> ranges, Place place, int most)
    {
        var first = ranges.Count == 1
            ? TaskPages.From(ranges[0], place)
            : TaskPages.From(
                new TaskRange(
                    ranges.Select(r => (IQueryable<Assignment>)TaskPages.From(r, place).Take(most)).Aggregate((one, other) => one.Concat(other)),
                    ranges[0].Order),
                place);
        return first.Take(most);
    }

    private static async Task<List<ListedTask>> ListedAsync(IQueryable<Assignment> tasks, TaskOrder order, CancellationToken cancel)
    {
        var rows = await Listed(tasks).ToListAsync(cancel);
        return rows.ConvertAll(r => r with { Key = TaskPages.KeyOf(r.Assignment, order) });
    }

    private static IQueryable<ListedTask> Listed(IQueryable<Assignment> tasks) => tasks.Select(a => new ListedTask
    {
        Assignment = a,
        Number = a.Directive!.Number,
        Text = a.Directive.Text,
        ConferenceId = a.Directive.ConferenceId,
        Title = a.Directive.Conference!.Title,
        Date = a.Directive.Conference.Date,
        OrganiserId = a.Directive.Conference.OrganiserId,
        DeadlineKind = a.Directive.DeadlineKind,
        DeadlineText = a.Directive.DeadlineText,
    });

    /// <summary>Where the tasks of the actor's scope stand: ranges of indexes, each counted up to the cap, in one command.</summary>
    public async Task<TaskCounts> CountAsync(Actor actor, CancellationToken cancel)
    {
        const int cap = PagedList<TaskListItem>.CountCap;
        var day = await StatusDay.TodayAsync(time, units, cancel);
        var all = db.Assignments.VisibleTo(actor);
        var needsDeadline = all.Where(AssignmentRules.WithUrgency(Urgency.NeedsDeadline, day)).Take(cap);
        var dueSoon = all.Where(AssignmentRules.WithUrgency(Urgency.DueSoon, day)).Take(cap);
        var overdue = all.Where(AssignmentRules.IsOverdue(day)).Take(cap);
        return await db.Users.Where(u => u.Id == actor.UserId).Select(u => new TaskCounts(
            all.Where(a => a.SortKey < Assignment.SuspendedFrom).Take(cap).Count(),
            needsDeadline.Count(),
            dueSoon.Count(),
            overdue.Count(),
            all.Where(a => a.State == AssignmentState.Submitted).Take(cap).Count(),
            all.Where(a => a.State == AssignmentState.Returned).Take(cap).Count())).SingleAsync(cancel);
    }

    /// <summary>
    /// The tasks as ranges of indexes in the order of the list: one a unit; for a year one for what was given, one for what was carried over and is open, and
    /// one for what was carried over and closed, which comes last.
    /// </summary>
    private async Task<IReadOnlyList<TaskRange>> RangesAsync(Actor actor, TaskFilter filter, StatusDay day, CancellationToken cancel)
    {
        var narrow = (await WithTextAsync(actor, filter, cancel)).Select(r => r with { Tasks = Narrow(r.Tasks, filter, day) }).ToList();
        return filter.Urgency != Urgency.NeedsDeadline ? [.. narrow] :
        [
            .. narrow.Select(r => r with { Tasks = r.Tasks.Where(a => a.SortKey == Assignment.MissingDeadline) }),
            .. narrow.Select(r => r with { Tasks = r.Tasks.Where(a => a.SortKey == Assignment.MissingDeadlineWaiting) }),
        ];
    }

    /// <summary>What the text finds: the tasks of directives that say it, and those of the units it names whose directive says the rest of it.</summary>
    private async Task<IEnumerable<TaskRange>> WithTextAsync(Actor actor, TaskFilter filter, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(filter.Text))
        {
            return Ranges(actor, filter);
        }

        if (await DirectivesAsync(filter.Text, cancel) is not { } directives)
        {
            return [new TaskRange(db.Assignments.AsNoTracking().Where(a => false), TaskOrder.Urgency)];
        }

        var all = Ranges(actor, filter).Select(r => r with { Tasks = r.Tasks.Where(a => directives.Contains(a.DirectiveId)) });
        var named = PlaceNames.NamedIn(await units.UnitsAsync(cancel), filter.Text);
        List<int> ids = [.. named.Ids.Where(u => (filter.UnitIds?.Contains(u) ?? true) && (actor.ReadsEverything || actor.UnitIds.Contains(u)))];
        if (ids.Count == 0)
        {
            return all;
        }

        // A unit's own range holds what the text finds of it, so that no task is in two.
        var rest = named.Rest.Length == 0 ? null : await DirectivesAsync(named.Rest, cancel);
        var others = all.Select(r => r with
        {
            Tasks = filter.Year is null ? r.Tasks.Where(a => !ids.Contains(a.UnitId)) : r.Tasks.Where(a => !ids.Contains(a.GivenToId)),
        });
        return
        [
            .. others,
            .. ids.SelectMany(unit => Ranges(actor, filter with { UnitIds = [unit] }))
                .Select(r => rest is null ? r : r with { Tasks = r.Tasks.Where(a => rest.Contains(a.DirectiveId)) }),
        ];
    }

    private async Task<IQueryable<int?>?> DirectivesAsync(string text, CancellationToken cancel) =>
        (await SearchQuery.FindAsync(db, text, found => found.Where(e => e.Kind == SearchKind.Directive), cancel))?.Select(e => e.RowId);

    private IEnumerable<TaskRange> Ranges(Actor actor, TaskFilter filter)
    {
        var order = filter.IsByDay && filter.Year is null ? TaskOrder.OverdueAfter : TaskOrder.Urgency;
        return filter.Year is { } year ? OfYear(actor, filter, year) : OfUnits(actor, filter.UnitIds).Select(q => new TaskRange(q, order));
    }

    private List<IQueryable<Assignment>> OfUnits(Actor actor, IReadOnlyCollection<int>? chosen)
    {
        var all = db.Assignments.AsNoTracking();
        if (actor.ReadsEverything && chosen is null)
        {
            return [all];
        }

        List<int> ids = actor.ReadsEverything ? [.. chosen!] : [.. actor.UnitIds.Where(u => chosen?.Contains(u) ?? true)];
        var shown = actor.ReadsEverything ? all : all.Where(a => a.Shown == 1);
        return ids.Count == 0 ? [all.Where(a => false)] : ids.ConvertAll(unit => shown.Where(a => a.UnitId == unit));
    }

    /// <summary>A year's tasks, withdrawn ones too; a unit's are those it was given, whoever has them now.</summary>
    private IEnumerable<TaskRange> OfYear(Actor actor, TaskFilter filter, int year)
    {
        var shown = db.Assignments.IgnoreQueryFilters().AsNoTracking().Where(a => a.Shown == 1);
        List<IQueryable<Assignment>> scopes = actor.ReadsEverything ? [shown] : [.. actor.UnitIds.Select(unit => shown.Where(a => a.UnitId == unit))];
        if (filter.UnitIds is { } chosen)
        {
            scopes = [.. scopes.SelectMany(scope => chosen.Select(unit => scope.Where(a => a.GivenToId == unit)))];
        }

        return scopes.DefaultIfEmpty(shown.Where(a => false)).SelectMany(scope => OfYear(scope, year));
    }

    private static TaskRange[] OfYear(IQueryable<Assignment> all, int year)
    {
        var first = new DateOnly(year, 1, 1);
        return
        [
            new TaskRange(all.Where(a => a.CountedIn == year), TaskOrder.Urgency),
            new TaskRange(all.Where(a => a.CountedIn < year && a.SortKey < Assignment.ClosedFrom && a.WithdrawnOn == null), TaskOrder.Urgency),
            new TaskRange(all.Where(a => a.Carried == 1 && a.CountedIn < year && a.ClosedOn >= first), TaskOrder.Closed),
        ];
    }

    private static IQueryable<Assignment> Narrow(IQueryable<Assignment> query, TaskFilter filter, StatusDay day)
    {
        if (filter.ConferenceId is { } conference)
        {
            query = query.Where(a => a.Directive!.ConferenceId == conference);
        }

        if (filter.DirectiveId is { } directive)
        {
            query = query.Where(a => a.DirectiveId == directive);
        }

        if (filter.SortKey is { } key)
        {
            query = query.Where(a => a.SortKey == key);
        }

        if (filter.State is { } state)
        {
            query = query.Where(AssignmentRules.InState(state));
        }

        if (filter.Urgency is { } urgency and not Urgency.NeedsDeadline)
        {
            query = query.Where(urgency == Urgency.Overdue ? AssignmentRules.IsOverdue(day) : AssignmentRules.WithUrgency(urgency, day));
        }

        return filter.Result is { } result ? query.InGroup(result, day, filter.Year) : query;
    }

    /// <summary>A task of a list, what it has in common with those it stands in one line with, and its place.</summary>
    private sealed record GroupedTask(
        int Id, AssignmentState State, (int Directive, int SortKey, bool IsWithdrawn) Alike, NumberKey Key);

    /// <summary>A task of a list as the database gives it, and its place.</summary>
    private sealed record ListedTask
    {
        public required Assignment Assignment { get; init; }

        public string? Number { get; init; }

        public required string Text { get; init; }

        public int ConferenceId { get; init; }

        public required string Title { get; init; }

        public DateOnly Date { get; init; }

        public int OrganiserId { get; init; }

        public DeadlineKind DeadlineKind { get; init; }

        public string? DeadlineText { get; init; }

        public NumberKey Key { get; init; }
    }
}
