using System.Text.Json;

namespace PartyOfficeTracker.Reading.Tests;

/// <summary>Floors under what the reader reaches; a change that reads worse fails here.</summary>
public class ReportScoreTests
{
    [Fact]
    public void Reading_the_five_seed_reports_stays_above_its_floor()
    {
        Assert.SkipWhen(SharedFiles.Shared is null, "The shared reports are not beside this repository.");
        var shared = SharedFiles.Shared!;
        var gold = Directory.EnumerateFiles(Path.Combine(shared, "reader", "gold"), "*.json");
        Holds(Scorer.Of(Reports(gold, source => Path.Combine(shared, "seeds", source))), 0.97, 0.93, 0.93);
    }

    [Fact]
    public void After_reading_the_five_seed_reports_a_clerk_corrects_no_more_than_twenty_five_times()
    {
        Assert.SkipWhen(SharedFiles.Shared is null, "The shared reports are not beside this repository.");
        var shared = SharedFiles.Shared!;
        var gold = Directory.EnumerateFiles(Path.Combine(shared, "reader", "gold"), "*.json");
        var acts = Reports(gold, source => Path.Combine(shared, "seeds", source))
            .SelectMany(report => Scorer.Corrections(report.Gold, report.Draft, report.Text).Select(act => $"{report.Name} {act}")).ToList();

        TestContext.Current.SendDiagnosticMessage("{0} corrections", acts.Count);
        Assert.True(acts.Count <= 25, $"{acts.Count} corrections\n{string.Join('\n', acts)}");
    }

    [Fact]
    public void Reading_the_nine_further_reports_stays_above_its_floor()
    {
        Assert.SkipWhen(SharedFiles.Shared is null, "The shared reports are not beside this repository.");
        var more = Path.Combine(SharedFiles.Shared!, "reader", "more");
        var gold = Directory.EnumerateFiles(Path.Combine(more, "gold"), "*.json");
        Holds(Scorer.Of(Reports(gold, source => Path.Combine(more, "texts", source))), 0.95, 0.90, 0.90);
    }

    [Fact]
    public void Reading_our_own_frozen_reports_stays_above_its_floor()
    {
        var gold = Directory.EnumerateFiles(SharedFiles.OwnReports, "own-*.json");
        Holds(Scorer.Of(Reports(gold, source => Path.Combine(SharedFiles.OwnReports, source))), 0.90, 0.80, 0.80);
    }

    [Fact]
    public void Reading_our_own_reports_in_other_voices_stays_above_its_floor()
    {
        var gold = Directory.EnumerateFiles(SharedFiles.OwnReports, "voice-*.json");
        Holds(Scorer.Of(Reports(gold, source => Path.Combine(SharedFiles.OwnReports, source))), 0.95, 0.90, 0.93);
    }

    [Fact]
    public void Reading_reports_the_weights_were_not_learned_from_stays_above_its_floor()
    {
        var gold = Directory.EnumerateFiles(SharedFiles.OwnReports, "fresh-*.json");
        Holds(Scorer.Of(Reports(gold, source => Path.Combine(SharedFiles.OwnReports, source))), 0.90, 0.90, 0.92);
    }

    private static void Holds(Score score, double scalars, double items, double lists)
    {
        var misses = string.Join('\n', score.Misses);
        Assert.True(score.Scalars >= scalars, $"scalars {score.Scalars:0.000}\n{misses}");
        Assert.True(score.Items >= items, $"items {score.Items:0.000}\n{misses}");
        Assert.True(score.Lists >= lists, $"lists {score.Lists:0.000}\n{misses}");
    }

    private static IEnumerable<(string Name, JsonElement Gold, JsonElement Draft, string Text)> Reports(
        IEnumerable<string> goldFiles, Func<string, string> textOf)
    {
        foreach (var file in goldFiles.Order(StringComparer.Ordinal))
        {
            var gold = SharedFiles.ReadJson(file).RootElement;
            var text = File.ReadAllText(textOf(gold.GetProperty("source").GetString()!));
            var draft = JsonDocument.Parse(DraftJson.Write(MinutesReader.Read(text))).RootElement;
            yield return (Path.GetFileNameWithoutExtension(file), gold, draft, text);
        }
    }
}
