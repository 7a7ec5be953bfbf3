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

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (context.AllAttributes.ContainsName("action") && generator.GenerateAntiforgery(ViewContext) is { } token)
        {
            output.PostContent.AppendHtml(token);
        }

        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = "hidden";
        input.Attributes["name"] = FieldName;
        input.Attributes["value"] = Guid.NewGuid().ToString("N");
        output.PostContent.AppendHtml(input);
    }
}

/// <summary>A form is carried out once: a repeat of its key is sent where the first answer went.</summary>
public sealed class FormKeyFilter(ChangeContext change, FormKeyService keys) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method)
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
        }
    }

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
