using Microsoft.AspNetCore.Authorization;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>
/// Somebody who must choose a password of their own, or set up the second factor their role requires, gets that page
/// whatever they asked for.
/// </summary>
public sealed class DutyFirst(RequestDelegate next, IConfiguration configuration)
{
    public const string PasswordPath = "/account/password";
    public const string SecondFactorPath = "/account/second-factor";

    private readonly bool _requiresSecondFactor = configuration.GetValue("Accounts:RequireSecondFactor", true);

    public Task InvokeAsync(HttpContext context)
    {
        var page = Duty(context);
        var endpoint = context.GetEndpoint();
        if (page is null
            || endpoint is null
            || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || context.Request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }

        context.Response.Redirect(page);
        return Task.CompletedTask;
    }

    private string? Duty(HttpContext context) => AccountDuty.Find(context) switch
    {
        { ChangePassword: true } => PasswordPath,
        { SetUpSecondFactor: true } when _requiresSecondFactor => SecondFactorPath,
        _ => null,
    };
}
