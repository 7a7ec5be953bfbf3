using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyOfficeTracker.Core.Jobs;

/// <summary>One piece of daily work on one day. Whoever inserts the row does the work; nobody else does, on any node.</summary>
public sealed class JobRun
{
    public const int NameLength = 30;

    public int Id { get; init; }

    public required string Job { get; init; }

    public DateOnly Day { get; init; }

    /// <summary>Until when whoever took it is believed to be at it, UTC; after that another may begin again.</summary>
    public DateTime LeaseUntil { get; set; }

    /// <summary>When it was done, UTC.</summary>
    public DateTime? FinishedAt { get; set; }
}

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("JobRuns");
        builder.Property(r => r.Job).HasMaxLength(JobRun.NameLength);
        builder.HasIndex(r => new { r.Job, r.Day }).IsUnique();
    }
}
