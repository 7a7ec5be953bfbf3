using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyOfficeTracker.Web.Infrastructure;

namespace PartyOfficeTracker.Web.Pages;

/// <summary>Every error a browser can meet, without the database: it may be what failed.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    private static readonly HashSet<int> Known = [400, 403, 404, 405, 409, 413, 429, 500, 503];

    public int Code { get; private set; }

    public string TitleKey => "Error." + Code.ToString(CultureInfo.InvariantCulture);

    public string TextKey => SecretTextFilter.Happened(HttpContext) ? "Validation.Secret" : TitleKey + ".Text";

    public string Reference => HttpContext.TraceIdentifier;

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        var failure = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (DatabaseTrouble.Is(failure))
        {
            code = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = DatabaseTrouble.RetryAfterSeconds;
        }
        else if (failure is BadHttpRequestException { StatusCode: var status })
        {
            code = status;
        }

        Code = Known.Contains(code) ? code : StatusCodes.Status500InternalServerError;
        Response.StatusCode = Code;
    }
}
