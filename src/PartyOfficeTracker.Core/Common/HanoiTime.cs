namespace PartyOfficeTracker.Core.Common;

/// <summary>Days are days in Vietnam, whatever zone the server keeps.</summary>
public static class HanoiTime
{
    /// <summary>UTC+7 all year; Vietnam has kept no daylight saving time since 1975, so no zone table is needed.</summary>
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static DateOnly TodayInHanoi(this TimeProvider time) => ToDay(time.GetUtcNow().UtcDateTime);

    public static DateOnly ToDay(DateTime utc) => DateOnly.FromDateTime(ToLocal(utc));

    public static DateTime ToLocal(DateTime utc) => DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified);

    public static DateTime ToUtc(DateTime local) => DateTime.SpecifyKind(local - Offset, DateTimeKind.Utc);
}
