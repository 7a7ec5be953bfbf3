using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>Accounts: ASP.NET Core Identity with a cookie, lockout, throttling of everything that checks a password.</summary>
public static class AccountSetup
{
    /// <summary>The rate-limiting policy of pages that check a password or a code.</summary>
    public const string SignInLimit = nameof(SignInLimit);

    /// <summary>Many people share an office's address, so one address may try for several accounts.</summary>
    private const int AccountsPerAddress = 5;

    public static void AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentityCore<AppUser>(options =>
            {
                options.Password.RequiredLength = PasswordRules.MinimumLength;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = PasswordRules.UniqueCharacters;
                options.Lockout.MaxFailedAccessAttempts = 10;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
                options.User.RequireUniqueEmail = false;
            })
            .AddEntityFrameworkStores<AppDbContext>()
            .AddSignInManager()
            .AddPasswordValidator<PasswordRules>()
            .AddErrorDescriber<IdentityTexts>()
            .AddDefaultTokenProviders();

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "giaoban";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = TimeSpan.FromHours(8);
            options.SlidingExpiration = true;
            options.LoginPath = "/account/login";
            options.AccessDeniedPath = "/error/403";
            options.ReturnUrlParameter = "returnUrl";
            options.Events = new CookieAuthenticationEvents
            {
                OnValidatePrincipal = ActorAccess.ValidateAsync,
                OnRedirectToAccessDenied = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                },
            };
        });
        PageRules.AddPolicies(services.AddAuthorizationBuilder());

        services.AddRateLimiter(options => AddSignInLimit(options, configuration.GetValue("Accounts:SignInAttemptsPerMinute", 20)));
    }

    /// <summary>
    /// Reads the form of a post that checks a password, so that the limiter can count by account as well as by address.
    /// </summary>
    public static IApplicationBuilder UseSignInLimit(this IApplicationBuilder app) => app
        .Use(async (context, next) =>
        {
            if (IsLimited(context) && context.Request.HasFormContentType)
            {
                await context.Request.ReadFormAsync(context.RequestAborted);
            }

            await next(context);
        })
        .UseRateLimiter();

    private static void AddSignInLimit(RateLimiterOptions options, int perMinute)
    {
        const int retryAfterSeconds = 60;
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = retryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(SignInLimit, context => IsLimited(context)
            ? Window(Address(context) + "|" + AccountName(context), perMinute)
            : RateLimitPartition.GetNoLimiter("read"));
        var perAddress = (int)Math.Min(int.MaxValue, (long)perMinute * AccountsPerAddress);
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => IsLimited(context)
            ? Window(Address(context), perAddress)
            : RateLimitPartition.GetNoLimiter("free"));
    }

    private static RateLimitPartition<string> Window(string key, int permits) => RateLimitPartition.GetSlidingWindowLimiter(
        key,
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });

    private static bool IsLimited(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == SignInLimit;

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    private static string AccountName(HttpContext context) =>
        context.FindActor()?.UserName
        ?? (context.Request.HasFormContentType ? VietnameseText.Fold(context.Request.Form["Input.UserName"].ToString()) : "");
}
