using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.UnitTests.FollowUp;

/// <summary>
/// Cases worked out by hand on paper: the deadline is Wednesday 31 March 2021 unless the case says otherwise, and each late day is
/// somebody's.
/// </summary>
public class LatenessTests
{
    private static readonly DateOnly Given = new(2021, 1, 15);
    private static readonly DateOnly Due = new(2021, 3, 31);

    [Fact]
    public void OpenWork_IsTheUnitsDayByDay()
    {
        var a = New();

        Assert.Equal(Lateness.None, Of(a, Due));
        Assert.Equal(new Lateness(1, 0, 0, 0), Of(a, Due.AddDays(1)));
        Assert.Equal(new Lateness(30, 0, 0, 0), Of(a, Due.AddDays(30)));
    }

    [Fact]
    public void WorkDoneInTime_EnteredNineDaysLateByTheClerk_IsTheClerks()
    {
        var a = New();
        Report(a, on: Due, done: Due, entered: Due.AddDays(9), onBehalf: true);
        Accept(a, Due.AddDays(9));

        Assert.Equal(AssignmentState.CompletedOnTime, a.State);
        Assert.Equal(new Lateness(0, 9, 0, 0), Of(a, Due.AddDays(60)));
    }

    [Fact]
    public void AcceptedSixDaysLate_IsTheAccepters()
    {
        var a = New();
        Report(a, on: Due, done: Due, entered: Due);
        Accept(a, Due.AddDays(6));

        Assert.Equal(AssignmentState.CompletedOnTime, a.State);
        Assert.Equal(new Lateness(0, 0, 6, 0), Of(a, Due.AddDays(60)));
    }

    [Fact]
    public void DoneLate_EnteredLater_AcceptedLaterStill_EachHasItsOwnDays()
    {
        var a = New();
        Report(a, on: Due, done: Due.AddDays(2), entered: Due.AddDays(5), onBehalf: true);
        Accept(a, Due.AddDays(9));

        Assert.Equal(AssignmentState.CompletedLate, a.State);
        Assert.Equal(new Lateness(Unit: 2, Clerk: 3, Accepter: 4, Centre: 0), Of(a, Due.AddDays(60)));
    }

    [Fact]
    public void AUnitThatReportsItsOwnWorkLate_HasThoseDaysItself()
    {
        var a = New();
        Report(a, on: Due, done: Due.AddDays(-1), entered: Due.AddDays(5));

        Assert.Equal(new Lateness(5, 0, 0, 0), Of(a, Due.AddDays(5)));
        Assert.Equal(new Lateness(5, 0, 2, 0), Of(a, Due.AddDays(7)));
    }

    [Fact]
    public void ReturnedThenAccepted_TheWaitIsTheAcceptersAndTheRestTheUnits()
    {
        var a = New();
        Report(a, on: Due, done: Due, entered: Due);
        Assert.True(a.Return(By(Due.AddDays(3)), a.Events[^1], "thiếu số liệu"));
        Report(a, on: Due, done: Due.AddDays(8), entered: Due.AddDays(8));
        Accept(a, Due.AddDays(10));

        Assert.Equal(AssignmentState.CompletedLate, a.State);
        Assert.Equal(new Lateness(Unit: 5, Clerk: 0, Accepter: 5, Centre: 0), Of(a, Due.AddDays(60)));
    }

    [Fact]
    public void ExtendedTwice_OnlyTheLastDeadlineCounts_AndTheOldOnesAreKept()
    {
        var a = New();
        Assert.True(a.AskExtension(By(Due.AddDays(-5)), Due.AddDays(10), "chờ hướng dẫn"));
        Assert.True(a.GrantExtension(By(Due.AddDays(-2)), Due.AddDays(10), null));
        Assert.True(a.AskExtension(By(Due.AddDays(8)), Due.AddDays(20), "chờ tiếp"));
        Assert.True(a.GrantExtension(By(Due.AddDays(13)), Due.AddDays(20), null));

        Assert.Equal(Lateness.None, Of(a, Due.AddDays(20)));
        Assert.Equal(new Lateness(4, 0, 0, 0), Of(a, Due.AddDays(24)));
        Assert.Equal((2, Due.AddDays(20)), (a.Extensions, a.DueOn));
        Assert.Equal([Due, Due.AddDays(10)], a.Events.Where(e => e.Kind == AssignmentEventKind.ExtensionGranted).Select(e => e.OldDueOn));
    }

    [Fact]
    public void ARequestThatIsRefusedLate_CostsTheCentreTheDaysItWaited()
    {
        var a = New();
        Assert.True(a.AskExtension(By(Due.AddDays(-1)), Due.AddDays(30), "x"));
        Assert.True(a.RefuseExtension(By(Due.AddDays(4)), "không đủ lý do"));

        Assert.Equal(new Lateness(Unit: 6, Clerk: 0, Accepter: 0, Centre: 4), Of(a, Due.AddDays(10)));
    }

    [Fact]
    public void AnObstacle_IsTheCentresUntilItIsSettled()
    {
        var a = New();
        Assert.True(a.RaiseObstacle(By(Due.AddDays(2)), DecisionLevel.CentralCommission, "chưa có kinh phí"));
        Assert.True(a.SettleObstacle(By(Due.AddDays(7)), "đã cấp"));

        Assert.Equal(new Lateness(Unit: 5, Clerk: 0, Accepter: 0, Centre: 5), Of(a, Due.AddDays(10)));
    }

    [Fact]
    public void GivenAfterItsDeadline_LatenessOfTheUnitBeginsTheDayAfterItWasGiven()
    {
        var a = New(Due.AddDays(12));

        Assert.Equal(Due.AddDays(12), a.LateAfter);
        Assert.Equal(new Lateness(0, 0, 0, 12), Of(a, Due.AddDays(12)));
        Assert.Equal(new Lateness(3, 0, 0, 12), Of(a, Due.AddDays(15)));
        Assert.Equal(Urgency.DueSoon, AssignmentStatus.UrgencyOf(a, Today(Due.AddDays(12))));
        Assert.Equal(Urgency.Overdue, AssignmentStatus.UrgencyOf(a, Today(Due.AddDays(13))));
    }

    [Fact]
    public void WhatTheUnitCannotSeeYet_IsNotOverdue()
    {
        var directive = Directive(new Conference { Title = "x" });
        var a = new Assignment { GivenToId = 1 };
        a.Assign(By(Given), directive, AssignmentRole.Lead, null);

        Assert.Equal(Urgency.InTime, AssignmentStatus.UrgencyOf(a, Today(Due.AddDays(40))));
        Assert.Equal(new Lateness(0, 0, 0, 40), Of(a, Due.AddDays(40)));

        a.Show(By(Due.AddDays(40)));

        Assert.Equal(new Lateness(2, 0, 0, 40), Of(a, Due.AddDays(42)));
    }

    [Fact]
    public void ADeadlineTypedAfterItHadPassed_IsTheCentres()
    {
        var directive = Directive();
        directive.SetDeadline(DeadlineKind.Missing, null);
        var a = new Assignment { GivenToId = 1 };
        a.Assign(By(Given), directive, AssignmentRole.Lead, null);
        directive.SetDeadline(DeadlineKind.Fixed, Due);
        a.FollowDirective(By(Due.AddDays(5)), directive);

        Assert.Equal(new Lateness(Unit: 2, Clerk: 0, Accepter: 0, Centre: 5), Of(a, Due.AddDays(7)));
    }

    [Fact]
    public void SuspendedDays_AreNobodys()
    {
        var a = New();
        Assert.True(a.Suspend(By(Due.AddDays(1)), "chờ sắp xếp bộ máy"));
        Assert.True(a.Resume(By(Due.AddDays(31)), null));

        Assert.Equal(new Lateness(3, 0, 0, 0), Of(a, Due.AddDays(33)));
    }

    [Fact]
    public void WorkDoneOnTheDayItGoesOn_AfterASuspensionOverItsDeadline_IsInTime()
    {
        var a = New();
        Assert.True(a.Suspend(By(Due.AddDays(-10)), "chờ sắp xếp bộ máy"));
        Assert.True(a.Resume(By(Due.AddDays(20)), null));

        Assert.Equal((Due.AddDays(20), 20), (a.LateAfter, a.PausedDays));
        Assert.Equal(Urgency.Overdue, AssignmentStatus.UrgencyOf(a, Today(Due.AddDays(21))));
        Report(a, on: Due, done: Due.AddDays(20), entered: Due.AddDays(20));
        Accept(a, Due.AddDays(20));

        Assert.Equal((AssignmentState.CompletedOnTime, Lateness.None), (a.State, Of(a, Due.AddDays(60))));
    }

    [Fact]
    public void SuspendedWhenItWasLateAlready_ItGoesOnAsLateAsItWas()
    {
        var a = New();
        Assert.True(a.Suspend(By(Due.AddDays(6)), "chờ sắp xếp bộ máy"));
        Assert.True(a.Resume(By(Due.AddDays(20)), null));

        Assert.Equal(Due.AddDays(14), a.LateAfter);
        Assert.Equal(new Lateness(6, 0, 0, 0), Of(a, Due.AddDays(20)));
        Assert.Equal(Urgency.SeverelyOverdue, AssignmentStatus.UrgencyOf(a, Today(Due.AddDays(20))));
    }

    [Fact]
    public void ALaterDeadline_AfterASuspension_IsTheDeadline()
    {
        var a = New();
        Assert.True(a.Suspend(By(Due.AddDays(-10)), "chờ sắp xếp bộ máy"));
        Assert.True(a.Resume(By(Due.AddDays(20)), null));
        Assert.True(a.Extend(By(Due.AddDays(21)), Due.AddDays(40), "cho thêm"));

        Assert.Equal((Due.AddDays(40), 0), (a.LateAfter, a.PausedDays));
    }

    [Fact]
    public void GivenToAnotherUnit_EachHasItsOwnDays_AndWhatTheFirstAskedIsSettled()
    {
        var a = New();
        Assert.True(a.AskExtension(By(Due.AddDays(3)), Due.AddDays(30), "chờ hướng dẫn"));
        Assert.True(a.Reassign(By(Due.AddDays(5)), 7, "đúng địa bàn"));

        Assert.Equal((7, 7), (a.UnitId, a.GivenToId));
        Assert.Equal((Due.AddDays(5), null, Turn.Unit), (a.LateAfter, a.ExtensionAskedOn, a.Turn));
        Assert.Equal(new Lateness(Unit: 0, Clerk: 0, Accepter: 0, Centre: 2, Former: 3), Of(a, Due.AddDays(5)));
        Assert.Equal(new Lateness(Unit: 4, Clerk: 0, Accepter: 0, Centre: 2, Former: 3), Of(a, Due.AddDays(9)));
        Assert.Equal(new Lateness(3, 0, 0, 2), Lateness.While([1], a.Events, Due.AddDays(9)));
        Assert.Equal(new Lateness(4, 0, 0, 0), Lateness.While([7], a.Events, Due.AddDays(9)));
        Assert.True(a.AskExtension(By(Due.AddDays(9)), Due.AddDays(30), "mới nhận"));
    }

    [Fact]
    public void GivenToAnotherUnit_ItBeginsAnew_AndNotWhileAReportWaits()
    {
        var a = New();
        Assert.True(a.Report(By(Given), new ProgressReport { Text = "x", Percent = 60, HappenedOn = Given }, onBehalf: false));
        Assert.True(a.Reassign(By(Due.AddDays(-9)), 7, "đúng địa bàn"));

        Assert.Equal((AssignmentState.NotStarted, 0, Due), (a.State, a.Percent, a.LateAfter));
        Report(a, on: Due, done: Due, entered: Due);
        Assert.False(a.Reassign(By(Due), 8, "đúng địa bàn"));
    }

    [Fact]
    public void Withdrawn_TheClockStands()
    {
        var a = New();
        Assert.True(a.WithdrawBy(By(Due.AddDays(3)), new Paper("12-QĐ/TW", Due), null));

        Assert.Equal(new Lateness(3, 0, 0, 0), Of(a, Due.AddDays(300)));
    }

    [Fact]
    public void PassedOnToASuccessor_TheDaysStayCounted()
    {
        var a = New();
        Assert.True(a.PassOn(By(Due.AddDays(2)), 7, "hợp nhất"));

        Assert.Equal((7, 1), (a.UnitId, a.GivenToId));
        Assert.Equal(new Lateness(5, 0, 0, 0), Of(a, Due.AddDays(5)));
    }

    [Fact]
    public void AnExtensionToAnEarlierDay_IsRefused()
    {
        var a = New();

        Assert.False(a.AskExtension(By(Given), Due, "x"));
        Assert.True(a.AskExtension(By(Given), Due.AddDays(5), "x"));
        Assert.False(a.GrantExtension(By(Given), Due, "x"));
    }

    [Theory]
    [InlineData(2021, 4, 30, 2021, 5, 4)]   // Friday, Reunification Day; Saturday is 1 May, Monday 3 May is its substitute
    [InlineData(2021, 4, 3, 2021, 4, 5)]    // a Saturday
    [InlineData(2021, 4, 6, 2021, 4, 6)]    // a Tuesday
    public void ADeadlineOnADayOff_MovesToTheNextWorkingDay_AndTheOrderedDayIsKept(int y, int m, int d, int movedYear, int movedMonth, int movedDay)
    {
        var calendar = new WorkCalendar(new Dictionary<DateOnly, bool>
        {
            [new(2021, 4, 30)] = false,
            [new(2021, 5, 1)] = false,
            [new(2021, 5, 3)] = false,
        });
        var (ordered, moved) = (new DateOnly(y, m, d), new DateOnly(movedYear, movedMonth, movedDay));
        var directive = Directive();
        directive.SetDeadline(DeadlineKind.Fixed, ordered);
        var a = new Assignment { GivenToId = 1 };
        a.Assign(By(Given) with { Calendar = calendar }, directive, AssignmentRole.Lead, null);

        Assert.Equal((moved, ordered == moved ? null : (DateOnly?)ordered), (a.DueOn!.Value, a.OrderedDueOn));
    }

    [Fact]
    public void WhenTheCalendarChanges_TheDeadlineMovesWithIt_WithATrace()
    {
        var a = New();
        a.FollowCalendar(By(Due.AddDays(-9)) with { Calendar = new WorkCalendar(new Dictionary<DateOnly, bool> { [Due] = false }) });

        Assert.Equal((Due.AddDays(1), Due), (a.DueOn, a.OrderedDueOn));
        Assert.Equal(AssignmentEventKind.DeadlineChanged, a.Events[^1].Kind);

        a.FollowCalendar(By(Due.AddDays(-8)) with { Calendar = new WorkCalendar(new Dictionary<DateOnly, bool>()) });

        Assert.Equal((Due, null), (a.DueOn, a.OrderedDueOn));
    }

    private static Lateness Of(Assignment a, DateOnly day) => Lateness.Of(a.Events, day);

    private static StatusDay Today(DateOnly day) => StatusDay.On(day, new WorkCalendar(new Dictionary<DateOnly, bool>()));

    private static AssignmentEntry By(DateOnly day) => new(1, day.ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc));

    private static Conference Published()
    {
        var conference = new Conference { Title = "x" };
        conference.Publish(Given.ToDateTime(default, DateTimeKind.Utc));
        return conference;
    }

    private static Row Directive(Conference? conference = null)
    {
        var directive = new Row { Kind = RowKind.Directive, Text = "x", Conference = conference ?? Published() };
        directive.SetDeadline(DeadlineKind.Fixed, Due);
        return directive;
    }

    private static Assignment New(DateOnly? given = null)
    {
        var a = new Assignment { GivenToId = 1 };
        a.Assign(By(given ?? Given), Directive(), AssignmentRole.Lead, null);
        return a;
    }

    private static void Report(Assignment a, DateOnly on, DateOnly done, DateOnly entered, bool onBehalf = false)
    {
        Assert.Equal(on, a.DueOn);
        Assert.True(a.Report(By(entered), new ProgressReport { Text = "x", Percent = 100, HappenedOn = done }, onBehalf));
    }

    private static void Accept(Assignment a, DateOnly day) => Assert.True(a.Accept(By(day), a.Events[^1], CompletionGrade.Good));
}
