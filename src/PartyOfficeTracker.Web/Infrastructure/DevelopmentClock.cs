using System.Globalization;
using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>
/// The application's clock. In Development <c>Clock:Today</c> names the day it starts at, to see the office on another day; the time of
/// day stays the real one and runs on.
/// </summary>
public static class DevelopmentClock
{
    private const string Key = "Clock:Today";
    private const string Format = "yyyy-MM-dd";

    /// <exception cref="InvalidOperationException">The day cannot be read, or is set outside Development.</exception>
    public static TimeProvider Read(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration[Key] is not { Length: > 0 } text)
        {
            return TimeProvider.System;
        }

        if (!environment.IsDevelopment())
        {
            throw new InvalidOperationException($"{Key} is set; the clock can be set in Development only. Take the setting out.");
        }

        return DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new ShiftedClock(TimeSpan.FromDays(day.DayNumber - TimeProvider.System.TodayInHanoi().DayNumber))
            : throw new InvalidOperationException($"{Key} is \"{text}\"; it must be a day such as 2027-03-01.");
    }

    private sealed class ShiftedClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
