namespace PartyOfficeTracker.Core.Units;

/// <summary>Working days: Monday to Friday, less the holidays and plus the swapped days of the table administrators edit.</summary>
public sealed class WorkCalendar(IReadOnlyDictionary<DateOnly, bool> specialDays)
{
    /// <summary>Longest run of days searched; no holiday is near it.</summary>
    private const int SearchLimitDays = 400;

    public bool IsWorkingDay(DateOnly day) =>
        specialDays.TryGetValue(day, out var worked) ? worked : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The <paramref name="count"/>-th working day after <paramref name="day"/>, which itself is not counted.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        var limit = day.AddDays(SearchLimitDays);
        var left = count;
        while (left > 0 && day < limit)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
            {
                left--;
            }
        }

        return day;
    }

    /// <summary>The day itself when it is worked, else the next one that is: a term that ends on a day off ends on the day after it.</summary>
    public DateOnly NextWorkingDay(DateOnly day)
    {
        var limit = day.AddDays(SearchLimitDays);
        while (!IsWorkingDay(day) && day < limit)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>How many working days lie after <paramref name="from"/> up to and including <paramref name="to"/>; 0 when it is not later.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }
}
