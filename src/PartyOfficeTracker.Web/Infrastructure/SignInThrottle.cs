using System.Globalization;
using PartyOfficeTracker.Core.Accounts;
using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>A page whose posts check a password or a code.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ChecksASecretAttribute : Attribute;

/// <summary>Throttles the posts that check a password or a code, by address and by account at an address.</summary>
public sealed class SignInThrottle(RequestDelegate next, SignInLimit limit, IConfiguration configuration)
{
    private const int DefaultPerMinute = 20;

    /// <summary>Many people share an office's address, so one address may try for several accounts.</summary>
    private const int AccountsPerAddress = 5;

    private readonly int _perMinute = configuration.GetValue("Accounts:SignInAttemptsPerMinute", DefaultPerMinute);

    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.GetEndpoint()?.Metadata.GetMetadata<ChecksASecretAttribute>() is null)
        {
            await next(context);
            return;
        }

        var address = context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        SignInCounter[] counters =
        [
            new(address, (int)Math.Min(int.MaxValue, (long)_perMinute * AccountsPerAddress)),
            new(address + "|" + await AccountNameAsync(context), _perMinute),
        ];
        if (await limit.TakeAsync(counters, context.RequestAborted))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = SignInLimit.Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<string> AccountNameAsync(HttpContext context)
    {
        if (context.FindActor() is { } actor)
        {
            return actor.UserName;
        }

        return context.Request.HasFormContentType
            ? VietnameseText.Fold((await context.Request.ReadFormAsync(context.RequestAborted))["Input.UserName"].ToString())
            : "";
    }
}
