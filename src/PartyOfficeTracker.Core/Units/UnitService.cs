using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Units;

/// <summary>When a unit exists and who takes over its open work.</summary>
public sealed record EditUnit
{
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day; null while it exists.</summary>
    public DateOnly? ValidTo { get; init; }

    public int? SuccessorId { get; init; }

    public Guid Version { get; init; }
}

/// <summary>A name (and kind) the unit bears from a day on.</summary>
public sealed record AddUnitName
{
    public string? Name { get; init; }

    public UnitKind? Kind { get; init; }

    public DateOnly? From { get; init; }

    public Guid Version { get; init; }
}

public sealed record UnitDetails(
    int Id, string Code, Guid Uid, DateOnly ValidFrom, DateOnly? ValidTo, int? SuccessorId, Guid Version, IReadOnlyList<NamePeriod> Names);

public sealed class EditUnitValidator : AbstractValidator<EditUnit>
{
    public EditUnitValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.ValidFrom).NotNull().WithMessage(_ => text["Validation.Required"]);
        RuleFor(c => c.ValidTo).Must((c, to) => to is null || c.ValidFrom is null || to >= c.ValidFrom).WithMessage(_ => text["Unit.EndBeforeStart"]);
        RuleFor(c => c.SuccessorId).Must((c, successor) => successor is null || c.ValidTo is not null).WithMessage(_ => text["Unit.SuccessorNeedsEnd"]);
    }
}

public sealed class AddUnitNameValidator : AbstractValidator<AddUnitName>
{
    public AddUnitNameValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Name).Filled(text).NoLongerThan(Unit.NameLength, text);
        RuleFor(c => c.Kind).NotNull().WithMessage(_ => text["Validation.Required"]);
        RuleFor(c => c.Kind).Must(k => k is null || Enum.IsDefined(k.Value)).WithMessage(_ => text["Validation.Unknown"]);
        RuleFor(c => c.From).NotNull().WithMessage(_ => text["Validation.Required"]);
    }
}

/// <summary>What an administrator does with units. A unit is never deleted: history keeps the name of its day.</summary>
public sealed class UnitService(
    AppDbContext db,
    UnitDirectory directory,
    IUnitFollower follower,
    IValidator<EditUnit> editValidator,
    IValidator<AddUnitName> nameValidator,
    IStringLocalizer<Strings> text)
{
    public async Task<Result<UnitDetails>> FindAsync(Actor actor, int id, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        var unit = await db.Units.AsNoTracking().Include(u => u.Names).SingleOrDefaultAsync(u => u.Id == id, cancel);
        return unit is null
            ? Failure.NotFound
            : new UnitDetails(
                unit.Id,
                unit.Code,
                unit.Uid,
                unit.ValidFrom,
                unit.ValidTo,
                unit.SuccessorId,
                unit.Version,
                [.. unit.Names.OrderByDescending(n => n.ValidFrom).Select(n => new NamePeriod(n.Name, n.Kind, n.ValidFrom, n.ValidTo))]);
    }

    public async Task<Result> EditAsync(Actor actor, int id, EditUnit command, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        if (editValidator.Check(command) is { } failure)
        {
            return failure;
        }

        if (await FindTrackedAsync(id, cancel) is not { } unit)
        {
            return Failure.NotFound;
        }

        if (command.ValidTo is { } end && unit.Names.Exists(n => n.ValidFrom > end))
        {
            return Failure.Invalid(nameof(command.ValidTo), text["Unit.EndBeforeName"]);
        }

        if (command.SuccessorId is { } successorId && await CheckSuccessorAsync(id, successorId, command.ValidTo!.Value, cancel) is { } wrong)
        {
            return wrong;
        }

        db.ExpectVersion(unit, command.Version);
        unit.ValidFrom = command.ValidFrom!.Value;
        unit.ValidTo = command.ValidTo;
        unit.SuccessorId = command.SuccessorId;
        var saved = await SaveAsync(cancel);
        if (saved.Succeeded)
        {
            await follower.UnitChangedAsync(actor, cancel);
        }

        return saved;
    }

    /// <summary>The name borne until now ends the day before.</summary>
    public async Task<Result> AddNameAsync(Actor actor, int id, AddUnitName command, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        if (nameValidator.Check(command) is { } failure)
        {
            return failure;
        }

        if (await FindTrackedAsync(id, cancel) is not { } unit)
        {
            return Failure.NotFound;
        }

        var from = command.From!.Value;
        var last = unit.Names.MaxBy(n => n.ValidFrom);
        if (from <= (last?.ValidFrom ?? unit.ValidFrom.AddDays(-1)))
        {
            return Failure.Invalid(nameof(command.From), text["Unit.NameTooEarly", DayText.ToText(last?.ValidFrom ?? unit.ValidFrom)]);
        }

        if (unit.ValidTo is { } end && from > end)
        {
            return Failure.Invalid(nameof(command.From), text["Unit.NameAfterEnd", DayText.ToText(end)]);
        }

        // The unit's own row changes nothing, yet two people adding names at once must meet: its version is taken along.
        db.ExpectVersion(unit, command.Version);
        db.Entry(unit).Property(u => u.Version).IsModified = true;
        last?.ValidTo = from.AddDays(-1);
        unit.Names.Add(new UnitName { Name = command.Name!, Kind = command.Kind!.Value, ValidFrom = from });
        return await SaveAsync(cancel);
    }

    private Task<Unit?> FindTrackedAsync(int id, CancellationToken cancel) =>
        db.Units.Include(u => u.Names).SingleOrDefaultAsync(u => u.Id == id, cancel);

    private async Task<Failure?> CheckSuccessorAsync(int id, int successorId, DateOnly end, CancellationToken cancel)
    {
        var units = (await directory.UnitsAsync(cancel)).ToDictionary(u => u.Id);
        if (!units.TryGetValue(successorId, out var successor))
        {
            return Failure.Invalid(nameof(EditUnit.SuccessorId), text["Validation.Unknown"]);
        }

        if (!successor.IsValidOn(end.AddDays(1)))
        {
            return Failure.Invalid(nameof(EditUnit.SuccessorId), text["Unit.SuccessorNotThere", DayText.ToText(end.AddDays(1))]);
        }

        for (var next = successor; next is not null; next = next.SuccessorId is { } n ? units.GetValueOrDefault(n) : null)
        {
            if (next.Id == id)
            {
                return Failure.Invalid(nameof(EditUnit.SuccessorId), text["Unit.SuccessorCircle"]);
            }
        }

        return null;
    }

    private async Task<Result> SaveAsync(CancellationToken cancel)
    {
        var conflict = await db.SaveOrConflictAsync(cancel);
        directory.Forget();
        return conflict is null ? Result.Success() : conflict;
    }
}
