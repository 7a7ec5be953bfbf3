using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PartyOfficeTracker.Core.Auditing;
using PartyOfficeTracker.Core.Forms;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>
/// Puts the anti-forgery token and a one-time key into every posted form. The framework leaves the token out of forms that
/// name their action; here none is left out.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormKeyTagHelper(IHtmlGenerator generator) : TagHelper
{
    public const string FieldName = "__key";

    /// <summary>The hidden field of a form whose draft is kept; it holds the name that tells apart two such forms of one page.</summary>
    public const string DraftField = "__draft";

    private const string Draft = "data-draft";

    /// <summary>Marks a form that brings the key of the form it stands for.</summary>
    private const string OwnKey = "data-own-key";

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (context.AllAttributes.ContainsName("action") && generator.GenerateAntiforgery(ViewContext) is { } token)
        {
            output.PostContent.AppendHtml(token);
        }

        if (Question.Of(context) is { } question)
        {
            output.PostContent.AppendHtml(Hidden(Question.FieldName, question));
        }

        if (context.AllAttributes.ContainsName(OwnKey))
        {
            return;
        }

        output.PostContent.AppendHtml(Hidden(FieldName, Guid.NewGuid().ToString("N")));
        if (context.AllAttributes.TryGetAttribute(Draft, out var draft))
        {
            output.PostContent.AppendHtml(Hidden(DraftField, draft.Value?.ToString() ?? ""));
        }
    }

    private static TagBuilder Hidden(string name, string value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = "hidden";
        input.Attributes["name"] = name;
        input.Attributes["value"] = value;
        return input;
    }
}

/// <summary>A form is carried out once: a repeat of its key is sent where the first answer went.</summary>
public sealed class FormKeyFilter(ChangeContext change, FormKeyService keys, DraftService drafts) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (context.HandlerMethod is null)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }

        if (!HttpMethods.IsPost(request.Method)
            || IsErrorPage(context.HttpContext)
            || !request.HasFormContentType
            || !Guid.TryParse(request.Form[FormKeyTagHelper.FieldName], out var key))
        {
            await next();
            return;
        }

        var cancel = context.HttpContext.RequestAborted;
        if (await keys.IsUsedAsync(key, cancel))
        {
            context.Result = await RepeatAsync(request, key, cancel);
            return;
        }

        change.FormKey = key;
        var executed = await next();
        if (executed.Exception is FormAlreadySubmittedException)
        {
            executed.ExceptionHandled = true;
            executed.Result = await RepeatAsync(request, key, cancel);
        }
        else if (change.FormKey is null)
        {
            context.HttpContext.Items[FormKeyMiddleware.UsedKey] = key;
            await ForgetDraftAsync(context.HttpContext);
        }
        else if (executed.Exception is null && await keys.IsUsedAsync(key, cancel))
        {
            // The other of two posts at once was carried out meanwhile, and this one was refused because of what it stored.
            executed.Result = await RepeatAsync(request, key, cancel);
        }
    }

    /// <summary>What was typed is stored now.</summary>
    private async Task ForgetDraftAsync(HttpContext context)
    {
        if (context.FindActor() is { } actor && context.Request.Form.TryGetValue(FormKeyTagHelper.DraftField, out var name))
        {
            var form = context.Request.Path.Value!.ToLowerInvariant() + (string.IsNullOrEmpty(name) ? "" : "#" + name);
            await drafts.DiscardAsync(actor, form, CancellationToken.None);
        }
    }

    /// <summary>The error page stands in for a post; it works without the database, which may be what failed.</summary>
    private static bool IsErrorPage(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>() is not null || context.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    private async Task<IActionResult> RepeatAsync(HttpRequest request, Guid key, CancellationToken cancel) =>
        new LocalRedirectResult(await keys.LocationAsync(key, cancel) ?? request.Path + request.QueryString);
}

/// <summary>Remembers where the answer to a carried-out form led, once the address is known and before the browser has it.</summary>
public sealed class FormKeyMiddleware(RequestDelegate next)
{
    public static readonly object UsedKey = new();

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (!context.Items.TryGetValue(UsedKey, out var key))
        {
            return;
        }

        var location = context.Response.Headers.Location.ToString();
        if (location.StartsWith('/'))
        {
            var keys = context.RequestServices.GetRequiredService<FormKeyService>();
            await keys.RememberLocationAsync((Guid)key!, location, CancellationToken.None);
        }
    }
}
