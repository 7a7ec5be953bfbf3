using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>Shows why something was found: the words that were looked for are marked in its text.</summary>
public static class SearchMarks
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static IHtmlContent Of(SearchPlan plan, string text)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (var match in SearchWords.PiecesOf(text))
        {
            if (!plan.Has(match.Value))
            {
                continue;
            }

            html.Append(Encoder.Encode(text[at..match.Index])).Append("<mark>").Append(Encoder.Encode(match.Value)).Append("</mark>");
            at = match.Index + match.Length;
        }

        return new HtmlString(html.Append(Encoder.Encode(text[at..])).ToString());
    }
}
