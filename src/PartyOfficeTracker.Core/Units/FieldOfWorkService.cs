using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Core.Units;

public sealed record FieldOfWorkListItem(int Id, string Name, string Words, bool IsRetired, Guid Version);

public sealed record NameFieldOfWork
{
    public string? Name { get; init; }

    /// <summary>Words the minutes reader knows the field by, separated by commas.</summary>
    public string? Words { get; init; }

    /// <summary>The version the form was filled from; ignored for a new field.</summary>
    public Guid Version { get; init; }
}

public sealed class NameFieldOfWorkValidator : AbstractValidator<NameFieldOfWork>
{
    public NameFieldOfWorkValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Name).Filled(text).NoLongerThan(FieldOfWork.NameLength, text);
        RuleFor(c => c.Words).NoLongerThan(FieldOfWork.WordsLength, text);
    }
}

/// <summary>The table of fields of work that administrators keep. A field is retired, never deleted.</summary>
public sealed class FieldOfWorkService(AppDbContext db, UnitDirectory directory, IValidator<NameFieldOfWork> validator, IStringLocalizer<Strings> text)
{
    public async Task<Result<IReadOnlyList<FieldOfWorkListItem>>> ListAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        var fields = await db.FieldsOfWork.AsNoTracking().OrderBy(f => f.SortOrder).ToListAsync(cancel);
        return Result.Success<IReadOnlyList<FieldOfWorkListItem>>(
        [
            .. fields.Select(
                f => new FieldOfWorkListItem(f.Id, f.Name, f.Words ?? string.Join(", ", FieldsOfWork.DefaultWords(f.Name)), f.IsRetired, f.Version)),
        ]);
    }

    public async Task<Result> AddAsync(Actor actor, NameFieldOfWork command, CancellationToken cancel)
    {
        if (await CheckAsync(actor, id: null, command, cancel) is { } failure)
        {
            return failure;
        }

        var last = await db.FieldsOfWork.MaxAsync(f => (int?)f.SortOrder, cancel) ?? 0;
        db.FieldsOfWork.Add(new FieldOfWork { Name = command.Name!, Words = command.Words ?? "", SortOrder = last + 1 });
        return await SaveAsync(cancel);
    }

    public async Task<Result> RenameAsync(Actor actor, int id, NameFieldOfWork command, CancellationToken cancel) =>
        await CheckAsync(actor, id, command, cancel) is { } failure
            ? failure
            : await ChangeAsync(actor, id, command.Version, field => (field.Name, field.Words) = (command.Name!, command.Words ?? ""), cancel);

    public Task<Result> RetireAsync(Actor actor, int id, Guid version, CancellationToken cancel) =>
        ChangeAsync(actor, id, version, field => field.IsRetired = true, cancel);

    public Task<Result> RestoreAsync(Actor actor, int id, Guid version, CancellationToken cancel) =>
        ChangeAsync(actor, id, version, field => field.IsRetired = false, cancel);

    /// <summary>Changes places with the neighbour; at the end of the list nothing happens.</summary>
    public async Task<Result> MoveAsync(Actor actor, int id, bool up, Guid version, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        var fields = await db.FieldsOfWork.OrderBy(f => f.SortOrder).ToListAsync(cancel);
        var place = fields.FindIndex(f => f.Id == id);
        if (place < 0)
        {
            return Failure.NotFound;
        }

        var other = up ? place - 1 : place + 1;
        if (other < 0 || other >= fields.Count)
        {
            return Result.Success();
        }

        db.ExpectVersion(fields[place], version);
        (fields[place].SortOrder, fields[other].SortOrder) = (fields[other].SortOrder, fields[place].SortOrder);
        return await SaveAsync(cancel);
    }

    private async Task<Failure?> CheckAsync(Actor actor, int? id, NameFieldOfWork command, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        if (validator.Check(command) is { } failure)
        {
            return failure;
        }

        var folded = VietnameseText.Fold(command.Name!);
        var names = await db.FieldsOfWork.AsNoTracking().Where(f => f.Id != id).Select(f => f.Name).ToListAsync(cancel);
        return names.Exists(n => VietnameseText.Fold(n) == folded)
            ? Failure.Invalid(nameof(command.Name), text["FieldOfWork.Taken", command.Name!])
            : null;
    }

    private async Task<Result> ChangeAsync(Actor actor, int id, Guid version, Action<FieldOfWork> change, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        if (await db.FieldsOfWork.SingleOrDefaultAsync(f => f.Id == id, cancel) is not { } field)
        {
            return Failure.NotFound;
        }

        db.ExpectVersion(field, version);
        change(field);
        return await SaveAsync(cancel);
    }

    private async Task<Result> SaveAsync(CancellationToken cancel)
    {
        var conflict = await db.SaveOrConflictAsync(cancel);
        directory.Forget();
        return conflict is null ? Result.Success() : conflict;
    }
}
