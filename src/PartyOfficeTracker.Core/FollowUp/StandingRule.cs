using System.Globalization;
using System.Text.RegularExpressions;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>
/// What "hằng tháng", "hằng quý", "trước ngày 15 hằng tháng" in a standing directive's deadline mean: a task for each period, reported
/// and judged on its own.
/// </summary>
/// <param name="Months">The length of a period: 1, 3, 6 or 12.</param>
/// <param name="Day">The day of the period's last month it is due on; null for the period's end.</param>
public sealed partial record StandingRule(int Months, int? Day)
{
    /// <returns>Null for a directive that is not standing, or whose words name no period.</returns>
    public static StandingRule? Of(Row directive) =>
        directive is { Kind: RowKind.Directive, DeadlineKind: DeadlineKind.Standing } ? ParseOrNull(directive.DeadlineText) : null;

    /// <summary>Reads the first period the words name.</summary>
    public static StandingRule? ParseOrNull(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var folded = VietnameseText.Fold(text);
        var period = PeriodWords().Match(folded);
        if (!period.Success)
        {
            return null;
        }

        var months = period.Groups["unit"].Value switch
        {
            "thang" => 1,
            "quy" or "qui" => 3,
            "nam" => 12,
            _ => 6,
        };
        var day = DayWords().Match(folded);
        var on = day.Success ? int.Parse(day.Groups["day"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        return new StandingRule(months, on is >= 1 and <= 31 ? on : null);
    }

    /// <summary>The period a day lies in.</summary>
    public Period On(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month - ((day.Month - 1) % Months), 1);
        return new Period(first, first.AddMonths(Months).AddDays(-1));
    }

    /// <summary>
    /// The first period of a unit that gets the task on a day: the one the day lies in, or the next where its deadline is past. Nobody is
    /// late with what was not asked for in time.
    /// </summary>
    public Period First(DateOnly day) => On(day) is var running && DueIn(running) >= day ? running : On(running.To.AddDays(1));

    /// <summary>The periods after the one that begins on a day, in order, up to another, that one included.</summary>
    public IEnumerable<Period> After(DateOnly from, Period last)
    {
        for (var next = On(On(from).To.AddDays(1)); next.From <= last.From; next = On(next.To.AddDays(1)))
        {
            yield return next;
        }
    }

    /// <summary>The deadline of a period, before it is moved for a day off.</summary>
    public DateOnly DueIn(Period period) => Day is { } day
        ? new DateOnly(period.To.Year, period.To.Month, Math.Min(day, period.To.Day))
        : period.To;

    [GeneratedRegex(
        @"\b(?:hang|moi|tung)\s+(?<unit>thang|qu[yi]|nam|6 thang|sau thang)\b|\b(?<unit>6 thang|sau thang)\s+(?:mot|1) lan\b",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PeriodWords();

    [GeneratedRegex(@"\bngay\s+(?<day>\d{1,2})\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DayWords();
}
