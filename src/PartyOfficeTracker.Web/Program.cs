using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using PartyOfficeTracker.Core;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Jobs;
using PartyOfficeTracker.Web.Infrastructure;
using PartyOfficeTracker.Web.Pages.Conferences.Import;
using Serilog;
using Serilog.Formatting.Json;

if (args is ["read", .. var readArgs])
{
    return ReadCommand.Run(readArgs, Console.Out, Console.Error);
}

var builder = WebApplication.CreateBuilder(args);
DatabaseOptions database;
TimeProvider clock;
MailOptions mail;
try
{
    database = DatabaseOptions.Read(builder.Configuration);
    clock = DevelopmentClock.Read(builder.Configuration, builder.Environment);
    mail = MailOptions.Read(builder.Configuration);
}
catch (InvalidOperationException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

builder.Services.AddSerilog(Logging(builder), dispose: true);
builder.Services.AddSingleton(clock);
builder.Services.AddSingleton(mail);
builder.Services.AddCore(database, builder.Environment.ContentRootPath);

// Before everything that reads the key ring at start: the ring lies in the database this makes ready.
builder.Services.AddHostedService<DatabaseStart>();
builder.Services.AddHostedService<DailyWorker>();
builder.Services.AddAccounts();
builder.Services.Configure<RequestLocalizationOptions>(Languages.Configure);
builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
builder.Services.AddSingleton<IConfigureOptions<Microsoft.AspNetCore.Mvc.MvcOptions>, MvcSetup>();
builder.Services.AddScoped<FormKeyFilter>();
builder.Services.AddSingleton<KeptForms>();
builder.Services.AddScoped<FieldLabels>();
builder.Services.AddScoped<TypedHead>();
builder.Services.AddScoped<FieldRules>();
builder.Services.Configure<FormOptions>(o => o.ValueLengthLimit = (int)RequestSize.Limit);
builder.Services.AddFluentValidationClientsideAdapters();
builder.Services.AddValidatorsFromAssemblyContaining<Program>(ServiceLifetime.Scoped);
builder.Services.AddRouting(o => o.LowercaseUrls = true);
builder.Services.AddRazorPages(PageRules.Configure);
builder.Services.AddSharedKeys();
builder.Services.AddAntiforgery(o => o.Cookie.Name = "giaoban-form");
builder.Services.AddResponseCompression(o =>
{
    // Provinces sit on slow lines. The anti-forgery token, the only secret in a page, is encrypted anew each time.
    o.EnableForHttps = true;
    o.Providers.Add<BrotliCompressionProvider>();
    o.Providers.Add<GzipCompressionProvider>();
});
builder.Services.AddHealthChecks().AddDbContextCheck<AppDbContext>()
    .AddCheck<MailHealthCheck>("mail", Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Degraded, ["mail"]);

var app = builder.Build();
Func<IServiceProvider, TextWriter, Task<int>>? command = args switch
{
    ["migrate", ..] => MigrateCommand.RunAsync,
    ["recount", ..] => RepairCommands.RecountAsync,
    ["reindex", ..] => RepairCommands.ReindexAsync,
    ["forget-audit", .. var words] => (services, output) => RepairCommands.ForgetAuditAsync(services, output, words),
    _ => null,
};
if (command is not null)
{
    try
    {
        return await command(app.Services, Console.Out);
    }
    catch (StartRefusedException e)
    {
        await Console.Error.WriteLineAsync(e.Message);
        return 1;
    }
}

app.UseResponseCompression();
app.UseSecurityHeaders();
app.UseSerilogRequestLogging(RequestLogging.Configure);
app.UseRequestLocalization();
app.UseExceptionHandler("/error/500");
app.UseStatusCodePagesWithReExecute("/error/{0}");
app.UseMiddleware<LeftPage>();
if (!app.Environment.IsDevelopment())
{
    app.UseHsts();
}

app.UseMiddleware<FormKeyMiddleware>();
app.UseMiddleware<ShowInstead>();
app.UseAuthentication();
app.UseMiddleware<ActorTrouble>();
app.UseMiddleware<KeepExpiredForm>();
app.UseMiddleware<SignInAtRoot>();
app.UseRouting();
app.UseMiddleware<RequestSize>();
app.UseMiddleware<SignInThrottle>();
app.UseMiddleware<DutyFirst>();
app.UseAuthorization();
app.MapStaticAssets().AllowAnonymous();
app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
app.MapHealthChecks("/health/ready", new() { Predicate = c => !c.Tags.Contains("mail") }).AllowAnonymous();
app.MapHealthChecks("/health/mail", new() { Predicate = c => c.Tags.Contains("mail") }).AllowAnonymous();
app.MapRazorPages().WithStaticAssets();

try
{
    await app.RunAsync();
    return 0;
}
catch (StartRefusedException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

static Serilog.ILogger Logging(WebApplicationBuilder builder)
{
    var configuration = new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).Enrich.FromLogContext()
        .Filter.ByExcluding(e => e.Exception is StartRefusedException);
    return (builder.Environment.IsDevelopment()
        ? configuration.WriteTo.Console(formatProvider: CultureInfo.InvariantCulture)
        : configuration.WriteTo.Console(new JsonFormatter(renderMessage: true))).CreateLogger();
}

/// <summary>Named so that tests can host the application.</summary>
public partial class Program;
