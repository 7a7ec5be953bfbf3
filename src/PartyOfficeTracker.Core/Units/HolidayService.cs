using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Units;

public sealed record SpecialDayListItem(int Id, DateOnly Day, bool IsWorked, string Name, Guid Version);

public sealed record AddSpecialDay
{
    public DateOnly? Day { get; init; }

    /// <summary>A weekend day worked in exchange, rather than a day off.</summary>
    public bool IsWorked { get; init; }

    public string? Name { get; init; }
}

public sealed class AddSpecialDayValidator : AbstractValidator<AddSpecialDay>
{
    public AddSpecialDayValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Day).NotNull().WithMessage(_ => text["Validation.Required"]);
        RuleFor(c => c.Day)
            .Must((c, day) => day is null || !c.IsWorked || day.Value.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            .WithMessage(_ => text["Holiday.WorkedOnWeekend"]);
        RuleFor(c => c.Name).Filled(text).NoLongerThan(SpecialDay.NameLength, text);
    }
}

/// <summary>Public holidays and swapped days, from which working days are counted.</summary>
public sealed class HolidayService(
    AppDbContext db, UnitDirectory directory, IUnitFollower follower, IValidator<AddSpecialDay> validator, IStringLocalizer<Strings> text)
{
    public async Task<Result<IReadOnlyList<SpecialDayListItem>>> ListAsync(Actor actor, int year, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        var first = new DateOnly(year, 1, 1);
        var last = new DateOnly(year, 12, 31);
        return Result.Success<IReadOnlyList<SpecialDayListItem>>(await db.SpecialDays.AsNoTracking()
            .Where(d => d.Day >= first && d.Day <= last)
            .OrderBy(d => d.Day)
            .Select(d => new SpecialDayListItem(d.Id, d.Day, d.IsWorked, d.Name, d.Version))
            .ToListAsync(cancel));
    }

    public async Task<Result> AddAsync(Actor actor, AddSpecialDay command, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        if (validator.Check(command) is { } failure)
        {
            return failure;
        }

        if (await db.SpecialDays.AnyAsync(d => d.Day == command.Day, cancel))
        {
            return Failure.Invalid(nameof(command.Day), text["Holiday.Taken", DayText.ToText(command.Day!.Value)]);
        }

        db.SpecialDays.Add(new SpecialDay { Day = command.Day!.Value, IsWorked = command.IsWorked, Name = command.Name! });
        return await SaveAsync(actor, command.Day!.Value, cancel);
    }

    public async Task<Result> RemoveAsync(Actor actor, int id, Guid version, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        if (await db.SpecialDays.SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } day)
        {
            return Failure.NotFound;
        }

        db.ExpectVersion(day, version);
        db.SpecialDays.Remove(day);
        return await SaveAsync(actor, day.Day, cancel);
    }

    private async Task<Result> SaveAsync(Actor actor, DateOnly day, CancellationToken cancel)
    {
        var conflict = await db.SaveOrConflictAsync(cancel);
        directory.Forget();
        return Result.Of(conflict ?? await follower.CalendarChangedAsync(actor, day, cancel));
    }
}
