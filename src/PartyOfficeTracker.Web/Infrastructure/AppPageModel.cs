using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>What every signed-in page has: the actor, the message of the last post, and one way to answer a failure.</summary>
public abstract class AppPageModel : PageModel
{
    [TempData]
    public string? StatusMessage { get; set; }

    /// <summary>What the other editor saved, after a 409.</summary>
    public StoredVersion? Conflict { get; private set; }

    public Actor Actor => HttpContext.RequireActor();

    protected CancellationToken Cancel => HttpContext.RequestAborted;

    /// <summary>
    /// 404 and 403 end the request; 400 and 409 show the same page again with what was typed. The caller loads the page's
    /// lists before it returns the result.
    /// </summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="prefix">The bound property the field names belong under.</param>
    protected IActionResult Fail(Failure failure, string prefix = "Input")
    {
        switch (failure.Kind)
        {
            case FailureKind.NotFound:
                return NotFound();
            case FailureKind.Forbidden:
                return Forbid();
            case FailureKind.Conflict:
                Conflict = failure.Current;
                if (failure.MessageKey is { } key)
                {
                    ModelState.AddModelError("", HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Strings>>()[key]);
                }

                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
            default:
                foreach (var error in failure.Errors)
                {
                    ModelState.AddModelError(error.Field.Length == 0 || prefix.Length == 0 ? error.Field : prefix + "." + error.Field, error.Message);
                }

                return Invalid();
        }
    }

    /// <summary>Whether the posted form is valid, on a page that binds several: the others' messages are forgotten.</summary>
    protected bool IsValid(string prefix)
    {
        foreach (var key in ModelState.Keys.Where(k => !k.StartsWith(prefix, StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }

        return ModelState.IsValid;
    }

    /// <summary>The page again with its messages, status 400.</summary>
    protected PageResult Invalid()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
