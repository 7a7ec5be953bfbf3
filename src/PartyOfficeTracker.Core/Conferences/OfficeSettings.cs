using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>How this office works: one record, which an administrator edits.</summary>
public sealed class OfficeSettings : IVersioned
{
    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    /// <summary>A clerk hands a conference in and a lead publishes it.</summary>
    public bool LeadPublishes { get; set; }

    public Guid Version { get; set; }
}

public sealed record EditOfficeSettings
{
    public bool LeadPublishes { get; init; }

    public Guid Version { get; init; }
}

public sealed class EditOfficeSettingsValidator : AbstractValidator<EditOfficeSettings>
{
    public EditOfficeSettingsValidator(IStringLocalizer<Strings> text) =>
        RuleFor(c => c.LeadPublishes).Must(_ => true).WithMessage(_ => text["Validation.Unknown"]);
}

/// <summary>Reads and changes how this office works.</summary>
public sealed class OfficeSettingsService(AppDbContext db, IValidator<EditOfficeSettings> validator)
{
    public async Task<Result<EditOfficeSettings>> FindAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        var stored = await db.OfficeSettings.AsNoTracking().OrderBy(s => s.Id).FirstOrDefaultAsync(cancel);
        return stored is null ? new EditOfficeSettings() : new EditOfficeSettings { LeadPublishes = stored.LeadPublishes, Version = stored.Version };
    }

    public async Task<Result> EditAsync(Actor actor, EditOfficeSettings command, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        var stored = await db.OfficeSettings.OrderBy(s => s.Id).FirstOrDefaultAsync(cancel);
        if (validator.Check(command) is { } failure)
        {
            return failure;
        }

        if (stored is null)
        {
            stored = new OfficeSettings();
            db.OfficeSettings.Add(stored);
        }
        else
        {
            db.ExpectVersion(stored, command.Version);
        }

        stored.LeadPublishes = command.LeadPublishes;
        return Result.Of(await db.SaveOrConflictAsync(cancel));
    }
}

internal sealed class OfficeSettingsConfiguration : IEntityTypeConfiguration<OfficeSettings>
{
    public void Configure(EntityTypeBuilder<OfficeSettings> builder) => builder.ToTable("OfficeSettings");
}
