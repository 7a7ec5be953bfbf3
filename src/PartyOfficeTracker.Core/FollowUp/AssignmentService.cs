using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Directives;
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

/// <summary>Gives directives to units and takes them back.</summary>
public sealed class AssignmentService(AppDbContext db, UnitDirectory units, IStringLocalizer<Strings> text, TimeProvider time)
{
    /// <summary>Assigns to every named unit that does not have the directive yet.</summary>
    /// <returns>How many assignments were made.</returns>
    public async Task<Result<int>> AssignAsync(Actor actor, int directiveId, AssignUnits command, CancellationToken cancel)
    {
        var found = await FindAsync(actor, directiveId, cancel);
        return found.Failure is { } cannot ? cannot : await AssignAsync([found.Value], command, cancel);
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

        var directives = await db.Directives.Include(d => d.Conference).Include(d => d.Assignments).Where(d => d.ConferenceId == conferenceId).ToListAsync(cancel);
        return directives.Count == 0
            ? Failure.Invalid("", text["Assign.NoDirectives"])
            : await AssignAsync(directives, command, cancel);
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

        if (assignment.LastReportOn is not null)
        {
            return Failure.Invalid("", text["Assign.Reported"]);
        }

        db.Remove(assignment);
        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : Result.Success();
    }

    private async Task<Result<int>> AssignAsync(List<Directive> directives, AssignUnits command, CancellationToken cancel)
    {
        var conference = directives[0].Conference!;
        if (command.OwnDueOn < conference.Date)
        {
            return Failure.Invalid(nameof(command.OwnDueOn), text["Directive.DueBeforeConference", DayText.ToText(conference.Date)]);
        }

        if (!Enum.IsDefined(command.Class) || !Enum.IsDefined(command.Role))
        {
            return Failure.Invalid(nameof(command.Class), text["Validation.Unknown"]);
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

        var now = time.GetUtcNow().UtcDateTime;
        var made = 0;
        foreach (var directive in directives)
        {
            var has = directive.Assignments.Select(a => a.UnitId).ToHashSet();
            foreach (var unit in chosen.Where(u => !has.Contains(u.Id)))
            {
                var assignment = new Assignment { UnitId = unit.Id, Role = command.Role, AssignedAt = now };
                assignment.SetOwnDeadline(command.OwnDueOn, directive);
                directive.Assignments.Add(assignment);
                made++;
            }
        }

        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : made;
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

    private async Task<Result<Directive>> FindAsync(Actor actor, int directiveId, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        var directive = await db.Directives.Include(d => d.Conference).Include(d => d.Assignments).SingleOrDefaultAsync(d => d.Id == directiveId, cancel);
        return directive switch
        {
            null => Failure.NotFound,
            { Conference.State: ConferenceState.Closed } => Failure.Invalid("", text["Conference.ClosedIsReadOnly"]),
            _ => directive,
        };
    }
}
