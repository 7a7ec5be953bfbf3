using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyOfficeTracker.Core.FollowUp;

internal sealed class AssignmentConfiguration : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        // What was withdrawn is in no list and no count; its history is read by name (IgnoreQueryFilters).
        builder.HasQueryFilter(a => a.WithdrawnOn == null);
        builder.HasOne(a => a.Directive).WithMany().HasForeignKey(a => a.DirectiveId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.Unit).WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.GivenTo).WithMany().HasForeignKey(a => a.GivenToId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.DirectiveId, a.GivenToId, a.PeriodFrom }).IsUnique();

        // The order of lists, of all units and of one; and what waits for somebody.
        builder.HasIndex(a => new { a.Rank, a.SortDay, a.Id });

        // Whether a directive has open work: without both columns in one index SQLite begins at the open work of all directives.
        builder.HasIndex(a => new { a.DirectiveId, a.Rank });
        builder.HasIndex(a => new { a.UnitId, a.Rank, a.SortDay, a.Id });
        builder.HasIndex(a => new { a.Turn, a.LateAfter, a.DirectiveId, a.Id });
        builder.HasIndex(a => new { a.Turn, a.TurnSince, a.DirectiveId, a.Id });
        builder.HasIndex(a => new { a.AnswerDueOn, a.Id });
        builder.HasIndex(a => new { a.ClosedOn, a.Id });
    }
}

internal sealed class AssignmentReadingConfiguration : IEntityTypeConfiguration<AssignmentReading>
{
    public void Configure(EntityTypeBuilder<AssignmentReading> builder)
    {
        builder.HasKey(r => new { r.AssignmentId, r.UserId });
        builder.HasOne(r => r.Assignment).WithMany(a => a.Readings).HasForeignKey(r => r.AssignmentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(r => r.User).WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProgressReportConfiguration : IEntityTypeConfiguration<ProgressReport>
{
    public void Configure(EntityTypeBuilder<ProgressReport> builder)
    {
        builder.Property(r => r.Text).HasMaxLength(ProgressReport.TextLength);
        builder.HasOne(r => r.Event).WithOne(e => e.Report).HasForeignKey<ProgressReport>(r => r.EventId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EvidenceConfiguration : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.Property(e => e.DocumentNumber).HasMaxLength(Evidence.DocumentNumberLength);
        builder.Property(e => e.ReceivedBy).HasMaxLength(Evidence.ReceivedByLength);
        builder.HasOne(e => e.Report).WithMany(r => r.Evidence).HasForeignKey(e => e.ReportId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.Property(f => f.FileName).HasMaxLength(StoredFile.FileNameLength);
        builder.Property(f => f.ContentType).HasMaxLength(StoredFile.ContentTypeLength);
        builder.HasOne(f => f.Evidence).WithOne(e => e.File).HasForeignKey<StoredFile>(f => f.EvidenceId).OnDelete(DeleteBehavior.Restrict);
    }
}
