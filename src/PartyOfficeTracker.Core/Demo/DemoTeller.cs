using System.Globalization;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;

namespace PartyOfficeTracker.Core.Demo;

/// <summary>Tells how the units' work on one directive goes, as events on the days on which they came.</summary>
internal sealed class DemoTeller(DemoHands hands, DemoDays days, DemoDirective plan, Row directive, DateOnly held, DemoOfficeFile file)
{
    private const int DaysWithoutDeadline = 60;

    private readonly DateOnly _given = days.OnOrAfter(held.AddDays(2));

    /// <summary>What the unit works towards.</summary>
    private DateOnly Target => directive.DueOn ?? held.AddDays(DaysWithoutDeadline);

    /// <summary>The last day of work there is to tell: the report of that day is entered before today.</summary>
    private DateOnly Last => Target < days.WorkingDay(-2) ? Target : days.WorkingDay(-2);

    /// <param name="assignment">The unit's task, just given.</param>
    /// <param name="story">How its work goes.</param>
    /// <param name="i">The unit's place among those that have the directive; units differ by it.</param>
    public void Tell(Assignment assignment, DemoStory story, int i)
    {
        if (story != DemoStory.Untouched)
        {
            hands.Read(assignment, Day(5 + (i % 10)));
        }

        switch (story)
        {
            case DemoStory.InProgress:
                Begin(assignment, i, Day(50 + (i * 7 % 40)));
                break;
            case DemoStory.InTime:
                Finish(assignment, i, Day(60 + (i * 11 % 38)), i % 5 == 0 ? CompletionGrade.Excellent : CompletionGrade.Good);
                break;
            case DemoStory.Late:
                Finish(assignment, i, days.WorkingDay(Target, 1 + (i % 4)), CompletionGrade.Satisfactory);
                break;
            case DemoStory.AfterReturn:
                Return(assignment, i, Day(55));
                Finish(assignment, i, Day(85), CompletionGrade.Good);
                break;
            case DemoStory.Waiting:
                Begin(assignment, i, Day(40));
                hands.Report(assignment, Final(i), days.WorkingDay(Last, -(i % 4)));
                break;
            case DemoStory.Returned:
                Return(assignment, i, days.WorkingDay(Last, -4 - (i % 3)));
                break;
            case DemoStory.Extended:
                Begin(assignment, i, Day(45));
                hands.AskExtension(assignment, Day(75), days.WorkingDay(6), file.AskedBecause);
                hands.GrantExtension(assignment, Day(80));
                break;
            case DemoStory.AskingExtension:
                Begin(assignment, i, Day(45));
                hands.AskExtension(assignment, days.WorkingDay(-2 - (i % 2)), days.WorkingDay(10), file.AskedBecause);
                break;
            case DemoStory.Obstructed:
                Begin(assignment, i, Day(40));
                hands.RaiseObstacle(assignment, days.WorkingDay(-4), file.ObstructedBecause);
                break;
            case DemoStory.Urged:
                hands.Urge(assignment, days.WorkingDay(-3), days.WorkingDay(-1), file.UrgedWith);
                break;
            case DemoStory.Suspended:
                assignment.Suspend(hands.Lead(Day(30)), file.SuspendedBecause);
                break;
            case DemoStory.Untouched:
                break;
        }
    }

    private void Begin(Assignment assignment, int i, DateOnly day) => hands.Report(assignment, new DemoReport(plan.Doing, 30 + (i * 10 % 60)), day);

    private void Finish(Assignment assignment, int i, DateOnly day, CompletionGrade grade) =>
        hands.Accept(assignment, hands.Report(assignment, Final(i), day), days.WorkingDay(day, 3), grade);

    private void Return(Assignment assignment, int i, DateOnly day)
    {
        var reported = hands.Report(assignment, Final(i), day);
        hands.Return(assignment, reported, days.WorkingDay(day, 3), file.ReturnedBecause[i % file.ReturnedBecause.Count]);
    }

    private DemoReport Final(int i) => new(plan.Done, 100, string.Create(CultureInfo.InvariantCulture, $"{120 + (i * 7)}-BC/VPTU"));

    /// <summary>The working day at so many percent of the way from the day the directive was given to its last day of work.</summary>
    private DateOnly Day(int percent)
    {
        var day = days.OnOrBefore(_given.AddDays((Last.DayNumber - _given.DayNumber) * percent / 100));
        return day > _given ? day : days.WorkingDay(_given, 1);
    }
}
