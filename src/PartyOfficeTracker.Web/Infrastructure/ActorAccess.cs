using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Data;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>The actor of the request, as the database said within the last minute; the cookie only says which account.</summary>
public static class ActorAccess
{
    private static readonly object Key = new();
    private static readonly object UnreadKey = new();

    public static Actor? FindActor(this HttpContext context) => context.Items.TryGetValue(Key, out var actor) ? (Actor?)actor : null;

    /// <summary>How many notices wait in the actor's inbox, as far as the badge counts; known with the account.</summary>
    public static int UnreadNotices(this HttpContext context) => context.Items.TryGetValue(UnreadKey, out var count) ? (int)count! : 0;

    /// <exception cref="InvalidOperationException">Nobody is signed in: the page lacks its authorisation.</exception>
    public static Actor RequireActor(this HttpContext context) =>
        context.FindActor() ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>
    /// Runs for every request with a cookie: a disabled account, a changed password or a changed role ends or changes the session at once where it was
    /// changed, and within a minute at every other node; not when the cookie runs out.
    /// </summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (IsForAnybody(context.Request.Path))
        {
            return;
        }

        try
        {
            await ReadActorAsync(context);
        }
        catch (Exception e) when (DatabaseTrouble.Is(e))
        {
            // Thrown again by ActorTrouble: the error page must be able to pass here without the database.
            context.HttpContext.Items[typeof(ActorTrouble)] = e;
            context.RejectPrincipal();
        }
    }

    /// <summary>For a page shown in the very answer that signs somebody in.</summary>
    public static void SetActor(this HttpContext http, AppUser user) => Set(
        http,
        new Actor(user.Id, user.UserName!, user.DisplayName, user.Role, user.UnitId),
        AccountDuty.Of(user.Role, user.MustChangePassword, user.TwoFactorEnabled));

    /// <summary>Style sheets, scripts and health checks need no actor, and must come while the database is away.</summary>
    private static bool IsForAnybody(PathString path) =>
        path.StartsWithSegments("/css", StringComparison.Ordinal)
        || path.StartsWithSegments("/js", StringComparison.Ordinal)
        || path.StartsWithSegments("/lib", StringComparison.Ordinal)
        || path.StartsWithSegments("/health", StringComparison.Ordinal)
        || path == "/favicon.svg";

    private static void Set(HttpContext http, Actor actor, AccountDuty duty)
    {
        http.Items[Key] = actor;
        http.Items[nameof(AccountDuty)] = duty;
        http.RequestServices.GetRequiredService<ChangeContext>().Actor = actor;
    }

    private static async Task ReadActorAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var id = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        var options = http.RequestServices.GetRequiredService<Microsoft.Extensions.Options.IOptions<IdentityOptions>>().Value;
        var stamp = context.Principal?.FindFirstValue(options.ClaimsIdentity.SecurityStampClaimType);
        if (!int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var userId))
        {
            await RejectAsync(context);
            return;
        }

        if (await http.RequestServices.GetRequiredService<KnownAccounts>().FindAsync(userId, stamp, http.RequestAborted) is not { } known)
        {
            await RejectAsync(context);
            return;
        }

        var actor = await http.RequestServices.GetRequiredService<UnitDirectory>().WithUnitsAsync(known.Actor, http.RequestAborted);
        http.Items[UnreadKey] = known.Unread;
        Set(http, actor, AccountDuty.Of(actor.Role, known.MustChangePassword, known.HasSecondFactor));
        var identity = new ClaimsIdentity(context.Principal!.Identity!.AuthenticationType, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaims(context.Principal.Claims.Where(c => c.Type != ClaimTypes.Role));
        identity.AddClaim(new Claim(ClaimTypes.Role, actor.Role.ToString()));
        context.ReplacePrincipal(new ClaimsPrincipal(identity));
    }

    private static async Task RejectAsync(CookieValidatePrincipalContext context)
    {
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}

/// <summary>What an account must do before it may work: choose a password of its own, set up a second factor.</summary>
public sealed record AccountDuty(bool ChangePassword, bool SetUpSecondFactor)
{
    public static AccountDuty Of(UserRole role, bool mustChangePassword, bool twoFactorEnabled) =>
        new(mustChangePassword, role is UserRole.Administrator or UserRole.Lead && !twoFactorEnabled);

    public static AccountDuty? Find(HttpContext context) => context.Items.TryGetValue(nameof(AccountDuty), out var duty) ? (AccountDuty?)duty : null;
}

/// <summary>Who asks could not be read from the database: the request fails as what it is, not as a request of nobody.</summary>
public sealed class ActorTrouble(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Items.TryGetValue(typeof(ActorTrouble), out var trouble) && context.Features.Get<IExceptionHandlerFeature>() is null)
        {
            ExceptionDispatchInfo.Throw((Exception)trouble!);
        }

        return next(context);
    }
}
