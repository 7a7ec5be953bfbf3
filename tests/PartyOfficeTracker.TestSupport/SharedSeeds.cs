namespace PartyOfficeTracker.TestSupport;

/// <summary>The five shared reports, in the folder PARTYOFFICE_SHARED names or beside the repository; none where they are not.</summary>
public static class SharedSeeds
{
    public const string Missing = "The shared reports are not beside this repository.";

    public static IReadOnlyList<string> Files()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PartyOfficeTracker.sln")))
        {
            folder = folder.Parent;
        }

        var named = Environment.GetEnvironmentVariable("PARTYOFFICE_SHARED");
        var seeds = new[] { named, Path.Combine(folder!.FullName, "..", "shared") }
            .Where(c => !string.IsNullOrEmpty(c)).Select(c => Path.Combine(c!, "seeds")).FirstOrDefault(Directory.Exists);
        return seeds is null ? [] : [.. Directory.EnumerateFiles(seeds, "*.txt").Order(StringComparer.Ordinal)];
    }
}
