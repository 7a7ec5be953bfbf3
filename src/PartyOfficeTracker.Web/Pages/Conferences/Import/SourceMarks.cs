using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Import;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Web.Pages.Conferences.Import;

/// <summary>The source with its spans marked, character for character; built here because a page would add spaces between them.</summary>
internal static class SourceMarks
{
    /// <summary>What is shown of a text; the reader reads no further either.</summary>
    private const int LongestShown = MinutesReader.LongestRead;

    public static IHtmlContent Of(ImportReview review, IStringLocalizer<Strings> text)
    {
        var content = new HtmlContentBuilder();
        foreach (var segment in review.Segments.TakeWhile(s => s.Span.Start < LongestShown))
        {
            foreach (var id in segment.Marks.SkipLast(1))
            {
                content.AppendHtml(Anchor(id));
            }

            content.AppendHtml(Tag(segment, review.Draft.Text, text));
        }

        return content;
    }

    private static TagBuilder Tag(SourceSegment segment, string source, IStringLocalizer<Strings> text)
    {
        var tag = new TagBuilder(segment.Rows.Count > 0 ? "mark" : "span");
        var end = Math.Min(segment.Span.End, segment.Span.Start + LongestShown);
        tag.InnerHtml.Append(source[segment.Span.Start..end]);
        if (segment.Marks.Count > 0)
        {
            tag.Attributes["id"] = "span-" + Text(segment.Marks[^1]);
        }

        if (segment.Rows.Count > 0)
        {
            var row = segment.Rows[0];
            tag.AddCssClass("span-" + row.Kind);
            tag.Attributes["data-rows"] = string.Join(' ', segment.Rows.Select(r => Text(r.Id)));
            tag.Attributes["title"] = text.Of(row.Kind);
            if (!segment.Rows.Any(r => r.IsAccepted))
            {
                tag.AddCssClass("span-aside");
            }
        }
        else
        {
            tag.AddCssClass("block-" + segment.Kind);
            if (segment.Kind is BlockKind.Furniture or BlockKind.Unclassified && !string.IsNullOrWhiteSpace(source[segment.Span.Start..end]))
            {
                tag.Attributes["title"] = text.Of(segment.Kind);
            }
        }

        return tag;
    }

    private static TagBuilder Anchor(int id)
    {
        var anchor = new TagBuilder("span");
        anchor.Attributes["id"] = "span-" + Text(id);
        return anchor;
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
