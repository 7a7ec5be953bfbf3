using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>
/// What is too big for a page is refused before it is read, with a page that says so. A page that takes files has a limit
/// of its own (RequestSizeLimit).
/// </summary>
public sealed class RequestSize(RequestDelegate next)
{
    public const long Limit = 5_000_000;

    public Task InvokeAsync(HttpContext context)
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } own ? own.MaxRequestBodySize : Limit;
        if (context.Request.ContentLength > limit && context.Features.Get<IStatusCodeReExecuteFeature>() is null)
        {
            // The error page must not read the body either.
            context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size && limit is not null)
        {
            size.MaxRequestBodySize = limit;
        }

        return next(context);
    }
}
