using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PartyOfficeTracker.TestSupport;

/// <summary>A file chosen in a form.</summary>
public sealed record FormFile(string Field, string FileName, byte[] Content, string ContentType = "application/octet-stream");

/// <summary>An answer of the application, parsed.</summary>
public sealed record WebPage(HttpStatusCode Status, string Url, IHtmlDocument Document, HttpResponseMessage Response)
{
    public bool IsRedirect => Response.Headers.Location is not null && (int)Status is >= 300 and < 400;

    /// <summary>Where a redirect leads, path and query.</summary>
    public string? Location => Response.Headers.Location?.OriginalString;

    public string? Title => Document.QuerySelector("h1")?.TextContent.Trim();

    /// <summary>The text of the page's main part, spaces run together.</summary>
    public string MainText => string.Join(' ', (Document.QuerySelector("main")?.TextContent ?? Document.Body?.TextContent ?? "")
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public IElement? Find(string selector) => Document.QuerySelector(selector);

    public IReadOnlyList<IElement> FindAll(string selector) => [.. Document.QuerySelectorAll(selector)];

    /// <summary>The message beside a field, null when there is none.</summary>
    public string? ErrorOf(string field) => Document.GetElementById(field.Replace('.', '_') + "-error")?.TextContent.Trim();

    /// <summary>What a form's control holds.</summary>
    public string? ValueOf(string field) => Document.QuerySelector($"[name='{field}']") switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        IHtmlInputElement input => input.Value,
        _ => null,
    };
}

/// <summary>What a browser does and no more: keeps cookies, fetches the real form and posts it with its hidden fields.</summary>
public sealed class Browser(HttpClient client)
{
    private const int LongestRedirectChain = 10;

    /// <summary>For what no form does.</summary>
    public HttpClient Client => client;

    public Task<WebPage> GetPageAsync(string url) => SendAsync(new HttpRequestMessage(HttpMethod.Get, url), follow: true);

    public Task<WebPage> GetOnceAsync(string url) => SendAsync(new HttpRequestMessage(HttpMethod.Get, url), follow: false);

    /// <summary>
    /// Fills the form and posts it, then follows redirects. A null value leaves the field out. The selector may name a
    /// button: its form is posted as a click on it would.
    /// </summary>
    public Task<WebPage> SubmitAsync(WebPage page, string formSelector, params (string Name, string? Value)[] fields) =>
        SendAsync(Request(page, formSelector, fields, []), follow: true);

    /// <summary><see cref="SubmitAsync"/> without following the redirect.</summary>
    public Task<WebPage> SubmitOnceAsync(WebPage page, string formSelector, params (string Name, string? Value)[] fields) =>
        SendAsync(Request(page, formSelector, fields, []), follow: false);

    public Task<WebPage> SubmitFilesAsync(
        WebPage page, string formSelector, IReadOnlyList<FormFile> files, params (string Name, string? Value)[] fields) =>
        SendAsync(Request(page, formSelector, fields, files), follow: true);

    /// <summary>Posts fields of the test's own choosing: forged, repeated, or without a token.</summary>
    public Task<WebPage> PostAsync(string url, params (string Name, string Value)[] fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, url) { Content = Encode(fields) }, follow: false);

    /// <summary>The fields a browser would post for a form: its values, hidden ones included, buttons not.</summary>
    public static IReadOnlyList<(string Name, string Value)> Fields(WebPage page, string formSelector)
    {
        var result = new List<(string, string)>();
        foreach (var control in Form(page, formSelector).Elements)
        {
            // A question is answered as the page's script answers it once the person has said yes.
            if (control.GetAttribute("name") is not { Length: > 0 } name || control.HasAttribute("disabled") || name == "__question")
            {
                continue;
            }

            switch (control)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }
                    or IHtmlInputElement { Type: "submit" or "button" or "file" or "image" }:
                    break;
                case IHtmlInputElement input:
                    result.Add((name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    result.Add((name, area.Value));
                    break;
                case IHtmlSelectElement { IsMultiple: true } select:
                    result.AddRange(select.Options.Where(o => o.IsSelected).Select(o => (name, o.Value)));
                    break;
                case IHtmlSelectElement select:
                    result.Add((name, select.Value ?? ""));
                    break;
            }
        }

        return result;
    }

    public async Task<WebPage> SendAsync(HttpRequestMessage request, bool follow)
    {
        var url = request.RequestUri!.OriginalString;
        var response = await client.SendAsync(request);
        for (var i = 0; follow && response.Headers.Location is { } next && (int)response.StatusCode is >= 300 and < 400; i++)
        {
            if (i == LongestRedirectChain)
            {
                throw new InvalidOperationException("Redirects without end: " + next.OriginalString);
            }

            url = next.IsAbsoluteUri ? next.PathAndQuery : next.OriginalString;
            response = await client.GetAsync(new Uri(url, UriKind.Relative));
        }

        var text = await response.Content.ReadAsStringAsync();
        return new WebPage(response.StatusCode, url, new HtmlParser().ParseDocument(text), response);
    }

    private static HttpRequestMessage Request(
        WebPage page, string formSelector, IReadOnlyList<(string Name, string? Value)> fields, IReadOnlyList<FormFile> files)
    {
        var chosen = fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var all = Fields(page, formSelector).Where(f => !chosen.Contains(f.Name))
            .Concat(fields.Where(f => f.Value is not null).Select(f => (f.Name, f.Value!)))
            .ToList();
        var button = page.Document.QuerySelector(formSelector) as IHtmlButtonElement;
        if (button?.GetAttribute("name") is { Length: > 0 } buttonName && !chosen.Contains(buttonName))
        {
            all.Add((buttonName, button.GetAttribute("value") ?? ""));
        }

        var action = button?.GetAttribute("formaction") ?? Form(page, formSelector).GetAttribute("action");
        HttpContent content = files.Count == 0 ? Encode(all) : Multipart(all, files);
        return new HttpRequestMessage(HttpMethod.Post, string.IsNullOrEmpty(action) ? page.Url : Resolve(page.Url, action)) { Content = content };
    }

    private static string Resolve(string pageUrl, string action) =>
        action.StartsWith('?') ? pageUrl.Split('?')[0] + action : action;

    private static IHtmlFormElement Form(WebPage page, string formSelector) =>
        page.Document.QuerySelector(formSelector) switch
        {
            IHtmlFormElement form => form,
            IHtmlButtonElement { Form: { } form } => form,
            _ => null,
        }
        ?? throw new InvalidOperationException($"No form {formSelector} at {page.Url} ({page.Status}): {page.MainText}");

    private static FormUrlEncodedContent Encode(IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private static MultipartFormDataContent Multipart(IEnumerable<(string Name, string Value)> fields, IEnumerable<FormFile> files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var file in files)
        {
            var part = new ByteArrayContent(file.Content);
            part.Headers.ContentType = new MediaTypeHeaderValue(file.ContentType);
            content.Add(part, file.Field, file.FileName);
        }

        return content;
    }
}
