using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Papers;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.Core.Units;

namespace PartyOfficeTracker.Core.Jobs;

/// <summary>A task, or a recommendation, as a letter names it.</summary>
public sealed record DigestLine
{
    public int Id { get; init; }

    public int? UnitId { get; init; }

    public required string Text { get; init; }

    public DateOnly? DueOn { get; init; }

    public DateOnly? AnswerDueOn { get; init; }

    /// <summary>What the task waits for, and since when.</summary>
    public Turn Turn { get; init; }

    public DateOnly? TurnSince { get; init; }

    /// <summary>The document a recommendation is answered by; null with a task.</summary>
    public string? AnsweringDocument { get; init; }

    public bool IsRecommendation { get; init; }

    /// <summary>Where it is read.</summary>
    public string Path => string.Create(CultureInfo.InvariantCulture, $"/{(IsRecommendation ? "recommendations" : "my-tasks")}/{Id}");
}

/// <summary>One part of a letter.</summary>
/// <param name="Key">The resource of its heading.</param>
/// <param name="Arguments">What the heading is filled with.</param>
/// <param name="Lines">The tasks named.</param>
/// <param name="More">How many more there are.</param>
public sealed record DigestPart(string Key, IReadOnlyList<object> Arguments, IReadOnlyList<DigestLine> Lines, int More)
{
    public int Count => Lines.Count + More;
}

public sealed record Letter(string Subject, string Text, string Html);

/// <summary>The words of a digest, as plain text and as HTML that says the same.</summary>
public sealed class DigestText(IStringLocalizer<Strings> text, MailOptions options)
{
    private const int LongestText = 200;

    public Letter Of(IReadOnlyList<DigestPart> parts, NameBook names, DateOnly today)
    {
        var subject = text["Digest.Subject", DayText.ToText(today), parts.Sum(p => p.Count)];
        var plain = new StringBuilder().Append(subject.Value).Append("\n\n");
        var html = new StringBuilder(LetterHtml.Begin(subject));
        foreach (var part in parts)
        {
            var heading = text[part.Key, [.. part.Arguments]].Value + string.Create(CultureInfo.InvariantCulture, $" ({part.Count})");
            plain.Append(heading.ToUpper(CultureInfo.GetCultureInfo("vi-VN"))).Append('\n');
            html.Append("<h2 style=\"font-size:16px;margin:20px 0 4px\">").Append(Encode(heading)).Append("</h2><ul style=\"padding-left:20px;margin:0\">");
            foreach (var line in part.Lines)
            {
                Append(plain, html, line, names, today);
            }

            if (part.More > 0)
            {
                var more = text["Digest.More", part.More].Value;
                plain.Append("- ").Append(more).Append('\n');
                html.Append("<li>").Append(Encode(more)).Append("</li>");
            }

            plain.Append('\n');
            html.Append("</ul>");
        }

        var foot = text["Digest.Foot", options.PublicAddress + "/account/notices"].Value;
        plain.Append(foot).Append('\n');
        html.Append("<p style=\"margin-top:24px;color:#555;font-size:13px\">").Append(Encode(foot)).Append("</p>").Append(LetterHtml.End);
        return new Letter(subject, plain.ToString(), html.ToString());
    }

    private void Append(StringBuilder plain, StringBuilder html, DigestLine line, NameBook names, DateOnly today)
    {
        var what = VietnameseText.Shorten(line.Text, LongestText);
        var facts = string.Join(" · ", Facts(line, names, today));
        var address = options.PublicAddress + line.Path;
        plain.Append("- ").Append(what).Append("\n  ").Append(facts).Append("\n  ").Append(address).Append('\n');
        html.Append("<li style=\"margin:6px 0\"><a style=\"color:#0b4a8f\" href=\"").Append(Encode(address)).Append("\">").Append(Encode(what))
            .Append("</a><br><span style=\"color:#555\">").Append(Encode(facts)).Append("</span></li>");
    }

    private IEnumerable<string> Facts(DigestLine line, NameBook names, DateOnly today)
    {
        if (line.UnitId is { } unit)
        {
            yield return names.Unit(unit, today);
        }

        if (line is { Turn: not (Turn.Unit or Turn.Nobody), TurnSince: { } since })
        {
            yield return text["Digest.WaitsSince", text.Of(line.Turn), DayText.ToText(since)];
        }

        if (line.AnsweringDocument is { } document)
        {
            yield return text["Digest.AnsweredBy", document];
        }

        if (line.DueOn is { } due)
        {
            yield return text["Inbox.Due", DayText.ToText(due)];
        }

        if (line.AnswerDueOn is { } answer)
        {
            yield return text["Inbox.AnswerBy", DayText.ToText(answer)];
        }
    }

    private static string Encode(string words) => WebUtility.HtmlEncode(words);
}

/// <summary>The frame of every letter: styles on the elements, as mail programs read no others.</summary>
internal static class LetterHtml
{
    public const string End = "</body></html>";

    public static string Begin(string title) =>
        "<!DOCTYPE html><html lang=\"vi\"><head><meta charset=\"utf-8\"></head>"
        + "<body style=\"font-family:Arial,sans-serif;font-size:15px;line-height:1.5;color:#1c1c1c;max-width:640px;margin:0 auto;padding:16px\">"
        + "<h1 style=\"font-size:19px;border-bottom:3px solid #b3191f;padding-bottom:8px\">" + WebUtility.HtmlEncode(title) + "</h1>";

    public static string Of(string title, string words) => Begin(title) + "<p>" + WebUtility.HtmlEncode(words) + "</p>" + End;
}
