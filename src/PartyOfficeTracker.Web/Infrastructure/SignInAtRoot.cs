namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>An anonymous visitor of the root address gets the sign-in page there, without a redirect.</summary>
public sealed class SignInAtRoot(RequestDelegate next)
{
    public const string LoginPath = "/account/login";

    public Task InvokeAsync(HttpContext context)
    {
        var reading = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (reading && context.Request.Path == "/" && context.User.Identity?.IsAuthenticated != true)
        {
            context.Request.Path = LoginPath;
        }

        return next(context);
    }
}
