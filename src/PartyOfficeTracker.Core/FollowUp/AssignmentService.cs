using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>Whole classes of units a directive can be given to at once.</summary>
public enum UnitClass
{
    None,

    /// <summary>Every province and city valid on the day of the conference.</summary>
    AllProvincial,

    Provinces,
    Cities,
    CentralCommissions,
    CentralOffice,
}

public sealed record AssignUnits
{
    public UnitClass Class { get; init; }

    /// <summary>Single units, besides or instead of a class.</summary>
    public IReadOnlyList<int> UnitIds { get; init; } = [];

    public AssignmentRole Role { get; init; }

    /// <summary>A deadline of these units alone; null to follow the directive.</summary>
    public DateOnly? OwnDueOn { get; init; }
}

public sealed class AssignUnitsValidator : AbstractValidator<AssignUnits>
{
    public AssignUnitsValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Class).Known(text);
        RuleFor(c => c.Role).Known(text);
        RuleFor(c => c.UnitIds).NotEmpty().When(c => c.Class == UnitClass.None).WithMessage(_ => text["Assign.ChooseUnits"]);
    }
}

/// <summary>Gives directives to units and takes them back.</summary>
public sealed class AssignmentService(
    AppDbContext db,
    ChangeContext change,
    UnitDirectory units,
    SuccessionService succession,
    IValidator<AssignUnits> validator,
    IStringLocalizer<Strings> text,
    TimeProvider time)
    : IDirectiveFollower
{
    public Task<bool> IsAssignedAsync(int directiveId, CancellationToken cancel) => db.Assignments.AnyAsync(a => a.DirectiveId == directiveId, cancel);

    public Task<bool> HasHistoryAsync(int directiveId, CancellationToken cancel) =>
        db.Assignments.IgnoreQueryFilters().AnyAsync(a => a.DirectiveId == directiveId, cancel);

    public async Task DeadlineChangedAsync(Actor actor, Row directive, CancellationToken cancel)
    {
        if (directive.Kind != RowKind.Directive)
        {
            return;
        }

        var by = AssignmentEntry.Now(actor, time, await units.CalendarAsync(cancel));
        foreach (var assignment in await db.Assignments.Where(a => a.DirectiveId == directive.Id).ToListAsync(cancel))
        {
            assignment.FollowDirective(by, directive);
        }
    }

    public async Task PublishedAsync(Actor actor, int conferenceId, CancellationToken cancel)
    {
        var by = AssignmentEntry.Now(actor, time);
        foreach (var assignment in await db.Assignments.Where(a => a.Directive!.ConferenceId == conferenceId).ToListAsync(cancel))
        {
            assignment.Show(by);
        }
    }

    /// <summary>Assigns to every named unit that does not have the directive yet.</summary>
    /// <returns>How many assignments were made.</returns>
    public async Task<Result<int>> AssignAsync(Actor actor, int directiveId, AssignUnits command, CancellationToken cancel)
    {
        var found = await FindAsync(actor, directiveId, cancel);
        return found.Failure is { } cannot ? cannot : await AssignAsync(actor, [found.Value], command, cancel);
    }

    /// <summary>Assigns all directives of a conference at once.</summary>
    /// <returns>How many assignments were made.</returns>
    public async Task<Result<int>> AssignConferenceAsync(Actor actor, int conferenceId, AssignUnits command, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        var conference = await db.Conferences.AsNoTracking().Where(c => c.Id == conferenceId).Select(c => new { c.State }).SingleOrDefaultAsync(cancel);
        if (conference is null)
        {
            return Failure.NotFound;
        }

        if (conference.State == ConferenceState.Closed)
        {
            return Failure.Invalid("", text["Conference.ClosedIsReadOnly"]);
        }

        var directives = await db.Rows.Include(d => d.Conference)
            .Where(d => d.ConferenceId == conferenceId && d.Kind == RowKind.Directive).OrderBy(d => d.Position).ToListAsync(cancel);
        return directives.Count == 0
            ? Failure.Invalid("", text["Assign.NoDirectives"])
            : await AssignAsync(actor, directives, command, cancel);
    }

    /// <summary>Takes an assignment back; only while nobody has reported on it.</summary>
    public async Task<Result> WithdrawAsync(Actor actor, int assignmentId, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        var assignment = await db.Assignments.Include(a => a.Directive!.Conference).SingleOrDefaultAsync(a => a.Id == assignmentId, cancel);
        if (assignment is null)
        {
            return Failure.NotFound;
        }

        if (assignment.Directive!.Conference!.State == ConferenceState.Closed)
        {
            return Failure.Invalid("", text["Conference.ClosedIsReadOnly"]);
        }

        if (!assignment.Withdraw(AssignmentEntry.Now(actor, time), change.Reason))
        {
            return Failure.Invalid("", text["Assign.Reported"]);
        }

        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    private async Task<Result<int>> AssignAsync(Actor actor, List<Row> directives, AssignUnits command, CancellationToken cancel)
    {
        if (validator.Check(command) is { } failure)
        {
            return failure;
        }

        var conference = directives[0].Conference!;
        if (command.OwnDueOn < conference.Date)
        {
            return Failure.Invalid(nameof(command.OwnDueOn), text["Directive.DueBeforeConference", DayText.ToText(conference.Date)]);
        }

        var all = await units.UnitsAsync(cancel);
        var chosen = all.Where(u => IsChosen(u, command, conference.Date)).ToList();
        if (chosen.Count == 0)
        {
            return Failure.Invalid(nameof(command.UnitIds), text["Assign.ChooseUnits"]);
        }

        if (chosen.Find(u => !u.IsValidOn(conference.Date)) is { } invalid)
        {
            return Failure.Invalid(nameof(command.UnitIds), text["Assign.UnitNotValid", invalid.CurrentName, DayText.ToText(conference.Date)]);
        }

        var by = AssignmentEntry.Now(actor, time, await units.CalendarAsync(cancel));
        var made = await AddAsync(by, directives, chosen, command, cancel);
        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : made;
    }

    /// <summary>
    /// Gives each directive to the units that do not have it; one whose assignment was withdrawn gets it again. What a unit is given after
    /// it ended passes to its successor at once.
    /// </summary>
    private async Task<int> AddAsync(AssignmentEntry by, List<Row> directives, List<UnitInfo> chosen, AssignUnits command, CancellationToken cancel)
    {
        var ids = directives.Select(d => d.Id).ToList();
        var known = (await db.Assignments.IgnoreQueryFilters().Where(a => ids.Contains(a.DirectiveId)).ToListAsync(cancel))
            .ToDictionary(a => (a.DirectiveId, a.GivenToId, a.PeriodFrom));
        var all = (await units.UnitsAsync(cancel)).ToDictionary(u => u.Id);
        var made = 0;
        foreach (var directive in directives)
        {
            var rule = StandingRule.Of(directive);
            var period = rule?.On(by.Today);
            foreach (var unit in chosen)
            {
                if (!known.TryGetValue((directive.Id, unit.Id, period?.From ?? default), out var assignment))
                {
                    assignment = new Assignment
                    {
                        DirectiveId = directive.Id,
                        GivenToId = unit.Id,
                        PeriodFrom = period?.From ?? default,
                        PeriodTo = period?.To,
                    };
                    db.Assignments.Add(assignment);
                }
                else if (assignment.WithdrawnOn is null)
                {
                    continue;
                }

                assignment.Assign(by, directive, command.Role, command.OwnDueOn ?? (period is null ? null : rule!.DueIn(period)));
                succession.PassOn(assignment, by, all);
                made++;
            }
        }

        return made;
    }

    private static bool IsChosen(UnitInfo unit, AssignUnits command, DateOnly day)
    {
        if (command.UnitIds.Contains(unit.Id))
        {
            return true;
        }

        if (!unit.IsValidOn(day))
        {
            return false;
        }

        var kind = unit.KindOn(day);
        return command.Class switch
        {
            UnitClass.AllProvincial => kind is UnitKind.Province or UnitKind.City,
            UnitClass.Provinces => kind is UnitKind.Province,
            UnitClass.Cities => kind is UnitKind.City,
            UnitClass.CentralCommissions => kind is UnitKind.CentralCommission,
            UnitClass.CentralOffice => kind is UnitKind.CentralOffice,
            _ => false,
        };
    }

    private async Task<Result<Row>> FindAsync(Actor actor, int directiveId, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        var directive = await db.Rows.Include(d => d.Conference).SingleOrDefaultAsync(d => d.Id == directiveId && d.Kind == RowKind.Directive, cancel);
        return directive switch
        {
            null => Failure.NotFound,
            { Conference.State: ConferenceState.Closed } => Failure.Invalid("", text["Conference.ClosedIsReadOnly"]),
            _ => directive,
        };
    }
}
