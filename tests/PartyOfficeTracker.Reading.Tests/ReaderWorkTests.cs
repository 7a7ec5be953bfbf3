using System.Text;

namespace PartyOfficeTracker.Reading.Tests;

/// <summary>
/// Hostile and huge texts cost no more than their length: the work is counted in characters handed to expressions, which no busy machine changes.
/// How long it takes is measured by the benchmarks.
/// </summary>
public class ReaderWorkTests
{
    private const int LongLine = 300;
    private const int FiveMegabytes = 5 * 1024 * 1024;

    /// <summary>Twice the text, twice the work, and a little for the lists that grow with it.</summary>
    private const double Doubled = 2.3;

    /// <summary>Every character is looked at by many cues, by some of them from several places.</summary>
    private const int MostLooksACharacter = 400;

    public static TheoryData<string> Hostile => new(
        "(", "((((((((;", "1.1.1.1.", "a", "; ", ". ", "đồng chí ", "Nguyễn Văn ", "điểm cầu Cà Mau, ", "chủ trì ", "quý IV ", "ngày 1/1 ", "\n", "- \n",
        "(1) ", "Ặ\u0323\u0301",
        "\u0301", "Chỉ thị số 1, 2, 3, ", "MẬT ", "“", "Tuy nhiên, còn hạn chế như: ", "đề nghị ", "1.000.000 ", "Ủy viên Ban Chấp hành, ");

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Five_megabytes_of_anything_are_read_to_the_limit_and_lose_no_character(string unit)
    {
        var source = Repeat(unit, FiveMegabytes / 2);

        var draft = MinutesReader.Read(source);

        Assert.Equal(source.Length, draft.Blocks.Sum(block => (long)block.Span.Length));
        Assert.False(draft.IsComplete);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Twice_as_much_of_anything_costs_twice_the_work(string unit)
    {
        var once = WorkOf(() => MinutesReader.Read(Repeat(unit, 40_000)));
        var twice = WorkOf(() => MinutesReader.Read(Repeat(unit, 80_000)));

        Assert.True(twice <= (once * Doubled) + 100_000, $"{once} and {twice} for {unit}");
        Assert.True(twice <= 80_000L * MostLooksACharacter, $"{twice / 80_000} looks a character for {unit}");
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Twice_as_many_lines_of_anything_cost_twice_the_work(string unit)
    {
        var once = WorkOf(() => MinutesReader.Read(Lines(unit, 100)));
        var twice = WorkOf(() => MinutesReader.Read(Lines(unit, 200)));

        Assert.True(twice <= (once * Doubled) + 100_000, $"{once} and {twice} for {unit}");
        Assert.True(twice <= 200L * LongLine * MostLooksACharacter, $"{twice / (200 * LongLine)} looks a character for {unit}");
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void The_secrecy_check_looks_at_each_character_a_few_times(string unit)
    {
        var source = Repeat(unit, FiveMegabytes / 2);

        var work = WorkOf(() => SecrecyMarking.Find(source));

        Assert.True(work <= source.Length * 40L, $"{work / source.Length} looks a character for {unit}");
    }

    [Fact]
    public void Twice_as_many_reports_cost_twice_the_work()
    {
        var lines = SharedFiles.OwnTexts().SelectMany(File.ReadLines).ToList();

        var once = WorkOf(() => MinutesReader.Read(Numbered(lines)));
        var twice = WorkOf(() => MinutesReader.Read(Numbered([.. lines, .. lines])));

        Assert.True(twice <= once * Doubled, $"{once} and {twice}");
    }

    private static long WorkOf(Action act)
    {
        var before = Cue.Searched;
        act();
        return Cue.Searched - before;
    }

    /// <summary>No line as another: what a page repeats is left out unread.</summary>
    private static string Numbered(IEnumerable<string> lines) =>
        string.Join('\n', lines.Select((line, i) => line.Length == 0 ? "" : $"{line.TrimEnd('.')} lần {i}."));

    private static string Lines(string unit, int count) => Numbered(Enumerable.Repeat(Repeat(unit, LongLine), count));

    private static string Repeat(string unit, int length)
    {
        var text = new StringBuilder(length + unit.Length);
        while (text.Length < length) text.Append(unit);
        text.Length = length;
        return text.ToString();
    }
}
