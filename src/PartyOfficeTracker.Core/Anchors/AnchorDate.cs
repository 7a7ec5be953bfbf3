using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Core.Anchors;

/// <summary>
/// An event whose days the office knows and that deadlines hang on ("trong dịp Tết Nguyên đán Tân Sửu 2021", "từ nay đến Đại hội XIII").
/// Administrators edit the table; the minutes reader takes it as <see cref="AnchorEvents"/>.
/// </summary>
public sealed class AnchorDate : IVersioned
{
    public const int NameLength = 200;

    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public AnchorKind Kind { get; init; }

    /// <summary>The congress, the National Assembly's term, the year of the Tết; of any other event its year.</summary>
    public int Number { get; init; }

    /// <summary>In full. Of an event of no other kind these are the words a deadline names it by.</summary>
    public required string Name { get; set; }

    public DateOnly Start { get; set; }

    /// <summary>The last day of the event; never before <see cref="Start"/>.</summary>
    public DateOnly End { get; set; }

    public Guid Version { get; set; }

    string? IVersioned.AuditLabel => Name;
}

internal sealed class AnchorDateConfiguration : IEntityTypeConfiguration<AnchorDate>
{
    public void Configure(EntityTypeBuilder<AnchorDate> builder)
    {
        builder.Property(a => a.Name).HasMaxLength(AnchorDate.NameLength);
        builder.HasIndex(a => new { a.Kind, a.Number, a.Name }).IsUnique();
    }
}
