using System.Globalization;
using PartyOfficeTracker.Reading;
using PartyOfficeTracker.Reading.Training;

// train OUT FOLDER[=WORTH]…            learns from every report of the folders and writes the weights
// try FOLDER[=WORTH]…                  leave one report out, then leave one collection out
// why FILE…                            what each clause of a text is called by the rules and after weighing, and where it stands
var culture = CultureInfo.InvariantCulture;
if (args.Length < 2) return 2;
if (args[0] == "why")
{
    foreach (var file in args.Skip(1)) Explain(File.ReadAllText(file));
    return 0;
}

// A large weight costs, one of what the rules say three times as much: they were made for most of these very reports. What fewer reports show is left out.
const double price = 1;
const double rulePrice = 3;
const int rounds = 80;
const int rare = 4;
var reports = new List<(Labelled Report, double Worth)>();
foreach (var folder in args[0] == "try" ? args.Skip(1) : args.Skip(2))
{
    var parts = folder.Split('=');
    var worth = parts.Length > 1 ? double.Parse(parts[1], culture) : 1;
    reports.AddRange(Labelled.In(Path.GetFullPath(parts[0])).Select(report => (report, worth)));
}

var trainer = new Trainer(price, rounds, name => name.Contains("rule", StringComparison.Ordinal) ? rulePrice : 1);
if (args[0] != "try")
{
    File.WriteAllText(args[1], trainer.Learn(reports, rare).Write());
    return 0;
}

var rules = new Sums();
var one = new Sums();
var genre = new Sums();
var gate = new Lock();
var byGenre = reports.Select(entry => entry.Report.Collection).Distinct(StringComparer.Ordinal)
    .ToDictionary(name => name, name => trainer.Learn([.. reports.Where(entry => entry.Report.Collection != name)], rare), StringComparer.Ordinal);
Parallel.ForEach(reports, new ParallelOptions { MaxDegreeOfParallelism = 2 }, entry =>
{
    var report = entry.Report;
    var weights = trainer.Learn([.. reports.Where(other => other.Report != report)], rare);
    lock (gate)
    {
        rules.Add(report, [.. report.Clauses.Select(clause => Classes.Of(clause.Told))], null);
        Weighed(one, report, weights);
        Weighed(genre, report, byGenre[report.Collection]);
    }
});
Console.WriteLine("F1 of the item lists (rows marked as weak, right of the unmarked)");
foreach (var name in rules.Names)
{
    Console.WriteLine($"{name,-16} rules {rules.Of(name)}   one out {one.Of(name)}   genre out {genre.Of(name)}");
}

return 0;

static void Weighed(Sums sums, Labelled report, Weights weights)
{
    var shares = Decision.Shares(report.Clauses, weights);
    sums.Add(report, Decision.Decide(report.Clauses, weights, shares), shares);
}

static void Explain(string text)
{
    var clauses = MinutesReader.ClausesOf(text);
    var view = SourceView.Of(text);
    var shares = Decision.Shares(clauses, Weights.Default);
    var path = Decision.Decide(clauses, Weights.Default, shares);
    for (var i = 0; i < clauses.Count; i++)
    {
        var stands = clauses[i].Evidence.Where(e => e.StartsWith("part+", StringComparison.Ordinal) || e.StartsWith("said:", StringComparison.Ordinal));
        Console.WriteLine($"{clauses[i].Told?.ToString() ?? "-",-14} {Classes.Name(path[i]),-14} {shares[i][path[i]]:0.00} {string.Join(' ', stands)}  "
            + view.Text[clauses[i].Start..Math.Min(clauses[i].End, clauses[i].Start + 90)].Replace('\n', ' '));
    }
}
