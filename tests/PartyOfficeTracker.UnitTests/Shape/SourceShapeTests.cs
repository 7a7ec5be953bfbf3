using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PartyOfficeTracker.UnitTests.Shape;

/// <summary>What keeps the source readable, measured on the syntax of every file of a project; another project joins by a line of data.</summary>
public class SourceShapeTests
{
    private const int LongestMethod = 60;
    private const int MostPaths = 20;
    private const int WidestLine = 160;
    private const int LongestPageModel = 200;
    private const int UsualPageModel = 50;

    public static TheoryData<string> Projects => new("src/PartyOfficeTracker.Reading", "src/PartyOfficeTracker.Core", "src/PartyOfficeTracker.Web");

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_method_is_longer_than_a_screen(string project) =>
        NoneAbove(LongestMethod, Members(project).Select(member => (member.Name, LinesOf(member.Node))));

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_method_has_more_paths_than_a_head_can_hold(string project) =>
        NoneAbove(MostPaths, Members(project).Select(member => (member.Name, PathsOf(member.Node))));

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_line_is_wider_than_the_window(string project) => NoneAbove(
        WidestLine,
        Source.Files(project).SelectMany(file => File.ReadLines(file).Select((line, i) => ($"{Path.GetFileName(file)}, line {i + 1}", line.Length))));

    [Fact]
    public void A_page_model_is_small()
    {
        var models = Source.Files("src/PartyOfficeTracker.Web/Pages")
            .Where(file => file.EndsWith(".cshtml.cs", StringComparison.Ordinal))
            .Select(file => (Name: Path.GetRelativePath(Source.Repository, file), Size: File.ReadLines(file).Count()))
            .OrderBy(model => model.Size)
            .ToList();

        Assert.True(models[models.Count / 2].Size <= UsualPageModel, "Half of the page models have more lines than " + UsualPageModel);
        NoneAbove(LongestPageModel, models);
    }

    /// <summary>All that is too large in one message, the worst first.</summary>
    private static void NoneAbove(int most, IEnumerable<(string Name, int Size)> measured) =>
        Assert.Equal("", string.Join('\n', measured.Where(one => one.Size > most).OrderByDescending(one => one.Size).Select(one => $"{one.Name}: {one.Size}")));

    /// <summary>
    /// Methods, constructors, operators and accessors with a body; what is written inside one (lambdas, local functions) counts as part of
    /// it.
    /// </summary>
    private static IEnumerable<(string Name, SyntaxNode Node)> Members(string project) =>
        from file in Source.Files(project)
        from node in Source.Syntax(file).DescendantNodes()
        where node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax { ExpressionBody: not null }
        select ($"{Path.GetFileName(file)}: {NameOf(node)}", node);

    private static string NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        BaseMethodDeclarationSyntax other => other.Kind().ToString(),
        _ => node.Parent?.Parent is PropertyDeclarationSyntax owner ? owner.Identifier.Text : node.Kind().ToString(),
    };

    private static int LinesOf(SyntaxNode node)
    {
        var lines = node.SyntaxTree.GetLineSpan(node.Span);
        return lines.EndLinePosition.Line - lines.StartLinePosition.Line + 1;
    }

    /// <summary>McCabe's number: one, and one more for everything that forks the way through.</summary>
    private static int PathsOf(SyntaxNode node) => 1 + node.DescendantNodes().Count(inner => inner.Kind() is
        SyntaxKind.IfStatement or SyntaxKind.WhileStatement or SyntaxKind.DoStatement or SyntaxKind.ForStatement or SyntaxKind.ForEachStatement or
        SyntaxKind.ForEachVariableStatement or
        SyntaxKind.CaseSwitchLabel or SyntaxKind.CasePatternSwitchLabel or SyntaxKind.SwitchExpressionArm or SyntaxKind.CatchClause or
        SyntaxKind.ConditionalExpression or SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression);
}
