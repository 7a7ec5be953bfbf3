using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;
using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Core.Anchors;

public sealed record AnchorListItem(int Id, AnchorKind Kind, int Number, string Name, DateOnly Start, DateOnly End, Guid Version);

/// <summary>A new event.</summary>
public sealed record AddAnchor
{
    public AnchorKind Kind { get; init; }

    public int? Number { get; init; }

    public string? Name { get; init; }

    public DateOnly? Start { get; init; }

    /// <summary>Left empty for an event of one day.</summary>
    public DateOnly? End { get; init; }
}

/// <summary>Other days for an event that is there.</summary>
public sealed record MoveAnchor
{
    public string? Name { get; init; }

    public DateOnly? Start { get; init; }

    public DateOnly? End { get; init; }

    public Guid Version { get; init; }
}

public sealed class AddAnchorValidator : AbstractValidator<AddAnchor>
{
    /// <summary>Congresses and terms are counted from one; an event is counted by its year.</summary>
    private const int LargestNumber = 2200;

    public AddAnchorValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Kind).Known(text);
        RuleFor(c => c.Number).NotNull().WithMessage(_ => text["Validation.Required"]);
        RuleFor(c => c.Number).InclusiveBetween(1, LargestNumber).WithMessage(_ => text["Validation.Unknown"]);
        RuleFor(c => c.Name).Filled(text).NoLongerThan(AnchorDate.NameLength, text);
        RuleFor(c => c.Start).NotNull().WithMessage(_ => text["Validation.Required"]);
        RuleFor(c => c.End).NotBefore(c => c.Start, text);
    }
}

public sealed class MoveAnchorValidator : AbstractValidator<MoveAnchor>
{
    public MoveAnchorValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Name).Filled(text).NoLongerThan(AnchorDate.NameLength, text);
        RuleFor(c => c.Start).NotNull().WithMessage(_ => text["Validation.Required"]);
        RuleFor(c => c.End).NotBefore(c => c.Start, text);
    }
}

internal static class AnchorRules
{
    public static void NotBefore<T>(this IRuleBuilder<T, DateOnly?> rule, Func<T, DateOnly?> start, IStringLocalizer<Strings> text) =>
        rule.Must((c, end) => end is null || start(c) is not { } from || end >= from).WithMessage(_ => text["Anchor.EndsBeforeStart"]);
}

/// <summary>The table of dated events. A change holds for texts read from then on; deadlines already recorded stay as they are.</summary>
public sealed class AnchorService(
    AppDbContext db,
    UnitDirectory directory,
    IValidator<AddAnchor> addValidator,
    IValidator<MoveAnchor> moveValidator,
    IStringLocalizer<Strings> text)
{
    /// <summary>By kind, the newest first.</summary>
    public async Task<Result<IReadOnlyList<AnchorListItem>>> ListAsync(Actor actor, CancellationToken cancel) => actor.Administers
        ? Result.Success<IReadOnlyList<AnchorListItem>>(await db.AnchorDates.AsNoTracking()
            .OrderByDescending(a => a.Start)
            .Select(a => new AnchorListItem(a.Id, a.Kind, a.Number, a.Name, a.Start, a.End, a.Version))
            .ToListAsync(cancel))
        : Failure.Forbidden;

    public async Task<Result> AddAsync(Actor actor, AddAnchor command, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        if (addValidator.Check(command) is { } failure)
        {
            return failure;
        }

        if (await IsTakenAsync(null, command.Kind, command.Number!.Value, command.Name!, cancel))
        {
            return Failure.Invalid(nameof(command.Number), text["Anchor.Taken"]);
        }

        db.AnchorDates.Add(new AnchorDate
        {
            Kind = command.Kind,
            Number = command.Number.Value,
            Name = command.Name!,
            Start = command.Start!.Value,
            End = command.End ?? command.Start.Value,
        });
        return await SaveAsync(cancel);
    }

    public async Task<Result> MoveAsync(Actor actor, int id, MoveAnchor command, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        if (await db.AnchorDates.SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } anchor)
        {
            return Failure.NotFound;
        }

        if (moveValidator.Check(command) is { } failure)
        {
            return failure;
        }

        if (await IsTakenAsync(anchor.Id, anchor.Kind, anchor.Number, command.Name!, cancel))
        {
            return Failure.Invalid(nameof(command.Name), text["Anchor.Taken"]);
        }

        db.ExpectVersion(anchor, command.Version);
        anchor.Name = command.Name!;
        anchor.Start = command.Start!.Value;
        anchor.End = command.End ?? command.Start.Value;
        return await SaveAsync(cancel);
    }

    public async Task<Result> RemoveAsync(Actor actor, int id, Guid version, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        if (await db.AnchorDates.SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } anchor)
        {
            return Failure.NotFound;
        }

        db.ExpectVersion(anchor, version);
        db.AnchorDates.Remove(anchor);
        return await SaveAsync(cancel);
    }

    /// <summary>An event of no other kind is known by its name, every other one by its number.</summary>
    private Task<bool> IsTakenAsync(int? except, AnchorKind kind, int number, string name, CancellationToken cancel)
    {
        var normal = VietnameseText.Normalise(name);
        return db.AnchorDates.AnyAsync(a => a.Id != except && a.Kind == kind && a.Number == number && (kind != AnchorKind.Other || a.Name == normal), cancel);
    }

    private async Task<Result> SaveAsync(CancellationToken cancel)
    {
        var conflict = await db.SaveOrConflictAsync(cancel);
        directory.Forget();
        return conflict is null ? Result.Success() : conflict;
    }
}
