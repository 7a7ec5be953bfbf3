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
}
