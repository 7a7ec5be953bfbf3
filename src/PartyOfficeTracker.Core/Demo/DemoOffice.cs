using System.Text.Json;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;

namespace PartyOfficeTracker.Core.Demo;

/// <summary>What demo-office.json says: the quarterly briefings, oldest first, and the conference that is being typed.</summary>
internal sealed record DemoOfficeFile(
    IReadOnlyList<JsonElement> Briefings, JsonElement Draft, string SuspendedBecause, IReadOnlyList<string> ReturnedBecause,
    string AskedBecause, string ObstructedBecause, string UrgedWith);

/// <summary>
/// The office at work: the briefings of the last four quarters and one conference that is being typed, all reckoned from today. The
/// words are invented.
/// </summary>
internal sealed class DemoOffice(DemoOfficeFile file, DemoDays days)
{
    private const int DaysSinceTheLatest = 24;
    private const int MonthsOfAQuarter = 3;

    /// <summary>When this office began: before that the conferences of 2020 to 2022 are the office's work.</summary>
    public static readonly DateOnly Began = DemoYears.Closed.AddYears(1);

    /// <summary>The briefings, oldest first.</summary>
    public IReadOnlyList<DemoConference> Briefings()
    {
        var latest = days.OnOrBefore(days.Today.AddDays(-DaysSinceTheLatest));

        // In the last month of a quarter the office looks back on that quarter already.
        var reviewed = Quarter(latest.AddMonths(1 - MonthsOfAQuarter));
        return [.. file.Briefings.Select((template, i) => (Template: template, Months: (file.Briefings.Count - 1 - i) * MonthsOfAQuarter)).Select(b =>
            Fill(b.Template, Quarter(reviewed.From.AddMonths(-b.Months)), b.Months == 0 ? latest : days.OnOrAfter(latest.AddMonths(-b.Months))))];
    }

    /// <summary>The conference of a few days ago, half typed.</summary>
    public DemoConference Draft()
    {
        var held = days.WorkingDay(-2);
        return Fill(file.Draft, Quarter(held.AddMonths(-MonthsOfAQuarter)), held);
    }

    /// <summary>How the work on a briefing goes until today.</summary>
    public void Work(Conference conference, DemoConference demo, IReadOnlyList<Assignment> assignments, DemoHands hands, Func<int, string> codeOf)
    {
        foreach (var (directive, plan) in conference.OfKind(RowKind.Directive).Zip(demo.Directives))
        {
            var teller = new DemoTeller(hands, days, plan, directive, conference.Date, file);
            foreach (var (assignment, i) in assignments.Where(a => a.Directive == directive).Select((a, i) => (a, i)))
            {
                teller.Tell(assignment, plan.Units.GetValueOrDefault(codeOf(assignment.UnitId), plan.Stories[i % plan.Stories.Count]), i);
            }
        }

        if (demo.ClosedAfter is { } after)
        {
            conference.Close(DemoDays.At(days.OnOrAfter(conference.Date.AddDays(after))));
        }
    }

    private static Period Quarter(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month - ((day.Month - 1) % MonthsOfAQuarter), 1);
        return new Period(first, first.AddMonths(MonthsOfAQuarter).AddDays(-1));
    }

    private DemoConference Fill(JsonElement template, Period reviewed, DateOnly held)
    {
        var ahead = Quarter(reviewed.To.AddDays(1));
        var text = template.GetRawText()
            .Replace("{quarter}", reviewed.ToVietnamese(), StringComparison.Ordinal)
            .Replace("{next}", ahead.ToVietnamese(), StringComparison.Ordinal);
        var conference = JsonSerializer.Deserialize<DemoConference>(text, DemoData.Json)!;
        return conference with { Date = held, Directives = [.. conference.Directives.Select(d => WithDeadline(d, held))] };
    }

    private DemoDirective WithDeadline(DemoDirective directive, DateOnly held) => directive with
    {
        Due = directive.WorkingDays is { } count ? days.WorkingDay(count)
            : directive.WithinDays is { } within ? days.OnOrBefore(held.AddDays(within))
            : null,
    };
}
