using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>What tasks of published conferences have in common where the figures of a year count them.</summary>
/// <param name="CountedIn">The year they are given for.</param>
/// <param name="GivenToId">The unit they were given to.</param>
/// <param name="State">Where they stand.</param>
/// <param name="ClosedIn">The year in which they were closed; 0 while they are open.</param>
/// <param name="IsWithdrawn">1 when they were taken back.</param>
/// <param name="NeedsDeadline">1 when they are open without the deadline they should have.</param>
/// <param name="OverdueAfter">Overdue from the next day on; null for never.</param>
/// <param name="DueOn">The deadline; null for none.</param>
public sealed record TallyKey(
    int CountedIn, int GivenToId, AssignmentState State, int ClosedIn, int IsWithdrawn, int NeedsDeadline, DateOnly? OverdueAfter, DateOnly? DueOn)
{
    /// <summary>Null for a task of a draft, which nobody counts.</summary>
    public static TallyKey? Of(PropertyValues values) => values.GetValue<int>(nameof(Assignment.Shown)) == 0
        ? null
        : new TallyKey(
            values.GetValue<int>(nameof(Assignment.CountedIn)),
            values.GetValue<int>(nameof(Assignment.GivenToId)),
            values.GetValue<AssignmentState>(nameof(Assignment.State)),
            values.GetValue<DateOnly?>(nameof(Assignment.ClosedOn))?.Year ?? 0,
            values.GetValue<DateOnly?>(nameof(Assignment.WithdrawnOn)) is null ? 0 : 1,
            values.GetValue<bool>(nameof(Assignment.NeedsDeadline)) && values.GetValue<int>(nameof(Assignment.SortKey)) < Assignment.SuspendedFrom ? 1 : 0,
            values.GetValue<DateOnly?>(nameof(Assignment.OverdueAfter)),
            values.GetValue<DateOnly?>(nameof(Assignment.DueOn)));

    /// <summary>
    /// The same once a day is past: what was overdue or had fallen due stays so whatever the day was, so that days past need not be told apart.
    /// </summary>
    public TallyKey Past(DateOnly today) => this with
    {
        OverdueAfter = OverdueAfter < today ? DateOnly.MinValue : OverdueAfter,
        DueOn = DueOn <= today ? DateOnly.MinValue : DueOn,
    };
}

/// <summary>
/// A line in the ledger of counts: so many tasks more, or fewer, that are alike. A save adds the lines of what it changes and touches none that are there, so
/// two writers never meet; what is, is the sum of the lines. The daily work sums them up (docs/decisions/0023).
/// </summary>
public sealed class TaskTally
{
    public int Id { get; init; }

    public int CountedIn { get; init; }

    public int GivenToId { get; init; }

    public AssignmentState State { get; init; }

    public int ClosedIn { get; init; }

    public int IsWithdrawn { get; init; }

    public int NeedsDeadline { get; init; }

    public DateOnly? OverdueAfter { get; init; }

    public DateOnly? DueOn { get; init; }

    public int Count { get; init; }

    public TallyKey Key => new(CountedIn, GivenToId, State, ClosedIn, IsWithdrawn, NeedsDeadline, OverdueAfter, DueOn);

    public static TaskTally Of(TallyKey key, int count) => new()
    {
        CountedIn = key.CountedIn,
        GivenToId = key.GivenToId,
        State = key.State,
        ClosedIn = key.ClosedIn,
        IsWithdrawn = key.IsWithdrawn,
        NeedsDeadline = key.NeedsDeadline,
        OverdueAfter = key.OverdueAfter,
        DueOn = key.DueOn,
        Count = count,
    };

    /// <summary>The lines that lead from one count to another; nothing where they are equal.</summary>
    public static IEnumerable<TaskTally> Between(IReadOnlyDictionary<TallyKey, int> before, IReadOnlyDictionary<TallyKey, int> after) =>
        before.Keys.Union(after.Keys)
            .Select(key => (Key: key, More: after.GetValueOrDefault(key) - before.GetValueOrDefault(key)))
            .Where(k => k.More != 0)
            .Select(k => Of(k.Key, k.More));

    /// <summary>The lines of what the tasks of a save have become.</summary>
    public static IEnumerable<TaskTally> Of(IEnumerable<EntityEntry<Assignment>> changes)
    {
        var (before, after) = (new Dictionary<TallyKey, int>(), new Dictionary<TallyKey, int>());
        foreach (var change in changes)
        {
            if (change.State is EntityState.Modified or EntityState.Deleted && TallyKey.Of(change.OriginalValues) is { } was)
            {
                before[was] = before.GetValueOrDefault(was) + 1;
            }

            if (change.State is EntityState.Modified or EntityState.Added && TallyKey.Of(change.CurrentValues) is { } now)
            {
                after[now] = after.GetValueOrDefault(now) + 1;
            }
        }

        return Between(before, after);
    }

    /// <summary>Counts the tasks themselves.</summary>
    public static async Task<Dictionary<TallyKey, int>> CountAsync(IQueryable<Assignment> assignments, CancellationToken cancel)
    {
        var groups = await assignments.IgnoreQueryFilters().Where(a => a.Shown == 1)
            .Select(a => new
            {
                a.CountedIn,
                a.GivenToId,
                a.State,
                ClosedIn = a.ClosedOn == null ? 0 : a.ClosedOn.Value.Year,
                IsWithdrawn = a.WithdrawnOn == null ? 0 : 1,
                NeedsDeadline = a.NeedsDeadline && a.SortKey < Assignment.SuspendedFrom ? 1 : 0,
                a.OverdueAfter,
                a.DueOn,
            })
            .GroupBy(k => k)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancel);
        return groups.ToDictionary(
            g => new TallyKey(
                g.Key.CountedIn, g.Key.GivenToId, g.Key.State, g.Key.ClosedIn, g.Key.IsWithdrawn, g.Key.NeedsDeadline, g.Key.OverdueAfter, g.Key.DueOn),
            g => g.Count);
    }
}

internal sealed class TaskTallyConfiguration : IEntityTypeConfiguration<TaskTally>
{
    public void Configure(EntityTypeBuilder<TaskTally> builder)
    {
        builder.ToTable("TaskTallies");
        builder.Ignore(t => t.Key);
        builder.HasIndex(t => new { t.CountedIn, t.GivenToId, t.State, t.ClosedIn, t.IsWithdrawn, t.NeedsDeadline, t.OverdueAfter, t.DueOn, t.Count });
        builder.HasIndex(t => new { t.ClosedIn, t.CountedIn, t.GivenToId, t.State, t.IsWithdrawn, t.NeedsDeadline, t.OverdueAfter, t.DueOn, t.Count });
    }
}
