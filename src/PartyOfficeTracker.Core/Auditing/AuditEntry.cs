using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Auditing;

public enum AuditAction
{
    Added,
    Changed,
    Removed,
}

/// <summary>Who changed what, when, from what to what, and why. Written in the change's own save; only <see cref="AuditRetention"/> removes a row.</summary>
public sealed class AuditEntry : IAppendOnly
{
    public const int EntityLength = 60;
    public const int LabelLength = 200;
    public const int UserNameLength = 256;
    public const int ReasonLength = 500;

    public long Id { get; init; }

    public DateTime At { get; init; }

    /// <summary>Null for what the system itself did: reference data, demo data, the first administrator.</summary>
    public int? UserId { get; init; }

    public required string UserName { get; init; }

    public AuditAction Action { get; init; }

    /// <summary>The kind of record, by its class name.</summary>
    public required string Entity { get; init; }

    public Guid EntityUid { get; init; }

    /// <summary>The beginning of the record's own text, so that a reader need not look it up.</summary>
    public string? Label { get; init; }

    /// <summary>JSON: <c>[{"f":"Title","o":"old","n":"new"}]</c>.</summary>
    public required string Changes { get; init; }

    public string? Reason { get; init; }
}
