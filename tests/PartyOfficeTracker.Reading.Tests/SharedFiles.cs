using System.Text.Json;

namespace PartyOfficeTracker.Reading.Tests;

/// <summary>Where the reports are: our own beside the tests, the shared collections outside the repository when they are there.</summary>
internal static class SharedFiles
{
    public static string Repository { get; } = FindRepository();

    public static string OwnReports { get; } = Path.Combine(Repository, "tests", "PartyOfficeTracker.Reading.Tests", "Reports");

    /// <summary>The shared folder, or null when it is absent.</summary>
    public static string? Shared { get; } = FindShared();

    public static IEnumerable<string> OwnTexts() => Directory.EnumerateFiles(OwnReports, "own-*.txt").Order(StringComparer.Ordinal);

    public static IReadOnlyList<string> SeedTexts() =>
        Shared is { } shared && Directory.Exists(Path.Combine(shared, "seeds"))
            ? [.. Directory.EnumerateFiles(Path.Combine(shared, "seeds"), "*.txt").Order(StringComparer.Ordinal)] : [];

    public static string ReadText(string path) => File.ReadAllText(path);

    public static JsonDocument ReadJson(string path) => JsonDocument.Parse(File.ReadAllText(path));

    private static string FindRepository()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "PartyOfficeTracker.sln"))) directory = directory.Parent;
        return directory?.FullName ?? throw new DirectoryNotFoundException("The repository root is not above the test binary.");
    }

    private static string? FindShared()
    {
        var named = Environment.GetEnvironmentVariable("PARTYOFFICE_SHARED");
        var candidates = new[] { named, Path.Combine(Repository, "..", "shared") };
        return candidates.FirstOrDefault(candidate => !string.IsNullOrEmpty(candidate) && Directory.Exists(Path.Combine(candidate, "reader")));
    }
}
