using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.FollowUp;

public enum AssignmentEventKind
{
    /// <summary>Given to the unit, for the first time or again.</summary>
    Assigned,

    /// <summary>The conference was published, so that the unit sees the task from now on.</summary>
    Shown,

    /// <summary>Opened by somebody of the unit for the first time.</summary>
    Read,

    /// <summary>The unit answers for the result from now on, or contributes.</summary>
    RoleChanged,

    /// <summary>The deadline in force has become another.</summary>
    DeadlineChanged,

    /// <summary>The unit, or somebody on its behalf, said what was done.</summary>
    Reported,

    /// <summary>A report was put in the place of one that was wrong.</summary>
    Corrected,

    /// <summary>The report that waited was accepted.</summary>
    Accepted,

    /// <summary>The report that waited was returned.</summary>
    Returned,

    /// <summary>The unit asked for a later deadline.</summary>
    ExtensionAsked,

    /// <summary>The centre gave a later deadline, asked or unasked.</summary>
    ExtensionGranted,

    ExtensionRefused,

    /// <summary>The unit said that the task is not its own.</summary>
    Declined,

    /// <summary>The centre said that it is.</summary>
    DeclineRefused,

    /// <summary>The unit cannot go on before somebody above it decides.</summary>
    ObstacleRaised,

    ObstacleSettled,

    /// <summary>The centre asked the unit to get on, to show evidence or to check its figures.</summary>
    Urged,

    /// <summary>The unit answered an urging in words.</summary>
    Answered,

    /// <summary>The successor of a unit that ended answers from now on.</summary>
    PassedOn,

    /// <summary>The centre gave the work to another unit.</summary>
    Reassigned,

    Suspended,

    Resumed,

    /// <summary>The published words of the directive were corrected.</summary>
    Reworded,

    /// <summary>Taken back, or withdrawn by a later document.</summary>
    Withdrawn,
}

/// <summary>
/// One thing that happened to an assignment: who did it, when it happened and when it was entered, and what it made different.
/// Events are added and never changed or deleted; what an assignment is, is the fold over them (<see cref="Assignment.Apply"/>).
/// </summary>
public sealed class AssignmentEvent : IAppendOnly
{
    /// <param name="kind">What happened.</param>
    /// <param name="by">Who enters it, and when; the day it happened is that day unless something else is said.</param>
    public AssignmentEvent(AssignmentEventKind kind, AssignmentEntry by)
    {
        Kind = kind;
        HappenedOn = by.Today;
        EnteredAt = by.At;
        EnteredById = by.UserId;
    }

    /// <summary>For the database.</summary>
    private AssignmentEvent()
    {
    }

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

    /// <summary>Null for the daily work, which nobody does by hand.</summary>
    public int? EnteredById { get; init; }

    public AppUser? EnteredBy { get; init; }

    /// <summary>Entered by a clerk or lead for the unit.</summary>
    public bool OnBehalf { get; init; }

    /// <summary>With <see cref="AssignmentEventKind.Assigned"/> and <see cref="AssignmentEventKind.RoleChanged"/>.</summary>
    public AssignmentRole? Role { get; init; }

    /// <summary>
    /// The unit that answers from now on, with <see cref="AssignmentEventKind.Assigned"/>, <see cref="AssignmentEventKind.PassedOn"/> and
    /// <see cref="AssignmentEventKind.Reassigned"/>.
    /// </summary>
    public int? UnitId { get; init; }

    /// <summary>
    /// The unit that answered before, with <see cref="AssignmentEventKind.PassedOn"/> and <see cref="AssignmentEventKind.Reassigned"/>.
    /// </summary>
    public int? OldUnitId { get; init; }

    /// <summary>The unit sees the task at once, with <see cref="AssignmentEventKind.Assigned"/>.</summary>
    public bool IsVisible { get; init; }

    /// <summary>The deadline in force before, where it changed.</summary>
    public DateOnly? OldDueOn { get; init; }

    /// <summary>
    /// The deadline in force from now on, with <see cref="AssignmentEventKind.Assigned"/>, <see cref="AssignmentEventKind.DeadlineChanged"/>
    /// and <see cref="AssignmentEventKind.ExtensionGranted"/>; the day wished for with <see cref="AssignmentEventKind.ExtensionAsked"/>.
    /// </summary>
    public DateOnly? NewDueOn { get; init; }

    /// <summary>The day as ordered, where <see cref="NewDueOn"/> was moved because it is a day off.</summary>
    public DateOnly? OrderedDueOn { get; init; }

    /// <summary>The deadline is the unit's own and not the directive's.</summary>
    public bool IsOwnDeadline { get; init; }

    /// <summary>There is no day and should be one.</summary>
    public bool NeedsDeadline { get; init; }

    /// <summary>0 to 100, with <see cref="AssignmentEventKind.Reported"/>; 100 asks for a decision.</summary>
    public int? Percent { get; init; }

    /// <summary>What was reported; hangs on its event.</summary>
    public ProgressReport? Report { get; init; }

    /// <summary>The report that a decision or a correction is about.</summary>
    public int? DecidesId { get; init; }

    public AssignmentEvent? Decides { get; init; }

    /// <summary>With <see cref="AssignmentEventKind.Accepted"/>.</summary>
    public CompletionGrade? Grade { get; init; }

    /// <summary>Who must decide, with <see cref="AssignmentEventKind.ObstacleRaised"/>.</summary>
    public DecisionLevel? Level { get; init; }

    /// <summary>What was asked for, with <see cref="AssignmentEventKind.Urged"/>.</summary>
    public UrgeKind? Urging { get; init; }

    /// <summary>The day an answer is due, with <see cref="AssignmentEventKind.Urged"/>.</summary>
    public DateOnly? AnswerDueOn { get; init; }

    /// <summary>The later document that changed or withdrew what was ordered.</summary>
    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    /// <summary>Why, or what was said.</summary>
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
        builder.Property(e => e.DocumentNumber).HasMaxLength(Evidence.DocumentNumberLength);
        builder.HasOne<Unit>().WithMany().HasForeignKey(e => e.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(e => e.OldUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => e.Uid).IsUnique();
        builder.HasIndex(e => new { e.AssignmentId, e.Sequence }).IsUnique();
    }
}
