using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Data;

internal sealed class UnitConfiguration : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.Property(u => u.Code).HasMaxLength(Unit.CodeLength);
        builder.HasIndex(u => u.Code).IsUnique();
        builder.HasOne(u => u.Successor).WithMany().HasForeignKey(u => u.SuccessorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UnitNameConfiguration : IEntityTypeConfiguration<UnitName>
{
    public void Configure(EntityTypeBuilder<UnitName> builder)
    {
        builder.Property(n => n.Name).HasMaxLength(Unit.NameLength);
        builder.HasOne(n => n.Unit).WithMany(u => u.Names).HasForeignKey(n => n.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FieldOfWorkConfiguration : IEntityTypeConfiguration<FieldOfWork>
{
    public void Configure(EntityTypeBuilder<FieldOfWork> builder)
    {
        builder.ToTable("FieldsOfWork");
        builder.Property(f => f.Name).HasMaxLength(FieldOfWork.NameLength);
        builder.Property(f => f.Words).HasMaxLength(FieldOfWork.WordsLength);
        builder.HasIndex(f => f.Name).IsUnique();
    }
}

internal sealed class SpecialDayConfiguration : IEntityTypeConfiguration<SpecialDay>
{
    public void Configure(EntityTypeBuilder<SpecialDay> builder)
    {
        builder.Property(d => d.Name).HasMaxLength(SpecialDay.NameLength);
        builder.HasIndex(d => d.Day).IsUnique();
    }
}

internal sealed class AppUserConfiguration : IEntityTypeConfiguration<AppUser>
{
    public void Configure(EntityTypeBuilder<AppUser> builder)
    {
        const int hashLength = 500;
        const int stampLength = 100;
        const int phoneLength = 30;
        builder.Property(u => u.DisplayName).HasMaxLength(AppUser.DisplayNameLength);
        builder.Property(u => u.PasswordHash).HasMaxLength(hashLength);
        builder.Property(u => u.SecurityStamp).HasMaxLength(stampLength);
        builder.Property(u => u.ConcurrencyStamp).HasMaxLength(stampLength);
        builder.Property(u => u.PhoneNumber).HasMaxLength(phoneLength);
        builder.Property(u => u.CalendarKeyHash).HasMaxLength(CalendarKey.HashLength);
        builder.HasIndex(u => u.CalendarKeyHash).IsUnique();
        builder.HasOne(u => u.Unit).WithMany().HasForeignKey(u => u.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Identity's own 450 characters a part make a key of more than the 900 bytes SQL Server can hold.</summary>
internal sealed class UserLoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<int>>
{
    public const int NameLength = 128;

    public void Configure(EntityTypeBuilder<IdentityUserLogin<int>> builder)
    {
        builder.Property(l => l.LoginProvider).HasMaxLength(NameLength);
        builder.Property(l => l.ProviderKey).HasMaxLength(NameLength);
    }
}

internal sealed class UserTokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<int>> builder)
    {
        builder.Property(t => t.LoginProvider).HasMaxLength(UserLoginConfiguration.NameLength);
        builder.Property(t => t.Name).HasMaxLength(UserLoginConfiguration.NameLength);
    }
}

internal sealed class FirstAdministratorCodeConfiguration : IEntityTypeConfiguration<FirstAdministratorCode>
{
    public void Configure(EntityTypeBuilder<FirstAdministratorCode> builder)
    {
        builder.HasKey(c => c.Hash);
        builder.Property(c => c.Hash).HasMaxLength(FirstAdministratorCode.HashLength);
    }
}

internal sealed class SignInAttemptsConfiguration : IEntityTypeConfiguration<SignInAttempts>
{
    public void Configure(EntityTypeBuilder<SignInAttempts> builder)
    {
        builder.HasKey(a => new { a.Key, a.Since });
        builder.Property(a => a.Key).HasMaxLength(SignInAttempts.KeyLength);
        builder.HasIndex(a => a.Since);
    }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Property(a => a.UserName).HasMaxLength(AuditEntry.UserNameLength);
        builder.Property(a => a.Entity).HasMaxLength(AuditEntry.EntityLength);
        builder.Property(a => a.Label).HasMaxLength(AuditEntry.LabelLength);
        builder.Property(a => a.Reason).HasMaxLength(AuditEntry.ReasonLength);

        // The trail is read by moment, whole and of one record, kind of record or person.
        builder.HasIndex(a => new { a.At, a.Id });
        builder.HasIndex(a => new { a.EntityUid, a.At, a.Id });
        builder.HasIndex(a => new { a.Entity, a.At, a.Id });
        builder.HasIndex(a => new { a.UserId, a.At, a.Id });
    }
}

internal sealed class UsedFormKeyConfiguration : IEntityTypeConfiguration<UsedFormKey>
{
    public void Configure(EntityTypeBuilder<UsedFormKey> builder)
    {
        builder.HasKey(k => k.Key);
        builder.Property(k => k.Location).HasMaxLength(UsedFormKey.LocationLength);
        builder.HasIndex(k => k.UsedAt);
    }
}

internal sealed class FormDraftConfiguration : IEntityTypeConfiguration<FormDraft>
{
    public void Configure(EntityTypeBuilder<FormDraft> builder)
    {
        builder.HasKey(d => new { d.UserId, d.FormId });
        builder.Property(d => d.FormId).HasMaxLength(FormDraft.FormIdLength);
    }
}

internal sealed class SearchEntryConfiguration : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> builder)
    {
        builder.HasOne(e => e.Conference).WithMany().HasForeignKey(e => e.ConferenceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(e => e.Row).WithMany().HasForeignKey(e => e.RowId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(e => e.Document).WithMany().HasForeignKey(e => e.DocumentId).OnDelete(DeleteBehavior.Restrict);

        // Removed by the indexer: a second way to cascade from the conference is one too many for SQL Server.
        builder.HasOne(e => e.Chair).WithMany().HasForeignKey(e => e.ChairId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(e => e.Point).WithMany().HasForeignKey(e => e.PointId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(e => e.Source).WithMany().HasForeignKey(e => e.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(e => e.Recommendation).WithMany().HasForeignKey(e => e.RecommendationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SearchTermConfiguration : IEntityTypeConfiguration<SearchTerm>
{
    public void Configure(EntityTypeBuilder<SearchTerm> builder)
    {
        builder.HasKey(t => new { t.Term, t.EntryId });
        builder.Property(t => t.Term).HasMaxLength(SearchTerm.TermLength);

        // Whether an entry has a word that begins so.
        builder.HasIndex(t => new { t.EntryId, t.Term });
        builder.HasOne(t => t.Entry).WithMany(e => e.Terms).HasForeignKey(t => t.EntryId).OnDelete(DeleteBehavior.Cascade);
    }
}
