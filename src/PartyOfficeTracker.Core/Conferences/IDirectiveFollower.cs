using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>What the minutes must know of the follow-up of a directive, and tell it; the follow-up knows the minutes, not they it.</summary>
public interface IDirectiveFollower
{
    /// <summary>Whether units have the directive now.</summary>
    Task<bool> IsAssignedAsync(int directiveId, CancellationToken cancel);

    /// <summary>Whether a unit ever had it: then its history keeps the row.</summary>
    Task<bool> HasHistoryAsync(int directiveId, CancellationToken cancel);

    /// <summary>Whether units were ever given anything of a conference.</summary>
    Task<bool> HasWorkAsync(int conferenceId, CancellationToken cancel);

    /// <summary>Passes a directive's deadline on to those who have it, with the reason for its change; saves nothing.</summary>
    Task DeadlineChangedAsync(Actor actor, Row directive, string? reason, CancellationToken cancel);

    /// <summary>Tells those who have a published directive that it says something else now; saves nothing.</summary>
    Task RewordedAsync(Actor actor, Row directive, string? reason, CancellationToken cancel);

    /// <summary>From now on the units see what a conference gave them; saves nothing.</summary>
    Task PublishedAsync(Actor actor, int conferenceId, CancellationToken cancel);
}
