namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>The headers of every answer, error pages included.</summary>
public static class SecurityHeaders
{
    public const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>
    /// Styles and scripts have their content in their name; fonts are called from the style sheet by their plain name, and a province on a slow
    /// line must not ask for four of them again at every page. Thirty days.
    /// </summary>
    public const string FontCaching = "public, max-age=2592000";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            if (context.Response.StatusCode == StatusCodes.Status200OK && IsFont(context.Request.Path))
            {
                headers.CacheControl = FontCaching;
            }
            else if (!headers.ContainsKey("Cache-Control"))
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    private static bool IsFont(PathString path) => path.Value?.EndsWith(".woff2", StringComparison.Ordinal) == true;
}
