using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Core.Auditing;

/// <param name="Before">Where the page begins, as the page beside it says; rows come newest first.</param>
public sealed record AuditFilter(int? UserId, string? Entity, Guid? EntityUid, DateOnly? From, DateOnly? To, string? Before)
{
    public const int PageSize = 50;

    /// <summary>Rows of a page.</summary>
    public int Size { get; init; } = PageSize;
}

/// <summary>One field's change, as stored: see <see cref="RecordText"/> for how a person reads it.</summary>
public sealed record AuditChange(
    [property: JsonPropertyName("f")] string Field,
    [property: JsonPropertyName("o")] string? Old,
    [property: JsonPropertyName("n")] string? New)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static IReadOnlyList<AuditChange> Read(string json) => JsonSerializer.Deserialize<List<AuditChange>>(json) ?? [];

    public static string Write(IReadOnlyList<AuditChange> changes) => JsonSerializer.Serialize(changes, Json);
}

public sealed record AuditListItem(
    long Id, DateTime At, string UserName, AuditAction Action, string Entity, Guid EntityUid, string? Label, string? Reason,
    IReadOnlyList<AuditChange> Changes);

/// <summary>The audit trail, read only: administrators and inspectors.</summary>
public sealed class AuditReader(AppDbContext db)
{
    private static readonly TimeSpan HanoiOffset = TimeSpan.FromHours(7);

    public async Task<Result<PagedList<AuditListItem>>> ListAsync(Actor actor, AuditFilter filter, CancellationToken cancel)
    {
        if (!MayRead(actor))
        {
            return Failure.Forbidden;
        }

        var query = Filter(filter);
        var total = await query.Take(PagedList<AuditListItem>.CountCap).CountAsync(cancel);
        var place = Place.Parse(filter.Before);
        var rows = await From(query, place).Take(filter.Size + 1).ToListAsync(cancel);
        var items = rows
            .ConvertAll(a => new AuditListItem(a.Id, a.At, a.UserName, a.Action, a.Entity, a.EntityUid, a.Label, a.Reason, AuditChange.Read(a.Changes)));
        return PagedList.Of(place, items, filter.Size, total, a => new NumberKey(a.At.Ticks, a.Id).ToString());
    }

    /// <summary>The newest first, from a place on in the order of reading: the moment leads, so that a month is a range of the index.</summary>
    private static IQueryable<AuditEntry> From(IQueryable<AuditEntry> query, Place place)
    {
        if (NumberKey.Parse(place.Key) is not { } key || key.Number > DateTime.MaxValue.Ticks)
        {
            return query.OrderByDescending(a => a.At).ThenByDescending(a => a.Id);
        }

        var (at, id) = (new DateTime(key.Number, DateTimeKind.Utc), key.Id);
        return place.IsBackwards
            ? query.Where(a => a.At >= at && (a.At > at || a.Id > id)).OrderBy(a => a.At).ThenBy(a => a.Id)
            : query.Where(a => a.At <= at && (a.At < at || a.Id < id)).OrderByDescending(a => a.At).ThenByDescending(a => a.Id);
    }

    public async Task<Result<IReadOnlyList<(int Id, string UserName)>>> UsersAsync(Actor actor, CancellationToken cancel)
    {
        if (!MayRead(actor))
        {
            return Failure.Forbidden;
        }

        var users = await db.Users.AsNoTracking().OrderBy(u => u.UserName).Select(u => new { u.Id, u.UserName }).ToListAsync(cancel);
        return Result.Success<IReadOnlyList<(int, string)>>([.. users.Select(u => (u.Id, u.UserName!))]);
    }

    private static bool MayRead(Actor actor) => actor.Role is UserRole.Administrator or UserRole.Inspector;

    private static DateTime StartOf(DateOnly day) => DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue) - HanoiOffset, DateTimeKind.Utc);

    private IQueryable<AuditEntry> Filter(AuditFilter filter)
    {
        var query = db.AuditEntries.AsNoTracking();
        if (filter.UserId is { } userId)
        {
            query = query.Where(a => a.UserId == userId);
        }

        if (filter.EntityUid is { } uid)
        {
            query = query.Where(a => a.EntityUid == uid);
        }

        if (filter.Entity is { } entity)
        {
            query = query.Where(a => a.Entity == entity);
        }

        if (filter.From is { } from)
        {
            var start = StartOf(from);
            query = query.Where(a => a.At >= start);
        }

        if (filter.To is { } to)
        {
            var end = StartOf(to.AddDays(1));
            query = query.Where(a => a.At < end);
        }

        return query;
    }
}
