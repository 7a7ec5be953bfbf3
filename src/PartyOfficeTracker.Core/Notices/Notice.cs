using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Recommendations;

namespace PartyOfficeTracker.Core.Notices;

/// <summary>What somebody is told of.</summary>
public enum NoticeKind
{
    /// <summary>The unit has a task it did not see before.</summary>
    Given,

    DeadlineChanged,

    /// <summary>The unit answers for the result from now on, or contributes.</summary>
    RoleChanged,

    Accepted,

    Returned,

    Urged,

    ExtensionGranted,

    ExtensionRefused,

    DeclineRefused,

    ObstacleSettled,

    /// <summary>The task of another unit is this one's from now on.</summary>
    PassedOn,

    /// <summary>The unit's task is another's from now on.</summary>
    PassedAway,

    Suspended,

    Resumed,

    /// <summary>The words of the task were corrected after publication.</summary>
    Reworded,

    Withdrawn,

    /// <summary>To leads: a report of completion waits for a decision.</summary>
    Submitted,

    ExtensionAsked,

    Declined,

    ObstacleRaised,

    /// <summary>To clerks: the unit answered an urging.</summary>
    Answered,

    /// <summary>To leads: late, and it is still the unit's turn.</summary>
    LateForLead,

    /// <summary>To the leadership: later still.</summary>
    LateForLeadership,

    /// <summary>To the unit: what it recommended is answered, or the answer was put right.</summary>
    RecommendationAnswered,

    /// <summary>To leads and clerks: a unit recommends something and waits for an answer.</summary>
    RecommendationWritten,
}

/// <summary>
/// One entry of an inbox: who is told of what. It holds no words: the page makes them from the event and the task, or from the recommendation,
/// it names, in its reader's language. Written in the very save of what it tells of (<see cref="NoticeWriter"/>); the key makes one event one entry.
/// </summary>
public sealed class Notice
{
    public const int KeyLength = 60;

    public int Id { get; init; }

    public int UserId { get; init; }

    public AppUser? User { get; init; }

    /// <summary>What it tells of: one user has one entry of one key.</summary>
    public required string Key { get; init; }

    public NoticeKind Kind { get; init; }

    /// <summary>The task it tells of; null with a recommendation.</summary>
    public int? AssignmentId { get; init; }

    public Assignment? Assignment { get; init; }

    /// <summary>The recommendation it tells of; null for everything that is told of a task.</summary>
    public int? RecommendationId { get; init; }

    public Recommendation? Recommendation { get; init; }

    /// <summary>What happened; null for a recommendation and for what the calendar alone brings about.</summary>
    public int? EventId { get; init; }

    public AssignmentEvent? Event { get; init; }

    /// <summary>The day it is late from, with <see cref="NoticeKind.LateForLead"/> and <see cref="NoticeKind.LateForLeadership"/>.</summary>
    public DateOnly? LateAfter { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public DateTime At { get; init; }

    public DateTime? ReadAt { get; set; }

    /// <summary>1 until it is read, then 0: the order of the inbox, and what the count seeks by.</summary>
    public int Unread { get; set; } = 1;
}

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("Notices");
        builder.Property(n => n.Key).HasMaxLength(Notice.KeyLength);
        builder.HasOne(n => n.User).WithMany().HasForeignKey(n => n.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(n => n.Assignment).WithMany().HasForeignKey(n => n.AssignmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(n => n.Recommendation).WithMany().HasForeignKey(n => n.RecommendationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(n => n.Event).WithMany().HasForeignKey(n => n.EventId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(n => new { n.UserId, n.Key }).IsUnique();
        builder.HasIndex(n => new { n.UserId, n.Unread, n.Id });
        builder.HasIndex(n => new { n.AssignmentId, n.Kind });
    }
}
