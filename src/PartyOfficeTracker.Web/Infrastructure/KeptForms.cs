using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace PartyOfficeTracker.Web.Infrastructure;

public sealed record KeptField(string Name, string Value);

/// <summary>A form that could not be carried out because its session or token had run out: what was typed, and where it was going.</summary>
public sealed record KeptForm(string Address, IReadOnlyList<KeptField> Fields, IReadOnlyList<string> LostFiles, DateTimeOffset At);

/// <summary>
/// Keeps typed text across a sign-in. It travels in the page itself as an encrypted hidden field: nothing is stored on the
/// server, and nobody can read or change it on the way.
/// </summary>
public sealed class KeptForms(IDataProtectionProvider protection, TimeProvider time, IOptions<AntiforgeryOptions> tokens)
{
    public const string FieldName = "Kept";
    public const string ResumePath = "/account/resume";
    public const int LongestText = 400_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private static readonly object Key = new();

    private readonly IDataProtector _protector = protection.CreateProtector("kept-form");

    /// <summary>The kept form this request carries, sealed; set by whoever interrupted the post or by the page that posts it on.</summary>
    public static string? Find(HttpContext context) => context.Items.TryGetValue(Key, out var sealedForm) ? (string?)sealedForm : null;

    public static void Carry(HttpContext context, string? sealedForm) => context.Items[Key] = sealedForm;

    /// <summary>Whether typed text may be lost here: a form of this site, not one that holds a password.</summary>
    public static bool IsWorthKeeping(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return HttpMethods.IsPost(request.Method)
            && request.HasFormContentType
            && site is "" or "same-origin" or "none"
            && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value))
            && !request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase)
            && !request.Path.StartsWithSegments("/language", StringComparison.OrdinalIgnoreCase)
            && !request.Path.StartsWithSegments("/drafts", StringComparison.OrdinalIgnoreCase)
            && !request.Path.StartsWithSegments("/error", StringComparison.OrdinalIgnoreCase);
    }

    /// <returns>The form sealed; empty when it is too long to travel in a page.</returns>
    public async Task<string> KeepAsync(HttpRequest request)
    {
        if (request.ContentLength > RequestSize.Limit)
        {
            return "";
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var fields = form
            .Where(f => f.Key != tokens.Value.FormFieldName)
            .SelectMany(f => f.Value.Select(v => new KeptField(f.Key, v ?? "")))
            .ToList();
        if (fields.Sum(f => f.Name.Length + f.Value.Length) > LongestText)
        {
            return "";
        }

        var files = form.Files.Where(f => f.FileName.Length > 0).Select(f => Path.GetFileName(f.FileName)).ToList();
        var kept = new KeptForm(request.Path + request.QueryString, fields, files, time.GetUtcNow());
        return _protector.Protect(JsonSerializer.Serialize(kept));
    }

    /// <returns>Null when it is empty, forged or too old.</returns>
    public KeptForm? Open(string? sealedForm)
    {
        if (string.IsNullOrEmpty(sealedForm))
        {
            return null;
        }

        try
        {
            var kept = JsonSerializer.Deserialize<KeptForm>(_protector.Unprotect(sealedForm));
            return kept is not null && time.GetUtcNow() - kept.At <= Lifetime ? kept : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>A post whose session has run out gets the sign-in page, with what was typed in it, instead of a redirect that drops it.</summary>
public sealed class KeepExpiredForm(RequestDelegate next, KeptForms forms)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.User.Identity?.IsAuthenticated != true && KeptForms.IsWorthKeeping(context.Request))
        {
            KeptForms.Carry(context, await forms.KeepAsync(context.Request));
            ShowInstead.Rewrite(context, SignInAtRoot.LoginPath);
            if (context.Request.Headers.ContainsKey("HX-Request"))
            {
                // The head of the page stays and must not go on naming somebody.
                context.Response.Headers["HX-Trigger"] = "session-over";
            }
        }

        await next(context);
    }
}

/// <summary>
/// Lets a page answer a post with another page, under the same address and in the same answer: what it hands over is too
/// big or too private for an address, and nothing is stored.
/// </summary>
public sealed class ShowInstead(RequestDelegate next)
{
    private static readonly object Key = new();

    /// <summary>Asks for the page at this path in place of the present one, which must answer with nothing.</summary>
    public static void Page(HttpContext context, string path) => context.Items[Key] = path;

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Items.Remove(Key, out var path) && !context.Response.HasStarted)
        {
            context.SetEndpoint(null);
            context.Request.RouteValues.Clear();
            context.Response.StatusCode = StatusCodes.Status200OK;
            Rewrite(context, (string)path!);
            await next(context);
        }
    }

    internal static void Rewrite(HttpContext context, string path)
    {
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = path;
        context.Request.QueryString = default;
        context.Request.ContentType = null;
        context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
        if (context.Request.Headers.ContainsKey("HX-Request"))
        {
            // The fragment's place gives way to the page's main part; the form's own choice of a fragment would find nothing.
            context.Response.Headers["HX-Retarget"] = "#main";
            context.Response.Headers["HX-Reselect"] = "#main";
            context.Response.Headers["HX-Reswap"] = "outerHTML";
        }
    }
}
