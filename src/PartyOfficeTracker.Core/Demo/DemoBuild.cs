using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Demo;

/// <summary>A conference of the demo with its work, ready to be saved.</summary>
internal sealed record DemoMade(Conference Conference, DemoConference Plan, IReadOnlyList<Assignment> Assignments);

/// <summary>The units a directive of the demo is given to.</summary>
internal sealed class DemoUnits(IReadOnlyDictionary<string, Unit> units)
{
    private readonly Dictionary<int, string> _codes = units.Values.ToDictionary(u => u.Id, u => u.Code);
    private readonly HashSet<int> _successors = [.. units.Values.Where(u => u.SuccessorId is not null).Select(u => u.SuccessorId!.Value)];

    public string CodeOf(int unitId) => _codes[unitId];

    /// <param name="group">"central", "provinces", "cities", or "merged": those that took over another; null for none.</param>
    /// <param name="validOn">The days on which the units must exist.</param>
    public IEnumerable<Unit> Chosen(string? group, params DateOnly[] validOn) => group switch
    {
        null => [],
        "central" => [units["vptw"]],
        "provinces" => Provincial(validOn),
        "cities" => Provincial(validOn).Where(u => u.Names.Exists(n => n.Kind == UnitKind.City)),
        "merged" => Provincial(validOn).Where(u => _successors.Contains(u.Id)),
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "No such group of units."),
    };

    private IEnumerable<Unit> Provincial(DateOnly[] validOn) => units.Values.Where(u =>
        u.Names.Exists(n => n.Kind is UnitKind.Province or UnitKind.City)
        && Array.TrueForAll(validOn, d => u.ValidFrom <= d && (u.ValidTo is null || d <= u.ValidTo)));
}

/// <summary>Puts the demo's conferences together: minutes, assignments, and what came of them.</summary>
internal sealed class DemoBuild(
    DemoMinutes minutes, DemoUnits units, DemoDays days, int clerkId, int leadId, IReadOnlyDictionary<int, int> ownAccounts)
{
    private const int DaysUntilPublished = 2;

    /// <summary>The conferences of 2020 to 2022 that have been held and published, and what came of them; on behalf of every unit.</summary>
    public IReadOnlyList<DemoMade> Years(IReadOnlyList<DemoConference> plans)
    {
        var years = new DemoYears(new DemoHands(clerkId, leadId, ownAccounts, days, unitsReport: false), days);
        List<DemoMade> made = [.. plans.Where(p => days.Came(p.Date.AddDays(DaysUntilPublished)))
            .Select(plan => Publish(plan, plan.Date.AddDays(DaysUntilPublished), plan.Date))];
        foreach (var (conference, _, assignments) in made)
        {
            years.Work(conference, assignments);
        }

        return made;
    }

    /// <summary>The briefings of the last four quarters with their work, and one conference that is being typed.</summary>
    public IReadOnlyList<DemoMade> Office(DemoOfficeFile file)
    {
        var office = new DemoOffice(file, days);
        var hands = new DemoHands(clerkId, leadId, ownAccounts, days, unitsReport: true);
        List<DemoMade> made = [.. office.Briefings()
            .Select(plan => Publish(plan, days.OnOrAfter(plan.Date.AddDays(DaysUntilPublished)), plan.Date, days.Today))];
        foreach (var (conference, plan, assignments) in made)
        {
            office.Work(conference, plan, assignments, hands, units.CodeOf);
        }

        var draft = office.Draft();
        return [.. made, new DemoMade(minutes.Make(draft), draft, [])];
    }

    private DemoMade Publish(DemoConference plan, DateOnly day, params DateOnly[] unitsOf)
    {
        var conference = minutes.Make(plan);
        var by = new AssignmentEntry(clerkId, DemoDays.At(day));
        var assignments = new List<Assignment>();
        foreach (var (directive, demo) in conference.OfKind(RowKind.Directive).Zip(plan.Directives))
        {
            foreach (var unit in units.Chosen(demo.Assign, unitsOf))
            {
                var assignment = new Assignment { Directive = directive, GivenToId = unit.Id };
                assignment.Assign(by, directive, AssignmentRole.Lead, ownDueOn: null);
                assignment.Show(by);
                assignments.Add(assignment);
            }
        }

        conference.MarkFullTextReviewed(clerkId, by.At);
        conference.Publish(by.At);
        return new DemoMade(conference, plan, assignments);
    }
}
