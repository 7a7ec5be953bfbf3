using BenchmarkDotNet.Attributes;
using PartyOfficeTracker.Reading;

namespace PartyOfficeTracker.Benchmarks;

/// <summary>The minutes reader on a report of one page, and on a hundred kilobytes of reports.</summary>
[MemoryDiagnoser]
public class ReaderBenchmarks
{
    private const string Report =
        "Sáng 12/4/2023, Ban Nội chính Trung ương tổ chức Hội nghị trực tuyến giao ban quý I năm 2023. Đồng chí Trần Văn A, Phó Trưởng ban, chủ trì.\n"
        + "Quý I, ngành đã tham mưu kịp thời nhiều nội dung; phối hợp tốt với các cơ quan. Tuy nhiên, còn một số hạn chế: báo cáo có nơi chậm; theo dõi địa bàn chưa đều.\n"
        + "Kết luận hội nghị, đồng chí Trần Văn A yêu cầu các đơn vị: (1) Rà soát chương trình công tác. (2) Báo cáo trước ngày 30/6/2023.\n";

    private string _text = "";

    [Params(1, 180)]
    public int Repeats { get; set; }

    [GlobalSetup]
    public void Repeat() => _text = string.Concat(Enumerable.Repeat(Report, Repeats));

    [Benchmark]
    public MinutesDraft Read() => MinutesReader.Read(_text);
}
