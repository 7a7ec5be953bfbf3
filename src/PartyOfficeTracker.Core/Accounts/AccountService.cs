using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Accounts;

public enum AccountState
{
    Active,
    Disabled,
}

/// <param name="After">Name of the last account of the page before.</param>
public sealed record AccountFilter(UserRole? Role, int? UnitId, AccountState? State, string? After);

public sealed record AccountListItem(
    int Id, string UserName, string DisplayName, UserRole Role, int? UnitId, DateTime? DisabledAt, bool MustChangePassword, bool HasSecondFactor);

public sealed record AccountDetails(
    int Id,
    string UserName,
    string DisplayName,
    UserRole Role,
    int? UnitId,
    DateTime CreatedAt,
    DateTime? DisabledAt,
    bool MustChangePassword,
    bool HasSecondFactor,
    Guid Uid,
    Guid Version);

/// <summary>An account with the password somebody else chose for it; the owner must change it at the first sign-in.</summary>
public sealed record IssuedPassword(int AccountId, string UserName, string Password);

/// <summary>An account as an administrator describes it; the user name is chosen once and ignored by an edit.</summary>
public sealed record DescribeAccount
{
    public string? UserName { get; init; }

    public string? DisplayName { get; init; }

    public UserRole? Role { get; init; }

    /// <summary>Only for <see cref="UserRole.Province"/>.</summary>
    public int? UnitId { get; init; }

    /// <summary>The version the form was filled from; ignored for a new account.</summary>
    public Guid Version { get; init; }
}

public sealed class DescribeAccountValidator : AbstractValidator<DescribeAccount>
{
    public DescribeAccountValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.UserName).NoLongerThan(AccountService.UserNameLength, text);
        RuleFor(c => c.DisplayName).Filled(text).NoLongerThan(AppUser.DisplayNameLength, text);
        RuleFor(c => c.Role).NotNull().WithMessage(_ => text["Validation.Required"]);
        RuleFor(c => c.Role).Must(r => r is null || Enum.IsDefined(r.Value)).WithMessage(_ => text["Validation.Unknown"]);
        RuleFor(c => c.UnitId).NotNull().When(c => c.Role == UserRole.Province).WithMessage(_ => text["Account.UnitNeeded"]);
    }
}

/// <summary>What an administrator does with other people's accounts.</summary>
public sealed class AccountService(
    AppDbContext db,
    UserManager<AppUser> users,
    UnitDirectory units,
    IValidator<DescribeAccount> validator,
    IStringLocalizer<Strings> text,
    TimeProvider time)
{
    public const int UserNameLength = 60;
    private const int PageSize = 50;

    public async Task<Result<PagedList<AccountListItem>>> ListAsync(Actor actor, AccountFilter filter, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        var query = db.Users.AsNoTracking();
        if (filter.Role is { } role)
        {
            query = query.Where(u => u.Role == role);
        }

        if (filter.UnitId is { } unitId)
        {
            query = query.Where(u => u.UnitId == unitId);
        }

        query = filter.State switch
        {
            AccountState.Active => query.Where(u => u.DisabledAt == null),
            AccountState.Disabled => query.Where(u => u.DisabledAt != null),
            _ => query,
        };
        var total = await query.Take(PagedList<AccountListItem>.CountCap).CountAsync(cancel);
        if (filter.After is { } after)
        {
            query = query.Where(u => u.NormalizedUserName!.CompareTo(after) > 0);
        }

        var rows = await query
            .OrderBy(u => u.NormalizedUserName)
            .Take(PageSize + 1)
            .Select(u => new AccountListItem(
                u.Id, u.UserName!, u.DisplayName, u.Role, u.UnitId, u.DisabledAt, u.MustChangePassword, u.TwoFactorEnabled))
            .ToListAsync(cancel);
        var next = rows.Count > PageSize ? users.NormalizeName(rows[PageSize - 1].UserName) : null;
        return new PagedList<AccountListItem>([.. rows.Take(PageSize)], total, next);
    }

    public async Task<Result<AccountDetails>> FindAsync(Actor actor, int id, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        var found = await db.Users.AsNoTracking()
            .Where(u => u.Id == id)
            .Select(u => new AccountDetails(
                u.Id,
                u.UserName!,
                u.DisplayName,
                u.Role,
                u.UnitId,
                u.CreatedAt,
                u.DisabledAt,
                u.MustChangePassword,
                u.TwoFactorEnabled,
                u.Uid,
                u.Version))
            .SingleOrDefaultAsync(cancel);
        return found is null ? Failure.NotFound : found;
    }

    public async Task<Result<IssuedPassword>> CreateAsync(Actor actor, DescribeAccount command, CancellationToken cancel)
    {
        if (await CheckAsync(actor, command, cancel) is { } failure)
        {
            return failure;
        }

        if (command.UserName is null)
        {
            return Failure.Invalid(nameof(command.UserName), text["Validation.Required"]);
        }

        var user = new AppUser
        {
            UserName = command.UserName,
            DisplayName = command.DisplayName!,
            Role = command.Role!.Value,
            UnitId = UnitOf(command),
            MustChangePassword = true,
            CreatedAt = time.GetUtcNow().UtcDateTime,
        };
        var password = TemporaryPassword.Create();
        var result = await users.CreateAsync(user, password);
        return result.Succeeded
            ? new IssuedPassword(user.Id, user.UserName, password)
            : Failure.Invalid(result.Errors.Select(e => new FieldError(nameof(command.UserName), e.Description)));
    }

    public async Task<Result> EditAsync(Actor actor, int id, DescribeAccount command, CancellationToken cancel)
    {
        if (await CheckAsync(actor, command, cancel) is { } failure)
        {
            return failure;
        }

        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, cancel) is not { } user)
        {
            return Failure.NotFound;
        }

        if (user.Role == UserRole.Administrator && command.Role != UserRole.Administrator && await IsLastAdministratorAsync(id, cancel))
        {
            return Failure.Invalid(nameof(command.Role), text["Account.LastAdministrator"]);
        }

        db.ExpectVersion(user, command.Version);
        user.DisplayName = command.DisplayName!;
        user.Role = command.Role!.Value;
        user.UnitId = UnitOf(command);
        return await SaveAsync(cancel);
    }

    /// <summary>Closes the account and ends its sessions.</summary>
    public async Task<Result> DisableAsync(Actor actor, int id, Guid version, CancellationToken cancel)
    {
        if (actor.UserId == id)
        {
            return Failure.Invalid("", text["Account.NotYourself"]);
        }

        if (actor.Administers && await IsLastAdministratorAsync(id, cancel))
        {
            return Failure.Invalid("", text["Account.LastAdministrator"]);
        }

        return await ChangeAsync(actor, id, version, user => user.DisabledAt ??= time.GetUtcNow().UtcDateTime, cancel);
    }

    public Task<Result> EnableAsync(Actor actor, int id, Guid version, CancellationToken cancel) => ChangeAsync(
        actor,
        id,
        version,
        user =>
        {
            user.DisabledAt = null;
            user.LockoutEnd = null;
            user.AccessFailedCount = 0;
        },
        cancel);

    /// <summary>A new password, to be shown once; the old one and every session end.</summary>
    public async Task<Result<IssuedPassword>> ResetPasswordAsync(Actor actor, int id, Guid version, CancellationToken cancel)
    {
        if (actor.UserId == id)
        {
            return Failure.Invalid("", text["Account.NotYourself"]);
        }

        var password = TemporaryPassword.Create();
        var name = "";
        var result = await ChangeAsync(
            actor,
            id,
            version,
            user =>
            {
                name = user.UserName!;
                user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
                user.MustChangePassword = true;
                user.LockoutEnd = null;
                user.AccessFailedCount = 0;
            },
            cancel);
        return result.Failure is { } failure ? failure : new IssuedPassword(id, name, password);
    }

    /// <summary>For somebody who lost the telephone and the recovery codes.</summary>
    public Task<Result> RemoveSecondFactorAsync(Actor actor, int id, Guid version, CancellationToken cancel) =>
        ChangeAsync(actor, id, version, user => user.TwoFactorEnabled = false, cancel);

    private async Task<Result> ChangeAsync(Actor actor, int id, Guid version, Action<AppUser> change, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, cancel) is not { } user)
        {
            return Failure.NotFound;
        }

        db.ExpectVersion(user, version);
        change(user);
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        return await SaveAsync(cancel);
    }

    private async Task<Result> SaveAsync(CancellationToken cancel) =>
        Result.Of(await db.SaveOrConflictAsync(cancel));

    private async Task<Failure?> CheckAsync(Actor actor, DescribeAccount command, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        if (validator.Check(command) is { } failure)
        {
            return failure;
        }

        var unit = await units.FindAsync(UnitOf(command), cancel);
        return command.Role == UserRole.Province && unit is null
            ? Failure.Invalid(nameof(command.UnitId), text["Validation.Unknown"])
            : null;
    }

    private Task<bool> IsLastAdministratorAsync(int id, CancellationToken cancel) => db.Users
        .Where(u => u.Id == id && u.Role == UserRole.Administrator)
        .AnyAsync(_ => !db.Users.Any(o => o.Id != id && o.Role == UserRole.Administrator && o.DisabledAt == null), cancel);

    private static int? UnitOf(DescribeAccount command) => command.Role == UserRole.Province ? command.UnitId : null;
}
