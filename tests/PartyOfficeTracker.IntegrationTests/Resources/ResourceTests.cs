using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PartyOfficeTracker.Core.Common;
using PartyOfficeTracker.Core.Conferences;
using PartyOfficeTracker.Core.FollowUp;
using PartyOfficeTracker.Core.Resources;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.IntegrationTests.Resources;

/// <summary>Every text a person sees stands in both resource files, and none in a page.</summary>
public sealed partial class ResourceTests
{
    private static readonly string Source = Path.Combine(RepositoryRoot(), "src");
    private static readonly IReadOnlyDictionary<string, string> Vietnamese = Read("Strings.resx");
    private static readonly IReadOnlyDictionary<string, string> English = Read("Strings.en.resx");

    [Fact]
    public void BothLanguages_HaveTheSameKeys()
    {
        Assert.Empty(Vietnamese.Keys.Except(English.Keys, StringComparer.Ordinal));
        Assert.Empty(English.Keys.Except(Vietnamese.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void BothLanguages_FillTheSamePlaces() =>
        Assert.DoesNotContain(Vietnamese.Keys.Intersect(English.Keys, StringComparer.Ordinal), k => !Places(Vietnamese[k]).SetEquals(Places(English[k])));

    [Fact]
    public async Task Text_IsLookedUpOnceALanguage()
    {
        await using var host = AppHost.Create(new AppHostOptions());
        var text = host.Services.GetRequiredService<IStringLocalizer<Strings>>();
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");
            var vietnamese = text["Nav.Home"];
            Assert.Equal(Vietnamese["Nav.Home"], vietnamese.Value);
            Assert.Same(vietnamese, text["Nav.Home"]);

            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
            Assert.Equal(English["Nav.Home"], text["Nav.Home"].Value);
            Assert.True(text["No.Such.Key"].ResourceNotFound);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void NoText_IsEmpty() => Assert.DoesNotContain(Vietnamese.Concat(English), t => string.IsNullOrWhiteSpace(t.Value));

    [Fact]
    public void EveryKeyInCodeAndPages_IsThere()
    {
        var used = Files("*.cs").Concat(Files("*.cshtml"))
            .SelectMany(f => KeysIn(File.ReadAllText(f)).Select(k => (File: Path.GetFileName(f), Key: k)))
            .Distinct()
            .ToList();

        Assert.InRange(used.Count, 300, int.MaxValue);
        Assert.DoesNotContain(used, u => !Vietnamese.ContainsKey(u.Key));
    }

    [Fact]
    public void EveryEnumWithLabels_HasThemAll()
    {
        var labelled = Vietnamese.Keys.Where(k => k.StartsWith("Enum.", StringComparison.Ordinal)).Select(k => k.Split('.')[1])
            .ToHashSet(StringComparer.Ordinal);
        var missing = typeof(Actor).Assembly.GetTypes()
            // The reader has words of its own, which its users translate before a person sees them.
            .Where(t => t.IsEnum && labelled.Contains(t.Name) && !t.Namespace!.EndsWith(".MinutesReader", StringComparison.Ordinal))
            .SelectMany(t => Enum.GetNames(t).Select(v => $"Enum.{t.Name}.{v}"))
            .Where(k => !Vietnamese.ContainsKey(k));

        Assert.Empty(missing);
    }

    [Fact]
    public async Task EveryAuditedRecordAndField_HasALabel()
    {
        await using var host = AppHost.Create(new AppHostOptions());
        var missing = await host.DatabaseAsync(db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(t => typeof(IVersioned).IsAssignableFrom(t.ClrType))
            .SelectMany(t => t.GetProperties()
                .Where(
                    p => !p.IsPrimaryKey() && p.Name is not "Uid" and not "Version" and not "PasswordHash" and not "SecurityStamp" and not "ConcurrencyStamp")
                .Where(p => p.Name is not "CalendarKeyHash" and not "AccessFailedCount" and not "NormalizedUserName" and not "NormalizedEmail")
                .Where(p => p.Name is not nameof(Row.HeldOn) and not nameof(Row.CountedIn) and not nameof(Row.Stage) and not nameof(Row.Progress))
                .Where(p => p.Name is not nameof(Assignment.Shown) and not nameof(Assignment.Carried) and not nameof(Assignment.OverdueAfter))
                .Select(p => "Field." + p.Name)
                .Append("Audit.Entity." + t.ClrType.Name))
            .Distinct(StringComparer.Ordinal)
            .Where(k => !Vietnamese.ContainsKey(k))
            .ToList()));

        Assert.Empty(missing);
    }

    [Fact]
    public void NoPage_HoldsVietnameseText()
    {
        var found = Files("*.cshtml").SelectMany(f => File.ReadLines(f)
            .Where(l => VietnameseLetter().IsMatch(l))
            .Select(l => Path.GetFileName(f) + ": " + l.Trim()));

        Assert.Empty(found);
    }

    [Fact]
    public void NoPage_HoldsWordsBetweenItsTags()
    {
        var found = Files("*.cshtml").SelectMany(f => WordsBetweenTags().Matches(File.ReadAllText(f))
            .Select(m => Path.GetFileName(f) + ": " + m.Value.Trim()));

        Assert.Empty(found);
    }

    [Fact]
    public void ATextWithAFormForOne_IsCountedWhereverItIsUsed()
    {
        var counted = English.Where(t => t.Value.Contains('|', StringComparison.Ordinal)).Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        var words = new Words(English);

        Assert.NotEmpty(counted);
        Assert.DoesNotContain(Vietnamese.Values, t => t.Contains('|', StringComparison.Ordinal));
        Assert.DoesNotContain(Files("*.cs").Concat(Files("*.cshtml")).SelectMany(f => WithoutANumber(File.ReadAllText(f))), counted.Contains);
        Assert.Equal(
            ("1 day", "2 days", "0 days", "returned once"),
            (words.Count("Board.Days", 1), words.Count("Board.Days", 2), words.Count("Board.Days", 0), words.Count("Board.ReturnedTimes", 1)));
        Assert.Equal("1 ngày", new Words(Vietnamese).Count("Board.Days", 1));
    }

    private sealed class Words(IReadOnlyDictionary<string, string> texts) : IStringLocalizer<Strings>
    {
        public LocalizedString this[string name] => new(name, texts[name]);

        public LocalizedString this[string name, params object[] arguments] => this[name];

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }

    private static IEnumerable<string> KeysIn(string code) =>
        Indexed().Matches(code).Concat(Attributed().Matches(code)).Concat(Navigated().Matches(code)).Select(m => m.Groups["key"].Value);

    private static IEnumerable<string> WithoutANumber(string code) =>
        Bare().Matches(code).Concat(Attributed().Matches(code)).Concat(Navigated().Matches(code)).Select(m => m.Groups["key"].Value);

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups["n"].Value)];

    private static IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(Source, pattern, SearchOption.AllDirectories)
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal)
            && !f.Contains("/node_modules/", StringComparison.Ordinal));

    private static Dictionary<string, string> Read(string file)
    {
        var entries = XDocument.Load(Path.Combine(Source, "PartyOfficeTracker.Core", "Resources", file)).Root!.Elements("data")
            .Select(d => (Name: d.Attribute("name")!.Value, Value: d.Element("value")!.Value))
            .ToList();
        Assert.Empty(entries.GroupBy(e => e.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));
        return entries.ToDictionary(e => e.Name, e => e.Value, StringComparer.Ordinal);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PartyOfficeTracker.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    /// <summary>L["Key"], localizer["Key", …], text["Key"]: keys of several parts in an indexer.</summary>
    [GeneratedRegex("""(L|localizer|text|Text)\["(?<key>[A-Z]\w*(\.\w+)+)"[\],]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Indexed();

    /// <summary>L["Key"]: with nothing to put into it.</summary>
    [GeneratedRegex("""(L|localizer|text|Text)\["(?<key>[A-Z]\w*(\.\w+)+)"\]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bare();

    [GeneratedRegex("""<field [^>]*?(label|hint)="(?<key>[A-Z]\w*(\.\w+)+)" """, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Attributed();

    [GeneratedRegex("\"(?<key>Nav\\.\\w+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Navigated();

    [GeneratedRegex(@"\{(?<n>\d+)(:[^}]*)?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    [GeneratedRegex(
        "[\u00C0-\u00C3\u00C8-\u00CA\u00CC\u00CD\u00D2-\u00D5\u00D9\u00DA\u00DD\u00E0-\u00E3\u00E8-\u00EA\u00EC\u00ED\u00F2-\u00F5\u00F9\u00FA\u00FD"
        + "\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VietnameseLetter();

    [GeneratedRegex(@">\s*[A-Za-z]{2,}[,.:]?(\s+[A-Za-z]{2,}[,.:]?)+\s*<", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordsBetweenTags();
}
