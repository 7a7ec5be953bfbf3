using BenchmarkDotNet.Attributes;
using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Benchmarks;

/// <summary>The minutes reader on a report of one page, and on a hundred kilobytes of reports.</summary>
[MemoryDiagnoser]
public class ReaderBenchmarks
{
    private const string Report =
        "Sáng 12/4/2023, Ban Nội chính Trung ương tổ chức Hội nghị trực tuyến giao ban quý I năm 2023. Đồng chí Trần Văn A, Phó Trưởng ban, chủ trì.\n"
        + "Quý I, ngành đã tham mưu kịp thời nhiều nội dung; phối hợp tốt với các cơ quan. Tuy nhiên, còn một số hạn chế: báo cáo có nơi chậm; theo dõi "
        + "địa bàn chưa đều.\n"
        + "Kết luận hội nghị, đồng chí Trần Văn A yêu cầu các đơn vị: (1) Rà soát chương trình công tác. (2) Báo cáo trước ngày 30/6/2023.\n";

    private string _text = "";

    [Params(1, 180)]
    public int Repeats { get; set; }

    [GlobalSetup]
    public void Repeat() => _text = string.Concat(Enumerable.Repeat(Report, Repeats));

    [Benchmark]
    public MinutesDraft Read() => MinutesReader.Read(_text);
}

/// <summary>
/// Hostile and huge texts: warm, 100 KB of anything below a second, 5 MB below five, the secrecy check of 5 MB below five. The tests hold the work that
/// is behind these times; the times themselves belong to a quiet machine.
/// </summary>
[MemoryDiagnoser]
public class HostileTextBenchmarks
{
    private string _text = "";

    [Params("((((((((;", "1.1.1.1.", "đồng chí ", "điểm cầu Cà Mau, ", "Ặ\u0323\u0301", "Tuy nhiên, còn hạn chế như: ", "đề nghị ", "1.000.000 ")]
    public string Unit { get; set; } = "";

    [Params(100 * 1024, 5 * 1024 * 1024 / 2)]
    public int Characters { get; set; }

    [GlobalSetup]
    public void Repeat() => _text = string.Concat(Enumerable.Repeat(Unit, (Characters / Unit.Length) + 1))[..Characters];

    [Benchmark]
    public MinutesDraft Read() => MinutesReader.Read(_text);

    [Benchmark]
    public SecrecyMark? Secrecy() => SecrecyMarking.Find(_text);
}
