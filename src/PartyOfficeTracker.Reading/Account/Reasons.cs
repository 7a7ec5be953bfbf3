namespace PartyOfficeTracker.Reading;

/// <summary>The evidence that weighed most for a class against the next best.</summary>
internal static class Reasons
{
    private const int Most = 3;

    public static string Of(IReadOnlyList<string> evidence, int chosen, double[] shares, Weights weights)
    {
        var other = shares.Select((share, at) => (Share: share, At: at)).Where(found => found.At != chosen).MaxBy(found => found.Share).At;
        return string.Join("; ", evidence.Select(name => (Name: name, Weight: weights.Of(name, chosen) - weights.Of(name, other)))
            .Where(found => found.Weight > 0 && found.Name != "always")
            .OrderByDescending(found => found.Weight).ThenBy(found => found.Name, StringComparer.Ordinal)
            .Take(Most).Select(found => found.Name));
    }
}
