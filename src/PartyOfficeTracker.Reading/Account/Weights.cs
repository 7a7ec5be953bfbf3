using System.Globalization;
using System.Text;

namespace PartyOfficeTracker.Reading;

/// <summary>How much each piece of evidence speaks for each class; a text file, one piece a line, learned by the trainer.</summary>
internal sealed class Weights
{
    private const string Resource = "weights.tsv";

    private readonly Dictionary<string, double[]> _weights;

    public Weights(Dictionary<string, double[]> weights) => _weights = weights;

    /// <summary>The weights the reader comes with.</summary>
    public static Weights Default { get; } = Load();

    public bool IsEmpty => _weights.Count == 0;

    /// <summary>The sum of the weights of some evidence for each class.</summary>
    public double[] Of(IEnumerable<string> evidence)
    {
        var sum = new double[Classes.Count];
        foreach (var name in evidence)
        {
            if (!_weights.TryGetValue(name, out var weights)) continue;
            for (var i = 0; i < sum.Length; i++) sum[i] += weights[i];
        }

        return sum;
    }

    /// <summary>How much a piece of evidence speaks for a class; 0 when it is unknown.</summary>
    public double Of(string evidence, int at) => _weights.TryGetValue(evidence, out var weights) ? weights[at] : 0;

    /// <summary>The file's text: a head line, then the evidence by name with a weight for each class.</summary>
    public string Write()
    {
        var text = new StringBuilder("# evidence");
        for (var i = 0; i < Classes.Count; i++) text.Append('\t').Append(Classes.Name(i));
        text.Append('\n');
        foreach (var (name, weights) in _weights.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            text.Append(name);
            foreach (var weight in weights) text.Append('\t').Append(weight.ToString("0.00", CultureInfo.InvariantCulture));
            text.Append('\n');
        }

        return text.ToString();
    }

    private static Weights Load()
    {
        using var stream = typeof(Weights).Assembly.GetManifestResourceStream(Resource);
        if (stream is null) return new Weights([]);
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    public static Weights Parse(string text)
    {
        var weights = new Dictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = line.Split('\t');
            weights[cells[0]] = [.. cells.Skip(1).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
        }

        return new Weights(weights);
    }
}
