namespace PartyOfficeTracker.Reading;

/// <summary>
/// Decides what each clause is by weighing its evidence: every named piece speaks for or against each class, and so does the class of the clause before;
/// the best path through the whole passage wins, so that one misleading word does not carry a run. How much of all paths agree is the margin.
/// </summary>
internal static class Decision
{
    /// <summary>A class fewer of the paths agree on than this is marked for a second look.</summary>
    public const double Sure = 0.86;

    /// <summary>What a rule says is overruled only when so many of all paths agree against it.</summary>
    private const double Overruling = 0.9;

    /// <summary>… or fewer, where next to none agree with it.</summary>
    private const double LikelyEnough = 0.6;

    private const double Unlikely = 0.12;

    /// <summary>What the rules took for an item is dropped only when so many of all paths take it for none and next to none for what the rules say.</summary>
    private const double Dropping = 0.82;

    /// <summary>The items of a report.</summary>
    public static IReadOnlyList<DraftItem> Items(IReadOnlyList<Clause> clauses)
    {
        var weights = Weights.Default;
        if (weights.IsEmpty) return [.. clauses.Where(clause => clause.Told is not null).Select(clause => clause.Make(clause.Told!.Value))];
        var items = new List<DraftItem>();
        var shares = Shares(clauses, weights);
        var path = Decide(clauses, weights, shares);
        for (var i = 0; i < clauses.Count; i++)
        {
            if (Classes.KindOf(path[i]) is not { } kind) continue;
            var item = clauses[i].Make(kind);
            items.Add(item with
            {
                Margin = Math.Round(shares[i][path[i]], 3),
                IsWeak = shares[i][path[i]] < Sure,
                Why = Reasons.Of(Evidence(clauses, i), path[i], shares[i], weights),
            });
        }

        return items;
    }

    /// <summary>All evidence of a clause: its own, and what the rules call its neighbours.</summary>
    public static IReadOnlyList<string> Evidence(IReadOnlyList<Clause> clauses, int at)
    {
        var clause = clauses[at];
        var before = at > 0 ? clauses[at - 1] : null;
        var after = at + 1 < clauses.Count ? clauses[at + 1] : null;
        return
        [
            .. clause.Evidence,
            "follows:" + clause.Follows(before),
            $"rule-before:{clause.Follows(before)}:{before?.Told?.ToString() ?? "none"}",
            $"rule-after:{after?.Follows(clause) ?? "last"}:{after?.Told?.ToString() ?? "none"}",
        ];
    }

    /// <summary>The evidence that the clause before is of a class.</summary>
    public static IReadOnlyList<string> After(Clause clause, Clause before, int beforeClass) =>
        [$"after:{clause.Follows(before)}:{Classes.Name(beforeClass)}"];

    /// <summary>
    /// The class of each clause: that of the best path, but what a rule says stands until the paths that agree against it are <see cref="Overruling"/> of all.
    /// </summary>
    public static int[] Decide(IReadOnlyList<Clause> clauses, Weights weights, double[][] shares)
    {
        var path = Best(clauses, weights);
        for (var i = 0; i < path.Length; i++)
        {
            var told = Classes.Of(clauses[i].Told);
            var share = shares[i][path[i]];
            var outweighs = path[i] == Classes.None ? share >= Dropping : share >= Overruling || (share >= LikelyEnough && shares[i][told] <= Unlikely);
            if (!outweighs) path[i] = told;
        }

        return path;
    }

    /// <summary>The best classes of a whole passage (Viterbi).</summary>
    public static int[] Best(IReadOnlyList<Clause> clauses, Weights weights)
    {
        var path = new int[clauses.Count];
        if (clauses.Count == 0) return path;
        var from = new int[clauses.Count][];
        var best = weights.Of(Evidence(clauses, 0));
        for (var i = 1; i < clauses.Count; i++)
        {
            var own = weights.Of(Evidence(clauses, i));
            var next = new double[Classes.Count];
            from[i] = new int[Classes.Count];
            var steps = Steps(clauses, i, weights);
            for (var to = 0; to < Classes.Count; to++)
            {
                var chosen = 0;
                for (var last = 1; last < Classes.Count; last++)
                {
                    if (best[last] + steps[last][to] > best[chosen] + steps[chosen][to]) chosen = last;
                }

                from[i][to] = chosen;
                next[to] = best[chosen] + steps[chosen][to] + own[to];
            }

            best = next;
        }

        path[^1] = Array.IndexOf(best, best.Max());
        for (var i = clauses.Count - 1; i > 0; i--) path[i - 1] = from[i][path[i]];
        return path;
    }

    /// <summary>What share of all paths, each by its weight, has a clause in a class.</summary>
    public static double[][] Shares(IReadOnlyList<Clause> clauses, Weights weights)
    {
        var own = Enumerable.Range(0, clauses.Count).Select(i => weights.Of(Evidence(clauses, i))).ToArray();
        var steps = Enumerable.Range(0, clauses.Count).Select(i => i == 0 ? [] : Steps(clauses, i, weights)).ToArray();
        return ForwardBackward.Shares(own, steps);
    }

    private static double[][] Steps(IReadOnlyList<Clause> clauses, int at, Weights weights) =>
        [.. Enumerable.Range(0, Classes.Count).Select(last => weights.Of(After(clauses[at], clauses[at - 1], last)))];
}

/// <summary>The sums over all paths through a passage.</summary>
internal static class ForwardBackward
{
    /// <param name="own">Each clause's weight for each class.</param>
    /// <param name="steps">Each clause's weight for each class, by the class of the clause before; empty for the first.</param>
    public static double[][] Shares(double[][] own, double[][][] steps)
    {
        var (forward, backward) = (Forward(own, steps), Backward(own, steps));
        return [.. own.Select((_, i) => Normal([.. forward[i].Zip(backward[i], (a, b) => a + b)]))];
    }

    public static double[][] Forward(double[][] own, double[][][] steps)
    {
        var sums = new double[own.Length][];
        for (var i = 0; i < own.Length; i++)
        {
            var last = i;
            sums[i] = i == 0 ? [.. own[0]]
                : [.. own[i].Select((weight, to) => weight + Sum([.. sums[last - 1].Select((sum, of) => sum + steps[last][of][to])]))];
        }

        return sums;
    }

    public static double[][] Backward(double[][] own, double[][][] steps)
    {
        var sums = new double[own.Length][];
        for (var i = own.Length - 1; i >= 0; i--)
        {
            var at = i;
            sums[i] = i == own.Length - 1 ? new double[own[i].Length]
                : [.. own[i].Select((_, of) => Sum([.. sums[at + 1].Select((sum, to) => sum + own[at + 1][to] + steps[at + 1][of][to])]))];
        }

        return sums;
    }

    public static double Sum(double[] logs)
    {
        var most = logs.Max();
        return most + Math.Log(logs.Sum(log => Math.Exp(log - most)));
    }

    public static double[] Normal(double[] logs)
    {
        var all = Sum(logs);
        return [.. logs.Select(log => Math.Exp(log - all))];
    }
}
