namespace PartyOfficeTracker.Reading;

/// <summary>
/// Decides what each clause is by weighing its evidence: every named piece speaks for or against each class, and so does the class of the clause before;
/// the best path through the whole passage wins, so that one misleading word does not carry a run. How much of all paths agree is the margin.
/// </summary>
internal static class Decision
{
    /// <summary>A class fewer of the paths agree on than this is marked for a second look.</summary>
    public const double Sure = 0.86;

    /// <summary>A kind the rules give is changed for another that so many of all paths agree on …</summary>
    private const double Changing = 0.5;

    /// <summary>… but what somebody plans for himself says by its words alone little of who will do it.</summary>
    private const double ChangingAPlan = 0.85;

    /// <summary>A row is added where the rules took none …</summary>
    private const double Adding = 0.75;

    /// <summary>… and from a sentence that tells of the event, or only opens a list, when next to all agree.</summary>
    private const double AddingUnlikely = 0.9;

    /// <summary>A row of the rules is dropped only when so many of all paths take it for none: one too many is seen, one missing is not.</summary>
    private const double Dropping = 0.8;

    private static readonly string[] HoldsNoRow = ["about-the-event", "only-opens"];

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
        if (!clause.KnowsRules) return [.. clause.Evidence, "follows:" + clause.Follows(before)];
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

    /// <summary>The class of each clause: that of the best path, where enough of all paths agree against what the rules say.</summary>
    public static int[] Decide(IReadOnlyList<Clause> clauses, Weights weights, double[][] shares)
    {
        var path = Best(clauses, weights);
        for (var i = 0; i < path.Length; i++)
        {
            if (shares[i][path[i]] < Least(clauses[i], path[i])) path[i] = Classes.Of(clauses[i].Told);
        }

        return path;
    }

    /// <summary>How many of all paths it takes to call a clause so, against what the rules call it.</summary>
    private static double Least(Clause clause, int to) => clause.Told switch
    {
        _ when to == Classes.None => Dropping,
        null => clause.Evidence.Any(HoldsNoRow.Contains) ? AddingUnlikely : Adding,
        ItemKind.PlannedTask => ChangingAPlan,
        _ => Changing,
    };

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
