using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Core.Lists;

/// <summary>A filter and order of a list under a name: one's own, or shared with the office.</summary>
public sealed class SavedView
{
    public const int ListLength = 60;
    public const int NameLength = 80;
    public const int QueryLength = 1000;

    public int Id { get; init; }

    public int UserId { get; init; }

    public AppUser? User { get; init; }

    /// <summary>The list's address: "/directives".</summary>
    public required string List { get; init; }

    public required string Name { get; init; }

    /// <summary>What the address says behind the question mark, without a place: "state=Returned&amp;sort=-due".</summary>
    public required string Query { get; init; }

    public bool IsShared { get; init; }
}

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("SavedViews");
        builder.Property(v => v.List).HasMaxLength(SavedView.ListLength);
        builder.Property(v => v.Name).HasMaxLength(SavedView.NameLength);
        builder.Property(v => v.Query).HasMaxLength(SavedView.QueryLength);
        builder.HasOne(v => v.User).WithMany().HasForeignKey(v => v.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(v => new { v.List, v.Id });
        builder.HasIndex(v => new { v.UserId, v.List, v.Name }).IsUnique();
    }
}

/// <summary>Keeps the present filter of a list under a name; the same name again replaces it.</summary>
public sealed record SaveView
{
    public string? List { get; init; }

    public string? Name { get; init; }

    public string? Query { get; init; }

    /// <summary>For everybody of the office and not for oneself only.</summary>
    public bool IsShared { get; init; }
}

public sealed class SaveViewValidator : AbstractValidator<SaveView>
{
    public SaveViewValidator(IStringLocalizer<Strings> text)
    {
        RuleFor(c => c.List).Must(l => SavedViewService.Lists.Contains(l)).WithMessage(_ => text["Validation.Unknown"]);
        RuleFor(c => c.Name).Filled(text).NoLongerThan(SavedView.NameLength, text).WithoutSecrecyMarking(text);
        RuleFor(c => c.Query).NoLongerThan(SavedView.QueryLength, text);
    }
}
