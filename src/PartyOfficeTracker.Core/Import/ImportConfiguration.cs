using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.Core.Import;

internal sealed class ImportDraftConfiguration : IEntityTypeConfiguration<ImportDraft>
{
    public void Configure(EntityTypeBuilder<ImportDraft> builder)
    {
        builder.Property(d => d.Outlet).HasMaxLength(Source.OutletLength);
        builder.Property(d => d.Author).HasMaxLength(Source.OutletLength);
        builder.Property(d => d.Url).HasMaxLength(Source.UrlLength);
        builder.Property(d => d.ContentHash).HasMaxLength(Source.HashLength);
        builder.Property(d => d.Title).HasMaxLength(Conference.TitleLength);
        builder.Property(d => d.Reviewed).HasMaxLength(ImportDraft.PeriodLength);
        builder.Property(d => d.Ahead).HasMaxLength(ImportDraft.PeriodLength);
        builder.Property(d => d.Presenter).HasMaxLength(Conference.PersonLength + Conference.PersonTitleLength);
        builder.HasOne(d => d.Owner).WithMany().HasForeignKey(d => d.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(d => d.Organiser).WithMany().HasForeignKey(d => d.OrganiserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => d.ContentHash).IsUnique();
    }
}

internal sealed class ImportRowConfiguration : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.ConfigureFacts();
        builder.HasOne(r => r.Draft).WithMany(d => d.Rows).HasForeignKey(r => r.DraftId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => new { r.DraftId, r.SpanStart });
    }
}
