using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>One unit or one field of work that a clerk or lead looks after.</summary>
public sealed class PortfolioItem : IVersioned
{
    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public int UserId { get; init; }

    public AppUser? User { get; init; }

    public int? UnitId { get; init; }

    public Unit? Unit { get; init; }

    public int? FieldOfWorkId { get; init; }

    public FieldOfWork? FieldOfWork { get; init; }

    public Guid Version { get; set; }
}

/// <summary>What somebody looks after, as a whole.</summary>
public sealed record SetPortfolio
{
    public List<int> UnitIds { get; init; } = [];

    public List<int> FieldIds { get; init; } = [];
}

public sealed class SetPortfolioValidator : AbstractValidator<SetPortfolio>
{
    /// <summary>More than there are units of any day.</summary>
    public const int Most = 200;

    public SetPortfolioValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.UnitIds).Must(ids => ids.Count <= Most).WithMessage(_ => text["Validation.Unknown"]);
        RuleFor(c => c.FieldIds).Must(ids => ids.Count <= Most).WithMessage(_ => text["Validation.Unknown"]);
    }
}

/// <summary>Who can look after units, and what they look after.</summary>
public sealed record PortfolioOwner(int UserId, string DisplayName, IReadOnlyList<int> UnitIds, IReadOnlyList<int> FieldIds);

/// <summary>Who looks after which units and fields of work: a lead or an administrator says.</summary>
public sealed class PortfolioService(AppDbContext db, UnitDirectory units, IValidator<SetPortfolio> validator)
{
    public static bool MaySet(Actor actor) => actor.DecidesOnReports || actor.Administers;

    /// <summary>The clerks and leads with an account in use, and what each looks after.</summary>
    public async Task<Result<IReadOnlyList<PortfolioOwner>>> OwnersAsync(Actor actor, int? userId, CancellationToken cancel)
    {
        if (!MaySet(actor))
        {
            return Failure.Forbidden;
        }

        var owners = await Owners().Where(u => userId == null || u.Id == userId).OrderBy(u => u.DisplayName)
            .Select(u => new { u.Id, u.DisplayName, Items = db.Portfolio.Where(p => p.UserId == u.Id).ToList() })
            .ToListAsync(cancel);
        return Result.Success<IReadOnlyList<PortfolioOwner>>(
        [
            .. owners.Select(o => new PortfolioOwner(
                o.Id, o.DisplayName, [.. o.Items.Select(i => i.UnitId).OfType<int>()], [.. o.Items.Select(i => i.FieldOfWorkId).OfType<int>()])),
        ]);
    }

    /// <summary>Gives somebody exactly these units and fields to look after.</summary>
    public async Task<Result> SetAsync(Actor actor, int userId, SetPortfolio command, CancellationToken cancel)
    {
        if (!MaySet(actor))
        {
            return Failure.Forbidden;
        }

        if (!await Owners().AnyAsync(u => u.Id == userId, cancel))
        {
            return Failure.NotFound;
        }

        if (validator.Check(command) is { } failure)
        {
            return failure;
        }

        var wantedUnits = (await units.UnitsAsync(cancel)).Select(u => u.Id).Intersect(command.UnitIds).ToList();
        var wantedFields = (await units.FieldsAsync(cancel)).Select(f => f.Id).Intersect(command.FieldIds).ToList();
        var items = await db.Portfolio.Where(p => p.UserId == userId).ToListAsync(cancel);
        db.RemoveRange(items.Where(i => !wantedUnits.Contains(i.UnitId ?? 0) && !wantedFields.Contains(i.FieldOfWorkId ?? 0)));
        var newUnits = wantedUnits.Where(id => !items.Exists(i => i.UnitId == id));
        var newFields = wantedFields.Where(id => !items.Exists(i => i.FieldOfWorkId == id));
        db.AddRange(newUnits.Select(id => new PortfolioItem { UserId = userId, UnitId = id }));
        db.AddRange(newFields.Select(id => new PortfolioItem { UserId = userId, FieldOfWorkId = id }));
        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }

    private IQueryable<AppUser> Owners() =>
        db.Users.AsNoTracking().Where(u => u.DisabledAt == null && (u.Role == UserRole.Clerk || u.Role == UserRole.Lead));
}

internal sealed class PortfolioConfiguration : IEntityTypeConfiguration<PortfolioItem>
{
    public void Configure(EntityTypeBuilder<PortfolioItem> builder)
    {
        builder.ToTable("PortfolioItems");
        builder.HasOne(p => p.User).WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Unit).WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.FieldOfWork).WithMany().HasForeignKey(p => p.FieldOfWorkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.UserId, p.UnitId }).IsUnique();
        builder.HasIndex(p => new { p.UserId, p.FieldOfWorkId }).IsUnique();
    }
}
