using PartyOfficeTracker.Core.Accounts;

namespace PartyOfficeTracker.Core.FollowUp;

/// <summary>Who opened an assignment, and when first.</summary>
public sealed class AssignmentReading
{
    public int AssignmentId { get; init; }

    public Assignment? Assignment { get; init; }

    public int UserId { get; init; }

    public AppUser? User { get; init; }

    public DateTime ReadAt { get; init; }
}
