namespace PartyOfficeTracker.Reading.Training;

/// <summary>
/// Learns the weights: the likelihood of the right classes of whole passages is raised step by step (a linear-chain model, AdaGrad over all reports,
/// in a fixed order), large weights cost. The same reports give the same weights.
/// </summary>
internal sealed class Trainer(double price, int rounds, Func<string, double> priceOf)
{
    private const double Pace = 0.25;

    /// <summary>What a report is worth beside itself when it is read without hearing the rules, and without knowing where they stand.</summary>
    private const double Unheard = 0.5;

    /// <remarks>
    /// The rules were made for the reports they are learned from and are right there nearly always; on a report nobody has met they are wrong in every
    /// fifth row. So each report is learned twice more without them: what the words themselves say gets its weight too.
    /// </remarks>
    public Weights Learn(IReadOnlyList<(Labelled Report, double Worth)> heard, int rare)
    {
        IReadOnlyList<(Labelled Report, double Worth)> reports =
        [
            .. heard,
            .. heard.Select(one => (one.Report.WithoutRules(false), one.Worth * Unheard)),
            .. heard.Select(one => (one.Report.WithoutRules(true), one.Worth * Unheard)),
        ];
        var names = reports.SelectMany(one => Enumerable.Range(0, one.Report.Clauses.Count).SelectMany(i => Decision.Evidence(one.Report.Clauses, i))
            .Distinct(StringComparer.Ordinal).Select(name => name)).GroupBy(name => name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        int Id(string name, bool isStep)
        {
            if (!isStep && names.GetValueOrDefault(name) < rare) return -1;
            if (!known.TryGetValue(name, out var id)) known[name] = id = known.Count;
            return id;
        }

        var passages = reports.Where(one => one.Report.Clauses.Count > 0).Select(one => new Passage(one.Report, one.Worth, Id)).ToList();
        var prices = known.OrderBy(entry => entry.Value).Select(entry => price * priceOf(entry.Key)).ToArray();
        var weights = new double[known.Count * Classes.Count];
        var pace = new double[weights.Length];
        var slope = new double[weights.Length];
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < weights.Length; i++) slope[i] = -prices[i / Classes.Count] * weights[i];
            foreach (var passage in passages) passage.AddSlope(weights, slope);
            for (var i = 0; i < weights.Length; i++)
            {
                pace[i] += slope[i] * slope[i];
                if (pace[i] > 0) weights[i] += Pace * slope[i] / Math.Sqrt(pace[i]);
            }
        }

        return new Weights(known.ToDictionary(entry => entry.Key, entry => weights[(entry.Value * Classes.Count)..((entry.Value + 1) * Classes.Count)],
            StringComparer.Ordinal));
    }

    /// <summary>A report with its evidence by number.</summary>
    private sealed class Passage
    {
        private readonly int[] _right;
        private readonly int[][] _own;
        private readonly int[][] _steps;
        private readonly double _worth;

        public Passage(Labelled report, double worth, Func<string, bool, int> id)
        {
            _worth = worth;
            _right = report.Classes;
            _own = [.. report.Clauses.Select((_, i) => Decision.Evidence(report.Clauses, i).Distinct(StringComparer.Ordinal)
                .Select(name => id(name, false)).Where(found => found >= 0).ToArray())];
            _steps = [.. report.Clauses.Select((clause, i) => i == 0 ? [] : Enumerable.Range(0, Classes.Count)
                .Select(last => id(Decision.After(clause, report.Clauses[i - 1], last)[0], true)).ToArray())];
        }

        public void AddSlope(double[] weights, double[] slope)
        {
            var own = _own.Select(ids => Enumerable.Range(0, Classes.Count)
                .Select(to => ids.Sum(id => weights[(id * Classes.Count) + to])).ToArray()).ToArray();
            var steps = _steps.Select(ids => ids.Select(id => weights[(id * Classes.Count)..((id + 1) * Classes.Count)]).ToArray()).ToArray();
            var forward = ForwardBackward.Forward(own, steps);
            var backward = ForwardBackward.Backward(own, steps);
            var all = ForwardBackward.Sum(forward[^1]);
            for (var i = 0; i < own.Length; i++)
            {
                for (var to = 0; to < Classes.Count; to++)
                {
                    var change = _worth * ((_right[i] == to ? 1 : 0) - Math.Exp(forward[i][to] + backward[i][to] - all));
                    foreach (var id in _own[i]) slope[(id * Classes.Count) + to] += change;
                    if (i == 0) continue;
                    for (var last = 0; last < Classes.Count; last++)
                    {
                        var share = Math.Exp(forward[i - 1][last] + steps[i][last][to] + own[i][to] + backward[i][to] - all);
                        slope[(_steps[i][last] * Classes.Count) + to] += _worth * ((_right[i] == to && _right[i - 1] == last ? 1 : 0) - share);
                    }
                }
            }
        }
    }
}
