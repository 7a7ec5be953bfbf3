using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using PartyOfficeTracker.Core.Data;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>Shows why something was found: the words that were looked for are marked in its text.</summary>
public static partial class SearchMarks
{
    public static IHtmlContent Of(SearchPlan plan, string text)
    {
        var html = new StringBuilder();
        var encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
        var at = 0;
        foreach (Match match in Word().Matches(text))
        {
            if (!plan.Has(match.Value))
            {
                continue;
            }

            html.Append(encoder.Encode(text[at..match.Index])).Append("<mark>").Append(encoder.Encode(match.Value)).Append("</mark>");
            at = match.Index + match.Length;
        }

        return new HtmlString(html.Append(encoder.Encode(text[at..])).ToString());
    }

    [GeneratedRegex(@"[\p{L}\p{M}]+|\p{Nd}+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
