using System.Diagnostics;
using System.Text;

namespace PartyOfficeTracker.Reading.Tests;

/// <summary>Hostile and huge texts end in bounded time.</summary>
public class ReaderTimeTests
{
    private const int FiveMegabytes = 5 * 1024 * 1024;

    public static TheoryData<string> Hostile => new(
        "(", "((((((((;", "1.1.1.1.", "a", "; ", ". ", "đồng chí ", "Nguyễn Văn ", "điểm cầu Cà Mau, ", "chủ trì ", "quý IV ", "ngày 1/1 ", "\n", "- \n", "(1) ", "Ặ\u0323\u0301", "\u0301", "Chỉ thị số 1, 2, 3, ", "MẬT ", "“", "Tuy nhiên, còn hạn chế như: ", "đề nghị ", "1.000.000 ", "Ủy viên Ban Chấp hành, ");

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Five_megabytes_of_anything_are_read_within_five_seconds(string unit)
    {
        var source = Repeat(unit, FiveMegabytes / 2);
        var clock = Stopwatch.StartNew();

        var draft = MinutesReader.Read(source);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed} for {unit}");
        Assert.Equal(source.Length, draft.Blocks.Sum(block => (long)block.Span.Length));
        Assert.False(draft.IsComplete);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hundred_kilobytes_of_anything_are_read_within_a_second(string unit)
    {
        MinutesReader.Read(Repeat(unit, 200));
        var source = Repeat(unit, 100 * 1024);
        var clock = Stopwatch.StartNew();

        MinutesReader.Read(source);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), $"{clock.Elapsed} for {unit}");
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void The_secrecy_check_is_linear(string unit)
    {
        var source = Repeat(unit, FiveMegabytes / 2);
        var clock = Stopwatch.StartNew();

        SecrecyMarking.Find(source);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed} for {unit}");
    }

    [Fact]
    public void A_hundred_kilobytes_of_reports_are_read_within_a_second()
    {
        var reports = string.Join("\n\n", SharedFiles.OwnTexts().Select(SharedFiles.ReadText));
        MinutesReader.Read(reports);
        var source = Repeat(reports + "\n", 100 * 1024);
        var clock = Stopwatch.StartNew();

        MinutesReader.Read(source);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), clock.Elapsed.ToString());
    }

    private static string Repeat(string unit, int length)
    {
        var text = new StringBuilder(length + unit.Length);
        while (text.Length < length) text.Append(unit);
        text.Length = length;
        return text.ToString();
    }
}
