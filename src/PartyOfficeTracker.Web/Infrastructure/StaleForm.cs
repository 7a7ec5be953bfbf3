using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>
/// A form whose anti-forgery token no longer holds (other account in another window, new keys) is not carried out and not
/// lost: the person sees what was typed and sends it again. A password page is shown anew instead.
/// </summary>
public sealed class StaleForm(KeptForms forms) : IAsyncAlwaysRunResultFilter
{
    private static readonly object Key = new();

    /// <summary>Whether this page stands in for a post that was not carried out.</summary>
    public static bool Happened(HttpContext context) => context.Items.ContainsKey(Key);

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.Result = await AnswerAsync(context.HttpContext) ?? context.Result;
        }

        await next();
    }

    private async Task<IActionResult?> AnswerAsync(HttpContext http)
    {
        var request = http.Request;
        try
        {
            if (KeptForms.IsWorthKeeping(request))
            {
                KeptForms.Carry(http, await forms.KeepAsync(request));
                ShowInstead.Page(http, KeptForms.ResumePath);
                return new EmptyResult();
            }
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }

        if (!request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        http.Items[Key] = true;
        ShowInstead.Page(http, request.Path);
        return new EmptyResult();
    }
}
