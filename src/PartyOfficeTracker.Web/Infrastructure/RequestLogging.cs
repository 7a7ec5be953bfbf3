using Serilog.AspNetCore;
using Serilog.Events;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>One line a request: method, route template, status, elapsed, user, request id. Never what people wrote, so no path and no query.</summary>
public static class RequestLogging
{
    public static void Configure(RequestLoggingOptions options)
    {
        options.MessageTemplate = "{Method} {Route} {Status} {ElapsedMs} ms user {UserId} request {RequestId}";
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new LogEventProperty("Method", new ScalarValue(context.Request.Method)),
            new LogEventProperty("Route", new ScalarValue((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)")),
            new LogEventProperty("Status", new ScalarValue(status)),
            new LogEventProperty("ElapsedMs", new ScalarValue((long)elapsed)),
            new LogEventProperty("UserId", new ScalarValue(context.FindActor()?.UserId)),
            new LogEventProperty("RequestId", new ScalarValue(context.TraceIdentifier)),
        ];
    }
}
