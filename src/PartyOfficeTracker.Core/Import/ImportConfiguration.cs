using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Directives;

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
        builder.Property(r => r.Text).HasMaxLength(ConferenceRow.TextLength);
        builder.Property(r => r.Number).HasMaxLength(Directive.NumberLength);
        builder.Property(r => r.DeadlineText).HasMaxLength(Directive.DeadlineTextLength);
        builder.Property(r => r.SubmittedTo).HasMaxLength(Conference.PlaceLength);
        builder.Property(r => r.SpeakerName).HasMaxLength(Conference.PersonLength);
        builder.Property(r => r.SpeakerTitle).HasMaxLength(Conference.PersonTitleLength);
        builder.Property(r => r.Recipient).HasMaxLength(Conference.PersonTitleLength);
        builder.HasOne(r => r.AddresseeUnit).WithMany().HasForeignKey(r => r.AddresseeUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.FieldOfWork).WithMany().HasForeignKey(r => r.FieldOfWorkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.Unit).WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.Draft).WithMany(d => d.Rows).HasForeignKey(r => r.DraftId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => new { r.DraftId, r.SpanStart });
    }
}
