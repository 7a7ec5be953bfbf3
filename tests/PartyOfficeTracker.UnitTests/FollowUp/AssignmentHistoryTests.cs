using FsCheck;
using FsCheck.Fluent;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.UnitTests.FollowUp;

/// <summary>What happened is kept: the columns of an assignment are the fold over its events, for every prefix and every day.</summary>
public class AssignmentHistoryTests
{
    private const int Cases = 2000;

    private static readonly DateOnly First = new(2021, 1, 15);
    private static readonly Verb[] Verbs = Enum.GetValues<Verb>();

    private enum Verb
    {
        Read,
        ReportPart,
        ReportAll,
        Accept,
        Return,
        MoveDirective,
        DropDeadline,
        SetOwn,
        ClearOwn,
        Suspend,
        Resume,
        Withdraw,
        AssignAgain,
        Show,
        Correct,
        AskExtension,
        GrantExtension,
        RefuseExtension,
        Extend,
        Decline,
        RefuseDecline,
        RaiseObstacle,
        SettleObstacle,
        Urge,
        Answer,
        PassOn,
        Reassign,
        WithdrawByPaper,
        FollowCalendar,
        Lead,
        Coordinate,
    }

    [Fact]
    public void AnySequenceOfVerbs_ReplaysToTheStoredColumns_AfterEveryStep() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Cases),
        Prop.ForAll(Sequences().ToArbitrary(), verbs =>
        {
            var (assignment, directive) = New();
            for (var i = 0; i < verbs.Length; i++)
            {
                Do(assignment, directive, verbs[i], First.AddDays(i));
                Assert.Equal(Columns(assignment), Columns(Assignment.Replay(assignment.Events, DateOnly.MaxValue)!));
            }
        }));

    [Fact]
    public void Replay_OfAnyDay_GivesWhatWasKnownThatEvening() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Cases),
        Prop.ForAll(Sequences().ToArbitrary(), verbs =>
        {
            var (assignment, directive) = New();
            var known = new List<string> { Columns(assignment) };
            for (var i = 0; i < verbs.Length; i++)
            {
                Do(assignment, directive, verbs[i], First.AddDays(i + 1));
                known.Add(Columns(assignment));
            }

            var shuffled = assignment.Events.OrderBy(e => e.Uid.GetHashCode()).ToList();
            Assert.All(known.Select((columns, i) => (columns, i)), k => Assert.Equal(k.columns, Columns(Assignment.Replay(shuffled, First.AddDays(k.i))!)));
        }));

    [Fact]
    public void AVerbThatIsRefused_LeavesNoEvent_AndEventsAreNumberedWithoutGaps() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Cases),
        Prop.ForAll(Sequences().ToArbitrary(), verbs =>
        {
            var (assignment, directive) = New();
            for (var i = 0; i < verbs.Length; i++)
            {
                var (before, events) = (Columns(assignment), assignment.Events.Count);
                var done = Do(assignment, directive, verbs[i], First.AddDays(i));
                Assert.True(done || (before == Columns(assignment) && events == assignment.Events.Count), verbs[i].ToString());
            }

            Assert.Equal(Enumerable.Range(1, assignment.Events.Count), assignment.Events.Select(e => e.Sequence));
        }));

    [Fact]
    public void NoSequenceOfVerbs_ReachesAStateTheRulesForbid() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Cases),
        Prop.ForAll(Sequences().ToArbitrary(), verbs =>
        {
            var (assignment, directive) = New();
            for (var i = 0; i < verbs.Length; i++)
            {
                Do(assignment, directive, verbs[i], First.AddDays(i));
                var a = assignment;
                Assert.True(a.ClosedOn is null == (a.CompletedOn is null && a.WithdrawnOn is null), "closed means completed or withdrawn");
                Assert.False(a.CompletedOn is not null && (a.SubmittedOn is not null || a.Percent < 100), "completed, and still waiting or unfinished");
                Assert.False(!a.IsOpen && (a.ExtensionAskedOn ?? a.DeclinedOn ?? a.ObstacleOn ?? a.UrgedOn) is not null, "closed, and a question left");
                Assert.False(a.SubmittedOn is not null && a.ReturnedOn is not null, "waits, and was returned");
                Assert.True(a.Turn == Turn.Nobody == (!a.IsOpen || a.SuspendedOn is not null), "open work without anybody's turn");
                Assert.True(a.ExtensionAskedOn is null == a.WishedDueOn is null && a.UrgedOn is null == a.AnswerDueOn is null, "half a question");
            }
        }));

    [Fact]
    public void ChargedDays_AddUpToTheDaysPastTheDeadlineThatWereNotSuspended() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Cases),
        Prop.ForAll(Sequences().ToArbitrary(), Gen.Choose(0, 200).ToArbitrary(), (verbs, day) =>
        {
            var (assignment, directive) = New();
            for (var i = 0; i < verbs.Length; i++)
            {
                Do(assignment, directive, verbs[i], First.AddDays(4 * i));
            }

            var asOf = First.AddDays(day);
            var known = Assignment.Replay(assignment.Events, asOf)!;
            var end = known.ClosedOn < asOf ? known.ClosedOn.Value : asOf;
            var late = known.DueOn is not { } due ? 0 : Enumerable.Range(1, Math.Max(0, end.DayNumber - due.DayNumber))
                .Count(n => Assignment.Replay(assignment.Events, due.AddDays(n - 1))?.SuspendedOn is null);

            Assert.Equal(late, Lateness.Of(assignment.Events, asOf).Total);
        }));

    [Fact]
    public void WhatIsCompletedLate_HasLateDays_AndDaysOfSuspensionAloneMakeNothingLate() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Cases),
        Prop.ForAll(Sequences().ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (verbs, step) =>
        {
            var (assignment, directive) = New();
            Do(assignment, directive, Verb.Show, First);
            for (var i = 0; i < verbs.Length; i++)
            {
                Do(assignment, directive, verbs[i], First.AddDays(step * i));
            }

            Assert.False(assignment.State == AssignmentState.CompletedLate && Lateness.Of(assignment.Events, DateOnly.MaxValue.AddDays(-1)).Total == 0);
        }));

    [Fact]
    public void LateDaysOfEachUnitThatHadTheTask_AddUpToAllOfThem() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Cases),
        Prop.ForAll(Sequences().ToArbitrary(), Gen.Choose(0, 300).ToArbitrary(), (verbs, day) =>
        {
            var (assignment, directive) = New();
            Do(assignment, directive, Verb.Show, First);
            for (var i = 0; i < verbs.Length; i++)
            {
                Do(assignment, directive, verbs[i], First.AddDays(6 * i));
            }

            var asOf = First.AddDays(day);
            var units = assignment.Events.Select(e => e.UnitId).OfType<int>().Distinct();
            var each = units.Select(u => Lateness.While([u], assignment.Events, asOf)).Aggregate(Lateness.None, (sum, one) => sum + one);
            var all = Lateness.Of(assignment.Events, asOf);

            Assert.Equal((all.Total, all.Unit + all.Former, 0), (each.Total, each.Unit, each.Former));
        }));

    [Fact]
    public void Replay_BeforeAnythingWasEntered_KnowsNothing() => Assert.Null(Assignment.Replay(New().Assignment.Events, First.AddDays(-1)));

    [Fact]
    public void AChangedDeadline_KeepsTheOldOne()
    {
        var (assignment, directive) = New();

        Do(assignment, directive, Verb.MoveDirective, First.AddDays(3));

        var changed = assignment.Events[^1];
        Assert.Equal(
            (AssignmentEventKind.DeadlineChanged, new DateOnly(2021, 3, 31), new DateOnly(2021, 4, 3)), (changed.Kind, changed.OldDueOn, changed.NewDueOn));
    }

    [Fact]
    public void ASuspendedTask_TakesNoReport_AndGoesOnWhereItWas()
    {
        var (assignment, directive) = New();
        Do(assignment, directive, Verb.ReportPart, First);

        Assert.True(Do(assignment, directive, Verb.Suspend, First.AddDays(1)));
        Assert.Equal(AssignmentState.Suspended, AssignmentStatus.StateOf(assignment));
        Assert.False(Do(assignment, directive, Verb.ReportAll, First.AddDays(2)));
        Assert.True(Do(assignment, directive, Verb.Resume, First.AddDays(3)));
        Assert.Equal(AssignmentState.InProgress, AssignmentStatus.StateOf(assignment));
    }

    [Fact]
    public void AReportedTask_CannotBeWithdrawn()
    {
        var (assignment, directive) = New();
        Do(assignment, directive, Verb.ReportPart, First);

        Assert.False(Do(assignment, directive, Verb.Withdraw, First.AddDays(1)));
    }

    private static Gen<Verb[]> Sequences() => Gen.ArrayOf(Gen.Elements(Verbs));

    private static (Assignment Assignment, Row Directive) New()
    {
        var directive = new Row { Kind = RowKind.Directive, Text = "x" };
        directive.SetDeadline(DeadlineKind.Fixed, new DateOnly(2021, 3, 31));
        var assignment = new Assignment { GivenToId = 1 };
        assignment.Assign(By(First), directive, AssignmentRole.Lead, ownDueOn: null);
        return (assignment, directive);
    }

    private static AssignmentEntry By(DateOnly day) => new(1, day.ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc));

    /// <returns>Whether the verb was allowed, or had nothing to do.</returns>
    private static bool Do(Assignment assignment, Row directive, Verb verb, DateOnly day)
    {
        var by = By(day);
        var reported = assignment.Events.FindLast(e => e.Kind == AssignmentEventKind.Reported) ?? assignment.Events[0];
        switch (verb)
        {
            case Verb.Read:
                assignment.MarkRead(by);
                return true;
            case Verb.ReportPart:
                return assignment.Report(by, new ProgressReport { Text = "x", Percent = 40, HappenedOn = day }, onBehalf: false);
            case Verb.ReportAll:
                return assignment.Report(by, new ProgressReport { Text = "x", Percent = 100, HappenedOn = day.AddDays(-1) }, onBehalf: true);
            case Verb.Accept:
                return assignment.Accept(by, reported, CompletionGrade.Good);
            case Verb.Return:
                return assignment.Return(by, reported, "x");
            case Verb.Suspend:
                return assignment.Suspend(by, "x");
            case Verb.Resume:
                return assignment.Resume(by, null);
            case Verb.Withdraw:
                return assignment.Withdraw(by, "x");
            case Verb.Correct:
                return assignment.Correct(by, reported, new ProgressReport { Text = "x", Percent = 100, HappenedOn = day }, onBehalf: false, "x");
            case Verb.PassOn:
                return assignment.PassOn(by, assignment.UnitId + 1, "x");
            case Verb.Reassign:
                return assignment.Reassign(by, assignment.UnitId + 1, "x", new Paper("1-CV", day));
            case Verb.WithdrawByPaper:
                return assignment.WithdrawBy(by, new Paper("2-QĐ", day), null);
            case Verb.AssignAgain:
                if (assignment.WithdrawnOn is not null)
                {
                    assignment.Assign(by, directive, AssignmentRole.Coordinating, day.AddDays(30));
                }

                return true;
            default:
                return Ask(assignment, verb, by) ?? ChangeDeadline(assignment, directive, verb, by);
        }
    }

    /// <returns>Null when the verb is no question and no answer.</returns>
    private static bool? Ask(Assignment assignment, Verb verb, AssignmentEntry by) => verb switch
    {
        Verb.AskExtension => assignment.AskExtension(by, by.Today.AddDays(40), "x"),
        Verb.GrantExtension => assignment.GrantExtension(by, by.Today.AddDays(30), null),
        Verb.RefuseExtension => assignment.RefuseExtension(by, "x"),
        Verb.Extend => assignment.Extend(by, by.Today.AddDays(20), "x"),
        Verb.Decline => assignment.Decline(by, "x"),
        Verb.RefuseDecline => assignment.RefuseDecline(by, "x"),
        Verb.RaiseObstacle => assignment.RaiseObstacle(by, DecisionLevel.Secretariat, "x"),
        Verb.SettleObstacle => assignment.SettleObstacle(by, "x"),
        Verb.Urge => assignment.Urge(by, UrgeKind.Figures, by.Today.AddDays(2), "x"),
        Verb.Answer => assignment.Answer(by, "x", onBehalf: false),
        Verb.Lead => assignment.ChangeRole(by, AssignmentRole.Lead, "x"),
        Verb.Coordinate => assignment.ChangeRole(by, AssignmentRole.Coordinating, "x"),
        _ => null,
    };

    /// <returns>True: where nothing is to be done, nothing is.</returns>
    private static bool ChangeDeadline(Assignment assignment, Row directive, Verb verb, AssignmentEntry by)
    {
        switch (verb)
        {
            case Verb.Show:
                assignment.Show(by);
                break;
            case Verb.FollowCalendar:
                assignment.FollowCalendar(by with { Calendar = new WorkCalendar(new Dictionary<DateOnly, bool> { [assignment.DueOn ?? First] = false }) });
                break;
            case Verb.MoveDirective:
                directive.SetDeadline(DeadlineKind.Fixed, new DateOnly(2021, 3, 31).AddDays(by.Today.DayNumber - First.DayNumber));
                assignment.FollowDirective(by, directive);
                break;
            case Verb.DropDeadline:
                directive.SetDeadline(DeadlineKind.Missing, null);
                assignment.FollowDirective(by, directive);
                break;
            default:
                assignment.SetOwnDeadline(by, verb == Verb.SetOwn ? by.Today.AddDays(10) : null, directive);
                break;
        }

        return true;
    }

    /// <summary>Every column but the identity, so that one added later is compared as well.</summary>
    private static string Columns(Assignment assignment) => string.Join("; ", typeof(Assignment).GetProperties()
        .Where(
            p => p.Name is not (nameof(Assignment.Id) or nameof(Assignment.Uid) or nameof(Assignment.Version) or nameof(Assignment.Events) or nameof(
                Assignment.Readings)
                or nameof(Assignment.CountedIn) or nameof(Assignment.Shown) or nameof(Assignment.Carried)))
        .Select(p => p.Name + " " + p.GetValue(assignment)));
}
