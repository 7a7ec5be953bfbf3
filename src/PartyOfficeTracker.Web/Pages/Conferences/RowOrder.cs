using System.Globalization;
using PartyOfficeTracker.Core.Conferences;

namespace PartyOfficeTracker.Web.Pages.Conferences;

/// <summary>The order of all rows, as js/entry.js reads it: "Achievement:1-200,7;Shortcoming:201". Rows typed one after the other are one run.</summary>
public static class RowOrder
{
    public static string Write(ILookup<RowKind, int> order) =>
        string.Join(';', Enum.GetValues<RowKind>().Select(kind => $"{kind}:{string.Join(',', Runs(order[kind]))}"));

    private static IEnumerable<string> Runs(IEnumerable<int> rows)
    {
        (int From, int To)? run = null;
        foreach (var row in rows)
        {
            if (run is var (from, to) && row == to + 1)
            {
                run = (from, row);
                continue;
            }

            if (run is { } ended)
            {
                yield return Text(ended);
            }

            run = (row, row);
        }

        if (run is { } last)
        {
            yield return Text(last);
        }
    }

    private static string Text((int From, int To) run) =>
        run.From == run.To ? run.From.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{run.From}-{run.To}");
}
