using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOfficeTracker.Core.Accounts;

namespace PartyOfficeTracker.Core.Jobs;

/// <summary>A letter on its way out. Written once per key, sent until the relay has taken it.</summary>
public sealed class OutboxMail
{
    public const int KeyLength = 60;
    public const int AddressLength = 256;
    public const int SubjectLength = 200;
    public const int ErrorLength = 500;

    public int Id { get; init; }

    /// <summary>Part of the letter's Message-Id, so that a relay or a reader recognises a letter it has had.</summary>
    public Guid Uid { get; init; } = Guid.CreateVersion7();

    /// <summary>What it is about: the same is never written twice.</summary>
    public required string Key { get; init; }

    public int UserId { get; init; }

    public AppUser? User { get; init; }

    public required string Address { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Html { get; init; }

    public DateTime CreatedAt { get; init; }

    /// <summary>Not before this, UTC: the next attempt, or the end of the lease of whoever is at it.</summary>
    public DateTime NextAttemptAt { get; set; }

    public int Attempts { get; set; }

    public DateTime? SentAt { get; set; }

    /// <summary>What the relay answered last when it did not take the letter.</summary>
    public string? LastError { get; set; }
}

internal sealed class OutboxMailConfiguration : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("OutboxMails");
        builder.Property(m => m.Key).HasMaxLength(OutboxMail.KeyLength);
        builder.Property(m => m.Address).HasMaxLength(OutboxMail.AddressLength);
        builder.Property(m => m.Subject).HasMaxLength(OutboxMail.SubjectLength);
        builder.Property(m => m.LastError).HasMaxLength(OutboxMail.ErrorLength);
        builder.HasOne(m => m.User).WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => new { m.SentAt, m.NextAttemptAt });
    }
}
