using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace PartyOfficeTracker.Reading.Tests;

/// <summary>What must hold for any text: real reports cut, shuffled and sprinkled with what pages and keyboards add.</summary>
public class ReaderProperties
{
    private static readonly string[] Noise = ["\u00A0", "(", ")", ";", "“", "”", "\r\n", "\n\n", "- ", "1. ", "(1) ", ":", "…", "...", "\u00D0", "\uFEFF",
        "\u200B", "\uD83D", "\uDE00", "\0", "\t", "Tuy nhiên, ", "đề nghị ", "điểm cầu ", "12/13", "999999999999", "quý IV", "ngày 31/2", "Ảnh: ", "\u0301",
        "ẶẶẶ"];

    private static readonly string[] Texts = [.. SharedFiles.OwnTexts().Concat(SharedFiles.SeedTexts()).Select(SharedFiles.ReadText)];

    private static int Cases => Environment.GetEnvironmentVariable("PARTYOFFICE_LONG") == "1" ? 10_000 : 500;

    private static Gen<string> Mutated =>
        from text in Gen.Elements(Texts)
        from cuts in Gen.ArrayOf(Gen.Choose(0, Math.Max(0, text.Length - 1)), 2)
        from edits in Gen.ArrayOf(Gen.Zip(Gen.Choose(0, text.Length), Gen.Elements(Noise)), 6)
        from count in Gen.Choose(0, 6)
        select Apply(text, cuts[0], cuts[1], edits.Take(count));

    [Fact]
    public void Blocks_tile_the_source_and_no_character_is_lost() => Holds(source =>
    {
        var position = 0;
        foreach (var block in MinutesReader.Read(source).Blocks)
        {
            Assert.Equal(position, block.Span.Start);
            Assert.True(block.Span.End > block.Span.Start);
            position = block.Span.End;
        }

        Assert.Equal(source.Length, position);
    });

    /// <summary>The number of a page in the middle of a sentence is none of its words.</summary>
    private static string WithoutPages(string source) =>
        Regex.Replace(source, @"\n[ \t]*[0-9]{1,3}( ?/ ?[0-9]{1,3})?[ \t]*(?=\r?\n)", "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    [Fact]
    public void Every_item_is_the_source_at_its_span() => Holds(source =>
    {
        var draft = MinutesReader.Read(source);
        foreach (var item in draft.Items) Assert.Contains(item.Text, (string[])[Normal(item.Span.Of(source)), Normal(WithoutPages(item.Span.Of(source)))]);
        foreach (var text in Quoted(draft)) Assert.Equal(Normal(text.Span!.Value.Of(source)), text.Text);
        foreach (var item in draft.Items) Assert.Contains(
            draft.Blocks, block => block.Kind == BlockKind.Item && block.Span.Start >= item.Span.Start && block.Span.Start < item.Span.End);
    });

    [Fact]
    public void Reading_twice_gives_the_same_draft() =>
        Holds(source => Assert.Equal(DraftJson.Write(MinutesReader.Read(source)), DraftJson.Write(MinutesReader.Read(source))));

    [Fact]
    public void Normal_form_line_ends_and_blanks_make_no_difference() => Holds(source =>
    {
        var clean = Clean(source);
        var expected = DraftJson.Write(MinutesReader.Read(clean));
        Assert.Equal(expected, DraftJson.Write(MinutesReader.Read(clean.Normalize(NormalizationForm.FormD))));
        Assert.Equal(expected, DraftJson.Write(MinutesReader.Read(clean.Replace("\n", "\r\n", StringComparison.Ordinal))));
        Assert.Equal(expected, DraftJson.Write(MinutesReader.Read(clean.Replace(' ', '\u00A0'))));
        Assert.Equal(expected, DraftJson.Write(MinutesReader.Read(clean.Replace('Đ', '\u00D0'))));
    });

    [Fact]
    public void A_mark_on_another_letter_Đ_keeps_its_own_place()
    {
        const string source = "Sáng 5/1/2017, Ban Dân vận Trung ương tổ chức hội nghị. Chủ trì tại điểm cầu Lạng\u00D0\u0301";

        var place = Assert.Single(MinutesReader.Read(source).ConnectionPoints).Place;

        Assert.Equal(Normal(place.Span!.Value.Of(source)), place.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\n\n\n")]
    [InlineData("Hội nghị")]
    [InlineData(";;;;")]
    [InlineData("điểm cầu")]
    [InlineData("chủ trì")]
    [InlineData("Đồng chí")]
    [InlineData("kể các kết quả đạt được: phục vụ 12 hội nghị.")]
    [InlineData("nói thẳng: còn chậm. Cà Mau chủ trì tại điểm cầu tỉnh Ninh Th\nuận.")]
    [InlineData("\uD800")]
    [InlineData("Ngày 31/2, Ban Dân vận Trung ương tổ chức hội nghị.")]
    public void Scraps_are_read_without_complaint(string source)
    {
        var draft = MinutesReader.Read(source);

        Assert.Equal(source.Length, draft.Blocks.Sum(block => block.Span.Length));
    }

    private static void Holds(Action<string> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Cases), Prop.ForAll(Mutated.ToArbitrary(), property));

    private static IEnumerable<ReadText> Quoted(MinutesDraft draft)
    {
        IEnumerable<ReadText?> all =
        [
            draft.Organiser, draft.Title, draft.Author, draft.Outlet,
            .. draft.Chairs.SelectMany(Parts), .. draft.LocalSpeakers.SelectMany(Parts),
            .. draft.ConnectionPoints.SelectMany(point => new[] { point.Place, point.Room, point.ChairNote, point.Chair?.Name, point.Chair?.Title }),
            .. draft.ProvincesSpeaking, .. draft.OtherSpeakers, .. draft.UnnumberedDocuments, .. draft.Figures.Select(figure => figure.Text),
            .. draft.Emulation, .. draft.Training, .. draft.PhotoCaptions, .. draft.PhotoCredits,
        ];
        return all.OfType<ReadText>().Where(text => !text.IsInferred);

        static IEnumerable<ReadText?> Parts(PersonMention person) => [person.Name, person.Title];
    }

    private static string Apply(string text, int a, int b, IEnumerable<(int At, string Insert)> edits)
    {
        var (from, to) = a < b ? (a, b) : (b, a);
        var result = new StringBuilder(text, from > 200 ? 0 : from, from > 200 ? to : text.Length - from, text.Length + 64);
        foreach (var (at, insert) in edits) result.Insert(Math.Min(at, result.Length), insert);
        return result.ToString();
    }

    private static string Normal(string raw) => SourceView.Of(raw, Markup.Of(raw).Hidden).Text.Replace('\n', ' ');

    /// <summary>The part of Unicode a Vietnamese text holds: elsewhere NFD and back is not the identity.</summary>
    private static string Clean(string source) =>
        new([.. SourceView.Of(source).Text.Where(c => c is '\n' or (>= ' ' and < '\u0300') or (>= '\u1EA0' and <= '\u1EF9') or '“' or '”' or '…' or '–')]);
}
