using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Lists;
using PartyOfficeTracker.Core.Resources;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>One column of a list.</summary>
/// <param name="Label">Resource key of its head.</param>
/// <param name="Sort">What the list is sorted by with it; null for a column that sorts nothing.</param>
/// <param name="IsNumber">Its cells are numbers.</param>
public sealed record ListHead(string Label, string? Sort = null, bool IsNumber = false)
{
    private static readonly ListHead[] Tasks =
    [
        new("Task.Unit", "unit"), new("Task.What", "text"), new("Task.Source", "date"), new("Directive.Deadline", "due"), new("Task.State", "state"),
        new("Paper.Percent", "percent", IsNumber: true),
    ];

    private static readonly ListHead[] Recommendations =
    [
        new("Row.Text", "text"), new("Task.Unit", "unit"), new("Recommendation.SubmittedTo", "to"), new("Recommendation.WrittenOn", "written"),
        new("Recommendation.WishedOn", "wished"), new("Recommendation.Answer", "answered"),
    ];

    /// <summary>The columns of a list, in the order of its table.</summary>
    /// <param name="list">The list's address.</param>
    /// <param name="own">A province's own: it needs no column for its name.</param>
    public static IReadOnlyList<ListHead> Of(string? list, bool own) => list switch
    {
        "/conferences" =>
        [
            new("Conference.Date", "date"), new("Conference.Title", "title"), new("Conference.Organiser", "organiser"), new("Conference.Kind", "kind"),
            new("Conference.AchievementsShort", "achievements", IsNumber: true), new("Conference.ShortcomingsShort", "shortcomings", IsNumber: true),
            new("Conference.DirectivesShort", "directives", IsNumber: true), new("Conference.State", "state"),
        ],
        "/directives" =>
        [
            new("Directive.Text", "text"), new("Directive.Conference", "date"), new("Row.Addressee", "addressee"), new("Directive.Deadline", "due"),
            new("Directive.Units", "units", IsNumber: true), new("Directive.Completed", "completed", IsNumber: true),
            new("Directive.Overdue", "overdue", IsNumber: true),
        ],
        "/findings" =>
        [
            new("Row.Text", "text"), new("Row.Kind", "kind"), new("Row.Field", "field"), new("Row.Addressee", "addressee"),
            new("Directive.Conference", "date"),
        ],
        "/my-tasks" => own ? Tasks[1..] : Tasks,
        "/recommendations" => own ? [Recommendations[0], .. Recommendations[2..]] : Recommendations,
        "/documents" =>
        [
            new("Document.Type", "type"), new("Document.Number", "number"), new("Document.Issuer", "issuer"), new("Document.IssuedOn", "issued"),
            new("Document.Name", "name"), new("Document.Citations", "citations", IsNumber: true),
        ],
        _ => [],
    };
}

/// <summary>How somebody wants a list: rows of a page, and the columns that are left out, counted from 1. Kept in a cookie of the browser.</summary>
public sealed record ListShape(int? Size, IReadOnlyCollection<int> Hidden)
{
    public const int MostRows = 100;

    private const string Cookie = "giaoban-lists";
    private const int MostColumns = 12;

    /// <summary>Rows of a page that can be chosen.</summary>
    public static readonly int[] Sizes = [10, 20, 50, MostRows];

    private static readonly ListShape Usual = new(null, []);

    /// <summary>The classes of the table: "hide-3 hide-5".</summary>
    public string Css => string.Concat(Hidden.Select(h => FormattableString.Invariant($" hide-{h}")));

    /// <param name="request">Whose cookie tells it.</param>
    /// <param name="list">The list's address.</param>
    public static ListShape Of(HttpRequest request, string list) =>
        Parts(request).Select(p => p.Split(':')).Where(p => p.Length == 3 && p[0] == list[1..]).Select(p => Parse(p[1], p[2])).FirstOrDefault() ?? Usual;

    public void Keep(HttpContext context, string list)
    {
        var own = string.Create(CultureInfo.InvariantCulture, $"{list[1..]}:{Size}:{string.Join('.', Hidden)}");
        var others = Parts(context.Request).Where(p => !p.StartsWith(list[1..] + ":", StringComparison.Ordinal));
        context.Response.Cookies.Append(Cookie, string.Join('|', others.Append(own)), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(400),
        });
    }

    private static string[] Parts(HttpRequest request) => request.Cookies[Cookie]?.Split('|', 10) ?? [];

    private static ListShape Parse(string size, string hidden) => new(
        int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && Sizes.Contains(rows) ? rows : null,
        [
            .. hidden.Split('.').Select(h => int.TryParse(h, NumberStyles.None, CultureInfo.InvariantCulture, out var column) ? column : 0)
                .Where(h => h is > 0 and <= MostColumns).Distinct(),
        ]);
}

/// <summary>What stands around a list: its heads, its shape, and the views that are saved of it.</summary>
public sealed record ListTools(
    string List, IReadOnlyList<ListHead> Heads, ListShape Shape, Sort? Sort, bool IsUnsorted, IReadOnlyList<ViewItem> Views)
{
    /// <summary>The heads of the table; one that sorts is a link, and says which way it sorts now.</summary>
    public IHtmlContent HeadRow(HttpRequest request, IStringLocalizer<Strings> text)
    {
        var row = new TagBuilder("tr");
        foreach (var head in Heads)
        {
            var cell = new TagBuilder("th");
            if (head.IsNumber)
            {
                cell.AddCssClass("num");
            }

            if (head.Sort is null)
            {
                cell.InnerHtml.Append(text[head.Label]);
            }
            else
            {
                var now = Sort?.Column == head.Sort ? Sort : null;
                var link = new TagBuilder("a");
                link.Attributes["href"] = request.With("sort", (now is { IsDescending: false } ? "-" : "") + head.Sort, "after");
                link.InnerHtml.Append(text[head.Label] + (now is null ? "" : now.IsDescending ? " ▼" : " ▲"));
                if (now is not null)
                {
                    cell.Attributes["aria-sort"] = now.IsDescending ? "descending" : "ascending";
                }

                cell.InnerHtml.AppendHtml(link);
            }

            row.InnerHtml.AppendHtml(cell);
        }

        return row;
    }
}
