using Microsoft.AspNetCore.Identity;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Accounts;

/// <summary>A person's account. A province account is bound to one unit; every other role to none.</summary>
public sealed class AppUser : IdentityUser<int>, IVersioned
{
    public const int DisplayNameLength = 120;

    public Guid Uid { get; init; } = Guid.CreateVersion7();

    public required string DisplayName { get; set; }

    public UserRole Role { get; set; }

    public int? UnitId { get; set; }

    public Unit? Unit { get; set; }

    /// <summary>When the account was closed, UTC; null while it may sign in.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>Set when somebody else chose the password: the owner must change it at the next sign-in.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Whether a letter comes in the morning, where there is an address.</summary>
    public bool WantsDigest { get; set; } = true;

    /// <summary>SHA-256 of the secret in the address of the person's calendar, in hexadecimal digits; null while there is none.</summary>
    public string? CalendarKeyHash { get; set; }

    /// <summary>When the calendar's address was made, UTC; null while there is none.</summary>
    public DateTime? CalendarSince { get; set; }

    public DateTime CreatedAt { get; init; }

    public Guid Version { get; set; }

    string? IVersioned.AuditLabel => UserName;
}
