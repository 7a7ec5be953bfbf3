using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Anchors;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Documents;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.Core.Import;
using PartyOfficeTracker.Core.Search;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Data;

/// <summary>The one database model, neutral to the provider; a migration assembly for each provider.</summary>
public sealed class AppDbContext(DbContextOptions<AppDbContext> options) : IdentityUserContext<AppUser, int>(options)
{
    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<FieldOfWork> FieldsOfWork => Set<FieldOfWork>();

    public DbSet<SpecialDay> SpecialDays => Set<SpecialDay>();

    public DbSet<AnchorDate> AnchorDates => Set<AnchorDate>();

    public DbSet<Conference> Conferences => Set<Conference>();

    public DbSet<Source> Sources => Set<Source>();

    public DbSet<Row> Rows => Set<Row>();

    public DbSet<Cure> Cures => Set<Cure>();

    public DbSet<CitedDocument> Documents => Set<CitedDocument>();

    public DbSet<Citation> Citations => Set<Citation>();

    public DbSet<RowMention> RowMentions => Set<RowMention>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<AssignmentEvent> AssignmentEvents => Set<AssignmentEvent>();

    public DbSet<AssignmentReading> AssignmentReadings => Set<AssignmentReading>();

    public DbSet<ProgressReport> ProgressReports => Set<ProgressReport>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<UsedFormKey> UsedFormKeys => Set<UsedFormKey>();

    public DbSet<FormDraft> FormDrafts => Set<FormDraft>();

    public DbSet<ImportDraft> ImportDrafts => Set<ImportDraft>();

    public DbSet<ImportRow> ImportRows => Set<ImportRow>();

    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    public DbSet<SearchTerm> SearchTerms => Set<SearchTerm>();

    /// <summary>
    /// Saves, unless somebody else saved one of the records first, where the failure holds what they saved, or a text carries a secrecy marking.
    /// </summary>
    public async Task<Failure?> SaveOrConflictAsync(CancellationToken cancel)
    {
        try
        {
            await SaveChangesAsync(cancel);
            return null;
        }
        catch (DbUpdateConcurrencyException e)
        {
            return Failure.Conflict(await StoredVersionReader.ReadAsync(e, cancel));
        }
        catch (SecretTextException e)
        {
            // Beside the field of that name where the form has one, and above the form where it has not. The page reads the records anew.
            ChangeTracker.Clear();
            return Failure.Invalid([new FieldError(e.Property, e.Sentence), new FieldError("", e.Sentence)]);
        }
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateException e) when (e.InnerException?.Message.Contains(nameof(UsedFormKeys), StringComparison.Ordinal) == true)
        {
            throw new FormAlreadySubmittedException("The form was carried out before.", e);
        }
    }

    /// <summary>Marks the version the form was filled from, so that a save on top of a newer one is refused.</summary>
    public void ExpectVersion(IVersioned entity, Guid version) =>
        Entry(entity).Property(nameof(IVersioned.Version)).OriginalValue = version;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
        foreach (var type in builder.Model.GetEntityTypes())
        {
            if (!typeof(IVersioned).IsAssignableFrom(type.ClrType))
            {
                continue;
            }

            builder.Entity(type.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
            builder.Entity(type.ClrType).HasIndex(nameof(IVersioned.Uid)).IsUnique();
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        const int enumLength = 30;
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(enumLength);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value,
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
