namespace PartyOfficeTracker.Reading.Tests;

/// <summary>The reader knows texts and nothing of where they are kept or shown.</summary>
public class ReferencesTests
{
    [Fact]
    public void The_reader_refers_to_the_runtime_and_the_readers_of_Word_files_and_PDF_alone()
    {
        // The last is a part of the runtime too, which measuring coverage refers to.
        string[] known = ["System.", "DocumentFormat.OpenXml", "UglyToad.PdfPig", "netstandard"];
        var references = typeof(MinutesReader).Assembly.GetReferencedAssemblies().Select(name => name.Name!);

        Assert.All(references, name => Assert.True(known.Any(part => name.StartsWith(part, StringComparison.Ordinal)), name));
    }

    [Theory]
    [InlineData("src/PartyOfficeTracker.Reading", "PartyOfficeTracker.Core")]
    [InlineData("src/PartyOfficeTracker.Core/Common", "PartyOfficeTracker.Reading")]
    public void No_file_of_a_lower_part_names_a_higher_one(string folder, string higher)
    {
        var naming = Directory.EnumerateFiles(Path.Combine(SharedFiles.Repository, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin") && File.ReadAllText(file)
                .Contains(higher, StringComparison.Ordinal));

        Assert.Empty(naming);
    }

    [Fact]
    public void What_all_features_share_imports_none_of_them()
    {
        const string core = "PartyOfficeTracker.Core.";
        var imports = Directory.EnumerateFiles(
            Path.Combine(SharedFiles.Repository, "src", "PartyOfficeTracker.Core", "Common"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines).Where(line => line.StartsWith("using " + core, StringComparison.Ordinal));

        Assert.All(imports, line => Assert.Contains(line, (string[])[$"using {core}Resources;", $"using {core}Common;"]));
    }
}
