using System.Collections.Concurrent;
using System.Text;

namespace PartyOfficeTracker.Web.Infrastructure;

/// <summary>
/// Which label stood beside which field, so that a kept form can be shown in its reader's words. Learned while pages are
/// written; as many entries as the program has fields.
/// </summary>
public static class FieldLabels
{
    private const int MostEntries = 5000;
    private static readonly ConcurrentDictionary<(string Page, string Field), string> Known = new();

    public static void Remember(PathString page, string field, string labelKey)
    {
        if (Known.Count < MostEntries)
        {
            Known[(Pattern(page), Pattern(field))] = labelKey;
        }
    }

    public static string? Find(string address, string field) => Known.GetValueOrDefault((Pattern(address.Split('?')[0]), Pattern(field)));

    /// <summary>One page has one pattern, whichever record it shows: digits become #.</summary>
    private static string Pattern(string? text)
    {
        var result = new StringBuilder();
        foreach (var c in text ?? "")
        {
            if (!char.IsAsciiDigit(c))
            {
                result.Append(char.ToLowerInvariant(c));
            }
            else if (result.Length == 0 || result[^1] != '#')
            {
                result.Append('#');
            }
        }

        return result.ToString();
    }
}
