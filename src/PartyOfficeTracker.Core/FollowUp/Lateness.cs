using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>
/// The days an assignment stayed open past its deadline, each charged to exactly one party; days while it was suspended are nobody's and
/// are not counted. Calendar days in Hà Nội.
/// </summary>
/// <param name="Unit">The unit had not done the work, or had done it and not reported it; a successor answers for the unit that ended.</param>
/// <param name="Clerk">The work was done, and who enters reports for the unit had not entered it.</param>
/// <param name="Accepter">A report waited for a decision.</param>
/// <param name="Centre">
/// The centre owed something: the task was given, or its deadline set, after the deadline; a request, an obstacle or a refusal waited for
/// an answer.
/// </param>
/// <param name="Former">Another unit had it then, from which the centre took it.</param>
public sealed record Lateness(int Unit, int Clerk, int Accepter, int Centre, int Former = 0)
{
    public static readonly Lateness None = new(0, 0, 0, 0);

    public int Total => Unit + Clerk + Accepter + Centre + Former;

    public static Lateness operator +(Lateness one, Lateness other) =>
        new(one.Unit + other.Unit, one.Clerk + other.Clerk, one.Accepter + other.Accepter, one.Centre + other.Centre, one.Former + other.Former);

    /// <summary>
    /// Charges the days after the deadline in force, up to the day the assignment was closed or the day asked about. A day belongs to whose
    /// turn it was when the day began: what is entered on a day counts from the next.
    /// </summary>
    /// <param name="events">Every event of one assignment, in any order.</param>
    /// <param name="day">The last day that counts; only what was entered by then is known.</param>
    public static Lateness Of(IEnumerable<AssignmentEvent> events, DateOnly day)
    {
        var known = KnownOn(day, events);
        var givenTo = Assignment.Replay(known, day)?.GivenToId;
        return Days(known, day).Aggregate(None, (sum, d) => sum + OneDay(d.Party == Party.Unit && d.GivenToId != givenTo ? Party.Former : d.Party));
    }

    /// <summary>The same of the days on which one of some units answered: there, each is a unit of its own.</summary>
    public static Lateness While(IReadOnlyCollection<int> unitIds, IEnumerable<AssignmentEvent> events, DateOnly day) =>
        Days(KnownOn(day, events), day).Where(d => unitIds.Contains(d.UnitId)).Aggregate(None, (sum, d) => sum + OneDay(d.Party));

    private static List<AssignmentEvent> KnownOn(DateOnly day, IEnumerable<AssignmentEvent> events) =>
        [.. events.Where(e => DayOf(e) <= day).OrderBy(e => e.Sequence)];

    private static IEnumerable<LateDay> Days(List<AssignmentEvent> known, DateOnly day)
    {
        if (Assignment.Replay(known, day) is not { DueOn: { } due } now)
        {
            yield break;
        }

        var end = now.ClosedOn < day ? now.ClosedOn.Value : day;
        var done = now.CompletedOn ?? now.SubmittedOn;
        var reported = known.FindLast(e => e.Kind is AssignmentEventKind.Reported or AssignmentEventKind.Corrected);
        var then = new Assignment { GivenToId = known[0].UnitId ?? 0 };
        var next = 0;
        for (var late = due.AddDays(1); late <= end; late = late.AddDays(1))
        {
            while (next < known.Count && DayOf(known[next]) < late)
            {
                then.Apply(known[next++]);
            }

            if (PartyOf(then, late, done, reported is { OnBehalf: true }) is { } party)
            {
                yield return new LateDay(party, then.UnitId, then.GivenToId);
            }
        }
    }

    /// <param name="then">The assignment as the day began.</param>
    /// <param name="late">The day.</param>
    /// <param name="done">The day the work that counts was done.</param>
    /// <param name="onBehalf">That work was reported by somebody else for the unit.</param>
    private static Party? PartyOf(Assignment then, DateOnly late, DateOnly? done, bool onBehalf) => then switch
    {
        { SuspendedOn: not null } => null,
        { VisibleOn: null } or { DueOn: null } => Party.Centre,
        _ when then.DueOn >= late => Party.Centre,
        { SubmittedOn: not null } => Party.Accepter,
        _ when done < late => onBehalf ? Party.Clerk : Party.Unit,
        { Turn: Turn.Extension or Turn.Decline or Turn.Obstacle } => Party.Centre,
        _ => Party.Unit,
    };

    private static Lateness OneDay(Party party) => party switch
    {
        Party.Unit => new(1, 0, 0, 0),
        Party.Clerk => new(0, 1, 0, 0),
        Party.Accepter => new(0, 0, 1, 0),
        Party.Centre => new(0, 0, 0, 1),
        _ => new(0, 0, 0, 0, Former: 1),
    };

    private static DateOnly DayOf(AssignmentEvent happened) => HanoiTime.ToDay(happened.EnteredAt);

    private enum Party
    {
        Unit,
        Clerk,
        Accepter,
        Centre,
        Former,
    }

    /// <summary>One day past the deadline: whose it is, which unit answered, and to whom the work was given, which a merger does not change.</summary>
    private readonly record struct LateDay(Party Party, int UnitId, int GivenToId);
}
