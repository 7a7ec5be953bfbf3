using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>
/// A directive given to a unit. Its columns are the fold over its events, kept so that lists filter and sort by them; every verb
/// makes an event and <see cref="Apply"/>, the only setter, takes it in. What the columns mean today is <see cref="AssignmentStatus"/>.
/// </summary>
public sealed class Assignment : IVersioned
{
    /// <summary>More than there are days: <see cref="SortKey"/> is a rank of so many days each.</summary>
    private const int RankStep = 4_000_000;

    /// <summary>The <see cref="SortKey"/> of open work without the deadline it should have: behind every day.</summary>
    public const int MissingDeadline = 3_652_059;

    /// <summary>The same while a report waits.</summary>
    public const int MissingDeadlineWaiting = RankStep + MissingDeadline;

    /// <summary>The first <see cref="SortKey"/> of what is suspended.</summary>
    public const int SuspendedFrom = 2 * RankStep;

    /// <summary>The first <see cref="SortKey"/> of what is closed.</summary>
    public const int ClosedFrom = 3 * RankStep;

    private int _givenToId;

    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public int DirectiveId { get; init; }

    public Row? Directive { get; init; }

    /// <summary>The unit it was given to, whatever became of the unit; another one once the centre has given it to another.</summary>
    public int GivenToId
    {
        get => _givenToId;
        init => _givenToId = value;
    }

    public Unit? GivenTo { get; init; }

    /// <summary>The first day of the period of a standing task; the first of all days for any other.</summary>
    public DateOnly PeriodFrom { get; init; }

    /// <summary>The last day of the period of a standing task; null for any other.</summary>
    public DateOnly? PeriodTo { get; init; }

    public Period? Period => Period.Of(PeriodTo is null ? null : PeriodFrom, PeriodTo);

    /// <summary>The unit that answers for it now: the one it was given to, or its successor.</summary>
    public int UnitId { get; private set; }

    public Unit? Unit { get; private set; }

    public AssignmentRole Role { get; private set; }

    /// <summary>The unit's own deadline where it differs from the directive's.</summary>
    public DateOnly? OwnDueOn { get; private set; }

    /// <summary>
    /// The deadline in force: the unit's own, else the directive's, moved to the next working day where it fell on a day off; null when
    /// there is no day.
    /// </summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The deadline as it was ordered, where <see cref="DueOn"/> was moved for a day off.</summary>
    public DateOnly? OrderedDueOn { get; private set; }

    /// <summary>The day the unit could first see the task; null while the conference is a draft.</summary>
    public DateOnly? VisibleOn { get; private set; }

    /// <summary>
    /// Late from the day after this one: the later of deadline and first sight, and as many days later as it was suspended after that; null when
    /// there is no deadline or no sight yet.
    /// </summary>
    public DateOnly? LateAfter { get; private set; }

    /// <summary>How many days past the later of deadline and first sight it was suspended: they make nobody late.</summary>
    public int PausedDays { get; private set; }

    /// <summary>No day and no standing or conditional deadline: somebody must fill it in.</summary>
    public bool NeedsDeadline { get; private set; }

    public DateTime AssignedAt { get; private set; }

    public DateTime? FirstReadAt { get; private set; }

    /// <summary>The day the newest report speaks of, null before the first.</summary>
    public DateOnly? LastReportOn { get; private set; }

    public int Percent { get; private set; }

    /// <summary>The day on which the unit says it was done, while the report waits for a decision.</summary>
    public DateOnly? SubmittedOn { get; private set; }

    /// <summary>The day of the newest return, until the next report.</summary>
    public DateOnly? ReturnedOn { get; private set; }

    /// <summary>The evidence's own day of the accepted report.</summary>
    public DateOnly? CompletedOn { get; private set; }

    /// <summary>The day the report was accepted, or the task withdrawn.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public DateOnly? SuspendedOn { get; private set; }

    /// <summary>The unit has asked for a later deadline and nobody has answered.</summary>
    public DateOnly? ExtensionAskedOn { get; private set; }

    /// <summary>The day the unit wishes for, while its request waits.</summary>
    public DateOnly? WishedDueOn { get; private set; }

    /// <summary>How many extensions were granted.</summary>
    public int Extensions { get; private set; }

    /// <summary>How many reports were returned.</summary>
    public int Returns { get; private set; }

    /// <summary>The unit says that the task is not its own, and nobody has answered.</summary>
    public DateOnly? DeclinedOn { get; private set; }

    /// <summary>The unit cannot go on before somebody above it decides.</summary>
    public DateOnly? ObstacleOn { get; private set; }

    /// <summary>Who must decide on the obstacle.</summary>
    public DecisionLevel? ObstacleLevel { get; private set; }

    /// <summary>The day of the newest urging that waits for an answer.</summary>
    public DateOnly? UrgedOn { get; private set; }

    /// <summary>The day the unit is to answer the urging by.</summary>
    public DateOnly? AnswerDueOn { get; private set; }

    /// <summary>How often the unit was urged.</summary>
    public int Urges { get; private set; }

    /// <summary>Where it stands, kept as a column so that lists filter and count by it (<see cref="AssignmentStatus.Fold"/>).</summary>
    public AssignmentState State { get; private set; }

    /// <summary>Whose turn it is.</summary>
    public Turn Turn { get; private set; } = Turn.Unit;

    /// <summary>The day since which it is the turn of whose it is.</summary>
    public DateOnly? TurnSince { get; private set; }

    /// <summary>Order of lists: 0 the unit's or the centre's work is open, 1 a report waits, 2 closed or suspended.</summary>
    public int Rank { get; private set; }

    /// <summary>Order of lists within a rank: <see cref="LateAfter"/>, else the deadline, else after every other day.</summary>
    public DateOnly SortDay { get; private set; } = DateOnly.MaxValue;

    /// <summary>
    /// Order of lists in one number, so that a page begins by a seek: what is open, waits, is suspended, is closed; then <see cref="SortDay"/>.
    /// </summary>
    public int SortKey { get; private set; } = DateOnly.MaxValue.DayNumber;

    /// <summary>
    /// Overdue from the day after this one: <see cref="LateAfter"/> while the task is open and has the deadline it should have, null for a report
    /// that waits and says it was done in time. So "overdue" and "due soon" are ranges of days (<see cref="AssignmentRules"/>).
    /// </summary>
    public DateOnly? OverdueAfter { get; private set; }

    /// <summary>
    /// The year it is to be done in: that of its period, else that of the conference, which this and <see cref="Shown"/> follow; no part of the fold
    /// (Data.KeptColumns).
    /// </summary>
    public int CountedIn
    {
        get;
        set
        {
            field = value;
            SettleCarried();
        }
    }

    /// <summary>1 when it was closed in a year after the one it was given for: indexes hold these few apart. 0 while that year is not known.</summary>
    public int Carried { get; private set; }

    /// <summary>1 once the conference is published, 0 while it is a draft: a number, since SQLite seeks no condition made of a flag.</summary>
    public int Shown { get; set; }

    /// <summary>Taken back on this day; such an assignment is in no list, and its history stays.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>How many events made it what it is.</summary>
    public int EventCount { get; private set; }

    public List<AssignmentEvent> Events { get; init; } = [];

    public List<AssignmentReading> Readings { get; init; } = [];

    public Guid Version { get; set; }

    /// <summary>Gives the directive to the unit; one that was withdrawn is given again.</summary>
    public void Assign(AssignmentEntry by, Row directive, AssignmentRole role, DateOnly? ownDueOn)
    {
        var due = Due.Of(by, ownDueOn ?? directive.DueOn);
        Add(new AssignmentEvent(AssignmentEventKind.Assigned, by)
        {
            Role = role,
            UnitId = GivenToId,
            OldDueOn = DueOn,
            NewDueOn = due.On,
            OrderedDueOn = due.Ordered,
            IsOwnDeadline = ownDueOn is not null,
            NeedsDeadline = IsMissing(ownDueOn, directive),
            IsVisible = directive.Conference is { State: not ConferenceState.Draft },
        });
    }

    /// <summary>The conference was published: from now on the unit sees the task.</summary>
    public void Show(AssignmentEntry by)
    {
        if (VisibleOn is null)
        {
            Add(new AssignmentEvent(AssignmentEventKind.Shown, by));
        }
    }

    /// <summary>Follows the directive's deadline where the unit has none of its own; nothing happens when it is the same.</summary>
    /// <param name="by">Who enters it.</param>
    /// <param name="directive">The directive as it is now.</param>
    /// <param name="paper">The later document that changes the deadline, where there is one.</param>
    /// <param name="reason">Why, where it was said.</param>
    public void FollowDirective(AssignmentEntry by, Row directive, Paper? paper = null, string? reason = null) =>
        ChangeDeadline(by, OwnDueOn, directive, paper, reason);

    /// <summary>The directive says something else than it did when it was given; nothing of the assignment changes.</summary>
    /// <param name="by">Who enters it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="paper">The later document that says it, where there is one.</param>
    public void Reword(AssignmentEntry by, string? reason, Paper? paper = null) => Add(new AssignmentEvent(AssignmentEventKind.Reworded, by)
    {
        Reason = reason,
        DocumentNumber = paper?.Number,
        DocumentDate = paper?.Date,
    });

    /// <summary>Gives the unit a deadline of its own, or takes it back so that the directive's counts.</summary>
    /// <returns>False when it is closed, a report waits, or that is its deadline already.</returns>
    public bool SetOwnDeadline(AssignmentEntry by, DateOnly? dueOn, Row directive, string? reason = null) =>
        SubmittedOn is null && ChangeDeadline(by, dueOn, directive, paper: null, reason);

    /// <summary>The unit answers for the result from now on, or contributes.</summary>
    /// <returns>False when it is closed, or has that role already.</returns>
    public bool ChangeRole(AssignmentEntry by, AssignmentRole role, string reason) => IsOpen && role != Role
        && Add(new AssignmentEvent(AssignmentEventKind.RoleChanged, by) { Role = role, Reason = reason });

    /// <summary>The calendar has changed: the deadline moves with it.</summary>
    public void FollowCalendar(AssignmentEntry by)
    {
        if (IsOpen && (OrderedDueOn ?? DueOn) is { } ordered && Due.Of(by, ordered) is var due && due.On != DueOn)
        {
            Add(new AssignmentEvent(AssignmentEventKind.DeadlineChanged, by)
            {
                OldDueOn = DueOn,
                NewDueOn = due.On,
                OrderedDueOn = due.Ordered,
                IsOwnDeadline = OwnDueOn is not null,
            });
        }
    }

    public void MarkRead(AssignmentEntry by)
    {
        if (FirstReadAt is null)
        {
            Add(new AssignmentEvent(AssignmentEventKind.Read, by));
        }
    }

    /// <summary>Takes over what a report says. A report of 100 percent asks for a decision.</summary>
    /// <returns>False when the work is completed, suspended or withdrawn and takes no more reports.</returns>
    public bool Report(AssignmentEntry by, ProgressReport report, bool onBehalf) => IsOpen && SuspendedOn is null
        && Add(new AssignmentEvent(AssignmentEventKind.Reported, by)
        {
            HappenedOn = report.HappenedOn,
            OnBehalf = onBehalf,
            Percent = report.Percent,
            Report = report,
        });

    /// <summary>Puts a report in the place of one sent before, which stays as it was.</summary>
    /// <param name="by">Who corrects.</param>
    /// <param name="wrong">The event of the report that was wrong; it must be the newest.</param>
    /// <param name="report">What is right.</param>
    /// <param name="onBehalf">Entered for the unit.</param>
    /// <param name="reason">What was wrong.</param>
    /// <returns>False when the work takes no more reports, or a decision was made on the report.</returns>
    public bool Correct(AssignmentEntry by, AssignmentEvent wrong, ProgressReport report, bool onBehalf, string reason) =>
        IsOpen && SuspendedOn is null && ReturnedOn is null && LastReportOn is not null
        && Add(new AssignmentEvent(AssignmentEventKind.Corrected, by)
        {
            HappenedOn = report.HappenedOn,
            OnBehalf = onBehalf,
            Percent = report.Percent,
            Report = report,
            Decides = wrong,
            Reason = reason,
        });

    /// <param name="by">Who accepts.</param>
    /// <param name="reported">The event of the report that waits.</param>
    /// <param name="grade">How well it was done.</param>
    /// <returns>False when no report waits for a decision.</returns>
    public bool Accept(AssignmentEntry by, AssignmentEvent reported, CompletionGrade grade) =>
        Turn == Turn.Decision && Add(new AssignmentEvent(AssignmentEventKind.Accepted, by) { Decides = reported, Grade = grade });

    /// <returns>False when no report waits for a decision.</returns>
    public bool Return(AssignmentEntry by, AssignmentEvent reported, string reason) =>
        Turn == Turn.Decision && Add(new AssignmentEvent(AssignmentEventKind.Returned, by) { Decides = reported, Reason = reason });

    /// <summary>The unit asks for a later deadline.</summary>
    /// <returns>False when a request waits already, a report waits, there is no deadline, or the day is not later.</returns>
    public bool AskExtension(AssignmentEntry by, DateOnly wished, string reason) =>
        Turn is Turn.Unit or Turn.Obstacle && DueOn < wished
        && Add(new AssignmentEvent(AssignmentEventKind.ExtensionAsked, by) { OldDueOn = DueOn, NewDueOn = wished, Reason = reason });

    /// <summary>Grants the request that waits, for the day asked or another one that is later than the deadline.</summary>
    public bool GrantExtension(AssignmentEntry by, DateOnly dueOn, string? reason) =>
        ExtensionAskedOn is not null && IsOpen && !(dueOn <= DueOn) && Postpone(by, dueOn, reason);

    public bool RefuseExtension(AssignmentEntry by, string reason) =>
        ExtensionAskedOn is not null && IsOpen && Add(new AssignmentEvent(AssignmentEventKind.ExtensionRefused, by) { Reason = reason });

    /// <summary>The centre gives more time without being asked; counted like a granted request.</summary>
    public bool Extend(AssignmentEntry by, DateOnly dueOn, string reason) =>
        IsOpen && SubmittedOn is null && dueOn > DueOn && Postpone(by, dueOn, reason);

    /// <summary>Gives the unit a deadline of its own that is later.</summary>
    private bool Postpone(AssignmentEntry by, DateOnly dueOn, string? reason)
    {
        var due = Due.Of(by, dueOn);
        return Add(new AssignmentEvent(AssignmentEventKind.ExtensionGranted, by)
        {
            OldDueOn = DueOn,
            NewDueOn = due.On,
            OrderedDueOn = due.Ordered,
            IsOwnDeadline = true,
            Reason = reason,
        });
    }

    /// <summary>The unit says that the task is not its own.</summary>
    public bool Decline(AssignmentEntry by, string reason) =>
        Turn == Turn.Unit && DeclinedOn is null && Add(new AssignmentEvent(AssignmentEventKind.Declined, by) { Reason = reason });

    public bool RefuseDecline(AssignmentEntry by, string reason) =>
        DeclinedOn is not null && IsOpen && Add(new AssignmentEvent(AssignmentEventKind.DeclineRefused, by) { Reason = reason });

    /// <summary>The unit cannot go on before somebody above it decides.</summary>
    public bool RaiseObstacle(AssignmentEntry by, DecisionLevel level, string reason) =>
        Turn is Turn.Unit && Add(new AssignmentEvent(AssignmentEventKind.ObstacleRaised, by) { Level = level, Reason = reason });

    public bool SettleObstacle(AssignmentEntry by, string reason) =>
        ObstacleOn is not null && IsOpen && Add(new AssignmentEvent(AssignmentEventKind.ObstacleSettled, by) { Reason = reason });

    /// <summary>Urges the unit; it answers by a report or in words: with an answer, a request, a refusal or an obstacle.</summary>
    /// <returns>False when it is closed or suspended, or a report waits for the centre itself.</returns>
    public bool Urge(AssignmentEntry by, UrgeKind what, DateOnly answerDueOn, string? text) => IsOpen && SuspendedOn is null && SubmittedOn is null
        && Add(new AssignmentEvent(AssignmentEventKind.Urged, by) { Urging = what, AnswerDueOn = answerDueOn, Reason = text });

    public bool Answer(AssignmentEntry by, string text, bool onBehalf) =>
        UrgedOn is not null && IsOpen && Add(new AssignmentEvent(AssignmentEventKind.Answered, by) { Reason = text, OnBehalf = onBehalf });

    /// <summary>The successor of a unit that ended answers from now on, for the days before as well.</summary>
    public bool PassOn(AssignmentEntry by, int unitId, string reason) => IsOpen && unitId != UnitId
        && Add(new AssignmentEvent(AssignmentEventKind.PassedOn, by) { OldUnitId = UnitId, UnitId = unitId, Reason = reason });

    /// <summary>
    /// The centre gives it to another unit, which begins anew: what the first one reported stays in the history, what it asked is settled by this,
    /// and its days past the deadline stay its own.
    /// </summary>
    /// <returns>False when it is closed, a report waits for a decision, or the unit has it already.</returns>
    public bool Reassign(AssignmentEntry by, int unitId, string reason, Paper? paper = null) => IsOpen && SubmittedOn is null && unitId != UnitId
        && Add(new AssignmentEvent(AssignmentEventKind.Reassigned, by)
        {
            OldUnitId = UnitId,
            UnitId = unitId,
            Reason = reason,
            DocumentNumber = paper?.Number,
            DocumentDate = paper?.Date,
        });

    /// <returns>False when it is completed, withdrawn or suspended already.</returns>
    public bool Suspend(AssignmentEntry by, string reason) =>
        IsOpen && SuspendedOn is null && Add(new AssignmentEvent(AssignmentEventKind.Suspended, by) { Reason = reason });

    /// <returns>False when it is not suspended.</returns>
    public bool Resume(AssignmentEntry by, string? reason) =>
        SuspendedOn is not null && IsOpen && Add(new AssignmentEvent(AssignmentEventKind.Resumed, by) { Reason = reason });

    /// <returns>False when somebody has reported on it, or it is closed already.</returns>
    public bool Withdraw(AssignmentEntry by, string? reason) =>
        LastReportOn is null && IsOpen && Add(new AssignmentEvent(AssignmentEventKind.Withdrawn, by) { Reason = reason });

    /// <summary>A later document withdraws what was ordered; what was reported until then stays.</summary>
    public bool WithdrawBy(AssignmentEntry by, Paper paper, string? reason) => IsOpen && Add(new AssignmentEvent(AssignmentEventKind.Withdrawn, by)
    {
        Reason = reason,
        DocumentNumber = paper.Number,
        DocumentDate = paper.Date,
    });

    /// <summary>Takes one event in: the only place where what an assignment is changes.</summary>
    public void Apply(AssignmentEvent happened)
    {
        EventCount++;
        switch (happened.Kind)
        {
            case AssignmentEventKind.Assigned:
                Role = happened.Role!.Value;
                UnitId = happened.UnitId!.Value;
                AssignedAt = happened.EnteredAt;
                VisibleOn ??= happened.IsVisible ? happened.HappenedOn : null;
                (WithdrawnOn, ClosedOn) = (null, null);
                TakeDeadline(happened);
                break;
            case AssignmentEventKind.Shown:
                VisibleOn ??= happened.HappenedOn;
                break;
            case AssignmentEventKind.Reworded:
                break;
            case AssignmentEventKind.Read:
                FirstReadAt = happened.EnteredAt;
                break;
            case AssignmentEventKind.RoleChanged:
                Role = happened.Role!.Value;
                break;
            case AssignmentEventKind.PassedOn:
                UnitId = happened.UnitId!.Value;
                DeclinedOn = null;
                break;
            case AssignmentEventKind.Reassigned:
                (UnitId, _givenToId) = (happened.UnitId!.Value, happened.UnitId.Value);
                VisibleOn = VisibleOn is null ? null : happened.HappenedOn;
                (FirstReadAt, LastReportOn, Percent, ReturnedOn, PausedDays) = (null, null, 0, null, 0);
                TakeQuestionsBack();
                break;
            case AssignmentEventKind.DeadlineChanged:
                TakeDeadline(happened);
                break;
            case AssignmentEventKind.Suspended:
                // Nobody can answer what is suspended.
                (SuspendedOn, UrgedOn, AnswerDueOn) = (happened.HappenedOn, null, null);
                break;
            case AssignmentEventKind.Resumed:
                PausedDays += DaysPaused(happened.HappenedOn);
                SuspendedOn = null;
                break;
            case AssignmentEventKind.Withdrawn:
                (WithdrawnOn, ClosedOn) = (happened.HappenedOn, happened.HappenedOn);
                TakeQuestionsBack();
                break;
            default:
                ApplyAnswers(happened);
                break;
        }

        Settle(HanoiTime.ToDay(happened.EnteredAt));
    }

    /// <summary>The assignment as it was known at the end of a day in Hà Nội: the fold over what had been entered by then.</summary>
    /// <param name="events">Every event of one assignment, in any order.</param>
    /// <param name="day">The last day of entry that counts.</param>
    /// <returns>Null when nothing had been entered yet.</returns>
    public static Assignment? Replay(IEnumerable<AssignmentEvent> events, DateOnly day)
    {
        Assignment? known = null;
        foreach (var happened in events.Where(e => HanoiTime.ToDay(e.EnteredAt) <= day).OrderBy(e => e.Sequence))
        {
            known ??= new Assignment { Id = happened.AssignmentId, GivenToId = happened.UnitId ?? 0 };
            known.Apply(happened);
        }

        return known;
    }

    /// <summary>Neither completed nor withdrawn.</summary>
    public bool IsOpen => ClosedOn is null;

    /// <summary>What the unit says and what the centre answers.</summary>
    private void ApplyAnswers(AssignmentEvent happened)
    {
        switch (happened.Kind)
        {
            case AssignmentEventKind.Reported or AssignmentEventKind.Corrected:
                LastReportOn = happened.HappenedOn;
                Percent = happened.Percent!.Value;
                (ReturnedOn, UrgedOn, AnswerDueOn) = (null, null, null);
                SubmittedOn = Percent == 100 ? happened.HappenedOn : null;
                break;
            case AssignmentEventKind.Accepted:
                (CompletedOn, ClosedOn, SubmittedOn) = (SubmittedOn, happened.HappenedOn, null);
                TakeQuestionsBack();
                break;
            case AssignmentEventKind.Returned:
                (SubmittedOn, ReturnedOn) = (null, happened.HappenedOn);
                Returns++;
                break;
            case AssignmentEventKind.ExtensionAsked:
                (ExtensionAskedOn, WishedDueOn) = (happened.HappenedOn, happened.NewDueOn);
                (UrgedOn, AnswerDueOn) = (null, null);
                break;
            case AssignmentEventKind.ExtensionGranted:
                (ExtensionAskedOn, WishedDueOn) = (null, null);
                Extensions++;
                TakeDeadline(happened);
                break;
            case AssignmentEventKind.ExtensionRefused:
                (ExtensionAskedOn, WishedDueOn) = (null, null);
                break;
            case AssignmentEventKind.Declined:
                DeclinedOn = happened.HappenedOn;
                (UrgedOn, AnswerDueOn) = (null, null);
                break;
            case AssignmentEventKind.DeclineRefused:
                DeclinedOn = null;
                break;
            case AssignmentEventKind.ObstacleRaised:
                (ObstacleOn, ObstacleLevel) = (happened.HappenedOn, happened.Level);
                (UrgedOn, AnswerDueOn) = (null, null);
                break;
            case AssignmentEventKind.ObstacleSettled:
                (ObstacleOn, ObstacleLevel) = (null, null);
                break;
            case AssignmentEventKind.Urged:
                // An urge nobody answered stays unanswered when the unit is urged again.
                (UrgedOn, AnswerDueOn) = (happened.HappenedOn, AnswerDueOn ?? happened.AnswerDueOn);
                Urges++;
                break;
            case AssignmentEventKind.Answered:
                (UrgedOn, AnswerDueOn) = (null, null);
                break;
            default:
                throw new InvalidOperationException($"No rule for an event of kind {happened.Kind}.");
        }
    }

    /// <summary>The days since the work was suspended, or since its clock ran out if that was later.</summary>
    private int DaysPaused(DateOnly until) => LateAfter is { } ranOut && SuspendedOn is { } suspended
        ? Math.Max(0, until.DayNumber - Math.Max(ranOut.DayNumber, suspended.DayNumber))
        : 0;

    private void TakeQuestionsBack() =>
        (ExtensionAskedOn, WishedDueOn, DeclinedOn, ObstacleOn, ObstacleLevel, UrgedOn, AnswerDueOn) = (null, null, null, null, null, null, null);

    private static bool IsMissing(DateOnly? ownDueOn, Row directive) =>
        ownDueOn is null && directive.DueOn is null && directive.DeadlineKind == DeadlineKind.Missing;

    private bool ChangeDeadline(AssignmentEntry by, DateOnly? ownDueOn, Row directive, Paper? paper, string? reason = null)
    {
        var (due, missing) = (Due.Of(by, ownDueOn ?? directive.DueOn), IsMissing(ownDueOn, directive));
        if (!IsOpen || (due.On == DueOn && missing == NeedsDeadline && ownDueOn == OwnDueOn))
        {
            return false;
        }

        return Add(new AssignmentEvent(AssignmentEventKind.DeadlineChanged, by)
        {
            OldDueOn = DueOn,
            NewDueOn = due.On,
            OrderedDueOn = due.Ordered,
            IsOwnDeadline = ownDueOn is not null,
            NeedsDeadline = missing,
            Reason = reason,
            DocumentNumber = paper?.Number,
            DocumentDate = paper?.Date,
        });
    }

    private void TakeDeadline(AssignmentEvent happened)
    {
        DueOn = happened.NewDueOn;
        OrderedDueOn = happened.OrderedDueOn;
        OwnDueOn = happened.IsOwnDeadline ? happened.OrderedDueOn ?? happened.NewDueOn : null;
        NeedsDeadline = happened.NeedsDeadline;
        PausedDays = PausedDays > 0 && ClockRunsOut() is { } runsOut && LateAfter is { } before ? Math.Max(0, before.DayNumber - runsOut.DayNumber) : 0;
    }

    /// <summary>The later of deadline and first sight; null when there is no deadline or no sight yet.</summary>
    private DateOnly? ClockRunsOut() => VisibleOn is null || DueOn is null ? null : DueOn < VisibleOn ? VisibleOn : DueOn;

    /// <summary>The columns that follow from the others.</summary>
    private void Settle(DateOnly entered)
    {
        var before = Turn;
        LateAfter = ClockRunsOut()?.AddDays(PausedDays);
        (State, Turn) = AssignmentStatus.Fold(this);
        TurnSince = Turn == before ? TurnSince ?? entered : entered;
        Rank = Turn switch
        {
            Turn.Nobody => 2,
            Turn.Decision => 1,
            _ => 0,
        };
        SortDay = LateAfter ?? DueOn ?? DateOnly.MaxValue;
        SortKey = (SuspendedOn is null && Turn == Turn.Nobody ? ClosedFrom : Rank * RankStep) + (NeedsDeadline ? MissingDeadline : SortDay.DayNumber);
        OverdueAfter = Turn == Turn.Nobody || NeedsDeadline || SubmittedOn <= LateAfter ? null : LateAfter;
        SettleCarried();
    }

    private void SettleCarried() => Carried = CountedIn > 0 && ClosedOn?.Year > CountedIn ? 1 : 0;

    /// <returns>True, so that a verb can say in one expression what it needs and what it does.</returns>
    private bool Add(AssignmentEvent happened)
    {
        happened.Sequence = EventCount + 1;
        Events.Add(happened);
        Apply(happened);
        return true;
    }

    /// <summary>A deadline and, where it fell on a day off, the day that was ordered.</summary>
    private readonly record struct Due(DateOnly? On, DateOnly? Ordered)
    {
        public static Due Of(AssignmentEntry by, DateOnly? ordered) =>
            ordered is { } day && by.Calendar?.NextWorkingDay(day) is { } moved && moved != day ? new Due(moved, ordered) : new Due(ordered, null);
    }
}
