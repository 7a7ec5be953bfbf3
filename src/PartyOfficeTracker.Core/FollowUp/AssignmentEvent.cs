using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.Core.FollowUp;

public enum AssignmentEventKind
{
    /// <summary>Given to the unit, for the first time or again.</summary>
    Assigned,

    /// <summary>Opened by somebody of the unit for the first time.</summary>
    Read,

    /// <summary>The deadline in force has become another.</summary>
    DeadlineChanged,

    /// <summary>The unit, or somebody on its behalf, said what was done.</summary>
    Reported,

    /// <summary>The report that waited was accepted.</summary>
    Accepted,

    /// <summary>The report that waited was returned.</summary>
    Returned,

    Suspended,

    Resumed,

    /// <summary>Taken back.</summary>
    Withdrawn,
}

/// <summary>
/// One thing that happened to an assignment: who did it, when it happened and when it was entered, and what it made different.
/// Events are added and never changed or deleted; what an assignment is, is the fold over them (<see cref="Assignment.Apply"/>).
/// </summary>
public sealed class AssignmentEvent : IAppendOnly
{
    public int Id { get; init; }

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public int AssignmentId { get; init; }

    public Assignment? Assignment { get; init; }

    /// <summary>The place among the assignment's events, from 1 without gaps; two at the same place clash, so the later one is told.</summary>
    public int Sequence { get; internal set; }

    public AssignmentEventKind Kind { get; init; }

    /// <summary>The day it happened: the evidence's date for a report, the day of entry for everything else.</summary>
    public DateOnly HappenedOn { get; init; }

    /// <summary>When it was entered, UTC.</summary>
    public DateTime EnteredAt { get; init; }

    public int EnteredById { get; init; }

    public AppUser? EnteredBy { get; init; }

    /// <summary>Entered by a clerk or lead for the unit.</summary>
    public bool OnBehalf { get; init; }

    /// <summary>With <see cref="AssignmentEventKind.Assigned"/>.</summary>
    public AssignmentRole? Role { get; init; }

    /// <summary>The deadline in force before, where it changed.</summary>
    public DateOnly? OldDueOn { get; init; }

    /// <summary>
    /// The deadline in force from now on, with <see cref="AssignmentEventKind.Assigned"/> and
    /// <see cref="AssignmentEventKind.DeadlineChanged"/>.
    /// </summary>
    public DateOnly? NewDueOn { get; init; }

    /// <summary>The deadline is the unit's own and not the directive's.</summary>
    public bool IsOwnDeadline { get; init; }

    /// <summary>There is no day and should be one.</summary>
    public bool NeedsDeadline { get; init; }

    /// <summary>0 to 100, with <see cref="AssignmentEventKind.Reported"/>; 100 asks for a decision.</summary>
    public int? Percent { get; init; }

    /// <summary>What was reported; hangs on its event.</summary>
    public ProgressReport? Report { get; init; }

    /// <summary>The report that a decision is about.</summary>
    public int? DecidesId { get; init; }

    public AssignmentEvent? Decides { get; init; }

    /// <summary>With <see cref="AssignmentEventKind.Accepted"/>.</summary>
    public CompletionGrade? Grade { get; init; }

    public string? Reason { get; init; }
}

internal sealed class AssignmentEventConfiguration : IEntityTypeConfiguration<AssignmentEvent>
{
    public void Configure(EntityTypeBuilder<AssignmentEvent> builder)
    {
        builder.ToTable("AssignmentEvents");
        builder.Property(e => e.Reason).HasMaxLength(Conference.ReasonLength);
        builder.HasOne(e => e.Assignment).WithMany(a => a.Events).HasForeignKey(e => e.AssignmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(e => e.EnteredBy).WithMany().HasForeignKey(e => e.EnteredById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(e => e.Decides).WithMany().HasForeignKey(e => e.DecidesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => e.Uid).IsUnique();
        builder.HasIndex(e => new { e.AssignmentId, e.Sequence }).IsUnique();
    }
}
