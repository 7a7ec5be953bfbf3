using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Accounts;

/// <summary>Where and whether a person wants to be written to.</summary>
public sealed record SaveNoticeSettings
{
    /// <summary>None: no letters.</summary>
    public string? Email { get; init; }

    public bool WantsDigest { get; init; }

    public Guid Version { get; init; }
}

public sealed class SaveNoticeSettingsValidator : AbstractValidator<SaveNoticeSettings>
{
    public const int EmailLength = 256;

    public SaveNoticeSettingsValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Email).NoLongerThan(EmailLength, text);
        RuleFor(c => c.Email).EmailAddress().When(c => !string.IsNullOrWhiteSpace(c.Email)).WithMessage(_ => text["Notices.EmailWrong"]);
    }
}

/// <summary>A person's own settings of what is sent; nobody sets another's.</summary>
public sealed class NoticeSettingsService(AppDbContext db, IValidator<SaveNoticeSettings> validator, TimeProvider time)
{
    public Task<SaveNoticeSettings> ReadAsync(Actor actor, CancellationToken cancel) => db.Users.Where(u => u.Id == actor.UserId)
        .Select(u => new SaveNoticeSettings { Email = u.Email, WantsDigest = u.WantsDigest, Version = u.Version }).SingleAsync(cancel);

    public async Task<Result> SaveAsync(Actor actor, SaveNoticeSettings command, CancellationToken cancel)
    {
        if (validator.Check(command) is { } failure)
        {
            return failure;
        }

        var user = await db.Users.SingleAsync(u => u.Id == actor.UserId, cancel);
        db.ExpectVersion(user, command.Version);
        user.Email = string.IsNullOrWhiteSpace(command.Email) ? null : command.Email.Trim();
        user.NormalizedEmail = user.Email?.ToUpperInvariant();
        user.WantsDigest = command.WantsDigest;
        return await db.SaveOrConflictAsync(cancel) is { } conflict ? conflict : Result.Success();
    }

    /// <returns>When the person's calendar got its address, UTC; null while it has none.</returns>
    public Task<DateTime?> CalendarSinceAsync(Actor actor, CancellationToken cancel) =>
        db.Users.Where(u => u.Id == actor.UserId).Select(u => u.CalendarSince).SingleAsync(cancel);

    /// <summary>Gives the calendar a new address; the old one opens nothing from now on.</summary>
    /// <returns>The secret of the address, which is shown once and stored nowhere.</returns>
    public async Task<Result<string>> RenewCalendarAsync(Actor actor, CancellationToken cancel)
    {
        var key = CalendarKey.New();
        return await SetCalendarAsync(actor, CalendarKey.HashOf(key), time.GetUtcNow().UtcDateTime, cancel) is { } conflict ? conflict : key;
    }

    /// <summary>Takes the calendar's address back.</summary>
    public async Task<Result> StopCalendarAsync(Actor actor, CancellationToken cancel) =>
        Result.Of(await SetCalendarAsync(actor, hash: null, since: null, cancel));

    private async Task<Failure?> SetCalendarAsync(Actor actor, string? hash, DateTime? since, CancellationToken cancel)
    {
        var user = await db.Users.SingleAsync(u => u.Id == actor.UserId, cancel);
        user.CalendarKeyHash = hash;
        user.CalendarSince = since;
        return await db.SaveOrConflictAsync(cancel);
    }
}
