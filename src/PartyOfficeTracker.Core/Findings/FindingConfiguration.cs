using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Documents;

namespace PartyOfficeTracker.Core.Findings;

internal sealed class FindingConfiguration : IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<Finding> builder)
    {
        builder.ConfigureRow();
        builder.Property(f => f.Extent).HasMaxLength(Finding.ExtentLength);
        builder.HasOne(f => f.Conference).WithMany(c => c.Findings).HasForeignKey(f => f.ConferenceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(f => f.ReportedByUnit).WithMany().HasForeignKey(f => f.ReportedByUnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FigureConfiguration : IEntityTypeConfiguration<Figure>
{
    public void Configure(EntityTypeBuilder<Figure> builder)
    {
        builder.Property(f => f.OfWhat).HasMaxLength(Figure.OfWhatLength);
        builder.HasOne(f => f.Finding).WithMany(f => f.Figures).HasForeignKey(f => f.FindingId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RemarkConfiguration : IEntityTypeConfiguration<Remark>
{
    public void Configure(EntityTypeBuilder<Remark> builder)
    {
        builder.ConfigureRow();
        builder.Property(r => r.SpeakerName).HasMaxLength(Conference.PersonLength);
        builder.Property(r => r.SpeakerTitle).HasMaxLength(Conference.PersonTitleLength);
        builder.Property(r => r.SubmittedTo).HasMaxLength(Conference.PlaceLength);
        builder.Property(r => r.Basis).HasMaxLength(Remark.BasisLength);
        builder.Property(r => r.Answer).HasMaxLength(Remark.AnswerLength);
        builder.Property(r => r.AnsweringDocument).HasMaxLength(CitedDocument.NameLength);
        builder.HasOne(r => r.Conference).WithMany(c => c.Remarks).HasForeignKey(r => r.ConferenceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.Unit).WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OutcomeConfiguration : IEntityTypeConfiguration<Outcome>
{
    public void Configure(EntityTypeBuilder<Outcome> builder)
    {
        builder.ConfigureRow();
        builder.Property(o => o.Recipient).HasMaxLength(Conference.PersonTitleLength);
        builder.HasOne(o => o.Conference).WithMany(c => c.Outcomes).HasForeignKey(o => o.ConferenceId).OnDelete(DeleteBehavior.Restrict);
    }
}
