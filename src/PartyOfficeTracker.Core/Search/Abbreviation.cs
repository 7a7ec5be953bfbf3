using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Search;

/// <summary>An abbreviation or another spelling the office uses. The search finds either by the other; nothing else reads it.</summary>
public sealed class Abbreviation : IVersioned
{
    public const int ShortLength = 40;
    public const int LongLength = 120;

    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    /// <summary>As it is written: "CNTT", "TP.HCM".</summary>
    public required string Short { get; init; }

    /// <summary>In full: "công nghệ thông tin".</summary>
    public required string Long { get; init; }

    public Guid Version { get; set; }

    string? IVersioned.AuditLabel => Short;

    /// <summary>What an empty database starts with.</summary>
    public static IEnumerable<Abbreviation> Defaults =>
    [
        .. new (string Short, string Long)[]
        {
            ("CNTT", "công nghệ thông tin"), ("CĐS", "chuyển đổi số"), ("HĐND", "hội đồng nhân dân"), ("UBND", "ủy ban nhân dân"),
            ("MTTQ", "mặt trận tổ quốc"), ("TƯ", "trung ương"), ("TW", "trung ương"), ("BCH", "ban chấp hành"), ("BTV", "ban thường vụ"),
            ("VPTW", "văn phòng trung ương"), ("VPTU", "văn phòng tỉnh ủy"), ("NQ", "nghị quyết"), ("CT", "chỉ thị"), ("KL", "kết luận"),
            ("QĐ", "quyết định"), ("CCHC", "cải cách hành chính"), ("ANTT", "an ninh trật tự"), ("KT-XH", "kinh tế xã hội"),
            ("XDĐ", "xây dựng Đảng"), ("PCTN", "phòng chống tham nhũng"), ("Bắc Cạn", "Bắc Kạn"), ("TPHCM", "Thành phố Hồ Chí Minh"),
            ("TP.HCM", "Thành phố Hồ Chí Minh"), ("TP Hồ Chí Minh", "Thành phố Hồ Chí Minh"), ("Đắc Lắc", "Đắk Lắk"), ("Đắc Nông", "Đắk Nông"),
        }.Select(a => new Abbreviation { Short = a.Short, Long = a.Long }),
    ];
}

/// <summary>A new abbreviation.</summary>
public sealed record AddAbbreviation
{
    public string? Short { get; init; }

    public string? Long { get; init; }
}

public sealed class AddAbbreviationValidator : AbstractValidator<AddAbbreviation>
{
    public AddAbbreviationValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.Short).Filled(text).NoLongerThan(Abbreviation.ShortLength, text);
        RuleFor(c => c.Long).Filled(text).NoLongerThan(Abbreviation.LongLength, text);
        RuleFor(c => c.Short).Must(HasAWord).WithMessage(_ => text["Validation.Unknown"]);
        RuleFor(c => c.Long).Must(HasAWord).WithMessage(_ => text["Validation.Unknown"]);
    }

    private static bool HasAWord(string? words) => string.IsNullOrWhiteSpace(words) || SearchWords.Of(words).Any();
}

public sealed record AbbreviationItem(int Id, string Short, string Long, Guid Version);

/// <summary>The table of abbreviations, which an administrator edits.</summary>
public sealed class AbbreviationService(AppDbContext db, SynonymBook synonyms, IValidator<AddAbbreviation> validator, IStringLocalizer<Strings> text)
{
    public async Task<Result<IReadOnlyList<AbbreviationItem>>> ListAsync(Actor actor, CancellationToken cancel) => actor.Administers
        ? Result.Success<IReadOnlyList<AbbreviationItem>>(await db.Abbreviations.AsNoTracking()
            .OrderBy(a => a.Short).Select(a => new AbbreviationItem(a.Id, a.Short, a.Long, a.Version)).ToListAsync(cancel))
        : Failure.Forbidden;

    public async Task<Result> AddAsync(Actor actor, AddAbbreviation command, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        if (validator.Check(command) is { } failure)
        {
            return failure;
        }

        var normal = VietnameseText.Normalise(command.Short!);
        if (await db.Abbreviations.AnyAsync(a => a.Short == normal, cancel))
        {
            return Failure.Invalid(nameof(command.Short), text["Abbreviation.Taken"]);
        }

        db.Abbreviations.Add(new Abbreviation { Short = command.Short!, Long = command.Long! });
        return await SaveAsync(cancel);
    }

    public async Task<Result> RemoveAsync(Actor actor, int id, Guid version, CancellationToken cancel)
    {
        if (!actor.Administers)
        {
            return Failure.Forbidden;
        }

        if (await db.Abbreviations.SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } abbreviation)
        {
            return Failure.NotFound;
        }

        db.ExpectVersion(abbreviation, version);
        db.Abbreviations.Remove(abbreviation);
        return await SaveAsync(cancel);
    }

    private async Task<Result> SaveAsync(CancellationToken cancel)
    {
        var conflict = await db.SaveOrConflictAsync(cancel);
        synonyms.Forget();
        return Result.Of(conflict);
    }
}

internal sealed class AbbreviationConfiguration : IEntityTypeConfiguration<Abbreviation>
{
    public void Configure(EntityTypeBuilder<Abbreviation> builder)
    {
        builder.ToTable("Abbreviations");
        builder.Property(a => a.Short).HasMaxLength(Abbreviation.ShortLength);
        builder.Property(a => a.Long).HasMaxLength(Abbreviation.LongLength);
        builder.HasIndex(a => a.Short).IsUnique();
    }
}
