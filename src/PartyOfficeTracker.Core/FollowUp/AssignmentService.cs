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

/// <summary>Gives directives to units and takes them back.</summary>
public sealed class AssignmentService(
    AppDbContext db,
    ChangeContext change,
    UnitDirectory units,
    SuccessionService succession,
    IValidator<AssignDirectives> validator,
    IValidator<WithdrawAction> withdrawValidator,
    IValidator<WithdrawAssignment> withdrawOneValidator,
    IStringLocalizer<Strings> text,
    TimeProvider time)
    : IDirectiveFollower
{
    public Task<bool> IsAssignedAsync(int directiveId, CancellationToken cancel) => db.Assignments.AnyAsync(a => a.DirectiveId == directiveId, cancel);

    public Task<bool> HasHistoryAsync(int directiveId, CancellationToken cancel) =>
        db.Assignments.IgnoreQueryFilters().AnyAsync(a => a.DirectiveId == directiveId, cancel);

    public Task<bool> HasWorkAsync(int conferenceId, CancellationToken cancel) =>
        db.Assignments.IgnoreQueryFilters().AnyAsync(a => a.Directive!.ConferenceId == conferenceId, cancel);

    public async Task DeadlineChangedAsync(Actor actor, Row directive, string? reason, CancellationToken cancel)
    {
        if (directive.Kind != RowKind.Directive)
        {
            return;
        }

        var by = AssignmentEntry.Now(actor, time, await units.CalendarAsync(cancel));
        foreach (var assignment in await db.Assignments.Where(a => a.DirectiveId == directive.Id).ToListAsync(cancel))
        {
            assignment.FollowDirective(by, directive, paper: null, reason);
        }
    }

    public async Task RewordedAsync(Actor actor, Row directive, string? reason, CancellationToken cancel)
    {
        var by = AssignmentEntry.Now(actor, time);
        foreach (var assignment in await db.Assignments.Where(a => a.DirectiveId == directive.Id && a.ClosedOn == null).ToListAsync(cancel))
        {
            assignment.Reword(by, reason);
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

    /// <summary>What giving directives of a conference would do; nothing is done.</summary>
    public async Task<Result<AssignmentPlan>> PlanAsync(Actor actor, int conferenceId, AssignDirectives command, CancellationToken cancel)
    {
        if (await RefusalAsync(actor, conferenceId, cancel) is { } cannot)
        {
            return cannot;
        }

        return validator.Check(command) is { } failure ? failure : await PlanAsync(conferenceId, command, cancel);
    }

    /// <summary>
    /// Gives directives of a conference to units in one action. Whoever has one keeps it as it is; what was withdrawn stays withdrawn
    /// unless the unit is named singly.
    /// </summary>
    /// <returns>How many assignments were made.</returns>
    public async Task<Result<int>> AssignAsync(Actor actor, int conferenceId, AssignDirectives command, CancellationToken cancel)
    {
        var planned = await PlanAsync(actor, conferenceId, command, cancel);
        if (planned.Failure is { } cannot)
        {
            return cannot;
        }

        var plan = planned.Value;
        if (command.Agreed is { } agreed && agreed != plan.Count)
        {
            return Failure.Invalid("", text["Assign.PlanChanged", plan.Count]);
        }

        if (plan.Count == 0)
        {
            return Failure.Invalid("", text["Assign.NothingToGive"]);
        }

        var by = AssignmentEntry.Now(actor, time, await units.CalendarAsync(cancel));
        await AddAsync(by, plan, cancel);
        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : plan.Count;
    }

    /// <summary>Every action that gave out directives of a conference, newest first.</summary>
    public async Task<IReadOnlyList<AssignmentAction>> ActionsAsync(Actor actor, int conferenceId, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return [];
        }

        var made = await Given(conferenceId)
            .GroupBy(e => new { e.EnteredAt, e.EnteredBy!.DisplayName })
            .Select(g => new
            {
                g.Key.EnteredAt,
                g.Key.DisplayName,
                Made = g.Count(),
                Left = g.Count(e => e.Assignment!.WithdrawnOn == null),
                Stay = g.Count(e => e.Assignment!.WithdrawnOn == null && (e.Assignment.LastReportOn != null || e.Assignment.ClosedOn != null)),
            })
            .OrderByDescending(g => g.EnteredAt)
            .ToListAsync(cancel);
        return [.. made.Select(m => new AssignmentAction(m.EnteredAt.Ticks, m.EnteredAt, m.DisplayName, m.Made, m.Left, m.Stay))];
    }

    /// <summary>Takes back everything one action assigned, but what units have reported on.</summary>
    /// <returns>How many assignments were withdrawn.</returns>
    public async Task<Result<int>> WithdrawAsync(Actor actor, int conferenceId, WithdrawAction command, CancellationToken cancel)
    {
        if (await RefusalAsync(actor, conferenceId, cancel) is { } cannot)
        {
            return cannot;
        }

        if (withdrawValidator.Check(command) is { } failure)
        {
            return failure;
        }

        var at = new DateTime(Math.Clamp(command.Action, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
        var ids = Given(conferenceId).Where(e => e.EnteredAt == at).Select(e => e.AssignmentId);
        var given = await db.Assignments.Where(a => ids.Contains(a.Id)).ToListAsync(cancel);
        var by = AssignmentEntry.Now(actor, time);
        var withdrawn = given.Count(a => a.Withdraw(by, command.Reason));
        change.Reason = command.Reason;
        change.Undo = new UndoMark(UndoStep.OfConference(conferenceId), UndoKind.Withdrawn, text["Undo.Assignments", withdrawn]);
        return withdrawn == 0
            ? Failure.Invalid("", text["Assign.NothingToWithdraw"])
            : await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : withdrawn;
    }

    /// <summary>Takes an assignment back; only while nobody has reported on it.</summary>
    public async Task<Result> WithdrawAsync(Actor actor, WithdrawAssignment command, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        if (withdrawOneValidator.Check(command) is { } failure)
        {
            return failure;
        }

        var assignment = await db.Assignments.Include(a => a.Directive!.Conference).SingleOrDefaultAsync(a => a.Id == command.AssignmentId, cancel);
        if (assignment is null)
        {
            return Failure.NotFound;
        }

        if (assignment.Directive!.Conference!.State == ConferenceState.Closed)
        {
            return Failure.Invalid("", text["Conference.ClosedIsReadOnly"]);
        }

        if (!assignment.Withdraw(AssignmentEntry.Now(actor, time), command.Reason))
        {
            return Failure.Invalid("", text["Assign.Reported"]);
        }

        change.Reason = command.Reason;
        change.Undo = new UndoMark(UndoStep.OfConference(assignment.Directive.ConferenceId), UndoKind.Withdrawn, assignment.Directive.Text);
        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    /// <summary>The newest giving of each assignment: one given again belongs to the later action.</summary>
    private IQueryable<AssignmentEvent> Given(int conferenceId) => db.AssignmentEvents.IgnoreQueryFilters()
        .Where(e => e.Kind == AssignmentEventKind.Assigned && e.EnteredById != null
            && e.Assignment!.Directive!.ConferenceId == conferenceId && e.Assignment.AssignedAt == e.EnteredAt);

    private async Task<Failure?> RefusalAsync(Actor actor, int conferenceId, CancellationToken cancel)
    {
        if (!actor.WritesConferences)
        {
            return Failure.Forbidden;
        }

        var state = await db.Conferences.Where(c => c.Id == conferenceId).Select(c => (ConferenceState?)c.State).SingleOrDefaultAsync(cancel);
        return state switch
        {
            null => Failure.NotFound,
            ConferenceState.Closed => Failure.Invalid("", text["Conference.ClosedIsReadOnly"]),
            _ => null,
        };
    }

    private async Task<Result<AssignmentPlan>> PlanAsync(int conferenceId, AssignDirectives command, CancellationToken cancel)
    {
        var wanted = command.Items.GroupBy(i => i.DirectiveId).ToDictionary(g => g.Key, g => g.First());
        var directives = await db.Rows.Include(d => d.Conference)
            .Where(d => d.ConferenceId == conferenceId && d.Kind == RowKind.Directive && wanted.Keys.Contains(d.Id))
            .OrderBy(d => d.Position).ThenBy(d => d.Id)
            .ToListAsync(cancel);
        if (directives.Count == 0)
        {
            return Failure.Invalid("", text["Assign.NoDirectives"]);
        }

        var ids = directives.ConvertAll(d => d.Id);
        var known = (await db.Assignments.AsNoTracking().IgnoreQueryFilters().Where(a => ids.Contains(a.DirectiveId))
            .Select(a => new { a.DirectiveId, a.GivenToId, a.PeriodFrom, a.WithdrawnOn }).ToListAsync(cancel))
            .ToDictionary(a => (a.DirectiveId, a.GivenToId, a.PeriodFrom), a => a.WithdrawnOn is not null);
        foreach (var taken in await db.AssignmentEvents.AsNoTracking()
            .Where(e => ids.Contains(e.Assignment!.DirectiveId) && e.Kind == AssignmentEventKind.Reassigned)
            .Select(e => new { e.Assignment!.DirectiveId, UnitId = e.OldUnitId!.Value, e.Assignment.PeriodFrom })
            .ToListAsync(cancel))
        {
            // What the centre took from a unit is like what was withdrawn: only a unit named singly gets it again.
            known.TryAdd((taken.DirectiveId, taken.UnitId, taken.PeriodFrom), true);
        }

        var all = await units.UnitsAsync(cancel);
        var today = time.TodayInHanoi();
        var planned = new List<PlannedDirective>();
        foreach (var directive in directives)
        {
            var rule = StandingRule.Of(directive);
            DateOnly[] froms = rule is null ? [default] : [rule.On(today).From, rule.First(today).From];
            var plan = Plan(directive, wanted[directive.Id], all, IsWithdrawn);
            if (plan.Failure is { } failure)
            {
                return failure;
            }

            planned.Add(plan.Value);

            bool? IsWithdrawn(int unit) => froms.Select(f => known.TryGetValue((directive.Id, unit, f), out var gone) ? gone : (bool?)null)
                .FirstOrDefault(gone => gone is not null);
        }

        return new AssignmentPlan(planned);
    }

    /// <param name="isWithdrawn">Of a unit: whether its assignment was withdrawn; null when it has none.</param>
    private Result<PlannedDirective> Plan(Row directive, AssignUnits wanted, IReadOnlyList<UnitInfo> all, Func<int, bool?> isWithdrawn)
    {
        var (day, today) = (directive.Conference!.Date, time.TodayInHanoi());
        if (wanted.OwnDueOn < day)
        {
            return Failure.Invalid("", text["Directive.DueBeforeConference", DayText.ToText(day)]);
        }

        var named = wanted.UnitIds.Concat(wanted.CoordinatingIds).ToHashSet();
        var chosen = all.Where(u => named.Contains(u.Id) || IsOf(wanted.Class, u, directive, day)).ToList();
        if (chosen.Find(u => !u.IsValidOn(day)) is { } invalid)
        {
            return Failure.Invalid("", text["Assign.UnitNotValid", invalid.CurrentName, DayText.ToText(day)]);
        }

        var byId = all.ToDictionary(u => u.Id);
        var fresh = chosen.Where(u => isWithdrawn(u.Id) is not { } gone || (gone && named.Contains(u.Id))).ToList();
        var due = wanted.OwnDueOn ?? directive.DueOn;
        return new PlannedDirective
        {
            Directive = directive,
            Wanted = wanted,
            Units =
            [
                .. fresh.Select(u => new PlannedUnit(
                    u.Id,
                    wanted.CoordinatingIds.Contains(u.Id) ? AssignmentRole.Coordinating : wanted.Role,
                    u.ValidTo < today && UnitDirectory.Today(u, byId) is var next && next.Id != u.Id ? next.Id : null)),
            ],
            Have = chosen.Count(u => isWithdrawn(u.Id) == false),
            Withdrawn = chosen.Count(u => isWithdrawn(u.Id) == true && !named.Contains(u.Id)),
            DueOn = due,
            NeedsDeadline = due is null && directive.DeadlineKind == DeadlineKind.Missing,
            IsPast = due < today,
            IsOpen = chosen.Count == 0,
        };
    }

    /// <summary>Makes what was planned; what a unit is given after it ended passes to its successor at once.</summary>
    private async Task AddAsync(AssignmentEntry by, AssignmentPlan plan, CancellationToken cancel)
    {
        var ids = plan.Directives.Select(d => d.Directive.Id).ToList();
        var known = (await db.Assignments.IgnoreQueryFilters().Where(a => ids.Contains(a.DirectiveId) && a.WithdrawnOn != null).ToListAsync(cancel))
            .ToDictionary(a => (a.DirectiveId, a.GivenToId, a.PeriodFrom));
        var all = (await units.UnitsAsync(cancel)).ToDictionary(u => u.Id);
        foreach (var planned in plan.Directives)
        {
            var directive = planned.Directive;
            var rule = StandingRule.Of(directive);
            var period = rule?.First(by.Today);
            foreach (var unit in planned.Units)
            {
                if (!known.TryGetValue((directive.Id, unit.UnitId, period?.From ?? default), out var assignment))
                {
                    assignment = new Assignment
                    {
                        DirectiveId = directive.Id,
                        GivenToId = unit.UnitId,
                        PeriodFrom = period?.From ?? default,
                        PeriodTo = period?.To,
                    };
                    db.Assignments.Add(assignment);
                }

                assignment.Assign(by, directive, unit.Role, planned.Wanted.OwnDueOn ?? (period is null ? null : rule!.DueIn(period)));
                succession.PassOn(assignment, by, all);
            }
        }
    }

    private static bool IsOf(UnitClass wanted, UnitInfo unit, Row directive, DateOnly day)
    {
        if (wanted == UnitClass.AddresseeUnit)
        {
            return directive.Addressee == Addressee.OneUnit && unit.Id == directive.AddresseeUnitId;
        }

        if (!unit.IsValidOn(day))
        {
            return false;
        }

        var kind = unit.KindOn(day);
        return wanted switch
        {
            UnitClass.AllProvincial => kind is UnitKind.Province or UnitKind.City,
            UnitClass.Provinces => kind is UnitKind.Province,
            UnitClass.Cities => kind is UnitKind.City,
            UnitClass.CentralCommissions => kind is UnitKind.CentralCommission,
            UnitClass.CentralOffice => kind is UnitKind.CentralOffice,
            UnitClass.CentralAndProvincial => kind is UnitKind.CentralOffice or UnitKind.Province or UnitKind.City,
            _ => false,
        };
    }
}
