using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Anchors;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Demo;
using PartyOfficeTracker.Core.Directives;
using PartyOfficeTracker.Core.Feeds;
using PartyOfficeTracker.Core.Findings;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.Core.Import;
using PartyOfficeTracker.Core.Jobs;
using PartyOfficeTracker.Core.Lists;
using PartyOfficeTracker.Core.Notices;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Recommendations;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Search;
using PartyOfficeTracker.Core.Summaries;
using PartyOfficeTracker.Core.Undo;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core;

/// <summary>Every service of the product, one line each.</summary>
public static class CoreServices
{
    public static IServiceCollection AddCore(this IServiceCollection services, DatabaseOptions database, string contentRoot)
    {
        services.AddSingleton(database);
        services.AddSingleton(DataFolder.Of(database, contentRoot));
        services.AddLocalization();
        services.AddSingleton<IStringLocalizer<Strings>, KnownStrings>();
        services.AddMemoryCache();
        services.AddSingleton<SynonymBook>();
        services.AddScoped<AbbreviationService>();
        services.AddScoped<ChangeContext>();
        services.AddDatabase(database, contentRoot);
        services.AddSingleton<IServiceScopes, ServiceScopes>();
        services.AddScoped<ReferenceData>();
        services.AddSingleton<UnitDirectory>();
        services.AddSingleton<KnownAccounts>();
        services.AddScoped<FormKeyService>();
        services.AddScoped<ConferenceReader>();
        services.AddScoped<ConferenceService>();
        services.AddScoped<DeskReader>();
        services.AddDesk();
        services.AddScoped<MinutesService>();
        services.AddScoped<ParticipantService>();
        services.AddScoped<CitationRegister>();
        services.AddScoped<DocumentReader>();
        services.AddScoped<FindingReader>();
        services.AddScoped<DirectiveReader>();
        services.AddFollowUp();
        services.AddScoped<InboxService>();
        services.AddJobs();
        services.AddPapers();
        services.AddScoped<SummaryReader>();
        services.AddScoped<UnitSheetReader>();
        services.AddScoped<RecommendationReader>();
        services.AddScoped<RecommendationService>();
        services.AddScoped<SearchService>();
        services.AddScoped<SearchRebuild>();
        services.AddScoped<ImportService>();
        services.AddScoped<ImportRowService>();
        services.AddScoped<ImportRowBatchService>();
        services.AddScoped<TakeOverService>();
        services.AddScoped<DraftService>();
        services.AddScoped<DemoAccounts>();
        services.AddScoped<DemoData>();
        services.AddScoped<FirstAdministrator>();
        services.AddSingleton<SignInLimit>();
        services.AddScoped<OwnAccountService>();
        services.AddScoped<AccountService>();
        services.AddScoped<UnitService>();
        services.AddScoped<FieldOfWorkService>();
        services.AddScoped<HolidayService>();
        services.AddScoped<AnchorService>();
        services.AddScoped<AuditReader>();
        services.AddScoped<AuditRetention>();
        services.AddScoped<RecordText>();
        services.AddScoped<SystemHealthReader>();
        services.AddValidatorsFromAssemblyContaining<ScheduleConferenceValidator>(ServiceLifetime.Scoped);
        return services;
    }

    /// <summary>A context is made once and used by one request after the other; what it saves is said to be the doing of the request that has it.</summary>
    private static void AddDatabase(this IServiceCollection services, DatabaseOptions database, string contentRoot)
    {
        services.AddSingleton<ChangeRecorder>();
        services.AddPooledDbContextFactory<AppDbContext>((provider, options) =>
        {
            database.Configure(options, contentRoot);
            options.AddInterceptors(provider.GetRequiredService<ChangeRecorder>(), KeptColumnsWriter.Instance);
        });
        services.AddScoped(provider =>
        {
            var db = provider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContext();
            db.GiveTo(provider.GetRequiredService<ChangeContext>());
            return db;
        });
    }

    /// <summary>What makes a clerk's hour: several rows at once, acts taken back, how the office works.</summary>
    private static void AddDesk(this IServiceCollection services)
    {
        services.AddScoped<RowBatchService>();
        services.AddScoped<SavedViewService>();
        services.AddSingleton<LineReader>();
        services.AddSingleton<BlockReader>();
        services.AddScoped<BlockService>();
        services.AddScoped<KnownPeople>();
        services.AddScoped<OfficeSettingsService>();
        services.AddScoped<UndoRestorer>();
        services.AddScoped<UndoService>();
    }

    /// <summary>What happens after a conference: assignments, their reports and steps.</summary>
    private static void AddFollowUp(this IServiceCollection services)
    {
        services.AddScoped<AssignmentService>();
        services.AddScoped<IDirectiveFollower>(provider => provider.GetRequiredService<AssignmentService>());
        services.AddScoped<TaskReader>();
        services.AddScoped<TaskListReader>();
        services.AddScoped<TaskLedger>();
        services.AddScoped<RowHistory>();
        services.AddScoped<DirectiveHistory>();
        services.AddScoped<ReportService>();
        services.AddScoped<StepService>();
        services.AddScoped<BoardReader>();
        services.AddScoped<PortfolioReader>();
        services.AddScoped<PortfolioService>();
        services.AddScoped<AmendmentService>();
        services.AddScoped<SuccessionService>();
        services.AddScoped<StandingService>();
        services.AddScoped<IUnitFollower, UnitFollower>();
    }

    /// <summary>What happens by the calendar, and the letters.</summary>
    private static void AddJobs(this IServiceCollection services)
    {
        services.AddScoped<NoticeSettingsService>();
        services.AddScoped<CalendarFeed>();
        services.AddScoped<DailyWork>();
        services.AddScoped<Escalation>();
        services.AddScoped<DigestWriter>();
        services.AddScoped<DigestText>();
        services.AddScoped<MailSender>();
        services.AddScoped<MailDesk>();
        services.AddSingleton<MailTransport>();
    }

    /// <summary>What leaves the house as a file or on paper.</summary>
    private static void AddPapers(this IServiceCollection services)
    {
        services.AddScoped<PaperDesk>();
        services.AddScoped<TaskPaper>();
        services.AddScoped<DirectivePaper>();
        services.AddScoped<FindingPaper>();
        services.AddScoped<AuditPaper>();
        services.AddScoped<RecommendationPaper>();
        services.AddScoped<DocumentPaper>();
        services.AddScoped<SearchPaper>();
        services.AddScoped<ClerkPaper>();
        services.AddScoped<ConferencePaper>();
        services.AddScoped<BoardPaper>();
        services.AddScoped<InboxPaper>();
        services.AddScoped<SummaryPaper>();
        services.AddScoped<OfficePaper>();
        services.AddScoped<MinutesPaper>();
    }
}
