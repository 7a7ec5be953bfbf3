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

        // The order of lists: of all units and of one, in one state, overdue. The filter is the model's own, and the last columns let the index alone count.
        builder.HasIndex(a => new { a.SortKey, a.Id, a.Shown, a.CountedIn }).Standing();
        builder.HasIndex(a => new { a.UnitId, a.SortKey, a.Id, a.Shown }).Standing();
        builder.HasIndex(a => new { a.State, a.SortKey, a.Id, a.Shown }).Standing();
        builder.HasIndex(a => new { a.UnitId, a.State, a.SortKey, a.Id, a.Shown }).Standing();
        builder.HasIndex(a => new { a.OverdueAfter, a.Id, a.Shown }).Standing();
        builder.HasIndex(a => new { a.UnitId, a.OverdueAfter, a.Id, a.Shown }).Standing();

        // A year's tasks: given for it, carried into it and open, carried into it and closed; of all units and of one.
        builder.HasIndex(a => new { a.CountedIn, a.SortKey, a.Id, a.Shown });
        builder.HasIndex(a => new { a.CountedIn, a.GivenToId, a.SortKey, a.Id, a.Shown });
        builder.HasIndex(a => new { a.GivenToId, a.SortKey, a.Id, a.Shown, a.CountedIn }).Standing();
        builder.HasIndex(a => new { a.ClosedOn, a.Id, a.CountedIn, a.Shown }).Carried();
        builder.HasIndex(a => new { a.GivenToId, a.ClosedOn, a.Id, a.CountedIn, a.Shown }).Carried();

        // What a directive's units have come to.
        builder.HasIndex(a => new { a.DirectiveId, a.State, a.Role, a.OverdueAfter, a.NeedsDeadline, a.SortKey, a.UnitId, a.Shown }).Standing();
        builder.HasIndex(a => new { a.DirectiveId, a.OverdueAfter, a.UnitId, a.Shown }).Standing();

        // What waits for somebody.
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

internal static class PartialIndex
{
    /// <summary>
    /// Holds what was not withdrawn. Written without quotes, which both databases read; SQL Server looks at the column itself, so it is included.
    /// </summary>
    public static void Standing(this IndexBuilder<Assignment> index) => SqlServerIndexBuilderExtensions.IncludeProperties(
        index.HasFilter("WithdrawnOn IS NULL"), a => a.WithdrawnOn!);

    /// <summary>Holds what was closed in a year after its own.</summary>
    public static void Carried(this IndexBuilder<Assignment> index) => SqlServerIndexBuilderExtensions.IncludeProperties(
        index.HasFilter("Carried = 1"), a => a.Carried);
}
