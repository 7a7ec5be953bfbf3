using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>What every signed-in page has: the actor, the message of the last post, and one way to answer a post.</summary>
public abstract class AppPageModel : PageModel
{
    [TempData]
    public string? StatusMessage { get; set; }

    /// <summary>What the other editor saved, after a 409.</summary>
    public StoredVersion? Conflict { get; private set; }

    /// <summary>Where to go on after a post that was refused because what it makes is there already.</summary>
    public string? Instead { get; private set; }

    public Actor Actor => HttpContext.RequireActor();

    protected CancellationToken Cancel => HttpContext.RequestAborted;

    /// <summary>The texts, named as in the views.</summary>
    protected IStringLocalizer<Strings> L => HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Strings>>();

    /// <summary>The bound form that was posted: <see cref="LoadAsync"/> must not fill it from the database.</summary>
    protected string? Posted { get; private set; }

    /// <summary>Reads what the page shows, after a failed post too; gives the failure when there is nothing this person may see.</summary>
    protected virtual Task<Failure?> LoadAsync() => Task.FromResult<Failure?>(null);

    protected async Task<IActionResult> ShowAsync() => await LoadAsync() is { } cannot ? Fail(cannot) : Page();

    /// <summary>
    /// The one way to answer a post. What cannot be bound, and what the verb refuses, shows the same page with its messages and what
    /// was typed; success goes on.
    /// </summary>
    /// <param name="form">The bound property that was posted, "" for the page's own; null when a button posted nothing that could be typed wrongly.</param>
    /// <param name="verb">What the service does.</param>
    /// <param name="goOn">The answer to success.</param>
    protected async Task<IActionResult> AnswerAsync<TResult>(string? form, Func<Task<TResult>> verb, Func<TResult, Task<IActionResult>> goOn)
        where TResult : Result
    {
        Posted = form;
        if (form is not null && !IsValid(form))
        {
            SayTheRest(form);
            return await LoadAsync() is { } missing ? Fail(missing) : Invalid();
        }

        var result = await verb();
        if (result.Failure is not { } failure)
        {
            return await goOn(result);
        }

        return await LoadAsync() is { } cannot ? Fail(cannot) : Fail(failure, form ?? "");
    }

    protected Task<IActionResult> AnswerAsync<TResult>(string? form, Func<Task<TResult>> verb, Func<TResult, IActionResult> goOn)
        where TResult : Result => AnswerAsync(form, verb, result => Task.FromResult(goOn(result)));

    /// <param name="form">The bound property that was posted.</param>
    /// <param name="verb">What the service does.</param>
    /// <param name="done">The key of what the next page says; null to say nothing.</param>
    /// <param name="to">The address of the next page.</param>
    protected Task<IActionResult> AnswerAsync<TResult>(string? form, Func<Task<TResult>> verb, string? done, string to)
        where TResult : Result => AnswerAsync(form, verb, _ => Done(done is null ? null : L[done].Value, to));

    /// <summary>On to the next page, which says what happened.</summary>
    protected LocalRedirectResult Done(string? message, string to)
    {
        StatusMessage = message;
        return LocalRedirect(to);
    }

    /// <summary>404 and 403 end the request; 400 and 409 show the same page again with what was typed.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="prefix">The bound property the field names belong under.</param>
    protected IActionResult Fail(Failure failure, string prefix = "Input")
    {
        Instead = failure.Instead;
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
                    ModelState.AddModelError("", L[key]);
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
    private bool IsValid(string prefix)
    {
        foreach (var key in ModelState.Keys.Where(k => !k.StartsWith(prefix, StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }

        return ModelState.IsValid;
    }

    /// <summary>
    /// What could not be bound, a day that is none, is no reason to keep silent about the rest: a person mends all of it at once. The field that could not
    /// be bound has its message already.
    /// </summary>
    private void SayTheRest(string form)
    {
        if (GetType().GetProperty(form) is not { } bound || bound.GetValue(this) is not { } command
            || HttpContext.RequestServices.GetService(typeof(IValidator<>).MakeGenericType(bound.PropertyType)) is not IValidator validator)
        {
            return;
        }

        var unbound = ModelState.Where(s => s.Value!.Errors.Count > 0).Select(s => s.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var error in validator.Validate(new ValidationContext<object>(command)).Errors)
        {
            var field = error.PropertyName.Length == 0 ? "" : form + "." + error.PropertyName;
            if (!unbound.Contains(field))
            {
                ModelState.AddModelError(field, error.ErrorMessage);
            }
        }
    }

    /// <summary>The page again with its messages, status 400.</summary>
    protected PageResult Invalid()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
