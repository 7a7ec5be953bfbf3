using BenchmarkDotNet.Running;
using PartyOfficeTracker.Benchmarks;

// dotnet run -c Release --project tests/PartyOfficeTracker.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromTypes([typeof(PageBenchmarks), typeof(ReaderBenchmarks)]).Run(args);
