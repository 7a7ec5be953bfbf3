using Microsoft.AspNetCore.WebUtilities;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>Filters, sorting and paging live in the address; this changes one part of it.</summary>
public static class PageQuery
{
    /// <summary>Characters of a text a list is filtered by.</summary>
    public const int LongestText = 200;

    /// <summary>The present address with one part of its query set, or left out when the value is null.</summary>
    public static string With(this HttpRequest request, string name, string? value, params string[] without)
    {
        var query = request.Query
            .Where(p => !string.Equals(p.Key, name, StringComparison.OrdinalIgnoreCase) && !without.Contains(p.Key, StringComparer.OrdinalIgnoreCase))
            .ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal);
        if (value is not null)
        {
            query[name] = value;
        }

        return QueryHelpers.AddQueryString(request.Path, query!);
    }

    /// <summary>The list of this address with its filter and without its place, as a file or to print.</summary>
    public static string Paper(this HttpRequest request, string format) => request.With("as", format, "after", "before")[request.Path.Value!.Length..];
}
