using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>What a form asks before it is carried out, on a page of its own where no script has asked it.</summary>
/// <param name="Text">The question.</param>
/// <param name="Address">Where the form goes once it is answered.</param>
/// <param name="Fields">What the form holds.</param>
/// <param name="Back">Where "no" leads.</param>
public sealed record Question(string Text, string Address, IReadOnlyList<(string Name, string Value)> Fields, string Back)
{
    /// <summary>Holds the question until it was asked; the script takes the field away when it has (wwwroot/js/site.js).</summary>
    public const string FieldName = "__question";

    private const string Attribute = "data-confirm";

    /// <summary>The question of a form that is being rendered.</summary>
    public static string? Of(TagHelperContext form)
    {
        if (!form.AllAttributes.TryGetAttribute(Attribute, out var attribute) || attribute.Value is null)
        {
            return null;
        }

        if (attribute.Value is not IHtmlContent content)
        {
            return attribute.Value.ToString();
        }

        using var text = new StringWriter();
        content.WriteTo(text, HtmlEncoder.Default);
        return WebUtility.HtmlDecode(text.ToString());
    }

    public static Question Of(HttpRequest request) => new(
        request.Form[FieldName].ToString(),
        request.PathBase + request.Path + request.QueryString,
        [.. request.Form.Where(f => f.Key is not (FieldName or "__RequestVerificationToken")).SelectMany(f => f.Value.Select(v => (f.Key, v ?? "")))],
        request.PathBase + request.Path);
}

/// <summary>Asks what a form asks: without script, nothing that cannot be taken back by a press is done by one.</summary>
public sealed class QuestionFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || string.IsNullOrWhiteSpace(request.Form[Question.FieldName])
            || context.HandlerInstance is not PageModel page)
        {
            return next();
        }

        context.Result = new ViewResult
        {
            ViewName = "/Pages/Shared/_Question.cshtml",
            ViewData = new ViewDataDictionary<Question>(page.MetadataProvider, page.ModelState) { Model = Question.Of(request) },
            TempData = page.TempData,
        };
        return Task.CompletedTask;
    }
}
