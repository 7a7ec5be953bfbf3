using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.MinutesReader;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

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
        RuleFor(c => c.End).Must((c, end) => end is null || c.Start is null || end >= c.Start).WithMessage(_ => text["Anchor.EndsBeforeStart"]);
    }
}

public sealed class MoveAnchorValidator : AbstractValidator<MoveAnchor>
{
    public MoveAnchorValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Name).Filled(text).NoLongerThan(AnchorDate.NameLength, text);
        RuleFor(c => c.Start).NotNull().WithMessage(_ => text["Validation.Required"]);
        RuleFor(c => c.End).Must((c, end) => end is null || c.Start is null || end >= c.Start).WithMessage(_ => text["Anchor.EndsBeforeStart"]);
    }
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

        var name = VietnameseText.Normalise(command.Name!);
        var taken = command.Kind == AnchorKind.Other
            ? db.AnchorDates.Where(a => a.Kind == command.Kind && a.Number == command.Number && a.Name == name)
            : db.AnchorDates.Where(a => a.Kind == command.Kind && a.Number == command.Number);
        if (await taken.AnyAsync(cancel))
        {
            return Failure.Invalid(nameof(command.Number), text["Anchor.Taken"]);
        }

        db.AnchorDates.Add(new AnchorDate { Kind = command.Kind, Number = command.Number!.Value, Name = name, Start = command.Start!.Value, End = command.End ?? command.Start.Value });
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

    private async Task<Result> SaveAsync(CancellationToken cancel)
    {
        var conflict = await db.SaveOrConflictAsync(cancel);
        directory.Forget();
        return conflict is null ? Result.Success() : conflict;
    }
}
