using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.UnitTests.FollowUp;

/// <summary>The one status function: what happened, and what it means today.</summary>
public class AssignmentStatusTests
{
    private static readonly DateOnly Due = new(2021, 3, 31);
    private static readonly AssignmentEntry By = AssignedBy(new DateOnly(2021, 1, 15));
    private static readonly WorkCalendar Calendar = new(new Dictionary<DateOnly, bool>());

    [Fact]
    public void Nothing_Happened_IsNotStarted() => Assert.Equal(AssignmentState.NotStarted, AssignmentStatus.StateOf(New()));

    [Fact]
    public void AReport_OfPartOfTheWork_IsInProgress() => Assert.Equal(AssignmentState.InProgress, AssignmentStatus.StateOf(Reported(60, Due)));

    [Fact]
    public void AReport_OfAllTheWork_AwaitsADecision() => Assert.Equal(AssignmentState.Submitted, AssignmentStatus.StateOf(Reported(100, Due)));

    [Theory]
    [InlineData(31, AssignmentState.CompletedOnTime)]
    [InlineData(1, AssignmentState.CompletedOnTime)]
    public void Accepted_CountsFromTheEvidencesOwnDay_NotFromTheDayOfEntry(int day, AssignmentState expected)
    {
        var assignment = Reported(100, new DateOnly(2021, 3, day));
        assignment.Accept(By, assignment.Events[^1], CompletionGrade.Good);

        Assert.Equal(expected, AssignmentStatus.StateOf(assignment));
    }

    [Fact]
    public void Accepted_ForWorkDoneAfterTheDeadline_IsCompletedLate()
    {
        var assignment = Reported(100, Due.AddDays(1));
        assignment.Accept(By, assignment.Events[^1], CompletionGrade.Good);

        Assert.Equal(AssignmentState.CompletedLate, AssignmentStatus.StateOf(assignment));
        Assert.Equal(Urgency.None, AssignmentStatus.UrgencyOf(assignment, On(Due.AddYears(1))));
    }

    [Fact]
    public void Returned_IsNotCompleted_AndADayLaterItIsOverdueAgain()
    {
        var assignment = Reported(100, Due);
        assignment.Return(AssignedBy(Due), assignment.Events[^1], "x");

        Assert.Equal(AssignmentState.Returned, AssignmentStatus.StateOf(assignment));
        Assert.Equal(Urgency.Overdue, AssignmentStatus.UrgencyOf(assignment, On(Due.AddDays(1))));
    }

    [Fact]
    public void Returned_ThenReportedAgain_AwaitsADecisionAgain()
    {
        var assignment = Reported(100, Due);
        assignment.Return(AssignedBy(Due), assignment.Events[^1], "x");
        assignment.Report(By, Report(100, Due.AddDays(2)), onBehalf: false);

        Assert.Equal(AssignmentState.Submitted, AssignmentStatus.StateOf(assignment));
    }

    [Fact]
    public void Submitted_InTime_IsNotChargedForTheDaysADecisionTakes() =>
        Assert.Equal(Urgency.InTime, AssignmentStatus.UrgencyOf(Reported(100, Due), On(Due.AddDays(90))));

    [Fact]
    public void Submitted_AfterTheDeadline_IsOverdue() =>
        Assert.Equal(Urgency.Overdue, AssignmentStatus.UrgencyOf(Reported(100, Due.AddDays(4)), On(Due.AddDays(5))));

    [Theory]
    [InlineData(-30, Urgency.InTime)]
    [InlineData(-5, Urgency.DueSoon)]   // Friday 26 March: Monday, Tuesday, Wednesday are left
    [InlineData(-6, Urgency.InTime)]    // Thursday 25 March: four working days are left
    [InlineData(0, Urgency.DueSoon)]
    [InlineData(1, Urgency.Overdue)]
    [InlineData(2, Urgency.Overdue)]
    [InlineData(3, Urgency.SeverelyOverdue)]
    public void OpenWork_IsMeasuredInWorkingDaysBeforeTheDeadlineAndInDaysAfterIt(int days, Urgency expected) =>
        Assert.Equal(expected, AssignmentStatus.UrgencyOf(New(), On(Due.AddDays(days))));

    [Fact]
    public void DueSoon_ReachesOverHolidays()
    {
        var tet = new WorkCalendar(new Dictionary<DateOnly, bool>
        {
            [new(2021, 3, 29)] = false,
            [new(2021, 3, 30)] = false,
        });

        Assert.Equal(Urgency.DueSoon, AssignmentStatus.UrgencyOf(New(), StatusDay.On(new DateOnly(2021, 3, 24), tet)));
    }

    [Fact]
    public void ADirective_WithoutADeadline_NeedsOne_AndIsNeverOverdue()
    {
        var directive = new Row { Kind = RowKind.Directive, Text = "x", Conference = Published() };
        directive.SetDeadline(DeadlineKind.Missing, null);
        var assignment = new Assignment();
        assignment.Assign(By, directive, AssignmentRole.Lead, ownDueOn: null);

        Assert.Equal(Urgency.NeedsDeadline, AssignmentStatus.UrgencyOf(assignment, On(Due.AddYears(9))));
    }

    [Fact]
    public void AStandingDirective_HasNoDeadlineToMiss()
    {
        var directive = new Row { Kind = RowKind.Directive, Text = "x", Conference = Published() };
        directive.SetDeadline(DeadlineKind.Standing, null);
        var assignment = new Assignment();
        assignment.Assign(By, directive, AssignmentRole.Lead, ownDueOn: null);

        Assert.Equal(Urgency.InTime, AssignmentStatus.UrgencyOf(assignment, On(Due.AddYears(9))));
    }

    [Fact]
    public void AUnitsOwnDeadline_WinsOverTheDirectives_AndSurvivesItsChange()
    {
        var directive = NewDirective();
        var assignment = new Assignment();
        assignment.Assign(By, directive, AssignmentRole.Lead, Due.AddDays(10));
        directive.SetDeadline(DeadlineKind.Fixed, Due.AddDays(20));
        assignment.FollowDirective(By, directive);

        Assert.Equal(Due.AddDays(10), assignment.DueOn);
    }

    [Theory]
    [InlineData(DeadlineKind.Fixed, false)]
    [InlineData(DeadlineKind.Missing, true)]
    public void SetDeadline_WithADayWhereNoneBelongs_Throws(DeadlineKind kind, bool withDay) =>
        Assert.Throws<ArgumentException>(() => new Row { Kind = RowKind.Directive, Text = "x" }.SetDeadline(kind, withDay ? Due : null));

    [Fact]
    public void CompletedWork_TakesNoMoreReports()
    {
        var assignment = Reported(100, Due);
        assignment.Accept(By, assignment.Events[^1], CompletionGrade.Good);

        Assert.False(assignment.Report(By, Report(50, Due), onBehalf: false));
        Assert.False(assignment.Return(AssignedBy(Due), assignment.Events[^1], "x"));
    }

    [Fact]
    public void AnUrging_IsAnsweredByAnythingTheUnitSays_AndOwedByNobodyOnceTheTaskIsSuspended()
    {
        Action<Assignment>[] answers =
        [
            a => a.Answer(By, "x", onBehalf: false),
            a => a.Report(By, Report(40, Due), onBehalf: false),
            a => a.AskExtension(By, Due.AddDays(9), "x"),
            a => a.RaiseObstacle(By, DecisionLevel.Secretariat, "x"),
            a => a.Decline(By, "x"),
            a => a.Suspend(By, "x"),
        ];
        foreach (var answer in answers)
        {
            var assignment = New();
            assignment.Urge(By, UrgeKind.Urge, Due, "x");
            Assert.Equal(Due, assignment.AnswerDueOn);

            answer(assignment);

            Assert.Equal((null, null, 1), (assignment.UrgedOn, assignment.AnswerDueOn, assignment.Urges));
        }
    }

    [Fact]
    public void AnUrgeNobodyAnswered_StaysUnanswered_WhenTheUnitIsUrgedAgain()
    {
        var assignment = New();
        assignment.Urge(By, UrgeKind.Urge, Due, "x");
        assignment.Urge(By, UrgeKind.Urge, Due.AddDays(5), "y");

        Assert.Equal((Due, 2), (assignment.AnswerDueOn, assignment.Urges));

        assignment.Answer(By, "z", onBehalf: false);
        assignment.Urge(By, UrgeKind.Urge, Due.AddDays(9), "x");

        Assert.Equal(Due.AddDays(9), assignment.AnswerDueOn);
    }

    private static AssignmentEntry AssignedBy(DateOnly day) => new(1, day.ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc));

    private static StatusDay On(DateOnly today) => StatusDay.On(today, Calendar);

    private static Row NewDirective()
    {
        var directive = new Row { Kind = RowKind.Directive, Text = "x", Conference = Published() };
        directive.SetDeadline(DeadlineKind.Fixed, Due);
        return directive;
    }

    private static Assignment New()
    {
        var assignment = new Assignment();
        assignment.Assign(By, NewDirective(), AssignmentRole.Lead, ownDueOn: null);
        return assignment;
    }

    private static Conference Published()
    {
        var conference = new Conference { Title = "x" };
        conference.Publish(new DateTime(2021, 1, 14, 2, 0, 0, DateTimeKind.Utc));
        return conference;
    }

    private static ProgressReport Report(int percent, DateOnly day) => new() { Text = "x", Percent = percent, HappenedOn = day };

    private static Assignment Reported(int percent, DateOnly day)
    {
        var assignment = New();
        assignment.Report(By, Report(percent, day), onBehalf: false);
        return assignment;
    }
}
