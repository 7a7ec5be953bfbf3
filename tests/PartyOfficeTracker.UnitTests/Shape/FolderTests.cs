using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PartyOfficeTracker.UnitTests.Shape;

/// <summary>
/// A folder of Core is a feature, and features lean on each other one way. Everything may use <c>Data</c>, which knows every entity, and the demo uses
/// everything; nothing else may come back to where it started.
/// </summary>
public class FolderTests
{
    private const string Root = "PartyOfficeTracker.Core";

    private static readonly string[] Shared = ["Data", "Demo"];

    [Fact]
    public void Features_use_each_other_one_way()
    {
        var uses = Uses().Where(use => !Shared.Contains(use.From) && !Shared.Contains(use.To)).ToList();
        var reached = uses.GroupBy(use => use.From, use => use.To).ToDictionary(group => group.Key, group => group.ToHashSet());
        for (var grows = true; grows;)
        {
            grows = false;
            foreach (var targets in reached.Values)
            {
                var before = targets.Count;
                targets.UnionWith(targets.SelectMany(target => reached.GetValueOrDefault(target) ?? []).ToList());
                grows |= targets.Count > before;
            }
        }

        var circles = uses.Where(use => reached.TryGetValue(use.To, out var back) && back.Contains(use.From));

        Assert.NotEmpty(uses);
        Assert.Equal("", string.Join('\n', circles.Select(use => $"{use.From} uses {use.To}: {use.File}")));
    }

    [Fact]
    public void What_all_share_uses_no_feature() =>
        Assert.Empty(Uses().Where(use => use.From == "Common" && use.To != "Resources").Select(use => $"{use.File} uses {use.To}"));

    [Fact]
    public void The_reader_knows_nothing_of_the_application()
    {
        var ours = Source.Files("src/PartyOfficeTracker.Reading").SelectMany(file => Source.Syntax(file).DescendantNodes().OfType<NameSyntax>()
            .Select(name => name.ToString())
            .Where(name => name.StartsWith("PartyOfficeTracker.", StringComparison.Ordinal))
            .Where(name => !name.StartsWith("PartyOfficeTracker.Reading", StringComparison.Ordinal))
            .Select(name => $"{Path.GetFileName(file)} uses {name}"));

        Assert.Empty(ours);
        Assert.DoesNotContain("ProjectReference", File.ReadAllText(Path.Combine(
            Source.Repository, "src", "PartyOfficeTracker.Reading", "PartyOfficeTracker.Reading.csproj")), StringComparison.Ordinal);
    }

    /// <summary>Which folder uses which, by its using directives and by names that begin with a folder: <c>Accounts.AppUser</c>.</summary>
    private static List<(string From, string To, string File)> Uses()
    {
        var core = Path.Combine(Source.Repository, "src", Root);
        var files = Source.Files(Path.Combine("src", Root))
            .Select(file => (Folder: Path.GetRelativePath(core, file).Split(Path.DirectorySeparatorChar), Syntax: Source.Syntax(file)))
            .Where(file => file.Folder.Length > 1)
            .Select(file => (Folder: file.Folder[0], Name: file.Folder[^1], file.Syntax))
            .ToList();
        var types = files
            .SelectMany(file => file.Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(type => $"{file.Folder}.{type.Identifier.Text}"))
            .ToHashSet(StringComparer.Ordinal);
        var folders = files.Select(file => file.Folder).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from file in files
               from node in file.Syntax.DescendantNodes()
               where node is QualifiedNameSyntax or MemberAccessExpressionSyntax
               let to = FolderOf(node.ToString(), folders, types)
               where to is not null && to != file.Folder
               select (file.Folder, to, file.Name) into use
               group use by use into same
               orderby same.Key
               select same.Key,
        ];
    }

    private static string? FolderOf(string name, HashSet<string> folders, HashSet<string> types)
    {
        var isWhole = name.StartsWith(Root + ".", StringComparison.Ordinal);
        var parts = (isWhole ? name[(Root.Length + 1)..] : name).Split('.');
        return folders.Contains(parts[0]) && (isWhole || (parts.Length > 1 && types.Contains(parts[0] + "." + parts[1]))) ? parts[0] : null;
    }
}
