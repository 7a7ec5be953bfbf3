using System.Diagnostics;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>One line a request: method, route template, status, elapsed, user, request id. Never what people wrote.</summary>
public sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            if (log.IsEnabled(LogLevel.Information))
            {
                var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
                log.LogInformation(
                    "{Method} {Route} {Status} {ElapsedMs} ms user {UserId} request {RequestId}",
                    context.Request.Method,
                    route,
                    context.Response.StatusCode,
                    (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds,
                    context.FindActor()?.UserId,
                    context.TraceIdentifier);
            }
        }
    }
}
