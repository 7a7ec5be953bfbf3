using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Core.Conferences;

/// <summary>
/// A change to a published conference, to a row of it or to its head, chairs and points: what it said before beside what it says now, for everybody who
/// can see it. Written in the change's own save.
/// </summary>
public sealed class PublishedChange : IAppendOnly
{
    public int Id { get; init; }

    public int ConferenceId { get; init; }

    /// <summary>The row, which may be gone by now; of anything else the record that changed.</summary>
    public Guid RowUid { get; init; }

    /// <summary>Class name of the record that changed; null for a row.</summary>
    public string? Entity { get; init; }

    public AuditAction Action { get; init; }

    public DateTime At { get; init; }

    public int? ById { get; init; }

    public AppUser? By { get; init; }

    public string? Reason { get; init; }

    /// <summary>JSON, as in the audit trail: <c>[{"f":"Text","o":"old","n":"new"}]</c>.</summary>
    public required string Changes { get; init; }
}

/// <summary>A change after publication as pages show it.</summary>
/// <param name="Entity">Class name of the record that changed.</param>
public sealed record PublishedItem(string Entity, AuditAction Action, DateTime At, string? By, string? Reason, string Changes)
{
    public IReadOnlyList<AuditChange> Fields => AuditChange.Read(Changes);
}

internal sealed class PublishedChangeConfiguration : IEntityTypeConfiguration<PublishedChange>
{
    public void Configure(EntityTypeBuilder<PublishedChange> builder)
    {
        builder.ToTable("PublishedChanges");
        builder.Property(c => c.Entity).HasMaxLength(AuditEntry.EntityLength);
        builder.Property(c => c.Reason).HasMaxLength(AuditEntry.ReasonLength);
        builder.HasOne(c => c.By).WithMany().HasForeignKey(c => c.ById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.RowUid, c.Id });
        builder.HasIndex(c => new { c.ConferenceId, c.Action });
    }
}
