using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.Core.Directives;

internal sealed class DirectiveConfiguration : IEntityTypeConfiguration<Directive>
{
    public void Configure(EntityTypeBuilder<Directive> builder)
    {
        builder.ConfigureRow();
        builder.Property(d => d.Number).HasMaxLength(Directive.NumberLength);
        builder.Property(d => d.DeadlineText).HasMaxLength(Directive.DeadlineTextLength);
        builder.Property(d => d.Deliverable).HasMaxLength(Directive.DeliverableLength);
        builder.HasOne(d => d.Conference).WithMany(c => c.Directives).HasForeignKey(d => d.ConferenceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DirectiveCureConfiguration : IEntityTypeConfiguration<DirectiveCure>
{
    public void Configure(EntityTypeBuilder<DirectiveCure> builder)
    {
        builder.ToTable("DirectiveCures");
        builder.HasKey(c => new { c.DirectiveId, c.FindingId });
        builder.HasOne(c => c.Directive).WithMany(d => d.Cures).HasForeignKey(c => c.DirectiveId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(c => c.Finding).WithMany().HasForeignKey(c => c.FindingId).OnDelete(DeleteBehavior.Cascade);
    }
}
