using System.Text;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Core.Import;

/// <summary>The words of a span as a row holds them: in normal form, a line break of the page as a space.</summary>
public static class SpanText
{
    public static string Of(string text, Span span)
    {
        var words = span.Of(text);
        return VietnameseText.Normalise(words.Contains('\n', StringComparison.Ordinal) ? WithPlaces(words).Text : words);
    }

    public static Span Trim(string text, Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new Span(start, end);
    }

    /// <summary>Where the words stand inside the span, whatever the line breaks and spaces; null when they are not its words.</summary>
    public static Span? Find(string text, Span within, string words)
    {
        var (line, places) = WithPlaces(within.Of(text));
        var wanted = WithPlaces(words.Trim()).Text;
        var at = wanted.Length == 0 ? -1 : line.IndexOf(wanted, StringComparison.Ordinal);
        return at < 0 ? null : new Span(within.Start + places[at], within.Start + places[at + wanted.Length - 1] + 1);
    }

    /// <summary>Whether these are the words of the span.</summary>
    public static bool Holds(string text, Span span, string words) =>
        string.Equals(WithPlaces(Of(text, span)).Text, WithPlaces(words).Text, StringComparison.Ordinal);

    /// <summary>Runs of white space become one space; each character keeps its place in the given text.</summary>
    private static (string Text, List<int> Places) WithPlaces(string text)
    {
        var result = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var blank = char.IsWhiteSpace(text[i]);
            if (blank && result.Length > 0 && result[^1] == ' ')
            {
                continue;
            }

            result.Append(blank ? ' ' : text[i]);
            places.Add(i);
        }

        return (result.ToString(), places);
    }
}
