using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Anchors;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.Core.Import;
using PartyOfficeTracker.Core.Jobs;
using PartyOfficeTracker.Core.Lists;
using PartyOfficeTracker.Core.Notices;
using PartyOfficeTracker.Core.Recommendations;
using PartyOfficeTracker.Core.Search;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Data;

/// <summary>The one database model, neutral to the provider; a migration assembly for each provider.</summary>
public sealed class AppDbContext(DbContextOptions<AppDbContext> options) : IdentityUserContext<AppUser, int>(options), IDataProtectionKeyContext
{
    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<PortfolioItem> Portfolio => Set<PortfolioItem>();

    public DbSet<FieldOfWork> FieldsOfWork => Set<FieldOfWork>();

    public DbSet<SpecialDay> SpecialDays => Set<SpecialDay>();

    public DbSet<Abbreviation> Abbreviations => Set<Abbreviation>();

    public DbSet<AnchorDate> AnchorDates => Set<AnchorDate>();

    public DbSet<Conference> Conferences => Set<Conference>();

    public DbSet<Source> Sources => Set<Source>();

    public DbSet<Row> Rows => Set<Row>();

    public DbSet<Cure> Cures => Set<Cure>();

    public DbSet<CitedDocument> Documents => Set<CitedDocument>();

    public DbSet<Citation> Citations => Set<Citation>();

    public DbSet<RowMention> RowMentions => Set<RowMention>();

    public DbSet<Recommendation> Recommendations => Set<Recommendation>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<AssignmentEvent> AssignmentEvents => Set<AssignmentEvent>();

    public DbSet<AssignmentReading> AssignmentReadings => Set<AssignmentReading>();

    public DbSet<ProgressReport> ProgressReports => Set<ProgressReport>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<TaskTally> TaskTallies => Set<TaskTally>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<OutboxMail> OutboxMails => Set<OutboxMail>();

    public DbSet<PublishedChange> PublishedChanges => Set<PublishedChange>();

    public DbSet<OfficeSettings> OfficeSettings => Set<OfficeSettings>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<UndoStep> UndoSteps => Set<UndoStep>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<FirstAdministratorCode> FirstAdministratorCodes => Set<FirstAdministratorCode>();

    public DbSet<SignInAttempts> SignInAttempts => Set<SignInAttempts>();

    /// <summary>The keys that sign cookies and form tokens: every node of one database knows the others'.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<UsedFormKey> UsedFormKeys => Set<UsedFormKey>();

    public DbSet<FormDraft> FormDrafts => Set<FormDraft>();

    public DbSet<ImportDraft> ImportDrafts => Set<ImportDraft>();

    public DbSet<ImportRow> ImportRows => Set<ImportRow>();

    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    public DbSet<SearchTerm> SearchTerms => Set<SearchTerm>();

    /// <summary>What a save carries into the audit trail: of the request that has this context now.</summary>
    internal ChangeContext Change { get; private set; } = new();

    /// <summary>Accounts of which the save that is under way changes what <see cref="KnownAccounts"/> remembers.</summary>
    internal IReadOnlyList<int> ChangedAccounts { get; set; } = [];

    /// <summary>What the save that is under way will say of other records before it commits; null for nothing.</summary>
    internal KeptColumns? Kept
    {
        get;
        set
        {
            field = value;
            Database.AutoTransactionBehavior = value is null ? AutoTransactionBehavior.WhenNeeded : AutoTransactionBehavior.Always;
        }
    }

    /// <summary>A context goes from request to request: nothing of the one before is left in it.</summary>
    internal void GiveTo(ChangeContext change) => (Change, ChangedAccounts, Kept) = (change, [], null);

    /// <summary>
    /// Saves, unless somebody else saved first (a newer version of one of the records, which the failure then holds, or a record with the
    /// same key), or a text carries a secrecy marking.
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
        catch (DbUpdateException e) when (DatabaseErrors.IsUniqueClash(e))
        {
            // What the page reads next is what is stored, not what this save had wanted.
            ChangeTracker.Clear();
            return Failure.Taken;
        }
    }

    /// <summary>Marks the version the form was filled from, so that a save on top of a newer one is refused.</summary>
    public void ExpectVersion(IVersioned entity, Guid version) =>
        Entry(entity).Property(nameof(IVersioned.Version)).OriginalValue = version;

    /// <summary>
    /// As <see cref="ExpectVersion"/>, for what may not be done any more on what is there now: the conflict is known before anything is done.
    /// </summary>
    /// <returns>The conflict; null while the version is the newest.</returns>
    public async Task<Failure?> StaleAsync(IVersioned entity, Guid version, CancellationToken cancel)
    {
        if (entity.Version != version)
        {
            return Failure.Conflict(await StoredVersionReader.ReadAsync(Entry(entity), cancel));
        }

        ExpectVersion(entity, version);
        return null;
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
        if (Database.IsSqlServer())
        {
            // Folded words are compared letter by letter: another collation orders '{' before the letters, and holds "ﬁ" and "fi" to be one key.
            builder.Entity<SearchTerm>().Property(t => t.Term).UseCollation("Latin1_General_BIN2");
        }

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

    /// <summary>Every enum an entity or a query may name: the product's own and the reader's.</summary>
    private static IEnumerable<Type> Enums() =>
        new[] { typeof(AppDbContext).Assembly, typeof(Reading.MinutesReader).Assembly }.SelectMany(a => a.GetTypes()).Where(t => t.IsEnum);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        const int enumLength = 30;
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(enumLength);
        foreach (var type in Enums())
        {
            // Properties alone leave a constant or a computed value of a query a number: beside a stored one SQL Server turns the text into it, and fails.
            configurationBuilder.DefaultTypeMapping(type, mapping => mapping.HasConversion<string>().HasMaxLength(enumLength));
        }

        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value,
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
