using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PartyOfficeTracker.UnitTests.Shape;

/// <summary>The files people write, and their syntax; what is generated is not measured.</summary>
internal static class Source
{
    public static string Repository { get; } = FindRepository();

    /// <summary>The C# files under a folder of the repository, in a fixed order.</summary>
    public static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(Path.Combine(Repository, folder), "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(Repository, file).Split(Path.DirectorySeparatorChar)
            .Any(part => part is "obj" or "bin" or "Migrations" or "node_modules"))
        .Order(StringComparer.Ordinal);

    public static SyntaxNode Syntax(string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(file), cancellationToken: TestContext.Current.CancellationToken).GetRoot();

    private static string FindRepository()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "PartyOfficeTracker.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new DirectoryNotFoundException("The repository root is not above the test binary.");
    }
}
