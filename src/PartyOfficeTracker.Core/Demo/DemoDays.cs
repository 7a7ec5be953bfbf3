using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Demo;

/// <summary>The days of the demo as seen from today. What it makes lies before today, so that it is the same at any hour.</summary>
internal sealed record DemoDays(DateOnly Today, WorkCalendar Calendar)
{
    /// <summary>Half past ten in the morning in Hà Nội.</summary>
    private static readonly TimeOnly Morning = new(3, 30);

    public static DateTime At(DateOnly day) => day.ToDateTime(Morning, DateTimeKind.Utc);

    public bool Came(DateOnly day) => day < Today;

    /// <summary>The working day so many after today, before it when negative.</summary>
    public DateOnly WorkingDay(int count) => WorkingDay(Today, count);

    public DateOnly WorkingDay(DateOnly from, int count)
    {
        var step = Math.Sign(count);
        var day = from;
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            left -= Calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    public DateOnly OnOrBefore(DateOnly day) => Calendar.IsWorkingDay(day) ? day : WorkingDay(day, -1);

    public DateOnly OnOrAfter(DateOnly day) => Calendar.IsWorkingDay(day) ? day : WorkingDay(day, 1);
}
