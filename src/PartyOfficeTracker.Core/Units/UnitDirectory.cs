using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Core.Units;

/// <summary>A name a unit bore, from one day to another.</summary>
public sealed record NamePeriod(string Name, UnitKind Kind, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>A unit with all its names, newest first.</summary>
public sealed record UnitInfo(
    int Id, string Code, int SortOrder, DateOnly ValidFrom, DateOnly? ValidTo, int? SuccessorId, IReadOnlyList<NamePeriod> Names)
{
    public string CurrentName => Names[0].Name;

    public UnitKind CurrentKind => Names[0].Kind;

    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);

    public string NameOn(DateOnly day) => PeriodOn(day).Name;

    public UnitKind KindOn(DateOnly day) => PeriodOn(day).Kind;

    /// <summary>A province or a city: the units with a provincial party committee.</summary>
    public bool IsProvincialOn(DateOnly day) => KindOn(day) is UnitKind.Province or UnitKind.City;

    private NamePeriod PeriodOn(DateOnly day) =>
        Names.FirstOrDefault(n => n.ValidFrom <= day && (n.ValidTo is null || day <= n.ValidTo)) ?? Names[^1];
}

/// <param name="Id">The field.</param>
/// <param name="Name">As the office calls it.</param>
/// <param name="IsRetired">No longer offered.</param>
/// <param name="Words">The words the minutes reader knows it by.</param>
public sealed record FieldInfo(int Id, string Name, bool IsRetired, IReadOnlyList<string> Words);

/// <summary>The small tables every page needs, read once and kept for a minute: units, fields of work, the work calendar, the anchor events.</summary>
public sealed class UnitDirectory(IMemoryCache cache, IServiceScopes scopes)
{
    private const string UnitsKey = "units";
    private const string FieldsKey = "fields";
    private const string CalendarKey = "calendar";
    private const string AnchorsKey = "anchors";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    /// <summary>All units, living and merged, in official order.</summary>
    public Task<IReadOnlyList<UnitInfo>> UnitsAsync(CancellationToken cancel) => CachedAsync(UnitsKey, ReadUnitsAsync, cancel);

    public async Task<UnitInfo?> FindAsync(int? id, CancellationToken cancel) =>
        id is null ? null : (await UnitsAsync(cancel)).FirstOrDefault(u => u.Id == id);

    /// <summary>The unit that carries on the work of this one today: itself, or the end of its line of successors.</summary>
    public static UnitInfo Today(UnitInfo unit, IReadOnlyDictionary<int, UnitInfo> all)
    {
        while (unit.SuccessorId is { } next)
        {
            unit = all[next];
        }

        return unit;
    }

    /// <summary>The account with its unit and those whose work that one carries on today; the same where it has no unit.</summary>
    public async Task<Actor> WithUnitsAsync(Actor actor, CancellationToken cancel) =>
        actor.UnitId is { } unit ? actor with { UnitIds = await WithForerunnersAsync(unit, cancel) } : actor;

    /// <summary>The unit and those whose work it carries on today.</summary>
    public async Task<IReadOnlyList<int>> WithForerunnersAsync(int unitId, CancellationToken cancel)
    {
        var all = (await UnitsAsync(cancel)).ToDictionary(u => u.Id);
        return [unitId, .. all.Values.Where(u => u.Id != unitId && Today(u, all).Id == unitId).Select(u => u.Id)];
    }

    public async Task<IReadOnlyList<UnitInfo>> ProvincialOnAsync(DateOnly day, CancellationToken cancel) =>
        [.. (await UnitsAsync(cancel)).Where(u => u.IsValidOn(day) && u.IsProvincialOn(day))];

    public async Task<NameBook> NamesAsync(CancellationToken cancel) => new(await UnitsAsync(cancel), await FieldsAsync(cancel));

    public Task<IReadOnlyList<FieldInfo>> FieldsAsync(CancellationToken cancel) => CachedAsync(FieldsKey, ReadFieldsAsync, cancel);

    public Task<WorkCalendar> CalendarAsync(CancellationToken cancel) => CachedAsync(CalendarKey, ReadCalendarAsync, cancel);

    /// <summary>The tables the minutes reader reads with: the dated events deadlines hang on, the fields in use and their words.</summary>
    public async Task<ReaderTables> ReaderTablesAsync(CancellationToken cancel) => new(
        await CachedAsync(AnchorsKey, ReadAnchorsAsync, cancel),
        new FieldsOfWork((await FieldsAsync(cancel)).Where(f => !f.IsRetired).Select(f => new FieldWords(f.Name, f.Words))));

    /// <summary>Called after an administrator changed one of the tables.</summary>
    public void Forget()
    {
        cache.Remove(UnitsKey);
        cache.Remove(FieldsKey);
        cache.Remove(CalendarKey);
        cache.Remove(AnchorsKey);
    }

    private async Task<T> CachedAsync<T>(string key, Func<AppDbContext, CancellationToken, Task<T>> read, CancellationToken cancel)
        where T : class
    {
        if (cache.TryGetValue(key, out T? known))
        {
            return known!;
        }

        var value = await scopes.RunAsync(db => read(db, cancel));
        return cache.Set(key, value, Lifetime);
    }

    private static async Task<IReadOnlyList<UnitInfo>> ReadUnitsAsync(AppDbContext db, CancellationToken cancel)
    {
        var units = await db.Units.AsNoTracking().Include(u => u.Names).OrderBy(u => u.SortOrder).ToListAsync(cancel);
        return
        [
            .. units.Select(u => new UnitInfo(
                u.Id,
                u.Code,
                u.SortOrder,
                u.ValidFrom,
                u.ValidTo,
                u.SuccessorId,
                [.. u.Names.OrderByDescending(n => n.ValidFrom).Select(n => new NamePeriod(n.Name, n.Kind, n.ValidFrom, n.ValidTo))])),
        ];
    }

    private static async Task<IReadOnlyList<FieldInfo>> ReadFieldsAsync(AppDbContext db, CancellationToken cancel) =>
    [
        .. (await db.FieldsOfWork.AsNoTracking().OrderBy(f => f.SortOrder).ToListAsync(cancel))
            .Select(f => new FieldInfo(f.Id, f.Name, f.IsRetired, f.Words is null ? Reading.FieldsOfWork.DefaultWords(f.Name) : FieldWords.Parse(f.Words))),
    ];

    private static async Task<WorkCalendar> ReadCalendarAsync(AppDbContext db, CancellationToken cancel) =>
        new(await db.SpecialDays.AsNoTracking().ToDictionaryAsync(d => d.Day, d => d.IsWorked, cancel));

    private static async Task<AnchorEvents> ReadAnchorsAsync(AppDbContext db, CancellationToken cancel) =>
        new(await db.AnchorDates.AsNoTracking().Select(a => new AnchorEvent(a.Kind, a.Number, a.Name, a.Start, a.End)).ToListAsync(cancel));
}
