using BenchmarkDotNet.Attributes;
using PartyOfficeTracker.TestSupport;

namespace PartyOfficeTracker.Benchmarks;

/// <summary>Whole requests on the demo data, SQLite, in process: sign-in cookie to last byte.</summary>
[MemoryDiagnoser]
public class PageBenchmarks
{
    private AppHost _host = null!;
    private HttpClient _client = null!;

    [Params("/", "/conferences", "/conferences/3", "/my-tasks", "/summaries/2020", "/search?q=van+phong")]
    public string Address { get; set; } = "";

    [GlobalSetup]
    public async Task StartAsync()
    {
        _host = AppHost.Create(new AppHostOptions { Seed = true });
        _client = (await _host.SignInAsync("lanhdao")).Client;
    }

    [Benchmark]
    public Task<byte[]> GetPage() => _client.GetByteArrayAsync(new Uri(Address, UriKind.Relative));

    [GlobalCleanup]
    public async Task StopAsync() => await _host.DisposeAsync();
}
