using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Forms;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core;

/// <summary>Every service of the product, one line each.</summary>
public static class CoreServices
{
    public static IServiceCollection AddCore(this IServiceCollection services, DatabaseOptions database, string contentRoot)
    {
        services.AddSingleton(database);
        services.AddSingleton(DataFolder.Of(database, contentRoot));
        services.AddMemoryCache();
        services.AddScoped<ChangeContext>();
        services.AddScoped<ChangeRecorder>();
        services.AddDbContext<AppDbContext>((provider, options) =>
        {
            database.Configure(options, contentRoot);
            options.AddInterceptors(provider.GetRequiredService<ChangeRecorder>());
        });
        services.AddSingleton<IServiceScopes, ServiceScopes>();
        services.AddScoped<ReferenceData>();
        services.AddSingleton<UnitDirectory>();
        services.AddScoped<FormKeyService>();
        services.AddScoped<DemoAccounts>();
        services.AddSingleton<FirstAdministrator>();
        services.AddScoped<OwnAccountService>();
        services.AddScoped<AccountService>();
        services.AddScoped<UnitService>();
        services.AddScoped<FieldOfWorkService>();
        services.AddScoped<HolidayService>();
        services.AddScoped<AuditReader>();
        services.AddScoped<RecordText>();
        services.AddScoped<SystemHealthReader>();
        services.AddScoped<IValidator<EditUnit>, EditUnitValidator>();
        services.AddScoped<IValidator<AddUnitName>, AddUnitNameValidator>();
        services.AddScoped<IValidator<NameFieldOfWork>, NameFieldOfWorkValidator>();
        services.AddScoped<IValidator<AddSpecialDay>, AddSpecialDayValidator>();
        services.AddScoped<IValidator<ChangePassword>, ChangePasswordValidator>();
        services.AddScoped<IValidator<CreateFirstAdministrator>, CreateFirstAdministratorValidator>();
        services.AddScoped<IValidator<DescribeAccount>, DescribeAccountValidator>();
        return services;
    }
}
