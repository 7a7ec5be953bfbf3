namespace PartyOfficeTracker.Core.Common;

/// <summary>
/// A record people edit. <see cref="Version"/> changes with every save and is posted back as the original value, so the
/// second of two editors is told. <see cref="Uid"/> never changes and is what the audit trail refers to; it is made here
/// rather than by the database so that a record and its audit row go into one save.
/// </summary>
public interface IVersioned
{
    Guid Uid { get; }

    Guid Version { get; set; }

    /// <summary>What the audit trail calls the record; null when its kind says enough.</summary>
    string? AuditLabel => null;
}
