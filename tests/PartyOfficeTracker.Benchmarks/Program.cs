using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Running;
using PartyOfficeTracker.Benchmarks;
using PartyOfficeTracker.Benchmarks.Scale;
using PartyOfficeTracker.TestSupport;
using PartyOfficeTracker.TestSupport.Scale;

// The application is hosted from its sources: the folder is found from here, since this is no test that knows its solution.
var source = new DirectoryInfo(AppContext.BaseDirectory);
while (source is not null && !Directory.Exists(Path.Combine(source.FullName, "src", "PartyOfficeTracker.Web")))
{
    source = source.Parent;
}

Environment.SetEnvironmentVariable(
    "ASPNETCORE_TEST_CONTENTROOT_PARTYOFFICETRACKER_WEB", Path.Combine(source?.FullName ?? ".", "src", "PartyOfficeTracker.Web"));

switch (args)
{
    // dotnet run -c Release --project tests/PartyOfficeTracker.Benchmarks -- scale make 20000 200000 1000000 --in FOLDER
    case ["scale", "make", .. var sizes]:
        var root = sizes[Array.IndexOf(sizes, "--in") + 1];
        foreach (var size in sizes.TakeWhile(s => s != "--in"))
        {
            var watch = Stopwatch.StartNew();
            var folder = Path.Combine(root, size);
            var made = await ManyTimes.MakeAsync(folder, int.Parse(size, CultureInfo.InvariantCulture));
            var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Database:Folder"] = folder };
            await using var host = AppHost.Create(new AppHostOptions { FromTemplate = false, Settings = settings });
            var found = await ManyTimes.SettleAsync(host);
            var counted = found.IsClean ? "nothing" : "DIFFERENCES";
            Console.WriteLine($"{folder}: {made} assignments in {watch.Elapsed.TotalSeconds:0} s; a recount finds {counted}.");
        }

        break;

    // … -- scale pages src/…/publish/PartyOfficeTracker.Web.dll FOLDER/20000 FOLDER/1000000 [--only search]
    case ["scale", "pages", var application, .. var rest]:
        var only = Array.IndexOf(rest, "--only");
        await PageTimes.RunAsync(application, only < 0 ? rest : rest[..only], only < 0 ? null : rest[only + 1]);
        break;
    // … -- scale load src/…/PartyOfficeTracker.Web.dll FOLDER/200000 64 10: people, minutes. It writes: on a copy.
    case ["scale", "load", var application, var folder, var people, var minutes]:
        await WorkDay.RunAsync(
            application, folder, int.Parse(people, CultureInfo.InvariantCulture), TimeSpan.FromMinutes(double.Parse(minutes, CultureInfo.InvariantCulture)));
        break;

    // … -- scale post src/…/PartyOfficeTracker.Web.dll 100 FOLDER/20000 FOLDER/1000000: reports. It writes: on copies.
    case ["scale", "post", var application, var reports, .. var folders]:
        await WorkDay.PostAsync(application, folders, int.Parse(reports, CultureInfo.InvariantCulture));
        break;
    // … -- rows 105 1000: what a saved row costs in a conference that has so many.
    case ["rows", .. var lengths]:
        foreach (var length in lengths)
        {
            await RowSave.RunAsync(int.Parse(length, CultureInfo.InvariantCulture));
        }

        break;
    case ["scale", "floor", var data]:
        await PlainPage.RunAsync(data);
        break;

    // … -- --filter '*'
    default:
        BenchmarkSwitcher.FromTypes([typeof(PageBenchmarks), typeof(ReaderBenchmarks)]).Run(args);
        break;
}
