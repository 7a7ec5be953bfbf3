using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using PartyOfficeTracker.Core.Common;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>
/// Text with a secrecy marking that only the save noticed, where no form has a place for the message: 400 and the sentence, never 500. What was typed is
/// neither shown again nor logged.
/// </summary>
public sealed class SecretTextFilter : IExceptionFilter
{
    private static readonly object Key = new();

    public static bool Happened(HttpContext context) => context.Items.ContainsKey(Key);

    public void OnException(ExceptionContext context)
    {
        if (context.Exception is SecretTextException)
        {
            context.HttpContext.Items[Key] = true;
            context.ExceptionHandled = true;
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
        }
    }
}
