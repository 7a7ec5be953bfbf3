using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyOfficeTracker.Core.Conferences;

internal sealed class CitedDocumentConfiguration : IEntityTypeConfiguration<CitedDocument>
{
    public void Configure(EntityTypeBuilder<CitedDocument> builder)
    {
        builder.Property(d => d.TypeWord).HasMaxLength(CitedDocument.TypeLength);
        builder.Property(d => d.Number).HasMaxLength(CitedDocument.NumberLength);
        builder.Property(d => d.Symbol).HasMaxLength(CitedDocument.NumberLength);
        builder.Property(d => d.Issuer).HasMaxLength(CitedDocument.IssuerLength);
        builder.Property(d => d.Name).HasMaxLength(CitedDocument.NameLength);
        builder.Property(d => d.Key).HasMaxLength(CitedDocument.KeyLength);
        builder.HasIndex(d => d.Key).IsUnique();
        builder.Ignore(d => d.PrintedNumber);
    }
}

internal sealed class CitationConfiguration : IEntityTypeConfiguration<Citation>
{
    public void Configure(EntityTypeBuilder<Citation> builder)
    {
        builder.Property(c => c.AsPrinted).HasMaxLength(CitedDocument.NameLength);
        builder.HasOne(c => c.Document).WithMany(d => d.Citations).HasForeignKey(c => c.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.Conference).WithMany(c => c.Citations).HasForeignKey(c => c.ConferenceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.Row).WithMany(r => r.Citations).HasForeignKey(c => c.RowId).OnDelete(DeleteBehavior.Restrict);
    }
}
