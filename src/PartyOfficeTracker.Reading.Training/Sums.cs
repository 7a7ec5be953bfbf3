using System.Globalization;

namespace PartyOfficeTracker.Reading.Training;

/// <summary>Hits, false rows and misses by collection.</summary>
internal sealed class Sums
{
    private readonly SortedDictionary<string, double[]> _by = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => _by.Keys;

    public void Add(Labelled report, int[] path, double[][]? shares)
    {
        foreach (var name in new[] { report.Collection, "~all" })
        {
            if (!_by.TryGetValue(name, out var sum)) _by[name] = sum = new double[6];
            for (var i = 0; i < path.Length; i++)
            {
                var isRight = path[i] == report.Classes[i];
                var isItem = IsItem(path[i]);
                if (isItem) sum[isRight ? 0 : 1]++;
                if (path[i] == Classes.None || shares is null) continue;
                sum[3]++;
                if (shares[i][path[i]] < Decision.Sure) sum[4]++;
                else if (isRight) sum[5]++;
            }

            sum[2] += Enumerable.Range(0, report.GoldCounts.Length).Where(IsItem).Sum(kind => report.GoldCounts[kind]);
        }
    }

    public string Of(string name)
    {
        var sum = _by[name];
        var f = 2 * sum[0] / (sum[0] + sum[1] + sum[2]);
        return string.Create(CultureInfo.InvariantCulture, $"{f:0.000} ({sum[4] / Math.Max(1, sum[3]):0.00}, {sum[5] / Math.Max(1, sum[3] - sum[4]):0.000})");
    }

    private static bool IsItem(int kind) =>
        kind is (int)ItemKind.Achievement or (int)ItemKind.Shortcoming or (int)ItemKind.Recommendation or (int)ItemKind.Directive;
}
